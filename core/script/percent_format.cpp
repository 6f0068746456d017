#include "script/percent_format.h"

#include "script/builtin_types.h"
#include "script/float_text.h"
#include "script/format_spec.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/text_of_values.h"
#include "script/utf8.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace namescape {

namespace {

struct Conversion {
    bool alternate = false, zero = false, left = false, space = false, plus = false;
    std::int64_t width = -1;
    std::int64_t precision = -1;
    char type = 0;
};

class PercentFormatter {
public:
    PercentFormatter(Interpreter& interpreter, std::string_view format, const Value& arguments) : m_interpreter(interpreter), m_format(format), m_arguments(arguments) {
        if (const auto* tuple = arguments.as<TupleObject>()) m_values = tuple->values();
        else m_values = std::span<const Value>(&m_arguments, 1);
        m_isMapping = !arguments.is<TupleObject>() && !arguments.is<StringObject>() && arguments.isObject() &&
                      (arguments.is<DictObject>() || m_interpreter.findAttribute(arguments, "__getitem__").has_value());
    }

    std::string run() {
        while (m_at < m_format.size()) {
            const std::size_t percent = std::min(m_format.find('%', m_at), m_format.size());
            m_result += m_format.substr(m_at, percent - m_at);
            m_at = percent;
            if (m_at == m_format.size()) break;
            ++m_at;
            convertOne();
            m_interpreter.heap().ensureRoom(m_result.size(), 1);
        }
        if (m_next < m_values.size() && !m_isMapping) throw m_interpreter.typeError("not all arguments converted during string formatting");
        return std::move(m_result);
    }

private:
    void convertOne() {
        if (peek() == '%') {
            ++m_at;
            m_result += '%';
            return;
        }
        if (peek() == '(') takeKey();
        Conversion conversion = flags();
        conversion.width = width(conversion);
        if (peek() == '.') {
            ++m_at;
            conversion.precision = precision();
        }
        if (peek() == 'h' || peek() == 'l' || peek() == 'L') ++m_at;
        if (m_at >= m_format.size()) throw m_interpreter.valueError("incomplete format");
        const std::size_t typeAt = m_at;
        const std::uint32_t type = decodeCodePoint(m_format, m_at);
        const Value value = argument();
        if (type >= 128 || std::string_view("sradiuoxXeEfFgGc").find(static_cast<char>(type)) == std::string_view::npos) throw unsupported(type, typeAt);
        conversion.type = static_cast<char>(type);
        append(conversion, value);
    }

    ScriptError unsupported(std::uint32_t type, std::size_t at) {
        const char shown = type >= 31 && type <= 126 ? static_cast<char>(type) : '?';
        return m_interpreter.valueError(fmt::format("unsupported format character '{}' (0x{:x}) at index {}", shown, type, countCodePoints(m_format.substr(0, at))));
    }

    void takeKey() {
        std::size_t depth = 1;
        const std::size_t begin = ++m_at;
        while (m_at < m_format.size() && depth > 0) {
            if (m_format[m_at] == '(') ++depth;
            else if (m_format[m_at] == ')') --depth;
            ++m_at;
        }
        if (depth > 0) throw m_interpreter.valueError("incomplete format key");
        if (!m_isMapping) throw m_interpreter.typeError("format requires a mapping");
        m_current = m_interpreter.getItem(m_arguments, m_interpreter.string(m_format.substr(begin, m_at - 1 - begin)));
        m_next = m_values.size();  // the mapping as a whole is no argument any more
    }

    Conversion flags() {
        Conversion conversion;
        for (;; ++m_at) {
            switch (peek()) {
            case '#': conversion.alternate = true; continue;
            case '0': conversion.zero = true; continue;
            case '-': conversion.left = true; continue;
            case ' ': conversion.space = true; continue;
            case '+': conversion.plus = true; continue;
            }
            return conversion;
        }
    }

    std::int64_t width(Conversion& conversion) {
        if (peek() != '*') return digits(INT64_MAX, "width too big");
        const std::int64_t given = m_interpreter.index(starred());
        if (given < 0) conversion.left = true;
        return given == INT64_MIN ? INT64_MAX : std::abs(given);
    }

    std::int64_t precision() {
        if (peek() != '*') return std::max<std::int64_t>(0, digits(INT32_MAX, "precision too big"));
        const Value given = starred();
        if (given.isObject() || given.asInt() != static_cast<std::int32_t>(given.asInt())) throw m_interpreter.overflowError("Python int too large to convert to C int");
        return std::max<std::int64_t>(0, given.asInt());
    }

    // What `*` takes from the arguments.
    Value starred() {
        ++m_at;
        const Value given = argument();
        const Value& plain = plainNumber(given);
        if (!isInteger(plain)) throw m_interpreter.typeError("* wants int");
        return plain;
    }

    std::int64_t digits(std::int64_t most, const char* complaint) {
        std::int64_t value = -1;
        while (peek() >= '0' && peek() <= '9') {
            value = std::max<std::int64_t>(value, 0);
            const std::int64_t digit = m_format[m_at++] - '0';
            if (value > (most - digit) / 10) throw m_interpreter.valueError(complaint);
            value = value * 10 + digit;
        }
        return value;
    }

    Value argument() {
        if (m_current) return *std::exchange(m_current, std::nullopt);
        if (m_next >= m_values.size()) throw m_interpreter.typeError("not enough arguments for format string");
        return m_values[m_next++];
    }

    void append(const Conversion& conversion, const Value& value) {
        switch (conversion.type) {
        case 's': return appendText(conversion, m_interpreter.str(value));
        case 'r': return appendText(conversion, m_interpreter.repr(value));
        case 'a': return appendText(conversion, asciiRepr(m_interpreter, value));
        case 'c': return appendText(conversion, character(value));
        case 'd':
        case 'i':
        case 'u': return appendNumber(conversion, decimal(conversion, value));
        case 'o':
        case 'x':
        case 'X': return appendNumber(conversion, based(conversion, value));
        default: return appendNumber(conversion, floating(conversion, value));
        }
    }

    std::string character(const Value& value) {
        if (const auto* text = value.as<StringObject>(); text && text->length() == 1) return std::string(text->text());
        if (!isInteger(plainNumber(value)) && !m_interpreter.findInType(m_interpreter.typeOf(value), m_interpreter.names().index)) throw m_interpreter.typeError("%c requires int or char");
        const Value number = m_interpreter.indexValue(value);
        const std::int64_t code = number.isObject() ? -1 : number.asInt();
        if (code < 0 || code > 0x10ffff) throw m_interpreter.overflowError("%c arg not in range(0x110000)");
        std::string text;
        appendCodePoint(text, static_cast<std::uint32_t>(code));
        return text;
    }

    std::string withPrecision(const Conversion& conversion, std::string digits) {
        const bool negative = digits[0] == '-';
        if (negative) digits.erase(0, 1);
        makeRoom(conversion.precision);
        if (conversion.precision > static_cast<std::int64_t>(digits.size())) digits.insert(0, static_cast<std::size_t>(conversion.precision) - digits.size(), '0');
        return negative ? "-" + digits : digits;
    }

    std::string decimal(const Conversion& conversion, const Value& value) {
        const Value& plain = plainNumber(value);
        if (plain.isFloat()) return withPrecision(conversion, integerText(m_interpreter, m_interpreter.call(m_interpreter.types().integer, {plain})));
        if (!isInteger(plain) && !m_interpreter.hasAttribute(value, "__int__") && !m_interpreter.hasAttribute(value, "__index__")) {
            const char* real = m_interpreter.options().wording == ErrorWording::Python37 ? "number" : "real number";
            throw m_interpreter.typeError(fmt::format("%{} format: a {} is required, not {}", conversion.type, real, m_interpreter.typeName(value)));
        }
        return withPrecision(conversion, integerText(m_interpreter, isInteger(plain) ? plain : m_interpreter.call(m_interpreter.types().integer, {value})));
    }

    std::string based(const Conversion& conversion, const Value& value) {
        const Value& plain = plainNumber(value);
        if (!isInteger(plain) && !m_interpreter.hasAttribute(value, "__index__"))
            throw m_interpreter.typeError(fmt::format("%{} format: an integer is required, not {}", conversion.type, m_interpreter.typeName(value)));
        std::string digits = withPrecision(conversion, integerText(m_interpreter, m_interpreter.indexValue(value), conversion.type == 'o' ? 8 : 16));
        if (conversion.type == 'X') std::transform(digits.begin(), digits.end(), digits.begin(), [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
        if (conversion.alternate) digits.insert(digits[0] == '-' ? 1 : 0, conversion.type == 'o' ? "0o" : conversion.type == 'x' ? "0x" : "0X");
        return digits;
    }

    std::string floating(const Conversion& conversion, const Value& value) {
        if (!isNumber(value) && !m_interpreter.hasAttribute(value, "__float__")) throw m_interpreter.typeError(fmt::format("must be real number, not {}", m_interpreter.typeName(value)));
        FormatSpec spec;
        spec.type = static_cast<char32_t>(conversion.type);
        spec.precision = conversion.precision;
        spec.alternate = conversion.alternate;
        return formatFloat(m_interpreter, m_interpreter.toDouble(value), spec);
    }

    void appendText(const Conversion& conversion, std::string_view text) {
        if (conversion.precision >= 0 && conversion.type != 'c') text = text.substr(0, offsetOfCodePoint(text, static_cast<std::size_t>(conversion.precision)));
        makeRoom(conversion.width);
        const auto missing = static_cast<std::size_t>(std::max<std::int64_t>(0, conversion.width - static_cast<std::int64_t>(countCodePoints(text))));
        if (!conversion.left) m_result.append(missing, ' ');
        m_result += text;
        if (conversion.left) m_result.append(missing, ' ');
    }

    void appendNumber(const Conversion& conversion, std::string digits) {
        std::string sign;
        if (digits[0] == '-') {
            sign = "-";
            digits.erase(0, 1);
        } else {
            sign = conversion.plus ? "+" : conversion.space ? " " : "";
        }
        const bool isPrefixed = digits.size() > 1 && digits[0] == '0' && std::string_view("xXo").find(digits[1]) != std::string_view::npos;
        if (isPrefixed) {
            sign += digits.substr(0, 2);
            digits.erase(0, 2);
        }
        makeRoom(conversion.width);
        const auto missing = static_cast<std::size_t>(std::max<std::int64_t>(0, conversion.width - static_cast<std::int64_t>(sign.size() + digits.size())));
        if (!conversion.left && !conversion.zero) m_result.append(missing, ' ');
        m_result += sign;
        if (!conversion.left && conversion.zero) m_result.append(missing, '0');
        m_result += digits;
        if (conversion.left) m_result.append(missing, ' ');
    }

    void makeRoom(std::int64_t count) { m_interpreter.heap().ensureRoom(static_cast<std::size_t>(std::max<std::int64_t>(0, count)), 4); }

    char peek() const { return m_at < m_format.size() ? m_format[m_at] : '\0'; }

    Interpreter& m_interpreter;
    std::string_view m_format;
    const Value m_arguments;
    std::span<const Value> m_values;
    bool m_isMapping = false;
    std::size_t m_at = 0;
    std::size_t m_next = 0;
    std::optional<Value> m_current;  // found by key
    std::string m_result;
};

}  // namespace

Value percentFormat(Interpreter& interpreter, const StringObject& format, const Value& arguments) {
    const Value keepAlive(const_cast<StringObject*>(&format));
    return interpreter.string(PercentFormatter(interpreter, format.text(), arguments).run());
}

}  // namespace namescape
