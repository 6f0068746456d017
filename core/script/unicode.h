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
bool isDigit(std::uint32_t codePoint);
bool isSpace(std::uint32_t codePoint);
std::uint32_t lowerOf(std::uint32_t codePoint);
std::uint32_t upperOf(std::uint32_t codePoint);

}  // namespace namescape
