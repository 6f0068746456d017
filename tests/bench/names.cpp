// Measures what a graph is made of, from a thousand to a million: names alone, next to CPython with the same rule, and operations
// that a program makes.
#include "api/evaluation.h"
#include "bench/edits.h"
#include "graph/names_in_use.h"
#include "syntax/syntax_tree.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include <malloc.h>

namespace {

using namespace namescape;

// The same names as unique_names.py registers.
void registerNames(NamesInUse& names, std::int64_t count) {
    for (std::int64_t made = 0; made < count;) {
        const std::string block = names.unique("net", "block");
        for (int i = 0; i < 100 && made < count; ++i, made += 11) {
            const std::string unit = names.unique(block, "unit");
            for (int k = 0; k < 10; ++k) benchmark::DoNotOptimize(names.unique(unit, "copy"));
        }
    }
}

void names(benchmark::State& state) {
    double bytes = 0;
    for (auto _ : state) {
        NamesInUse names;
        registerNames(names, state.range(0));
        bytes = static_cast<double>(names.bytes());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.counters["bytes_each"] = bytes / static_cast<double>(state.range(0));
}

void namesInCPython(benchmark::State& state) {
    const std::string command = "python3 '" NAMESCAPE_BENCH_DIR "/unique_names.py' " + std::to_string(state.range(0));
    for (auto _ : state) {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
        double seconds = 0;
        if (!pipe || std::fscanf(pipe.get(), "%lf", &seconds) != 1) {
            state.SkipWithError("python3 is not here");
            return;
        }
        state.SetIterationTime(seconds);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

std::size_t heapInUse() {
    const auto info = ::mallinfo2();
    return info.uordblks + info.hblkhd;
}

void operations(benchmark::State& state, std::string (*programOf)(std::size_t)) {
    const SyntaxTree tree = parse(programOf(static_cast<std::size_t>(state.range(0))));
    EvaluationLimits limits;
    limits.maxOperations = limits.maxSteps = 100'000'000;
    std::size_t count = 0;
    double bytes = 0;
    for (auto _ : state) {
        const std::size_t before = heapInUse();
        const Evaluation evaluation = evaluate(tree, "program.py", limits);
        if (evaluation.error) return state.SkipWithError(evaluation.error->message.c_str());
        count = evaluation.main.graph->operationCount();
        bytes = static_cast<double>(heapInUse() - before - evaluation.main.graph->nameBytes());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
    state.counters["operations"] = static_cast<double>(count);
    state.counters["bytes_each"] = bytes / static_cast<double>(count);  // of the whole evaluation, its names left out
}

void clashingOperations(benchmark::State& state) {
    operations(state, clashingProgram);
}

void networkOperations(benchmark::State& state) {
    operations(state, networkProgram);
}

BENCHMARK(names)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(namesInCPython)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(clashingOperations)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(networkOperations)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
