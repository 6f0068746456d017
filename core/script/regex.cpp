#define PCRE2_CODE_UNIT_WIDTH 8
#include "script/regex.h"

#include <fmt/format.h>
#include <pcre2.h>

#include <algorithm>

namespace namescape {

namespace {

constexpr std::uint32_t matchLimit = 1'000'000;  // steps of PCRE2 for one match: about 10 ms
constexpr std::uint32_t depthLimit = 100'000;
constexpr std::uint32_t heapLimit = 32 * 1024;  // KiB

bool isHexDigit(char character) {
    return (character >= '0' && character <= '9') || ((character | 0x20) >= 'a' && (character | 0x20) <= 'f');
}

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

bool isLetter(char character) {
    return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
}

// Writes what Python and PCRE2 write differently in PCRE2's way, and refuses what only PCRE2 knows.
class PatternTranslator {
public:
    PatternTranslator(std::string_view pattern, std::int64_t& flags) : m_pattern(pattern), m_flags(flags) {}

    std::string translate() {
        readLeadingFlags();
        while (m_at < m_pattern.size()) {
            const char character = m_pattern[m_at];
            if (character == '\\') escape();
            else if (m_isInClass) classCharacter(character);
            else if (character == '[') openClass();
            else if (character == '(') openGroup();
            else if (character == '{') quantifier();
            else copy(1);
        }
        if (m_isInClass) throw RegexError("unterminated character set", m_classBegin);
        return std::move(m_text);
    }

private:
    void copy(std::size_t count) {
        m_text += m_pattern.substr(m_at, count);
        m_at += count;
    }

    // "(?ims)" at the begin.
    void readLeadingFlags() {
        if (!m_pattern.starts_with("(?")) return;
        const std::size_t end = m_pattern.find_first_not_of("aiLmsux", 2);
        if (end == std::string_view::npos || end == 2 || m_pattern[end] != ')') return;
        for (const char letter : m_pattern.substr(2, end - 2)) {
            switch (letter) {
            case 'a': m_flags |= RegexAscii; break;
            case 'i': m_flags |= RegexIgnoreCase; break;
            case 'L': m_flags |= RegexLocale; break;
            case 'm': m_flags |= RegexMultiline; break;
            case 's': m_flags |= RegexDotAll; break;
            case 'x': m_flags |= RegexVerbose; break;
            default: break;
            }
        }
        m_at = end + 1;
    }

    void escape() {
        if (m_at + 1 >= m_pattern.size()) throw RegexError("bad escape (end of pattern)", m_at);
        const char character = m_pattern[m_at + 1];
        switch (character) {
        case 'Z':
            if (m_isInClass) break;
            m_text += "\\z";
            m_at += 2;
            return;
        case 'v':
            m_text += "\\x0b";
            m_at += 2;
            return;
        case 'x': return codePoint(2);
        case 'u': return codePoint(4);
        case 'U': return codePoint(8);
        default: break;
        }
        const std::string_view known = m_isInClass ? "abdDfnrsStwW" : "aAbBdDfnrsStwW";
        if (isLetter(character) && known.find(character) == std::string_view::npos) throw RegexError(fmt::format("bad escape \\{}", character), m_at);
        copy(2);
    }

    void codePoint(std::size_t digits) {
        const std::string_view given = m_pattern.substr(m_at + 2, digits);
        const auto hex = static_cast<std::size_t>(std::find_if_not(given.begin(), given.end(), isHexDigit) - given.begin());
        if (hex != digits) throw RegexError(fmt::format("incomplete escape {}", m_pattern.substr(m_at, 2 + hex)), m_at);
        m_text += fmt::format("\\x{{{}}}", given);
        m_at += 2 + digits;
    }

    void openClass() {
        m_isInClass = true;
        m_classBegin = m_at;
        copy(1);
        if (m_at < m_pattern.size() && m_pattern[m_at] == '^') copy(1);
        if (m_at < m_pattern.size() && m_pattern[m_at] == ']') {
            m_text += "\\]";
            ++m_at;
        }
    }

    // A bracket within a class is nothing special to Python.
    void classCharacter(char character) {
        if (character == '[') m_text += '\\';
        if (character == ']') m_isInClass = false;
        copy(1);
    }

    void openGroup() {
        if (m_pattern.substr(m_at).starts_with("(*")) throw RegexError("nothing to repeat", m_at + 1);
        if (m_pattern.substr(m_at).starts_with("(?")) {
            const char next = m_at + 2 < m_pattern.size() ? m_pattern[m_at + 2] : ')';
            if (isDigit(next) || std::string_view("RC|&'+").find(next) != std::string_view::npos) throw RegexError(fmt::format("unknown extension ?{}", next), m_at + 1);
        }
        copy(1);
    }

    // "{,3}" means "{0,3}".
    void quantifier() {
        std::size_t end = m_at + 2;
        while (end < m_pattern.size() && isDigit(m_pattern[end])) ++end;
        const bool hasNoLeast = m_at + 1 < m_pattern.size() && m_pattern[m_at + 1] == ',' && end > m_at + 2 && end < m_pattern.size() && m_pattern[end] == '}';
        copy(1);
        if (hasNoLeast) m_text += '0';
    }

    std::string_view m_pattern;
    std::int64_t& m_flags;
    std::size_t m_at = 0;
    std::size_t m_classBegin = 0;
    bool m_isInClass = false;
    std::string m_text;
};

// Where the innermost group that is not closed begins.
std::size_t openGroupPosition(std::string_view pattern) {
    std::vector<std::size_t> open;
    bool isInClass = false;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '\\') ++at;
        else if (isInClass) isInClass = pattern[at] != ']';
        else if (pattern[at] == '[') {
            isInClass = true;
            if (at + 1 < pattern.size() && pattern[at + 1] == '^') ++at;
            if (at + 1 < pattern.size() && pattern[at + 1] == ']') ++at;
        } else if (pattern[at] == '(') open.push_back(at);
        else if (pattern[at] == ')' && !open.empty()) open.pop_back();
    }
    return open.empty() ? 0 : open.front();
}

// PCRE2's complaint in Python's words, where Python has some.
RegexError asPythonError(int code, std::size_t position, std::string_view pattern) {
    switch (code) {
    case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS: return {"missing ), unterminated subpattern", openGroupPosition(pattern)};
    case PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS: return {"unbalanced parenthesis", position};
    case PCRE2_ERROR_QUANTIFIER_INVALID: return {position > 1 && std::string_view("*+?}").find(pattern[std::min(position, pattern.size()) - 2]) != std::string_view::npos ? "multiple repeat" : "nothing to repeat", position > 0 ? position - 1 : 0};
    case PCRE2_ERROR_CLASS_RANGE_ORDER: return {"bad character range", position};
    case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH: return {"look-behind requires fixed-width pattern", position};
    default: break;
    }
    PCRE2_UCHAR buffer[256];
    pcre2_get_error_message(code, buffer, sizeof buffer);
    return {reinterpret_cast<const char*>(buffer), position};
}

}  // namespace

struct Regex::Compiled {
    pcre2_code* code = nullptr;
    pcre2_code* lenientCode = nullptr;  // for texts that are not all UTF-8: it looks at all of them each time. Made when it is needed.
    std::string text;
    std::uint32_t options = 0;
    pcre2_match_data* match = nullptr;
    pcre2_match_context* context = nullptr;

    Compiled() = default;
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;
    ~Compiled() {
        pcre2_match_context_free(context);
        pcre2_match_data_free(match);
        pcre2_code_free(code);
        pcre2_code_free(lenientCode);
    }

    pcre2_code* compile(std::uint32_t moreOptions, int& error, PCRE2_SIZE& position) const {
        pcre2_compile_context* settings = pcre2_compile_context_create(nullptr);
        pcre2_set_newline(settings, PCRE2_NEWLINE_LF);
        pcre2_code* made = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options | moreOptions, &error, &position, settings);
        pcre2_compile_context_free(settings);
        return made;
    }

    const pcre2_code* codeFor(bool isInvalid) {
        if (!isInvalid) return code;
        int error = 0;
        PCRE2_SIZE position = 0;
        if (!lenientCode) lenientCode = compile(PCRE2_MATCH_INVALID_UTF, error, position);
        return lenientCode;
    }
};

Regex::Regex(std::string_view pattern, std::int64_t flags, RegexText kind) : m_compiled(std::make_unique<Compiled>()), m_flags(flags) {
    m_compiled->text = PatternTranslator(pattern, m_flags).translate();
    std::uint32_t options = PCRE2_NEVER_BACKSLASH_C;
    if (kind == RegexText::Unicode) options |= PCRE2_UTF | (m_flags & RegexAscii ? 0u : PCRE2_UCP);
    if (m_flags & RegexIgnoreCase) options |= PCRE2_CASELESS;
    if (m_flags & RegexMultiline) options |= PCRE2_MULTILINE;
    if (m_flags & RegexDotAll) options |= PCRE2_DOTALL;
    if (m_flags & RegexVerbose) options |= PCRE2_EXTENDED;
    int code = 0;
    PCRE2_SIZE position = 0;
    m_compiled->options = options;
    m_compiled->code = m_compiled->compile(0, code, position);
    if (!m_compiled->code) throw asPythonError(code, std::min(position, pattern.size()), pattern);
    m_compiled->match = pcre2_match_data_create_from_pattern(m_compiled->code, nullptr);
    m_compiled->context = pcre2_match_context_create(nullptr);
    pcre2_set_match_limit(m_compiled->context, matchLimit);
    pcre2_set_depth_limit(m_compiled->context, depthLimit);
    pcre2_set_heap_limit(m_compiled->context, heapLimit);
    if (kind == RegexText::Unicode && !(m_flags & RegexAscii)) m_flags |= RegexUnicode;

    std::uint32_t groups = 0, names = 0, entrySize = 0;
    PCRE2_SPTR table = nullptr;
    pcre2_pattern_info(m_compiled->code, PCRE2_INFO_CAPTURECOUNT, &groups);
    pcre2_pattern_info(m_compiled->code, PCRE2_INFO_NAMECOUNT, &names);
    pcre2_pattern_info(m_compiled->code, PCRE2_INFO_NAMEENTRYSIZE, &entrySize);
    pcre2_pattern_info(m_compiled->code, PCRE2_INFO_NAMETABLE, &table);
    m_groupCount = groups;
    for (std::uint32_t i = 0; i < names; ++i, table += entrySize)
        m_names.emplace_back(reinterpret_cast<const char*>(table + 2), static_cast<std::size_t>(table[0]) << 8 | table[1]);
    std::ranges::sort(m_names, {}, &std::pair<std::string, std::size_t>::second);
}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;

std::optional<std::vector<RegexGroup>> Regex::match(std::string_view text, std::size_t begin, RegexAnchor anchor, bool mayBeEmptyAtBegin, bool isInvalid) const {
    std::uint32_t options = isInvalid ? 0 : PCRE2_NO_UTF_CHECK;
    if (anchor != RegexAnchor::Anywhere) options |= PCRE2_ANCHORED;
    if (anchor == RegexAnchor::Whole) options |= PCRE2_ENDANCHORED;
    if (!mayBeEmptyAtBegin) options |= PCRE2_NOTEMPTY_ATSTART;
    const int result = pcre2_match(m_compiled->codeFor(isInvalid), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), begin, options, m_compiled->match, m_compiled->context);
    if (result == PCRE2_ERROR_NOMATCH) return std::nullopt;
    if (result < 0) throw std::runtime_error("the regular expression takes too long to match");
    const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(m_compiled->match);
    std::vector<RegexGroup> groups(m_groupCount + 1);
    for (std::size_t i = 0; i < groups.size() && static_cast<int>(i) < result; ++i)
        if (offsets[2 * i] != PCRE2_UNSET) groups[i] = {offsets[2 * i], offsets[2 * i + 1]};
    return groups;
}

}  // namespace namescape
