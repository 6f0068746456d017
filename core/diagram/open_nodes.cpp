#include "diagram/open_nodes.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace namescape {

namespace {

// Operations and variables are scopes only to their own inner parts.
bool isPureScope(const ScopeTree& tree, NodeId node) {
    return tree.isScope(node) && !tree.operation(node).isValid();
}

// Without a number at its end: `layer` of `layer_12`.
std::string_view stemOf(std::string_view name) {
    const std::size_t end = name.find_last_not_of("0123456789_");
    return name.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

// Scopes that belong together: a level's `layer_1`, `layer_2`, …
struct Series {
    std::vector<NodeId> scopes;
    std::uint64_t added = 0;  // boxes that opening all of them would add
};

// The scopes directly in `parents`, series with the fewest boxes first.
std::vector<Series> seriesIn(const ScopeTree& tree, const std::vector<NodeId>& parents) {
    std::map<std::string_view, std::size_t> known;
    std::vector<Series> all;
    for (const NodeId parent : parents) {
        for (const NodeId child : tree.children(parent)) {
            if (!isPureScope(tree, child)) continue;
            const auto [found, isNew] = known.try_emplace(stemOf(tree.localName(child)), all.size());
            if (isNew) all.emplace_back();
            all[found->second].scopes.push_back(child);
            all[found->second].added += tree.children(child).size() - 1;
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Series& a, const Series& b) { return a.added < b.added; });
    return all;
}

}  // namespace

OpenNodes::OpenNodes(const ScopeTree& tree, const OpenScopes& open, const ViewOptions& options, NodeId focus)
    : m_tree(tree), m_open(open), m_focusDepth(tree.depth(focus)), m_maxOpenDepth(options.maxOpenDepth) {
    if (open.rule == OpenScopes::Rule::Automatic) openAutomatically(focus, options.automaticBoxes);
    if (!open.opened.empty() || !open.closed.empty()) openListed();
}

bool OpenNodes::isOpen(NodeId node) const {
    const std::uint32_t depth = m_tree.depth(node) - m_focusDepth;
    if (!m_tree.isScope(node) || depth > m_maxOpenDepth) return false;
    if (!m_byHand.empty() && m_byHand[node.value] != ByHand::No) return m_byHand[node.value] == ByHand::Opened;
    switch (m_open.rule) {
    case OpenScopes::Rule::Automatic: return m_automatic[node.value];
    case OpenScopes::Rule::All: return true;
    case OpenScopes::Rule::ToDepth: return depth <= m_open.depth && isPureScope(m_tree, node);
    case OpenScopes::Rule::None:
    case OpenScopes::Rule::Listed: return false;
    }
    return false;
}

// Level by level from the outside, the smallest first; of a series all are opened or none, so that what is alike looks alike. What was done
// by hand is left out of the count: opening one scope must not close another.
void OpenNodes::openAutomatically(NodeId focus, std::uint32_t boxLimit) {
    m_automatic.assign(m_tree.nodeCount(), false);
    std::uint64_t visible = m_tree.children(focus).size();
    std::vector<NodeId> opened{focus};
    while (!opened.empty()) {
        const std::vector<Series> level = seriesIn(m_tree, opened);
        opened.clear();
        for (const Series& series : level) {
            if (visible + series.added > boxLimit) break;
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
