// Lifts a graph's edges to the boxes that are visible.
#pragma once

#include "diagram/diagram.h"

namespace namescape {

// Fills the diagram's edges and connections, and its boxes' counts of hidden control edges. Boxes and leafOfNode must stand.
void liftEdges(Diagram& diagram, const Graph& graph, const ScopeTree& tree, ControlEdges controlEdges);

}  // namespace namescape
