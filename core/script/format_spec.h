// The format mini-language of format(), str.format() and f-strings: "[[fill]align][sign][z][#][0][width][,][.precision][type]".
#pragma once

#include "script/value.h"

#include <complex>
#include <cstdint>
#include <string>
#include <string_view>

namespace namescape {

class Interpreter;

struct FormatSpec {
    std::string fill = " ";   // one character
    char align = 0;           // '<', '>', '^', '=' or none
    char sign = 0;            // '+', '-', ' ' or none
    bool noNegativeZero = false;  // 'z'
    bool alternate = false;   // '#'
    char grouping = 0;        // ',', '_' or none
    std::int64_t width = -1;
    std::int64_t precision = -1;
    char32_t type = 0;        // or none
};

// Throws ValueError for what is no specification.
FormatSpec parseFormatSpec(Interpreter& interpreter, std::string_view text, std::string_view typeName);

// What a builtin value gives for a specification; `text` of a str.
std::string formatText(Interpreter& interpreter, std::string_view text, const FormatSpec& spec);
std::string formatInteger(Interpreter& interpreter, const Value& value, const FormatSpec& spec);
std::string formatFloat(Interpreter& interpreter, double number, const FormatSpec& spec);
std::string formatComplex(Interpreter& interpreter, std::complex<double> number, const FormatSpec& spec);

}  // namespace namescape
