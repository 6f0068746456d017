// Which boxes of a diagram show a tree's nodes. Holds what is visible alone: what is hidden is found by the scopes around it.
#pragma once

#include "diagram/scope_tree.h"

#include <compare>
#include <cstdint>
#include <vector>

namespace namescape {

// A box of a diagram, by number.
struct BoxId {
    std::uint32_t value = UINT32_MAX;
    bool isValid() const { return value != UINT32_MAX; }
    auto operator<=>(const BoxId&) const = default;
};

class BoxesOfNodes {
public:
    BoxesOfNodes() = default;
    // The tree must outlive it.
    BoxesOfNodes(const ScopeTree& tree, NodeId focus) : m_tree(&tree), m_focus(focus) {}

    void setLeaf(NodeId node, BoxId leaf) { entry(node).leaf = leaf; }
    void setFrame(NodeId node, BoxId frame) { entry(node).frame = frame; }

    // See Diagram::leafOf and frameOf. Takes as many steps as the node is deep below what is visible.
    BoxId leaf(NodeId node) const;
    BoxId frame(NodeId node) const;

    // Says nothing that the boxes do not say.
    bool operator==(const BoxesOfNodes&) const { return true; }

private:
    struct Entry {
        NodeId node;
        BoxId leaf, frame;
    };

    Entry& entry(NodeId node);
    const Entry* find(NodeId node) const;
    std::size_t slotOf(NodeId node) const;
    void grow();

    const ScopeTree* m_tree = nullptr;
    NodeId m_focus;
    std::vector<Entry> m_entries;  // open addressing; without a node where it is free
    std::size_t m_count = 0;
};

}  // namespace namescape
