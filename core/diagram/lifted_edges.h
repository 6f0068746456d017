// Lifts a graph's edges to the boxes that are visible.
#pragma once

#include "diagram/diagram_cache.h"

namespace namescape {

// Costs what is visible: a bundle between two closed boxes is one step. Fills the diagram's edges and connections, and its boxes' counts of hidden control edges. Boxes and boxesOfNodes must stand; the cache may be null.
void liftEdges(Diagram& diagram, const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, ControlEdges controlEdges, DiagramCache* cache);

}  // namespace namescape
