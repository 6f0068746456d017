// What single characters of a program are: spaces, letters, and the look-alikes of ASCII that web pages bring along.
#pragma once

#include <cstdint>
#include <string_view>

namespace namescape {

// A code point and how many bytes it takes. An invalid byte is one character of its own.
struct Character {
    char32_t codePoint = 0;
    std::uint32_t length = 1;
    bool isValid = true;
};

// The character at an offset inside the text.
Character characterAt(std::string_view text, std::size_t offset);

// Outside ASCII: a letter, digit or mark, i.e. not punctuation, a symbol or a space. Coarser than Unicode's XID tables.
bool isIdentifierCharacter(char32_t codePoint);

// A space that Python does not take for one: no-break, ideographic, zero-width…
bool isOddSpace(char32_t codePoint);

// How many plain spaces an odd one is as wide as: 0, 1, or 2 for the ideographic one.
std::uint32_t oddSpaceWidth(char32_t codePoint);

// What a look-alike such as '（' or '：' stands for in Python; empty when it is none. Quotes give '"' or '\''.
std::string_view asciiTwin(char32_t codePoint);

// A byte of an ASCII identifier.
constexpr bool isWordStart(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}
constexpr bool isDigit(unsigned char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool isWordByte(unsigned char byte) { return isWordStart(byte) || isDigit(byte); }

}  // namespace namescape
