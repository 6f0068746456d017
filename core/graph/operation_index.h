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
        const std::uint32_t entry = m_slots[slotOf(name, hashOf(name), nameOf)].entry;
        return entry == 0 ? std::nullopt : std::optional(OperationId{entry - 1});
    }

    // False where the name is there already: nothing changes then.
    template <typename NameOf>
    bool insert(OperationId id, std::string_view name, NameOf&& nameOf) {
        if ((m_count + 1) * 4 > m_slots.size() * 3) grow();
        const std::uint32_t hash = hashOf(name);
        Slot& slot = m_slots[slotOf(name, hash, nameOf)];
        if (slot.entry != 0) return false;
        slot = {hash, id.value + 1};
        ++m_count;
        return true;
    }

    // Makes room, so that `count` operations take no growing.
    void reserve(std::size_t count) {
        while (count * 4 > m_slots.size() * 3) grow();
    }

    std::size_t bytes() const { return m_slots.capacity() * sizeof(Slot); }

private:
    static constexpr std::size_t kFirstCapacity = 64;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = 0;  // the id, plus one; 0: free
    };

    static std::uint32_t hashOf(std::string_view name) { return static_cast<std::uint32_t>(std::hash<std::string_view>()(name)); }

    // Where the name is, or the free slot where it would be.
    template <typename NameOf>
    std::size_t slotOf(std::string_view name, std::uint32_t hash, NameOf&& nameOf) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hash & mask;
        while (m_slots[at].entry != 0 && (m_slots[at].hash != hash || nameOf(OperationId{m_slots[at].entry - 1}) != name)) at = (at + 1) & mask;
        return at;
    }

    void grow() {
        std::vector<Slot> former(m_slots.size() * 2);
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
    std::size_t m_count = 0;
};

}  // namespace namescape
