// What differs between two versions of a text, line by line, for somebody to read.
#pragma once

#include "support/source_range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

struct DifferenceLine {
    enum class Kind : std::uint8_t { Same, Removed, Added };

    Kind kind = Kind::Same;
    std::uint32_t number = 0;  // from 1: of a removed line before, of any other after
    std::string text;          // without its end; of a very long one, a part around what is other
    std::vector<SourceRange> changed{};  // bytes of `text` that the line in whose place it stands does not have

    bool operator==(const DifferenceLine&) const = default;
};

struct TextDifference {
    // Lines that are neighbours: what is other, and some lines around it. Of each stretch, what was removed comes first.
    std::vector<std::vector<DifferenceLine>> hunks;
    std::uint32_t removed = 0, added = 0;  // lines in all
    std::uint32_t leftOut = 0;             // of these, how many are not in the hunks

    bool operator==(const TextDifference&) const = default;
};

// With `context` lines that stayed around what is other, and no more than `mostLines` that are other.
TextDifference differenceOfTexts(std::string_view before, std::string_view after, std::uint32_t context = 1, std::uint32_t mostLines = 200);

}  // namespace namescape
