// Measures pictures of graphs that no program had to make: what is visible, its layout, its SVG.
#include "core/graph_generators.h"
#include "io/svg_writer.h"
#include "layout/layout.h"

#include <benchmark/benchmark.h>

namespace {

using namespace namescape;

generators::GraphPointer graphOf(const std::string& name, std::size_t size) {
    if (name == "residual") return generators::residualNet(size);
    if (name == "varied") return generators::variedNet(size);
    if (name == "towers") return generators::towers(size, size);
    if (name == "hub") return generators::hub(size);
    return generators::flatScope(size);
}

// A graph, and what is visible of it with the scopes open that `open` says.
struct Subject {
    generators::GraphPointer graph;
    ScopeTree tree;
    EdgeIndex index;
    ViewOptions options;
    Diagram diagram;

    Subject(const std::string& name, std::size_t size, const std::string& open) : graph(graphOf(name, size)), tree(*graph), index(*graph, tree) {
        if (!open.empty()) options.open = *OpenScopes::fromText(open);
        diagram = makeDiagram(*graph, tree, index, {}, options);
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

void diagram(benchmark::State& state, const std::string& name, std::size_t size, const std::string& open) {
    const Subject subject(name, size, open);
    for (auto _ : state) benchmark::DoNotOptimize(makeDiagram(*subject.graph, subject.tree, subject.index, {}, subject.options));
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

const bool areRegistered = [] {
    struct Row {
        const char* name;
        std::size_t size;
        const char* open;
    };
    for (const Row& row : {Row{"residual", 12, ""}, Row{"residual", 12, "all"}, Row{"residual", 600, "all"}, Row{"varied", 12, "all"}, Row{"varied", 600, "all"},
                           Row{"towers", 8, "all"}, Row{"hub", 500, "none"}, Row{"flat", 60, ""}, Row{"flat", 200, ""}, Row{"flat", 2'000, ""}}) {
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
    }
    benchmark::RegisterBenchmark("scopeTree/residual/6000", [](benchmark::State& state) { scopeTree(state, "residual", 6'000); })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("edgeIndex/residual/6000", [](benchmark::State& state) { edgeIndex(state, "residual", 6'000); })->Unit(benchmark::kMillisecond);
    return true;
}();

}  // namespace
