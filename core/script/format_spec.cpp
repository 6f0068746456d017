#include "script/format_spec.h"

#include "script/float_text.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/text_of_values.h"
#include "script/utf8.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

bool isAlign(char character) {
    return character == '<' || character == '>' || character == '^' || character == '=';
}

// A field of a million characters and more is a mistake, and would only fill the memory.
constexpr std::int64_t maxWidth = 10'000'000;

class SpecReader {
public:
    SpecReader(Interpreter& interpreter, std::string_view text, std::string_view typeName) : m_interpreter(interpreter), m_text(text), m_whole(text), m_typeName(typeName) {}

    FormatSpec read() {
        readAlign();
        if (!m_text.empty() && (m_text[0] == '+' || m_text[0] == '-' || m_text[0] == ' ')) m_spec.sign = take();
        if (!m_text.empty() && m_text[0] == 'z') take();
        if (!m_text.empty() && m_text[0] == '#') {
            take();
            m_spec.alternate = true;
        }
        if (!m_text.empty() && m_text[0] == '0') {
            take();
            if (!m_hasFill) m_spec.fill = "0";
            if (!m_spec.align) m_spec.align = m_typeName == "str" ? '<' : '=';
        }
        m_spec.width = readNumber();
        readGrouping();
        if (!m_text.empty() && m_text[0] == '.') {
            take();
            m_spec.precision = readNumber();
            if (m_spec.precision < 0) throw m_interpreter.valueError("Format specifier missing precision");
        }
        if (m_text.size() > 1) throw invalid();
        if (!m_text.empty()) m_spec.type = take();
        return m_spec;
    }

private:
    void readAlign() {
        if (m_text.empty()) return;
        std::size_t end = 0;
        decodeCodePoint(m_text, end);
        if (end < m_text.size() && isAlign(m_text[end])) {
            m_spec.fill = std::string(m_text.substr(0, end));
            m_hasFill = true;
            m_text.remove_prefix(end);
            m_spec.align = take();
        } else if (isAlign(m_text[0])) {
            m_spec.align = take();
        }
    }

    void readGrouping() {
        if (!m_text.empty() && (m_text[0] == ',' || m_text[0] == '_')) m_spec.grouping = take();
        if (m_spec.grouping && !m_text.empty() && (m_text[0] == ',' || m_text[0] == '_')) {
            if (m_text[0] != m_spec.grouping) throw m_interpreter.valueError("Cannot specify both ',' and '_'.");
            throw m_interpreter.valueError(fmt::format("Cannot specify '{0}' with '{0}'.", m_spec.grouping));
        }
    }

    std::int64_t readNumber() {
        std::int64_t number = -1;
        while (!m_text.empty() && m_text[0] >= '0' && m_text[0] <= '9') {
            number = std::max<std::int64_t>(number, 0) * 10 + (take() - '0');
            if (number > maxWidth) throw m_interpreter.valueError("Too many decimal digits in format string");
        }
        return number;
    }

    ScriptError invalid() {
        if (m_interpreter.options().wording == ErrorWording::Python37) return m_interpreter.valueError("Invalid format specifier");
        return m_interpreter.valueError(fmt::format("Invalid format specifier '{}' for object of type '{}'", m_whole, m_typeName));
    }

    char take() {
        const char character = m_text[0];
        m_text.remove_prefix(1);
        return character;
    }

    Interpreter& m_interpreter;
    std::string_view m_text;
    std::string_view m_whole;
    std::string_view m_typeName;
    FormatSpec m_spec;
    bool m_hasFill = false;
};

std::string pad(std::string_view prefix, std::string_view text, const FormatSpec& spec, char defaultAlign) {
    const auto length = static_cast<std::int64_t>(countCodePoints(prefix) + countCodePoints(text));
    const std::int64_t missing = std::max<std::int64_t>(0, spec.width - length);
    const char align = spec.align ? spec.align : defaultAlign;
    const std::int64_t before = align == '>' ? missing : align == '^' ? missing / 2 : 0;
    const std::int64_t inside = align == '=' ? missing : 0;
    std::string result;
    const auto fill = [&](std::int64_t count) {
        for (std::int64_t i = 0; i < count; ++i) result += spec.fill;
    };
    fill(before);
    result += prefix;
    fill(inside);
    result += text;
    fill(missing - before - inside);
    return result;
}

// Separators between groups of digits; with zeros as fill they go through those as well.
std::string group(std::string digits, char separator, std::size_t size, std::int64_t least) {
    std::string result;
    std::size_t inGroup = 0;
    std::size_t at = digits.size();
    while (at > 0 || static_cast<std::int64_t>(result.size()) < least) {
        if (inGroup == size) {
            if (at == 0 && static_cast<std::int64_t>(result.size()) + 1 > least) break;
            result += separator;
            inGroup = 0;
            if (at == 0 && static_cast<std::int64_t>(result.size()) >= least) {
                result += '0';
                break;
            }
        }
        result += at > 0 ? digits[--at] : '0';
        ++inGroup;
    }
    std::reverse(result.begin(), result.end());
    return result;
}

std::string signFor(bool negative, char sign) {
    if (negative) return "-";
    return sign == '+' ? "+" : sign == ' ' ? " " : "";
}

ScriptError unknownCode(Interpreter& interpreter, char type, std::string_view typeName) {
    return interpreter.valueError(fmt::format("Unknown format code '{}' for object of type '{}'", type, typeName));
}

// Groups the digits before the point; the rest stays.
std::string groupNumber(const std::string& number, const FormatSpec& spec, std::string_view sign) {
    const std::size_t end = number.find_first_not_of("0123456789");
    const std::string rest = end == std::string::npos ? "" : number.substr(end);
    const bool zeroFilled = spec.fill == "0" && spec.align == '=';
    const std::int64_t least = zeroFilled ? spec.width - static_cast<std::int64_t>(rest.size() + sign.size()) : 0;
    return group(number.substr(0, end), spec.grouping, 3, least) + rest;
}

}  // namespace

FormatSpec parseFormatSpec(Interpreter& interpreter, std::string_view text, std::string_view typeName) {
    return SpecReader(interpreter, text, typeName).read();
}

std::string formatText(Interpreter& interpreter, std::string_view text, const FormatSpec& spec) {
    if (spec.type && spec.type != 's') throw unknownCode(interpreter, spec.type, "str");
    if (spec.sign) throw interpreter.valueError(spec.sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier");
    if (spec.alternate) throw interpreter.valueError("Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=') throw interpreter.valueError("'=' alignment not allowed in string format specifier");
    if (spec.grouping) throw interpreter.valueError(fmt::format("Cannot specify '{}' with 's'.", spec.grouping));
    if (spec.precision >= 0) text = text.substr(0, offsetOfCodePoint(text, static_cast<std::size_t>(spec.precision)));
    return pad("", text, spec, '<');
}

std::string formatInteger(Interpreter& interpreter, const Value& value, const FormatSpec& spec) {
    if (spec.type && std::string_view("eEfFgG%").find(spec.type) != std::string_view::npos) return formatFloat(interpreter, integerToDouble(interpreter, value), spec);
    if (spec.precision >= 0) throw interpreter.valueError("Precision not allowed in integer format specifier");
    if (spec.type == 'c') {
        if (spec.sign) throw interpreter.valueError("Sign not allowed with integer format specifier 'c'");
        const std::int64_t code = interpreter.index(value);
        if (code < 0 || code > 0x10ffff) throw interpreter.overflowError("%c arg not in range(0x110000)");
        std::string text;
        appendCodePoint(text, static_cast<std::uint32_t>(code));
        return pad("", text, spec, '<');
    }
    const unsigned base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
    if (spec.type && std::string_view("bdnoxX").find(spec.type) == std::string_view::npos) throw unknownCode(interpreter, spec.type, interpreter.typeName(value));
    if (spec.grouping == ',' && base != 10) throw interpreter.valueError(fmt::format("Cannot specify ',' with '{}'.", spec.type));
    std::string digits = integerText(interpreter, value, base);
    const bool negative = digits[0] == '-';
    if (negative) digits.erase(0, 1);
    if (spec.type == 'X') std::transform(digits.begin(), digits.end(), digits.begin(), [](char digit) { return digit >= 'a' ? static_cast<char>(digit - 32) : digit; });
    std::string prefix = signFor(negative, spec.sign);
    if (spec.alternate && base != 10) prefix += base == 2 ? "0b" : base == 8 ? "0o" : spec.type == 'X' ? "0X" : "0x";
    if (spec.grouping) {
        const bool zeroFilled = spec.fill == "0" && spec.align == '=';
        digits = group(digits, spec.grouping, base == 10 ? 3 : 4, zeroFilled ? spec.width - static_cast<std::int64_t>(prefix.size()) : 0);
    }
    return pad(prefix, digits, spec, '>');
}

std::string formatFloat(Interpreter& interpreter, double number, const FormatSpec& spec) {
    const bool negative = std::signbit(number) && !std::isnan(number);
    const double magnitude = std::abs(number);
    const int precision = static_cast<int>(std::min<std::int64_t>(spec.precision, 100'000));
    std::string text;
    switch (spec.type) {
    case 'e':
    case 'E': text = floatScientific(magnitude, precision < 0 ? 6 : precision); break;
    case 'f':
    case 'F': text = floatFixed(magnitude, precision < 0 ? 6 : precision); break;
    case '%': text = floatFixed(magnitude * 100, precision < 0 ? 6 : precision); break;
    case 'g':
    case 'G':
    case 'n': text = floatGeneral(magnitude, precision < 0 ? 6 : precision, spec.alternate); break;
    case 0:
        // Like g, but with a digit behind the point, and the shortest text where no precision is given.
        if (precision < 0) text = floatRepr(magnitude);
        else {
            text = floatGeneral(magnitude, precision, spec.alternate);
            int exponent = magnitude == 0 || !std::isfinite(magnitude) ? 0 : static_cast<int>(std::floor(std::log10(magnitude)));
            if (std::isfinite(magnitude) && text.find_first_of(".e") == std::string::npos) {
                if (exponent >= std::max(precision, 1) - 1 && exponent > 0) text = floatScientific(magnitude, std::max(precision, 1) - 1);
                else text += ".0";
                const std::size_t mark = text.find('e');
                if (mark != std::string::npos && text.find('.') < mark) {
                    std::string mantissa = text.substr(0, mark);
                    while (mantissa.back() == '0') mantissa.pop_back();
                    if (mantissa.back() == '.') mantissa.pop_back();
                    text = mantissa + text.substr(mark);
                }
            }
        }
        break;
    default: throw unknownCode(interpreter, spec.type, "float");
    }
    if (spec.alternate && std::isfinite(magnitude) && text.find('.') == std::string::npos) text.insert(std::min(text.find('e'), text.size()), ".");
    if (spec.type == 'E' || spec.type == 'F' || spec.type == 'G') std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (spec.type == '%') text += '%';
    const std::string sign = signFor(negative, spec.sign);
    if (spec.grouping) text = groupNumber(text, spec, sign);
    return pad(sign, text, spec, '>');
}

std::string Interpreter::builtinFormat(const Value& value, std::string_view specification) {
    if (specification.empty()) return str(value);
    if (const auto* text = value.as<StringObject>()) return formatText(*this, text->text(), parseFormatSpec(*this, specification, "str"));
    const Value& plain = plainNumber(value);
    if (isInteger(plain)) {
        const FormatSpec spec = parseFormatSpec(*this, specification, typeName(value));
        return formatInteger(*this, plain, spec);
    }
    if (plain.isFloat()) return formatFloat(*this, plain.asFloat(), parseFormatSpec(*this, specification, typeName(value)));
    throw typeError(fmt::format("unsupported format string passed to {}.__format__", typeName(value)));
}

std::string Interpreter::format(const Value& value, std::string_view specification) {
    if (const Value* method = findOverride(typeOf(value), names().format)) {
        const Value result = callOverride(*method, value, {string(specification)});
        if (!result.is<StringObject>()) throw typeError(fmt::format("__format__ must return a str, not {}", typeName(result)));
        return str(result);
    }
    return builtinFormat(value, specification);
}

}  // namespace namescape
