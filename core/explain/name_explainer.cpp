#include "explain/name_explainer.h"

#include "explain/name_paths.h"

#include <set>

namespace namescape {

NameExplainer::NameExplainer(const SyntaxTree& tree, const Evaluation& evaluation, const EvaluatedGraph& evaluated)
    : m_evaluation(evaluation), m_evaluated(evaluated), m_program(tree) {
    for (const ScopeBlock& block : evaluation.blocks)
        if (!block.callee.empty()) m_blocksByBegin.try_emplace(block.range.begin, &block);
    for (const VariableInfo& variable : evaluated.variables) m_variablesByOperation.try_emplace(variable.operation.value, &variable);
}

ExplainedPlace NameExplainer::placeOf(OriginId origin) const {
    ExplainedPlace place;
    if (origin == 0 || origin >= m_evaluation.origins.size()) return place;
    const CodeOrigin& code = m_evaluation.origins[origin];
    place.origin = origin;
    place.range = code.range;
    place.line = m_program.line(code.range);
    place.callLines = callLines(code.caller, place.line);
    return place;
}

// A lambda called on its own line is not worth telling.
std::vector<std::uint32_t> NameExplainer::callLines(OriginId caller, std::uint32_t line) const {
    std::vector<std::uint32_t> lines;
    for (; caller != 0; caller = m_evaluation.origins[caller].caller) {
        const std::uint32_t each = m_program.line(m_evaluation.origins[caller].range);
        if (each != (lines.empty() ? line : lines.back())) lines.push_back(each);
    }
    return lines;
}

const ScopeBlock* NameExplainer::blockAt(SourceRange context) const {
    const auto found = m_blocksByBegin.find(context.begin);
    return found != m_blocksByBegin.end() && context.end <= found->second->range.end ? found->second : nullptr;
}

ExplainedPlace NameExplainer::placeOfRun(BlockRunId id) const {
    const ScopeBlock& block = m_evaluation.blocks[id.block];
    ExplainedPlace place;
    place.range = block.range;
    if (const WithPlace with = m_program.withFrom(block.range.begin); with.item) place.range = with.item->context->range;
    place.line = m_program.line(block.range);
    // What runs inside a library's function does so as often as it likes.
    if (!block.callee.empty()) {
        place.run = id.run;
        place.runCount = block.runCount;
    }
    if (const ScopeBlockRun* run = m_evaluation.runOf(id)) place.callLines = callLines(run->caller, place.line);
    return place;
}

ExplainedPlace NameExplainer::reusePlaceOf(ReuseSource source, OriginId origin) const {
    return source == ReuseSource::Default ? ExplainedPlace{} : placeOf(origin);
}

NameExplanation NameExplainer::explainOperation(OperationId operation) const {
    NameExplanation explained;
    explained.name = std::string(graph().operationName(operation));
    explained.operationType = std::string(graph().operationType(operation));
    explained.place = placeOf(graph().origin(operation));
    explained.parts = partsOf(operation);
    if (const VariableInfo* variable = variableAt(operation)) {
        explained.kind = ExplainedKind::Variable;
        explained.variable = explainVariable(*variable);
        explained.place = placeOf(variable->requests.front().origin);
    }
    return explained;
}

std::optional<NameExplanation> NameExplainer::explain(std::string_view name) const {
    const std::string_view written = name;
    while (name.ends_with('/')) name.remove_suffix(1);
    const std::string_view operationName = withoutOutput(name);
    if (const auto operation = graph().findOperation(operationName)) {
        if (operationName.size() == name.size()) return explainOperation(*operation);
        const std::string output(name.substr(operationName.size() + 1));
        if (output.size() < 6 && std::stoul(output) < graph().outputCount(*operation)) return explainOperation(*operation);
        return std::nullopt;
    }
    if (const VariableInfo* variable = variableWithKey(name)) return explainOperation(variable->operation);
    if (name.empty()) return std::nullopt;
    std::optional<NameExplanation> scope = explainScope(name);
    // A variable scope's name may end in a slash.
    return scope || name.size() == written.size() ? scope : explainScope(written);
}

std::vector<std::string> NameExplainer::names() const {
    std::set<std::string, std::less<>> all;
    for (std::uint32_t i = 0; i < graph().operationCount(); ++i) {
        const std::string_view name = graph().operationName({i});
        all.emplace(name);
        for (auto slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1)) all.emplace(name.substr(0, slash));
    }
    for (const ScopeBlock& block : m_evaluation.blocks)
        for (const ScopeBlockRun& run : block.runs)
            for (const std::string& scope : {run.nameScope, run.variableScope})
                if (!scope.empty()) all.insert(scope);
    for (const VariableInfo& variable : m_evaluated.variables)
        if (!variable.storeKey.empty()) all.insert(variable.storeKey);
    return {all.begin(), all.end()};
}

}  // namespace namescape
