// Finds operations by name, without holding names itself.
#pragma once

#include "graph/operation.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

// An open-addressed table of eight bytes an entry: names are looked at only where their hashes agree. `NameOf` is any callable
// that gives the name of an OperationId.
class OperationIndex {
public:
    OperationIndex() : m_slots(kFirstCapacity) {}

    template <typename NameOf>
    std::optional<OperationId> find(std::string_view name, NameOf&& nameOf) const {
        const std::uint32_t hash = hashOf(name);
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t at = hash & mask; m_slots[at].entry != 0; at = (at + 1) & mask)
            if (const OperationId id{m_slots[at].entry - 1}; m_slots[at].hash == hash && nameOf(id) == name) return id;
        return std::nullopt;
    }

    // The name must not be there yet.
    void insert(OperationId id, std::string_view name) {
        if ((m_count + 1) * 4 > m_slots.size() * 3) grow();
        ++m_count;
        place({hashOf(name), id.value + 1});
    }

    std::size_t bytes() const { return m_slots.capacity() * sizeof(Slot); }

private:
    static constexpr std::size_t kFirstCapacity = 64;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = 0;  // the id, plus one; 0: free
    };

    static std::uint32_t hashOf(std::string_view name) { return static_cast<std::uint32_t>(std::hash<std::string_view>()(name)); }

    void place(Slot slot) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = slot.hash & mask;
        while (m_slots[at].entry != 0) at = (at + 1) & mask;
        m_slots[at] = slot;
    }

    void grow() {
        std::vector<Slot> former(m_slots.size() * 2);
        former.swap(m_slots);
        for (const Slot& slot : former)
            if (slot.entry != 0) place(slot);
    }

    std::vector<Slot> m_slots;
    std::size_t m_count = 0;
};

}  // namespace namescape
