#include "diagram/lifted_edges.h"

#include "diagram/box_text.h"
#include "graph/graph.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace namescape {

namespace {

// ControlEdges::Automatic shows so many in a picture, and so many at one box.
constexpr std::uint32_t kMostControlEdges = 150;
constexpr std::uint32_t kMostControlEdgesAtBox = 12;

struct LooseConnection {
    Connection connection;
    std::uint32_t edge;
};

class EdgeLifter {
public:
    EdgeLifter(Diagram& diagram, const Graph& graph, const ScopeTree& tree) : m_diagram(diagram), m_graph(graph), m_tree(tree) {}

    void lift(ControlEdges controlEdges) {
        for (std::uint32_t i = 0; i < m_graph.operationCount(); ++i) liftInputs({i}, controlEdges);
        dropRedundantControlEdges();
        if (controlEdges == ControlEdges::Automatic) hideManyControlEdges();
        keep();
    }

private:
    BoxId leafOf(OperationId operation) const {
        return operation.value < m_tree.operationCount() ? m_diagram.leafOfNode[m_tree.nodeOf(operation).value] : BoxId{};
    }

    void liftInputs(OperationId user, ControlEdges controlEdges) {
        const BoxId target = leafOf(user);
        if (!target.isValid()) return;
        for (const TensorId input : m_graph.inputs(user)) connect(target, EdgeKind::Data, {input, user});
        if (controlEdges == ControlEdges::Hidden) return;
        for (const OperationId input : m_graph.controlInputs(user)) connect(target, EdgeKind::Control, {{input, 0}, user});
    }

    // What stays within one box is not shown, but for an operation that uses itself.
    void connect(BoxId target, EdgeKind kind, Connection connection) {
        const BoxId source = leafOf(connection.from.operation);
        if (!source.isValid() || (source == target && connection.from.operation != connection.to)) return;
        const auto [found, isNew] = m_ids[static_cast<std::size_t>(kind)].try_emplace(std::uint64_t{source.value} << 32 | target.value,
                                                                                     static_cast<std::uint32_t>(m_edges.size()));
        if (isNew) m_edges.push_back({source, target, kind, 0, 0, 0, {}});
        ++m_edges[found->second].connectionCount;
        m_connections.push_back({connection, found->second});
    }

    // Data says already that one comes after the other.
    void dropRedundantControlEdges() {
        m_isKept.assign(m_edges.size(), true);
        const auto& dataIds = m_ids[static_cast<std::size_t>(EdgeKind::Data)];
        for (const auto& [ends, edge] : m_ids[static_cast<std::size_t>(EdgeKind::Control)]) m_isKept[edge] = !dataIds.contains(ends);
    }

    void hideManyControlEdges() {
        std::vector<std::uint32_t> atBox(m_diagram.boxes.size());
        std::uint32_t count = 0;
        forKeptControlEdges([&](std::size_t i) {
            ++count, ++atBox[m_edges[i].source.value], ++atBox[m_edges[i].target.value];
        });
        forKeptControlEdges([&](std::size_t i) {
            const Edge& edge = m_edges[i];
            const bool isAtHub = std::max(atBox[edge.source.value], atBox[edge.target.value]) > kMostControlEdgesAtBox;
            if (count > kMostControlEdges || isAtHub) hide(i);
        });
    }

    template <typename Visit>
    void forKeptControlEdges(Visit visit) {
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            if (m_isKept[i] && m_edges[i].kind == EdgeKind::Control) visit(i);
        }
    }

    void hide(std::size_t edge) {
        m_isKept[edge] = false;
        ++m_diagram.boxes[m_edges[edge].source.value].hiddenControlEdges;
        ++m_diagram.boxes[m_edges[edge].target.value].hiddenControlEdges;
        ++m_diagram.hiddenControlEdgeCount;
    }

    // Edges that are kept, each with its connections side by side.
    void keep() {
        std::uint32_t begin = 0;
        std::vector<std::uint32_t> next(m_edges.size());
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            if (!m_isKept[i]) continue;
            next[i] = m_edges[i].firstConnection = begin;
            begin += m_edges[i].connectionCount;
        }
        m_diagram.connections.resize(begin);
        for (const LooseConnection& loose : m_connections) {
            if (m_isKept[loose.edge]) m_diagram.connections[next[loose.edge]++] = loose.connection;
        }
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            if (!m_isKept[i]) continue;
            describe(m_edges[i]);
            m_diagram.edges.push_back(std::move(m_edges[i]));
        }
    }

    void describe(Edge& edge) const {
        if (edge.kind == EdgeKind::Control) return;
        const auto connections = m_diagram.connectionsOf(edge);
        edge.tensorCount = 1;
        if (connections.size() > 1) {
            std::vector<TensorId> tensors;
            for (const Connection& connection : connections) tensors.push_back(connection.from);
            std::sort(tensors.begin(), tensors.end());
            edge.tensorCount = static_cast<std::uint32_t>(std::unique(tensors.begin(), tensors.end()) - tensors.begin());
        }
        edge.label = edgeLabel(m_graph, edge.tensorCount, connections.front().from);
    }

    Diagram& m_diagram;
    const Graph& m_graph;
    const ScopeTree& m_tree;
    std::array<std::unordered_map<std::uint64_t, std::uint32_t>, 2> m_ids;  // by EdgeKind: source and target → edge
    std::vector<Edge> m_edges;
    std::vector<bool> m_isKept;
    std::vector<LooseConnection> m_connections;
};

}  // namespace

void liftEdges(Diagram& diagram, const Graph& graph, const ScopeTree& tree, ControlEdges controlEdges) {
    EdgeLifter(diagram, graph, tree).lift(controlEdges);
}

}  // namespace namescape
