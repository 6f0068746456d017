// What texts are compared by where lines are not the same: their words.
#pragma once

#include "support/ascii.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace namescape {

inline bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
}

// What is not ASCII counts as letters.
inline bool isOfAWord(char c) {
    return c == '_' || isAsciiDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

// Behind the word that begins at `offset`; another character is one by itself.
inline std::uint32_t wordEnd(std::string_view text, std::uint32_t offset, std::uint32_t end) {
    std::uint32_t next = offset + 1;
    while (isOfAWord(text[offset]) && next < end && isOfAWord(text[next])) ++next;
    return next;
}

inline std::uint64_t hashOf(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

}  // namespace namescape
