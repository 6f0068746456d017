#include "io/xml_text.h"

#include "support/utf8.h"

#include <fmt/format.h>

#include <cstdint>

namespace namescape {

namespace {

bool isXmlCharacter(char32_t value) {
    if (value < 0x20) return value == '\t' || value == '\n' || value == '\r';
    return value != 0xFFFE && value != 0xFFFF && !(value >= 0x7F && value < 0xA0);
}

bool isPlainInId(char32_t value) {
    const bool isAlphanumeric = (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
    return isAlphanumeric || value == '_' || value == '.' || value == '-' || value == '/';
}

}  // namespace

std::string xmlEscaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        at += point.length;
        switch (point.value) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: appendUtf8(out, isXmlCharacter(point.value) ? point.value : CodePoint::kReplacement);
        }
    }
    return out;
}

std::string xmlId(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        at += point.length;
        if (isPlainInId(point.value)) out += static_cast<char>(point.value);
        else out += fmt::format("_x{:04X}_", static_cast<std::uint32_t>(point.value));
    }
    return out;
}

}  // namespace namescape
