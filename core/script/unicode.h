// What Python asks about characters: case, classes, what may be printed as it is. Covers Latin, Greek and Cyrillic letters in
// full; other scripts as far as these questions need it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace namescape {

bool isPrintable(std::uint32_t codePoint);
bool isLetter(std::uint32_t codePoint);
bool isLower(std::uint32_t codePoint);
bool isUpper(std::uint32_t codePoint);
bool isCased(std::uint32_t codePoint);
bool isDecimal(std::uint32_t codePoint);
bool isDigit(std::uint32_t codePoint);    // superscripts as well
bool isNumeric(std::uint32_t codePoint);  // fractions and the like as well
bool isSpace(std::uint32_t codePoint);
std::uint32_t lowerOf(std::uint32_t codePoint);
std::uint32_t upperOf(std::uint32_t codePoint);

// Where letters become several or depend on their place: appended to a text.
void appendUpper(std::string& text, std::uint32_t codePoint);
void appendTitle(std::string& text, std::uint32_t codePoint);
void appendFolded(std::string& text, std::uint32_t codePoint);
// The small form of the code point that ends at `end` in `source`: a sigma at a word's end has its own.
void appendLower(std::string& text, std::uint32_t codePoint, std::string_view source, std::size_t end);

}  // namespace namescape
