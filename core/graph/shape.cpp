#include "graph/shape.h"

#include <algorithm>

namespace namescape {

namespace {

std::string sizeText(std::int64_t size) {
    return size == Shape::kUnknownSize ? "?" : std::to_string(size);
}

std::string joined(std::span<const std::int64_t> sizes, const char* separator) {
    std::string text;
    for (std::size_t axis = 0; axis < sizes.size(); ++axis) {
        if (axis > 0) text += separator;
        text += sizeText(sizes[axis]);
    }
    return text;
}

}  // namespace

bool Shape::isFullyDefined() const {
    return m_hasRank && std::ranges::find(m_sizes, kUnknownSize) == m_sizes.end();
}

std::optional<std::int64_t> Shape::elementCount() const {
    if (!isFullyDefined()) return std::nullopt;
    std::int64_t count = 1;
    for (const auto size : m_sizes)
        if (__builtin_mul_overflow(count, size, &count)) return std::nullopt;
    return count;
}

bool Shape::isCompatibleWith(const Shape& other) const {
    return mergedWith(other).has_value();
}

std::optional<Shape> Shape::mergedWith(const Shape& other) const {
    if (!m_hasRank) return other;
    if (!other.m_hasRank) return *this;
    if (rank() != other.rank()) return std::nullopt;
    Shape merged = *this;
    for (std::size_t axis = 0; axis < rank(); ++axis) {
        if (m_sizes[axis] == kUnknownSize) merged.m_sizes[axis] = other.m_sizes[axis];
        else if (other.m_sizes[axis] != kUnknownSize && other.m_sizes[axis] != m_sizes[axis]) return std::nullopt;
    }
    return merged;
}

std::string Shape::text() const {
    if (!m_hasRank) return "<unknown>";
    return "(" + joined(m_sizes, ", ") + (rank() == 1 ? ",)" : ")");
}

std::string Shape::debugText() const {
    return m_hasRank ? "[" + joined(m_sizes, ",") + "]" : "?";
}

}  // namespace namescape
