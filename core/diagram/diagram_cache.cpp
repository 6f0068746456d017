#include "diagram/diagram_cache.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

constexpr std::size_t kManyChildren = 500;

// The group of each child of a scope.
class GroupOfChild {
public:
    GroupOfChild(const ScopeTree& tree, NodeId scope, const SiblingGroups& groups) : m_children(tree.children(scope)), m_groups(m_children.size()) {
        for (std::uint32_t group = 0; group < groups.count(); ++group)
            for (const NodeId member : groups.members(group)) m_groups[rankOf(member)] = group;
    }

    std::uint32_t of(NodeId child) const { return m_groups[rankOf(child)]; }

private:
    // Siblings are in order.
    std::size_t rankOf(NodeId child) const { return static_cast<std::size_t>(std::lower_bound(m_children.begin(), m_children.end(), child) - m_children.begin()); }

    std::span<const NodeId> m_children;
    std::vector<std::uint32_t> m_groups;
};

bool isOfScopeItself(const EdgeBundle& bundle, NodeId scope) {
    return bundle.source == scope || bundle.target == scope;
}

std::vector<std::uint32_t> crossingBundles(const ScopeTree& tree, const EdgeIndex& index, NodeId scope, const SiblingGroups& groups) {
    const GroupOfChild group(tree, scope, groups);
    const auto bundles = index.bundles(scope);
    std::vector<std::uint32_t> crossing;
    for (std::uint32_t i = 0; i < bundles.size(); ++i) {
        const bool staysWithin = !isOfScopeItself(bundles[i], scope) && bundles[i].source != bundles[i].target && group.of(bundles[i].source) == group.of(bundles[i].target);
        if (!staysWithin) crossing.push_back(i);
    }
    return crossing;
}

}  // namespace

void DiagramCache::startFor(std::shared_ptr<const Structure> structure) {
    if (structure == m_structure) return;
    m_structure = std::move(structure);
    m_scopes.clear();
}

const GroupedScope* DiagramCache::find(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, NodeId scope) {
    if (tree.children(scope).size() < kManyChildren) return nullptr;
    if (const auto known = m_scopes.find(scope.value); known != m_scopes.end()) return &known->second;
    SiblingGroups groups(graph, tree, *m_structure, scope);
    auto lines = linesBetween(tree, index, scope, groups);
    auto crossing = crossingBundles(tree, index, scope, groups);
    return &m_scopes.emplace(scope.value, GroupedScope{std::move(groups), std::move(lines), std::move(crossing)}).first->second;
}

GroupsInView::GroupsInView(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, const ViewOptions& options, NodeId scope,
                           DiagramCache* cache) {
    if (!options.foldsSeries) m_own.emplace(tree, scope);
    else if (cache) m_known = cache->find(graph, tree, index, scope);
    if (!m_known && !m_own) m_own.emplace(graph, tree, structure, scope);
}

std::vector<GroupLine> linesBetween(const ScopeTree& tree, const EdgeIndex& index, NodeId scope, const SiblingGroups& groups) {
    const GroupOfChild group(tree, scope, groups);
    std::vector<GroupLine> lines;
    for (const EdgeBundle& bundle : index.bundles(scope)) {
        if (bundle.kind != EdgeKind::Data || isOfScopeItself(bundle, scope)) continue;
        const GroupLine line{group.of(bundle.source), group.of(bundle.target)};
        if (line.from != line.to) lines.push_back(line);
    }
    std::ranges::sort(lines);
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

}  // namespace namescape
