// A hash table of numbers, which holds no keys itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace namescape {

// Open addressing, eight bytes an entry: what a number stands for is looked at only where the hashes agree.
class HashSlots {
public:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = 0;  // the number, plus one; 0: free

        bool isFree() const { return entry == 0; }
        std::uint32_t number() const { return entry - 1; }
        void take(std::uint32_t itsHash, std::uint32_t number) { hash = itsHash, entry = number + 1; }
    };

    // Makes room for `count` entries; says whether slots have moved for it.
    bool reserve(std::size_t count) {
        std::size_t capacity = m_slots.size();
        while (count * 4 > capacity * 3) capacity *= 2;
        if (capacity == m_slots.size()) return false;
        std::vector<Slot> former(capacity);
        former.swap(m_slots);
        for (const Slot& slot : former)
            if (!slot.isFree()) m_slots[at(slot.hash, [](std::uint32_t) { return false; })] = slot;
        return true;
    }

    // The slot of the number that has the hash and for which `isWanted` holds, or the free one where it would be.
    template <typename IsWanted>
    Slot& find(std::uint32_t hash, IsWanted&& isWanted) {
        return m_slots[at(hash, isWanted)];
    }
    template <typename IsWanted>
    const Slot& find(std::uint32_t hash, IsWanted&& isWanted) const {
        return m_slots[at(hash, isWanted)];
    }

    // Tells the processor that the hash will be looked for.
    void prefetch(std::uint32_t hash) const { __builtin_prefetch(&m_slots[hash & (m_slots.size() - 1)], 1); }

    std::size_t bytes() const { return m_slots.capacity() * sizeof(Slot); }

private:
    static constexpr std::size_t kFirstCapacity = 64;

    template <typename IsWanted>
    std::size_t at(std::uint32_t hash, IsWanted&& isWanted) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = hash & mask;
        while (!m_slots[slot].isFree() && !(m_slots[slot].hash == hash && isWanted(m_slots[slot].number()))) slot = (slot + 1) & mask;
        return slot;
    }

    std::vector<Slot> m_slots = std::vector<Slot>(kFirstCapacity);
};

}  // namespace namescape
