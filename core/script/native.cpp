#include "script/native.h"

#include "script/builtin_types.h"
#include "script/well_known_names.h"

#include <stdexcept>

namespace namescape {

NativeClass::NativeClass(Interpreter& interpreter, std::string_view module, std::string_view name, std::vector<TypeObject*> bases)
    : m_interpreter(interpreter) {
    if (bases.empty()) bases.push_back(interpreter.types().object.get());
    m_type = interpreter.makeType(name, std::move(bases));
    m_type->module = module;
}

template <typename Make>
NativeClass& NativeClass::later(std::string_view name, Make make) {
    m_interpreter.setTypeAttributesLater(*m_type, [&in = m_interpreter, name = std::string(name), make = std::move(make)](TypeObject& type) {
        type.ownAttributes().set(in.intern(name), make(type));
    });
    return *this;
}

NativeClass& NativeClass::method(SignatureText signature, NativeBody body, NativeDefaults defaults) {
    return later(signature.name(), [&in = m_interpreter, signature, body = std::move(body), defaults = std::move(defaults)](TypeObject& type) -> Value {
        const auto made = in.function(signature, body, defaults);
        made->module = in.intern(type.module);
        made->definedIn = &type;
        return made;
    });
}

NativeClass& NativeClass::staticMethod(SignatureText signature, NativeBody body, NativeDefaults defaults) {
    return later(signature.name(), [&in = m_interpreter, signature, body = std::move(body), defaults = std::move(defaults)](TypeObject&) -> Value {
        return in.heap().make<StaticMethodObject>(*in.types().staticMethod, in.function(signature, body, defaults));
    });
}

NativeClass& NativeClass::classMethod(SignatureText signature, NativeBody body, NativeDefaults defaults) {
    return later(signature.name(), [&in = m_interpreter, signature, body = std::move(body), defaults = std::move(defaults)](TypeObject&) -> Value {
        return in.heap().make<ClassMethodObject>(*in.types().classMethod, in.function(signature, body, defaults));
    });
}

NativeClass& NativeClass::property(std::string_view name, NativeGetter getter, NativeSetter setter) {
    return later(name, [&in = m_interpreter, name = std::string(name), getter = std::move(getter), setter = std::move(setter)](TypeObject&) -> Value {
        const auto made = in.heap().make<PropertyObject>(*in.types().property);
        made->name = name;
        made->nativeGetter = getter;
        made->nativeSetter = setter;
        return made;
    });
}

NativeClass& NativeClass::attribute(std::string_view name, Value value) {
    return later(name, [value = std::move(value)](TypeObject&) { return value; });
}

NativeClass& NativeClass::identity(TypeObject::Identity function) {
    m_type->identity = function;
    return *this;
}

NativeClass& NativeClass::unhashable() {
    return attribute("__hash__", {});
}

NativeModule& NativeModule::function(SignatureText signature, NativeBody body, NativeDefaults defaults) {
    const auto made = m_interpreter.function(std::move(signature), std::move(body), std::move(defaults));
    made->module = m_interpreter.intern(m_module.name());
    return set(made->name(), made);
}

NativeModule& NativeModule::set(std::string_view name, Value value) {
    m_module.table().set(m_interpreter.intern(name), std::move(value));
    return *this;
}

NativeModule& NativeModule::onMissing(ModuleObject::MissingAttribute hook) {
    m_module.onMissing = std::move(hook);
    return *this;
}

ModuleObject& NativeModule::module(std::string_view name) {
    const InternedName interned = m_interpreter.intern(name);
    if (const Value* known = m_module.table().get(interned))
        if (auto* found = known->as<ModuleObject>()) return *found;
    auto made = m_interpreter.makeModule(m_module.name() + "." + std::string(name));
    ModuleObject& result = *made;
    m_module.table().set(interned, std::move(made));
    return result;
}

}  // namespace namescape
