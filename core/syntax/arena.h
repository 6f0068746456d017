// Memory for the nodes of one tree: taken piece by piece, given back all at once.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace namescape {

// Hands out memory that stays where it is until the arena dies, also when the arena is moved. Runs no destructors.
class Arena {
public:
    template <typename T, typename... Arguments>
    T* make(Arguments&&... arguments) {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (take(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
    }

    template <typename T>
    std::span<T> copy(std::span<const T> values) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (values.empty()) return {};
        T* first = static_cast<T*>(take(values.size_bytes(), alignof(T)));
        std::uninitialized_copy(values.begin(), values.end(), first);
        return {first, values.size()};
    }

    std::string_view copy(std::string_view text) {
        const auto characters = copy(std::span<const char>(text));
        return {characters.data(), characters.size()};
    }

    // Bytes asked for so far.
    std::size_t used() const { return m_used; }

private:
    void* take(std::size_t size, std::size_t alignment);

    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    std::byte* m_next = nullptr;
    std::byte* m_end = nullptr;
    std::size_t m_used = 0;
};

}  // namespace namescape
