// math (CPython's Modules/mathmodule.c).
#include "script/builtin_setup.h"
#include "script/builtin_types.h"
#include "script/integers.h"
#include "script/native.h"
#include "script/numbers.h"
#include "script/standard_modules.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace namescape {

namespace {

using Arguments = std::span<Value>;

// Functions of one number. Where the result is no number or infinite though the argument is finite, CPython tells a wrong
// argument from a result that is too large.
enum class Overflow { IsRangeError, IsDomainError };

double checked(Interpreter& interpreter, double result, double argument, Overflow overflow) {
    if (std::isnan(result) && !std::isnan(argument)) throw interpreter.valueError("math domain error");
    if (std::isinf(result) && std::isfinite(argument)) {
        if (overflow == Overflow::IsDomainError) throw interpreter.valueError("math domain error");
        throw interpreter.overflowError("math range error");
    }
    return result;
}

using Function = double (*)(double);

struct SimpleFunction {
    const char* signature;
    Function function;
    Overflow overflow = Overflow::IsDomainError;
};

double gamma(double x) {
    if (x == std::floor(x) && (x <= 0 || std::isinf(x)) && !(x > 0)) return std::numeric_limits<double>::quiet_NaN();
    return std::tgamma(x);
}

double degrees(double x) { return x * (180.0 / std::numbers::pi); }
double radians(double x) { return x * (std::numbers::pi / 180.0); }

constexpr SimpleFunction simpleFunctions[] = {
    {"sqrt(x, /)", std::sqrt},
    {"cbrt(x, /)", std::cbrt},
    {"exp(x, /)", std::exp, Overflow::IsRangeError},
    {"exp2(x, /)", std::exp2, Overflow::IsRangeError},
    {"expm1(x, /)", std::expm1, Overflow::IsRangeError},
    {"log1p(x, /)", std::log1p},
    {"sin(x, /)", std::sin},
    {"cos(x, /)", std::cos},
    {"tan(x, /)", std::tan},
    {"asin(x, /)", std::asin},
    {"acos(x, /)", std::acos},
    {"atan(x, /)", std::atan},
    {"sinh(x, /)", std::sinh, Overflow::IsRangeError},
    {"cosh(x, /)", std::cosh, Overflow::IsRangeError},
    {"tanh(x, /)", std::tanh},
    {"asinh(x, /)", std::asinh},
    {"acosh(x, /)", std::acosh},
    {"atanh(x, /)", std::atanh},
    {"erf(x, /)", std::erf},
    {"erfc(x, /)", std::erfc},
    {"gamma(x, /)", gamma, Overflow::IsRangeError},
    {"lgamma(x, /)", std::lgamma},
    {"fabs(x, /)", std::fabs},
    {"degrees(x, /)", degrees, Overflow::IsRangeError},
    {"radians(x, /)", radians, Overflow::IsRangeError},
};

// --- Whole numbers

Value roundedBy(Interpreter& interpreter, const Value& value, InternedName name, Function function) {
    if (const Value* method = interpreter.findOverride(interpreter.typeOf(value), name)) return interpreter.callOverride(*method, value, {});
    const Value& number = plainNumber(value);
    if (isInteger(number)) return numberUnary(interpreter, UnaryOperator::Plus, number);
    const double result = function(interpreter.toDouble(value));
    if (std::isnan(result)) throw interpreter.valueError("cannot convert float NaN to integer");
    if (std::isinf(result)) throw interpreter.overflowError("cannot convert float infinity to integer");
    return integerFromDouble(interpreter, result);
}

Value floor(Interpreter& interpreter, Arguments a) {
    return roundedBy(interpreter, a[0], interpreter.names().floor, std::floor);
}

Value ceil(Interpreter& interpreter, Arguments a) {
    return roundedBy(interpreter, a[0], interpreter.names().ceil, std::ceil);
}

Value trunc(Interpreter& interpreter, Arguments a) {
    const bool isConvertible = isNumber(a[0]) || interpreter.findInType(interpreter.typeOf(a[0]), interpreter.names().trunc);
    if (!isConvertible) throw interpreter.typeError(fmt::format("type {} doesn't define __trunc__ method", interpreter.typeName(a[0])));
    return roundedBy(interpreter, a[0], interpreter.names().trunc, std::trunc);
}

Value multiply(Interpreter& interpreter, const Value& left, const Value& right) {
    interpreter.step();
    return integerOperation(interpreter, BinaryOperator::Multiply, left, right);
}

// first * (first + 1) … last, by halves, so that the factors are of like size.
Value productOfRange(Interpreter& interpreter, std::int64_t first, std::int64_t last) {
    if (last - first < 8) {
        Value result = 1;
        for (std::int64_t i = first; i <= last; ++i) result = multiply(interpreter, result, i);
        return result;
    }
    const std::int64_t middle = first + (last - first) / 2;
    return multiply(interpreter, productOfRange(interpreter, first, middle), productOfRange(interpreter, middle + 1, last));
}

Value factorial(Interpreter& interpreter, Arguments a) {
    const Value number = interpreter.indexValue(a[0]);
    if (isNegative(number)) throw interpreter.valueError("factorial() not defined for negative values");
    if (number.isObject()) throw interpreter.overflowError("factorial() argument should not exceed 9223372036854775807");
    if (number.asInt() > static_cast<std::int64_t>(maxIntegerBits)) throw interpreter.overflowError("factorial() result is too large");
    return productOfRange(interpreter, 1, number.asInt());
}

Value greatestCommonDivisor(Interpreter& interpreter, Value left, Value right) {
    while (!isZero(right)) {
        interpreter.step();
        left = std::exchange(right, integerOperation(interpreter, BinaryOperator::Modulo, left, right));
    }
    return isNegative(left) ? negateInteger(interpreter, left) : numberUnary(interpreter, UnaryOperator::Plus, left);
}

Value gcd(Interpreter& interpreter, Arguments a) {
    Value result = 0;
    for (const Value& each : a[0].as<TupleObject>()->values()) result = greatestCommonDivisor(interpreter, result, interpreter.indexValue(each));
    return result;
}

Value lcm(Interpreter& interpreter, Arguments a) {
    Value result = 1;
    for (const Value& each : a[0].as<TupleObject>()->values()) {
        const Value number = interpreter.indexValue(each);
        if (isZero(number)) return 0;
        const Value divisor = greatestCommonDivisor(interpreter, result, number);
        result = interpreter.absolute(multiply(interpreter, integerOperation(interpreter, BinaryOperator::FloorDivide, result, divisor), number));
    }
    return result;
}

// The product of `count` numbers from `n` down.
Value fallingProduct(Interpreter& interpreter, std::int64_t n, std::int64_t count) {
    return count == 0 ? Value(1) : productOfRange(interpreter, n - count + 1, n);
}

std::int64_t countArgument(Interpreter& interpreter, const Value& value, const char* name) {
    const std::int64_t number = interpreter.index(value);
    if (number < 0) throw interpreter.valueError(fmt::format("{} must be a non-negative integer", name));
    return number;
}

Value comb(Interpreter& interpreter, Arguments a) {
    const std::int64_t n = countArgument(interpreter, a[0], "n");
    const std::int64_t given = countArgument(interpreter, a[1], "k");
    if (given > n) return 0;
    const std::int64_t k = std::min(given, n - given);
    if (k > static_cast<std::int64_t>(maxIntegerBits)) throw interpreter.overflowError("comb() result is too large");
    return integerOperation(interpreter, BinaryOperator::FloorDivide, fallingProduct(interpreter, n, k), fallingProduct(interpreter, k, k));
}

Value perm(Interpreter& interpreter, Arguments a) {
    const std::int64_t n = countArgument(interpreter, a[0], "n");
    const std::int64_t k = a[1].isNone() ? n : countArgument(interpreter, a[1], "k");
    if (k > n) return 0;
    if (k > static_cast<std::int64_t>(maxIntegerBits)) throw interpreter.overflowError("perm() result is too large");
    return fallingProduct(interpreter, n, k);
}

// Newton's method from above.
Value isqrt(Interpreter& interpreter, Arguments a) {
    const Value number = interpreter.indexValue(a[0]);
    if (isNegative(number)) throw interpreter.valueError("isqrt() argument must be nonnegative");
    if (isZero(number)) return 0;
    const auto bits = static_cast<std::int64_t>(bitLength(number));
    Value root = integerOperation(interpreter, BinaryOperator::LeftShift, 1, (bits + 1) / 2);
    for (;;) {
        interpreter.step();
        const Value quotient = integerOperation(interpreter, BinaryOperator::FloorDivide, number, root);
        Value better = integerOperation(interpreter, BinaryOperator::RightShift, integerOperation(interpreter, BinaryOperator::Add, root, quotient), 1);
        if (compareIntegers(better, root) >= 0) return root;
        root = std::move(better);
    }
}

// --- Logarithms and powers

// Of ints of any size: those beyond a float's range by their leading bits.
double logarithm(Interpreter& interpreter, const Value& value, Function function) {
    const Value& number = plainNumber(value);
    if (number.isObject() && isInteger(number)) {
        if (isNegative(number)) throw interpreter.valueError("math domain error");
        const auto shift = static_cast<std::int64_t>(bitLength(number)) - 60;
        const Value leading = integerOperation(interpreter, BinaryOperator::RightShift, number, shift);
        return function(integerToDouble(interpreter, leading)) + function(2.0) * static_cast<double>(shift);
    }
    const double argument = interpreter.toDouble(value);
    if (argument <= 0) throw interpreter.valueError("math domain error");
    return function(argument);
}

Value log(Interpreter& interpreter, Arguments a) {
    const auto bases = a[1].as<TupleObject>()->values();
    if (bases.size() > 1) throw interpreter.typeError(fmt::format("log expected at most 2 arguments, got {}", 1 + bases.size()));
    const double result = logarithm(interpreter, a[0], std::log);
    if (bases.empty()) return result;
    const double base = logarithm(interpreter, bases[0], std::log);
    if (base == 0) throw interpreter.zeroDivisionError("float division by zero");
    return result / base;
}

Value log2(Interpreter& interpreter, Arguments a) {
    return logarithm(interpreter, a[0], std::log2);
}

Value log10(Interpreter& interpreter, Arguments a) {
    return logarithm(interpreter, a[0], std::log10);
}

Value pow(Interpreter& interpreter, Arguments a) {
    const double base = interpreter.toDouble(a[0]), exponent = interpreter.toDouble(a[1]);
    const double result = std::pow(base, exponent);
    const bool isFinite = std::isfinite(base) && std::isfinite(exponent);
    if (isFinite && std::isnan(result)) throw interpreter.valueError("math domain error");
    if (isFinite && std::isinf(result)) {
        if (base == 0) throw interpreter.valueError("math domain error");
        throw interpreter.overflowError("math range error");
    }
    return result;
}

// --- Functions of several floats

Value atan2(Interpreter& interpreter, Arguments a) {
    return std::atan2(interpreter.toDouble(a[0]), interpreter.toDouble(a[1]));
}

Value copysign(Interpreter& interpreter, Arguments a) {
    return std::copysign(interpreter.toDouble(a[0]), interpreter.toDouble(a[1]));
}

Value fmod(Interpreter& interpreter, Arguments a) {
    const double left = interpreter.toDouble(a[0]), right = interpreter.toDouble(a[1]);
    const double result = std::fmod(left, right);
    if (std::isnan(result) && !std::isnan(left) && !std::isnan(right)) throw interpreter.valueError("math domain error");
    return result;
}

Value remainder(Interpreter& interpreter, Arguments a) {
    const double left = interpreter.toDouble(a[0]), right = interpreter.toDouble(a[1]);
    const double result = std::remainder(left, right);
    if (std::isnan(result) && !std::isnan(left) && !std::isnan(right)) throw interpreter.valueError("math domain error");
    return result;
}

Value ldexp(Interpreter& interpreter, Arguments a) {
    const double mantissa = interpreter.toDouble(a[0]);
    const std::int64_t exponent = interpreter.index(a[1]);
    const double result = std::ldexp(mantissa, static_cast<int>(std::clamp<std::int64_t>(exponent, -100000, 100000)));
    if (std::isinf(result) && std::isfinite(mantissa)) throw interpreter.overflowError("math range error");
    return result;
}

Value frexp(Interpreter& interpreter, Arguments a) {
    int exponent = 0;
    const double number = interpreter.toDouble(a[0]);
    const double mantissa = std::frexp(number, &exponent);
    return interpreter.tuple({Value(mantissa), Value(std::isfinite(number) ? exponent : 0)});
}

Value modf(Interpreter& interpreter, Arguments a) {
    double whole = 0;
    const double number = interpreter.toDouble(a[0]);
    const double fraction = std::modf(number, &whole);
    return interpreter.tuple({Value(fraction), Value(whole)});
}

std::vector<double> doublesOf(Interpreter& interpreter, const Value& iterable) {
    std::vector<double> numbers;
    for (const Value& each : interpreter.elements(iterable)) numbers.push_back(interpreter.toDouble(each));
    return numbers;
}

double length(const std::vector<double>& coordinates) {
    double largest = 0;
    bool isNan = false;
    for (const double each : coordinates) {
        if (std::isinf(each)) return std::numeric_limits<double>::infinity();
        isNan |= std::isnan(each);
        largest = std::max(largest, std::abs(each));
    }
    if (isNan) return std::numeric_limits<double>::quiet_NaN();
    if (largest == 0) return 0;
    long double sum = 0;
    for (const double each : coordinates) sum += static_cast<long double>(each / largest) * (each / largest);
    return static_cast<double>(std::sqrt(sum) * largest);
}

Value hypot(Interpreter& interpreter, Arguments a) {
    return length(doublesOf(interpreter, a[0]));
}

Value dist(Interpreter& interpreter, Arguments a) {
    std::vector<double> from = doublesOf(interpreter, a[0]);
    const std::vector<double> to = doublesOf(interpreter, a[1]);
    if (from.size() != to.size()) throw interpreter.valueError("both points must have the same number of dimensions");
    for (std::size_t i = 0; i < from.size(); ++i) from[i] -= to[i];
    return length(from);
}

// Exact but for the last rounding: partial sums that don't overlap (Shewchuk).
Value fsum(Interpreter& interpreter, Arguments a) {
    std::vector<double> partials;
    double special = 0;
    interpreter.forEach(a[0], [&](const Value& value) {
        double number = interpreter.toDouble(value);
        if (!std::isfinite(number)) {
            special += number;
            return;
        }
        std::size_t kept = 0;
        for (double partial : partials) {
            if (std::abs(number) < std::abs(partial)) std::swap(number, partial);
            const double high = number + partial;
            const double low = partial - (high - number);
            if (low != 0) partials[kept++] = low;
            number = high;
        }
        partials.resize(kept);
        partials.push_back(number);
    });
    if (special != 0 || std::isnan(special)) return special;
    double sum = 0, rest = 0;
    std::size_t left = partials.size();
    while (left > 0) {
        const double before = sum, next = partials[--left];
        sum = before + next;
        rest = next - (sum - before);
        if (rest != 0) break;
    }
    // Half a unit in the last place is rounded by what lies behind it.
    if (left > 0 && ((rest < 0 && partials[left - 1] < 0) || (rest > 0 && partials[left - 1] > 0))) {
        const double doubled = rest * 2, moved = sum + doubled;
        if (doubled == moved - sum) sum = moved;
    }
    return sum;
}

Value prod(Interpreter& interpreter, Arguments a) {
    Value result = a[1];
    interpreter.forEach(a[0], [&](const Value& value) { result = interpreter.binary(BinaryOperator::Multiply, result, value); });
    return result;
}

Value isClose(Interpreter& interpreter, Arguments a) {
    const double left = interpreter.toDouble(a[0]), right = interpreter.toDouble(a[1]);
    const double relative = interpreter.toDouble(a[2]), absolute = interpreter.toDouble(a[3]);
    if (relative < 0 || absolute < 0) throw interpreter.valueError("tolerances must be non-negative");
    if (left == right) return true;
    if (std::isinf(left) || std::isinf(right)) return false;
    const double difference = std::abs(right - left);
    return difference <= std::abs(relative * right) || difference <= std::abs(relative * left) || difference <= absolute;
}

Value isFinite(Interpreter& interpreter, Arguments a) {
    return std::isfinite(interpreter.toDouble(a[0]));
}

Value isInfinite(Interpreter& interpreter, Arguments a) {
    return std::isinf(interpreter.toDouble(a[0]));
}

Value isNotANumber(Interpreter& interpreter, Arguments a) {
    return std::isnan(interpreter.toDouble(a[0]));
}

constexpr BuiltinFunction functions[] = {
    {"floor(x, /)", floor},
    {"ceil(x, /)", ceil},
    {"trunc(x, /)", trunc},
    {"factorial(x, /)", factorial},
    {"gcd(*integers)", gcd},
    {"lcm(*integers)", lcm},
    {"comb(n, k, /)", comb},
    {"perm(n, k=None, /)", perm},
    {"isqrt(n, /)", isqrt},
    {"log(x, /, *base)", log},
    {"log2(x, /)", log2},
    {"log10(x, /)", log10},
    {"pow(x, y, /)", pow},
    {"atan2(y, x, /)", atan2},
    {"copysign(x, y, /)", copysign},
    {"fmod(x, y, /)", fmod},
    {"remainder(x, y, /)", remainder},
    {"ldexp(x, i, /)", ldexp},
    {"frexp(x, /)", frexp},
    {"modf(x, /)", modf},
    {"hypot(*coordinates)", hypot},
    {"dist(p, q, /)", dist},
    {"fsum(seq, /)", fsum},
    {"prod(iterable, /, *, start=1)", prod},
    {"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isClose},
    {"isfinite(x, /)", isFinite},
    {"isinf(x, /)", isInfinite},
    {"isnan(x, /)", isNotANumber},
};

}  // namespace

void makeMathModule(Interpreter& interpreter, ModuleObject& module) {
    BuiltinSetup{interpreter}.functions(module, functions);
    for (const SimpleFunction& each : simpleFunctions) {
        auto made = interpreter.heap().make<NativeFunctionObject>(
            *interpreter.types().nativeFunction, each.signature,
            [function = each.function, overflow = each.overflow](Interpreter& in, Arguments a) -> Value {
                const double argument = in.toDouble(a[0]);
                return checked(in, function(argument), argument, overflow);
            },
            NativeDefaults{}, CallErrorStyle::Builtin);
        made->module = interpreter.intern(module.name());
        module.table().set(interpreter.intern(made->name()), made);
    }
    constexpr double infinity = std::numeric_limits<double>::infinity();
    NativeModule(interpreter, module)
        .set("pi", std::numbers::pi)
        .set("e", std::numbers::e)
        .set("tau", 2 * std::numbers::pi)
        .set("inf", infinity)
        .set("nan", std::numeric_limits<double>::quiet_NaN());
}

}  // namespace namescape
