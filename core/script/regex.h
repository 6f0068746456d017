// Regular expressions as Python writes them, matched by PCRE2.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace namescape {

// Python's numbers for the flags of `re`.
enum RegexFlag : std::int64_t {
    RegexIgnoreCase = 2,
    RegexLocale = 4,
    RegexMultiline = 8,
    RegexDotAll = 16,
    RegexUnicode = 32,
    RegexVerbose = 64,
    RegexDebug = 128,
    RegexAscii = 256,
};

// What `re.error` says.
class RegexError : public std::runtime_error {
public:
    // `position`: in bytes of the pattern.
    RegexError(const std::string& message, std::size_t position)
        : std::runtime_error(message + " at position " + std::to_string(position)), m_message(message), m_position(position) {}

    const std::string& message() const { return m_message; }
    std::size_t position() const { return m_position; }

private:
    std::string m_message;
    std::size_t m_position;
};

enum class RegexText : std::uint8_t { Unicode, Bytes };

// Where a group matched, in bytes; `begin` is `unmatched` where it took no part.
struct RegexGroup {
    static constexpr std::size_t unmatched = ~std::size_t{0};
    std::size_t begin = unmatched;
    std::size_t end = unmatched;
};

enum class RegexAnchor : std::uint8_t { Anywhere, AtBegin, Whole };

class Regex {
public:
    // Throws RegexError.
    Regex(std::string_view pattern, std::int64_t flags, RegexText kind);
    ~Regex();
    Regex(Regex&&) noexcept;

    // The flags that hold, those within the pattern included.
    std::int64_t flags() const { return m_flags; }
    std::size_t groupCount() const { return m_groupCount; }
    const std::vector<std::pair<std::string, std::size_t>>& names() const { return m_names; }

    // The groups of the first match from byte `begin` on, the whole match first. `mayBeEmptyAtBegin` false: no empty match
    // right there. `isInvalid`: the text has parts that are no UTF-8, and nothing matches those. Throws std::runtime_error where
    // matching takes too long.
    std::optional<std::vector<RegexGroup>> match(std::string_view text, std::size_t begin, RegexAnchor anchor, bool mayBeEmptyAtBegin = true, bool isInvalid = false) const;

private:
    struct Compiled;
    std::unique_ptr<Compiled> m_compiled;
    std::int64_t m_flags;
    std::size_t m_groupCount = 0;
    std::vector<std::pair<std::string, std::size_t>> m_names;
};

}  // namespace namescape
