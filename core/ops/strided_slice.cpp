#include "ops/strided_slice.h"

#include "ops/shape_inference.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr std::int64_t kNewAxis = -2, kShrunk = -1;

bool hasBit(std::int64_t mask, std::size_t bit) {
    return (mask >> bit & 1) != 0;
}

// The spec spread over all axes of the input.
struct DenseSpec {
    std::vector<std::int64_t> begin, end, strides;
    std::int64_t beginMask = 0, endMask = 0, shrinkMask = 0;
    std::vector<std::int64_t> resultAxes;  // an input axis, kNewAxis or kShrunk
};

struct SparseSpec {
    std::optional<std::vector<std::int64_t>> begin, end;
    std::vector<std::int64_t> strides;
    StridedSliceMasks masks;
    std::size_t entries = 0;
    std::size_t newAxesAfterEllipsis = 0;
};

SparseSpec sparseSpec(const StridedSliceSpec& spec, const StridedSliceMasks& masks) {
    SparseSpec sparse;
    sparse.masks = masks;
    sparse.strides = spec.strides.integers().value_or(std::vector<std::int64_t>());
    if (spec.begin) sparse.begin = spec.begin->integers();
    if (spec.end) sparse.end = spec.end->integers();
    sparse.entries = sparse.strides.size();
    if ((masks.ellipsis & (masks.ellipsis - 1)) != 0) throw ShapeError("Multiple ellipses in slice spec not allowed");
    bool isEllipsisSeen = false;
    for (std::size_t entry = 0; entry < sparse.entries; ++entry) {
        if (isEllipsisSeen && hasBit(masks.newAxis, entry)) ++sparse.newAxesAfterEllipsis;
        isEllipsisSeen = isEllipsisSeen || hasBit(masks.ellipsis, entry);
    }
    if (!isEllipsisSeen) sparse.masks.ellipsis |= std::int64_t{1} << sparse.entries++;
    return sparse;
}

void takeAll(DenseSpec& dense, std::size_t axis) {
    dense.strides[axis] = 1;
    dense.beginMask |= std::int64_t{1} << axis;
    dense.endMask |= std::int64_t{1} << axis;
    dense.resultAxes.push_back(static_cast<std::int64_t>(axis));
}

void takeEntry(DenseSpec& dense, const SparseSpec& sparse, std::size_t entry, std::size_t axis) {
    if (sparse.begin) dense.begin[axis] = (*sparse.begin)[entry];
    if (sparse.end) dense.end[axis] = (*sparse.end)[entry];
    dense.strides[axis] = sparse.strides[entry];
    const std::int64_t bit = std::int64_t{1} << axis;
    if (hasBit(sparse.masks.begin, entry)) dense.beginMask |= bit;
    if (hasBit(sparse.masks.end, entry)) dense.endMask |= bit;
    if (hasBit(sparse.masks.shrinkAxis, entry)) dense.shrinkMask |= bit;
    dense.resultAxes.push_back(hasBit(sparse.masks.shrinkAxis, entry) ? kShrunk : static_cast<std::int64_t>(axis));
}

DenseSpec denseSpec(const SparseSpec& sparse, std::size_t rank) {
    DenseSpec dense;
    for (auto* values : {&dense.begin, &dense.end, &dense.strides}) values->resize(rank);
    std::size_t axis = 0;
    for (std::size_t entry = 0; entry < sparse.entries; ++entry) {
        if (hasBit(sparse.masks.ellipsis, entry)) {
            const auto after = static_cast<std::int64_t>(rank + entry + 1 + sparse.newAxesAfterEllipsis) - static_cast<std::int64_t>(sparse.entries);
            const auto next = static_cast<std::size_t>(std::clamp<std::int64_t>(after, 0, static_cast<std::int64_t>(rank)));
            while (axis < next) takeAll(dense, axis++);
        } else if (hasBit(sparse.masks.newAxis, entry)) {
            dense.resultAxes.push_back(kNewAxis);
        } else {
            if (axis == rank) throw ShapeError("Index out of range using input dim " + std::to_string(axis) + "; input has only " + std::to_string(rank) + " dims");
            takeEntry(dense, sparse, entry, axis++);
        }
    }
    return dense;
}

// An index as given, put into the range that makes sense for the axis.
std::int64_t canonicalIndex(std::int64_t index, bool isMasked, bool isEnd, std::int64_t stride, std::int64_t size) {
    const std::int64_t lowest = stride > 0 ? 0 : -1, highest = stride > 0 ? size : size - 1;
    if (isMasked) return (stride > 0) == isEnd ? highest : lowest;
    return std::clamp(index < 0 ? size + index : index, lowest, highest);
}

std::int64_t intervalSize(std::int64_t length, std::int64_t stride) {
    if (length == 0 || (length < 0) != (stride < 0)) return 0;
    return length / stride + (length % stride != 0 ? 1 : 0);
}

// Resolves the range of one axis in place; returns how many elements it takes.
std::int64_t resolveAxis(DenseSpec& dense, std::size_t axis, std::int64_t size, bool isValueKnown) {
    auto& begin = dense.begin[axis];
    auto& end = dense.end[axis];
    const std::int64_t stride = dense.strides[axis];
    const bool isShrunk = hasBit(dense.shrinkMask, axis);
    if (stride == 0) throw ShapeError("strides[" + std::to_string(axis) + "] must be non-zero");
    if (size == Shape::kUnknownSize) return isShrunk ? 1 : Shape::kUnknownSize;
    if (isShrunk && stride <= 0) throw ShapeError("only stride 1 allowed on non-range indexing.");
    const bool takesAll = hasBit(dense.beginMask, axis) && hasBit(dense.endMask, axis);
    if (!isValueKnown) {
        if (isShrunk) return 1;
        return takesAll ? intervalSize(stride < 0 ? -size : size, stride) : Shape::kUnknownSize;
    }
    if (isShrunk) {
        if (begin < 0) begin += size;
        end = begin + 1;
        if (begin < 0 || begin >= size) throw ShapeError("slice index " + std::to_string(begin) + " of dimension " + std::to_string(axis) + " out of bounds.");
    } else {
        begin = canonicalIndex(begin, hasBit(dense.beginMask, axis), false, stride, size);
        end = canonicalIndex(end, hasBit(dense.endMask, axis), true, stride, size);
    }
    return intervalSize(end - begin, stride);
}

}  // namespace

StridedSliceMasks stridedSliceMasks(const Operation& slice) {
    const auto mask = [&](const char* name) {
        const Attribute* attribute = slice.attribute(name);
        return attribute ? std::get<std::int64_t>(attribute->value) : 0;
    };
    return {mask("begin_mask"), mask("end_mask"), mask("ellipsis_mask"), mask("new_axis_mask"), mask("shrink_axis_mask")};
}

StridedSlicePlan planStridedSlice(const StridedSliceSpec& spec, const StridedSliceMasks& masks, const Shape& input) {
    const SparseSpec sparse = sparseSpec(spec, masks);
    DenseSpec dense = denseSpec(sparse, input.rank());
    const bool isValueKnown = sparse.begin && sparse.end;
    StridedSlicePlan plan;
    std::vector<std::int64_t> taken, result;
    for (std::size_t axis = 0; axis < input.rank(); ++axis) {
        taken.push_back(resolveAxis(dense, axis, input[axis], isValueKnown));
        plan.ranges.push_back({dense.begin[axis], dense.end[axis], dense.strides[axis]});
    }
    for (const auto axis : dense.resultAxes) {
        if (axis >= 0) result.push_back(taken[static_cast<std::size_t>(axis)]);
        else if (axis == kNewAxis) result.push_back(1);
    }
    plan.result = Shape(std::move(result));
    return plan;
}

}  // namespace namescape
