// Neighbours of numbered things, as arrays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace namescape {

struct Link {
    std::uint32_t from, to;
};

class Adjacency {
public:
    Adjacency() = default;
    // Neighbours come in the order of the links.
    Adjacency(std::size_t count, std::span<const Link> links) : m_begin(count + 1, 0), m_neighbours(links.size()) {
        for (const Link& link : links) ++m_begin[link.from + 1];
        std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
        std::vector<std::uint32_t> next(m_begin.begin(), m_begin.end() - 1);
        for (const Link& link : links) m_neighbours[next[link.from]++] = link.to;
    }

    std::span<const std::uint32_t> of(std::uint32_t thing) const {
        return std::span(m_neighbours).subspan(m_begin[thing], m_begin[thing + 1] - m_begin[thing]);
    }

private:
    std::vector<std::uint32_t> m_begin;
    std::vector<std::uint32_t> m_neighbours;
};

}  // namespace namescape
