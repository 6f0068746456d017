// A program's evaluation: the interpreter with a TensorFlow of its own, and what is left when it is done.

#include "api/evaluation.h"

#include "api/api.h"
#include "api/collection_functions.h"
#include "api/trace.h"
#include "syntax/syntax_tree.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

ScriptOptions scriptOptions(const EvaluationLimits& limits, std::stop_token stop) {
    ScriptOptions options;
    options.limits.maxSteps = limits.maxSteps;
    options.limits.maxRecursionDepth = limits.maxRecursion;
    options.limits.maxMemory = limits.maxBytes;
    options.limits.maxOutput = limits.maxOutputBytes;
    options.limits.maxTime = limits.maxTime;
    options.stop = std::move(stop);
    return options;
}

std::optional<EvaluationLimit> evaluationLimit(LimitKind kind) {
    switch (kind) {
    case LimitKind::Steps: return EvaluationLimit::Steps;
    case LimitKind::Memory: return EvaluationLimit::Bytes;
    case LimitKind::Output: return EvaluationLimit::Output;
    case LimitKind::Time: return EvaluationLimit::Time;
    case LimitKind::Operations: return EvaluationLimit::Operations;
    case LimitKind::Stopped: break;
    }
    return std::nullopt;
}

ProgramError programError(const RunError& error) {
    ProgramError result;
    result.type = error.limit ? "LimitReached" : error.type;
    result.message = error.message;
    result.range = error.expression;
    result.line = error.line;
    result.origin = error.origin;
    result.suggestion = error.suggestion;
    if (error.limit) result.limit = evaluationLimit(*error.limit);
    return result;
}

std::vector<CodeOrigin> codeOrigins(const Origins& origins) {
    std::vector<CodeOrigin> codes;
    codes.reserve(origins.size());
    for (OriginNumber number = 0; number < origins.size(); ++number) codes.push_back({origins[number].expression, origins[number].caller});
    return codes;
}

// `tf` in a fragment that does not import it.
void knowTensorFlowWithoutImport(Interpreter& interpreter) {
    interpreter.setUnresolvedNameHook([](Interpreter& in, std::string_view name) -> std::optional<Value> {
        if (name != "tf" && name != "tensorflow") return std::nullopt;
        Diagnostic hint;
        hint.severity = Severity::Hint;
        hint.kind = DiagnosticKind::TfNotImported;
        hint.arguments = {std::string(name)};
        hint.range = in.currentExpression();
        hint.fixes = {{"Import TensorFlow", {{{0, 0}, name == "tf" ? "import tensorflow as tf\n" : "import tensorflow\n"}}}};
        const auto& known = in.diagnostics();
        if (std::ranges::none_of(known, [](const Diagnostic& each) { return each.kind == DiagnosticKind::TfNotImported; })) in.report(std::move(hint));
        return in.importModule("tensorflow");
    });
}

EvaluatedGraph evaluatedGraph(Api& api, const GraphPointer& graph) {
    return {graph, api.trace().variables(*graph), describeCollections(api, *graph)};
}

// The default graph, and the others that hold anything.
void takeGraphs(Api& api, Evaluation& evaluation) {
    evaluation.main = evaluatedGraph(api, api.defaultGraphPointer());
    for (const GraphPointer& graph : api.graphs())
        if (graph != api.defaultGraphPointer() && graph->operationCount() > 0) evaluation.others.push_back(evaluatedGraph(api, graph));
}

}  // namespace

Evaluation evaluate(const SyntaxTree& tree, const std::string& fileName, const EvaluationLimits& limits, std::stop_token stop) {
    Evaluation evaluation;
    Interpreter interpreter(scriptOptions(limits, stop));
    Api api(interpreter, limits.maxOperations);
    api.fileName = fileName;
    api.program = &tree;
    knowTensorFlowWithoutImport(interpreter);
    const RunResult result = interpreter.run(tree);
    if (result.error) {
        evaluation.wasStopped = result.error->limit == LimitKind::Stopped;
        evaluation.error = programError(*result.error);
    }
    takeGraphs(api, evaluation);
    evaluation.blocks = api.trace().blocks(tree);
    evaluation.settings = api.trace().settings();
    evaluation.settingsChanges = api.trace().settingsChanges();
    evaluation.lastAttempt = api.trace().lastAttempt();
    evaluation.origins = codeOrigins(interpreter.origins());
    evaluation.bodyRuns = interpreter.bodyRuns();
    evaluation.output = interpreter.output();
    evaluation.diagnostics = interpreter.diagnostics();
    evaluation.steps = interpreter.stepsTaken();
    // Graphs outlive the interpreter, so that nothing of its may stay in them.
    for (const GraphPointer& graph : api.graphs()) {
        graph->dropCallerState();
        graph->shrink();
    }
    return evaluation;
}

}  // namespace namescape
