#include "script/intern_table.h"

namespace namescape {

InternTable::InternTable() : m_slots(1024) {}

InternedName InternTable::find(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask; !m_slots[at].isNone(); at = (at + 1) & mask) {
        auto* string = static_cast<StringObject*>(m_slots[at].object());
        if (string->hash() == hash && string->text() == text) return string;
    }
    return nullptr;
}

void InternTable::add(StringObject& string) {
    if (2 * (m_size + 1) > m_slots.size()) grow();
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = string.hash() & mask;
    while (!m_slots[at].isNone()) at = (at + 1) & mask;
    string.setInterned();
    m_slots[at] = Value(&string);
    ++m_size;
}

void InternTable::grow() {
    std::vector<Value> old(m_slots.size() * 2);
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (Value& value : old) {
        if (value.isNone()) continue;
        std::size_t at = static_cast<StringObject*>(value.object())->hash() & mask;
        while (!m_slots[at].isNone()) at = (at + 1) & mask;
        m_slots[at] = std::move(value);
    }
}

}  // namespace namescape
