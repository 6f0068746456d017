// Runs the benchmarks, and says at the end how those compare that were measured to be compared.
#ifdef NAMESCAPE_BENCH_WINDOW
#include "bench/window_start.h"
#endif

#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

// The table of the benchmark library, then the ratios of rates from this same run.
class ComparingReporter : public benchmark::ConsoleReporter {
public:
    ComparingReporter() : ConsoleReporter(::isatty(STDOUT_FILENO) ? OO_Defaults : OO_Tabular) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs)
            if (const auto rate = run.counters.find("items_per_second"); !run.error_occurred && rate != run.counters.end())
                m_rates[run.run_name.function_name + "/" + run.run_name.args] = rate->second.value;
    }

    void Finalize() override {
        for (const char* size : {"1000", "10000", "100000", "1000000"}) {
            compare("names", "namesInCPython", size);
            compare("clashingOperations", "namesInCPython", size);
            compare("networkOperations", "namesInCPython", size);
        }
        ConsoleReporter::Finalize();
    }

private:
    void compare(const std::string& ours, const std::string& theirs, const std::string& size) {
        const auto a = m_rates.find(ours + "/" + size), b = m_rates.find(theirs + "/" + size);
        if (a != m_rates.end() && b != m_rates.end())
            GetOutputStream() << fmt::format("{}/{}: {:.1f} times {}\n", ours, size, a->second / b->second, theirs);
    }

    std::map<std::string, double> m_rates;
};

}  // namespace

int main(int argc, char** argv) {
#ifdef NAMESCAPE_BENCH_WINDOW
    if (const auto status = namescape::asStartedWindow(argc, argv)) return *status;
#endif
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    ComparingReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
