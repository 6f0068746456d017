#include "diagram/open_nodes.h"

#include <algorithm>

namespace namescape {

namespace {

// Operations and variables are scopes only to their own inner parts.
bool isPureScope(const ScopeTree& tree, NodeId node) {
    return tree.isScope(node) && !tree.operation(node).isValid();
}

std::vector<NodeId> pureScopesIn(const ScopeTree& tree, const std::vector<NodeId>& parents) {
    std::vector<NodeId> scopes;
    for (const NodeId parent : parents) {
        for (const NodeId child : tree.children(parent)) {
            if (isPureScope(tree, child)) scopes.push_back(child);
        }
    }
    return scopes;
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

// Level by level from the outside, the smallest scopes first; of scopes of the same size all are opened or none, so that equal
// ones look equal. What was done by hand is left out of the count: opening one scope must not close another.
void OpenNodes::openAutomatically(NodeId focus, std::uint32_t boxLimit) {
    m_automatic.assign(m_tree.nodeCount(), false);
    std::uint64_t visible = m_tree.children(focus).size();
    std::vector<NodeId> opened{focus};
    while (!opened.empty()) {
        std::vector<NodeId> level = pureScopesIn(m_tree, opened);
        const auto size = [&](NodeId node) { return m_tree.children(node).size(); };
        std::stable_sort(level.begin(), level.end(), [&](NodeId a, NodeId b) { return size(a) < size(b); });
        opened.clear();
        for (auto first = level.begin(); first != level.end();) {
            const auto last = std::find_if(first, level.end(), [&](NodeId node) { return size(node) != size(*first); });
            const std::uint64_t added = static_cast<std::uint64_t>(last - first) * (size(*first) - 1);
            if (visible + added <= boxLimit) {
                visible += added;
                opened.insert(opened.end(), first, last);
            }
            first = last;
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
