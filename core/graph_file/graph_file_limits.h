// What graph files may ask for.
#pragma once

#include <cstdint>

namespace namescape {

struct GraphFileLimits {
    std::uint64_t maxOperations = 10'000'000;
    std::uint64_t maxScopes = 10'000'000;  // as many levels as names have in all, but for what a name shares with the one before it

    bool operator==(const GraphFileLimits&) const = default;
};

// Which of them was hit.
enum class GraphFileLimit : std::uint8_t { Operations, Scopes };

}  // namespace namescape
