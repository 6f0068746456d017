// Finds operations by name, without holding names itself.
#pragma once

#include "graph/hash_slots.h"
#include "graph/operation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace namescape {

// `NameOf` is any callable that gives the name of an OperationId. The table holds the operations from 0 to size() - 1; of several with one
// name, the first is found by it.
class OperationIndex {
public:
    template <typename NameOf>
    std::optional<OperationId> find(std::string_view name, NameOf&& nameOf) const {
        const auto& slot = m_slots.find(hashOf(name), hasName(name, nameOf));
        return slot.isFree() ? std::nullopt : std::optional(OperationId{slot.number()});
    }

    // Adds the operations from size() up to `count`. In a large table every name is a miss of the cache; together, they wait for
    // memory at the same time.
    template <typename NameOf>
    void extend(std::size_t count, NameOf&& nameOf) {
        m_slots.reserve(count);
        std::array<std::uint32_t, kTogether> hashes;
        while (m_size < count) {
            const std::size_t together = std::min(kTogether, count - m_size);
            for (std::size_t i = 0; i < together; ++i) {
                hashes[i] = hashOf(nameOf(idAt(m_size + i)));
                m_slots.prefetch(hashes[i]);
            }
            for (std::size_t i = 0; i < together; ++i, ++m_size) {
                const OperationId id = idAt(m_size);
                auto& slot = m_slots.find(hashes[i], hasName(nameOf(id), nameOf));
                if (slot.isFree()) slot.take(hashes[i], id.value);
            }
        }
    }

    std::size_t size() const { return m_size; }
    std::size_t bytes() const { return m_slots.bytes(); }

private:
    static constexpr std::size_t kTogether = 16;

    static OperationId idAt(std::size_t index) { return {static_cast<std::uint32_t>(index)}; }
    static std::uint32_t hashOf(std::string_view name) { return static_cast<std::uint32_t>(std::hash<std::string_view>()(name)); }
    template <typename NameOf>
    static auto hasName(std::string_view name, NameOf& nameOf) {
        return [name, &nameOf](std::uint32_t number) { return nameOf(OperationId{number}) == name; };
    }

    HashSlots m_slots;
    std::size_t m_size = 0;
};

}  // namespace namescape
