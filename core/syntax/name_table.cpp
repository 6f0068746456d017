#include "syntax/name_table.h"

namespace namescape {

namespace {

std::size_t hashOf(std::string_view text) {
    std::size_t hash = 0xcbf29ce484222325;
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return hash ^ hash >> 32;
}

}  // namespace

NameTable::NameTable(Arena& arena) : m_arena(arena), m_places(256, empty) {}

// The place of a name, or the empty one where it belongs.
std::uint32_t& NameTable::find(std::string_view text) {
    const std::size_t mask = m_places.size() - 1;
    std::size_t at = hashOf(text) & mask;
    while (m_places[at] != empty && m_names[m_places[at]] != text) at = (at + 1) & mask;
    return m_places[at];
}

NameId NameTable::append(std::uint32_t& place, std::string_view text) {
    const auto number = static_cast<std::uint32_t>(m_names.size());
    place = number;
    m_names.push_back(text);
    if (m_names.size() * 2 > m_places.size()) grow();
    return NameId{number};
}

NameId NameTable::intern(std::string_view text) {
    std::uint32_t& place = find(text);
    return place != empty ? NameId{place} : append(place, text);
}

NameId NameTable::internCopy(std::string_view text) {
    std::uint32_t& place = find(text);
    return place != empty ? NameId{place} : append(place, m_arena.copy(text));
}

void NameTable::grow() {
    m_places.assign(m_places.size() * 2, empty);
    for (std::uint32_t i = 0; i < m_names.size(); ++i) find(m_names[i]) = i;
}

}  // namespace namescape
