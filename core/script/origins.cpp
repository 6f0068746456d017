#include "script/origins.h"

#include <algorithm>

namespace namescape {

Origins::Origins() : m_origins(1), m_functionNames(1) {}

std::size_t Origins::Hash::operator()(const Origin& origin) const {
    std::uint64_t hash = origin.caller * 0x9e3779b97f4a7c15ull;
    hash = (hash ^ origin.expression.begin) * 0xff51afd7ed558ccdull;
    hash = (hash ^ (hash >> 32) ^ origin.expression.end) * 0xc4ceb9fe1a85ec53ull;
    return hash ^ (hash >> 29) ^ origin.statement.begin;
}

OriginNumber Origins::add(const Origin& origin) {
    const auto [place, isNew] = m_numbers.try_emplace(origin, static_cast<OriginNumber>(m_origins.size()));
    if (isNew) m_origins.push_back(origin);
    return place->second;
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
