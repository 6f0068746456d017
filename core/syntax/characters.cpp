#include "syntax/characters.h"

#include "support/utf8.h"

#include <algorithm>
#include <array>

namespace namescape {

namespace {

struct CodePointRange {
    char32_t first, last;
};

struct Twin {
    char32_t codePoint;
    std::string_view ascii;
};

// Punctuation, symbols, spaces, surrogates and private use: what no identifier contains.
constexpr std::array notIdentifier{
    CodePointRange{0x80, 0xA9},     CodePointRange{0xAB, 0xB4},     CodePointRange{0xB6, 0xB9},
    CodePointRange{0xBB, 0xBF},     CodePointRange{0xD7, 0xD7},     CodePointRange{0xF7, 0xF7},
    CodePointRange{0x1680, 0x1680}, CodePointRange{0x2000, 0x203E}, CodePointRange{0x2041, 0x2053},
    CodePointRange{0x2055, 0x206F}, CodePointRange{0x20A0, 0x20CF}, CodePointRange{0x2190, 0x2BFF},
    CodePointRange{0x2E00, 0x2E7F}, CodePointRange{0x3000, 0x3004}, CodePointRange{0x3008, 0x3020},
    CodePointRange{0x3030, 0x3030}, CodePointRange{0x303D, 0x3040}, CodePointRange{0x30FB, 0x30FB},
    CodePointRange{0x3200, 0x33FF}, CodePointRange{0xD800, 0xF8FF}, CodePointRange{0xFE10, 0xFE1F},
    CodePointRange{0xFE30, 0xFE32}, CodePointRange{0xFE35, 0xFE4C}, CodePointRange{0xFE50, 0xFE6F},
    CodePointRange{0xFEFF, 0xFEFF}, CodePointRange{0xFF00, 0xFF0F}, CodePointRange{0xFF1A, 0xFF20},
    CodePointRange{0xFF3B, 0xFF3E}, CodePointRange{0xFF40, 0xFF40}, CodePointRange{0xFF5B, 0xFF65},
    CodePointRange{0xFFE0, 0xFFFF}, CodePointRange{0x1F000, 0x1FAFF}, CodePointRange{0xE0000, 0x10FFFF},
};

constexpr std::array twins{
    Twin{0x00D7, "*"},  Twin{0x00F7, "/"},    Twin{0x2010, "-"},  Twin{0x2011, "-"},  Twin{0x2012, "-"},
    Twin{0x2013, "-"},  Twin{0x2014, "-"},    Twin{0x2018, "'"},  Twin{0x2019, "'"},  Twin{0x201B, "'"},
    Twin{0x201C, "\""}, Twin{0x201D, "\""},   Twin{0x201E, "\""}, Twin{0x201F, "\""}, Twin{0x2026, "..."},
    Twin{0x2032, "'"},  Twin{0x2033, "\""},   Twin{0x2212, "-"},  Twin{0x2217, "*"},  Twin{0x2260, "!="},
    Twin{0x2264, "<="}, Twin{0x2265, ">="},   Twin{0x3001, ","},  Twin{0x3002, "."},  Twin{0x300C, "\""},
    Twin{0x300D, "\""}, Twin{0x3010, "["},    Twin{0x3011, "]"},  Twin{0x3014, "["},  Twin{0x3015, "]"},
};

// U+FF01…U+FF5E repeat '!'…'~' in full width.
constexpr std::string_view printableAscii =
    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

bool isContinuation(std::string_view text, std::size_t offset) {
    return offset < text.size() && continuesCodePoint(text[offset]);
}

constexpr Character invalidByte{0xFFFD, 1, false};

}  // namespace

Character characterAt(std::string_view text, std::size_t offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xC2 || lead > 0xF4) return invalidByte;
    const std::uint32_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t codePoint = lead & (0x7F >> length);
    for (std::uint32_t i = 1; i < length; ++i) {
        if (!isContinuation(text, offset + i)) return invalidByte;
        codePoint = codePoint << 6 | (static_cast<unsigned char>(text[offset + i]) & 0x3F);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    if (codePoint < smallest[length] || codePoint > 0x10FFFF || isSurrogate) return invalidByte;
    return {codePoint, length, true};
}

bool isIdentifierCharacter(char32_t codePoint) {
    const auto range = std::lower_bound(notIdentifier.begin(), notIdentifier.end(), codePoint,
                                        [](const CodePointRange& entry, char32_t value) { return entry.last < value; });
    return range == notIdentifier.end() || codePoint < range->first;
}

bool isOddSpace(char32_t codePoint) {
    return codePoint == 0xA0 || codePoint == 0x85 || codePoint == 0x1680 ||
           (codePoint >= 0x2000 && codePoint <= 0x200F) || (codePoint >= 0x2028 && codePoint <= 0x202F) ||
           (codePoint >= 0x205F && codePoint <= 0x2064) || codePoint == 0x3000 || codePoint == 0xFEFF;
}

std::uint32_t oddSpaceWidth(char32_t codePoint) {
    const bool isZeroWidth = (codePoint >= 0x200B && codePoint <= 0x200F) ||
                             (codePoint >= 0x2028 && codePoint <= 0x202E) ||
                             (codePoint >= 0x2060 && codePoint <= 0x2064) || codePoint == 0xFEFF;
    if (isZeroWidth) return 0;
    return codePoint == 0x3000 ? 2 : 1;
}

std::string_view asciiTwin(char32_t codePoint) {
    if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) return printableAscii.substr(codePoint - 0xFF01, 1);
    const auto twin = std::lower_bound(twins.begin(), twins.end(), codePoint,
                                       [](const Twin& entry, char32_t value) { return entry.codePoint < value; });
    return twin != twins.end() && twin->codePoint == codePoint ? twin->ascii : std::string_view{};
}

}  // namespace namescape
