#include "api/evaluation.h"

namespace namescape {

SourceRange Evaluation::rangeOf(OriginId origin) const {
    return origin < origins.size() ? origins[origin].range : SourceRange{};
}

SourceRange Evaluation::rangeOf(const EvaluatedGraph& evaluated, OperationId operation) const {
    return rangeOf(evaluated.graph->origin(operation));
}

}  // namespace namescape
