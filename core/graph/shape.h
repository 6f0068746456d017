// Static shapes of tensors: unknown rank, or a list of sizes some of which may be unknown.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace namescape {

// As TensorFlow's TensorShape. A default-made shape has unknown rank; a size of `kUnknownSize` is an unknown one.
class Shape {
public:
    static constexpr std::int64_t kUnknownSize = -1;

    Shape() = default;
    Shape(std::initializer_list<std::int64_t> sizes) : m_sizes(sizes), m_hasRank(true) {}
    explicit Shape(std::vector<std::int64_t> sizes) : m_sizes(std::move(sizes)), m_hasRank(true) {}
    static Shape scalar() { return Shape(std::vector<std::int64_t>{}); }
    static Shape unknown() { return {}; }
    // Known rank, all sizes unknown.
    static Shape ofRank(std::size_t rank) { return Shape(std::vector<std::int64_t>(rank, kUnknownSize)); }

    bool hasRank() const { return m_hasRank; }
    // Sizes in order, outermost first; empty for a scalar and for unknown rank.
    std::span<const std::int64_t> sizes() const { return m_sizes; }
    std::size_t rank() const { return m_sizes.size(); }
    std::int64_t operator[](std::size_t axis) const { return m_sizes[axis]; }
    void setSize(std::size_t axis, std::int64_t size) { m_sizes[axis] = size; }
    bool isScalar() const { return m_hasRank && m_sizes.empty(); }
    bool isFullyDefined() const;
    // The number of elements, where all sizes are known and their product fits.
    std::optional<std::int64_t> elementCount() const;

    // As TensorShape.is_compatible_with: equal wherever both are known.
    bool isCompatibleWith(const Shape& other) const;
    // What both say together; nothing when they contradict each other.
    std::optional<Shape> mergedWith(const Shape& other) const;

    // Python's str(TensorShape): "(2, ?)", "(6,)", "<unknown>".
    std::string text() const;
    // The form of TensorFlow's C++ messages: "[2,?]", "?" for unknown rank.
    std::string debugText() const;

    bool operator==(const Shape&) const = default;

private:
    std::vector<std::int64_t> m_sizes;
    bool m_hasRank = false;
};

}  // namespace namescape
