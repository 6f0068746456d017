// The names a graph has handed out: TensorFlow's rule for making a name unique.
#pragma once

#include "graph/string_pool.h"
#include "graph/suffix_origins.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// TensorFlow 1.15, python/framework/ops.py, Graph.unique_name: a lower-cased full name counts how often it was asked for; a
// clash gets the first free suffix, searched from that count on.
//
// A name is kept as its scope and its last part, each stored once, in an entry of 16 bytes. Suffixes that were handed out are no
// entries: those of one name are used without a gap, so what the name itself has says up to which. A million clashing
// names cost a look at one entry each, and four bytes for who took them.
class NamesInUse {
public:
    NamesInUse();

    enum class Mark : std::uint8_t { Used, LookOnly };

    // How a name came to be in use.
    struct Taking {
        std::uint32_t origin = 0;        // as handed to unique() by whoever took it first
        std::uint32_t suffixLength = 0;  // of the "_1" that was added to what was asked for; 0: it was asked for as it is
    };

    // `scope` is the current name scope without trailing slash, empty at the root. Returns the full name, spelt as asked for.
    // `origin` is kept for a name that is used for the first time.
    std::string unique(std::string_view scope, std::string_view name, Mark mark = Mark::Used, std::uint32_t origin = 0);
    // Who took the name (in any capitalisation) first; nothing where nobody did.
    std::optional<Taking> taking(std::string_view fullName) const;
    // Whether the name (in any capitalisation) was handed out.
    bool contains(std::string_view fullName) const { return taking(fullName).has_value(); }
    // How many were handed out.
    std::size_t size() const { return m_count; }
    std::size_t bytes() const;
    // Gives back what is held for names to come.
    void shrink();

private:
    struct Key {
        StringId scope;  // with its slash
        StringId leaf;
        bool operator==(const Key&) const = default;
    };
    struct Slot {
        static constexpr std::uint32_t kFree = 0, kAskedOnce = 1, kFirstClash = 2;

        Key key;
        std::uint32_t origin = 0;
        std::uint32_t state = kFree;  // from kFirstClash on: into m_clashes
    };
    // Of a name that was asked for more than once, or with a suffix.
    struct Clash {
        std::uint32_t count = 0;            // how often it was asked for; 0 where only names with a suffix were
        std::uint32_t lastSuffix : 31 = 0;  // those from 1 to this are in use
        std::uint32_t hasGivenSuffix : 1 = 0;  // whether a name with a suffix was asked for as such
        SuffixOrigins::Chunk lastChunk = SuffixOrigins::kNone;
    };

    StringId internScope(std::string_view scope);
    const Slot* find(StringId scope, std::string_view leaf) const;
    std::size_t slotOf(Key key) const;
    Slot& obtain(Key key, std::size_t at);
    Clash clashOf(const Slot& slot) const;
    Clash& obtainClash(Slot& slot);
    std::optional<Taking> takingWithSuffix(StringId scope, std::string_view leaf) const;
    std::uint32_t countOf(const Slot* slot, StringId scope, std::string_view leaf) const;
    std::uint32_t freeSuffix(const Clash& clash, StringId scope, std::string_view leaf, std::uint32_t count) const;
    std::optional<std::uint32_t> suffixFor(std::string_view scope, std::string_view leaf) const;
    void noteGivenSuffix(StringId scope, std::string_view leaf);
    void grow();

    StringPool m_scopes, m_leaves;  // lower-cased
    StringId m_lastScope;
    std::vector<Slot> m_slots;
    std::vector<Clash> m_clashes;
    SuffixOrigins m_suffixOrigins;
    std::string m_lowered;  // of the name in hand: a member only to save allocations
    std::size_t m_entries = 0;
    std::size_t m_count = 0;
};

}  // namespace namescape
