// Finding operations and tensors of a graph by their names.
#pragma once

#include "api/api.h"

#include <variant>

namespace namescape {

enum class WantedElement : std::uint8_t { Tensor, Operation, Either };

using GraphElement = std::variant<Tensor, Operation>;

// Graph.as_graph_element: a name, or an object that stands for a tensor or operation. Throws TensorFlowError in TensorFlow
// 1.15's words (python/framework/ops.py) where there is no such thing in the graph.
GraphElement graphElement(Api& api, Graph& graph, const Value& value, WantedElement wanted = WantedElement::Either);

// The operation that a control dependency on a value waits for.
Operation controlOperation(Api& api, Graph& graph, const Value& value);

}  // namespace namescape
