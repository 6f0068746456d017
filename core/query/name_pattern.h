// Finds parts of names: plain text in any case, and regular expressions that never take long.
#pragma once

#include "support/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace namescape {

// A text to be found within others; upper and lower case of ASCII letters are the same.
class FoldedText {
public:
    explicit FoldedText(std::string_view text);

    std::size_t size() const { return m_folded.size(); }
    bool isIn(std::string_view text) const;

private:
    std::string m_folded;
};

// A regular expression of PCRE2, to be found anywhere in a name, in any case. One object per thread.
class NamePattern {
public:
    // Fails with what is wrong with it.
    static Result<NamePattern> fromText(std::string_view pattern);

    // Hard: it was given up, since finding out would have taken too long.
    enum class Answer { No, Yes, TooHard };
    Answer match(std::string_view name) const;

private:
    struct Compiled;
    explicit NamePattern(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}

    std::shared_ptr<const Compiled> m_compiled;
};

}  // namespace namescape
