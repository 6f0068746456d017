#include "script/utf8.h"

#include <cstring>

namespace namescape {

namespace {

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

}  // namespace

std::size_t countCodePoints(std::string_view text) {
    std::size_t count = 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + at, 8);
        if ((word & 0x8080808080808080ull) == 0) {
            count += 8;
            continue;
        }
        for (std::size_t i = 0; i < 8; ++i) count += !continues(text[at + i]);
    }
    for (; at < text.size(); ++at) count += !continues(text[at]);
    return count;
}

std::size_t offsetOfCodePoint(std::string_view text, std::size_t index) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (continues(text[at])) continue;
        if (index == 0) return at;
        --index;
    }
    return at;
}

std::uint32_t decodeCodePoint(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    const unsigned following = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    if (following == 0 || at + following > text.size()) return lead;
    std::uint32_t codePoint = lead & (0x3fu >> following);
    for (unsigned i = 0; i < following; ++i) codePoint = codePoint << 6 | (static_cast<unsigned char>(text[at++]) & 0x3fu);
    return codePoint;
}

void appendCodePoint(std::string& text, std::uint32_t codePoint) {
    const auto put = [&](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (codePoint < 0x80) return put(codePoint);
    if (codePoint < 0x800) {
        put(0xc0 | codePoint >> 6);
    } else {
        if (codePoint < 0x10000) {
            put(0xe0 | codePoint >> 12);
        } else {
            put(0xf0 | codePoint >> 18);
            put(0x80 | (codePoint >> 12 & 0x3f));
        }
        put(0x80 | (codePoint >> 6 & 0x3f));
    }
    put(0x80 | (codePoint & 0x3f));
}

}  // namespace namescape
