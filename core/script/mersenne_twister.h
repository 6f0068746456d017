// The generator of pseudo-random numbers that Python's random and NumPy have in common: MT19937.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace namescape {

class MersenneTwister {
public:
    static constexpr std::size_t stateSize = 624;

    // As NumPy's seed() of one number.
    explicit MersenneTwister(std::uint32_t seed = 0) { this->seed(seed); }
    void seed(std::uint32_t number);
    // As Python's: the number's 32-bit parts, the lowest first; at least one.
    void seed(std::span<const std::uint32_t> key);

    std::uint32_t next();
    // In [0, 1), with 53 bits.
    double nextDouble();
    // In [0, bound], each with the same probability.
    std::uint64_t nextUpTo(std::uint64_t bound);

    std::array<std::uint32_t, stateSize> words{};
    std::size_t position = stateSize;

private:
    void refill();
};

}  // namespace namescape
