#include "script/heap.h"

#include "script/limits.h"
#include "script/type_object.h"

namespace namescape {

namespace {
constexpr unsigned maxDestroyDepth = 64;
}

void Heap::adopt(Object& object, std::size_t size) noexcept {
    object.m_size = static_cast<std::uint16_t>(size);
    object.m_next = m_first;
    if (m_first) m_first->m_previous = &object;
    m_first = &object;
    if (object.kind() == ObjectKind::Type) ++object.m_references;  // objects point to their types without counting
}

void Heap::refuse(std::size_t) const {
    throw LimitReached(LimitKind::Memory, m_limit);
}

void Heap::destroy(Object& object) noexcept {
    if (object.m_isDying) return;
    object.m_isDying = true;
    if (m_destroyDepth >= maxDestroyDepth) {
        if (object.m_previous) object.m_previous->m_next = object.m_next;
        else m_first = object.m_next;
        if (object.m_next) object.m_next->m_previous = object.m_previous;
        object.m_previous = nullptr;
        object.m_next = m_waiting;
        m_waiting = &object;
        return;
    }
    ++m_destroyDepth;
    if (object.m_previous) object.m_previous->m_next = object.m_next;
    else m_first = object.m_next;
    if (object.m_next) object.m_next->m_previous = object.m_previous;
    free(object);
    --m_destroyDepth;
    if (m_destroyDepth > 0) return;
    while (m_waiting) {
        Object* next = m_waiting;
        m_waiting = next->m_next;
        ++m_destroyDepth;
        free(*next);
        --m_destroyDepth;
    }
}

void Heap::free(Object& object) noexcept {
    const std::size_t size = object.m_size;
    object.~Object();
    ::operator delete(static_cast<void*>(&object));
    takeBack(size);
}

// First every object is held, so that none is freed while they let go of each other: no order can be wrong.
void Heap::takeApart() noexcept {
    if (std::exchange(m_isTakenApart, true)) return;
    for (Object* object = m_first; object; object = object->m_next) ++object->m_references;
    for (Object* object = m_first; object; object = object->m_next) object->clearReferences();
}

void Heap::freeAll() noexcept {
    takeApart();
    Object* types = nullptr;
    while (m_first) {
        Object* object = m_first;
        m_first = object->m_next;
        if (object->kind() == ObjectKind::Type) object->m_next = std::exchange(types, object);
        else free(*object);
    }
    while (types) free(*std::exchange(types, types->m_next));
}

void destroyObject(Object* object) {
    object->type().heap().destroy(*object);
}

}  // namespace namescape
