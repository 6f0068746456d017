// Floats as Python writes and reads them; never by way of the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace namescape {

// repr(): the shortest text that gives the number back, "1.0", "1e-07", "nan".
std::string floatRepr(double number);

// With a fixed number of digits behind the point, as '%.*f' does.
std::string floatFixed(double number, int precision);
// As '%.*e' does: at least two digits of exponent.
std::string floatScientific(double number, int precision);
// As '%.*g' does; `alternate` keeps trailing zeros and the point.
std::string floatGeneral(double number, int precision, bool alternate);

// As floatGeneral(), but with a digit behind the point wherever there is no exponent: how format() writes with a precision alone.
std::string floatBrief(double number, int precision, bool alternate);

// As float() reads: white space around, underscores between digits, inf and nan.
std::optional<double> parseFloat(std::string_view text);

}  // namespace namescape
