// What `sys` and `inspect` need to know of the interpreter.
#include "script/builtin_types.h"
#include "script/evaluator.h"
#include "script/native.h"
#include "script/standard_modules.h"

namespace namescape {

namespace {

using Arguments = std::span<Value>;

Value exceptionInfo(Interpreter& interpreter, Arguments) {
    const Value handled = interpreter.evaluator().handledException();
    if (!handled.is<ExceptionObject>()) return interpreter.tuple({Value(), Value(), Value()});
    return interpreter.tuple({Value(&interpreter.typeOf(handled)), handled, Value()});
}

Value optionalText(Interpreter& interpreter, const std::optional<std::string>& text) {
    return text ? Value(interpreter.string(*text)) : Value();
}

Value textList(Interpreter& interpreter, const std::vector<std::string>& texts) {
    auto list = interpreter.list();
    for (const std::string& text : texts) list->values.push_back(interpreter.string(text));
    return list;
}

// (args, varargs, varkw, defaults, kwonlyargs), or None where it can't be told.
Value argumentSpec(Interpreter& interpreter, Arguments a) {
    const auto spec = interpreter.argumentSpec(a[0]);
    if (!spec) return {};
    return interpreter.tuple({textList(interpreter, spec->positional), optionalText(interpreter, spec->star), optionalText(interpreter, spec->doubleStar),
                              Value(interpreter.tuple(spec->defaults)), textList(interpreter, spec->keywordOnly)});
}

}  // namespace

void makeSysCore(Interpreter& interpreter, ModuleObject& module) {
    auto modules = interpreter.dict();
    if (ModuleObject* program = interpreter.mainModule()) modules->table.set(interpreter.intern("__main__"), Value(program));
    modules->table.set(interpreter.intern("builtins"), Value(&interpreter.builtins()));
    NativeModule(interpreter, module).set("modules", modules).function("exc_info()", exceptionInfo).function("argument_spec(callable)", argumentSpec);
}

}  // namespace namescape
