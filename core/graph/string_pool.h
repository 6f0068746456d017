// Strings stored once each, known by a small id.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace namescape {

struct StringId {
    std::uint32_t value = 0;
    bool operator==(const StringId&) const = default;
};

// Views that it hands out stay valid as long as the pool. Id 0 is the empty string.
class StringPool {
public:
    StringPool() { intern({}); }

    StringId intern(std::string_view text) {
        if (const auto found = m_ids.find(text); found != m_ids.end()) return {found->second};
        const auto id = static_cast<std::uint32_t>(m_texts.size());
        m_texts.emplace_back(text);
        m_ids.emplace(m_texts.back(), id);
        return {id};
    }
    std::string_view operator[](StringId id) const { return m_texts[id.value]; }
    std::size_t size() const { return m_texts.size(); }

private:
    std::deque<std::string> m_texts;
    std::unordered_map<std::string_view, std::uint32_t> m_ids;
};

}  // namespace namescape
