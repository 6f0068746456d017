#include "script/unicode.h"

#include "script/utf8.h"

#include <algorithm>
#include <iterator>

namespace namescape {

namespace {

bool isBetween(std::uint32_t codePoint, std::uint32_t low, std::uint32_t high) {
    return low <= codePoint && codePoint <= high;
}

// Blocks in which capital and small letters take turns, the capital at even (or, in some stretches, odd) numbers.
bool alternatesFromEven(std::uint32_t codePoint) {
    return isBetween(codePoint, 0x100, 0x137) || isBetween(codePoint, 0x14a, 0x177) || isBetween(codePoint, 0x1e00, 0x1e95) || isBetween(codePoint, 0x1ea0, 0x1eff) ||
           isBetween(codePoint, 0x460, 0x481) || isBetween(codePoint, 0x48a, 0x4bf) || isBetween(codePoint, 0x4d0, 0x52f) || isBetween(codePoint, 0x3d8, 0x3ef) ||
           isBetween(codePoint, 0x200, 0x21f) || isBetween(codePoint, 0x222, 0x233);
}

bool alternatesFromOdd(std::uint32_t codePoint) {
    return isBetween(codePoint, 0x139, 0x148) || isBetween(codePoint, 0x179, 0x17e) || isBetween(codePoint, 0x4c1, 0x4ce) || isBetween(codePoint, 0x1cd, 0x1dc);
}

}  // namespace

std::uint32_t lowerOf(std::uint32_t c) {
    if (c < 0x80) return isBetween(c, 'A', 'Z') ? c + 32 : c;
    if ((isBetween(c, 0xc0, 0xde) && c != 0xd7) || isBetween(c, 0x391, 0x3a1) || isBetween(c, 0x3a3, 0x3ab) || isBetween(c, 0x410, 0x42f)) return c + 32;
    if (isBetween(c, 0x400, 0x40f)) return c + 80;
    if (c == 0x386) return 0x3ac;
    if (isBetween(c, 0x388, 0x38a)) return c + 37;
    if (c == 0x38c) return 0x3cc;
    if (c == 0x38e || c == 0x38f) return c + 63;
    if (c == 0x178) return 0xff;
    if (c == 0x130) return 'i';
    if (c == 0x1e9e) return 0xdf;
    if (isBetween(c, 0x531, 0x556)) return c + 48;
    if (isBetween(c, 0xff21, 0xff3a)) return c + 32;
    if (alternatesFromEven(c) && c % 2 == 0) return c + 1;
    if (alternatesFromOdd(c) && c % 2 == 1) return c + 1;
    return c;
}

std::uint32_t upperOf(std::uint32_t c) {
    if (c < 0x80) return isBetween(c, 'a', 'z') ? c - 32 : c;
    if (c == 0xb5) return 0x39c;
    if (c == 0xff) return 0x178;
    if ((isBetween(c, 0xe0, 0xfe) && c != 0xf7) || isBetween(c, 0x3b1, 0x3c1) || isBetween(c, 0x3c3, 0x3cb) || isBetween(c, 0x430, 0x44f)) return c - 32;
    if (c == 0x3c2) return 0x3a3;
    if (isBetween(c, 0x450, 0x45f)) return c - 80;
    if (c == 0x3ac) return 0x386;
    if (isBetween(c, 0x3ad, 0x3af)) return c - 37;
    if (c == 0x3cc) return 0x38c;
    if (c == 0x3cd || c == 0x3ce) return c - 63;
    if (c == 0x131) return 'I';
    if (c == 0x17f) return 'S';
    if (isBetween(c, 0x561, 0x586)) return c - 48;
    if (isBetween(c, 0xff41, 0xff5a)) return c - 32;
    if (alternatesFromEven(c) && c % 2 == 1) return c - 1;
    if (alternatesFromOdd(c) && c % 2 == 0) return c - 1;
    return c;
}

namespace {

// Letters whose other forms are several (Unicode's SpecialCasing).
struct SeveralLetters {
    std::uint32_t letter;
    const char* upper;
    const char* title;
    const char* folded;
};

constexpr SeveralLetters severalLetters[] = {
    {0xdf, "SS", "Ss", "ss"},      {0x149, "\u02bcN", "\u02bcN", "\u02bcn"}, {0x1f0, "J\u030c", "J\u030c", "j\u030c"}, {0x587, "\u0535\u0552", "\u0535\u0582", "\u0565\u0582"},
    {0x1e96, "H\u0331", "H\u0331", "h\u0331"}, {0x1e97, "T\u0308", "T\u0308", "t\u0308"}, {0x1e98, "W\u030a", "W\u030a", "w\u030a"}, {0x1e99, "Y\u030a", "Y\u030a", "y\u030a"},
    {0x1e9a, "A\u02be", "A\u02be", "a\u02be"}, {0xfb00, "FF", "Ff", "ff"}, {0xfb01, "FI", "Fi", "fi"}, {0xfb02, "FL", "Fl", "fl"},
    {0xfb03, "FFI", "Ffi", "ffi"}, {0xfb04, "FFL", "Ffl", "ffl"}, {0xfb05, "ST", "St", "st"}, {0xfb06, "ST", "St", "st"},
};

const SeveralLetters* severalOf(std::uint32_t c) {
    const auto found = std::ranges::find(severalLetters, c, &SeveralLetters::letter);
    return found == std::end(severalLetters) ? nullptr : found;
}

// What stands between letters of one word: an apostrophe, say.
bool isIgnoredInWords(std::uint32_t c) {
    return c == '\'' || c == '.' || c == ':' || c == '^' || c == '`' || c == 0xa8 || c == 0xad || c == 0xaf || c == 0xb7 || isBetween(c, 0x300, 0x36f) || c == 0x2019;
}

constexpr std::uint32_t sigma = 0x3a3, finalSigma = 0x3c2;

// Behind a letter, and no letter behind it.
bool endsWord(std::string_view source, std::size_t end) {
    bool isBehindLetter = false;
    for (std::size_t at = end - 2; at > 0;) {  // a sigma takes two bytes
        do --at;
        while (at > 0 && (static_cast<unsigned char>(source[at]) & 0xc0) == 0x80);
        std::size_t next = at;
        const std::uint32_t c = decodeCodePoint(source, next);
        if (isIgnoredInWords(c)) continue;
        isBehindLetter = isCased(c);
        break;
    }
    for (std::size_t at = end; isBehindLetter && at < source.size();) {
        const std::uint32_t c = decodeCodePoint(source, at);
        if (!isIgnoredInWords(c)) return !isCased(c);
    }
    return isBehindLetter;
}

}  // namespace

void appendUpper(std::string& text, std::uint32_t c) {
    if (const auto* several = severalOf(c)) text += several->upper;
    else appendCodePoint(text, upperOf(c));
}

void appendTitle(std::string& text, std::uint32_t c) {
    if (const auto* several = severalOf(c)) text += several->title;
    else appendCodePoint(text, upperOf(c));
}

void appendFolded(std::string& text, std::uint32_t c) {
    if (const auto* several = severalOf(c)) text += several->folded;
    else if (c == 0x130) text += "i\u0307";
    else if (c == 0x1e9e) text += "ss";
    else appendCodePoint(text, c == finalSigma || c == 0xb5 || c == 0x17f ? lowerOf(upperOf(c)) : lowerOf(c));
}

void appendLower(std::string& text, std::uint32_t c, std::string_view source, std::size_t end) {
    if (c == 0x130) text += "i\u0307";
    else appendCodePoint(text, c == sigma && endsWord(source, end) ? finalSigma : lowerOf(c));
}

bool isLower(std::uint32_t c) {
    return upperOf(c) != c || c == 0xaa || c == 0xba || c == 0x138 || severalOf(c) != nullptr;
}

bool isCased(std::uint32_t c) {
    return isLower(c) || isUpper(c);
}

bool isUpper(std::uint32_t c) {
    return lowerOf(c) != c;
}

bool isLetter(std::uint32_t c) {
    if (c < 0x80) return isBetween(c | 0x20, 'a', 'z');
    if (isLower(c) || isUpper(c)) return true;
    return isBetween(c, 0x100, 0x2c1) || isBetween(c, 0x370, 0x373) || isBetween(c, 0x376, 0x377) || isBetween(c, 0x37b, 0x37d) || isBetween(c, 0x386, 0x481) ||
           isBetween(c, 0x48a, 0x556) || isBetween(c, 0x5d0, 0x5ea) || isBetween(c, 0x620, 0x64a) || isBetween(c, 0x904, 0x939) || isBetween(c, 0xe01, 0xe30) ||
           isBetween(c, 0x10a0, 0x10ff) || isBetween(c, 0x1100, 0x1248) || isBetween(c, 0x1e00, 0x1fbc) || isBetween(c, 0x3041, 0x3096) || isBetween(c, 0x30a1, 0x30fa) ||
           isBetween(c, 0x3105, 0x312f) || isBetween(c, 0x3400, 0x4dbf) || isBetween(c, 0x4e00, 0x9fff) || isBetween(c, 0xa000, 0xa48c) || isBetween(c, 0xac00, 0xd7a3) ||
           isBetween(c, 0xf900, 0xfaff) || isBetween(c, 0xff66, 0xffdc) || isBetween(c, 0x20000, 0x323af);
}

bool isDecimal(std::uint32_t c) {
    return isBetween(c, '0', '9') || isBetween(c, 0x660, 0x669) || isBetween(c, 0x6f0, 0x6f9) || isBetween(c, 0x966, 0x96f) || isBetween(c, 0xff10, 0xff19);
}

bool isDigit(std::uint32_t c) {
    return isDecimal(c) || c == 0xb2 || c == 0xb3 || c == 0xb9 || c == 0x2070 || isBetween(c, 0x2074, 0x2079) || isBetween(c, 0x2080, 0x2089) || isBetween(c, 0x2460, 0x2468) ||
           isBetween(c, 0x2474, 0x247c) || isBetween(c, 0x2488, 0x2490);
}

bool isNumeric(std::uint32_t c) {
    return isDigit(c) || isBetween(c, 0xbc, 0xbe) || isBetween(c, 0x2150, 0x2189) || isBetween(c, 0x2460, 0x249b) || c == 0x3007 || isBetween(c, 0x3021, 0x3029);
}

bool isSpace(std::uint32_t c) {
    return isBetween(c, 9, 13) || isBetween(c, 28, 32) || c == 0x85 || c == 0xa0 || c == 0x1680 || isBetween(c, 0x2000, 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool isPrintable(std::uint32_t c) {
    if (c < 0x7f) return c >= 0x20;
    if (c < 0xa1 || c == 0xad) return false;
    if (isSpace(c)) return false;
    if (isBetween(c, 0x200b, 0x200f) || isBetween(c, 0x202a, 0x202e) || isBetween(c, 0x2060, 0x206f) || c == 0xfeff) return false;
    if (isBetween(c, 0xd800, 0xf8ff) || isBetween(c, 0xfff0, 0xfffb) || (c & 0xfffe) == 0xfffe) return false;
    return c < 0xe0000;
}

}  // namespace namescape
