// Shapes stored once each: a graph of a million operations has few distinct ones.
#pragma once

#include "graph/shape.h"

#include <cstdint>
#include <deque>
#include <unordered_map>

namespace namescape {

// A shape in a pool. Two ids of one pool are equal just when their shapes are.
struct ShapeId {
    std::uint32_t value = 0;
    bool operator==(const ShapeId&) const = default;
};

class ShapePool {
public:
    static constexpr ShapeId kUnknown{0};
    static constexpr ShapeId kScalar{1};

    ShapePool();

    ShapeId intern(const Shape& shape);
    const Shape& operator[](ShapeId id) const { return m_shapes[id.value]; }

private:
    std::deque<Shape> m_shapes;  // references to shapes stay valid
    std::unordered_multimap<std::size_t, std::uint32_t> m_byHash;
};

}  // namespace namescape
