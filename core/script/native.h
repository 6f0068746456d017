// Defines Python types and modules in C++.
//
// Signatures are written as in Python: "variable_scope(name_or_scope, default_name=None, *args, reuse=None, **kwargs)". A `/`
// ends positional-only parameters, a lone `*` begins keyword-only ones. Defaults are None, True, False, numbers, 'strings',
// () or (numbers, …); any other text stands for a value that is handed in by the parameter's name. Arguments are bound, and
// complained about in CPython's words, by the same code as for functions of programs.
//
//     NativeClass(interpreter, "tensorflow.python.framework.ops", "Tensor")
//         .method("__add__(self, other)", [](Interpreter& in, std::span<Value> arguments) -> Value { … })
//         .property("name", [](Interpreter& in, const Value& self) -> Value { return in.string(self.as<Tensor>()->name()); });
//
// Operators, calls, iteration, `with`, comparisons and so on are methods with Python's names (__radd__, __call__, __iter__,
// __enter__, __eq__ …); a binary one returns Value::notImplemented() for operands that it doesn't know. Programs' classes may
// inherit from a native type: their instances get the payload when the native __init__ is called.
#pragma once

#include "script/interpreter.h"

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace namescape {

class NativeClass {
public:
    // `module` is what repr() and __module__ show. Without bases it inherits from object.
    NativeClass(Interpreter& interpreter, std::string_view module, std::string_view name, std::vector<TypeObject*> bases = {});

    // A method: the first parameter is the object. `__init__` makes the payload by self.as<InstanceObject>()->emplace<T>(…).
    NativeClass& method(SignatureText signature, NativeBody body, NativeDefaults defaults = {});
    NativeClass& staticMethod(SignatureText signature, NativeBody body, NativeDefaults defaults = {});
    // The first parameter is the class.
    NativeClass& classMethod(SignatureText signature, NativeBody body, NativeDefaults defaults = {});
    // Without a setter the attribute can't be set.
    NativeClass& property(std::string_view name, NativeGetter getter, NativeSetter setter = {});
    // An attribute of the class.
    NativeClass& attribute(std::string_view name, Value value);
    // Two wrappers of the same thing are one object to `is`, id() and, unless there is an __eq__, to `==` and hash().
    NativeClass& identity(TypeObject::Identity function);
    // Sets and dicts refuse its instances.
    NativeClass& unhashable();

    TypeObject& type() const { return *m_type; }

private:
    // What `make(type)` gives is made when an attribute of the type is first looked for.
    template <typename Make>
    NativeClass& later(std::string_view name, Make make);

    Interpreter& m_interpreter;
    Ref<TypeObject> m_type;
};

// Fills a module, or anything else that has a table of names.
class NativeModule {
public:
    NativeModule(Interpreter& interpreter, ModuleObject& module) : m_interpreter(interpreter), m_module(module) {}

    NativeModule& function(SignatureText signature, NativeBody body, NativeDefaults defaults = {});
    NativeModule& set(std::string_view name, Value value);
    NativeModule& onMissing(ModuleObject::MissingAttribute hook);
    // A module inside, `tf.nn`; the same one when it is asked for again.
    ModuleObject& module(std::string_view name);

private:
    Interpreter& m_interpreter;
    ModuleObject& m_module;
};

// The payload of an object that must be a T, for the `self` of methods. Raises AttributeError where a program's class forgot
// to call the native __init__.
template <typename T>
T& payloadOf(Interpreter& interpreter, const Value& self) {
    if (T* payload = self.as<T>()) return *payload;
    throw interpreter.attributeError("'" + interpreter.typeName(self) + "' object was not initialised: super().__init__() was not called");
}

}  // namespace namescape
