#include "pipeline/sharing.h"

#include "explain/name_paths.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace namescape {

namespace {

struct SliceName {
    std::string_view whole;
    std::uint32_t number = 0;
};

// "v/part_2".
std::optional<SliceName> sliceNameOf(std::string_view name) {
    constexpr std::string_view kPart = "/part_";
    const std::size_t at = name.rfind(kPart);
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    SliceName slice{name.substr(0, at)};
    const std::string_view digits = name.substr(at + kPart.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), slice.number);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return slice;
}

// A penalty on a variable's size reads it, and does not share it.
bool isPenalty(std::string_view type) {
    return type == "L2Loss";
}

class SharingFinder {
public:
    explicit SharingFinder(const Snapshot& snapshot) : m_snapshot(snapshot), m_graph(snapshot.graph()) {
        for (const VariableInfo& variable : snapshot.variables()) m_operations.insert(variable.operation.value);
    }

    Sharing find() {
        m_found.tellsRequests = !m_snapshot.graphFile;
        m_found.tellsTrainable = !m_snapshot.graphFile || !m_snapshot.graphFile->collections.empty();
        m_found.scopes.emplace_back();
        m_scopeOf.emplace(std::string_view(), 0);
        for (std::uint32_t i = 0; i < m_snapshot.variables().size(); ++i) addVariable(i);
        for (VariableSharing& variable : m_found.variables) countUsers(variable);
        for (std::uint32_t i = 0; i < m_found.variables.size(); ++i) addToScope(i);
        sumUp();
        addTowers();
        return std::move(m_found);
    }

private:
    const VariableInfo& info(std::uint32_t variable) const { return m_snapshot.variables()[variable]; }
    const VariableInfo& firstInfo(const VariableSharing& variable) const { return info(variable.variables.front()); }
    std::string_view nameOf(std::uint32_t variable) const { return m_graph.operationName(info(variable).operation); }

    void addVariable(std::uint32_t i) {
        const VariableInfo& added = info(i);
        const std::optional<SliceName> slice = sliceNameOf(nameOf(i));
        if (slice && slice->number > 0 && addSlice(i, *slice)) return;
        m_rowOf.emplace(added.operation.value, static_cast<std::uint32_t>(m_found.variables.size()));
        VariableSharing& variable = m_found.variables.emplace_back();
        variable.isPartitioned = slice && slice->number == 0 && isPartitionersDoing(added, slice->whole);
        variable.name = variable.isPartitioned ? slice->whole : nameOf(i);
        variable.variables = {i};
        variable.isTrainable = added.isTrainable;
        variable.isHelper = isHelper(added);
        variable.parameters = parametersOf(added.shape);
    }

    // Slices are made one after the other.
    bool addSlice(std::uint32_t i, const SliceName& slice) {
        if (m_found.variables.empty()) return false;
        VariableSharing& whole = m_found.variables.back();
        if (!whole.isPartitioned || whole.name != slice.whole || whole.variables.size() != slice.number) return false;
        m_rowOf.emplace(info(i).operation.value, static_cast<std::uint32_t>(m_found.variables.size() - 1));
        whole.variables.push_back(i);
        whole.parameters += parametersOf(info(i).shape);
        return true;
    }

    // A program may call a variable "part_0" as well: in a scope of the name that a partitioned one would have.
    bool isPartitionersDoing(const VariableInfo& first, std::string_view whole) const {
        if (m_snapshot.graphFile) return true;
        if (first.storeKey.empty() || first.requests.empty()) return false;
        const ScopeBlockRun* within = m_snapshot.evaluation->runOf(first.requests.front().within);
        return (within ? std::string_view(within->variableScope) : std::string_view()) != whole;
    }

    // The library puts what it makes for a variable beside it.
    bool isHelper(const VariableInfo& variable) const {
        if (variable.isTrainable) return false;
        for (const std::string& group : m_graph.colocation(variable.operation)) {
            constexpr std::string_view kPrefix = "loc:@";
            if (!group.starts_with(kPrefix)) continue;
            const auto beside = m_graph.findOperation(std::string_view(group).substr(kPrefix.size()));
            if (beside && *beside != variable.operation && m_operations.contains(beside->value)) return true;
        }
        return false;
    }

    void countUsers(VariableSharing& variable) {
        addUses(variable);
        if (m_found.tellsRequests) {
            variable.userCount = static_cast<std::uint32_t>(firstInfo(variable).requests.size());
        } else {
            const auto shares = [&](const ScopeOfUse& scope) {
                return !std::all_of(scope.operations.begin(), scope.operations.end(), [&](OperationId user) { return isPenalty(m_graph.operationType(user)); });
            };
            variable.userCount = static_cast<std::uint32_t>(std::count_if(variable.uses.begin(), variable.uses.end(), shares));
        }
        if (variable.userCount > 1) variable.saved = variable.parameters.times(variable.userCount - 1);
    }

    void addUses(VariableSharing& variable) const {
        if (!m_snapshot.structure) return;
        std::vector<OperationId> users;
        for (const std::uint32_t slice : variable.variables)
            for (const VariableUse& use : m_snapshot.structure->variableUses().usesOf(info(slice).operation)) users.push_back(use.user);
        std::sort(users.begin(), users.end());
        users.erase(std::unique(users.begin(), users.end()), users.end());
        std::unordered_map<std::string_view, std::size_t> known;
        for (const OperationId user : users) {
            const std::string_view scope = parentPath(m_graph.operationName(user));
            const auto [found, isNew] = known.try_emplace(scope, variable.uses.size());
            if (isNew) variable.uses.push_back({std::string(scope), {}});
            variable.uses[found->second].operations.push_back(user);
        }
    }

    void addToScope(std::uint32_t i) {
        const VariableSharing& variable = m_found.variables[i];
        if (variable.isHelper) {
            ++m_found.helperCount;
            m_found.helperParameters += variable.parameters;
            return;
        }
        ScopeSharing& scope = m_found.scopes[scopeNumber(parentPath(nameOf(variable.variables.front()).substr(0, variable.name.size())))];
        scope.variables.push_back(i);
        scope.own += variable.parameters;
        if (variable.isTrainable) scope.trainable += variable.parameters;
        scope.saved += variable.saved;
        ++scope.variableCount;
        scope.sharedCount += variable.isShared();
    }

    // The name is a view into the graph's.
    std::uint32_t scopeNumber(std::string_view name) {
        std::vector<std::string_view> missing;
        auto found = m_scopeOf.find(name);
        for (; found == m_scopeOf.end(); found = m_scopeOf.find(name)) {
            missing.push_back(name);
            name = parentPath(name);
        }
        std::uint32_t number = found->second;
        for (; !missing.empty(); missing.pop_back()) {
            ScopeSharing& scope = m_found.scopes.emplace_back();
            scope.name = missing.back();
            scope.parent = number;
            number = static_cast<std::uint32_t>(m_found.scopes.size() - 1);
            m_scopeOf.emplace(missing.back(), number);
        }
        return number;
    }

    void sumUp() {
        for (std::size_t i = m_found.scopes.size(); i-- > 0;) {
            ScopeSharing& scope = m_found.scopes[i];
            scope.total += scope.own;
            if (scope.parent == ScopeSharing::kNone) continue;
            ScopeSharing& parent = m_found.scopes[scope.parent];
            parent.total += scope.total;
            parent.trainable += scope.trainable;
            parent.saved += scope.saved;
            parent.variableCount += scope.variableCount;
            parent.sharedCount += scope.sharedCount;
        }
    }

    void addTowers() {
        if (!m_snapshot.structure) return;
        for (const TowerGroup& group : m_snapshot.structure->towers()) {
            TowerSharing& towers = m_found.towers.emplace_back();
            for (const NodeId scope : group.scopes) towers.scopes.emplace_back(m_snapshot.scopes->fullName(scope));
            for (const OperationId variable : group.variables)
                if (const auto row = m_rowOf.find(variable.value); row != m_rowOf.end()) towers.variables.push_back(row->second);
            towers.variables.erase(std::unique(towers.variables.begin(), towers.variables.end()), towers.variables.end());
            for (const std::uint32_t row : towers.variables) towers.parameters += m_found.variables[row].parameters;
        }
    }

    const Snapshot& m_snapshot;
    const Graph& m_graph;
    std::unordered_set<std::uint32_t> m_operations;                   // of all variables
    std::unordered_map<std::uint32_t, std::uint32_t> m_rowOf;         // by a variable's operation: into Sharing::variables
    std::unordered_map<std::string_view, std::uint32_t> m_scopeOf;
    Sharing m_found;
};

}  // namespace

Sharing sharingOf(const Snapshot& snapshot) {
    return SharingFinder(snapshot).find();
}

}  // namespace namescape
