// What a graph keeps for its variable scopes: the store of variables, the current scope, how often each scope was opened.
#pragma once

#include "scope/variable_scope.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace namescape {

// Internal to the part. TensorFlow 1.15, python/ops/variable_scope.py: _VariableStore and _VariableScopeStore.
struct ScopeState {
    struct Stored {
        VariablePointer variable;
        OriginId origin = 0;
    };

    std::unordered_map<std::string, Stored> variables;
    std::unordered_map<std::string, std::shared_ptr<PartitionedVariable>> partitioned;
    VariableScopePointer current = std::make_shared<VariableScope>();
    VariableScopePointer root = current;
    std::map<std::string, int> openCounts;  // per full scope name; case matters
    std::vector<VariableCreator> creators;
    VariableObserver observer;
    VariableAskedObserver askedObserver;
    VariableMadeObserver madeObserver;
    OriginDescriber originDescriber;
    bool makesResources = false;  // for variables that nobody asked to be of either kind

    static ScopeState& of(Graph& graph);

    int openCount(const std::string& scopeName) const;
    // Forgets how often the scopes below were opened.
    void closeSubscopes(const std::string& scopeName);
    // `prefix` with the first suffix under which no scope was opened in the current one.
    std::string uniqueScopeName(const std::string& prefix) const;
};

}  // namespace namescape
