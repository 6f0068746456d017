// The names a graph has handed out: TensorFlow's rule for making a name unique.
#pragma once

#include <cstdint>
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

    // `scope` is the current name scope without trailing slash, empty at the root. Returns the full name, spelt as asked for.
    std::string unique(std::string_view scope, std::string_view name, Mark mark = Mark::Used);
    // Whether the name (in any capitalisation) was handed out.
    bool contains(std::string_view fullName) const;
    std::size_t size() const { return m_count; }
    std::size_t bytes() const;

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
        std::uint32_t counter = 0;  // 0: the slot is free
    };

    std::size_t find(std::string_view key, std::uint64_t hash) const;
    void insert(std::size_t slot, std::string_view key, std::uint64_t hash);
    void grow();

    std::vector<Slot> m_slots;
    std::vector<char> m_bytes;  // the lower-cased keys, end to end
    std::size_t m_count = 0;
};

}  // namespace namescape
