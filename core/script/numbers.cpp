#include "script/numbers.h"

#include "script/builtin_types.h"
#include "script/float_text.h"
#include "script/interpreter.h"

#include <cmath>

namespace namescape {

namespace {

enum class Rank { NotANumber, Integer, Float, Complex };

Rank rankOf(const Value& value) {
    if (value.isFloat()) return Rank::Float;
    if (isInteger(value)) return Rank::Integer;
    return value.is<ComplexObject>() ? Rank::Complex : Rank::NotANumber;
}

double asDouble(Interpreter& interpreter, const Value& value) {
    return value.isFloat() ? value.asFloat() : integerToDouble(interpreter, value);
}

std::complex<double> asComplex(Interpreter& interpreter, const Value& value) {
    if (const auto* complex = value.as<ComplexObject>()) return complex->value;
    return asDouble(interpreter, value);
}

Value floatPower(Interpreter& interpreter, double base, double exponent) {
    if (base == 0 && exponent < 0) throw interpreter.zeroDivisionError("0.0 cannot be raised to a negative power");
    if (base < 0 && std::isfinite(exponent) && exponent != std::floor(exponent)) return makeComplex(interpreter, std::pow(std::complex<double>(base), exponent));
    const double result = std::pow(base, exponent);
    if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) throw interpreter.error(*interpreter.types().overflowError, "(34, 'Numerical result out of range')");
    return result;
}

Value floatOperation(Interpreter& interpreter, BinaryOperator op, double left, double right) {
    switch (op) {
    case BinaryOperator::Add: return left + right;
    case BinaryOperator::Subtract: return left - right;
    case BinaryOperator::Multiply: return left * right;
    case BinaryOperator::TrueDivide:
        if (right == 0) throw interpreter.zeroDivisionError("float division by zero");
        return left / right;
    case BinaryOperator::FloorDivide: {
        if (right == 0) throw interpreter.zeroDivisionError("float floor division by zero");
        const double quotient = (left - floorModulo(left, right)) / right;
        const double whole = std::floor(quotient);
        return quotient - whole > 0.5 ? whole + 1 : whole;
    }
    case BinaryOperator::Modulo:
        if (right == 0) throw interpreter.zeroDivisionError("float modulo");
        return floorModulo(left, right);
    case BinaryOperator::Power: return floatPower(interpreter, left, right);
    default: return Value::notImplemented();
    }
}

Value complexOperation(Interpreter& interpreter, BinaryOperator op, std::complex<double> left, std::complex<double> right) {
    switch (op) {
    case BinaryOperator::Add: return makeComplex(interpreter, left + right);
    case BinaryOperator::Subtract: return makeComplex(interpreter, left - right);
    case BinaryOperator::Multiply: return makeComplex(interpreter, left * right);
    case BinaryOperator::TrueDivide:
        if (right == 0.0) throw interpreter.zeroDivisionError("complex division by zero");
        return makeComplex(interpreter, left / right);
    case BinaryOperator::Power: return makeComplex(interpreter, right == 0.0 ? 1.0 : left == 0.0 ? 0.0 : std::pow(left, right));
    default: return Value::notImplemented();
    }
}

bool holds(CompareOperator op, std::partial_ordering order) {
    switch (op) {
    case CompareOperator::Equal: return order == 0;
    case CompareOperator::NotEqual: return order != 0;
    case CompareOperator::Less: return order < 0;
    case CompareOperator::LessEqual: return order <= 0;
    case CompareOperator::Greater: return order > 0;
    case CompareOperator::GreaterEqual: return order >= 0;
    default: return false;
    }
}

std::partial_ordering orderOf(const Value& left, const Value& right) {
    if (left.isFloat() && right.isFloat()) return left.asFloat() <=> right.asFloat();
    if (left.isFloat()) {
        const auto order = compareIntegerToDouble(right, left.asFloat());
        return order < 0 ? std::partial_ordering::greater : order > 0 ? std::partial_ordering::less : order;
    }
    if (right.isFloat()) return compareIntegerToDouble(left, right.asFloat());
    return compareIntegers(left, right);
}

}  // namespace

bool isNumber(const Value& value) {
    return rankOf(plainNumber(value)) != Rank::NotANumber;
}

Value makeComplex(Interpreter& interpreter, std::complex<double> value) {
    return interpreter.heap().make<ComplexObject>(*interpreter.types().complex, value);
}

Value numberOperation(Interpreter& interpreter, BinaryOperator op, const Value& leftGiven, const Value& rightGiven) {
    const Value& left = plainNumber(leftGiven);
    const Value& right = plainNumber(rightGiven);
    const Rank leftRank = rankOf(left), rightRank = rankOf(right);
    if (leftRank == Rank::NotANumber || rightRank == Rank::NotANumber) return Value::notImplemented();
    const Rank rank = std::max(leftRank, rightRank);
    if (rank == Rank::Integer) return op == BinaryOperator::TrueDivide ? integerQuotient(interpreter, left, right) : integerOperation(interpreter, op, left, right);
    if (rank == Rank::Complex) return complexOperation(interpreter, op, asComplex(interpreter, left), asComplex(interpreter, right));
    return floatOperation(interpreter, op, asDouble(interpreter, left), asDouble(interpreter, right));
}

Value numberUnary(Interpreter& interpreter, UnaryOperator op, const Value& given) {
    const Value& operand = plainNumber(given);
    switch (rankOf(operand)) {
    case Rank::NotANumber: break;
    case Rank::Integer:
        if (op == UnaryOperator::Minus) return negateInteger(interpreter, operand);
        if (op == UnaryOperator::Invert) return invertInteger(interpreter, operand);
        return operand.isBool() ? Value(operand.asInt()) : operand;
    case Rank::Float:
        if (op == UnaryOperator::Minus) return -operand.asFloat();
        if (op == UnaryOperator::Plus) return operand;
        break;
    case Rank::Complex:
        if (op == UnaryOperator::Minus) return makeComplex(interpreter, -operand.as<ComplexObject>()->value);
        if (op == UnaryOperator::Plus) return operand;
        break;
    }
    return Value::notImplemented();
}

Value compareNumbers(Interpreter& interpreter, CompareOperator op, const Value& leftGiven, const Value& rightGiven) {
    const Value& left = plainNumber(leftGiven);
    const Value& right = plainNumber(rightGiven);
    const Rank leftRank = rankOf(left), rightRank = rankOf(right);
    if (leftRank == Rank::NotANumber || rightRank == Rank::NotANumber) return Value::notImplemented();
    if (std::max(leftRank, rightRank) < Rank::Complex) return holds(op, orderOf(left, right));
    const bool equal = asComplex(interpreter, left) == asComplex(interpreter, right);
    if (op == CompareOperator::Equal) return equal;
    if (op == CompareOperator::NotEqual) return !equal;
    return Value::notImplemented();
}

double floorModulo(double left, double right) {
    double remainder = std::fmod(left, right);
    if (remainder == 0) return std::copysign(0.0, right);
    if ((right < 0) != (remainder < 0)) remainder += right;
    return remainder;
}

// CPython's hash of floats: equal to that of equal ints (Python/pyhash.c).
std::uint64_t hashDouble(double number) {
    if (std::isinf(number)) return static_cast<std::uint64_t>(number > 0 ? 314159 : -314159);
    if (std::isnan(number)) return 0;
    constexpr unsigned bits = 61;
    constexpr std::uint64_t modulus = (std::uint64_t{1} << bits) - 1;
    int exponent;
    double mantissa = std::frexp(number, &exponent);
    const bool negative = mantissa < 0;
    mantissa = std::abs(mantissa);
    std::uint64_t hash = 0;
    while (mantissa != 0) {
        hash = (hash << 28 & modulus) | hash >> (bits - 28);
        mantissa *= 268435456.0;
        exponent -= 28;
        const auto part = static_cast<std::uint64_t>(mantissa);
        mantissa -= static_cast<double>(part);
        hash += part;
        if (hash >= modulus) hash -= modulus;
    }
    const int shift = exponent >= 0 ? exponent % static_cast<int>(bits) : static_cast<int>(bits) - 1 - (-1 - exponent) % static_cast<int>(bits);
    hash = (hash << shift & modulus) | hash >> (static_cast<int>(bits) - shift);
    const auto signedHash = negative ? -static_cast<std::int64_t>(hash) : static_cast<std::int64_t>(hash);
    return static_cast<std::uint64_t>(signedHash == -1 ? -2 : signedHash);
}

std::string complexRepr(std::complex<double> value) {
    const auto part = [](double number) {
        std::string text = floatRepr(number);
        if (text.ends_with(".0")) text.resize(text.size() - 2);
        return text;
    };
    const std::string imaginary = part(value.imag()) + "j";
    if (value.real() == 0 && !std::signbit(value.real())) return imaginary;
    return "(" + part(value.real()) + (imaginary.front() == '-' ? "" : "+") + imaginary + ")";
}

}  // namespace namescape
