// The values of number and string literals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace namescape {

enum class NumberKind : std::uint8_t { Integer, BigInteger, Float, Imaginary };

struct NumberValue {
    NumberKind kind = NumberKind::Integer;
    std::int64_t integer = 0;
    double real = 0;
    std::string digits;  // of a BigInteger: without underscores, with its prefix 0x, 0o or 0b
};

// The value of a literal that the lexer took for a number. An old octal (0777) is read as 0o777.
NumberValue readNumber(std::string_view literal);

// A string literal, taken apart.
struct StringParts {
    std::string_view text;    // between the quotes
    std::uint32_t begin = 0;  // where that begins in the literal
    bool isRaw = false;
    bool isBytes = false;
    bool isFormatted = false;
};

// Of a whole literal with its end; for a FormatStart token `text` is empty.
StringParts splitString(std::string_view literal);

enum class Braces : std::uint8_t { Plain, Doubled };  // Doubled: `{{` stands for one brace, as in an f-string

// A stretch of a string literal that could not be decoded.
struct EscapeError {
    std::uint32_t begin = 0, end = 0;  // in the text handed in; empty where all went well
    bool isNamed = false;              // `\N{…}`: right, but we have no table of names
    explicit operator bool() const { return end > begin; }
};

// Appends what a literal's text stands for to `result`: escapes decoded unless it is raw, line ends as "\n". What
// can't be decoded is kept as it is written, and the first such stretch is returned.
EscapeError decodeString(std::string_view text, const StringParts& parts, Braces braces, std::string& result);

}  // namespace namescape
