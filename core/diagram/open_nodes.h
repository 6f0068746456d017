// Works out which nodes of a scope tree are open under a view's options.
#pragma once

#include "diagram/diagram_cache.h"
#include "diagram/scope_tree.h"
#include "diagram/structure.h"
#include "diagram/view_options.h"

#include <map>
#include <string_view>
#include <vector>

namespace namescape {

class OpenNodes {
public:
    // `focus` is the node whose inside is shown: open by itself.
    OpenNodes(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, const ViewOptions& options, NodeId focus, DiagramCache* cache);

    bool isOpen(NodeId node) const;
    bool isOpenByRule(NodeId node) const;
    bool isOpenByHand(NodeId node) const { return !m_byHand.empty() && m_byHand[node.value] == ByHand::Opened; }

private:
    struct Series;

    bool canBeOpen(NodeId node) const;

    void openAutomatically(NodeId focus);
    std::vector<Series> seriesIn(const std::vector<NodeId>& parents) const;
    void addSeriesIn(NodeId parent, std::vector<Series>& all, std::map<std::string_view, std::size_t>& known) const;
    std::uint64_t boxCount(NodeId scope) const;
    GroupsInView groupsIn(NodeId scope) const { return {m_graph, m_tree, m_index, m_structure, m_options, scope, m_cache}; }
    bool isHelper(NodeId node) const;
    void openListed();

    enum class ByHand : std::uint8_t { No, Opened, Closed };

    const Graph& m_graph;
    const ScopeTree& m_tree;
    const EdgeIndex& m_index;
    const Structure& m_structure;
    const ViewOptions& m_options;
    const OpenScopes& m_open;
    DiagramCache* const m_cache;
    std::uint32_t m_focusDepth;
    std::vector<bool> m_automatic;   // by NodeId; empty under other rules
    std::vector<ByHand> m_byHand;    // by NodeId; empty where nothing was done by hand
};

}  // namespace namescape
