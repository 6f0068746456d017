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

class SpecReader {
public:
    SpecReader(Interpreter& interpreter, std::string_view text, std::string_view typeName) : m_interpreter(interpreter), m_text(text), m_whole(text), m_typeName(typeName) {}

    FormatSpec read() {
        readAlign();
        if (!m_text.empty() && (m_text[0] == '+' || m_text[0] == '-' || m_text[0] == ' ')) m_spec.sign = take();
        if (!isOld() && !m_text.empty() && m_text[0] == 'z') {
            take();
            m_spec.noNegativeZero = true;
        }
        if (!m_text.empty() && m_text[0] == '#') {
            take();
            m_spec.alternate = true;
        }
        if (!m_text.empty() && m_text[0] == '0') {
            take();
            if (!m_hasFill) m_spec.fill = "0";
            if (!m_spec.align) m_spec.align = m_typeName == "str" && !isOld() ? '<' : '=';
        }
        m_spec.width = readNumber();
        readGrouping();
        if (!m_text.empty() && m_text[0] == '.') {
            take();
            m_spec.precision = readNumber();
            if (m_spec.precision < 0) throw m_interpreter.valueError("Format specifier missing precision");
        }
        if (m_text.empty()) return m_spec;
        std::size_t end = 0;
        m_spec.type = decodeCodePoint(m_text, end);
        if (end < m_text.size()) throw invalid();
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
            number = std::max<std::int64_t>(number, 0);
            if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, take() - '0', &number)) throw m_interpreter.valueError("Too many decimal digits in format string");
        }
        return number;
    }

    bool isOld() const { return m_interpreter.options().wording == ErrorWording::Python37; }

    ScriptError invalid() {
        if (isOld()) return m_interpreter.valueError("Invalid format specifier");
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

std::string pad(Interpreter& interpreter, std::string_view prefix, std::string_view text, const FormatSpec& spec, char defaultAlign) {
    const auto length = static_cast<std::int64_t>(countCodePoints(prefix) + countCodePoints(text));
    const std::int64_t missing = std::max<std::int64_t>(0, spec.width - length);
    interpreter.heap().ensureRoom(static_cast<std::size_t>(missing), 2 * spec.fill.size());
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

ScriptError unknownCode(Interpreter& interpreter, char32_t type, std::string_view typeName) {
    const auto code = static_cast<std::uint32_t>(type);
    const std::string shown = code > 32 && code < 128 ? std::string(1, static_cast<char>(code)) : fmt::format("\\x{:x}", code);
    return interpreter.valueError(fmt::format("Unknown format code '{}' for object of type '{}'", shown, typeName));
}

bool isOneOf(char32_t type, std::string_view types) {
    return type > 0 && type < 128 && types.find(static_cast<char>(type)) != std::string_view::npos;
}

std::string upperAscii(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

// Groups the digits before the point; the rest stays.
std::string groupNumber(const std::string& number, const FormatSpec& spec, std::string_view sign) {
    const std::size_t end = number.find_first_not_of("0123456789");
    const std::string rest = end == std::string::npos ? "" : number.substr(end);
    const bool zeroFilled = spec.fill == "0" && spec.align == '=';
    const std::int64_t least = zeroFilled && spec.width > 0 ? spec.width - static_cast<std::int64_t>(rest.size() + sign.size()) : 0;
    return group(number.substr(0, end), spec.grouping, 3, least) + rest;
}

}  // namespace

FormatSpec parseFormatSpec(Interpreter& interpreter, std::string_view text, std::string_view typeName) {
    return SpecReader(interpreter, text, typeName).read();
}

std::string formatText(Interpreter& interpreter, std::string_view text, const FormatSpec& spec) {
    if (spec.type && spec.type != 's') throw unknownCode(interpreter, spec.type, "str");
    if (spec.sign) throw interpreter.valueError(spec.sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier");
    if (spec.noNegativeZero) throw interpreter.valueError("Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate) throw interpreter.valueError("Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=') throw interpreter.valueError("'=' alignment not allowed in string format specifier");
    if (spec.grouping) throw interpreter.valueError(fmt::format("Cannot specify '{}' with 's'.", spec.grouping));
    if (spec.precision >= 0) text = text.substr(0, offsetOfCodePoint(text, static_cast<std::size_t>(spec.precision)));
    return pad(interpreter, "", text, spec, '<');
}

std::string formatInteger(Interpreter& interpreter, const Value& value, const FormatSpec& spec) {
    if (isOneOf(spec.type, "eEfFgG%")) return formatFloat(interpreter, integerToDouble(interpreter, value), spec);
    if (spec.type && !isOneOf(spec.type, "bcdnoxX")) throw unknownCode(interpreter, spec.type, interpreter.typeName(value));
    if (spec.precision >= 0) throw interpreter.valueError("Precision not allowed in integer format specifier");
    if (spec.noNegativeZero) throw interpreter.valueError("Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type == 'c') {
        if (spec.sign) throw interpreter.valueError("Sign not allowed with integer format specifier 'c'");
        if (spec.alternate) throw interpreter.valueError("Alternate form (#) not allowed with integer format specifier 'c'");
        if (value.isObject()) throw interpreter.overflowError("Python int too large to convert to C long");
        const std::int64_t code = value.asInt();
        if (code < 0 || code > 0x10ffff) throw interpreter.overflowError("%c arg not in range(0x110000)");
        std::string text;
        appendCodePoint(text, static_cast<std::uint32_t>(code));
        return pad(interpreter, "", text, spec, '>');
    }
    const unsigned base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
    if (spec.grouping == ',' && base != 10) throw interpreter.valueError(fmt::format("Cannot specify ',' with '{}'.", static_cast<char>(spec.type)));
    std::string digits = integerText(interpreter, value, base);
    const bool negative = digits[0] == '-';
    if (negative) digits.erase(0, 1);
    if (spec.type == 'X') digits = upperAscii(digits);
    std::string prefix = signFor(negative, spec.sign);
    if (spec.alternate && base != 10) prefix += base == 2 ? "0b" : base == 8 ? "0o" : spec.type == 'X' ? "0X" : "0x";
    if (spec.grouping) {
        const bool zeroFilled = spec.fill == "0" && spec.align == '=';
        digits = group(digits, spec.grouping, base == 10 ? 3 : 4, zeroFilled ? spec.width - static_cast<std::int64_t>(prefix.size()) : 0);
    }
    return pad(interpreter, prefix, digits, spec, '>');
}

namespace {

// Without sign, grouping and padding. A plain number without precision is written in full, as repr() does.
std::string magnitudeText(Interpreter& interpreter, double magnitude, const FormatSpec& spec, std::string_view typeName) {
    if (spec.precision > INT32_MAX) throw interpreter.valueError("precision too big");
    interpreter.heap().ensureRoom(static_cast<std::size_t>(std::max<std::int64_t>(spec.precision, 0)), 4);
    const int precision = spec.precision < 0 ? 6 : static_cast<int>(spec.precision);
    std::string text;
    switch (spec.type) {
    case 'e':
    case 'E': text = floatScientific(magnitude, precision); break;
    case 'f':
    case 'F': text = floatFixed(magnitude, precision); break;
    case '%': text = floatFixed(magnitude * 100, precision); break;
    case 'g':
    case 'G':
    case 'n': text = floatGeneral(magnitude, precision, spec.alternate); break;
    case 0: text = spec.precision < 0 ? floatRepr(magnitude) : floatBrief(magnitude, precision, spec.alternate); break;
    default: throw unknownCode(interpreter, spec.type, typeName);
    }
    if (spec.alternate && std::isfinite(magnitude) && text.find('.') == std::string::npos) text.insert(std::min(text.find('e'), text.size()), ".");
    return isOneOf(spec.type, "EFG") ? upperAscii(text) : text;
}

bool isNegativeNumber(double number, const std::string& text, const FormatSpec& spec) {
    if (!std::signbit(number) || std::isnan(number)) return false;
    return !spec.noNegativeZero || text.substr(0, text.find_first_of("eE")).find_first_not_of("0.") != std::string::npos;
}

// One half of a complex number: the fraction of a whole number is left out.
std::string partText(Interpreter& interpreter, double number, const FormatSpec& spec, char sign) {
    FormatSpec plain = spec;
    if (!plain.type && plain.precision >= 0) plain.type = 'g';
    std::string text = magnitudeText(interpreter, std::abs(number), plain, "complex");
    if (!plain.type && text.ends_with(".0")) text.resize(text.size() - (spec.alternate ? 1 : 2));
    const std::string signText = signFor(isNegativeNumber(number, text, spec), sign);
    return signText + (spec.grouping ? groupNumber(text, spec, signText) : text);
}

}  // namespace

std::string formatFloat(Interpreter& interpreter, double number, const FormatSpec& spec) {
    std::string text = magnitudeText(interpreter, std::abs(number), spec, "float");
    const std::string sign = signFor(isNegativeNumber(number, text, spec), spec.sign);
    if (spec.type == '%') text += '%';
    if (spec.grouping) text = groupNumber(text, spec, sign);
    return pad(interpreter, sign, text, spec, '>');
}

std::string formatComplex(Interpreter& interpreter, std::complex<double> number, const FormatSpec& spec) {
    if (spec.type && !isOneOf(spec.type, "eEfFgGn")) throw unknownCode(interpreter, spec.type, "complex");
    if (spec.fill == "0") throw interpreter.valueError("Zero padding is not allowed in complex format specifier");
    if (spec.align == '=') throw interpreter.valueError("'=' alignment flag is not allowed in complex format specifier");
    const bool isImaginary = !spec.type && number.real() == 0 && !std::signbit(number.real());
    const std::string imaginary = partText(interpreter, number.imag(), spec, isImaginary ? spec.sign : '+') + 'j';
    if (isImaginary) return pad(interpreter, "", imaginary, spec, '>');
    const std::string text = partText(interpreter, number.real(), spec, spec.sign) + imaginary;
    return pad(interpreter, "", spec.type ? text : '(' + text + ')', spec, '>');
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
    if (const auto* complex = value.as<ComplexObject>()) return formatComplex(*this, complex->value, parseFormatSpec(*this, specification, typeName(value)));
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
