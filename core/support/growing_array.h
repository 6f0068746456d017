// An array of plain values that grows where it lies, if the system can do so.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace namescape {

// In place of std::vector for what grows to a million entries: a vector must copy all to a new place when it grows, which the system
// has to provide page by page; realloc moves the pages of a large block. Throws std::bad_alloc as a vector does.
template <typename T>
class GrowingArray {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>, "realloc copies bytes");
    static_assert(alignof(T) <= alignof(std::max_align_t));

public:
    GrowingArray() = default;
    GrowingArray(GrowingArray&& other) noexcept : m_data(std::move(other.m_data)), m_size(std::exchange(other.m_size, 0)), m_capacity(std::exchange(other.m_capacity, 0)) {}
    GrowingArray& operator=(GrowingArray&& other) noexcept {
        m_data = std::move(other.m_data);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
        return *this;
    }

    std::size_t size() const { return m_size; }
    std::size_t capacity() const { return m_capacity; }
    bool empty() const { return m_size == 0; }
    T* data() { return m_data.get(); }
    const T* data() const { return m_data.get(); }
    T* begin() { return data(); }
    T* end() { return data() + m_size; }
    const T* begin() const { return data(); }
    const T* end() const { return data() + m_size; }
    T& operator[](std::size_t at) { return data()[at]; }
    const T& operator[](std::size_t at) const { return data()[at]; }

    // By value: it may be one of the array's own.
    void push_back(T value) {
        if (m_size == m_capacity) grow(m_size + 1);
        data()[m_size++] = value;
    }
    // `values` must not be the array's own.
    void append(std::span<const T> values) {
        if (values.size() > m_capacity - m_size) grow(m_size + values.size());
        std::copy(values.begin(), values.end(), end());
        m_size += values.size();
    }
    void reserve(std::size_t capacity) {
        if (capacity > m_capacity) reallocate(capacity);
    }
    // Drops what is behind the first `size`; never adds.
    void truncate(std::size_t size) { m_size = std::min(m_size, size); }
    void shrink_to_fit() {
        if (m_size < m_capacity) reallocate(m_size);
    }

private:
    struct Free {
        void operator()(T* data) const { std::free(data); }
    };

    void grow(std::size_t needed) { reallocate(std::max({needed, m_capacity * 2, std::size_t{8}})); }

    void reallocate(std::size_t capacity) {
        if (capacity == 0) {
            m_data.reset();
        } else {
            if (capacity > static_cast<std::size_t>(-1) / sizeof(T)) throw std::bad_alloc();
            auto* const moved = static_cast<T*>(std::realloc(static_cast<void*>(m_data.get()), capacity * sizeof(T)));
            if (!moved) throw std::bad_alloc();
            static_cast<void>(m_data.release());
            m_data.reset(moved);
        }
        m_capacity = capacity;
    }

    std::unique_ptr<T, Free> m_data;
    std::size_t m_size = 0, m_capacity = 0;
};

}  // namespace namescape
