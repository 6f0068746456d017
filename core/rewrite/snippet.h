// Pieces of a program on their way to another place: their indentation taken away, and put before them again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// Where lines begin in `text`, those left out that begin within a string: what is written there is the string's, not indentation.
std::vector<std::uint32_t> movableLines(std::string_view text);

// Whether the line that begins there has nothing in it, no blanks either.
bool isEmptyLine(std::string_view text, std::uint32_t begin);

// The lines of `text` without `indent` before them. A line that is not indented so stays as it is.
std::string dedented(std::string_view text, std::string_view indent);
// Statements that somebody has taken out of a block, without its indentation; the first line may lack it already.
std::string withoutOuterIndent(std::string_view text);
// The lines of `text` with `indent` before each that is not empty.
std::string indented(std::string_view text, std::string_view indent);

// The blanks at the beginning of a text.
std::string_view indentOf(std::string_view line);

// "\r\n" where its first line ends so, else "\n".
std::string_view lineEnd(std::string_view program);

}  // namespace namescape
