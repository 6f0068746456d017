// Lifts a graph's edges to the boxes that are visible.
#pragma once

#include "diagram/diagram.h"

namespace namescape {

// Costs what is visible: a bundle between two closed boxes is one step. Fills the diagram's edges and connections, and its boxes' counts of hidden control edges. Boxes and boxesOfNodes must stand.
void liftEdges(Diagram& diagram, const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, ControlEdges controlEdges);

}  // namespace namescape
