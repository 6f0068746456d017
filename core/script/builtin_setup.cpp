#include "script/builtin_setup.h"

#include "script/builtin_types.h"

namespace namescape {

namespace {

Ref<NativeFunctionObject> makeFunction(Interpreter& interpreter, const BuiltinFunction& function) {
    return interpreter.heap().make<NativeFunctionObject>(*interpreter.types().nativeFunction, function.signature, function.body, NativeDefaults{}, CallErrorStyle::Builtin);
}

void addMethod(Interpreter& interpreter, TypeObject& type, const BuiltinFunction& function) {
    using FirstArgument = NativeFunctionObject::FirstArgument;
    const auto made = makeFunction(interpreter, function);
    made->owner = &type;
    made->definedIn = &type;
    const std::string_view parameters = std::string_view(function.signature).substr(made->name().size());
    const bool isNew = made->name() == "__new__", takesClass = parameters.starts_with("(cls"), isStatic = parameters.starts_with("(static");
    made->firstArgument = isNew ? FirstArgument::Type : takesClass || isStatic ? FirstArgument::Any : FirstArgument::Instance;
    Value stored = made;
    if (isNew || isStatic) stored = interpreter.heap().make<StaticMethodObject>(*interpreter.types().staticMethod, made);
    else if (takesClass) stored = interpreter.heap().make<ClassMethodObject>(*interpreter.types().classMethod, made);
    type.ownAttributes().set(interpreter.intern(made->name()), std::move(stored));
}

void addGetter(Interpreter& interpreter, TypeObject& type, const BuiltinGetter& getter) {
    const auto made = interpreter.heap().make<PropertyObject>(*interpreter.types().property);
    made->name = getter.name;
    made->owner = &type;
    made->nativeGetter = getter.get;
    if (getter.set) made->nativeSetter = getter.set;
    type.ownAttributes().set(interpreter.intern(getter.name), made);
}

}  // namespace

void BuiltinSetup::methods(TypeObject& type, std::span<const BuiltinFunction> list) const {
    interpreter.setTypeAttributesLater(type, [&in = interpreter, list](TypeObject& late) {
        for (const BuiltinFunction& function : list) addMethod(in, late, function);
    });
}

void BuiltinSetup::getters(TypeObject& type, std::span<const BuiltinGetter> list) const {
    interpreter.setTypeAttributesLater(type, [&in = interpreter, list](TypeObject& late) {
        for (const BuiltinGetter& getter : list) addGetter(in, late, getter);
    });
}

void BuiltinSetup::unhashable(TypeObject& type) const {
    interpreter.setTypeAttributesLater(type, [&in = interpreter](TypeObject& late) { late.ownAttributes().set(in.intern("__hash__"), Value()); });
}

void BuiltinSetup::functions(ModuleObject& module, std::span<const BuiltinFunction> list) const {
    const InternedName moduleName = interpreter.intern(module.name());
    for (const BuiltinFunction& function : list) {
        const auto made = makeFunction(interpreter, function);
        made->module = moduleName;
        module.table().set(interpreter.intern(made->name()), made);
    }
}

void BuiltinSetup::constant(std::string_view name, Value value) const {
    interpreter.builtins().table().set(interpreter.intern(name), std::move(value));
}

}  // namespace namescape
