#include "script/integers.h"

#include "script/builtin_types.h"
#include "script/interpreter.h"

#include <boost/multiprecision/cpp_int.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

namespace namescape {

namespace multiprecision = boost::multiprecision;
using Big = multiprecision::cpp_int;

struct BigIntObject::Digits {
    Big value;
};

namespace {

constexpr std::size_t maxDecimalDigits = 4300;  // CPython's default
constexpr std::uint64_t hashModulus = (std::uint64_t{1} << 61) - 1;

std::size_t bytesOf(const Big& value) {
    return value.backend().size() * sizeof(multiprecision::limb_type) + sizeof(Big);
}

Big toBig(const Value& value) {
    if (const auto* big = value.as<BigIntObject>()) return big->digits().value;
    return Big(value.asInt());
}

std::size_t bitsOf(const Big& value) {
    return value.is_zero() ? 0 : msb(value < 0 ? Big(-value) : value) + 1;
}

void refuseAbove(Interpreter& interpreter, double bits) {
    if (bits > static_cast<double>(maxIntegerBits)) throw interpreter.overflowError(fmt::format("integers of more than {} bits are not supported", maxIntegerBits));
}

Value fromBig(Interpreter& interpreter, Big value) {
    if (value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max()) return static_cast<std::int64_t>(value);
    refuseAbove(interpreter, static_cast<double>(bitsOf(value)));
    interpreter.heap().charge(bytesOf(value));
    auto digits = std::make_unique<BigIntObject::Digits>();
    digits->value = std::move(value);
    return interpreter.heap().make<BigIntObject>(*interpreter.types().integer, std::move(digits));
}

// The leading 63 bits, and behind them a bit that says whether anything is left, round as the whole would.
double nearestDouble(const Big& value) {
    const Big magnitude = value < 0 ? Big(-value) : value;
    const std::size_t bits = bitsOf(magnitude);
    const std::size_t shift = bits > 63 ? bits - 63 : 0;
    if (shift > 2000) return value < 0 ? -HUGE_VAL : HUGE_VAL;
    const Big leading = magnitude >> shift;
    const bool hasRest = shift > 0 && (leading << shift) != magnitude;
    const double result = std::ldexp(static_cast<double>(static_cast<std::uint64_t>(leading) << 1 | (hasRest ? 1u : 0u)), static_cast<int>(shift) - 1);
    return value < 0 ? -result : result;
}

// Python rounds quotients down.
void divideFloor(const Big& left, const Big& right, Big& quotient, Big& remainder) {
    multiprecision::divide_qr(left, right, quotient, remainder);
    if (!remainder.is_zero() && (remainder < 0) != (right < 0)) {
        --quotient;
        remainder += right;
    }
}

Value bigDivision(Interpreter& interpreter, BinaryOperator op, const Big& left, const Big& right) {
    if (right.is_zero()) throw interpreter.zeroDivisionError(op == BinaryOperator::Modulo ? "integer division or modulo by zero" : "integer division or modulo by zero");
    Big quotient, remainder;
    divideFloor(left, right, quotient, remainder);
    return fromBig(interpreter, op == BinaryOperator::Modulo ? std::move(remainder) : std::move(quotient));
}

// The shift's count, or nothing where it is beyond all reason.
std::optional<std::size_t> shiftCount(const Big& count) {
    if (count > static_cast<std::int64_t>(maxIntegerBits) * 2) return std::nullopt;
    return static_cast<std::size_t>(count);
}

Value bigShift(Interpreter& interpreter, BinaryOperator op, const Big& left, const Big& right) {
    if (right < 0) throw interpreter.valueError("negative shift count");
    const auto count = shiftCount(right);
    if (op == BinaryOperator::LeftShift) {
        if (left.is_zero()) return 0;
        refuseAbove(interpreter, count ? static_cast<double>(bitsOf(left) + *count) : HUGE_VAL);
        return fromBig(interpreter, left << *count);
    }
    if (!count) return left < 0 ? -1 : 0;
    if (left >= 0) return fromBig(interpreter, left >> *count);
    return fromBig(interpreter, -((-left - 1) >> *count) - 1);
}

// cpp_int has no bit operations on negative numbers: they are done on two's complements of enough bits.
Value bigBits(Interpreter& interpreter, BinaryOperator op, Big left, Big right) {
    const std::size_t bits = std::max(bitsOf(left), bitsOf(right)) + 1;
    const Big whole = Big(1) << bits;
    if (left < 0) left += whole;
    if (right < 0) right += whole;
    Big result = op == BinaryOperator::BitAnd ? Big(left & right) : op == BinaryOperator::BitOr ? Big(left | right) : Big(left ^ right);
    if (bit_test(result, static_cast<unsigned>(bits - 1))) result -= whole;
    return fromBig(interpreter, std::move(result));
}

void chargeProduct(Interpreter& interpreter, const Big& left, const Big& right) {
    interpreter.step(1 + left.backend().size() * right.backend().size() / 64);
}

Value bigPower(Interpreter& interpreter, Big base, Big exponent) {
    if (exponent < 0 && base.is_zero()) throw interpreter.zeroDivisionError("0.0 cannot be raised to a negative power");
    if (exponent < 0) return std::pow(integerToDouble(interpreter, fromBig(interpreter, base)), integerToDouble(interpreter, fromBig(interpreter, exponent)));
    if (base == 1 || exponent.is_zero()) return 1;
    if (base.is_zero()) return 0;
    if (base == -1) return bit_test(exponent, 0) ? -1 : 1;
    refuseAbove(interpreter, static_cast<double>(bitsOf(base) - 1) * static_cast<double>(exponent));
    auto remaining = static_cast<std::uint64_t>(exponent);
    Big result = 1;
    for (;;) {
        if (remaining & 1) {
            chargeProduct(interpreter, result, base);
            result *= base;
        }
        remaining >>= 1;
        if (remaining == 0) break;
        chargeProduct(interpreter, base, base);
        base *= base;
    }
    return fromBig(interpreter, std::move(result));
}

Value bigOperation(Interpreter& interpreter, BinaryOperator op, const Value& leftValue, const Value& rightValue) {
    Big left = toBig(leftValue);
    Big right = toBig(rightValue);
    switch (op) {
    case BinaryOperator::Add: return fromBig(interpreter, left + right);
    case BinaryOperator::Subtract: return fromBig(interpreter, left - right);
    case BinaryOperator::Multiply:
        refuseAbove(interpreter, static_cast<double>(bitsOf(left) + bitsOf(right)) - 2);
        chargeProduct(interpreter, left, right);
        return fromBig(interpreter, left * right);
    case BinaryOperator::FloorDivide:
    case BinaryOperator::Modulo: chargeProduct(interpreter, left, right); return bigDivision(interpreter, op, left, right);
    case BinaryOperator::Power: return bigPower(interpreter, std::move(left), std::move(right));
    case BinaryOperator::LeftShift:
    case BinaryOperator::RightShift: return bigShift(interpreter, op, left, right);
    case BinaryOperator::BitAnd:
    case BinaryOperator::BitOr:
    case BinaryOperator::BitXor: return bigBits(interpreter, op, std::move(left), std::move(right));
    case BinaryOperator::TrueDivide:
    case BinaryOperator::MatrixMultiply: break;
    }
    return Value::notImplemented();
}

// Where both fit 64 bits and so does the result.
std::optional<Value> smallOperation(Interpreter& interpreter, BinaryOperator op, std::int64_t left, std::int64_t right) {
    std::int64_t result;
    switch (op) {
    case BinaryOperator::Add: return __builtin_add_overflow(left, right, &result) ? std::nullopt : std::optional<Value>(result);
    case BinaryOperator::Subtract: return __builtin_sub_overflow(left, right, &result) ? std::nullopt : std::optional<Value>(result);
    case BinaryOperator::Multiply: return __builtin_mul_overflow(left, right, &result) ? std::nullopt : std::optional<Value>(result);
    case BinaryOperator::FloorDivide:
    case BinaryOperator::Modulo: {
        if (right == 0) throw interpreter.zeroDivisionError(op == BinaryOperator::Modulo ? "integer modulo by zero" : "integer division or modulo by zero");
        if (right == -1) return op == BinaryOperator::Modulo ? std::optional<Value>(0) : left == INT64_MIN ? std::nullopt : std::optional<Value>(-left);
        std::int64_t quotient = left / right;
        std::int64_t remainder = left % right;
        if (remainder != 0 && (remainder < 0) != (right < 0)) {
            --quotient;
            remainder += right;
        }
        return op == BinaryOperator::Modulo ? remainder : quotient;
    }
    case BinaryOperator::LeftShift:
        if (right < 0 || right > 62 || left > (INT64_MAX >> right) || left < -(INT64_MAX >> right)) return std::nullopt;
        return left * (std::int64_t{1} << right);
    case BinaryOperator::RightShift:
        if (right < 0) return std::nullopt;
        return right > 63 ? (left < 0 ? -1 : 0) : left >> right;
    case BinaryOperator::BitAnd: return left & right;
    case BinaryOperator::BitOr: return left | right;
    case BinaryOperator::BitXor: return left ^ right;
    default: return std::nullopt;
    }
}

}  // namespace

BigIntObject::BigIntObject(TypeObject& type, std::unique_ptr<const Digits> content)
    : Object(type, kindOfObject), m_digits(std::move(content)), m_bytes(bytesOf(m_digits->value)) {}

BigIntObject::~BigIntObject() {
    type().heap().takeBack(m_bytes);
}

Value integerOperation(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right) {
    if (left.isObject() || right.isObject()) return bigOperation(interpreter, op, left, right);
    if ((op == BinaryOperator::BitAnd || op == BinaryOperator::BitOr || op == BinaryOperator::BitXor) && left.isBool() && right.isBool()) {
        const bool a = left.asBool(), b = right.asBool();
        return op == BinaryOperator::BitAnd ? (a && b) : op == BinaryOperator::BitOr ? (a || b) : a != b;
    }
    if (auto result = smallOperation(interpreter, op, left.asInt(), right.asInt())) return std::move(*result);
    return bigOperation(interpreter, op, left, right);
}

Value integerQuotient(Interpreter& interpreter, const Value& left, const Value& right) {
    if (isZero(right)) throw interpreter.zeroDivisionError("division by zero");
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    const auto isExact = [](const Value& value) { return !value.isObject() && value.asInt() <= exact && value.asInt() >= -exact; };
    if (isExact(left) && isExact(right)) return static_cast<double>(left.asInt()) / static_cast<double>(right.asInt());
    // Correctly rounded: a quotient of 62 bits or more, and behind it a bit that says whether anything is left.
    Big numerator = toBig(left), denominator = toBig(right);
    const bool negative = (numerator < 0) != (denominator < 0);
    if (numerator < 0) numerator = -numerator;
    if (denominator < 0) denominator = -denominator;
    if (numerator.is_zero()) return negative ? -0.0 : 0.0;
    const auto shift = static_cast<std::ptrdiff_t>(bitsOf(denominator)) - static_cast<std::ptrdiff_t>(bitsOf(numerator)) + 62;
    if (shift > 0) numerator <<= static_cast<std::size_t>(shift);
    else denominator <<= static_cast<std::size_t>(-shift);
    Big quotient, remainder;
    multiprecision::divide_qr(numerator, denominator, quotient, remainder);
    const auto leading = static_cast<std::uint64_t>(quotient) << 1 | (remainder.is_zero() ? 0u : 1u);
    const double result = std::ldexp(static_cast<double>(leading), static_cast<int>(std::clamp<std::ptrdiff_t>(-shift - 1, -5000, 5000)));
    if (std::isinf(result)) throw interpreter.overflowError("integer division result too large for a float");
    return negative ? -result : result;
}

namespace {

// What times `number` leaves 1 modulo `modulus`: Euclid's algorithm, which keeps s * number = r modulo `modulus`.
Big inverse(Interpreter& interpreter, const Big& number, const Big& modulus) {
    Big r = modulus, nextR = number, s = 0, nextS = 1;
    Big quotient, remainder;
    divideFloor(nextR, modulus, quotient, remainder);
    nextR = remainder;
    while (!nextR.is_zero()) {
        chargeProduct(interpreter, r, nextR);
        quotient = r / nextR;
        r = std::exchange(nextR, Big(r - quotient * nextR));
        s = std::exchange(nextS, Big(s - quotient * nextS));
    }
    if (r != 1) throw interpreter.valueError("base is not invertible for the given modulus");
    return s < 0 ? Big(s + modulus) : s;
}

}  // namespace

Value integerPower(Interpreter& interpreter, const Value& base, const Value& exponent, const Value& modulus) {
    if (modulus.isNone()) return bigOperation(interpreter, BinaryOperator::Power, base, exponent);
    if (isZero(modulus)) throw interpreter.valueError("pow() 3rd argument cannot be 0");
    const Big divisor = toBig(modulus);
    const Big magnitude = divisor < 0 ? Big(-divisor) : divisor;
    Big power = toBig(exponent), factor = toBig(base);
    if (power < 0) {
        factor = inverse(interpreter, factor, magnitude);
        power = -power;
    }
    interpreter.step(1 + magnitude.backend().size() * magnitude.backend().size() * bitsOf(power) / 16);
    Big result = powm(factor, power, magnitude);
    Big quotient, remainder;
    divideFloor(result, divisor, quotient, remainder);
    return fromBig(interpreter, std::move(remainder));
}

Value negateInteger(Interpreter& interpreter, const Value& value) {
    if (!value.isObject() && value.asInt() != INT64_MIN) return -value.asInt();
    return fromBig(interpreter, -toBig(value));
}

Value invertInteger(Interpreter& interpreter, const Value& value) {
    if (!value.isObject()) return ~value.asInt();
    return fromBig(interpreter, -toBig(value) - 1);
}

std::strong_ordering compareIntegers(const Value& left, const Value& right) {
    if (!left.isObject() && !right.isObject()) return left.asInt() <=> right.asInt();
    const int order = toBig(left).compare(toBig(right));
    return order < 0 ? std::strong_ordering::less : order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::partial_ordering compareIntegerToDouble(const Value& integer, double number) {
    if (std::isnan(number)) return std::partial_ordering::unordered;
    if (std::isinf(number)) return number > 0 ? std::partial_ordering::less : std::partial_ordering::greater;
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    if (!integer.isObject() && integer.asInt() <= exact && integer.asInt() >= -exact) return static_cast<double>(integer.asInt()) <=> number;
    const double whole = std::floor(number);
    const int order = toBig(integer).compare(Big(whole));
    if (order != 0) return order < 0 ? std::partial_ordering::less : std::partial_ordering::greater;
    return whole < number ? std::partial_ordering::less : std::partial_ordering::equivalent;
}

bool isZero(const Value& value) {
    return !value.isObject() && value.asInt() == 0;
}

bool isNegative(const Value& value) {
    return value.isObject() ? value.as<BigIntObject>()->digits().value < 0 : value.asInt() < 0;
}

std::uint64_t bitLength(const Value& value) {
    return bitsOf(toBig(value));
}

std::uint64_t bitCount(const Value& value) {
    Big rest = toBig(value);
    if (rest < 0) rest = -rest;
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < rest.backend().size(); ++i) count += static_cast<std::uint64_t>(std::popcount(static_cast<std::uint64_t>(rest.backend().limbs()[i])));
    return count;
}

std::uint64_t hashInteger(const Value& value) {
    std::int64_t hash;
    if (value.isObject()) {
        const Big big = toBig(value);
        hash = static_cast<std::int64_t>(Big((big < 0 ? Big(-big) : big) % hashModulus));
        if (big < 0) hash = -hash;
    } else {
        const std::int64_t number = value.asInt();
        const std::uint64_t magnitude = number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
        hash = static_cast<std::int64_t>(magnitude % hashModulus);
        if (number < 0) hash = -hash;
    }
    return static_cast<std::uint64_t>(hash == -1 ? -2 : hash);
}

double integerToDouble(Interpreter& interpreter, const Value& value) {
    if (!value.isObject()) return static_cast<double>(value.asInt());
    const double result = nearestDouble(toBig(value));
    if (std::isinf(result)) throw interpreter.overflowError("int too large to convert to float");
    return result;
}

Value integerFromDouble(Interpreter& interpreter, double number) {
    if (std::abs(number) < 9.2e18) return static_cast<std::int64_t>(number);
    return fromBig(interpreter, Big(number));
}

Value integerFromDigits(Interpreter& interpreter, std::string_view digits, unsigned base) {
    std::uint64_t small = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), small, static_cast<int>(base));
    if (error == std::errc() && small <= static_cast<std::uint64_t>(INT64_MAX)) return static_cast<std::int64_t>(small);
    if ((base & (base - 1)) != 0 && digits.size() > maxDecimalDigits)
        throw interpreter.valueError(fmt::format("Exceeds the limit ({} digits) for integer string conversion: value has {} digits; use sys.set_int_max_str_digits() to increase the limit", maxDecimalDigits, digits.size()));
    refuseAbove(interpreter, static_cast<double>(digits.size()) * std::log2(base) - 8);
    Big value = 0;
    if (base == 10) value.assign(std::string(digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1))));
    else
        for (const char digit : digits) {
            const int number = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
            value = value * base + number;
        }
    return fromBig(interpreter, std::move(value));
}

std::string integerText(Interpreter& interpreter, const Value& value, unsigned base) {
    if (!value.isObject()) {
        char buffer[72];
        return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value.asInt(), static_cast<int>(base)).ptr};
    }
    const Big& big = value.as<BigIntObject>()->digits().value;
    if (base == 10) {
        if (bitsOf(big) > maxDecimalDigits * 4 || static_cast<double>(bitsOf(big)) * 0.30103 > maxDecimalDigits)
            throw interpreter.valueError(fmt::format("Exceeds the limit ({} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", maxDecimalDigits));
        return big.str();
    }
    const bool negative = big < 0;
    const Big magnitude = negative ? Big(-big) : big;
    std::string text = magnitude.str(0, base == 16 ? std::ios_base::hex : std::ios_base::oct);
    if (base == 2) {
        text.clear();
        for (std::size_t bit = bitsOf(magnitude); bit-- > 0;) text += bit_test(magnitude, static_cast<unsigned>(bit)) ? '1' : '0';
    }
    std::transform(text.begin(), text.end(), text.begin(), [](char digit) { return digit >= 'A' && digit <= 'F' ? static_cast<char>(digit | 0x20) : digit; });
    return negative ? "-" + text : text;
}

std::optional<Value> parseInteger(Interpreter& interpreter, std::string_view text, unsigned base) {
    while (!text.empty() && std::string_view(" \t\n\r\f\v").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && std::string_view(" \t\n\r\f\v").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    const auto prefixBase = [&]() -> unsigned {
        if (text.size() < 2 || text[0] != '0') return 0;
        switch (text[1] | 0x20) {
        case 'x': return 16;
        case 'o': return 8;
        case 'b': return 2;
        }
        return 0;
    }();
    const bool hasPrefix = prefixBase != 0 && (base == 0 || base == prefixBase);
    if (hasPrefix) {
        base = prefixBase;
        text.remove_prefix(2);
        if (!text.empty() && text[0] == '_') text.remove_prefix(1);
    }
    const bool literal = base == 0;
    if (base == 0) base = 10;
    std::string digits;
    bool lastWasDigit = false;
    for (const char character : text) {
        if (character == '_' && lastWasDigit) {
            lastWasDigit = false;
            continue;
        }
        const unsigned digit = character >= '0' && character <= '9' ? static_cast<unsigned>(character - '0')
                               : (character | 0x20) >= 'a' && (character | 0x20) <= 'z' ? static_cast<unsigned>((character | 0x20) - 'a' + 10) : 99u;
        if (digit >= base) return std::nullopt;
        digits += character;
        lastWasDigit = true;
    }
    if (!lastWasDigit) return std::nullopt;
    if (literal && digits.size() > 1 && digits[0] == '0' && digits.find_first_not_of('0') != std::string::npos) return std::nullopt;
    const Value magnitude = integerFromDigits(interpreter, digits, base);
    return negative ? negateInteger(interpreter, magnitude) : magnitude;
}

}  // namespace namescape
