// Makes exceptions: `throw interpreter.valueError("…")`.
#include "script/builtin_types.h"
#include "script/interpreter.h"

namespace namescape {

ScriptError Interpreter::error(TypeObject& type, std::string_view message) {
    return ScriptError(heap().make<ExceptionObject>(type, tuple({string(message)})));
}

ScriptError Interpreter::typeError(std::string_view message) { return error(*types().typeError, message); }
ScriptError Interpreter::valueError(std::string_view message) { return error(*types().valueError, message); }
ScriptError Interpreter::attributeError(std::string_view message) { return error(*types().attributeError, message); }
ScriptError Interpreter::indexError(std::string_view message) { return error(*types().indexError, message); }
ScriptError Interpreter::runtimeError(std::string_view message) { return error(*types().runtimeError, message); }
ScriptError Interpreter::notImplementedError(std::string_view message) { return error(*types().notImplementedError, message); }
ScriptError Interpreter::overflowError(std::string_view message) { return error(*types().overflowError, message); }
ScriptError Interpreter::zeroDivisionError(std::string_view message) { return error(*types().zeroDivisionError, message); }

ScriptError Interpreter::keyError(const Value& key) {
    return ScriptError(heap().make<ExceptionObject>(*types().keyError, tuple({key})));
}

ScriptError Interpreter::stopIteration(Value value) {
    auto exception = heap().make<ExceptionObject>(*types().stopIteration, value.isNone() ? tuple({}) : tuple({value}));
    exception->value = std::move(value);
    return ScriptError(std::move(exception));
}

}  // namespace namescape
