// What pictures of one graph have in common: how the children of its large scopes are grouped, and what joins the groups.
#pragma once

#include "diagram/diagram.h"
#include "diagram/sibling_groups.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace namescape {

// Between groups of one scope.
struct GroupLine {
    std::uint32_t from, to;
    auto operator<=>(const GroupLine&) const = default;
};

struct GroupedScope {
    SiblingGroups groups;
    std::vector<GroupLine> lines;         // of data, each once, in order
    std::vector<std::uint32_t> crossing;  // of the scope's bundles those that do not stay within a group, by number
};

// Kept between pictures; never changes one. Holds a few bytes a child of scopes with many children, of the last graph alone.
class DiagramCache {
public:
    // Forgets what it knows of another graph.
    void startFor(std::shared_ptr<const Structure> structure);
    // Null for a scope with few children: it takes no time to look at those anew.
    const GroupedScope* find(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, NodeId scope);

private:
    std::shared_ptr<const Structure> m_structure;
    std::unordered_map<std::uint32_t, GroupedScope> m_scopes;
};

// How a scope's children are grouped in a picture: as the cache, which may be null, knows, or found out anew.
class GroupsInView {
public:
    GroupsInView(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, const ViewOptions& options, NodeId scope,
                 DiagramCache* cache);

    const SiblingGroups& groups() const { return m_known ? m_known->groups : *m_own; }
    // Null where the cache does not know them.
    const GroupedScope* known() const { return m_known; }

private:
    const GroupedScope* m_known = nullptr;
    std::optional<SiblingGroups> m_own;
};

std::vector<GroupLine> linesBetween(const ScopeTree& tree, const EdgeIndex& index, NodeId scope, const SiblingGroups& groups);

// As without the cache, which must have been started for the structure.
Diagram makeDiagram(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, std::span<const VariableMark> variables,
                    const ViewOptions& options, DiagramCache& cache);

}  // namespace namescape
