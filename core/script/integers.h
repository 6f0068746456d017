// Python's int at any size: in the Value while it fits 64 bits, else in an object.
#pragma once

#include "script/heap.h"
#include "syntax/ast.h"

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace namescape {

class Interpreter;

// An int that doesn't fit 64 bits.
class BigIntObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::BigInt;

    struct Digits;
    BigIntObject(TypeObject& type, std::unique_ptr<const Digits> content);
    ~BigIntObject() override;

    const Digits& digits() const { return *m_digits; }

private:
    std::unique_ptr<const Digits> m_digits;
    std::size_t m_bytes;
};

// Larger ones are refused, as their arithmetic would take too long to be stopped.
inline constexpr std::size_t maxIntegerBits = std::size_t{1} << 20;

// An int or a bool of any size. Instances of classes that inherit from int are not: see plainNumber().
inline bool isInteger(const Value& value) {
    return value.isInt() || value.isBool() || value.is<BigIntObject>();
}

// All operands below are isInteger().

// Every operator but true division; a negative exponent gives a float. Throws ZeroDivisionError, ValueError (negative
// shift), OverflowError (too large).
Value integerOperation(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right);
Value integerQuotient(Interpreter& interpreter, const Value& left, const Value& right);  // a float
Value integerPower(Interpreter& interpreter, const Value& base, const Value& exponent, const Value& modulus);
Value negateInteger(Interpreter& interpreter, const Value& value);
Value invertInteger(Interpreter& interpreter, const Value& value);
std::strong_ordering compareIntegers(const Value& left, const Value& right);
// Exact; unordered for NaN.
std::partial_ordering compareIntegerToDouble(const Value& integer, double number);
bool isZero(const Value& value);
bool isNegative(const Value& value);
std::uint64_t bitLength(const Value& value);
std::uint64_t bitCount(const Value& value);
std::uint64_t hashInteger(const Value& value);

// Throws OverflowError beyond a float's range.
double integerToDouble(Interpreter& interpreter, const Value& value);
// The integer part; the number must be finite.
Value integerFromDouble(Interpreter& interpreter, double number);

// Digits of `base` only, at least one, no sign. Throws ValueError where there are too many.
Value integerFromDigits(Interpreter& interpreter, std::string_view digits, unsigned base);
// With a minus where negative, without prefix. Throws ValueError where a decimal would have more than 4,300 digits.
std::string integerText(Interpreter& interpreter, const Value& value, unsigned base = 10);

// Where int() can read the text: sign, underscores and prefixes as in Python, base 0 or 2 to 36.
std::optional<Value> parseInteger(Interpreter& interpreter, std::string_view text, unsigned base);

}  // namespace namescape
