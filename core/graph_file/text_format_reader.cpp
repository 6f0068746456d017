#include "graph_file/text_format_reader.h"

#include "graph_file/wire.h"
#include "support/ascii.h"
#include "support/utf8.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <utility>

namespace namescape {

namespace {

constexpr std::size_t kMostDepth = 100;  // messages within messages, as in Google's readers
constexpr std::size_t kMostUnknownKept = 5;
constexpr std::size_t kBytesBetweenStops = 1 << 20;

struct Broken {
    std::size_t offset;
    std::string message;
};

bool isWordBegin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isWordPart(char c) {
    return isWordBegin(c) || isAsciiDigit(c);
}

int digitValue(char c) {
    if (isAsciiDigit(c)) return c - '0';
    const char low = lowered(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : 99;
}

// Takes the text apart. Throws Broken, which nobody outside of this file sees.
class Tokens {
public:
    explicit Tokens(std::string_view text) : m_text(text) {
        if (m_text.starts_with("\xEF\xBB\xBF")) m_at = 3;
        skipSpace();
    }

    std::size_t offset() const { return m_at; }
    bool isAtEnd() const { return m_at == m_text.size(); }
    char peek() const { return isAtEnd() ? '\0' : m_text[m_at]; }

    [[noreturn]] void fail(std::string message) const { throw Broken{m_at, std::move(message)}; }
    [[noreturn]] void failExpecting(std::string_view what) const {
        const std::string found = isAtEnd() ? "the file ends" : "found '" + std::string(m_text.substr(m_at, codePointAt(m_text, m_at).length)) + "'";
        fail("expected " + std::string(what) + ", but " + found);
    }

    bool take(char c) {
        if (peek() != c || isAtEnd()) return false;
        ++m_at;
        skipSpace();
        return true;
    }

    // A field's name: a word, a number, or "[an.extension]".
    std::string_view fieldName() {
        const std::size_t begin = m_at;
        if (peek() == '[') {
            while (!isAtEnd() && m_text[m_at] != ']' && m_text[m_at] != '\n') ++m_at;
            if (peek() != ']') failExpecting("']'");
            ++m_at;
        } else if (isAsciiDigit(peek())) {
            while (isAsciiDigit(peek())) ++m_at;
        } else {
            if (!isWordBegin(peek())) failExpecting("a field's name");
            while (isWordPart(peek())) ++m_at;
        }
        return finish(begin);
    }

    bool isAtString() const { return peek() == '"' || peek() == '\''; }

    // Adjacent strings are one.
    void string(std::string& out) {
        if (!isAtString()) failExpecting("a string in quotes");
        while (isAtString()) oneString(out);
    }

    // A number or a word, with its sign.
    std::string_view scalar() {
        const std::size_t begin = m_at;
        if (peek() == '-') {
            ++m_at;
            skipSpace();
        }
        if (!isWordPart(peek()) && peek() != '.') failExpecting("a value");
        while (isWordPart(peek()) || peek() == '.' || ((peek() == '+' || peek() == '-') && isExponent(begin))) ++m_at;
        return finish(begin);
    }

private:
    bool isExponent(std::size_t begin) const {
        const char before = m_text[m_at - 1];
        return (before == 'e' || before == 'E') && m_at - begin >= 2 && (isAsciiDigit(m_text[begin]) || m_text[begin] == '.' || m_text[begin] == '-');
    }

    std::string_view finish(std::size_t begin) {
        const std::string_view token = m_text.substr(begin, m_at - begin);
        skipSpace();
        return token;
    }

    void skipSpace() {
        for (;;) {
            while (!isAtEnd() && isAsciiSpace(m_text[m_at])) ++m_at;
            if (peek() != '#' || isAtEnd()) return;
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
        }
    }

    void oneString(std::string& out) {
        const std::size_t begin = m_at;
        const char quote = m_text[m_at++];
        for (;;) {
            const std::size_t plain = m_at;
            while (!isAtEnd() && m_text[m_at] != quote && m_text[m_at] != '\\' && m_text[m_at] != '\n') ++m_at;
            out.append(m_text, plain, m_at - plain);
            if (isAtEnd() || m_text[m_at] == '\n') throw Broken{begin, "this string is not closed"};
            if (m_text[m_at++] == quote) break;
            escape(out);
        }
        skipSpace();
    }

    void escape(std::string& out) {
        const std::size_t begin = m_at - 1;
        const char c = peek();
        if (isAtEnd()) throw Broken{begin, "this escape is not finished"};
        ++m_at;
        constexpr std::string_view kNames = "nrtabfv\\'\"?", kMeanings = "\n\r\t\a\b\f\v\\'\"?";
        if (const std::size_t known = kNames.find(c); known != std::string_view::npos) return out.push_back(kMeanings[known]);
        if (c >= '0' && c <= '7') {
            --m_at;
            return out.push_back(static_cast<char>(number(8, 3)));
        }
        const std::size_t digits = m_at;
        const std::size_t most = c == 'x' || c == 'X' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        const unsigned value = number(16, most);
        const bool isWhole = m_at > digits && (most == 2 || m_at - digits == most);
        if (most == 0 || !isWhole || value > 0x10FFFF) throw Broken{begin, "unknown escape in a string"};
        if (most == 2) out.push_back(static_cast<char>(value));
        else appendUtf8(out, value);
    }

    unsigned number(int base, std::size_t mostDigits) {
        unsigned value = 0;
        for (std::size_t i = 0; i < mostDigits && !isAtEnd() && digitValue(m_text[m_at]) < base; ++i)
            value = value * static_cast<unsigned>(base) + static_cast<unsigned>(digitValue(m_text[m_at++]));
        return value;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

// The digits of a number and the base that its prefix says.
int baseOf(std::string_view& digits) {
    if (digits.size() > 2 && digits[0] == '0' && lowered(digits[1]) == 'x') {
        digits.remove_prefix(2);
        return 16;
    }
    return digits.size() > 1 && digits[0] == '0' ? 8 : 10;
}

std::string_view withoutSign(std::string_view text, bool& isNegative) {
    isNegative = text.starts_with('-');
    if (isNegative) text.remove_prefix(1);
    while (!text.empty() && isAsciiSpace(text.front())) text.remove_prefix(1);
    return text;
}

std::optional<std::uint64_t> integerOf(std::string_view text) {
    bool isNegative = false;
    std::string_view digits = withoutSign(text, isNegative);
    const int base = baseOf(digits);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    if (isNegative && value > std::uint64_t{1} << 63) return std::nullopt;
    return isNegative ? std::uint64_t{0} - value : value;
}

template <typename Number>
std::optional<Number> floatOf(std::string_view text) {
    bool isNegative = false;
    std::string_view digits = withoutSign(text, isNegative);
    const std::string word = lowered(digits);
    Number value = 0;
    if (word == "inf" || word == "infinity" || word == "inff") value = std::numeric_limits<Number>::infinity();
    else if (word == "nan" || word == "nanf") value = std::numeric_limits<Number>::quiet_NaN();
    else {
        if (word.ends_with('f')) digits.remove_suffix(1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (digits.empty() || isWordBegin(digits.front()) || end != digits.data() + digits.size()) return std::nullopt;
        // Too large is infinite, too small is zero, as everywhere.
        if (error == std::errc::result_out_of_range) value = word.find("e-") == std::string::npos ? std::numeric_limits<Number>::infinity() : Number(0);
        else if (error != std::errc()) return std::nullopt;
    }
    return isNegative ? -value : value;
}

std::optional<bool> boolOf(std::string_view text) {
    if (text == "true" || text == "True" || text == "t" || text == "1") return true;
    if (text == "false" || text == "False" || text == "f" || text == "0") return false;
    return std::nullopt;
}

class Transcoder {
public:
    Transcoder(std::string_view text, std::stop_token stop) : m_tokens(text), m_stop(std::move(stop)) {}

    TextFormatResult run(const MessageSchema& schema) {
        try {
            readFields(m_result.wire, schema, '\0');
        } catch (const Broken& broken) {
            m_result.error = {broken.offset, broken.message};
        }
        return std::move(m_result);
    }

private:
    // Numbers that come one after the other in one packed field.
    struct Packed {
        std::uint32_t field = 0;
        std::string bytes;

        void flush(std::string& out) {
            if (field != 0) appendBytesField(out, field, bytes);
            field = 0;
            bytes.clear();
        }
    };

    void readFields(std::string& out, const MessageSchema& schema, char closing) {
        Packed packed;
        while (!isClosed(closing)) {
            const std::size_t begin = m_tokens.offset();
            const std::string_view name = m_tokens.fieldName();
            if (m_depth == 0) mark(out, begin);
            const FieldSchema* field = schema.find(name);
            if (!field || packed.field != field->number) packed.flush(out);
            if (field && field->kind != FieldKind::Ignored) readField(out, *field, packed);
            else if (isAsciiDigit(name.front())) readNumbered(out, name, begin);
            else skipUnknown(schema, name, begin, field != nullptr);
            if (!m_tokens.take(',')) m_tokens.take(';');
        }
        packed.flush(out);
    }

    void mark(const std::string& out, std::size_t begin) {
        m_result.marks.push_back({out.size(), begin});
        if (begin - m_lastStop < kBytesBetweenStops) return;
        m_lastStop = begin;
        if (m_stop.stop_requested()) throw Broken{begin, "stopped"};
    }

    bool isClosed(char closing) {
        if (closing == '\0') return m_tokens.isAtEnd();
        if (m_tokens.isAtEnd()) m_tokens.fail("the file ends within a message: '" + std::string(1, closing) + "' is missing");
        return m_tokens.take(closing);
    }

    // Calls `readOne` once, or for each element of "[…]".
    template <typename ReadOne>
    void forElements(ReadOne readOne) {
        if (m_tokens.peek() != '[') return readOne();
        m_tokens.take('[');
        if (m_tokens.take(']')) return;
        do readOne();
        while (m_tokens.take(','));
        if (!m_tokens.take(']')) m_tokens.failExpecting("']'");
    }

    void readField(std::string& out, const FieldSchema& field, Packed& packed) {
        const bool hasColon = m_tokens.take(':');
        if (field.kind != FieldKind::Message && !hasColon) m_tokens.failExpecting("':'");
        forElements([&] {
            if (field.kind == FieldKind::Message) return readMessage(out, field);
            if (field.kind == FieldKind::String) return readString(out, field.number);
            if (!field.isPacked) {
                appendTag(out, field.number, wireTypeOf(field.kind));
                return readNumber(out, field.kind);
            }
            packed.field = field.number;
            readNumber(packed.bytes, field.kind);
        });
    }

    static WireType wireTypeOf(FieldKind kind) {
        return kind == FieldKind::Float ? WireType::Fixed32 : kind == FieldKind::Double ? WireType::Fixed64 : WireType::Varint;
    }

    char openMessage() {
        if (m_tokens.take('{')) return '}';
        if (m_tokens.take('<')) return '>';
        m_tokens.failExpecting("'{'");
    }

    void enter() {
        if (++m_depth > kMostDepth) m_tokens.fail("messages are nested more than 100 deep");
    }

    // A message's length comes before it, so that it is read elsewhere first.
    void readMessage(std::string& out, const FieldSchema& field) {
        const char closing = openMessage();
        enter();
        if (m_nested.size() < m_depth) m_nested.emplace_back();
        std::string inner = std::move(m_nested[m_depth - 1]);
        inner.clear();
        readFields(inner, *field.message, closing);
        appendBytesField(out, field.number, inner);
        m_nested[m_depth - 1] = std::move(inner);
        --m_depth;
    }

    void readString(std::string& out, std::uint32_t number) {
        m_string.clear();
        m_tokens.string(m_string);
        appendBytesField(out, number, m_string);
    }

    void readNumber(std::string& out, FieldKind kind) {
        const std::size_t begin = m_tokens.offset();
        const std::string_view text = m_tokens.scalar();
        if (!appendNumber(out, kind, text)) throw Broken{begin, "'" + std::string(text.substr(0, 40)) + "' is no " + std::string(wanted(kind))};
    }

    static std::string_view wanted(FieldKind kind) {
        switch (kind) {
        case FieldKind::Bool: return "truth value: write true or false";
        case FieldKind::Float:
        case FieldKind::Double: return "number";
        case FieldKind::DataType: return "data type (DT_FLOAT, DT_INT32, …)";
        default: return "whole number in its range";
        }
    }

    static bool appendNumber(std::string& out, FieldKind kind, std::string_view text) {
        if (kind == FieldKind::Float || kind == FieldKind::Double) return appendFloat(out, kind, text);
        std::optional<std::uint64_t> value = integerOf(text);
        if (kind == FieldKind::Bool) {
            const auto truth = boolOf(text);
            value = truth ? std::optional<std::uint64_t>(*truth) : std::nullopt;
        }
        if (kind == FieldKind::DataType && !value && dataTypeCode(text) >= 0) value = static_cast<std::uint64_t>(dataTypeCode(text));
        if (!value || (kind == FieldKind::Unsigned && text.starts_with('-'))) return false;
        appendVarint(out, *value);
        return true;
    }

    static bool appendFloat(std::string& out, FieldKind kind, std::string_view text) {
        if (kind == FieldKind::Float) {
            const auto value = floatOf<float>(text);
            if (value) appendFixed(out, std::bit_cast<std::uint32_t>(*value));
            return value.has_value();
        }
        const auto value = floatOf<double>(text);
        if (value) appendFixed(out, std::bit_cast<std::uint64_t>(*value));
        return value.has_value();
    }

    // As the writer says what it does not know: 7: "bytes", 8: 5, 9: 0x00000001 (four bytes), 10: 0x0000000000000001 (eight).
    void readNumbered(std::string& out, std::string_view name, std::size_t begin) {
        std::uint32_t number = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (error != std::errc() || end != name.data() + name.size() || number == 0 || number >= 1u << 29) throw Broken{begin, "no field can have this number"};
        if (!m_tokens.take(':')) m_tokens.failExpecting("':'");
        if (m_tokens.isAtString()) return readString(out, number);
        const std::size_t at = m_tokens.offset();
        const std::string_view text = m_tokens.scalar();
        const auto value = integerOf(text);
        if (!value) throw Broken{at, "expected a number or a string"};
        const bool isHexadecimal = text.starts_with("0x");
        if (isHexadecimal && text.size() == 10) {
            appendTag(out, number, WireType::Fixed32);
            return appendFixed(out, static_cast<std::uint32_t>(*value));
        }
        if (isHexadecimal && text.size() == 18) {
            appendTag(out, number, WireType::Fixed64);
            return appendFixed(out, *value);
        }
        appendVarintField(out, number, *value);
    }

    void skipUnknown(const MessageSchema& schema, std::string_view name, std::size_t begin, bool isKnown) {
        if (!isKnown && m_result.unknownCount++ < kMostUnknownKept)
            m_result.unknown.push_back({begin, "a " + std::string(schema.name) + " has no field '" + std::string(name.substr(0, 80)) + "': it is left out"});
        skipValue();
    }

    void skipValue() {
        const bool hasColon = m_tokens.take(':');
        forElements([&] {
            if (m_tokens.peek() == '{' || m_tokens.peek() == '<') return skipMessage();
            if (!hasColon) m_tokens.failExpecting("':' or '{'");
            m_string.clear();
            if (m_tokens.isAtString()) m_tokens.string(m_string);
            else m_tokens.scalar();
        });
    }

    void skipMessage() {
        const char closing = openMessage();
        enter();
        while (!isClosed(closing)) {
            m_tokens.fieldName();
            skipValue();
            if (!m_tokens.take(',')) m_tokens.take(';');
        }
        --m_depth;
    }

    Tokens m_tokens;
    std::stop_token m_stop;
    TextFormatResult m_result;
    std::vector<std::string> m_nested;  // by depth, kept for their memory
    std::string m_string;
    std::size_t m_depth = 0;
    std::size_t m_lastStop = 0;
};

}  // namespace

TextFormatResult readTextFormat(std::string_view text, const MessageSchema& schema, std::stop_token stop) {
    return Transcoder(text, std::move(stop)).run(schema);
}

std::optional<std::vector<std::string_view>> outermostFields(std::string_view text) {
    // Of a schema without fields all are unknown; those with a message in them are told by what follows their names.
    constexpr MessageSchema kNothing{"message", {}};
    const TextFormatResult result = readTextFormat(text, kNothing);
    if (result.error) return std::nullopt;
    std::vector<std::string_view> names;
    bool hasMessage = false;
    for (const SourceMark& mark : result.marks) {
        const std::string_view rest = text.substr(static_cast<std::size_t>(mark.source));
        const std::size_t end = std::min(rest.find_first_of(" \t\r\n:{<"), rest.size());
        names.push_back(rest.substr(0, end));
        const std::size_t next = rest.find_first_not_of(" \t\r\n:", end);
        hasMessage |= next != std::string_view::npos && (rest[next] == '{' || rest[next] == '<');
    }
    return hasMessage ? std::optional(std::move(names)) : std::nullopt;
}

}  // namespace namescape
