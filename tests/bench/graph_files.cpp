// Measures how long a graph file takes from opening it to its first picture, and how much memory: each time in a process of its own.
#include "core/graph_generators.h"
#include "graph_file/graph_def_writer.h"
#include "pipeline/pipeline.h"
#include "support/file.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace namescape;

struct Measured {
    double seconds = 0;
    double read = 0, diagram = 0, layout = 0;
    double megabytes = 0;
    double operations = 0;
};

// Runs the work in a process of its own, so that its memory is its own too.
Measured inOtherProcess(const std::function<Measured()>& work) {
    int ends[2];
    Measured measured;
    if (::pipe(ends) != 0) return measured;
    const pid_t child = ::fork();
    if (child == 0) {
        measured = work();
        struct rusage usage {};
        ::getrusage(RUSAGE_SELF, &usage);
        measured.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
        [[maybe_unused]] const ssize_t written = ::write(ends[1], &measured, sizeof measured);
        ::_exit(0);
    }
    ::close(ends[1]);
    if (::read(ends[0], &measured, sizeof measured) != sizeof measured) measured = {};
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return measured;
}

// About `operations` of them.
generators::GraphPointer graphOf(const std::string& name, std::size_t operations) {
    if (name == "chain") return generators::chain(operations);
    if (name == "residual") return generators::residualNet(operations / 15);
    if (name == "varied") return generators::variedNet(operations / 22);
    if (name == "towers") return generators::towers(operations / 8, 3);
    if (name == "hub") return generators::hub(operations / 4);
    if (name == "deep") return generators::deepNesting(operations);
    return generators::flatScope(operations);
}

// Written once for all measurements of this run.
const std::string& fileOf(const std::string& name, std::size_t operations) {
    static std::map<std::pair<std::string, std::size_t>, std::string> files;
    std::string& path = files[{name, operations}];
    if (!path.empty()) return path;
    path = (std::filesystem::temp_directory_path() / ("namescape-bench-" + std::to_string(::getpid()) + "-" + name + "-" + std::to_string(operations) + ".pb")).string();
    inOtherProcess([&] {
        (void)writeFileWhole(path, encodeGraphDef(*graphOf(name, operations)));
        return Measured{};
    });
    std::atexit([] {
        for (const auto& [key, file] : files) std::filesystem::remove(file);
    });
    return path;
}

Measured open(const std::string& path) {
    const auto begin = std::chrono::steady_clock::now();
    Request request;
    const auto file = FileBytes::open(path);
    if (!file) return {};
    request.graphFile = *file;
    Caches caches;
    const auto snapshot = build(std::move(request), caches);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const auto seconds = [](std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); };
    return {took.count(), seconds(snapshot->times.evaluate), seconds(snapshot->times.diagram), seconds(snapshot->times.layout), 0, static_cast<double>(snapshot->graph().operationCount())};
}

void openGraphFile(benchmark::State& state, const std::string& name, std::size_t operations) {
    const std::string& path = fileOf(name, operations);
    Measured measured;
    for (auto _ : state) {
        measured = inOtherProcess([&] { return open(path); });
        state.SetIterationTime(measured.seconds);
    }
    state.counters["read_s"] = measured.read;
    state.counters["diagram_s"] = measured.diagram;
    state.counters["layout_s"] = measured.layout;
    state.counters["peak_MB"] = measured.megabytes;
    state.counters["file_MB"] = static_cast<double>(std::filesystem::file_size(path)) / (1 << 20);
    state.counters["operations"] = measured.operations;
}

const bool areRegistered = [] {
    const auto add = [](const char* name, std::size_t operations) {
        benchmark::RegisterBenchmark(("openGraphFile/" + std::string(name) + "/" + std::to_string(operations)).c_str(),
                                     [name = std::string(name), operations](benchmark::State& state) { openGraphFile(state, name, operations); })
            ->UseManualTime()->Unit(benchmark::kMillisecond);
    };
    for (const char* name : {"residual", "varied", "towers", "chain", "hub", "flat"}) add(name, 100'000);
    add("deep", 10'000);
    add("residual", 1'000'000);
    return true;
}();

}  // namespace
