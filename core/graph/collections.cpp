#include "graph/collections.h"

#include <algorithm>

namespace namescape {

std::vector<CollectionItemPointer>& Collections::items(std::string_view key) {
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    if (found != m_entries.end()) return found->items;
    m_entries.push_back({std::string(key), {}});
    return m_entries.back().items;
}

const std::vector<CollectionItemPointer>* Collections::find(std::string_view key) const {
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.end() ? nullptr : &found->items;
}

void Collections::remove(std::string_view key) {
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.key == key; });
}

}  // namespace namescape
