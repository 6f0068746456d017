#include "io/json_writer.h"

#include "support/utf8.h"

#include <array>
#include <charconv>
#include <cmath>

namespace namescape {

namespace {

template <typename Number>
void appendNumber(std::string& out, Number number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

bool needsEscape(unsigned char c) {
    return c < 0x20 || c == '"' || c == '\\' || c >= 0x7F;
}

void appendEscaped(std::string& out, char32_t value) {
    switch (value) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    if (value >= 0x20 && value != 0x7F) return appendUtf8(out, value);
    constexpr std::string_view kHex = "0123456789abcdef";
    out += "\\u00";
    out += kHex[value >> 4];
    out += kHex[value & 15];
}

}  // namespace

void JsonWriter::separate() {
    if (m_wantsComma) m_out += ',';
    if (m_wantsLine) m_out += '\n';
    else if (m_wantsComma) m_out += ' ';
    m_wantsComma = m_wantsLine = false;
}

void JsonWriter::open(char bracket) {
    separate();
    m_out += bracket;
}

void JsonWriter::close(char bracket) {
    m_wantsComma = m_wantsLine = false;
    m_out += bracket;
    m_wantsComma = true;
}

void JsonWriter::key(std::string_view name) {
    separate();
    quote(name);
    m_out += ": ";
}

void JsonWriter::quote(std::string_view text) {
    m_out += '"';
    for (std::size_t at = 0; at < text.size();) {
        if (!needsEscape(static_cast<unsigned char>(text[at]))) {
            m_out += text[at++];
            continue;
        }
        const CodePoint point = codePointAt(text, at);
        appendEscaped(m_out, point.value);
        at += point.length;
    }
    m_out += '"';
}

void JsonWriter::value(std::string_view text) {
    separate();
    quote(text);
    m_wantsComma = true;
}

void JsonWriter::value(bool truth) {
    separate();
    m_out += truth ? "true" : "false";
    m_wantsComma = true;
}

void JsonWriter::value(std::int64_t number) {
    separate();
    appendNumber(m_out, number);
    m_wantsComma = true;
}

// As Python writes floats: 1.0, not 1.
void JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    separate();
    const std::size_t begin = m_out.size();
    appendNumber(m_out, number);
    if (m_out.find_first_of(".e", begin) == std::string::npos) m_out += ".0";
    m_wantsComma = true;
}

void JsonWriter::null() {
    separate();
    m_out += "null";
    m_wantsComma = true;
}

}  // namespace namescape
