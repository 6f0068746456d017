#include "layout/graphviz_engine.h"

#include "layout/rows.h"

#include <cgraph.h>
#include <gvc.h>

#include <locale.h>
#include <string>

namespace namescape {

namespace {

constexpr double kPointsPerInch = 72;

// Graphviz reads numbers in the thread's locale: "1.25" would be 1 in a German one.
class PlainLocale {
public:
    PlainLocale() : m_plain(newlocale(LC_ALL_MASK, "C", nullptr)), m_former(uselocale(m_plain)) {}
    ~PlainLocale() {
        uselocale(m_former);
        freelocale(m_plain);
    }
    PlainLocale(const PlainLocale&) = delete;
    PlainLocale& operator=(const PlainLocale&) = delete;

private:
    locale_t m_plain;
    locale_t m_former;
};

int dropMessage(char*) {
    return 0;
}

GVC_t* context() {
    static GVC_t* const theContext = [] {
        agseterrf(dropMessage);
        return gvContext();
    }();
    return theContext;
}

// Graphviz's strings are not const, though it does not write to them.
char* asMutable(const char* text) {
    return const_cast<char*>(text);
}

std::string inInches(double points) {
    std::string text = std::to_string(static_cast<long>(points * 1000 / kPointsPerInch + 0.5));
    text.insert(0, text.size() < 4 ? 4 - text.size() : 0, '0');
    return text.insert(text.size() - 3, ".");
}

struct DotEdge {
    std::uint32_t from, to;
    std::uint32_t weight = 1;  // how much a straight and short one is worth
};

// A graph in Graphviz's memory, laid out as far as it is asked for. Edges are not routed: that half of dot is the slower and the more
// fragile one.
class DotGraph {
public:
    DotGraph() : m_graph(agopen(asMutable("g"), Agdirected, nullptr)) {
        setGraphAttribute("splines", "none");
        setGraphAttribute("nodesep", inInches(kLaneGap));
        setGraphAttribute("nslimit", "0.5");
        setNodeDefault("label", "");
        setNodeDefault("shape", "box");
        setNodeDefault("fixedsize", "true");
        setNodeDefault("height", "0.5");
        m_width = agattr(m_graph, AGNODE, asMutable("width"), asMutable("1"));
        m_weight = agattr(m_graph, AGEDGE, asMutable("weight"), asMutable("1"));
    }
    ~DotGraph() {
        if (m_isLaidOut) gvFreeLayout(context(), m_graph);
        agclose(m_graph);
    }
    DotGraph(const DotGraph&) = delete;
    DotGraph& operator=(const DotGraph&) = delete;

    static constexpr double kLaneGap = kNodeGap / 2;  // between lanes; nodes get the rest of their gap as width

    void addNode(double width) {
        m_nodes.push_back(agnode(m_graph, asMutable(("n" + std::to_string(m_nodes.size())).c_str()), 1));
        agxset(m_nodes.back(), m_width, asMutable(inInches(width).c_str()));
    }

    void addEdge(const DotEdge& edge) {
        Agedge_t* made = agedge(m_graph, m_nodes[edge.from], m_nodes[edge.to], nullptr, 1);
        if (edge.weight > 1) agxset(made, m_weight, asMutable(std::to_string(edge.weight).c_str()));
    }

    void setGraphAttribute(const char* name, const std::string& value) { agattr(m_graph, AGRAPH, asMutable(name), asMutable(value.c_str())); }

    bool layOut() {
        m_isLaidOut = gvLayout(context(), m_graph, "dot") == 0;
        return m_isLaidOut;
    }

    std::uint32_t row(std::size_t node) const { return static_cast<std::uint32_t>(ND_rank(m_nodes[node])); }
    double x(std::size_t node) const { return ND_coord(m_nodes[node]).x; }

private:
    void setNodeDefault(const char* name, const char* value) { agattr(m_graph, AGNODE, asMutable(name), asMutable(value)); }

    Agraph_t* m_graph;
    Agsym_t* m_width = nullptr;
    Agsym_t* m_weight = nullptr;
    std::vector<Agnode_t*> m_nodes;
    bool m_isLaidOut = false;
};

// Rows are ours; with a small node wherever an edge passes a row, every edge is as short as can be, so that dot takes the same rows. It
// finds order and places, and the ways of long edges come out as places of nodes, which dot tells, not as its inner state.
class DotPlacer {
public:
    explicit DotPlacer(const LayeredGraph& graph) : m_graph(graph) { m_placement.row = chooseRows(graph); }

    // Crossings can be reduced longer where there are few edges.
    bool choosePlaces() {
        constexpr std::size_t kFewEdges = 80;
        DotGraph dot;
        for (const std::int32_t width : m_graph.widths) dot.addNode(width + kNodeGap - DotGraph::kLaneGap);
        const std::size_t edgeCount = addLanes(dot);
        dot.setGraphAttribute("mclimit", edgeCount <= kFewEdges ? "1" : "0.2");
        if (!dot.layOut()) return false;
        const std::size_t nodeCount = m_graph.widths.size();
        for (std::size_t i = 0; i < nodeCount; ++i) m_placement.x.push_back(dot.x(i));
        for (std::size_t i = nodeCount; i < nodeCount + m_laneCount; ++i) m_placement.laneX.push_back(dot.x(i));
        return keepsRows(dot);
    }

    Placement take() { return std::move(m_placement); }

private:
    bool keepsRows(const DotGraph& dot) const {
        for (std::uint32_t i = 0; i < m_graph.widths.size(); ++i) {
            if (dot.row(i) != rowOf(i)) return false;
        }
        return true;
    }

    std::uint32_t rowOf(std::uint32_t node) const { return m_placement.row[node]; }

    // Returns the number of edges between neighbouring rows. What is far from nodes should be the straightest.
    std::size_t addLanes(DotGraph& dot) {
        constexpr std::uint32_t kInner = 8, kOuter = 2;
        std::size_t edgeCount = 0;
        const auto nodeCount = static_cast<std::uint32_t>(m_graph.widths.size());
        m_placement.laneBegin.push_back(0);
        for (const LayeredEdge& edge : m_graph.edges) {
            std::uint32_t above = edge.from;
            const std::uint32_t passed = rowOf(edge.to) - rowOf(edge.from) - 1;
            for (std::uint32_t i = 0; i < passed; ++i) {
                dot.addNode(kLaneWidth / 4);
                const std::uint32_t lane = nodeCount + m_laneCount++;
                dot.addEdge({above, lane, i == 0 ? kOuter : kInner});
                above = lane;
            }
            dot.addEdge({above, edge.to, passed > 0 ? kOuter : 1});
            edgeCount += passed + 1;
            m_placement.laneBegin.push_back(m_laneCount);
        }
        return edgeCount;
    }

    const LayeredGraph& m_graph;
    std::uint32_t m_laneCount = 0;
    Placement m_placement;
};

}  // namespace

Result<Placement> GraphvizEngine::place(const LayeredGraph& graph) {
    const PlainLocale locale;
    DotPlacer placer(graph);
    if (!placer.choosePlaces()) return Failure{"Graphviz could not lay out a scope"};
    return placer.take();
}

}  // namespace namescape
