// How many numbers variables hold: sums that say what is not known, and do not overflow.
#pragma once

#include "graph/shape.h"

#include <cstdint>

namespace namescape {

struct ParameterCount {
    static constexpr std::uint64_t kMost = UINT64_MAX;

    std::uint64_t known = 0;         // of those whose shapes are known; kMost: so many or more
    std::uint32_t unknownCount = 0;  // variables whose shapes are not known

    bool isEmpty() const { return known == 0 && unknownCount == 0; }
    ParameterCount& operator+=(const ParameterCount& other);
    // Of so many of each.
    ParameterCount times(std::uint32_t factor) const;
    bool operator==(const ParameterCount&) const = default;
};

ParameterCount parametersOf(const Shape& shape);

}  // namespace namescape
