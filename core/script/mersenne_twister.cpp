#include "script/mersenne_twister.h"

#include <algorithm>
#include <bit>

namespace namescape {

namespace {

constexpr std::size_t middle = 397;

std::uint32_t twist(std::uint32_t high, std::uint32_t low) {
    const std::uint32_t joined = (high & 0x80000000u) | (low & 0x7fffffffu);
    return joined >> 1 ^ (low & 1 ? 0x9908b0dfu : 0u);
}

}  // namespace

void MersenneTwister::seed(std::uint32_t number) {
    words[0] = number;
    for (std::size_t i = 1; i < stateSize; ++i) words[i] = 1812433253u * (words[i - 1] ^ words[i - 1] >> 30) + static_cast<std::uint32_t>(i);
    position = stateSize;
}

void MersenneTwister::seed(std::span<const std::uint32_t> key) {
    seed(19650218u);
    std::size_t at = 1, used = 0;
    const auto advance = [&] {
        if (++at < stateSize) return;
        words[0] = words[stateSize - 1];
        at = 1;
    };
    const auto mixed = [&](std::uint32_t factor) { return words[at] ^ (words[at - 1] ^ words[at - 1] >> 30) * factor; };
    for (std::size_t rounds = std::max(stateSize, key.size()); rounds > 0; --rounds) {
        words[at] = mixed(1664525u) + key[used] + static_cast<std::uint32_t>(used);
        used = (used + 1) % key.size();
        advance();
    }
    for (std::size_t rounds = stateSize - 1; rounds > 0; --rounds) {
        words[at] = mixed(1566083941u) - static_cast<std::uint32_t>(at);
        advance();
    }
    words[0] = 0x80000000u;
}

void MersenneTwister::refill() {
    for (std::size_t i = 0; i < stateSize; ++i) words[i] = words[(i + middle) % stateSize] ^ twist(words[i], words[(i + 1) % stateSize]);
    position = 0;
}

std::uint32_t MersenneTwister::next() {
    if (position >= stateSize) refill();
    std::uint32_t word = words[position++];
    word ^= word >> 11;
    word ^= word << 7 & 0x9d2c5680u;
    word ^= word << 15 & 0xefc60000u;
    return word ^ word >> 18;
}

double MersenneTwister::nextDouble() {
    const std::uint32_t high = next() >> 5, low = next() >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
}

std::uint64_t MersenneTwister::nextUpTo(std::uint64_t bound) {
    if (bound == 0) return 0;
    const std::uint64_t mask = ~std::uint64_t{0} >> std::countl_zero(bound);
    for (;;) {
        std::uint64_t number = next();
        if (bound > 0xffffffffu) number = number << 32 | next();
        if ((number & mask) <= bound) return number & mask;
    }
}

}  // namespace namescape
