// Where the objects of one interpreter live: counts their memory against a limit and frees all at the end, cycles included.
#pragma once

#include "script/object.h"

#include <cstddef>
#include <limits>
#include <memory>
#include <new>
#include <utility>

namespace namescape {

class Heap {
public:
    // Bytes that all objects and their contents may take together; LimitReached is thrown before more is taken.
    explicit Heap(std::size_t limit) : m_limit(limit) {}
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;
    ~Heap() { freeAll(); }

    // Makes an object of this heap.
    template <typename T, typename... Arguments>
    Ref<T> make(Arguments&&... arguments) {
        return makeWithTail<T>(0, std::forward<Arguments>(arguments)...);
    }

    // Makes an object with `tail` bytes behind it, which its class owns and accounts for with takeBack().
    template <typename T, typename... Arguments>
    Ref<T> makeWithTail(std::size_t tail, Arguments&&... arguments) {
        static_assert(sizeof(T) <= std::numeric_limits<std::uint16_t>::max());
        charge(sizeof(T) + tail);
        void* memory = ::operator new(sizeof(T) + tail);
        T* object;
        try {
            object = new (memory) T(std::forward<Arguments>(arguments)...);
        } catch (...) {
            ::operator delete(memory);
            takeBack(sizeof(T) + tail);
            throw;
        }
        adopt(*object, sizeof(T));
        return Ref<T>(object);
    }

    // Accounts for memory that is about to be taken; throws LimitReached when it would be too much.
    void charge(std::size_t bytes) {
        if (bytes > m_limit - m_used) refuse(bytes);
        m_used += bytes;
    }
    void takeBack(std::size_t bytes) noexcept { m_used -= bytes; }

    // Throws LimitReached when `count` things of `size` bytes would not fit.
    void ensureRoom(std::size_t count, std::size_t size) const {
        if (size != 0 && count > (m_limit - m_used) / size) refuse(count);
    }

    std::size_t used() const { return m_used; }
    std::size_t limit() const { return m_limit; }

    // Every object lets go of what it holds, but stays. Nothing may be run afterwards.
    void takeApart() noexcept;
    // Frees every object. No Value may be left but in objects.
    void freeAll() noexcept;

private:
    friend void destroyObject(Object*);

    void adopt(Object& object, std::size_t size) noexcept;
    void destroy(Object& object) noexcept;
    void free(Object& object) noexcept;
    [[noreturn]] void refuse(std::size_t bytes) const;

    std::size_t m_limit;
    std::size_t m_used = 0;
    Object* m_first = nullptr;
    Object* m_waiting = nullptr;  // dead objects that wait their turn, so that long chains don't recurse deeply
    unsigned m_destroyDepth = 0;
    bool m_isTakenApart = false;
};

// Lets standard containers account for their memory with a heap.
template <typename T>
class HeapAllocator {
public:
    using value_type = T;

    explicit HeapAllocator(Heap& heap) noexcept : m_heap(&heap) {}
    template <typename U>
    HeapAllocator(const HeapAllocator<U>& other) noexcept : m_heap(&other.heap()) {}

    T* allocate(std::size_t count) {
        m_heap->ensureRoom(count, sizeof(T));
        m_heap->charge(count * sizeof(T));
        return std::allocator<T>().allocate(count);
    }
    void deallocate(T* memory, std::size_t count) noexcept {
        std::allocator<T>().deallocate(memory, count);
        m_heap->takeBack(count * sizeof(T));
    }

    Heap& heap() const { return *m_heap; }
    template <typename U>
    bool operator==(const HeapAllocator<U>& other) const { return m_heap == &other.heap(); }

private:
    Heap* m_heap;
};

}  // namespace namescape
