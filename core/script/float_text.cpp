#include "script/float_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace namescape {

namespace {

std::string special(double number) {
    if (std::isnan(number)) return "nan";
    return number < 0 ? "-inf" : "inf";
}

// to_chars into a buffer that holds any double with that many digits.
std::string toText(double number, std::chars_format format, int precision) {
    std::string text(static_cast<std::size_t>(precision) + 330, '\0');
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number, format, precision);
    text.resize(error == std::errc() ? static_cast<std::size_t>(end - text.data()) : 0);
    return text;
}

}  // namespace

std::string floatRepr(double number) {
    if (!std::isfinite(number)) return special(number);
    char buffer[32];
    const auto scientific = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific);
    const std::string_view text(buffer, static_cast<std::size_t>(scientific.ptr - buffer));
    const std::size_t mark = text.find('e');
    int exponent = 0;
    const char* digits = text.data() + mark + 1;
    std::from_chars(*digits == '+' ? digits + 1 : digits, scientific.ptr, exponent);
    if (exponent < -4 || exponent >= 16) return std::string(text);
    char fixed[48];
    const auto end = std::to_chars(fixed, fixed + sizeof fixed, number, std::chars_format::fixed).ptr;
    std::string result(fixed, end);
    if (result.find('.') == std::string::npos) result += ".0";
    return result;
}

std::string floatFixed(double number, int precision) {
    return std::isfinite(number) ? toText(number, std::chars_format::fixed, precision) : special(number);
}

std::string floatScientific(double number, int precision) {
    return std::isfinite(number) ? toText(number, std::chars_format::scientific, precision) : special(number);
}

namespace {

int exponentOf(std::string_view scientific) {
    const char* digits = scientific.data() + scientific.find('e') + 1;
    int exponent = 0;
    std::from_chars(*digits == '+' ? digits + 1 : digits, scientific.data() + scientific.size(), exponent);
    return exponent;
}

// Zeros behind the point that stand at its end, and the point itself where nothing is left behind it.
std::string withoutTrailingZeros(const std::string& text) {
    if (text.find('.') == std::string::npos) return text;
    const std::size_t end = std::min(text.find('e'), text.size());
    const std::size_t last = text.find_last_not_of('0', end - 1);
    return text.substr(0, text[last] == '.' ? last : last + 1) + text.substr(end);
}

}  // namespace

std::string floatGeneral(double number, int precision, bool alternate) {
    if (!std::isfinite(number)) return special(number);
    precision = std::max(precision, 1);
    if (!alternate) return toText(number, std::chars_format::general, precision);
    const std::string scientific = toText(number, std::chars_format::scientific, precision - 1);
    const int exponent = exponentOf(scientific);
    std::string text = exponent < -4 || exponent >= precision ? scientific : toText(number, std::chars_format::fixed, precision - 1 - exponent);
    if (text.find('.') == std::string::npos) text.insert(std::min(text.find('e'), text.size()), ".");
    return text;
}

std::string floatBrief(double number, int precision, bool alternate) {
    if (!std::isfinite(number)) return special(number);
    precision = std::max(precision, 1);
    const std::string scientific = toText(number, std::chars_format::scientific, precision - 1);
    const int exponent = exponentOf(scientific);
    if (exponent < -4 || exponent >= precision - 1) return alternate ? scientific : withoutTrailingZeros(scientific);
    std::string text = toText(number, std::chars_format::fixed, precision - 1 - exponent);
    if (!alternate) text = withoutTrailingZeros(text);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

std::optional<double> parseFloat(std::string_view text) {
    constexpr std::string_view space = " \t\n\r\f\v";
    while (!text.empty() && space.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && space.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    if (text.empty()) return std::nullopt;
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char character = text[i];
        if (character == '_') {
            const auto isDigit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
            if (i == 0 || !isDigit(i - 1) || !isDigit(i + 1)) return std::nullopt;
            continue;
        }
        digits += character >= 'A' && character <= 'Z' ? static_cast<char>(character | 0x20) : character;
    }
    const double sign = negative ? -1.0 : 1.0;
    if (digits == "inf" || digits == "infinity") return sign * HUGE_VAL;
    if (digits == "nan") return std::copysign(std::nan(""), sign);
    if (digits.find_first_not_of("0123456789.e+-") != std::string::npos || digits[0] == '+' || digits[0] == '-') return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (end != digits.data() + digits.size()) return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // Too large or too small: the exponent tells which.
        const std::size_t mark = digits.find('e');
        const bool isSmall = mark != std::string::npos ? digits[mark + 1] == '-' : digits[0] == '0' || digits[0] == '.';
        value = isSmall ? 0.0 : HUGE_VAL;
    } else if (error != std::errc()) {
        return std::nullopt;
    }
    return sign * value;
}

}  // namespace namescape
