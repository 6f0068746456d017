// A stretch of a source text, by UTF-8 byte offsets.
#pragma once

#include <cstdint>

namespace namescape {

// Half-open [begin, end), in UTF-8 bytes from the start of the text.
struct SourceRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const SourceRange&) const = default;
    bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
    // A number of its own, to find things by.
    std::uint64_t key() const { return std::uint64_t{begin} << 32 | end; }
};

}  // namespace namescape
