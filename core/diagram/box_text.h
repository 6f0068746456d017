// What a box says and how large that makes it.
#pragma once

#include "diagram/diagram.h"

namespace namescape {

// Of an operation, by its type and its inputs and outputs.
BoxKind kindOf(const Graph& graph, OperationId operation);

// Sets the box's label, sublabel and size from its other members and the graph.
void setTexts(Box& box, const Graph& graph, const ScopeTree& tree);

// "(2, ?)" for one tensor of known shape that is no scalar, "3 tensors" for several, else nothing.
std::string edgeLabel(const Graph& graph, std::uint32_t tensorCount, TensorId first);

}  // namespace namescape
