#include "syntax/literals.h"

#include "support/utf8.h"
#include "syntax/characters.h"

#include <charconv>
#include <limits>

namespace namescape {

namespace {

bool isHexDigit(char byte) {
    return isDigit(static_cast<unsigned char>(byte)) || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f');
}

bool isOctalDigit(char byte) {
    return byte >= '0' && byte <= '7';
}

// Beyond the range of double: infinity, or zero for tiny ones.
double readReal(std::string_view digits) {
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc::result_out_of_range) return value;
    const auto exponent = digits.find_first_of("eE");
    const bool isTiny = exponent != std::string_view::npos
                            ? exponent + 1 < digits.size() && digits[exponent + 1] == '-'
                            : digits.find_first_not_of("0.") > digits.find('.');
    return isTiny ? 0.0 : std::numeric_limits<double>::infinity();
}

NumberValue readInteger(std::string digits, int base) {
    NumberValue number;
    const char* first = digits.data() + (base == 10 ? 0 : 2);
    const char* last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(first, last, number.integer, base);
    if (error == std::errc::result_out_of_range) {
        number.kind = NumberKind::BigInteger;
        number.digits = std::move(digits);
    }
    return number;
}

// Decodes one string literal's text, piece by piece.
class StringDecoder {
public:
    StringDecoder(std::string_view text, bool isBytes, std::string& result)
        : m_text(text), m_isBytes(isBytes), m_result(result) {}

    EscapeError error;

    // At a backslash: decodes the escape and returns the offset behind it.
    std::size_t decodeEscape(std::size_t at) {
        const char letter = at + 1 < m_text.size() ? m_text[at + 1] : '\0';
        switch (letter) {
        case '\n': return at + 2;
        case '\r': return at + (at + 2 < m_text.size() && m_text[at + 2] == '\n' ? 3 : 2);
        case '\\':
        case '\'':
        case '"': return put(at, letter);
        case 'a': return put(at, '\a');
        case 'b': return put(at, '\b');
        case 'f': return put(at, '\f');
        case 'n': return put(at, '\n');
        case 'r': return put(at, '\r');
        case 't': return put(at, '\t');
        case 'v': return put(at, '\v');
        case 'x': return decodeHex(at, 2);
        default: break;
        }
        if (isOctalDigit(letter)) return decodeOctal(at);
        if (!m_isBytes && letter == 'u') return decodeHex(at, 4);
        if (!m_isBytes && letter == 'U') return decodeHex(at, 8);
        if (!m_isBytes && letter == 'N') return failNamed(at);
        m_result += '\\';
        return at + 1;
    }

private:
    std::size_t put(std::size_t at, char byte) {
        m_result += byte;
        return at + 2;
    }

    void putCodePoint(char32_t codePoint) {
        if (m_isBytes) {
            m_result += static_cast<char>(codePoint);
        } else {
            const bool isSurrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;  // no UTF-8 for half a pair
            appendUtf8(m_result, isSurrogate ? 0xFFFD : codePoint);
        }
    }

    std::size_t decodeOctal(std::size_t at) {
        char32_t value = 0;
        std::size_t end = at + 1;
        for (; end < m_text.size() && end < at + 4 && isOctalDigit(m_text[end]); ++end)
            value = value * 8 + static_cast<char32_t>(m_text[end] - '0');
        putCodePoint(m_isBytes ? value & 0xFF : value);
        return end;
    }

    std::size_t decodeHex(std::size_t at, std::size_t count) {
        std::size_t end = at + 2;
        while (end < m_text.size() && end < at + 2 + count && isHexDigit(m_text[end])) ++end;
        std::uint32_t value = 0;
        std::from_chars(m_text.data() + at + 2, m_text.data() + end, value, 16);
        if (end < at + 2 + count || value > 0x10FFFF) return fail(at, end - at);
        putCodePoint(value);
        return end;
    }

    std::size_t failNamed(std::size_t at) {
        const auto close = m_text.find('}', at);
        const bool isComplete = m_text.substr(at).starts_with("\\N{") && close != std::string_view::npos;
        const bool isFirst = !error;
        const std::size_t end = fail(at, isComplete ? close + 1 - at : 2);
        if (isFirst) error.isNamed = isComplete;
        return end;
    }

    // Keeps the escape as it is written.
    std::size_t fail(std::size_t at, std::size_t length) {
        if (!error) error = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)};
        m_result += m_text.substr(at, length);
        return at + length;
    }

    std::string_view m_text;
    bool m_isBytes;
    std::string& m_result;
};

}  // namespace

NumberValue readNumber(std::string_view literal) {
    std::string digits;
    digits.reserve(literal.size());
    for (const char byte : literal)
        if (byte != '_') digits += byte;
    const char marker = digits.size() > 1 && digits[0] == '0' ? static_cast<char>(digits[1] | 0x20) : '\0';
    if (marker == 'x') return readInteger(std::move(digits), 16);
    if (marker == 'o') return readInteger(std::move(digits), 8);
    if (marker == 'b') return readInteger(std::move(digits), 2);
    if (digits.find_first_of(".eEjJ") == std::string::npos) {
        const bool isOldOctal = marker != '\0' && digits.find_first_not_of("01234567") == std::string::npos;
        return isOldOctal ? readInteger("0o" + digits, 8) : readInteger(std::move(digits), 10);
    }
    NumberValue number;
    number.kind = NumberKind::Float;
    if (digits.back() == 'j' || digits.back() == 'J') {
        number.kind = NumberKind::Imaginary;
        digits.pop_back();
    }
    number.real = readReal(digits);
    return number;
}

StringParts splitString(std::string_view literal) {
    StringParts parts;
    std::size_t at = 0;
    for (; at < literal.size() && isWordStart(static_cast<unsigned char>(literal[at])); ++at) {
        const int letter = literal[at] | 0x20;
        parts.isRaw |= letter == 'r';
        parts.isBytes |= letter == 'b';
        parts.isFormatted |= letter == 'f';
    }
    const auto quoted = literal.substr(at);
    if (quoted.empty()) return parts;
    const bool isWideOpening = static_cast<unsigned char>(quoted[0]) >= 0x80;
    const bool isWideClosing = static_cast<unsigned char>(quoted.back()) >= 0x80;
    const bool isTriple = !isWideOpening && quoted.size() >= 6 && quoted[1] == quoted[0] && quoted[2] == quoted[0];
    const std::size_t opening = isTriple || isWideOpening ? 3 : 1;
    const std::size_t closing = isTriple || isWideClosing ? 3 : 1;
    parts.begin = static_cast<std::uint32_t>(at + opening);
    if (quoted.size() >= opening + closing) parts.text = quoted.substr(opening, quoted.size() - opening - closing);
    return parts;
}

EscapeError decodeString(std::string_view text, const StringParts& parts, Braces braces, std::string& result) {
    StringDecoder decoder(text, parts.isBytes, result);
    for (std::size_t at = 0; at < text.size();) {
        const char byte = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (byte == '\\' && !parts.isRaw) {
            at = decoder.decodeEscape(at);
        } else if (byte == '\r') {
            result += '\n';
            at += next == '\n' ? 2 : 1;
        } else if (static_cast<unsigned char>(byte) < 0x80) {
            const bool isDoubled = braces == Braces::Doubled && (byte == '{' || byte == '}') && next == byte;
            result += byte;
            at += isDoubled ? 2 : 1;
        } else {
            const Character character = characterAt(text, at);
            appendUtf8(result, character.codePoint);  // U+FFFD for what is not UTF-8: what we hand out always is
            at += character.length;
        }
    }
    return decoder.error;
}

}  // namespace namescape
