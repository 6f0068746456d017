#include "diagram/towers.h"

#include "diagram/edge_index.h"
#include "diagram/sibling_groups.h"
#include "diagram/structure.h"
#include "graph/graph.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>
#include <utility>

namespace namescape {

namespace {

constexpr std::size_t kLeastVariables = 2;

// By what siblings are ordered: `tower_10` behind `tower_9`, and a name without a number first.
std::pair<std::string_view, std::uint64_t> orderOf(std::string_view localName) {
    const std::string_view stem = stemOf(localName);
    const std::string_view digits = localName.substr(localName.find_last_not_of("0123456789") + 1);
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return {stem, number};
}

class TowerFinder {
public:
    TowerFinder(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, const VariableUses& uses)
        : m_graph(graph), m_tree(tree), m_index(index), m_structure(structure), m_uses(uses) {}

    std::vector<TowerGroup> find() {
        collectVariables();
        // What has the same variables, then what of that does the same with them.
        std::map<std::pair<NodeId, std::vector<std::uint32_t>>, std::vector<NodeId>> alike;
        for (auto& [scope, variables] : m_variablesOf)
            if (variables.size() >= kLeastVariables) alike[{m_tree.parent(scope), variables}].push_back(scope);
        for (const auto& [key, scopes] : alike)
            if (scopes.size() > 1) addGroups(scopes, key.second);
        std::sort(m_groups.begin(), m_groups.end(), [](const TowerGroup& left, const TowerGroup& right) { return left.scopes.front() < right.scopes.front(); });
        return std::move(m_groups);
    }

private:
    // Of each scope, those that are used in it and elsewhere; in ascending order, as the uses are. Most variables of a large graph have one user, and what one tower has
    // beside the shared ones is no matter.
    void collectVariables() {
        const auto& uses = m_uses.uses;
        for (std::size_t i = 0; i < uses.size(); ++i) {
            const bool hasOthers = (i > 0 && uses[i - 1].variable == uses[i].variable) || (i + 1 < uses.size() && uses[i + 1].variable == uses[i].variable);
            if (hasOthers) collectScopes(uses[i]);
        }
    }

    void collectScopes(const VariableUse& use) {
        for (NodeId scope = m_tree.parent(m_tree.nodeOf(use.user)); scope != ScopeTree::kRoot; scope = m_tree.parent(scope)) {
            std::vector<std::uint32_t>& variables = m_variablesOf[scope];
            if (variables.empty() || variables.back() != use.variable) variables.push_back(use.variable);
        }
    }

    void addGroups(const std::vector<NodeId>& scopes, const std::vector<std::uint32_t>& variables) {
        std::map<std::vector<std::uint32_t>, std::vector<NodeId>> alike;
        for (const NodeId scope : scopes) alike[typesIn(scope)].push_back(scope);
        for (auto& [types, members] : alike) {
            if (members.size() < 2 || handOn(members)) continue;
            std::stable_sort(members.begin(), members.end(), [&](NodeId left, NodeId right) { return orderOf(m_tree.localName(left)) < orderOf(m_tree.localName(right)); });
            TowerGroup& group = m_groups.emplace_back();
            group.scopes = std::move(members);
            for (const std::uint32_t variable : variables) group.variables.push_back(m_uses.variables[variable]);
        }
    }

    // In order of creation as the tree has it.
    std::vector<std::uint32_t> typesIn(NodeId scope) const {
        std::vector<std::uint32_t> types;
        std::vector<NodeId> waiting{scope};
        while (!waiting.empty()) {
            const NodeId node = waiting.back();
            waiting.pop_back();
            if (node != scope && m_structure.roleOf(node) != NodeRole::Computation) continue;
            if (const OperationId operation = m_tree.operation(node); operation.isValid()) {
                if (isVariable(operation)) continue;
                types.push_back(m_graph.operationTypeId(operation).value);
            }
            const auto children = m_tree.children(node);
            waiting.insert(waiting.end(), children.rbegin(), children.rend());
        }
        return types;
    }

    bool isVariable(OperationId operation) const { return std::binary_search(m_uses.variables.begin(), m_uses.variables.end(), operation); }

    // Whether data goes from one to another, but for that of variables that one of them holds.
    bool handOn(const std::vector<NodeId>& members) const {
        const auto isMember = [&](NodeId node) { return std::find(members.begin(), members.end(), node) != members.end(); };
        for (const EdgeBundle& bundle : m_index.bundles(m_tree.parent(members.front()))) {
            if (bundle.kind != EdgeKind::Data || bundle.source == bundle.target || !isMember(bundle.source) || !isMember(bundle.target)) continue;
            for (const InputSlot& slot : m_index.slots(bundle))
                if (!isOfVariable(sourceOf(m_graph, slot).operation)) return true;
        }
        return false;
    }

    bool isOfVariable(OperationId operation) const {
        for (NodeId node = m_tree.nodeOf(operation); node != ScopeTree::kRoot; node = m_tree.parent(node))
            if (const OperationId own = m_tree.operation(node); own.isValid() && isVariable(own)) return true;
        return false;
    }

    const Graph& m_graph;
    const ScopeTree& m_tree;
    const EdgeIndex& m_index;
    const Structure& m_structure;
    const VariableUses& m_uses;
    std::map<NodeId, std::vector<std::uint32_t>> m_variablesOf;
    std::vector<TowerGroup> m_groups;
};

}  // namespace

std::vector<TowerGroup> findTowers(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, const VariableUses& uses) {
    if (uses.variables.size() < kLeastVariables) return {};
    return TowerFinder(graph, tree, index, structure, uses).find();
}

}  // namespace namescape
