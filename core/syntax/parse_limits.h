// How much a program may ask of the parser.
#pragma once

#include <cstdint>

namespace namescape {

// Beyond a limit, reading stops or skips, with a diagnostic that names the limit.
struct ParseLimits {
    std::uint32_t maxBytes = 16u << 20;
    std::uint32_t maxTokens = 2'000'000;
    std::uint32_t maxNodes = 2'000'000;
    std::uint32_t maxDepth = 200;        // brackets, operators and the like within each other
    std::uint32_t maxHeight = 1'000;     // of an expression's tree: bounds chains such as a + b + c + …
    std::uint32_t maxIndents = 100;
    std::uint32_t maxDiagnostics = 100;
};

}  // namespace namescape
