#include "api/evaluation.h"

namespace namescape {

SourceRange Evaluation::rangeOf(OriginId origin) const {
    return origin < origins.size() ? origins[origin].range : SourceRange{};
}

SourceRange Evaluation::rangeOf(const EvaluatedGraph& evaluated, OperationId operation) const {
    return rangeOf(evaluated.graph->origin(operation));
}

const ScopeBlockRun* Evaluation::runOf(BlockRunId id) const {
    if (!id.isValid()) return nullptr;
    const ScopeBlock& block = blocks[id.block];
    return id.run < block.runs.size() ? &block.runs[id.run] : nullptr;
}

BlockRunId Evaluation::around(BlockRunId id) const {
    const ScopeBlockRun* run = runOf(id);
    return run ? BlockRunId{run->parentBlock, run->parentRun} : BlockRunId{};
}

}  // namespace namescape
