// Python values as tensors, shapes and data types: TensorFlow 1.15's conversions with their messages.
#pragma once

#include "api/api.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace namescape {

struct ConvertOptions {
    DataType type = {};           // Invalid: the value's own
    DataType preferred = {};      // taken where the value allows it
    std::string_view name = {};   // of a constant that has to be made; empty: "Const"
    bool asReference = false;     // a reference variable stays a reference (internal_convert_to_tensor's as_ref)
};

// ops.convert_to_tensor in the default graph. Throws ScriptError in TensorFlow's words.
Tensor convertToTensor(Api& api, const Value& value, const ConvertOptions& options = {});

// dtypes.as_dtype: DType, "float32", Python's float, int, bool, a NumPy type. Throws TypeError.
DataType asDataType(Api& api, const Value& value);
// The same; Invalid for None.
DataType asOptionalDataType(Api& api, const Value& value);

// tensor_shape.as_shape: None (unknown), a number, a list of numbers, None and Dimensions, a TensorShape. Throws TypeError.
Shape asShape(Api& api, const Value& value);

// ops._get_graph_from_inputs: the graph that the values' tensors are in, the default graph where there are none. Throws
// ValueError where they are in different ones.
Graph& graphFromInputs(Api& api, std::span<const Value> values);

}  // namespace namescape
