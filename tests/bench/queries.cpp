// Measures what one asks of a graph: to find by name, type and expression, and to follow its edges.
#include "core/graph_generators.h"
#include "query/node_search.h"
#include "query/reachability.h"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace namescape;

struct Subject {
    generators::GraphPointer graph;
    std::unique_ptr<ScopeTree> tree;
};

// A residual net of about so many operations; made once.
const Subject& subject(std::size_t operations) {
    static std::map<std::size_t, Subject> subjects;
    Subject& one = subjects[operations];
    if (!one.graph) {
        one.graph = generators::residualNet(operations / 15);
        one.tree = std::make_unique<ScopeTree>(*one.graph);
    }
    return one;
}

void find(benchmark::State& state, const std::string& text) {
    const Subject& net = subject(static_cast<std::size_t>(state.range(0)));
    std::size_t found = 0;
    for (auto _ : state) found = NodeSearch::fromText(text)->run(*net.graph, *net.tree).nodes.size();
    state.counters["operations"] = static_cast<double>(net.graph->operationCount());
    state.counters["nodes"] = static_cast<double>(net.tree->nodeCount());
    state.counters["found"] = static_cast<double>(found);
}

void follow(benchmark::State& state, Reach reach) {
    const Subject& net = subject(static_cast<std::size_t>(state.range(0)));
    const std::vector from{OperationId{static_cast<std::uint32_t>(net.graph->operationCount() / (reach == Reach::Ancestors ? 1 : 1'000)) - 1}};
    std::size_t found = 0;
    for (auto _ : state) found = reached(*net.graph, from, reach).size();
    state.counters["operations"] = static_cast<double>(net.graph->operationCount());
    state.counters["found"] = static_cast<double>(found);
}

void findPath(benchmark::State& state) {
    const Subject& net = subject(static_cast<std::size_t>(state.range(0)));
    const std::vector from{OperationId{0}}, to{OperationId{static_cast<std::uint32_t>(net.graph->operationCount()) - 1}};
    std::size_t found = 0;
    for (auto _ : state) found = pathBetween(*net.graph, from, to).size();
    state.counters["found"] = static_cast<double>(found);
}

const bool areRegistered = [] {
    const auto add = [](const std::string& name, auto measure) {
        for (const int operations : {100'000, 1'000'000})
            benchmark::RegisterBenchmark(name.c_str(), measure)->Arg(operations)->Unit(benchmark::kMillisecond);
    };
    add("find/everywhere", [](benchmark::State& state) { find(state, "conv"); });
    add("find/rare", [](benchmark::State& state) { find(state, "block_4711"); });
    add("find/nowhere", [](benchmark::State& state) { find(state, "nowhere"); });
    add("find/type", [](benchmark::State& state) { find(state, "op:Conv2D"); });
    add("find/expression", [](benchmark::State& state) { find(state, "/conv\\d+.weights$/"); });
    add("follow/ancestors", [](benchmark::State& state) { follow(state, Reach::Ancestors); });
    add("follow/descendants", [](benchmark::State& state) { follow(state, Reach::Descendants); });
    add("follow/users", [](benchmark::State& state) { follow(state, Reach::Users); });
    add("follow/path", findPath);
    return true;
}();

}  // namespace
