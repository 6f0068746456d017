#include "diagram/open_nodes.h"

#include "diagram/auxiliary.h"
#include "diagram/sibling_groups.h"

#include <algorithm>

namespace namescape {

namespace {

// Operations and variables are scopes only to their own inner parts.
bool isPureScope(const ScopeTree& tree, NodeId node) {
    return tree.isScope(node) && !tree.operation(node).isValid();
}

}  // namespace

// Scopes that belong together: a level's `layer_1`, `layer_2`, …
struct OpenNodes::Series {
    std::vector<NodeId> scopes;
    std::int64_t added = 0;  // boxes that opening all of them would add
};

OpenNodes::OpenNodes(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, const ViewOptions& options, NodeId focus,
                     DiagramCache* cache)
    : m_graph(graph), m_tree(tree), m_index(index), m_structure(structure), m_options(options), m_open(options.open), m_cache(cache), m_focusDepth(tree.depth(focus)) {
    if (m_open.rule == OpenScopes::Rule::Automatic) openAutomatically(focus);
    if (!m_open.opened.empty() || !m_open.closed.empty()) openListed();
}

bool OpenNodes::isOpen(NodeId node) const {
    if (m_byHand.empty() || m_byHand[node.value] == ByHand::No) return isOpenByRule(node);
    return m_byHand[node.value] == ByHand::Opened && canBeOpen(node);
}

bool OpenNodes::canBeOpen(NodeId node) const {
    return m_tree.isScope(node) && m_tree.depth(node) - m_focusDepth <= m_options.maxOpenDepth;
}

bool OpenNodes::isOpenByRule(NodeId node) const {
    switch (m_open.rule) {
    case OpenScopes::Rule::Automatic: return m_automatic[node.value] && canBeOpen(node);
    case OpenScopes::Rule::All: return canBeOpen(node);
    case OpenScopes::Rule::ToDepth: return canBeOpen(node) && m_tree.depth(node) - m_focusDepth <= m_open.depth && isPureScope(m_tree, node);
    case OpenScopes::Rule::None:
    case OpenScopes::Rule::Listed: return false;
    }
    return false;
}

// What stands beside the flow anyway is looked at when somebody wants to.
bool OpenNodes::isHelper(NodeId node) const {
    const NodeRole role = m_structure.roleOf(node);
    return (role == NodeRole::Training || role == NodeRole::Saving || role == NodeRole::Summary) && setsAside(m_tree, m_options);
}

// How many boxes there are in a scope when it is opened and nothing in it.
std::uint64_t OpenNodes::boxCount(NodeId scope) const {
    if (!m_options.foldsSeries) return m_tree.children(scope).size();
    return groupsIn(scope).groups().count();
}

// The scopes directly in `parents`, series with the fewest boxes first.
std::vector<OpenNodes::Series> OpenNodes::seriesIn(const std::vector<NodeId>& parents) const {
    std::map<std::string_view, std::size_t> known;
    std::vector<Series> all;
    for (const NodeId parent : parents) addSeriesIn(parent, all, known);
    std::stable_sort(all.begin(), all.end(), [](const Series& a, const Series& b) { return a.added < b.added; });
    return all;
}

void OpenNodes::addSeriesIn(NodeId parent, std::vector<Series>& all, std::map<std::string_view, std::size_t>& known) const {
    const GroupsInView inView = groupsIn(parent);
    const SiblingGroups& groups = inView.groups();
    for (std::size_t group = 0; group < groups.count(); ++group) {
        const auto members = groups.members(group);
        if (!isPureScope(m_tree, members.front()) || isHelper(members.front())) continue;
        const auto [found, isNew] = known.try_emplace(stemOf(m_tree.localName(members.front())), all.size());
        if (isNew) all.emplace_back();
        Series& series = all[found->second];
        --series.added;
        // Of what is too much already, the rest need not be counted.
        for (const NodeId member : members) series.added += series.added > m_options.automaticBoxes ? 1 : static_cast<std::int64_t>(boxCount(member));
        series.scopes.insert(series.scopes.end(), members.begin(), members.end());
    }
}

// Level by level from the outside, the smallest first; of a series all are opened or none, so that what is alike looks alike. What was done
// by hand is left out of the count: opening one scope must not close another.
void OpenNodes::openAutomatically(NodeId focus) {
    m_automatic.assign(m_tree.nodeCount(), false);
    auto visible = static_cast<std::int64_t>(boxCount(focus));
    std::vector<NodeId> opened{focus};
    while (!opened.empty()) {
        const std::vector<Series> level = seriesIn(opened);
        opened.clear();
        for (const Series& series : level) {
            if (visible + series.added > m_options.automaticBoxes) break;
            visible += series.added;
            opened.insert(opened.end(), series.scopes.begin(), series.scopes.end());
        }
        for (const NodeId node : opened) m_automatic[node.value] = true;
    }
}

void OpenNodes::openListed() {
    m_byHand.assign(m_tree.nodeCount(), ByHand::No);
    for (const std::string& name : m_open.opened) {
        const auto found = m_tree.find(name);
        if (!found) continue;
        for (NodeId node = *found; m_byHand[node.value] == ByHand::No; node = m_tree.parent(node)) {
            m_byHand[node.value] = ByHand::Opened;
            if (node == ScopeTree::kRoot) break;
        }
    }
    for (const std::string& name : m_open.closed) {
        if (const auto found = m_tree.find(name)) m_byHand[found->value] = ByHand::Closed;
    }
}

}  // namespace namescape
