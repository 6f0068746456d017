// Measures what a user waits for: from a key press to the new snapshot, layout included.
#include "bench/edits.h"
#include "bench/percentile.h"
#include "pipeline/pipeline.h"

#include <benchmark/benchmark.h>

#include <vector>

namespace {

using namespace namescape;

double milliseconds(std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

std::shared_ptr<const Snapshot> buildText(std::string text, Caches& caches) {
    Request request;
    request.text = std::move(text);
    request.fileName = "program.py";
    return build(std::move(request), caches);
}

// Counters are milliseconds; parse to layout are means, and what is left of the mean goes to joining them.
void keyPress(benchmark::State& state) {
    const std::string program = networkProgram(static_cast<std::size_t>(state.range(0)));
    Caches caches;
    std::size_t operations = buildText(program, caches)->graph().operationCount();
    std::vector<double> totals;
    StageTimes sum;
    std::size_t step = 0;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        const auto snapshot = buildText(afterKeyPress(program, step++), caches);
        const auto time = std::chrono::steady_clock::now() - start;
        totals.push_back(milliseconds(time));
        state.SetIterationTime(std::chrono::duration<double>(time).count());
        sum.parse += snapshot->times.parse;
        sum.evaluate += snapshot->times.evaluate;
        sum.index += snapshot->times.index;
        sum.diagram += snapshot->times.diagram;
        sum.layout += snapshot->times.layout;
    }
    const auto mean = [&](std::chrono::nanoseconds time) { return milliseconds(time) / static_cast<double>(totals.size()); };
    state.counters["operations"] = static_cast<double>(operations);
    state.counters["median"] = percentile(totals, 0.5);
    state.counters["p99"] = percentile(totals, 0.99);
    state.counters["parse"] = mean(sum.parse);
    state.counters["evaluate"] = mean(sum.evaluate);
    state.counters["index"] = mean(sum.index);
    state.counters["diagram"] = mean(sum.diagram);
    state.counters["layout"] = mean(sum.layout);
}

void firstBuild(benchmark::State& state) {
    const std::string program = networkProgram(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        Caches caches;
        benchmark::DoNotOptimize(buildText(program, caches));
    }
}

BENCHMARK(keyPress)->Arg(200)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond)->UseManualTime()->MinTime(2);
BENCHMARK(firstBuild)->Arg(200)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
