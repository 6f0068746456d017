// Measures pictures of graphs that no program had to make: what is visible, its layout, its SVG.
#include "core/graph_generators.h"
#include "io/dot_writer.h"
#include "io/svg_writer.h"
#include "layout/layout.h"
#include "support/file.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace namescape;

generators::GraphPointer graphOf(const std::string& name, std::size_t size) {
    if (name == "residual") return generators::residualNet(size);
    if (name == "varied") return generators::variedNet(size);
    if (name == "towers") return generators::towers(size, size);
    if (name == "hub") return generators::hub(size);
    if (name == "training") return generators::training(size);
    if (name == "chain") return generators::chain(size);
    if (name == "flatWithHubs") return generators::flatScopeWithHubs(size);
    if (name == "deep") return generators::deepNesting(size);
    return generators::flatScope(size);
}

// A graph, and what is visible of it with the scopes open that `open` says.
struct Subject {
    generators::GraphPointer graph;
    ScopeTree tree;
    EdgeIndex index;
    Structure structure;
    ViewOptions options;
    Diagram diagram;

    Subject(const std::string& name, std::size_t size, const std::string& open) : graph(graphOf(name, size)), tree(*graph), index(*graph, tree), structure(*graph, tree, index) {
        if (!open.empty()) options.open = *OpenScopes::fromText(open);
        diagram = makeDiagram(*graph, tree, index, structure, {}, options);
    }

    void count(benchmark::State& state) const {
        state.counters["operations"] = static_cast<double>(graph->operationCount());
        state.counters["boxes"] = static_cast<double>(diagram.boxes.size());
    }
};

void scopeTree(benchmark::State& state, const std::string& name, std::size_t size) {
    const Subject subject(name, size, "none");
    for (auto _ : state) benchmark::DoNotOptimize(ScopeTree(*subject.graph));
    subject.count(state);
}

void edgeIndex(benchmark::State& state, const std::string& name, std::size_t size) {
    const Subject subject(name, size, "none");
    for (auto _ : state) benchmark::DoNotOptimize(EdgeIndex(*subject.graph, subject.tree));
    subject.count(state);
}

void structure(benchmark::State& state, const std::string& name, std::size_t size) {
    const Subject subject(name, size, "none");
    for (auto _ : state) benchmark::DoNotOptimize(Structure(*subject.graph, subject.tree, subject.index));
    subject.count(state);
}

void diagram(benchmark::State& state, const std::string& name, std::size_t size, const std::string& open) {
    const Subject subject(name, size, open);
    for (auto _ : state) benchmark::DoNotOptimize(makeDiagram(*subject.graph, subject.tree, subject.index, subject.structure, {}, subject.options));
    subject.count(state);
}

// With nothing known from before; equal scopes are still laid out once.
void firstLayout(benchmark::State& state, const std::string& name, std::size_t size, const std::string& open) {
    const Subject subject(name, size, open);
    for (auto _ : state) {
        LayoutCache cache;
        benchmark::DoNotOptimize(layOut(subject.diagram, cache));
    }
    subject.count(state);
}

void layoutAgain(benchmark::State& state, const std::string& name, std::size_t size, const std::string& open) {
    const Subject subject(name, size, open);
    LayoutCache cache;
    for (auto _ : state) benchmark::DoNotOptimize(layOut(subject.diagram, cache));
    subject.count(state);
}

void svg(benchmark::State& state, const std::string& name, std::size_t size, const std::string& open) {
    const Subject subject(name, size, open);
    LayoutCache cache;
    const Drawing drawing = layOut(subject.diagram, cache);
    for (auto _ : state) benchmark::DoNotOptimize(writeSvg(subject.diagram, drawing, *subject.graph, ThemeName::Light));
    subject.count(state);
}

// The same picture by Graphviz's `dot` with clusters, as anybody would draw it; given up after ten seconds.
void plainDot(benchmark::State& state, const std::string& name, std::size_t size, const std::string& open) {
    const Subject subject(name, size, open);
    const auto path = std::filesystem::temp_directory_path() / ("namescape-bench-" + std::to_string(::getpid()) + ".dot");
    (void)writeFileWhole(path.string(), writeDot(subject.diagram, *subject.graph, ThemeName::Light));
    const std::string command = "timeout 10 dot -Tsvg -o /dev/null '" + path.string() + "' 2>/dev/null";
    constexpr int kTimeIsUp = 124;
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        const int status = std::system(command.c_str());
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        if (WIFEXITED(status) && WEXITSTATUS(status) == kTimeIsUp) state.SetLabel(">10 s");
        else if (status != 0) state.SetLabel("dot failed");
    }
    std::filesystem::remove(path);
    subject.count(state);
}

const bool areRegistered = [] {
    struct Row {
        const char* name;
        std::size_t size;
        const char* open;
    };
    // Of 1,000, 10,000 and 100,000 operations where that is not said otherwise.
    for (const Row& row : {Row{"residual", 12, ""}, Row{"residual", 12, "all"}, Row{"residual", 67, "all"}, Row{"residual", 667, "all"}, Row{"residual", 6'667, "all"},
                           Row{"varied", 12, "all"}, Row{"varied", 46, "all"}, Row{"varied", 455, "all"}, Row{"varied", 4'550, "all"},
                           Row{"towers", 8, "all"}, Row{"towers", 18, "all"}, Row{"hub", 500, "none"}, Row{"training", 20, ""}, Row{"training", 200, "none"}, Row{"training", 200, "all"},
                           Row{"chain", 1'000, "all"}, Row{"deep", 200, "all"}, Row{"flat", 60, ""}, Row{"flat", 200, "all"}, Row{"flat", 2'000, "all"}, Row{"flatWithHubs", 2'000, "all"}, Row{"flat", 100'000, ""}}) {
        const std::string what = "/" + std::string(row.name) + "/" + std::to_string(row.size) + (*row.open ? "/" + std::string(row.open) : "");
        const std::string name = row.name, open = row.open;
        const std::size_t size = row.size;
        const auto add = [&](const char* stage, auto measure) {
            benchmark::RegisterBenchmark((stage + what).c_str(), [=](benchmark::State& state) { measure(state, name, size, open); })->Unit(benchmark::kMillisecond);
        };
        add("diagram", diagram);
        add("firstLayout", firstLayout);
        add("layoutAgain", layoutAgain);
        add("svg", svg);
        benchmark::RegisterBenchmark(("plainDot" + what).c_str(), [=](benchmark::State& state) { plainDot(state, name, size, open); })
            ->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);
    }
    benchmark::RegisterBenchmark("scopeTree/residual/6000", [](benchmark::State& state) { scopeTree(state, "residual", 6'000); })->Unit(benchmark::kMillisecond);
    for (const std::size_t size : {6'000u, 66'700u})
        benchmark::RegisterBenchmark(("structure/residual/" + std::to_string(size)).c_str(), [size](benchmark::State& state) { structure(state, "residual", size); })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("edgeIndex/residual/6000", [](benchmark::State& state) { edgeIndex(state, "residual", 6'000); })->Unit(benchmark::kMillisecond);
    return true;
}();

}  // namespace
