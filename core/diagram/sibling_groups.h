// The children of a scope, those that are many and alike taken together: `layer_1 … layer_40`.
#pragma once

#include "diagram/scope_tree.h"
#include "diagram/structure.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

class Graph;

// A local name without the number at its end: `layer` of `layer_12`.
std::string_view stemOf(std::string_view localName);

class SiblingGroups {
public:
    // Each child by itself.
    SiblingGroups(const ScopeTree& tree, NodeId scope);
    // Long series of equal children are groups. Members of one have the same name but for its number, and the same inside or type; among siblings of
    // that name they follow one another.
    SiblingGroups(const Graph& graph, const ScopeTree& tree, const Structure& structure, NodeId scope);

    // In the order of their first members.
    std::size_t count() const { return m_begin.size() - 1; }
    std::span<const NodeId> members(std::size_t group) const { return std::span(m_nodes).subspan(m_begin[group], m_begin[group + 1] - m_begin[group]); }
    bool isSeries(std::size_t group) const { return m_begin[group + 1] - m_begin[group] > 1; }

private:
    void arrange(std::span<const NodeId> children, const std::vector<std::uint32_t>& groupOf, std::size_t groupCount);

    std::vector<NodeId> m_nodes;
    std::vector<std::uint32_t> m_begin;  // by group: into m_nodes; and the end of the last
};

// `net/layer_1 … layer_40`: no name of an operation, since those have no blanks, or hardly ever.
std::string seriesName(const ScopeTree& tree, std::span<const NodeId> members);

// The name of the series that a node may be folded into; empty where there is none.
std::string seriesWith(const Graph& graph, const ScopeTree& tree, const Structure& structure, NodeId node);

// Whether a name has the form of a series'; most have not.
bool isLikeSeriesName(std::string_view fullName);

// The scope that such a name speaks of has a child of the first member's name.
bool isSeriesName(const ScopeTree& tree, std::string_view fullName);

}  // namespace namescape
