#include "pipeline/snapshot.h"

#include <algorithm>

namespace namescape {

namespace {

bool holds(SourceRange outer, SourceRange inner) {
    return inner.begin < inner.end && outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace

bool Snapshot::isOk() const {
    return std::none_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& each) { return each.severity == Severity::Error; });
}

std::uint32_t Snapshot::lineOf(OriginId origin) const {
    const SourceRange range = evaluation->rangeOf(origin);
    return range.begin < range.end ? tree->lines().line(range.begin) : 0;
}

std::vector<OperationId> Snapshot::operationsIn(SourceRange range) const {
    enum class Answer : std::uint8_t { Unknown, Yes, No };
    std::vector<Answer> answers(evaluation->origins.size(), Answer::Unknown);
    // The code, or a call that led to it. Calls lie within each other, so that the walk to the outermost one ends.
    const auto isIn = [&](OriginId origin) {
        std::vector<OriginId> walked;
        Answer answer = Answer::No;
        for (; origin != 0 && origin < answers.size(); origin = evaluation->origins[origin].caller) {
            if (answers[origin] != Answer::Unknown) {
                answer = answers[origin];
                break;
            }
            walked.push_back(origin);
            if (holds(range, evaluation->origins[origin].range)) {
                answer = Answer::Yes;
                break;
            }
            answers[origin] = Answer::No;
        }
        for (const OriginId each : walked) answers[each] = answer;
        return answer == Answer::Yes;
    };
    std::vector<OperationId> found;
    for (std::uint32_t i = 0; i < graph().operationCount(); ++i) {
        if (isIn(graph().origin({i}))) found.push_back({i});
    }
    return found;
}

const VariableInfo* Snapshot::variableOf(OperationId operation) const {
    for (NodeId node = scopes->nodeOf(operation); node != ScopeTree::kRoot; node = scopes->parent(node)) {
        const OperationId own = scopes->operation(node);
        const auto found = std::find_if(variables().begin(), variables().end(), [&](const VariableInfo& each) { return each.operation == own; });
        if (own.isValid() && found != variables().end()) return &*found;
    }
    return nullptr;
}

}  // namespace namescape
