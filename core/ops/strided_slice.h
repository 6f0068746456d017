// What a strided slice takes of each axis: masks, ellipsis and new axes resolved.
#pragma once

#include "graph/attribute.h"
#include "graph/operation.h"

#include <cstdint>
#include <vector>

namespace namescape {

// One bit per entry of begin, end and strides.
struct StridedSliceMasks {
    std::int64_t begin = 0, end = 0, ellipsis = 0, newAxis = 0, shrinkAxis = 0;
};

StridedSliceMasks stridedSliceMasks(const Operation& slice);

// The spec as vectors; begin and end are null where their values are not known.
struct StridedSliceSpec {
    const ConstantValue* begin;
    const ConstantValue* end;
    const ConstantValue& strides;
};

struct StridedSlicePlan {
    struct Range { std::int64_t begin, end, stride; };
    std::vector<Range> ranges;  // per axis of the input; meaningful where the spec's values are known
    Shape result;
};

// TensorFlow 1.15, core/util/strided_slice_op.cc, ValidateStridedSliceOp. Throws ShapeError.
StridedSlicePlan planStridedSlice(const StridedSliceSpec& spec, const StridedSliceMasks& masks, const Shape& input);

}  // namespace namescape
