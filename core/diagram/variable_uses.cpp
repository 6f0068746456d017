#include "diagram/variable_uses.h"

#include "diagram/structure.h"
#include "graph/graph.h"

#include <algorithm>
#include <array>

namespace namescape {

namespace {

constexpr std::array<std::string_view, 4> kVariableTypes{"VariableV2", "VarHandleOp", "Variable", "AutoReloadVariable"};
// They are inside loops and branches what a variable is outside.
constexpr std::array<std::string_view, 4> kHandingOn{"Enter", "RefEnter", "Switch", "RefSwitch"};

template <std::size_t Count>
bool isOneOf(const std::array<std::string_view, Count>& types, std::string_view type) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

// To set a variable, or to ask whether it is set, is not to compute with it.
bool isSetting(std::string_view type) {
    return type.starts_with("Assign") || type.starts_with("Apply") || type.starts_with("ResourceApply") || type.starts_with("ResourceScatter") ||
           type.starts_with("Scatter") || type == "IsVariableInitialized" || type == "VarIsInitializedOp";
}

class UsesFinder {
public:
    UsesFinder(const Graph& graph, const ScopeTree& tree, const Structure& structure) : m_graph(graph), m_tree(tree), m_structure(structure) {}

    VariableUses find() {
        findVariables();
        if (m_found.variables.empty()) return {};
        for (std::uint32_t i = 0; i < m_graph.operationCount(); ++i) addUses({i});
        std::sort(m_found.uses.begin(), m_found.uses.end());
        m_found.uses.erase(std::unique(m_found.uses.begin(), m_found.uses.end()), m_found.uses.end());
        return std::move(m_found);
    }

private:
    static constexpr std::uint32_t kNone = UINT32_MAX;
    enum class Answer : std::uint8_t { Unknown, Yes, No };

    void findVariables() {
        std::vector<Answer> isVariable;  // by type
        for (std::uint32_t i = 0; i < m_graph.operationCount(); ++i) {
            const std::uint32_t type = m_graph.operationTypeId({i}).value;
            if (type >= isVariable.size()) isVariable.resize(type + 1);
            if (isVariable[type] == Answer::Unknown) isVariable[type] = isVariableType(m_graph.operationType({i})) ? Answer::Yes : Answer::No;
            if (isVariable[type] == Answer::Yes) m_found.variables.push_back({i});
        }
        if (m_found.variables.empty()) return;
        m_variableOf.assign(m_graph.operationCount(), kNone);
        for (std::uint32_t i = 0; i < m_found.variables.size(); ++i) m_variableOf[m_found.variables[i].value] = i;
    }

    void addUses(OperationId operation) {
        for (const TensorId input : m_graph.inputs(operation)) {
            const std::uint32_t variable = m_variableOf[input.operation.value];
            if (variable == kNone || isVariable(operation)) continue;
            const bool isOwn = m_tree.contains(m_tree.nodeOf(m_found.variables[variable]), m_tree.nodeOf(operation));
            const std::string_view type = m_graph.operationType(operation);
            if (type == "ReadVariableOp" || isOneOf(kHandingOn, type) || (isOwn && type == "Identity")) m_variableOf[operation.value] = variable;
            else if (!isOwn && !isSetting(type) && computes(operation)) m_found.uses.push_back({variable, operation});
        }
    }

    bool isVariable(OperationId operation) const {
        const std::uint32_t variable = m_variableOf[operation.value];
        return variable != kNone && m_found.variables[variable] == operation;
    }

    // Gradients, savers and summaries are known by the scopes that they are in, too.
    bool computes(OperationId operation) const {
        for (NodeId node = m_tree.nodeOf(operation); node != ScopeTree::kRoot; node = m_tree.parent(node)) {
            const NodeRole role = m_structure.roleOf(node);
            if (role == NodeRole::Saving || role == NodeRole::Summary || (role == NodeRole::Training && !hasTrainingScope(node))) return false;
        }
        return true;
    }

    // A model that has most of its operations in its gradients counts as training, and computes all the same beside them.
    bool hasTrainingScope(NodeId scope) const {
        const auto children = m_tree.children(scope);
        return std::any_of(children.begin(), children.end(), [&](NodeId child) { return m_tree.isScope(child) && m_structure.roleOf(child) == NodeRole::Training; });
    }

    const Graph& m_graph;
    const ScopeTree& m_tree;
    const Structure& m_structure;
    std::vector<std::uint32_t> m_variableOf;  // by operation: which variable's value it is
    VariableUses m_found;
};

}  // namespace

bool isVariableType(std::string_view type) {
    return isOneOf(kVariableTypes, type);
}

std::span<const VariableUse> VariableUses::usesOf(OperationId variable) const {
    const auto found = std::lower_bound(variables.begin(), variables.end(), variable);
    if (found == variables.end() || *found != variable) return {};
    const auto number = static_cast<std::uint32_t>(found - variables.begin());
    const auto begin = std::lower_bound(uses.begin(), uses.end(), VariableUse{number, OperationId{0}});
    const auto end = std::lower_bound(begin, uses.end(), VariableUse{number + 1, OperationId{0}});
    return {begin, end};
}

VariableUses variableUses(const Graph& graph, const ScopeTree& tree, const Structure& structure) {
    return UsesFinder(graph, tree, structure).find();
}

}  // namespace namescape
