// Interned strings: one object per text, so that names are compared by address.
#pragma once

#include "script/string_object.h"

#include <vector>

namespace namescape {

class InternTable {
public:
    InternTable();

    // The interned string of this text, or null.
    InternedName find(std::string_view text) const { return find(text, hashText(text)); }
    InternedName find(std::string_view text, std::uint64_t hash) const;
    // `string` was not in the table; it stays alive as long as the table.
    void add(StringObject& string);

private:
    void grow();

    std::vector<Value> m_slots;  // open addressing; None: free
    std::size_t m_size = 0;
};

}  // namespace namescape
