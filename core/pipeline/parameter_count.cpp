#include "pipeline/parameter_count.h"

namespace namescape {

namespace {

std::uint64_t product(std::uint64_t left, std::uint64_t right) {
    return left != 0 && right > ParameterCount::kMost / left ? ParameterCount::kMost : left * right;
}

}  // namespace

ParameterCount& ParameterCount::operator+=(const ParameterCount& other) {
    known = other.known > kMost - known ? kMost : known + other.known;
    unknownCount += other.unknownCount;
    return *this;
}

ParameterCount ParameterCount::times(std::uint32_t factor) const {
    return {product(known, factor), static_cast<std::uint32_t>(product(unknownCount, factor))};
}

ParameterCount parametersOf(const Shape& shape) {
    if (!shape.isFullyDefined()) return {0, 1};
    std::uint64_t count = 1;
    for (const std::int64_t size : shape.sizes())
        if (size == 0) return {};
    for (const std::int64_t size : shape.sizes()) count = product(count, static_cast<std::uint64_t>(size));
    return {count, 0};
}

}  // namespace namescape
