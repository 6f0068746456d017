// Statements that somebody has made comments of, told from comments that are words.
#pragma once

#include "support/source_range.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace namescape {

// What makes a line a comment, in bytes of the line: "#" and one blank behind it. Of a line that is nothing but "#", all: it was empty.
SourceRange commentMark(std::string_view line);

// Neighbouring lines of a comment, by their places among its lines.
struct CommentPart {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool isCode = false;  // statements, none of them only a word or a text

    bool operator==(const CommentPart&) const = default;
};

// What lines that are comments are made of, all of them in order.
std::vector<CommentPart> commentParts(const std::vector<std::string_view>& lines);

}  // namespace namescape
