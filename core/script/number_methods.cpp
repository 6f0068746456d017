// Methods of int, bool, float and complex.
#include "script/builtin_types.h"
#include "script/float_text.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/operator_methods.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

Value ofType(Interpreter& in, const Value& type, Value number) {
    auto& actual = *type.as<TypeObject>();
    if (&actual == in.types().boolean.get()) return in.truth(number);
    if (actual.isBuiltin) return number;
    return in.heap().make<NumberObject>(actual, std::move(number));
}

std::string_view textOf(const Value& value) {
    if (const auto* string = value.as<StringObject>()) return string->text();
    return value.as<BytesObject>()->bytes();
}

Value integerFromText(Interpreter& in, const Value& text, std::int64_t base) {
    if (base != 0 && (base < 2 || base > 36)) throw in.valueError("int() base must be >= 2 and <= 36, or 0");
    if (auto parsed = parseInteger(in, textOf(text), static_cast<unsigned>(base))) return std::move(*parsed);
    throw in.valueError(fmt::format("invalid literal for int() with base {}: {}", base, in.builtinRepr(text)));
}

Value integerFrom(Interpreter& in, const Value& value) {
    const Value& plain = plainNumber(value);
    if (plain.isBool()) return plain.asInt();
    if (isInteger(plain)) return plain;
    if (plain.isFloat()) {
        const double number = plain.asFloat();
        if (std::isnan(number)) throw in.valueError("cannot convert float NaN to integer");
        if (std::isinf(number)) throw in.overflowError("cannot convert float infinity to integer");
        return integerFromDouble(in, number);
    }
    if (value.is<StringObject>() || value.is<BytesObject>()) return integerFromText(in, value, 10);
    for (const InternedName name : {in.names().int_, in.names().index, in.names().trunc}) {
        const Value* method = in.findOverride(in.typeOf(value), name);
        if (!method) continue;
        const Value result = in.callOverride(*method, value, {});
        if (!isInteger(plainNumber(result))) throw in.typeError(fmt::format("{} returned non-int (type {})", name->text(), in.typeName(result)));
        return plainNumber(result).isBool() ? Value(plainNumber(result).asInt()) : plainNumber(result);
    }
    const char* real = in.options().wording == ErrorWording::Python37 ? "number" : "real number";
    throw in.typeError(fmt::format("int() argument must be a string, a bytes-like object or a {}, not '{}'", real, in.typeName(value)));
}

Value integerNew(Interpreter& in, Arguments a) {
    if (a[2].isUnset() || a[2].isNone()) return ofType(in, a[0], a[1].isUnset() ? Value(0) : integerFrom(in, a[1]));
    if (!a[1].is<StringObject>() && !a[1].is<BytesObject>()) throw in.typeError("int() can't convert non-string with explicit base");
    return ofType(in, a[0], integerFromText(in, a[1], in.index(a[2])));
}

Value booleanNew(Interpreter& in, Arguments a) { return in.truth(a[1]); }

Value floatNew(Interpreter& in, Arguments a) {
    const Value& value = a[1];
    if (value.is<StringObject>() || value.is<BytesObject>()) {
        if (const auto parsed = parseFloat(textOf(value))) return ofType(in, a[0], *parsed);
        throw in.valueError(fmt::format("could not convert string to float: {}", in.builtinRepr(value)));
    }
    const bool isConvertible = isNumber(value) || in.findOverride(in.typeOf(value), in.names().float_) || in.findOverride(in.typeOf(value), in.names().index);
    const char* real = in.options().wording == ErrorWording::Python37 ? "number" : "real number";
    if (!isConvertible || value.is<ComplexObject>()) throw in.typeError(fmt::format("float() argument must be a string or a {}, not '{}'", real, in.typeName(value)));
    return ofType(in, a[0], in.toDouble(value));
}

// "1+2j", "-j", "(3e4)": a real part, an imaginary part, or both.
std::optional<std::complex<double>> parseComplex(std::string_view text) {
    const auto strip = [&] {
        constexpr std::string_view space = " \t\n\r\f\v";
        while (!text.empty() && space.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
        while (!text.empty() && space.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    };
    strip();
    if (text.size() > 1 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
        strip();
    }
    if (text.find_first_of(" \t\n\r\f\v") != std::string_view::npos || text.empty()) return std::nullopt;
    if (text.back() != 'j' && text.back() != 'J') return parseFloat(text);
    text.remove_suffix(1);
    std::size_t sign = text.find_last_of("+-");
    if (sign != std::string_view::npos && sign > 0 && (text[sign - 1] == 'e' || text[sign - 1] == 'E')) sign = text.substr(0, sign).find_last_of("+-");
    const std::size_t split = sign == std::string_view::npos ? 0 : sign;
    const std::string_view imaginary = text.substr(split);
    const auto real = split == 0 ? 0.0 : parseFloat(text.substr(0, split));
    const auto unit = imaginary.empty() || imaginary == "+" ? std::optional(1.0) : imaginary == "-" ? -1.0 : parseFloat(imaginary);
    if (!real || !unit) return std::nullopt;
    return std::complex<double>(*real, *unit);
}

std::complex<double> complexPart(Interpreter& in, const Value& value, const char* wanted) {
    if (const auto* complex = value.as<ComplexObject>()) return complex->value;
    if (!isNumber(value) && !in.findOverride(in.typeOf(value), in.names().float_) && !in.findOverride(in.typeOf(value), in.names().index))
        throw in.typeError(fmt::format("complex() {}, not '{}'", wanted, in.typeName(value)));
    return in.toDouble(value);
}

Value complexNew(Interpreter& in, Arguments a) {
    const bool hasImaginary = !a[2].isNotImplemented();
    if (const auto* text = a[1].as<StringObject>()) {
        if (hasImaginary) throw in.typeError("complex() can't take second arg if first is a string");
        if (const auto parsed = parseComplex(text->text())) return makeComplex(in, *parsed);
        throw in.valueError("complex() arg is a malformed string");
    }
    if (a[2].is<StringObject>()) throw in.typeError("complex() second arg can't be a string");
    const std::complex<double> real = complexPart(in, a[1], "first argument must be a string or a number");
    return makeComplex(in, hasImaginary ? real + complexPart(in, a[2], "second argument must be a number") * std::complex<double>(0, 1) : real);
}

Value bitLengthOf(Interpreter&, Arguments a) { return static_cast<std::int64_t>(bitLength(plainNumber(a[0]))); }
Value bitCountOf(Interpreter&, Arguments a) { return static_cast<std::int64_t>(bitCount(plainNumber(a[0]))); }
Value integerItself(Interpreter& in, Arguments a) { return integerFrom(in, a[0]); }

Value toBytes(Interpreter& in, Arguments a) {
    const std::int64_t length = in.index(a[1]);
    if (length < 0 || length > 1024) throw in.valueError("length argument must be non-negative");
    std::string bytes;
    Value rest = plainNumber(a[0]);
    if (isNegative(rest)) throw in.overflowError("can't convert negative int to unsigned");
    for (std::int64_t i = 0; i < length; ++i) {
        bytes += static_cast<char>(integerOperation(in, BinaryOperator::BitAnd, rest, 255).asInt());
        rest = integerOperation(in, BinaryOperator::RightShift, rest, 8);
    }
    if (!isZero(rest)) throw in.overflowError("int too big to convert");
    if (in.str(a[2]) == "big") bytes = std::string(bytes.rbegin(), bytes.rend());
    return in.heap().make<BytesObject>(*in.types().bytes, bytes, in.heap());
}

Value fromBytes(Interpreter& in, Arguments a) {
    std::string bytes;
    in.forEach(a[1], [&](const Value& byte) { bytes += static_cast<char>(in.index(byte)); });
    if (in.str(a[2]) == "little") bytes = std::string(bytes.rbegin(), bytes.rend());
    Value number = 0;
    for (const char byte : bytes)
        number = integerOperation(in, BinaryOperator::BitOr, integerOperation(in, BinaryOperator::LeftShift, number, 8), static_cast<std::int64_t>(static_cast<unsigned char>(byte)));
    return number;
}

double doubleOf(Interpreter& in, const Value& self) { return in.toDouble(plainNumber(self)); }

Value isIntegral(Interpreter& in, Arguments a) {
    const double number = doubleOf(in, a[0]);
    return std::isfinite(number) && number == std::floor(number);
}

Value asRatio(Interpreter& in, Arguments a) {
    if (isInteger(plainNumber(a[0]))) return in.tuple({plainNumber(a[0]), Value(1)});
    const double number = doubleOf(in, a[0]);
    if (std::isnan(number)) throw in.valueError("cannot convert NaN to integer ratio");
    if (std::isinf(number)) throw in.overflowError("cannot convert Infinity to integer ratio");
    int exponent;
    double mantissa = std::frexp(number, &exponent);
    while (mantissa != std::floor(mantissa)) {
        mantissa *= 2;
        --exponent;
    }
    const Value numerator = integerFromDouble(in, mantissa);
    const auto power = [&](int bits) { return integerOperation(in, BinaryOperator::LeftShift, 1, bits); };
    if (exponent >= 0) return in.tuple({integerOperation(in, BinaryOperator::Multiply, numerator, power(exponent)), Value(1)});
    return in.tuple({numerator, power(-exponent)});
}

Value floatHex(Interpreter& in, Arguments a) {
    const double number = doubleOf(in, a[0]);
    if (!std::isfinite(number)) return in.string(floatRepr(number));
    return in.string(fmt::format("{:a}", number));
}

Value absolute(Interpreter& in, Arguments a) { return in.absolute(a[0]); }
Value truthOf(Interpreter& in, Arguments a) { return in.truth(plainNumber(a[0])); }
Value negative(Interpreter& in, Arguments a) { return numberUnary(in, UnaryOperator::Minus, a[0]); }
Value positive(Interpreter& in, Arguments a) { return numberUnary(in, UnaryOperator::Plus, a[0]); }
Value inverted(Interpreter& in, Arguments a) { return numberUnary(in, UnaryOperator::Invert, a[0]); }
Value roundedTo(Interpreter& in, Arguments a) { return in.rounded(plainNumber(a[0]), a[1]); }
Value floored(Interpreter& in, Arguments a) { return isInteger(plainNumber(a[0])) ? plainNumber(a[0]) : integerFrom(in, std::floor(doubleOf(in, a[0]))); }
Value ceiled(Interpreter& in, Arguments a) { return isInteger(plainNumber(a[0])) ? plainNumber(a[0]) : integerFrom(in, std::ceil(doubleOf(in, a[0]))); }
Value truncated(Interpreter& in, Arguments a) { return integerFrom(in, a[0]); }
Value toFloat(Interpreter& in, Arguments a) { return doubleOf(in, a[0]); }
Value divided(Interpreter& in, Arguments a) { return in.divmod(a[0], a[1]); }
Value conjugate(Interpreter& in, Arguments a) {
    if (const auto* complex = a[0].as<ComplexObject>()) return makeComplex(in, std::conj(complex->value));
    return plainNumber(a[0]);
}

constexpr BuiltinFunction arithmetic[] = {
    {"__add__(self, value, /)", forwardMethod<BinaryOperator::Add>},
    {"__radd__(self, value, /)", reflectedMethod<BinaryOperator::Add>},
    {"__sub__(self, value, /)", forwardMethod<BinaryOperator::Subtract>},
    {"__rsub__(self, value, /)", reflectedMethod<BinaryOperator::Subtract>},
    {"__mul__(self, value, /)", forwardMethod<BinaryOperator::Multiply>},
    {"__rmul__(self, value, /)", reflectedMethod<BinaryOperator::Multiply>},
    {"__truediv__(self, value, /)", forwardMethod<BinaryOperator::TrueDivide>},
    {"__rtruediv__(self, value, /)", reflectedMethod<BinaryOperator::TrueDivide>},
    {"__pow__(self, value, mod=None, /)", forwardMethod<BinaryOperator::Power>},
    {"__rpow__(self, value, mod=None, /)", reflectedMethod<BinaryOperator::Power>},
    {"__neg__(self, /)", negative},
    {"__pos__(self, /)", positive},
    {"__abs__(self, /)", absolute},
    {"__bool__(self, /)", truthOf},
    {"__hash__(self, /)", hashMethod},
    {"__repr__(self, /)", reprMethod},
    {"conjugate(self, /)", conjugate},
};

constexpr BuiltinFunction realArithmetic[] = {
    {"__floordiv__(self, value, /)", forwardMethod<BinaryOperator::FloorDivide>},
    {"__rfloordiv__(self, value, /)", reflectedMethod<BinaryOperator::FloorDivide>},
    {"__mod__(self, value, /)", forwardMethod<BinaryOperator::Modulo>},
    {"__rmod__(self, value, /)", reflectedMethod<BinaryOperator::Modulo>},
    {"__divmod__(self, value, /)", divided},
    {"__round__(self, ndigits=None, /)", roundedTo},
    {"__floor__(self, /)", floored},
    {"__ceil__(self, /)", ceiled},
    {"__trunc__(self, /)", truncated},
    {"__float__(self, /)", toFloat},
    {"__int__(self, /)", truncated},
    {"as_integer_ratio(self, /)", asRatio},
};

constexpr BuiltinFunction integerMethods[] = {
    {"__new__(cls, x=0, /, base=None)", integerNew},
    {"__and__(self, value, /)", forwardMethod<BinaryOperator::BitAnd>},
    {"__rand__(self, value, /)", reflectedMethod<BinaryOperator::BitAnd>},
    {"__or__(self, value, /)", forwardMethod<BinaryOperator::BitOr>},
    {"__ror__(self, value, /)", reflectedMethod<BinaryOperator::BitOr>},
    {"__xor__(self, value, /)", forwardMethod<BinaryOperator::BitXor>},
    {"__rxor__(self, value, /)", reflectedMethod<BinaryOperator::BitXor>},
    {"__lshift__(self, value, /)", forwardMethod<BinaryOperator::LeftShift>},
    {"__rlshift__(self, value, /)", reflectedMethod<BinaryOperator::LeftShift>},
    {"__rshift__(self, value, /)", forwardMethod<BinaryOperator::RightShift>},
    {"__rrshift__(self, value, /)", reflectedMethod<BinaryOperator::RightShift>},
    {"__invert__(self, /)", inverted},
    {"__index__(self, /)", integerItself},
    {"bit_length(self, /)", bitLengthOf},
    {"bit_count(self, /)", bitCountOf},
    {"to_bytes(self, length=1, byteorder='big', *, signed=False)", toBytes},
    {"from_bytes(cls, bytes, byteorder='big', *, signed=False)", fromBytes},
};

constexpr BuiltinFunction floatMethods[] = {
    {"__new__(cls, x=0.0, /)", floatNew},
    {"is_integer(self, /)", isIntegral},
    {"hex(self, /)", floatHex},
};

constexpr BuiltinGetter parts[] = {
    {"real", [](Interpreter&, const Value& self) -> Value { return plainNumber(self); }},
    {"imag", [](Interpreter&, const Value& self) -> Value { return plainNumber(self).isFloat() ? Value(0.0) : Value(0); }},
};
constexpr BuiltinGetter integerParts[] = {
    {"numerator", [](Interpreter&, const Value& self) -> Value { return plainNumber(self); }},
    {"denominator", [](Interpreter&, const Value&) -> Value { return 1; }},
};
constexpr BuiltinGetter complexParts[] = {
    {"real", [](Interpreter&, const Value& self) -> Value { return self.as<ComplexObject>()->value.real(); }},
    {"imag", [](Interpreter&, const Value& self) -> Value { return self.as<ComplexObject>()->value.imag(); }},
};

}  // namespace

Value Interpreter::absolute(const Value& value) {
    if (const Value* method = findOverride(typeOf(value), names().abs)) return callOverride(*method, value, {});
    const Value& plain = plainNumber(value);
    if (isInteger(plain)) return isNegative(plain) ? negateInteger(*this, plain) : numberUnary(*this, UnaryOperator::Plus, plain);
    if (plain.isFloat()) return std::abs(plain.asFloat());
    if (const auto* complex = plain.as<ComplexObject>()) return std::abs(complex->value);
    throw typeError(fmt::format("bad operand type for abs(): '{}'", typeName(value)));
}

Value Interpreter::divmod(const Value& left, const Value& right) {
    if (isNumber(left) && isNumber(right) && !left.is<ComplexObject>()) {
        const Value& a = plainNumber(left);
        const Value& b = plainNumber(right);
        if (isInteger(a) && isInteger(b) && isZero(b)) throw zeroDivisionError("integer division or modulo by zero");
        if (!(isInteger(a) && isInteger(b)) && toDouble(b) == 0) throw zeroDivisionError("float divmod()");
        return tuple({binary(BinaryOperator::FloorDivide, a, b), binary(BinaryOperator::Modulo, a, b)});
    }
    if (const Value* method = findOverride(typeOf(left), names().divmod)) {
        Value result = callOverride(*method, left, {right});
        if (!result.isNotImplemented()) return result;
    }
    if (const Value* method = findOverride(typeOf(right), names().rdivmod)) {
        Value result = callOverride(*method, right, {left});
        if (!result.isNotImplemented()) return result;
    }
    throw typeError(fmt::format("unsupported operand type(s) for divmod(): '{}' and '{}'", typeName(left), typeName(right)));
}

namespace {

// Half to even, as the decimal text of the number says.
double roundToDigits(double number, int digits) {
    if (!std::isfinite(number)) return number;
    if (digits > 323) return number;
    if (digits < -309) return std::copysign(0.0, number);
    if (digits >= 0) return *parseFloat(floatFixed(number, digits));
    const double scale = std::pow(10.0, -digits);
    const double scaled = number / scale;
    double rounded = std::round(scaled);
    if (std::abs(scaled - rounded) == 0.5) rounded = 2 * std::round(scaled / 2);
    return rounded * scale;
}

Value roundInteger(Interpreter& in, const Value& number, std::int64_t digits) {
    if (digits >= 0) return number;
    const Value unit = integerPower(in, 10, -digits, {});
    const Value half = integerOperation(in, BinaryOperator::FloorDivide, unit, 2);
    const Value remainder = integerOperation(in, BinaryOperator::Modulo, number, unit);
    const Value base = integerOperation(in, BinaryOperator::Subtract, number, remainder);
    const auto order = compareIntegers(remainder, half);
    const Value quotient = integerOperation(in, BinaryOperator::FloorDivide, number, unit);
    const bool isOdd = integerOperation(in, BinaryOperator::BitAnd, quotient, 1).asInt() == 1;
    return order > 0 || (order == 0 && isOdd) ? integerOperation(in, BinaryOperator::Add, base, unit) : base;
}

}  // namespace

Value Interpreter::rounded(const Value& value, const Value& digits) {
    if (const Value* method = findOverride(typeOf(value), names().round)) return digits.isNone() ? callOverride(*method, value, {}) : callOverride(*method, value, {digits});
    const Value& plain = plainNumber(value);
    if (isInteger(plain)) return digits.isNone() ? numberUnary(*this, UnaryOperator::Plus, plain) : roundInteger(*this, plain, index(digits));
    if (!plain.isFloat()) throw typeError(fmt::format("type {} doesn't define __round__ method", typeName(value)));
    const double number = plain.asFloat();
    if (!digits.isNone()) return roundToDigits(number, static_cast<int>(std::clamp<std::int64_t>(index(digits), -1000, 1000)));
    if (std::isnan(number)) throw valueError("cannot convert float NaN to integer");
    if (std::isinf(number)) throw overflowError("cannot convert float infinity to integer");
    double whole = std::round(number);
    if (std::abs(number - std::trunc(number)) == 0.5) whole = 2 * std::round(number / 2);
    return integerFromDouble(*this, whole);
}

void addNumberMethods(const BuiltinSetup& setup) {
    const BuiltinTypes& types = setup.interpreter.types();
    for (const auto& type : {types.integer, types.floating, types.complex}) {
        setup.methods(*type, arithmetic);
        const bool isComplex = type.get() == types.complex.get();
        addComparisons(setup, *type, !isComplex);
        if (!isComplex) {
            setup.methods(*type, realArithmetic);
            setup.getters(*type, parts);
        }
    }
    setup.methods(*types.integer, integerMethods);
    setup.getters(*types.integer, integerParts);
    static constexpr BuiltinFunction booleanMethods[] = {{"__new__(cls, x=False, /)", booleanNew}};
    setup.methods(*types.boolean, booleanMethods);
    setup.methods(*types.floating, floatMethods);
    static constexpr BuiltinFunction complexMethods[] = {{"__new__(cls, real=0, imag=nothing)", complexNew}};
    setup.methods(*types.complex, complexMethods);
    setup.getters(*types.complex, complexParts);
}

}  // namespace namescape
