// Values that follow from constants: what TensorFlow learns by folding the part of a graph that leads up to a tensor.
#pragma once

#include "graph/graph.h"

#include <memory>
#include <optional>
#include <string>

namespace namescape {

// The value of a tensor where it depends on nothing but constants and known shapes and is small, else null.
// TensorFlow 1.15, core/common_runtime/eval_const_tensor.cc.
std::shared_ptr<const ConstantValue> constantValue(Graph& graph, TensorId tensor);

// A vector tensor read as a shape as far as it is known (ShapeRefiner::ConstantPartialShape). Throws ShapeError.
Shape constantPartialShape(Graph& graph, TensorId tensor);

// The form of TensorFlow's messages: "1", "0 1", "[1 2][3 4]".
std::string summary(const ConstantValue& value);

}  // namespace namescape
