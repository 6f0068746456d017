// Tells what of a scope's children stands beside the flow of data: what only helps training, and hubs, whose lines would run through the whole picture.
#pragma once

#include "diagram/diagram_cache.h"
#include "diagram/edge_index.h"
#include "diagram/sibling_groups.h"
#include "diagram/structure.h"
#include "diagram/view_options.h"

#include <vector>

namespace namescape {

class Graph;

// Whether the picture sets anything aside by itself: not in small graphs, where every line is worth being seen.
bool setsAside(const ScopeTree& tree, const ViewOptions& options);

// Whether each group stands beside the flow. Does not depend on what is open: opening a scope moves none. `known` may be null.
std::vector<bool> auxiliaryGroups(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, const ViewOptions& options,
                                  NodeId scope, const SiblingGroups& groups, const GroupedScope* known);

}  // namespace namescape
