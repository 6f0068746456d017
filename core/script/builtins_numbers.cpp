// Builtins about numbers: abs, sum, min, pow, hex …
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/operator_methods.h"
#include "script/utf8.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

namespace {

Value absolute(Interpreter& in, Arguments a) { return in.absolute(a[0]); }
Value divmod(Interpreter& in, Arguments a) { return in.divmod(a[0], a[1]); }
Value rounded(Interpreter& in, Arguments a) { return in.rounded(a[0], a[1]); }

Value power(Interpreter& in, Arguments a) {
    if (a[2].isNone()) return in.binary(BinaryOperator::Power, a[0], a[1]);
    if (const Value* method = in.findOverride(in.typeOf(a[0]), in.names().pow)) {
        const Value result = in.callOverride(*method, a[0], {a[1], a[2]});
        if (!result.isNotImplemented()) return result;
    }
    const Value& base = plainNumber(a[0]);
    const Value& exponent = plainNumber(a[1]);
    const Value& modulus = plainNumber(a[2]);
    if (!isInteger(base) || !isInteger(exponent) || !isInteger(modulus)) throw in.typeError("pow() 3rd argument not allowed unless all arguments are integers");
    return integerPower(in, base, exponent, modulus);
}

Value sum(Interpreter& in, Arguments a) {
    if (a[1].is<StringObject>()) throw in.typeError("sum() can't sum strings [use ''.join(seq) instead]");
    Value total = a[1];
    in.forEach(a[0], [&](const Value& value) {
        if (value.isFloat() && total.isFloat()) total = total.asFloat() + value.asFloat();
        else total = in.binary(BinaryOperator::Add, total, value);
    });
    return total;
}

Value extreme(Interpreter& in, Arguments a, const char* name, CompareOperator wins) {
    const auto given = a[2].as<TupleObject>()->values();
    const Value& key = a[0];
    const bool hasDefault = !a[1].isNotImplemented();
    if (given.empty()) throw in.typeError(fmt::format("{} expected at least 1 argument, got 0", name));
    if (given.size() > 1 && hasDefault) throw in.typeError(fmt::format("Cannot specify a default for {}() with multiple positional arguments", name));
    const Value all = given.size() == 1 ? given[0] : a[2];
    Value best = Value::unset(), bestKey;
    in.forEach(all, [&](const Value& value) {
        const Value valueKey = key.isNone() ? value : in.call(key, {value});
        if (!best.isUnset() && !in.truth(in.compare(wins, valueKey, bestKey))) return;
        best = value;
        bestKey = valueKey;
    });
    if (!best.isUnset()) return best;
    if (hasDefault) return a[1];
    throw in.valueError(fmt::format("{}() arg is an empty sequence", name));
}

Value minimum(Interpreter& in, Arguments a) { return extreme(in, a, "min", CompareOperator::Less); }
Value maximum(Interpreter& in, Arguments a) { return extreme(in, a, "max", CompareOperator::Greater); }

Value inBase(Interpreter& in, const Value& value, unsigned base, const char* prefix) {
    std::string digits = integerText(in, in.indexValue(value), base);
    digits.insert(digits[0] == '-' ? 1 : 0, prefix);
    return in.string(digits);
}

Value hexadecimal(Interpreter& in, Arguments a) { return inBase(in, a[0], 16, "0x"); }
Value octal(Interpreter& in, Arguments a) { return inBase(in, a[0], 8, "0o"); }
Value binary(Interpreter& in, Arguments a) { return inBase(in, a[0], 2, "0b"); }

Value codeOf(Interpreter& in, Arguments a) {
    if (const auto* bytes = a[0].as<BytesObject>()) {
        if (bytes->bytes().size() != 1) throw in.typeError(fmt::format("ord() expected a character, but string of length {} found", bytes->bytes().size()));
        return static_cast<int>(static_cast<unsigned char>(bytes->bytes()[0]));
    }
    const auto* text = a[0].as<StringObject>();
    if (!text) throw in.typeError(fmt::format("ord() expected string of length 1, but {} found", in.typeName(a[0])));
    if (text->length() != 1) throw in.typeError(fmt::format("ord() expected a character, but string of length {} found", text->length()));
    std::size_t at = 0;
    return decodeCodePoint(text->text(), at);
}

Value character(Interpreter& in, Arguments a) {
    const Value given = in.indexValue(a[0]);
    if (!given.isInt() && !given.isBool()) throw in.overflowError("Python int too large to convert to C int");
    const std::int64_t code = given.asInt();
    if (code != static_cast<std::int32_t>(code)) throw in.overflowError("Python int too large to convert to C int");
    if (code < 0 || code > 0x10ffff) throw in.valueError("chr() arg not in range(0x110000)");
    std::string text;
    appendCodePoint(text, static_cast<std::uint32_t>(code));
    return in.string(text);
}

constexpr BuiltinFunction functions[] = {
    {"abs(x, /)", absolute},
    {"divmod(x, y, /)", divmod},
    {"round(number, ndigits=None)", rounded},
    {"pow(base, exp, mod=None)", power},
    {"sum(iterable, /, start=0)", sum},
    {"hex(number, /)", hexadecimal},
    {"oct(number, /)", octal},
    {"bin(number, /)", binary},
    {"ord(c, /)", codeOf},
    {"chr(i, /)", character},
};

}  // namespace

void addNumberBuiltins(const BuiltinSetup& setup) {
    setup.functions(functions);
    // Their default must be told from any value that a program may give.
    constexpr BuiltinFunction extremes[] = {{"min(*args, key=None, default=nothing)", minimum}, {"max(*args, key=None, default=nothing)", maximum}};
    for (const BuiltinFunction& function : extremes) {
        auto made = setup.interpreter.heap().make<NativeFunctionObject>(*setup.interpreter.types().nativeFunction, function.signature, function.body, NativeDefaults{{"default", Value::notImplemented()}},
                                                                        CallErrorStyle::Builtin);
        setup.constant(made->name(), made);
    }
}

}  // namespace namescape
