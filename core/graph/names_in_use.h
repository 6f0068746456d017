// The names a graph has handed out: TensorFlow's rule for making a name unique.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// TensorFlow 1.15, python/framework/ops.py, Graph.unique_name: a lower-cased full name counts how often it was asked for; a
// clash gets the first free suffix, searched from that count on.
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
    bool contains(std::string_view fullName) const;
    std::size_t size() const { return m_count; }
    std::size_t bytes() const;

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t offset = 0;
        std::uint32_t length : 28 = 0;
        std::uint32_t suffixLength : 4 = 0;
        std::uint32_t counter = 0;  // 0: the slot is free
        std::uint32_t origin = 0;
    };

    struct Key {
        std::string_view text;
        std::uint64_t hash = 0;
        Taking taking;
    };

    std::size_t find(std::string_view key, std::uint64_t hash) const;
    void insert(std::size_t slot, const Key& key);
    void grow();

    std::vector<Slot> m_slots;
    std::vector<char> m_bytes;  // the lower-cased keys, end to end
    std::size_t m_count = 0;
};

}  // namespace namescape
