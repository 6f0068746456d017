// Bytes that say what a fuzz target is to do, and how it says that something is wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

namespace namescape {

// Takes bytes one by one; zero when they are used up.
class Bytes {
public:
    explicit Bytes(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    bool isEmpty() const { return m_bytes.empty(); }
    std::uint8_t take() {
        if (m_bytes.empty()) return 0;
        const std::uint8_t first = m_bytes.front();
        m_bytes = m_bytes.subspan(1);
        return first;
    }
    // Any of 0 … limit - 1; of many, those that two bytes can tell.
    std::size_t below(std::size_t limit) {
        const std::size_t number = limit > 256 ? take() * std::size_t{256} + take() : take();
        return number % limit;
    }

private:
    std::span<const std::uint8_t> m_bytes;
};

inline void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace namescape
