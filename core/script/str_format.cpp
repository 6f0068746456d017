#include "script/str_format.h"

#include "script/interpreter.h"
#include "script/text_of_values.h"
#include "script/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class StrFormatter {
public:
    StrFormatter(Interpreter& interpreter, const Value& positional, const Value& keywords)
        : m_interpreter(interpreter), m_positional(positional.is<TupleObject>() ? positional.as<TupleObject>()->values() : std::span<const Value>()), m_isMap(!positional.is<TupleObject>()), m_keywords(keywords) {}

    std::string expand(std::string_view format, int depth) {
        if (depth == 0) throw m_interpreter.valueError("Max string recursion exceeded");
        std::string result;
        for (std::size_t at = 0; at < format.size();) {
            const char character = format[at++];
            if (character != '{' && character != '}') {
                result += character;
            } else if (at < format.size() && format[at] == character) {
                result += character;
                ++at;
            } else if (character == '}') {
                throw m_interpreter.valueError("Single '}' encountered in format string");
            } else {
                if (at >= format.size()) throw m_interpreter.valueError("Single '{' encountered in format string");
                result += field(format, at, depth);
            }
            m_interpreter.heap().ensureRoom(result.size(), 1);
        }
        return result;
    }

private:
    // The field that begins at `at`, which is moved behind it.
    std::string field(std::string_view format, std::size_t& at, int depth) {
        const std::size_t begin = at;
        const std::size_t nameEnd = endOfName(format, at);
        const char after = at > nameEnd ? format[nameEnd] : '\0';
        if (after != '}' && after != ':' && after != '!') throw m_interpreter.valueError("expected '}' before end of string");
        std::uint32_t conversion = 0;
        bool hasSpecification = after == ':';
        if (after == '!') {
            if (at >= format.size()) throw m_interpreter.valueError("end of string while looking for conversion specifier");
            conversion = decodeCodePoint(format, at);
            if (at >= format.size()) throw m_interpreter.valueError("unmatched '{' in format spec");
            hasSpecification = format[at++] != '}';
            if (hasSpecification && format[at - 1] != ':') throw m_interpreter.valueError("expected ':' after conversion specifier");
        }
        const std::string_view specification = hasSpecification ? takeSpecification(format, at) : std::string_view();
        Value value = lookUp(format.substr(begin, nameEnd - begin));
        if (conversion) value = converted(value, conversion);
        return m_interpreter.format(value, specification.find_first_of("{}") == std::string_view::npos ? std::string(specification) : expand(specification, depth - 1));
    }

    // Where the name ends: at `}`, `:` or `!`, but not inside of [ ]. `at` is moved behind that.
    std::size_t endOfName(std::string_view format, std::size_t& at) {
        while (at < format.size()) {
            const char character = format[at++];
            if (character == '{') throw m_interpreter.valueError("unexpected '{' in field name");
            if (character == '[') at = std::min(format.find(']', at), format.size());
            else if (character == '}' || character == ':' || character == '!') return at - 1;
        }
        return format.size();
    }

    std::string_view takeSpecification(std::string_view format, std::size_t& at) {
        const std::size_t begin = at;
        for (std::size_t depth = 1; at < format.size();) {
            const char character = format[at++];
            if (character == '{') ++depth;
            else if (character == '}' && --depth == 0) return format.substr(begin, at - 1 - begin);
        }
        throw m_interpreter.valueError("unmatched '{' in format spec");
    }

    Value converted(const Value& value, std::uint32_t conversion) {
        switch (conversion) {
        case 's': return m_interpreter.strValue(value);
        case 'r': return m_interpreter.reprValue(value);
        case 'a': return m_interpreter.string(asciiRepr(m_interpreter, value));
        }
        const std::string shown = conversion > 32 && conversion < 127 ? std::string(1, static_cast<char>(conversion)) : fmt::format("\\x{:x}", conversion);
        throw m_interpreter.valueError(fmt::format("Unknown conversion specifier {}", shown));
    }

    Value lookUp(std::string_view name) {
        const std::size_t end = std::min(name.find_first_of(".["), name.size());
        Value value = first(name.substr(0, end));
        for (std::size_t at = end; at < name.size();) {
            if (name[at] == '.') {
                const std::size_t next = std::min(name.find_first_of(".[", at + 1), name.size());
                if (next == at + 1) throw m_interpreter.valueError("Empty attribute in format string");
                value = m_interpreter.getAttribute(value, name.substr(at + 1, next - at - 1));
                at = next;
            } else if (name[at] == '[') {
                const std::size_t close = name.find(']', at);
                if (close == std::string_view::npos) throw m_interpreter.valueError("Missing ']' in format string");
                const std::string_view key = name.substr(at + 1, close - at - 1);
                if (key.empty()) throw m_interpreter.valueError("Empty attribute in format string");
                value = m_interpreter.getItem(value, isDigits(key) ? number(key) : Value(m_interpreter.string(key)));
                at = close + 1;
            } else {
                throw m_interpreter.valueError("Only '.' or '[' may follow ']' in format field specifier");
            }
        }
        return value;
    }

    Value number(std::string_view digits) {
        std::int64_t value = 0;
        for (const char digit : digits)
            if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit - '0', &value)) throw m_interpreter.valueError("Too many decimal digits in format string");
        return value;
    }

    Value first(std::string_view name) {
        if (m_isMap && (name.empty() || isDigits(name))) throw m_interpreter.valueError("Format string contains positional fields");
        if (name.empty()) {
            if (m_numbering == Numbering::Manual) throw m_interpreter.valueError("cannot switch from manual field specification to automatic field numbering");
            m_numbering = Numbering::Automatic;
            return positional(m_next++);
        }
        if (isDigits(name)) {
            if (m_numbering == Numbering::Automatic) throw m_interpreter.valueError("cannot switch from automatic field numbering to manual field specification");
            m_numbering = Numbering::Manual;
            return positional(static_cast<std::size_t>(number(name).asInt()));
        }
        return m_interpreter.getItem(m_keywords, m_interpreter.string(name));
    }

    Value positional(std::size_t index) {
        if (index < m_positional.size()) return m_positional[index];
        throw m_interpreter.indexError(fmt::format("Replacement index {} out of range for positional args tuple", index));
    }

    enum class Numbering : std::uint8_t { None, Automatic, Manual };

    Interpreter& m_interpreter;
    std::span<const Value> m_positional;
    bool m_isMap;
    const Value& m_keywords;
    Numbering m_numbering = Numbering::None;
    std::size_t m_next = 0;
};

}  // namespace

Value strFormat(Interpreter& interpreter, const StringObject& format, const Value& positional, const Value& keywords) {
    return interpreter.string(StrFormatter(interpreter, positional, keywords).expand(format.text(), 2));
}

}  // namespace namescape
