// Sibling scopes that compute the same with the same variables, each by itself: the towers of a network on several devices, the sides of a siamese one.
#pragma once

#include "diagram/variable_uses.h"

#include <vector>

namespace namescape {

class EdgeIndex;
class Structure;

struct TowerGroup {
    std::vector<NodeId> scopes;          // in the order of their names, numbers by their values; two at least
    std::vector<OperationId> variables;  // in order of creation; two at least
};

// The same types of operations in the same order make scopes alike; variables and all below their names are left out, since the first tower may have made them, and so
// is what only helps: summaries of one tower, and gradients, of which constants are kept in the first. Of the structure, roles alone are asked. What hands data to one another, as the steps of a recurrent network do, are no towers. In the order of the tree.
std::vector<TowerGroup> findTowers(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, const VariableUses& uses);

}  // namespace namescape
