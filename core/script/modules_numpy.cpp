// The core of `numpy`: what of it is about bits. All else is in library/numpy*.py.
#include "script/mersenne_twister.h"
#include "script/native.h"
#include "script/standard_modules.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace namescape {

namespace {

using Arguments = std::span<Value>;

// The nearest number of half precision: 11 bits, or fewer below 2**-14.
double nearestHalf(double number) {
    if (!std::isfinite(number) || number == 0) return number;
    int exponent;
    std::frexp(number, &exponent);
    const int unit = std::max(exponent - 11, -24);
    const double rounded = std::ldexp(std::nearbyint(std::ldexp(number, -unit)), unit);
    return std::abs(rounded) > 65504 ? std::copysign(HUGE_VAL, number) : rounded;
}

double nearest(double number, std::int64_t bits) {
    return bits == 16 ? nearestHalf(number) : bits == 32 ? static_cast<double>(static_cast<float>(number)) : number;
}

Value rounded(Interpreter& interpreter, Arguments a) {
    auto result = interpreter.list();
    const std::int64_t bits = interpreter.index(a[1]);
    interpreter.forEach(a[0], [&](const Value& value) { result->values.push_back(nearest(interpreter.toDouble(value), bits)); });
    return result;
}

template <typename Float>
std::string shortestText(Float number) {
    char buffer[48];
    return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr);
}

// Of half precision: the fewest digits that give the number back.
std::string shortestHalf(double number) {
    for (int precision = 0;; ++precision) {
        char buffer[48];
        const char* end = std::to_chars(std::begin(buffer), std::end(buffer), number, std::chars_format::scientific, precision).ptr;
        double read = 0;
        std::from_chars(buffer, end, read);
        if (nearestHalf(read) == number || precision > 16) return {static_cast<const char*>(buffer), end};
    }
}

Value shortest(Interpreter& interpreter, Arguments a) {
    const double number = interpreter.toDouble(a[0]);
    const std::int64_t bits = interpreter.index(a[1]);
    return interpreter.string(bits == 16 ? shortestHalf(number) : bits == 32 ? shortestText(static_cast<float>(number)) : shortestText(number));
}

// numpy.random.RandomState's source of numbers.
struct RandomSource {
    MersenneTwister twister;
    std::optional<double> nextGaussian = {};  // they come in pairs

    double gaussian() {
        if (nextGaussian) return *std::exchange(nextGaussian, std::nullopt);
        for (;;) {
            const double x = 2 * twister.nextDouble() - 1;
            const double y = 2 * twister.nextDouble() - 1;
            const double square = x * x + y * y;
            if (square >= 1 || square == 0) continue;
            const double factor = std::sqrt(-2 * std::log(square) / square);
            nextGaussian = factor * x;
            return factor * y;
        }
    }
};

template <typename Draw>
Value drawn(Interpreter& interpreter, Arguments a, Draw draw) {
    auto& source = payloadOf<RandomSource>(interpreter, a[0]);
    auto result = interpreter.list();
    for (std::int64_t left = interpreter.index(a[1]); left > 0; --left) {
        interpreter.step();
        result->values.push_back(draw(source));
    }
    return result;
}

Value upTo(Interpreter& interpreter, Arguments a) {
    const std::int64_t bound = interpreter.index(a[2]);
    if (bound < 0) throw interpreter.valueError("low >= high");
    return drawn(interpreter, a, [bound](RandomSource& source) { return static_cast<std::int64_t>(source.twister.nextUpTo(static_cast<std::uint64_t>(bound))); });
}

}  // namespace

void makeNumpyCore(Interpreter& interpreter, ModuleObject& module) {
    NativeClass type(interpreter, "_namescape_numpy", "RandomSource");
    type.method("__init__(self, seed)", [](Interpreter& in, Arguments a) -> Value {
            a[0].as<InstanceObject>()->emplace<RandomSource>(RandomSource{MersenneTwister(static_cast<std::uint32_t>(in.index(a[1])))});
            return {};
        })
        .method("uniform(self, count)", [](Interpreter& in, Arguments a) { return drawn(in, a, [](RandomSource& source) { return source.twister.nextDouble(); }); })
        .method("gaussian(self, count)", [](Interpreter& in, Arguments a) { return drawn(in, a, [](RandomSource& source) { return source.gaussian(); }); })
        .method("up_to(self, count, bound)", upTo);
    NativeModule(interpreter, module)
        .set("RandomSource", &type.type())
        .function("rounded(numbers, bits)", rounded)
        .function("shortest(number, bits)", shortest);
}

}  // namespace namescape
