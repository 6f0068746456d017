#include "pipeline/block_facts.h"

#include "pipeline/code_within.h"

#include <algorithm>

namespace namescape {

namespace {

// Of several items of one `with`, the innermost that opens a scope.
const ScopeBlock* scopeIn(const Snapshot& snapshot, SourceRange header) {
    const ScopeBlock* found = nullptr;
    for (const ScopeBlock& block : snapshot.blocks()) {
        const bool isInside = header.begin <= block.range.begin && block.range.end <= header.end && block.range.begin < block.range.end;
        if (isInside && block.kind != ScopeBlockKind::Other && (!found || found->range.begin < block.range.begin)) found = &block;
    }
    return found;
}

// Whether a run is the wanted one, or within it.
bool isWithin(const Evaluation& evaluation, BlockRunId run, BlockRunId wanted) {
    while (run.isValid() && run != wanted) run = evaluation.around(run);
    return run == wanted;
}

std::vector<std::uint32_t> runsOf(const Snapshot& snapshot, const ScopeBlock& scope, BlockRunId within) {
    const auto block = static_cast<std::uint32_t>(&scope - snapshot.blocks().data());
    std::vector<std::uint32_t> runs;
    for (std::uint32_t run = 0; run < scope.runs.size(); ++run)
        if (!within.isValid() || isWithin(*snapshot.evaluation, {block, run}, within)) runs.push_back(run);
    return runs;
}

void keepOperationsIn(const Graph& graph, const std::string& scope, std::vector<OperationId>& operations) {
    if (scope.empty()) return;
    std::erase_if(operations, [&](OperationId operation) {
        const std::string_view name = graph.operationName(operation);
        return !name.starts_with(scope) || (name.size() > scope.size() && name[scope.size()] != '/');
    });
}

}  // namespace

BlockFacts factsOf(const Snapshot& snapshot, SourceRange header, BlockRunId within) {
    BlockFacts facts;
    CodeWithin code(*snapshot.evaluation, header);
    facts.scope = scopeIn(snapshot, header);
    for (const BodyRuns& runs : snapshot.evaluation->bodyRuns)
        if (runs.range.begin == header.begin) facts.bodyRuns += runs.count;  // compiled twice, in a `finally`
    if (facts.scope) facts.runs = runsOf(snapshot, *facts.scope, within);
    for (const VariableInfo& variable : snapshot.variables())
        for (std::uint32_t i = 0; i < variable.requests.size(); ++i) {
            const VariableRequest& request = variable.requests[i];
            if (code.has(request.origin) && (!within.isValid() || isWithin(*snapshot.evaluation, request.within, within))) facts.variables.push_back({&variable, i});
        }
    // Origins are numbered as code is first run; of one place that asks several times, variables are.
    std::stable_sort(facts.variables.begin(), facts.variables.end(), [](const VariableAsk& a, const VariableAsk& b) { return a.what().origin < b.what().origin; });
    facts.operations = code.operations(snapshot.graph());
    if (const ScopeBlockRun* run = snapshot.evaluation->runOf(within)) keepOperationsIn(snapshot.graph(), run->nameScope, facts.operations);
    return facts;
}

}  // namespace namescape
