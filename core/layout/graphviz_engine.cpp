#include "layout/graphviz_engine.h"

#include <cgraph.h>
#include <gvc.h>

#include <clocale>
#include <locale.h>
#include <string>

namespace namescape {

namespace {

constexpr double kPointsPerInch = 72;
constexpr int kVirtualNode = 1;  // ND_node_type of the nodes that dot puts where an edge passes through a rank

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

class DotGraph {
public:
    explicit DotGraph(const LayeredGraph& layered) : m_layered(layered), m_graph(agopen(asMutable("g"), Agdirected, nullptr)) {
        setAttributes();
        addNodes();
        pin(layered.inPort, "source");
        pin(layered.outPort, "sink");
        addEdges();
    }
    ~DotGraph() {
        if (m_isLaidOut) gvFreeLayout(context(), m_graph);
        agclose(m_graph);
    }
    DotGraph(const DotGraph&) = delete;
    DotGraph& operator=(const DotGraph&) = delete;

    bool layOut() {
        m_isLaidOut = gvLayout(context(), m_graph, "dot") == 0;
        return m_isLaidOut;
    }

    Placement placement() const {
        Placement placement;
        for (Agnode_t* node : m_nodes) {
            placement.x.push_back(ND_coord(node).x);
            placement.row.push_back(static_cast<std::uint32_t>(ND_rank(node)));
        }
        placement.laneBegin.push_back(0);
        for (Agedge_t* edge : m_edges) {
            appendLanes(placement, edge);
            placement.laneBegin.push_back(static_cast<std::uint32_t>(placement.laneX.size()));
        }
        return placement;
    }

private:
    void setGraphAttribute(const char* name, const std::string& value) { agattr(m_graph, AGRAPH, asMutable(name), asMutable(value.c_str())); }
    void setNodeDefault(const char* name, const char* value) { agattr(m_graph, AGNODE, asMutable(name), asMutable(value)); }

    // Edges are not routed by Graphviz: where they pass through the ranks is enough, and its router is the slower and the more
    // fragile half of it.
    void setAttributes() {
        setGraphAttribute("splines", "none");
        setGraphAttribute("nodesep", inInches(kNodeGap));
        setGraphAttribute("nslimit", "0.5");
        setGraphAttribute("mclimit", m_layered.edges.size() <= 60 ? "1" : "0.2");
        setNodeDefault("label", "");
        setNodeDefault("shape", "box");
        setNodeDefault("fixedsize", "true");
        setNodeDefault("height", "0.5");
        m_width = agattr(m_graph, AGNODE, asMutable("width"), asMutable("1"));
        m_minRows = agattr(m_graph, AGEDGE, asMutable("minlen"), asMutable("1"));
    }

    void addNodes() {
        for (std::size_t i = 0; i < m_layered.widths.size(); ++i) {
            const std::string name = "n" + std::to_string(i);
            m_nodes.push_back(agnode(m_graph, asMutable(name.c_str()), 1));
            const std::string width = inInches(m_layered.widths[i]);
            agxset(m_nodes.back(), m_width, asMutable(width.c_str()));
        }
    }

    void pin(std::uint32_t port, const char* rank) {
        if (port == LayeredGraph::kNone) return;
        Agraph_t* row = agsubg(m_graph, asMutable(rank), 1);
        agsafeset(row, asMutable("rank"), asMutable(rank), asMutable(""));
        agsubnode(row, m_nodes[port], 1);
    }

    void addEdges() {
        for (const LayeredEdge& edge : m_layered.edges) {
            m_edges.push_back(agedge(m_graph, m_nodes[edge.from], m_nodes[edge.to], nullptr, 1));
            if (edge.minRows > 1) agxset(m_edges.back(), m_minRows, asMutable(std::to_string(edge.minRows).c_str()));
        }
    }

    // dot keeps a long edge as a chain of virtual edges over virtual nodes, one per rank.
    static void appendLanes(Placement& placement, Agedge_t* edge) {
        for (Agedge_t* part = ED_to_virt(edge); part; part = ND_out(aghead(part)).list[0]) {
            if (ND_node_type(aghead(part)) != kVirtualNode) return;
            placement.laneX.push_back(ND_coord(aghead(part)).x);
            if (ND_out(aghead(part)).size < 1) return;
        }
    }

    const LayeredGraph& m_layered;
    Agraph_t* m_graph;
    Agsym_t* m_width = nullptr;
    Agsym_t* m_minRows = nullptr;
    std::vector<Agnode_t*> m_nodes;
    std::vector<Agedge_t*> m_edges;
    bool m_isLaidOut = false;
};

// Whether every edge points down and has a lane for each row that it passes.
bool isComplete(const LayeredGraph& graph, const Placement& placement) {
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const std::uint32_t from = placement.row[graph.edges[i].from], to = placement.row[graph.edges[i].to];
        if (to <= from || placement.lanes(i).size() != to - from - 1) return false;
    }
    return true;
}

}  // namespace

Result<Placement> GraphvizEngine::place(const LayeredGraph& graph) {
    const PlainLocale locale;
    DotGraph dot(graph);
    if (!dot.layOut()) return Failure{"Graphviz could not lay out a scope"};
    Placement placement = dot.placement();
    if (!isComplete(graph, placement)) return Failure{"Graphviz left an edge of a scope without its way"};
    return placement;
}

}  // namespace namescape
