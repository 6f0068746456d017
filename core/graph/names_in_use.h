// The names a graph has handed out: TensorFlow's rule for making a name unique.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// TensorFlow 1.15, python/framework/ops.py, Graph.unique_name: a lower-cased full name counts how often it was asked for; a
// clash gets the first free suffix, searched from that count on.
//
// Suffixes that were handed out are not entries of the table: those of one name are used without a gap, so the entry of
// the name itself says up to which. A million clashing names cost a look at one entry each, and no memory.
class NamesInUse {
public:
    NamesInUse();

    enum class Mark : std::uint8_t { Used, LookOnly };

    // `scope` is the current name scope without trailing slash, empty at the root. Returns the full name, spelt as asked for.
    std::string unique(std::string_view scope, std::string_view name, Mark mark = Mark::Used);
    // Whether the name (in any capitalisation) was handed out.
    bool contains(std::string_view fullName) const;
    // How many were handed out.
    std::size_t size() const { return m_count; }
    std::size_t bytes() const;

private:
    struct Slot {
        std::uint64_t offset = 0;
        std::uint32_t length = 0;
        std::uint32_t hash = 0;
        std::uint32_t count = 0;  // how often it was asked for; 0 where only names with a suffix were
        std::uint32_t lastSuffix : 31 = 0;  // those from 1 to this are in use
        std::uint32_t hasGivenSuffix : 1 = 0;  // whether a name with a suffix was asked for as such
        bool isFree() const { return count == 0 && !hasGivenSuffix; }
    };

    std::size_t find(std::string_view key, std::uint32_t hash) const;
    Slot& obtain(std::string_view key, std::uint32_t hash, std::size_t at);
    void noteGivenSuffix(std::string_view key);
    bool isSuffixOfOther(std::string_view key) const;
    std::uint32_t countAt(std::size_t at, std::string_view key) const;
    std::uint32_t freeSuffix(const Slot& slot, std::uint32_t count);
    void grow();

    std::vector<Slot> m_slots;
    std::vector<char> m_bytes;  // the lower-cased keys, end to end
    std::string m_key;          // of the name in hand: a member only to save allocations
    std::size_t m_entries = 0;
    std::size_t m_count = 0;
};

}  // namespace namescape
