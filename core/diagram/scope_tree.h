// The hierarchy that operation names spell: `a/b/c` is an operation or scope `c` in scope `a/b`.
#pragma once

#include "graph/operation.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace namescape {

class Graph;

// A node of a scope tree: a name that is an operation, a scope, or both (a variable `w` with `w/Assign` and `w/read`).
struct NodeId {
    std::uint32_t value = UINT32_MAX;
    bool isValid() const { return value != UINT32_MAX; }
    auto operator<=>(const NodeId&) const = default;
};

// Built once for a finished graph, in time linear in the length of its names; cannot be changed. Nodes are numbered such that a
// parent comes before its children, and siblings come in the order in which their first operation was made.
// Names are views into the graph's: it must outlive the tree.
class ScopeTree {
public:
    static constexpr NodeId kRoot{0};

    // The root alone.
    ScopeTree();
    explicit ScopeTree(const Graph& graph);
    // Of any names, operation by operation; what they view must outlive the tree.
    explicit ScopeTree(std::span<const std::string_view> names);

    // Root included.
    std::size_t nodeCount() const { return m_nodes.size(); }
    std::size_t operationCount() const { return m_nodeOfOperation.size(); }

    // Without trailing slash; empty for the root.
    std::string_view fullName(NodeId node) const { return {m_nodes[node.value].text, m_nodes[node.value].length}; }
    // The last component of the full name.
    std::string_view localName(NodeId node) const;
    NodeId parent(NodeId node) const { return m_nodes[node.value].parent; }
    // 0 for the root.
    std::uint32_t depth(NodeId node) const { return m_nodes[node.value].depth; }
    std::span<const NodeId> children(NodeId node) const;
    // Whether anything has this name as its scope.
    bool isScope(NodeId node) const { return m_nodes[node.value].childCount > 0 || node == kRoot; }
    // The operation of exactly this name; invalid where there is none.
    OperationId operation(NodeId node) const { return m_nodes[node.value].operation; }
    // Operations in the node and all below it, its own included.
    std::uint32_t operationCount(NodeId node) const { return m_nodes[node.value].operationCount; }
    NodeId nodeOf(OperationId operation) const { return m_nodeOfOperation[operation.value]; }

    // The node of a full name; a trailing slash is allowed. "" is the root.
    std::optional<NodeId> find(std::string_view fullName) const;
    // Whether `ancestor` is `node` or is above it. Takes as many steps as the node is deep.
    bool contains(NodeId ancestor, NodeId node) const;

private:
    struct Node {
        const char* text = nullptr;
        std::uint32_t length = 0;
        std::uint32_t localBegin = 0;
        NodeId parent;
        std::uint32_t depth = 0;
        OperationId operation;
        std::uint32_t operationCount = 0;
        std::uint32_t childBegin = 0, childCount = 0;
    };
    class Builder;

    std::vector<Node> m_nodes;
    std::vector<NodeId> m_children;
    std::vector<NodeId> m_nodeOfOperation;
    std::vector<std::uint32_t> m_index;  // open addressing over (parent, local name): node, or UINT32_MAX
};

}  // namespace namescape
