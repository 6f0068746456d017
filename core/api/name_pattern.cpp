#include "api/name_pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace namescape {

namespace {

// Steps of the matcher: far more than names need, little enough that a hostile pattern ends at once.
constexpr std::uint32_t kMatchLimit = 1'000'000;

struct CodeDeleter {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
struct MatchDeleter {
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
struct ContextDeleter {
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

}  // namespace

struct NamePattern::Compiled {
    std::unique_ptr<pcre2_code, CodeDeleter> code;
    std::unique_ptr<pcre2_match_data, MatchDeleter> match;
    std::unique_ptr<pcre2_match_context, ContextDeleter> context;
};

NamePattern::NamePattern(Interpreter& interpreter, const std::string& pattern) {
    if (pattern.find_first_of(".^$*+?{}[]\\|()") == std::string::npos) {
        m_literal = pattern;
        return;
    }
    int error = 0;
    PCRE2_SIZE offset = 0;
    auto compiled = std::make_unique<Compiled>();
    compiled->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), PCRE2_ANCHORED | PCRE2_UTF, &error, &offset, nullptr));
    if (!compiled->code) throw interpreter.valueError("not a regular expression: " + pattern);
    compiled->match.reset(pcre2_match_data_create_from_pattern(compiled->code.get(), nullptr));
    compiled->context.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(compiled->context.get(), kMatchLimit);
    m_compiled = std::move(compiled);
}

NamePattern::~NamePattern() = default;

bool NamePattern::matches(std::string_view name) const {
    if (!m_compiled) return name.starts_with(m_literal);
    return pcre2_match(m_compiled->code.get(), reinterpret_cast<PCRE2_SPTR>(name.data()), name.size(), 0, 0, m_compiled->match.get(), m_compiled->context.get()) >= 0;
}

}  // namespace namescape
