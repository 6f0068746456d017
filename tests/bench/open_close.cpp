// Measures what it takes to open or close one scope, from the wish to the new snapshot, in graphs of any size.
#include "bench/percentile.h"
#include "core/graph_generators.h"
#include "pipeline/pipeline.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace {

using namespace namescape;

std::shared_ptr<const Snapshot> snapshotOf(generators::GraphPointer graph) {
    auto evaluation = std::make_shared<Evaluation>();
    evaluation->main.graph = std::move(graph);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->tree = std::make_shared<const SyntaxTree>(parse({}));
    snapshot->evaluation = evaluation;
    snapshot->scopes = std::make_shared<const ScopeTree>(snapshot->graph());
    snapshot->edges = std::make_shared<const EdgeIndex>(snapshot->graph(), *snapshot->scopes);
    snapshot->structure = std::make_shared<const Structure>(snapshot->graph(), *snapshot->scopes, *snapshot->edges);
    return snapshot;
}

// One iteration of the benchmark; returns its seconds.
double rebuildTimed(benchmark::State& state, const Snapshot& snapshot, const ViewOptions& view, Caches& caches) {
    const auto begin = std::chrono::steady_clock::now();
    auto rebuilt = rebuildView(snapshot, view, caches);
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    benchmark::DoNotOptimize(rebuilt);
    state.SetIterationTime(took);
    return took;
}

// Opens blocks of a net, each another one and closed again, as somebody does who looks around.
void openAndClose(benchmark::State& state, bool isVaried, std::size_t blocks) {
    auto snapshot = snapshotOf(isVaried ? generators::variedNet(blocks) : generators::residualNet(blocks));
    Caches caches;
    std::vector<std::string> scopes;
    for (const NodeId child : snapshot->scopes->children(ScopeTree::kRoot))
        if (snapshot->scopes->children(child).size() > 1 && !snapshot->scopes->operation(child).isValid()) scopes.emplace_back(snapshot->scopes->fullName(child));
    // Inside one scope, so that the picture around it stays of a size to look at.
    ViewOptions view;
    view.focus = scopes.front();
    std::vector<double> times;
    std::size_t next = 0;
    for (auto _ : state) {
        const std::string& scope = scopes[next++ / 2 * 7919 % scopes.size()];
        view.focus = scope;
        const auto first = snapshot->scopes->children(*snapshot->scopes->find(scope)).front();
        view.open = next % 2 ? view.open.withOpened(snapshot->scopes->fullName(first)) : OpenScopes();
        times.push_back(rebuildTimed(state, *snapshot, view, caches));
    }
    state.counters["p95_ms"] = percentile(times, 0.95) * 1000;
    state.counters["longest_ms"] = percentile(times, 1) * 1000;
    state.counters["operations"] = static_cast<double>(snapshot->graph().operationCount());
}

// The same from the outermost level: the series of blocks is folded, and one block of it is opened.
void openInSeries(benchmark::State& state, std::size_t blocks) {
    const auto snapshot = snapshotOf(generators::residualNet(blocks));
    Caches caches;
    std::vector<double> times;
    std::size_t next = 0;
    for (auto _ : state) {
        ViewOptions view;
        view.open.rule = OpenScopes::Rule::None;
        if (next++ % 2) view.open = view.open.withOpened("logits");
        times.push_back(rebuildTimed(state, *snapshot, view, caches));
    }
    state.counters["p95_ms"] = percentile(times, 0.95) * 1000;
    state.counters["operations"] = static_cast<double>(snapshot->graph().operationCount());
}

const bool areRegistered = [] {
    for (const std::size_t blocks : {670u, 6'700u, 66'700u}) {
        const std::string size = std::to_string(blocks);
        const auto add = [](const std::string& name, auto measure) {
            benchmark::RegisterBenchmark(name.c_str(), measure)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(400);
        };
        add("openAndClose/residual/" + size, [blocks](benchmark::State& state) { openAndClose(state, false, blocks); });
        add("openAndClose/varied/" + size, [blocks](benchmark::State& state) { openAndClose(state, true, blocks); });
        add("openBesideASeries/residual/" + size, [blocks](benchmark::State& state) { openInSeries(state, blocks); });
    }
    return true;
}();

}  // namespace
