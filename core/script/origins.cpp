#include "script/origins.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t kFirstPlaces = 64;

std::uint64_t hashOf(const Origin& origin) {
    std::uint64_t hash = origin.caller * 0x9e3779b97f4a7c15ull;
    hash = (hash ^ origin.expression.begin) * 0xff51afd7ed558ccdull;
    hash = (hash ^ (hash >> 32) ^ origin.expression.end) * 0xc4ceb9fe1a85ec53ull;
    hash = (hash ^ (hash >> 29) ^ origin.statement.begin) * 0x9e3779b97f4a7c15ull;
    return hash ^ (hash >> 32);
}

}  // namespace

Origins::Origins() : m_origins(1), m_places(kFirstPlaces), m_functionNames(1) {}

// Where the origin's number is, or the free place where it would be.
std::size_t Origins::placeOf(const Origin& origin) const {
    const std::size_t mask = m_places.size() - 1;
    std::size_t at = hashOf(origin) & mask;
    while (m_places[at] != 0 && m_origins[m_places[at]] != origin) at = (at + 1) & mask;
    return at;
}

OriginNumber Origins::add(const Origin& origin) {
    if (2 * m_origins.size() > m_places.size()) grow();
    OriginNumber& number = m_places[placeOf(origin)];
    if (number == 0) {
        number = static_cast<OriginNumber>(m_origins.size());
        m_origins.push_back(origin);
    }
    return number;
}

void Origins::grow() {
    m_places.assign(2 * m_places.size(), 0);
    for (OriginNumber number = 1; number < m_origins.size(); ++number) m_places[placeOf(m_origins[number])] = number;
}

std::uint32_t Origins::addFunctionName(const std::string& name) {
    m_functionNames.push_back(name);
    return static_cast<std::uint32_t>(m_functionNames.size() - 1);
}

std::vector<Origin> Origins::chain(OriginNumber number) const {
    std::vector<Origin> places;
    for (; number != 0; number = m_origins[number].caller) places.push_back(m_origins[number]);
    return places;
}

}  // namespace namescape
