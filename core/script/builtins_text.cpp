// Builtins about text: print, repr, format, ascii, and what has no place here: input, open, eval …
#include "script/builtin_types.h"
#include "script/codecs.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"
#include "script/text_of_values.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

namespace {

std::string separator(Interpreter& in, const Value& value, const char* name, const char* fallback) {
    if (value.isNone()) return fallback;
    if (!value.is<StringObject>()) throw in.typeError(fmt::format("{} must be None or a string, not {}", name, in.typeName(value)));
    return in.str(value);
}

Value print(Interpreter& in, Arguments a) {
    const std::string between = separator(in, a[0], "sep", " ");
    const std::string end = separator(in, a[1], "end", "\n");
    const auto write = [&](std::string_view text) {
        // Only surrogates can't be printed, and their first byte is this one.
        if (text.find('\xed') != std::string_view::npos) encodeText(in, text, "utf-8", "strict");
        if (a[2].isNone()) in.print(text);
        else in.callMethod(a[2], in.names().write, {in.string(text)});
    };
    bool first = true;
    for (const Value& value : a[4].as<TupleObject>()->values()) {
        if (!first) write(between);
        first = false;
        write(in.str(value));
    }
    write(end);
    if (!a[2].isNone() && in.truth(a[3])) in.callMethod(a[2], in.intern("flush"));
    return {};
}

Value repr(Interpreter& in, Arguments a) { return in.reprValue(a[0]); }
Value ascii(Interpreter& in, Arguments a) { return in.string(asciiRepr(in, a[0])); }

Value format(Interpreter& in, Arguments a) {
    const auto* specification = a[1].as<StringObject>();
    if (!specification) throw in.typeError(fmt::format("format() argument 2 must be str, not {}", in.typeName(a[1])));
    return in.string(in.format(a[0], specification->text()));
}

Value input(Interpreter& in, Arguments) { throw in.error(*in.types().eofError, "EOF when reading a line"); }

Value open(Interpreter& in, Arguments a) {
    const Value path = a[0];
    auto error = in.heap().make<ExceptionObject>(*in.types().fileNotFoundError, in.tuple({Value(2), in.string("No such file or directory: " + in.repr(path) + " (programs can't open files here)")}));
    throw ScriptError(error);
}

Value evaluate(Interpreter& in, Arguments) { throw in.notImplementedError("eval() is not supported here"); }
Value execute(Interpreter& in, Arguments) { throw in.notImplementedError("exec() is not supported here"); }
Value compileText(Interpreter& in, Arguments) { throw in.notImplementedError("compile() is not supported here"); }

Value leave(Interpreter& in, Arguments a) {
    throw ScriptError(in.heap().make<ExceptionObject>(*in.types().systemExit, a[0].isNone() ? in.tuple({}) : in.tuple({a[0]})));
}

constexpr BuiltinFunction functions[] = {
    {"print(*args, sep=None, end=None, file=None, flush=False)", print},
    {"repr(obj, /)", repr},
    {"ascii(obj, /)", ascii},
    {"format(value, format_spec='', /)", format},
    {"input(prompt=None, /)", input},
    {"open(file, mode='r', *args, **kwargs)", open},
    {"eval(source, globals=None, locals=None, /)", evaluate},
    {"exec(source, globals=None, locals=None, /)", execute},
    {"compile(source, *args, **kwargs)", compileText},
    {"exit(code=None)", leave},
    {"quit(code=None)", leave},
};

}  // namespace

void addTextBuiltins(const BuiltinSetup& setup) {
    setup.functions(functions);
}

}  // namespace namescape
