// What a graph's scopes are made of, names aside: equal ones are recognised, and what only helps (saving, summaries) is told from what computes; towers are found.
#pragma once

#include "diagram/edge_index.h"
#include "diagram/scope_tree.h"
#include "diagram/towers.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace namescape {

class Graph;

// What a node is there for, as far as that is known.
enum class NodeRole : std::uint8_t {
    Computation,  // or not known
    Training,     // gradients, and optimizers that apply them
    Saving,       // saves and restores variables
    Summary,      // nothing below it does anything but tell how training goes
    Step,         // the global step, and what counts it
    Grouping,     // without data: NoOp and the like, and scopes of such alone
};

// Built once for a finished graph, in time linear in its nodes and connections; holds 5 bytes a node and 8 for each use of a variable. Does not keep the graph, the tree or the index.
class Structure {
public:
    Structure() = default;
    Structure(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index);

    // The same number for nodes with equal insides: the same types of operations in the same order, nested and connected in the same way. 0 for a
    // node that has no equal, and for one that has nothing below it.
    std::uint32_t idOf(NodeId node) const { return node.value < m_ids.size() ? m_ids[node.value] : 0; }
    // How many nodes have that number; 0 for number 0.
    std::uint32_t countOf(std::uint32_t id) const { return id < m_counts.size() ? m_counts[id] : 0; }
    NodeRole roleOf(NodeId node) const { return node.value < m_roles.size() ? m_roles[node.value] : NodeRole::Computation; }
    const VariableUses& variableUses() const { return m_variableUses; }
    const std::vector<TowerGroup>& towers() const { return m_towers; }
    // The number, from 1, of the towers that a scope is one of; 0 where it is none.
    std::uint32_t towersWith(NodeId node) const;

private:
    class Builder;

    std::vector<std::uint32_t> m_ids;     // by node
    std::vector<std::uint32_t> m_counts;  // by number
    std::vector<NodeRole> m_roles;        // by node
    VariableUses m_variableUses;
    std::vector<TowerGroup> m_towers;
    std::vector<std::pair<NodeId, std::uint32_t>> m_towersOf;  // by node, ascending
};

}  // namespace namescape
