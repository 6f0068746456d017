#define PCRE2_CODE_UNIT_WIDTH 8

#include "query/name_pattern.h"

#include "support/ascii.h"

#include <pcre2.h>

#include <cstdint>

namespace namescape {

namespace {

// For one name. A pattern that is meant to be found in names needs some hundred steps at most.
constexpr std::uint32_t kMatchLimit = 20'000;
constexpr std::uint32_t kDepthLimit = 1'000;
constexpr std::uint32_t kHeapLimit = 1'024;  // KiB
// Longer ones take long to compile.
constexpr std::size_t kMaxPattern = 2'000;

}  // namespace

FoldedText::FoldedText(std::string_view text) : m_folded(lowered(text)) {}

bool FoldedText::isIn(std::string_view text) const {
    const std::size_t length = m_folded.size();
    if (length == 0) return true;
    if (text.size() < length) return false;
    const char first = m_folded.front();
    const char* const last = text.data() + (text.size() - length);
    for (const char* at = text.data(); at <= last; ++at) {
        if (lowered(*at) != first) continue;
        std::size_t same = 1;
        while (same < length && lowered(at[same]) == m_folded[same]) ++same;
        if (same == length) return true;
    }
    return false;
}

struct NamePattern::Compiled {
    pcre2_code* code = nullptr;
    pcre2_match_data* match = nullptr;
    pcre2_match_context* context = nullptr;

    Compiled() = default;
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;
    ~Compiled() {
        pcre2_match_context_free(context);
        pcre2_match_data_free(match);
        pcre2_code_free(code);
    }
};

Result<NamePattern> NamePattern::fromText(std::string_view pattern) {
    if (pattern.size() > kMaxPattern) return Failure{"the regular expression is too long"};
    auto compiled = std::make_shared<Compiled>();
    int error = 0;
    PCRE2_SIZE position = 0;
    constexpr std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_CASELESS | PCRE2_NO_AUTO_CAPTURE | PCRE2_NEVER_BACKSLASH_C;
    compiled->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options, &error, &position, nullptr);
    if (!compiled->code) {
        PCRE2_UCHAR buffer[256];
        pcre2_get_error_message(error, buffer, sizeof buffer);
        return Failure{reinterpret_cast<const char*>(buffer)};
    }
    pcre2_jit_compile(compiled->code, PCRE2_JIT_COMPLETE);
    compiled->match = pcre2_match_data_create(1, nullptr);
    compiled->context = pcre2_match_context_create(nullptr);
    pcre2_set_match_limit(compiled->context, kMatchLimit);
    pcre2_set_depth_limit(compiled->context, kDepthLimit);
    pcre2_set_heap_limit(compiled->context, kHeapLimit);
    return NamePattern(std::move(compiled));
}

NamePattern::Answer NamePattern::match(std::string_view name) const {
    const int result = pcre2_match(m_compiled->code, reinterpret_cast<PCRE2_SPTR>(name.data()), name.size(), 0, 0, m_compiled->match, m_compiled->context);
    if (result >= 0) return Answer::Yes;
    return result == PCRE2_ERROR_NOMATCH ? Answer::No : Answer::TooHard;
}

}  // namespace namescape
