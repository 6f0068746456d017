// Who shares which variables of a snapshot's main graph, how many parameters there are, and what sharing saves.
#pragma once

#include "pipeline/parameter_count.h"
#include "pipeline/snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace namescape {

// A name scope that computes with a variable, and what of it does.
struct ScopeOfUse {
    std::string name;  // full; empty for the root
    std::vector<OperationId> operations;
};

// A variable, or all slices of a partitioned one.
struct VariableSharing {
    std::string name;                      // "foo/v", without the output; of slices, what comes before "/part_0"
    std::vector<std::uint32_t> variables;  // into Snapshot::variables(): one, or the slices in their order
    bool isPartitioned = false;
    bool isTrainable = false;
    bool isHelper = false;                 // made for another variable: an optimizer's slot, a moving average
    ParameterCount parameters;
    // How often it was asked for. Of a graph file, which does not tell, how many name scopes compute with it.
    std::uint32_t userCount = 0;
    ParameterCount saved;                  // over each user having its own
    std::vector<ScopeOfUse> uses;          // in the order of their first operations

    bool isShared() const { return userCount > 1; }
};

// What the names of variables have before their last slash. Helpers are not counted.
struct ScopeSharing {
    static constexpr std::uint32_t kNone = UINT32_MAX;

    std::string name;                      // full; empty for the root
    std::uint32_t parent = kNone;          // into Sharing::scopes
    std::vector<std::uint32_t> variables;  // directly in it, into Sharing::variables
    ParameterCount own;
    ParameterCount total, trainable, saved;  // with all below
    std::uint32_t variableCount = 0, sharedCount = 0;
};

// Scopes side by side that do the same with the same variables.
struct TowerSharing {
    std::vector<std::string> scopes;       // full names, in the order of their numbers
    std::vector<std::uint32_t> variables;  // into Sharing::variables
    ParameterCount parameters;
};

struct Sharing {
    std::vector<VariableSharing> variables;  // in order of creation
    std::vector<ScopeSharing> scopes;        // the root first, parents before children, else in the order of their first variables
    std::vector<TowerSharing> towers;
    std::uint32_t helperCount = 0;
    ParameterCount helperParameters;
    bool tellsRequests = true;   // else users are scopes
    bool tellsTrainable = true;  // a graph file may not say

    const ScopeSharing& total() const { return scopes.front(); }
};

// Takes time linear in variables and their uses, which the snapshot has found before. Of a snapshot without a picture's data (Stage::Evaluate), uses and towers are empty.
Sharing sharingOf(const Snapshot& snapshot);

}  // namespace namescape
