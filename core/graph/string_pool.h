// Strings stored once each, known by a small id.
#pragma once

#include "graph/hash_slots.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

struct StringId {
    std::uint32_t value = 0;
    bool operator==(const StringId&) const = default;
};

// Views that it hands out stay valid as long as the pool. Id 0 is the empty string.
class StringPool {
public:
    StringPool();

    StringId intern(std::string_view text);
    std::optional<StringId> find(std::string_view text) const;
    std::string_view operator[](StringId id) const { return m_texts[id.value]; }
    std::size_t size() const { return m_texts.size(); }
    std::size_t bytes() const;
    // Gives back what is held for texts to come.
    void shrink();

private:
    char* store(std::string_view text);
    auto isText(std::string_view text) const {
        return [this, text](std::uint32_t id) { return m_texts[id] == text; };
    }

    std::vector<std::unique_ptr<char[]>> m_pieces;  // with the characters, end to end
    char* m_free = nullptr;                         // in the last piece
    std::size_t m_freeSize = 0;
    std::size_t m_pieceBytes = 0;
    std::vector<std::string_view> m_texts;
    HashSlots m_slots;  // of ids
};

}  // namespace namescape
