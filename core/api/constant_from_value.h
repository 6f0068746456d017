// Python values as the values of constants: TensorFlow 1.15, python/framework/tensor_util.py, make_tensor_proto.
#pragma once

#include "api/api.h"
#include "graph/attribute.h"

#include <optional>

namespace namescape {

struct ConstantOptions {
    DataType type = {};               // Invalid: the value's own
    std::optional<Shape> shape = {};  // fully known
    bool verifiesShape = false;
    bool allowsBroadcast = true; // one element may stand for all, and no other number of elements will do
};

// Whether a value is an array of NumPy's kind: it can be made a list.
bool isArray(Interpreter& interpreter, const Value& value);

// Throws ScriptError in TensorFlow's words where the value is none, or doesn't fit the type or shape.
ConstantValue constantFromValue(Api& api, const Value& value, const ConstantOptions& options = {});

}  // namespace namescape
