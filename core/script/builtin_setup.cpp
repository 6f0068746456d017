#include "script/builtin_setup.h"

#include "script/builtin_types.h"

namespace namescape {

namespace {

Ref<NativeFunctionObject> makeFunction(Interpreter& interpreter, const BuiltinFunction& function) {
    return interpreter.heap().make<NativeFunctionObject>(*interpreter.types().nativeFunction, function.signature, function.body, NativeDefaults{}, CallErrorStyle::Builtin);
}

}  // namespace

void BuiltinSetup::methods(TypeObject& type, std::span<const BuiltinFunction> list) const {
    for (const BuiltinFunction& function : list) {
        auto made = makeFunction(interpreter, function);
        made->owner = &type;
        made->qualifiedName = type.name + "." + made->name();
        const InternedName name = interpreter.intern(made->name());
        const bool takesClass = std::string_view(function.signature).substr(made->name().size()).starts_with("(cls");
        Value stored = made;
        const bool isNew = made->name() == "__new__";
        made->firstArgument = isNew ? NativeFunctionObject::FirstArgument::Type : takesClass || std::string_view(function.signature).find("(static") != std::string_view::npos ? NativeFunctionObject::FirstArgument::Any : NativeFunctionObject::FirstArgument::Instance;
        if (isNew || std::string_view(function.signature).substr(made->name().size()).starts_with("(static"))
            stored = interpreter.heap().make<StaticMethodObject>(*interpreter.types().staticMethod, made);
        else if (takesClass) stored = interpreter.heap().make<ClassMethodObject>(*interpreter.types().classMethod, made);
        type.attributes.set(name, std::move(stored));
    }
}

void BuiltinSetup::getters(TypeObject& type, std::span<const BuiltinGetter> list) const {
    for (const BuiltinGetter& getter : list) {
        auto made = interpreter.heap().make<PropertyObject>(*interpreter.types().property);
        made->name = getter.name;
        made->owner = &type;
        made->nativeGetter = getter.get;
        if (getter.set) made->nativeSetter = getter.set;
        type.attributes.set(interpreter.intern(getter.name), made);
    }
}

void BuiltinSetup::functions(ModuleObject& module, std::span<const BuiltinFunction> list) const {
    for (const BuiltinFunction& function : list) {
        auto made = makeFunction(interpreter, function);
        made->module = module.name();
        module.table().set(interpreter.intern(made->name()), made);
    }
}

void BuiltinSetup::constant(std::string_view name, Value value) const {
    interpreter.builtins().table().set(interpreter.intern(name), std::move(value));
}

}  // namespace namescape
