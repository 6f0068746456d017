// Remembers what a name means in a type, so that look-ups don't walk along the bases each time.
#pragma once

#include "script/type_object.h"

#include <vector>

namespace namescape {

class MethodCache {
public:
    MethodCache() : m_entries(size) {}

    const Value* find(const TypeObject& type, InternedName name) {
        Entry& entry = m_entries[place(type, name)];
        if (entry.type == &type && entry.name == name && entry.version == m_version) return entry.found;
        entry = {&type, name, type.find(name), m_version};
        return entry.found;
    }

    // To be called whenever an attribute of any type changes, or a type's bases.
    void forget() { ++m_version; }
    // Changes with each forget(), and is never 0.
    std::uint64_t version() const { return m_version; }

private:
    static constexpr std::size_t size = 1024;
    struct Entry {
        const TypeObject* type = nullptr;
        InternedName name = nullptr;
        const Value* found = nullptr;
        std::uint64_t version = 0;
    };

    static std::size_t place(const TypeObject& type, InternedName name) {
        const auto a = reinterpret_cast<std::uintptr_t>(&type) >> 4;
        const auto b = reinterpret_cast<std::uintptr_t>(name) >> 4;
        return (a ^ (b * 0x9e3779b9u)) % size;
    }

    std::vector<Entry> m_entries;
    std::uint64_t m_version = 1;
};

}  // namespace namescape
