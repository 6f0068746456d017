// A graph's connections grouped by the innermost scope around both ends, so that lifting costs what a picture shows and not what the
// graph holds.
#pragma once

#include "diagram/scope_tree.h"

#include <cstdint>
#include <span>
#include <vector>

namespace namescape {

class Graph;

enum class EdgeKind : std::uint8_t { Data, Control };

// An input of an operation. In their order by operation and slot, connections come as the program made them.
struct InputSlot {
    OperationId user;
    std::uint32_t slot = 0;  // data inputs come first, control inputs behind them

    auto operator<=>(const InputSlot&) const = default;
};

// All that flows from one child of a scope to another. A scope's own operation, and what uses itself, counts as the child that
// has the scope's or its own name.
struct EdgeBundle {
    NodeId source;
    NodeId target;
    EdgeKind kind = EdgeKind::Data;
    std::uint32_t begin = 0;        // into the index's slots
    std::uint32_t count = 0;
    std::uint32_t tensorCount = 0;  // distinct tensors; 0 for control edges
};

// Built once for a finished graph, in time linear in its connections and the depth of its names (and n log n within a scope);
// holds 8 bytes a connection and 24 a bundle. Does not keep the graph or the tree.
class EdgeIndex {
public:
    EdgeIndex() = default;
    EdgeIndex(const Graph& graph, const ScopeTree& tree);

    // Of the edges between a scope's children, by source, target and kind, data before control.
    std::span<const EdgeBundle> bundles(NodeId scope) const;
    // In their order.
    std::span<const InputSlot> slots(const EdgeBundle& bundle) const { return std::span(m_slots).subspan(bundle.begin, bundle.count); }

private:
    class Builder;

    std::vector<InputSlot> m_slots;
    std::vector<EdgeBundle> m_bundles;
    std::vector<std::uint32_t> m_bundleBegin;  // by scope, and the end of the last
};

// What the slot is fed by; of a control input, output is 0.
TensorId sourceOf(const Graph& graph, InputSlot slot);

}  // namespace namescape
