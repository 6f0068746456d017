// How often the body of a loop or a function of a program ran.
#pragma once

#include "support/source_range.h"

#include <cstdint>

namespace namescape {

struct BodyRuns {
    SourceRange range;  // of the `for`, `while` or `def` statement
    std::uint64_t count = 0;

    bool operator==(const BodyRuns&) const = default;
};

}  // namespace namescape
