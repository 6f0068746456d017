// What can be called: native functions, script functions, methods bound to an object, and Python's function wrappers.
#pragma once

#include "script/containers.h"
#include "script/signature.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace namescape {

class Code;
class ModuleObject;

// Native code behind a function. `arguments`: one per parameter of its signature in slot order, defaults filled in;
// `*args` is a tuple, `**kwargs` a dict. May be moved from. Throws ScriptError (and what the error translator knows).
using NativeBody = std::function<Value(Interpreter& interpreter, std::span<Value> arguments)>;

// What native code does when an attribute is read or set.
using NativeGetter = std::function<Value(Interpreter& interpreter, const Value& self)>;
using NativeSetter = std::function<void(Interpreter& interpreter, const Value& self, const Value& value)>;

// "name(parameters)" as in a def statement, see native.h: a literal, which is not copied, or a text made at run time.
class SignatureText {
public:
    SignatureText(const char* literal) : m_text(literal) {}
    SignatureText(std::string made) : m_made(std::make_shared<const std::string>(std::move(made))), m_text(*m_made) {}

    std::string_view text() const { return m_text; }
    std::string_view name() const { return m_text.substr(0, m_text.find('(')); }

private:
    std::shared_ptr<const std::string> m_made;
    std::string_view m_text;
};

// Default values by parameter name, for defaults that a signature's text can't express.
using NativeDefaults = std::vector<std::pair<std::string_view, Value>>;

class NativeFunctionObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::NativeFunction;

    NativeFunctionObject(TypeObject& type, SignatureText text, NativeBody code, const NativeDefaults& values, CallErrorStyle style);

    void clearReferences() override;
    Value* attributes() override { return &m_attributes; }

    // Reads the signature's text at the first use.
    const Signature& signature(Interpreter& interpreter) {
        if (!m_isRead) readSignature(interpreter);
        return m_signature;
    }
    // Per parameter; unset where there is none. Valid after signature().
    std::span<const Value> defaults() const { return m_defaults; }

    std::string_view name() const { return m_text.name(); }
    // As complaints and repr give it.
    std::string qualifiedName() const;
    void setQualifiedName(std::string name) { m_qualifiedName = std::move(name); }
    // Positional parameters only. Valid after signature().
    bool isSimple() const { return m_isSimple; }
    CallErrorStyle style() const { return m_style; }

    NativeBody body;
    InternedName module = nullptr;          // for `__module__`; null: none
    const TypeObject* definedIn = nullptr;  // of methods: goes before the name
    TypeObject* owner = nullptr;            // of a method of a builtin type
    enum class FirstArgument : std::uint8_t { Any, Instance, Type } firstArgument = FirstArgument::Any;  // of `owner`: checked

private:
    void readSignature(Interpreter& interpreter);

    SignatureText m_text;
    std::string m_qualifiedName;  // empty: made of the name
    Signature m_signature;
    std::vector<Value> m_defaults;
    std::vector<std::pair<std::string, Value>> m_givenDefaults;
    Value m_attributes;
    CallErrorStyle m_style;
    bool m_isRead = false;
    bool m_isSimple = false;
};

// A variable shared by a function and the functions inside it.
class CellObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Cell;

    CellObject(TypeObject& type, Value content) : Object(type, kindOfObject), value(std::move(content)) {}
    void clearReferences() override { value = Value(); }

    Value value;
};

// A function of a program (def, lambda).
class FunctionObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Function;

    FunctionObject(TypeObject& type, const Code& code, ModuleObject& module);
    void clearReferences() override;
    Value* attributes() override { return &m_attributes; }

    const Code& code() const { return *m_code; }
    ModuleObject& module() const { return *m_module; }

    std::vector<Value> defaults;  // per parameter; unset where there is none
    std::vector<Value> closure;   // cells
    std::string name;
    std::string qualifiedName;
    Value doc;

private:
    const Code* m_code;
    Ref<ModuleObject> m_module;
    Value m_attributes;
};

class BoundMethodObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::BoundMethod;

    BoundMethodObject(TypeObject& type, Value method, Value object)
        : Object(type, kindOfObject), function(std::move(method)), self(std::move(object)) {}
    void clearReferences() override { function = self = Value(); }

    Value function, self;
};

// property(): each part None where it is not given. Native types' attributes are properties with native functions.
class PropertyObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Property;

    explicit PropertyObject(TypeObject& type) : Object(type, kindOfObject) {}
    void clearReferences() override {
        getter = setter = deleter = doc = Value();
        nativeGetter = nullptr;
        nativeSetter = nullptr;
    }

    Value getter, setter, deleter, doc;
    NativeGetter nativeGetter;  // of native types, in place of `getter`
    NativeSetter nativeSetter;
    std::string name;  // of the attribute it was made as
    TypeObject* owner = nullptr;  // of a builtin type's attribute
};

// staticmethod and classmethod.
class MethodWrapperObject : public Object {
public:
    MethodWrapperObject(TypeObject& type, ObjectKind kindOfWrapper, Value wrapped) : Object(type, kindOfWrapper), function(std::move(wrapped)) {}
    void clearReferences() override { function = Value(); }

    Value function;
};

class StaticMethodObject final : public MethodWrapperObject {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::StaticMethod;
    StaticMethodObject(TypeObject& type, Value wrapped) : MethodWrapperObject(type, kindOfObject, std::move(wrapped)) {}
};

class ClassMethodObject final : public MethodWrapperObject {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::ClassMethod;
    ClassMethodObject(TypeObject& type, Value wrapped) : MethodWrapperObject(type, kindOfObject, std::move(wrapped)) {}
};

// super(): attributes are looked up in the order of `object`'s type, behind `after`.
class SuperObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Super;

    SuperObject(TypeObject& type, TypeObject& passed, Value object, TypeObject& first)
        : Object(type, kindOfObject), after(&passed), self(std::move(object)), start(&first) {}
    void clearReferences() override { self = Value(); }

    Ref<TypeObject> after;
    Value self;
    Ref<TypeObject> start;
};

}  // namespace namescape
