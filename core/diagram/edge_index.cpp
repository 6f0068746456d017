#include "diagram/edge_index.h"

#include "graph/graph.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace namescape {

class EdgeIndex::Builder {
public:
    Builder(EdgeIndex& index, const Graph& graph, const ScopeTree& tree) : m_index(index), m_graph(graph), m_tree(tree) {}

    void build() {
        for (std::uint32_t i = 0; i < m_graph.operationCount(); ++i) addInputs({i});
        sortByScope();
        m_seenBy.assign(m_graph.operationCount(), UINT32_MAX);
        m_index.m_slots.reserve(m_edges.size());
        for (std::uint32_t scope = 0; scope < m_tree.nodeCount(); ++scope) {
            m_index.m_bundleBegin.push_back(static_cast<std::uint32_t>(m_index.m_bundles.size()));
            bundle(std::span(m_sorted).subspan(m_begin[scope], m_begin[scope + 1] - m_begin[scope]));
        }
        m_index.m_bundleBegin.push_back(static_cast<std::uint32_t>(m_index.m_bundles.size()));
    }

private:
    struct Place {
        NodeId scope, source, target;  // the source and target are children of the scope
    };

    struct LooseEdge {
        Place place;
        EdgeKind kind;
        InputSlot slot;

        bool isLikeOf(const LooseEdge& other) const { return key() == other.key(); }
        std::tuple<NodeId, NodeId, EdgeKind> key() const { return {place.source, place.target, kind}; }
        bool operator<(const LooseEdge& other) const { return std::tuple(key(), slot) < std::tuple(other.key(), other.slot); }
    };

    void addInputs(OperationId user) {
        std::uint32_t slot = 0;
        for (const TensorId input : m_graph.inputs(user)) add(input.operation, {user, slot++}, EdgeKind::Data);
        for (const OperationId input : m_graph.controlInputs(user)) add(input, {user, slot++}, EdgeKind::Control);
    }

    void add(OperationId from, InputSlot slot, EdgeKind kind) {
        if (from.value >= m_tree.operationCount()) return;
        m_edges.push_back({placeOf(m_tree.nodeOf(from), m_tree.nodeOf(slot.user)), kind, slot});
    }

    // Up from both ends until they meet.
    Place placeOf(NodeId source, NodeId target) const {
        if (source == target) return {m_tree.parent(source), source, target};
        NodeId from = source, to = target;
        NodeId fromChild = source, toChild = target;
        while (m_tree.depth(from) > m_tree.depth(to)) from = m_tree.parent(fromChild = from);
        while (m_tree.depth(to) > m_tree.depth(from)) to = m_tree.parent(toChild = to);
        while (from != to) {
            from = m_tree.parent(fromChild = from);
            to = m_tree.parent(toChild = to);
        }
        return {from, fromChild, toChild};
    }

    void sortByScope() {
        m_begin.assign(m_tree.nodeCount() + 1, 0);
        for (const LooseEdge& edge : m_edges) ++m_begin[edge.place.scope.value + 1];
        for (std::size_t i = 1; i < m_begin.size(); ++i) m_begin[i] += m_begin[i - 1];
        std::vector<std::uint32_t> next(m_begin.begin(), m_begin.end() - 1);
        m_sorted.resize(m_edges.size());
        for (const LooseEdge& edge : m_edges) m_sorted[next[edge.place.scope.value]++] = edge;
        m_edges.clear();
        m_edges.shrink_to_fit();
    }

    void bundle(std::span<LooseEdge> edges) {
        std::sort(edges.begin(), edges.end());
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (i == 0 || !edges[i].isLikeOf(edges[i - 1]))
                m_index.m_bundles.push_back({edges[i].place.source, edges[i].place.target, edges[i].kind, static_cast<std::uint32_t>(m_index.m_slots.size()), 0, 0});
            m_index.m_slots.push_back(edges[i].slot);
            ++m_index.m_bundles.back().count;
            if (edges[i].kind == EdgeKind::Data) countTensor(edges[i].slot);
            const bool isLast = i + 1 == edges.size() || !edges[i].isLikeOf(edges[i + 1]);
            if (isLast) countOtherOutputs();
        }
    }

    // Nearly every tensor is an operation's first output: these are told apart by a mark, the others by sorting.
    void countTensor(InputSlot slot) {
        const TensorId tensor = sourceOf(m_graph, slot);
        if (tensor.output != 0) return m_others.push_back(tensor);
        const auto bundle = static_cast<std::uint32_t>(m_index.m_bundles.size() - 1);
        if (std::exchange(m_seenBy[tensor.operation.value], bundle) != bundle) ++m_index.m_bundles.back().tensorCount;
    }

    void countOtherOutputs() {
        if (m_others.empty()) return;
        std::sort(m_others.begin(), m_others.end());
        const auto end = std::unique(m_others.begin(), m_others.end());
        m_index.m_bundles.back().tensorCount += static_cast<std::uint32_t>(end - m_others.begin());
        m_others.clear();
    }

    EdgeIndex& m_index;
    const Graph& m_graph;
    const ScopeTree& m_tree;
    std::vector<LooseEdge> m_edges;
    std::vector<LooseEdge> m_sorted;      // by scope
    std::vector<std::uint32_t> m_begin;   // by scope: into m_sorted
    std::vector<std::uint32_t> m_seenBy;  // by operation: the last bundle that its first output is in
    std::vector<TensorId> m_others;       // of the bundle that is being made
};

EdgeIndex::EdgeIndex(const Graph& graph, const ScopeTree& tree) {
    Builder(*this, graph, tree).build();
}

std::span<const EdgeBundle> EdgeIndex::bundles(NodeId scope) const {
    if (scope.value + 1 >= m_bundleBegin.size()) return {};
    return std::span(m_bundles).subspan(m_bundleBegin[scope.value], m_bundleBegin[scope.value + 1] - m_bundleBegin[scope.value]);
}

TensorId sourceOf(const Graph& graph, InputSlot slot) {
    const auto inputs = graph.inputs(slot.user);
    if (slot.slot < inputs.size()) return inputs[slot.slot];
    return {graph.controlInputs(slot.user)[slot.slot - inputs.size()], 0};
}

}  // namespace namescape
