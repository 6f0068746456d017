// Widths of texts from a table of our own, so that pictures never depend on installed fonts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace namescape {

enum class TextWeight : std::uint8_t { Regular, Bold };

// A text's size and weight. Families to draw it with stand in theme.h: their glyphs have the widths of this table.
struct TextStyle {
    double size = 12;  // points: the em
    TextWeight weight = TextWeight::Regular;
    bool operator==(const TextStyle&) const = default;
};

// In points. The text is UTF-8; a broken sequence counts as one replacement character. What the table lacks counts 1 em
// where it is East Asian wide or an emoji, nothing where it is a combining mark, and 0.6 em otherwise.
double textWidth(std::string_view text, TextStyle style);

// The text, or as much of its beginning and end as fits into `width` points, with "…" between. Control characters are
// shown as U+FFFD; never splits a code point.
std::string elidedInMiddle(std::string_view text, TextStyle style, double width);

}  // namespace namescape
