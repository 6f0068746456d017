// Numbers the names of one program.
#pragma once

#include "syntax/arena.h"
#include "syntax/names.h"

#include <string_view>
#include <vector>

namespace namescape {

// The same text always gets the same NameId, counted from 0 in order of appearance.
class NameTable {
public:
    explicit NameTable(Arena& arena);

    // Keeps `text` as it is: it must live as long as the names are used.
    NameId intern(std::string_view text);
    // Copies `text` into the arena when it is new.
    NameId internCopy(std::string_view text);

    std::string_view text(NameId name) const { return m_names[static_cast<std::size_t>(name)]; }
    std::size_t size() const { return m_names.size(); }
    std::vector<std::string_view> takeNames() { return std::move(m_names); }

private:
    std::uint32_t& find(std::string_view text);
    NameId append(std::uint32_t& place, std::string_view text);
    void grow();

    static constexpr std::uint32_t empty = 0xffffffff;

    Arena& m_arena;
    std::vector<std::string_view> m_names;
    std::vector<std::uint32_t> m_places;  // hash table with open addressing: indices into m_names
};

}  // namespace namescape
