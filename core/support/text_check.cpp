#include "support/text_check.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20;

// What may follow a lead byte: how many more bytes, and the range of the first of them, which rules out overlong
// forms, surrogates and what lies beyond U+10FFFF (Unicode 15, table 3-7).
struct Sequence {
    std::size_t more = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    bool isLead = true;
};

Sequence sequenceOf(unsigned char lead) {
    if (lead < 0x80) return {};
    if (lead >= 0xC2 && lead <= 0xDF) return {1};
    if (lead == 0xE0) return {2, 0xA0, 0xBF};
    if (lead == 0xED) return {2, 0x80, 0x9F};
    if (lead >= 0xE1 && lead <= 0xEF) return {2};
    if (lead == 0xF0) return {3, 0x90, 0xBF};
    if (lead >= 0xF1 && lead <= 0xF3) return {3};
    if (lead == 0xF4) return {3, 0x80, 0x8F};
    return {0, 0, 0, false};
}

bool isWhole(std::string_view bytes, std::size_t at, const Sequence& sequence) {
    if (!sequence.isLead || at + sequence.more >= bytes.size()) return false;
    for (std::size_t i = 1; i <= sequence.more; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[at + i]);
        if (byte < (i == 1 ? sequence.low : 0x80) || byte > (i == 1 ? sequence.high : 0xBF)) return false;
    }
    return true;
}

std::size_t lineOf(std::string_view bytes, std::size_t offset) {
    return 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

bool startsAsUtf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

std::size_t firstNonUtf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const Sequence sequence = sequenceOf(static_cast<unsigned char>(bytes[at]));
        if (!isWhole(bytes, at, sequence)) return at;
        at += 1 + sequence.more;
    }
    return std::string_view::npos;
}

std::optional<Failure> whyNotText(std::string_view bytes) {
    if (bytes.size() > longestProgram)
        return Failure{fmt::format("is too large for a program: it has more than {} MB", longestProgram / megabyte)};
    if (startsAsUtf16(bytes)) return Failure{"is UTF-16 text: save it as UTF-8"};
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos)
        return Failure{fmt::format("is not a program but binary data: it has a zero byte at offset {}", zero)};
    if (const std::size_t at = firstNonUtf8(bytes); at != std::string_view::npos)
        return Failure{fmt::format("is not UTF-8 text: line {} has the byte 0x{:02X}; save it as UTF-8", lineOf(bytes, at),
                                   static_cast<unsigned char>(bytes[at]))};
    return std::nullopt;
}

}  // namespace namescape
