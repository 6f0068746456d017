#include "syntax/arena.h"

#include <algorithm>
#include <cstdint>

namespace namescape {

namespace {
constexpr std::size_t firstChunkSize = std::size_t{16} << 10;
constexpr std::size_t largestChunkSize = std::size_t{1} << 20;
}  // namespace

void* Arena::take(std::size_t size, std::size_t alignment) {
    m_used += size;
    const auto misaligned = reinterpret_cast<std::uintptr_t>(m_next) % alignment;
    const std::size_t padding = misaligned == 0 ? 0 : alignment - misaligned;
    if (static_cast<std::size_t>(m_end - m_next) < padding + size) {
        const std::size_t doubled =
            std::min(largestChunkSize, firstChunkSize << std::min<std::size_t>(m_chunks.size(), 10));
        const std::size_t chunkSize = std::max(doubled, size);
        m_chunks.push_back(std::make_unique_for_overwrite<std::byte[]>(chunkSize));
        m_next = m_chunks.back().get();  // aligned for every type
        m_end = m_next + chunkSize;
        return std::exchange(m_next, m_next + size);
    }
    m_next += padding;
    return std::exchange(m_next, m_next + size);
}

}  // namespace namescape
