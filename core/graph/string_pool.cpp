#include "graph/string_pool.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace namescape {

namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr std::size_t kFirstPiece = 256, kLargestPiece = 1 << 16;

// Eight bytes a step with a multiply-and-fold mix; fixed seed, so that nothing depends on the run.
std::uint32_t hashOf(std::string_view text) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ull;
    std::uint64_t hash = text.size() * kMultiplier;
    const auto fold = [&](std::uint64_t word) {
        const auto product = static_cast<Wide>(hash ^ word) * kMultiplier;
        hash = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t word;
        std::memcpy(&word, text.data(), 8);
        fold(word);
    }
    std::uint64_t tail = 0;
    if (!text.empty()) std::memcpy(&tail, text.data(), text.size());
    fold(tail);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

StringPool::StringPool() {
    intern({});
}

std::optional<StringId> StringPool::find(std::string_view text) const {
    const auto& slot = m_slots.find(hashOf(text), isText(text));
    if (slot.isFree()) return std::nullopt;
    return StringId{slot.number()};
}

StringId StringPool::intern(std::string_view text) {
    const std::uint32_t hash = hashOf(text);
    auto* slot = &m_slots.find(hash, isText(text));
    if (!slot->isFree()) return {slot->number()};
    if (m_slots.reserve(m_texts.size() + 1)) slot = &m_slots.find(hash, isText(text));
    m_texts.emplace_back(store(text), text.size());
    slot->take(hash, static_cast<std::uint32_t>(m_texts.size() - 1));
    return {slot->number()};
}

char* StringPool::store(std::string_view text) {
    if (text.empty()) return nullptr;
    if (text.size() > m_freeSize) {
        m_freeSize = std::max(text.size(), std::clamp(m_pieceBytes, kFirstPiece, kLargestPiece));
        m_pieces.push_back(std::make_unique_for_overwrite<char[]>(m_freeSize));
        m_free = m_pieces.back().get();
        m_pieceBytes += m_freeSize;
    }
    std::memcpy(m_free, text.data(), text.size());
    m_freeSize -= text.size();
    return std::exchange(m_free, m_free + text.size());
}

void StringPool::shrink() {
    m_texts.shrink_to_fit();
}

std::size_t StringPool::bytes() const {
    return m_pieceBytes + m_texts.capacity() * sizeof(std::string_view) + m_slots.bytes();
}

}  // namespace namescape
