// What a block of a program came to when it ran: the scope that it opened, the variables and the operations that it made.
#pragma once

#include "pipeline/snapshot.h"

#include <cstdint>
#include <vector>

namespace namescape {

// One time that a block asked for a variable.
struct VariableAsk {
    const VariableInfo* variable = nullptr;
    std::uint32_t request = 0;  // into its requests

    const VariableRequest& what() const { return variable->requests[request]; }
    bool operator==(const VariableAsk&) const = default;
};

// Points into the snapshot that it was asked of.
struct BlockFacts {
    const ScopeBlock* scope = nullptr;   // of a `with` that opens one; null for any other block, and where it never ran
    std::vector<std::uint32_t> runs;     // of the scope: into its runs, in the order of time
    std::vector<VariableAsk> variables;  // in the order of time, calls from the block included
    std::vector<OperationId> operations; // of the main graph, in order of creation, likewise

    std::uint64_t bodyRuns = 0;          // of a loop or a function: how often its body ran

    bool isEmpty() const { return !scope && variables.empty() && operations.empty() && bodyRuns == 0; }
};

// `header` is what a folded block shows, in the snapshot's text: of a `with`, its items; of a statement, all of it. `within`
// a run of a `with` around it: only what came of that one. (Of operations, those in its name scope: several runs may have entered the same.)
BlockFacts factsOf(const Snapshot& snapshot, SourceRange header, BlockRunId within = {});

}  // namespace namescape
