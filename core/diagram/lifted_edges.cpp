#include "diagram/lifted_edges.h"

#include "diagram/box_text.h"
#include "graph/graph.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace namescape {

namespace {

// ControlEdges::Automatic shows so many in a picture, and so many at one box.
constexpr std::uint32_t kMostControlEdges = 150;
constexpr std::uint32_t kMostControlEdgesAtBox = 12;

constexpr std::uint32_t kMostListed = 32;  // connections told of one edge

// An edge of the picture while its connections are being counted.
struct LooseEdge {
    Edge edge;
    InputSlot first;                // decides the order
    std::span<const InputSlot> whole;  // the bundle that it is, in the index; empty where it is a part of one
    std::vector<InputSlot> parts;      // else the first ones, at most kMostListed
    bool isKept = true;

    std::span<const InputSlot> listed() const {
        const std::span<const InputSlot> all = whole.empty() ? std::span(parts) : whole;
        return all.first(std::min<std::size_t>(all.size(), kMostListed));
    }
};

class EdgeLifter {
public:
    EdgeLifter(Diagram& diagram, const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, DiagramCache* cache)
        : m_diagram(diagram), m_graph(graph), m_tree(tree), m_index(index), m_cache(cache) {}

    void lift(ControlEdges controlEdges) {
        liftInside(m_diagram.focus, controlEdges);
        for (const Box& box : m_diagram.boxes)
            if (box.isOpen && box.kind != BoxKind::Series) liftInside(box.node, controlEdges);
        if (controlEdges == ControlEdges::Automatic) hideManyControlEdges();
        keep();
    }

private:
    // --- From bundles to edges. Between two boxes that are closed a bundle is an edge; an open end shows more of it.

    void liftInside(NodeId scope, ControlEdges controlEdges) {
        std::vector<EdgeBundle> crossing;
        const auto bundles = bundlesSeen(scope, crossing);
        std::vector<EdgeBundle> folded;
        for (std::size_t begin = 0, end = 0; begin < bundles.size(); begin = end) {
            for (end = begin; end < bundles.size() && bundles[end].source == bundles[begin].source && bundles[end].target == bundles[begin].target;) ++end;
            const auto sameEnds = bundles.subspan(begin, end - begin);
            const auto firstEdge = m_edges.size();
            for (const EdgeBundle& bundle : sameEnds) {
                if (bundle.kind == EdgeKind::Control && controlEdges == ControlEdges::Hidden) continue;
                if (isFolded(bundle.source) || isFolded(bundle.target)) folded.push_back(bundle);
                else if (isOneEdge(scope, bundle)) addWhole(bundle);
                else addParts(std::span(&bundle, 1));
            }
            dropRedundantControlEdges(firstEdge);
            // Clearing costs as much as the table once held: only where it was used, and all of it.
            for (auto& ids : m_ids)
                if (!ids.empty()) ids = {};
        }
        if (!folded.empty()) liftFolded(folded);
    }

    // A scope's bundles, or, where all its long series are closed, those alone that do not stay within one; these are copied.
    std::span<const EdgeBundle> bundlesSeen(NodeId scope, std::vector<EdgeBundle>& crossing) const {
        const auto all = m_index.bundles(scope);
        const GroupedScope* known = m_cache ? m_cache->find(m_graph, m_tree, m_index, scope) : nullptr;
        if (!known) return all;
        for (std::size_t group = 0; group < known->groups.count(); ++group)
            if (known->groups.isSeries(group) && !isFolded(known->groups.members(group).front())) return all;
        for (const std::uint32_t i : known->crossing) crossing.push_back(all[i]);
        return crossing;
    }

    // What begins or ends at a series comes together from many bundles. Within it nothing is shown.
    void liftFolded(std::vector<EdgeBundle>& bundles) {
        std::erase_if(bundles, [&](const EdgeBundle& bundle) { return m_diagram.leafOf(bundle.source) == m_diagram.leafOf(bundle.target); });
        const auto firstEdge = m_edges.size();
        addParts(bundles);
        dropRedundantControlEdges(firstEdge);
        m_ids = {};
    }

    bool isFolded(NodeId child) const {
        const BoxId leaf = m_diagram.leafOf(child);
        return leaf.isValid() && m_diagram.box(leaf).kind == BoxKind::Series;
    }

    bool isOneEdge(NodeId scope, const EdgeBundle& bundle) const { return isOneBox(scope, bundle.source) && isOneBox(scope, bundle.target); }
    bool isOneBox(NodeId scope, NodeId child) const { return child == scope || !m_diagram.frameOf(child).isValid(); }

    void addWhole(const EdgeBundle& bundle) {
        const BoxId source = m_diagram.leafOf(bundle.source), target = m_diagram.leafOf(bundle.target);
        if (!source.isValid() || !target.isValid()) return;
        const auto slots = m_index.slots(bundle);
        LooseEdge& loose = add(source, target, bundle.kind, slots.front());
        loose.edge.connectionCount = bundle.count;
        loose.edge.tensorCount = bundle.tensorCount;
        loose.whole = slots;
    }

    void addParts(std::span<const EdgeBundle> bundles) {
        m_tensors.clear();
        for (const EdgeBundle& bundle : bundles)
            for (const InputSlot slot : m_index.slots(bundle)) addPart(bundle.kind, slot);
        std::ranges::sort(m_tensors);
        m_tensors.erase(std::unique(m_tensors.begin(), m_tensors.end()), m_tensors.end());
        for (const auto& [edge, tensor] : m_tensors) ++m_edges[edge].edge.tensorCount;
    }

    void addPart(EdgeKind kind, InputSlot slot) {
        const TensorId from = sourceOf(m_graph, slot);
        const BoxId source = m_diagram.leafOf(m_tree.nodeOf(from.operation)), target = m_diagram.leafOf(m_tree.nodeOf(slot.user));
        if (!source.isValid() || !target.isValid()) return;
        const std::uint32_t edge = edgeBetween(source, target, kind, slot);
        LooseEdge& loose = m_edges[edge];
        loose.first = std::min(loose.first, slot);
        ++loose.edge.connectionCount;
        if (loose.parts.size() < kMostListed) loose.parts.push_back(slot);
        if (kind == EdgeKind::Data) m_tensors.emplace_back(edge, from);
    }

    std::uint32_t edgeBetween(BoxId source, BoxId target, EdgeKind kind, InputSlot first) {
        const auto [found, isNew] = m_ids[static_cast<std::size_t>(kind)].try_emplace(std::uint64_t{source.value} << 32 | target.value, static_cast<std::uint32_t>(m_edges.size()));
        if (isNew) add(source, target, kind, first);
        return found->second;
    }

    LooseEdge& add(BoxId source, BoxId target, EdgeKind kind, InputSlot first) {
        LooseEdge loose;
        loose.edge.source = source, loose.edge.target = target, loose.edge.kind = kind;
        loose.first = first;
        return m_edges.emplace_back(std::move(loose));
    }

    // Of the edges from `begin` on, which have the same ends among their scope's children: data says already that one comes after the
    // other.
    void dropRedundantControlEdges(std::size_t begin) {
        const auto ends = [](const LooseEdge& loose) { return std::pair(loose.edge.source, loose.edge.target); };
        const auto edges = std::span(m_edges).subspan(begin);
        const bool hasControl = std::ranges::any_of(edges, [](const LooseEdge& loose) { return loose.edge.kind == EdgeKind::Control; });
        if (!hasControl || edges.size() < 2) return;
        std::set<std::pair<BoxId, BoxId>> data;
        for (const LooseEdge& loose : edges)
            if (loose.edge.kind == EdgeKind::Data) data.insert(ends(loose));
        for (LooseEdge& loose : edges) loose.isKept = loose.edge.kind == EdgeKind::Data || !data.contains(ends(loose));
    }

    // --- Control edges that are too many.

    void hideManyControlEdges() {
        std::vector<std::uint32_t> atBox(m_diagram.boxes.size());
        std::uint32_t count = 0;
        forKeptControlEdges([&](LooseEdge& loose) { ++count, ++atBox[loose.edge.source.value], ++atBox[loose.edge.target.value]; });
        forKeptControlEdges([&](LooseEdge& loose) {
            const bool isAtHub = std::max(atBox[loose.edge.source.value], atBox[loose.edge.target.value]) > kMostControlEdgesAtBox;
            if (count > kMostControlEdges || isAtHub) hide(loose);
        });
    }

    template <typename Visit>
    void forKeptControlEdges(Visit visit) {
        for (LooseEdge& loose : m_edges)
            if (loose.isKept && loose.edge.kind == EdgeKind::Control) visit(loose);
    }

    void hide(LooseEdge& loose) {
        loose.isKept = false;
        ++m_diagram.boxes[loose.edge.source.value].hiddenControlEdges;
        ++m_diagram.boxes[loose.edge.target.value].hiddenControlEdges;
        ++m_diagram.hiddenControlEdgeCount;
    }

    // --- Edges that are kept, each with its connections side by side.

    void keep() {
        for (const std::uint32_t index : keptInOrder()) {
            LooseEdge& loose = m_edges[index];
            const auto listed = loose.listed();
            loose.edge.firstConnection = static_cast<std::uint32_t>(m_diagram.connections.size());
            loose.edge.listedCount = static_cast<std::uint32_t>(listed.size());
            for (const InputSlot slot : listed) m_diagram.connections.push_back({sourceOf(m_graph, slot), slot.user});
            if (loose.edge.kind == EdgeKind::Data) loose.edge.label = edgeLabel(m_graph, loose.edge.tensorCount, m_diagram.connectionsOf(loose.edge).front().from);
            m_diagram.edges.push_back(std::move(loose.edge));
        }
    }

    // By their first connection.
    std::vector<std::uint32_t> keptInOrder() const {
        std::vector<std::pair<InputSlot, std::uint32_t>> kept;
        for (std::uint32_t i = 0; i < m_edges.size(); ++i)
            if (m_edges[i].isKept) kept.emplace_back(m_edges[i].first, i);
        std::ranges::sort(kept);
        std::vector<std::uint32_t> order;
        for (const auto& [first, edge] : kept) order.push_back(edge);
        return order;
    }

    Diagram& m_diagram;
    const Graph& m_graph;
    const ScopeTree& m_tree;
    const EdgeIndex& m_index;
    DiagramCache* const m_cache;
    std::array<std::unordered_map<std::uint64_t, std::uint32_t>, 2> m_ids;  // by EdgeKind: source and target → edge, of the bundles at hand
    std::vector<std::pair<std::uint32_t, TensorId>> m_tensors;              // edge and tensor, of the bundle at hand
    std::vector<LooseEdge> m_edges;
};

}  // namespace

void liftEdges(Diagram& diagram, const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, ControlEdges controlEdges, DiagramCache* cache) {
    EdgeLifter(diagram, graph, tree, index, cache).lift(controlEdges);
}

}  // namespace namescape
