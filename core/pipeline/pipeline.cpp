#include "pipeline/pipeline.h"

#include "explain/mistake.h"
#include "pipeline/graph_file_snapshot.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

using Clock = std::chrono::steady_clock;

// Runs a stage and says how long it took.
template <typename Work>
auto timed(std::chrono::nanoseconds& time, Work work) {
    const auto begin = Clock::now();
    auto result = work();
    time = Clock::now() - begin;
    return result;
}

Diagnostic uncaught(const ProgramError& error) {
    Diagnostic diagnostic;
    diagnostic.kind = DiagnosticKind::UncaughtException;
    diagnostic.arguments = {error.type, error.message};
    diagnostic.range = error.range;
    return diagnostic;
}

std::vector<Diagnostic> allDiagnostics(const SyntaxTree& tree, const Evaluation& evaluation) {
    std::vector<Diagnostic> all = tree.diagnostics();
    all.insert(all.end(), evaluation.diagnostics.begin(), evaluation.diagnostics.end());
    const bool isTold = std::any_of(all.begin(), all.end(), [](const Diagnostic& each) { return each.kind == DiagnosticKind::UncaughtException; });
    if (evaluation.error && !isTold) all.push_back(uncaught(*evaluation.error));
    explainMistakes(tree, evaluation, all);
    std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.range.begin < b.range.begin; });
    return all;
}

std::vector<VariableMark> marksOf(const EvaluatedGraph& evaluated) {
    std::vector<VariableMark> marks;
    for (const VariableInfo& variable : evaluated.variables) {
        if (!variable.requests.empty()) marks.push_back({variable.operation, static_cast<std::uint32_t>(variable.requests.size())});
    }
    return marks;
}

// Diagram and layout, as the snapshot's view has them. False when stopped.
bool drawPicture(Snapshot& snapshot, Caches& caches, Stage lastStage, const std::stop_token& stop) {
    caches.diagram.startFor(snapshot.structure);
    snapshot.diagram = timed(snapshot.times.diagram, [&] {
        return makeDiagram(snapshot.graph(), *snapshot.scopes, *snapshot.edges, *snapshot.structure, marksOf(snapshot.evaluation->main), snapshot.view, caches.diagram);
    });
    if (lastStage == Stage::Diagram) return true;
    snapshot.drawing = timed(snapshot.times.layout, [&] { return layOut(snapshot.diagram, caches.layout, stop); });
    return !stop.stop_requested();
}

// All but what the view decides: a picture may be large, and another one takes its place.
std::shared_ptr<Snapshot> withoutPicture(const Snapshot& snapshot) {
    auto copy = std::make_shared<Snapshot>();
    copy->revision = snapshot.revision;
    copy->fileName = snapshot.fileName;
    copy->tree = snapshot.tree;
    copy->evaluation = snapshot.evaluation;
    copy->graphFile = snapshot.graphFile;
    copy->scopes = snapshot.scopes;
    copy->edges = snapshot.edges;
    copy->structure = snapshot.structure;
    copy->diagnostics = snapshot.diagnostics;
    copy->times = snapshot.times;
    return copy;
}

// The program, run. False when stopped.
bool evaluateProgram(Snapshot& snapshot, Request& request, const std::stop_token& stop) {
    snapshot.tree = timed(snapshot.times.parse, [&] {
        return std::make_shared<const SyntaxTree>(parse(std::move(request.text), request.parseLimits));
    });
    if (stop.stop_requested()) return false;
    snapshot.evaluation = timed(snapshot.times.evaluate, [&] {
        return std::make_shared<const Evaluation>(evaluate(*snapshot.tree, snapshot.fileName, request.evaluationLimits, stop));
    });
    if (stop.stop_requested()) return false;
    snapshot.diagnostics = allDiagnostics(*snapshot.tree, *snapshot.evaluation);
    return true;
}

// The graph of a file, as if an empty program had made it. False when stopped.
bool readFile(Snapshot& snapshot, const Request& request, const std::stop_token& stop) {
    snapshot.tree = std::make_shared<const SyntaxTree>(parse({}));
    snapshot.evaluation = timed(snapshot.times.evaluate, [&] {
        snapshot.graphFile = std::make_shared<const GraphFile>(readGraphFile(request.graphFile, request.graphFileOptions, stop, request.progress));
        return evaluationOf(*snapshot.graphFile);
    });
    snapshot.diagnostics = diagnosticsOf(*snapshot.graphFile);
    return !stop.stop_requested();
}

}  // namespace

std::shared_ptr<const Snapshot> build(Request request, Caches& caches, std::stop_token stop) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->revision = request.revision;
    snapshot->fileName = std::move(request.fileName);
    snapshot->view = std::move(request.view);
    if (!(request.graphFile ? readFile(*snapshot, request, stop) : evaluateProgram(*snapshot, request, stop))) return nullptr;
    if (request.lastStage == Stage::Evaluate) return snapshot;
    timed(snapshot->times.index, [&] {
        snapshot->scopes = std::make_shared<const ScopeTree>(snapshot->graph());
        snapshot->edges = std::make_shared<const EdgeIndex>(snapshot->graph(), *snapshot->scopes);
        snapshot->structure = std::make_shared<const Structure>(snapshot->graph(), *snapshot->scopes, *snapshot->edges);
        return true;
    });
    if (stop.stop_requested()) return nullptr;
    return drawPicture(*snapshot, caches, request.lastStage, stop) ? snapshot : nullptr;
}

std::shared_ptr<const Snapshot> rebuildView(const Snapshot& snapshot, const ViewOptions& view, Caches& caches, std::stop_token stop) {
    auto rebuilt = withoutPicture(snapshot);
    rebuilt->view = view;
    return drawPicture(*rebuilt, caches, Stage::Layout, stop) ? rebuilt : nullptr;
}

}  // namespace namescape
