// Python's operators on tensors: TensorFlow 1.15, python/ops/math_ops.py, _OverrideBinaryOperatorHelper.
#pragma once

#include "api/api.h"

namespace namescape {

void addTensorOperators(Api& api, NativeClass& tensorType);

// tensor[…] (array_ops.py, _slice_helper).
Value sliceTensor(Api& api, const Value& tensor, const Value& specification);

}  // namespace namescape
