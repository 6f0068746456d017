// The core of `random`.
#include "script/integers.h"
#include "script/mersenne_twister.h"
#include "script/native.h"
#include "script/standard_modules.h"

namespace namescape {

namespace {

using Arguments = std::span<Value>;

MersenneTwister& twisterOf(Interpreter& interpreter, const Value& self) {
    return payloadOf<MersenneTwister>(interpreter, self);
}

Value seed(Interpreter& interpreter, Arguments a) {
    std::vector<std::uint32_t> key;
    for (Value rest = a[1]; key.empty() || !isZero(rest); rest = integerOperation(interpreter, BinaryOperator::RightShift, rest, 32))
        key.push_back(static_cast<std::uint32_t>(integerOperation(interpreter, BinaryOperator::BitAnd, rest, 0xffffffffll).asInt()));
    twisterOf(interpreter, a[0]).seed(key);
    return {};
}

// An int of so many random bits, the first word in the lowest.
Value bits(Interpreter& interpreter, Arguments a) {
    const std::int64_t count = interpreter.index(a[1]);
    if (count > static_cast<std::int64_t>(maxIntegerBits)) throw interpreter.overflowError("too many bits");
    interpreter.step(1 + static_cast<std::uint64_t>(count) / 32);
    MersenneTwister& twister = twisterOf(interpreter, a[0]);
    Value number = 0;
    for (std::int64_t at = 0; at < count; at += 32) {
        const std::uint32_t word = count - at < 32 ? twister.next() >> (32 - (count - at)) : twister.next();
        const Value shifted = integerOperation(interpreter, BinaryOperator::LeftShift, static_cast<std::int64_t>(word), at);
        number = integerOperation(interpreter, BinaryOperator::BitOr, number, shifted);
    }
    return number;
}

Value state(Interpreter& interpreter, Arguments a) {
    const MersenneTwister& twister = twisterOf(interpreter, a[0]);
    std::vector<Value> words;
    for (const std::uint32_t word : twister.words) words.emplace_back(static_cast<std::int64_t>(word));
    words.emplace_back(static_cast<std::int64_t>(twister.position));
    return interpreter.tuple(words);
}

Value setState(Interpreter& interpreter, Arguments a) {
    const std::vector<Value> words = interpreter.elements(a[1]);
    if (words.size() != MersenneTwister::stateSize + 1) throw interpreter.valueError("state vector is the wrong size");
    MersenneTwister& twister = twisterOf(interpreter, a[0]);
    for (std::size_t i = 0; i < MersenneTwister::stateSize; ++i) twister.words[i] = static_cast<std::uint32_t>(interpreter.index(words[i]));
    twister.position = static_cast<std::size_t>(interpreter.index(words.back()));
    return {};
}

}  // namespace

void makeRandomCore(Interpreter& interpreter, ModuleObject& module) {
    NativeClass type(interpreter, "_namescape_random", "Twister");
    type.method("__init__(self)", [](Interpreter&, Arguments a) -> Value {
            a[0].as<InstanceObject>()->emplace<MersenneTwister>();
            return {};
        })
        .method("seed(self, number)", seed)
        .method("random(self)", [](Interpreter& in, Arguments a) -> Value { return twisterOf(in, a[0]).nextDouble(); })
        .method("bits(self, count)", bits)
        .method("state(self)", state)
        .method("set_state(self, words)", setState);
    NativeModule(interpreter, module).set("Twister", &type.type());
}

}  // namespace namescape
