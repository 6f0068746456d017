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

NativeClass& NativeClass::method(std::string signature, NativeBody body, NativeDefaults defaults) {
    auto made = m_interpreter.function(std::move(signature), std::move(body), std::move(defaults));
    made->module = m_type->module;
    made->qualifiedName = m_type->name + "." + made->name();
    return attribute(made->name(), made);
}

NativeClass& NativeClass::staticMethod(std::string signature, NativeBody body, NativeDefaults defaults) {
    auto made = m_interpreter.function(std::move(signature), std::move(body), std::move(defaults));
    return attribute(made->name(), m_interpreter.heap().make<StaticMethodObject>(*m_interpreter.types().staticMethod, made));
}

NativeClass& NativeClass::classMethod(std::string signature, NativeBody body, NativeDefaults defaults) {
    auto made = m_interpreter.function(std::move(signature), std::move(body), std::move(defaults));
    return attribute(made->name(), m_interpreter.heap().make<ClassMethodObject>(*m_interpreter.types().classMethod, made));
}

NativeClass& NativeClass::property(std::string_view name, NativeGetter getter, NativeSetter setter) {
    auto made = m_interpreter.heap().make<PropertyObject>(*m_interpreter.types().property);
    made->name = name;
    made->nativeGetter = std::move(getter);
    made->nativeSetter = std::move(setter);
    return attribute(name, made);
}

NativeClass& NativeClass::attribute(std::string_view name, Value value) {
    m_interpreter.setTypeAttribute(*m_type, m_interpreter.intern(name), std::move(value));
    return *this;
}

NativeClass& NativeClass::identity(TypeObject::Identity function) {
    m_type->identity = function;
    return *this;
}

NativeClass& NativeClass::unhashable() {
    return attribute("__hash__", {});
}

NativeModule& NativeModule::function(std::string signature, NativeBody body, NativeDefaults defaults) {
    auto made = m_interpreter.function(std::move(signature), std::move(body), std::move(defaults));
    made->module = m_module.name();
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
