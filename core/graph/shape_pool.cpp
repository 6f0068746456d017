#include "graph/shape_pool.h"

namespace namescape {

namespace {

std::size_t hashOf(const Shape& shape) {
    std::size_t hash = shape.hasRank() ? 14695981039346656037ull : 1;
    for (const auto size : shape.sizes()) hash = (hash ^ static_cast<std::size_t>(size)) * 1099511628211ull;
    return hash;
}

}  // namespace

ShapePool::ShapePool() {
    intern(Shape::unknown());
    intern(Shape::scalar());
}

ShapeId ShapePool::intern(const Shape& shape) {
    const auto hash = hashOf(shape);
    const auto [first, last] = m_byHash.equal_range(hash);
    for (auto it = first; it != last; ++it)
        if (m_shapes[it->second] == shape) return {it->second};
    const auto id = static_cast<std::uint32_t>(m_shapes.size());
    m_shapes.push_back(shape);
    m_byHash.emplace(hash, id);
    return {id};
}

}  // namespace namescape
