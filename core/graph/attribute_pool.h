// Lists of attributes stored once each: a graph of a million operations has few distinct ones.
#pragma once

#include "graph/attribute.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace namescape {

// A list in a pool, held by whoever has interned it until it is released.
struct AttributeListId {
    std::uint32_t value = 0;
    bool operator==(const AttributeListId&) const = default;
};

// Lists are equal when their names, order and values are, doubles to the bit. Id 0 is the empty list.
class AttributePool {
public:
    AttributePool() : m_entries(1) {}

    AttributeListId intern(std::vector<Attribute> list);
    // Lets go of a list: the pool keeps it as long as others hold it.
    void release(AttributeListId id);
    // Valid until the list is released by all.
    std::span<const Attribute> operator[](AttributeListId id) const { return m_entries[id.value].list; }
    // Of lists and constants. Counted when asked for.
    std::size_t bytes() const;

private:
    struct Entry {
        std::vector<Attribute> list;
        std::size_t hash = 0;
        std::uint32_t holders = 0;
    };

    std::vector<Entry> m_entries;
    std::unordered_multimap<std::size_t, std::uint32_t> m_byHash;
    std::vector<std::uint32_t> m_free;
};

}  // namespace namescape
