// Measures how long the canvas takes to paint a frame while one pans and zooms in pictures of very many boxes. Without a display or a graphics processor.
#include "appearance/appearance.h"
#include "bench/window_start.h"
#include "canvas/canvas.h"
#include "core/graph_generators.h"
#include "graph_file/graph_def_writer.h"
#include "live/selection.h"
#include "pipeline/pipeline.h"
#include "support/file.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

using namespace namescape;

constexpr int framesPerScale = 40;

// All scopes open; made once.
std::shared_ptr<const Snapshot> picture(const std::string& name, std::size_t blocks) {
    static std::map<std::pair<std::string, std::size_t>, std::shared_ptr<const Snapshot>> pictures;
    auto& one = pictures[{name, blocks}];
    if (one) return one;
    const auto graph = name == "residual" ? generators::residualNet(blocks) : name == "varied" ? generators::variedNet(blocks) : generators::variablesOnly(blocks);
    const std::string path = (std::filesystem::temp_directory_path() / ("namescape-frames-" + std::to_string(::getpid()) + ".pb")).string();
    (void)writeFileWhole(path, encodeGraphDef(*graph));
    Request request;
    request.graphFile = *FileBytes::open(path);
    request.view.open = *OpenScopes::fromText("all");
    Caches caches;
    one = build(std::move(request), caches);
    std::filesystem::remove(path);
    return one;
}

// A canvas with the picture, shown.
struct Window {
    explicit Window(const std::shared_ptr<const Snapshot>& snapshot) : appearance(benchApplication()), canvas(selection, appearance) {
        appearance.choose(ThemeChoice::Light);
        appearance.setMotion(false);
        canvas.resize(1'280, 800);
        canvas.show();
        QApplication::processEvents();
        selection.setSnapshots(snapshot, snapshot);
        canvas.showPicture(snapshot, Arrival::Fresh);
        canvas.repaint();
    }

    void turnWheel(QPoint pixels, int angle, Qt::KeyboardModifiers modifiers) {
        const QPointF middle(640, 400);
        QWheelEvent wheel(middle, canvas.mapToGlobal(middle), pixels, {0, angle}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas, &wheel);
    }

    double frame() {
        QElapsedTimer clock;
        clock.start();
        canvas.repaint();
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }

    Appearance appearance;
    Selection selection;
    Canvas canvas;
};

void report(benchmark::State& state, std::vector<double>& times, const Snapshot& snapshot) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) { return times[std::min(times.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times.size())))]; };
    state.counters["boxes"] = static_cast<double>(snapshot.diagram.boxes.size());
    state.counters["p50_ms"] = at(0.5);
    state.counters["p95_ms"] = at(0.95);
    state.counters["max_ms"] = times.back();
}

// Scales from all of the picture to actual size, by factors of about 1.5.
std::vector<double> scales(double fitting) {
    std::vector<double> all;
    for (double scale = fitting; scale < 1; scale *= 1.5) all.push_back(scale);
    all.push_back(1);
    return all;
}

void zoomTo(Window& window, double scale) {
    while (window.canvas.view().scale < scale / 1.02) {
        const double before = window.canvas.view().scale;
        window.canvas.zoomIn();
        if (window.canvas.view().scale == before) return;
    }
}

void panning(benchmark::State& state, const std::string& name, std::size_t blocks) {
    const auto snapshot = picture(name, blocks);
    Window window(snapshot);
    std::vector<double> times;
    for (auto _ : state) {
        window.canvas.fit();
        for (const double scale : scales(window.canvas.view().scale)) {
            zoomTo(window, scale);
            window.frame();
            for (int step = 0; step < framesPerScale; ++step) {
                window.turnWheel(step < framesPerScale / 2 ? QPoint(9, -14) : QPoint(-9, 14), 0, {});
                times.push_back(window.frame());
            }
        }
    }
    report(state, times, *snapshot);
}

// As a wheel turns, in and out again.
void zooming(benchmark::State& state, const std::string& name, std::size_t blocks) {
    const auto snapshot = picture(name, blocks);
    Window window(snapshot);
    std::vector<double> times;
    for (auto _ : state) {
        window.canvas.fit();
        window.frame();
        for (const int angle : {120, -120})
            for (int step = 0; step < 40; ++step) {
                window.turnWheel({}, angle, Qt::ControlModifier);
                times.push_back(window.frame());
            }
    }
    report(state, times, *snapshot);
}

// Painted anew at every scale: what one waits for at the end of a zoom, and the longest that the window does nothing else meanwhile.
void wholeFrames(benchmark::State& state, const std::string& name, std::size_t blocks) {
    const auto snapshot = picture(name, blocks);
    Window window(snapshot);
    std::vector<double> times;
    double longest = 0;
    for (auto _ : state) {
        window.canvas.fit();
        for (const double scale : scales(window.canvas.view().scale)) {
            zoomTo(window, scale);
            for (int step = 0; step < 5; ++step) {
                window.appearance.choose(step % 2 == 0 ? ThemeChoice::Dark : ThemeChoice::Light);
                times.push_back(0);
                do {
                    const double slice = window.frame();
                    longest = std::max(longest, slice);
                    times.back() += slice;
                } while (!window.canvas.isSharp());
            }
        }
    }
    report(state, times, *snapshot);
    state.counters["slice_ms"] = longest;
}

const bool areRegistered = [] {
    struct Row {
        const char* name;
        std::size_t blocks;
    };
    for (const Row& row : {Row{"residual", 480}, Row{"residual", 4'600}, Row{"varied", 330}, Row{"variables", 2'000}, Row{"variables", 20'000}}) {
        const std::string name = row.name, what = "/" + name + "/" + std::to_string(row.blocks);
        const std::size_t blocks = row.blocks;
        const auto add = [&](const char* how, auto measure) {
            benchmark::RegisterBenchmark((how + what).c_str(), [=](benchmark::State& state) { measure(state, name, blocks); })->Unit(benchmark::kMillisecond)->Iterations(1);
        };
        add("panning", panning);
        add("zooming", zooming);
        add("wholeFrames", wholeFrames);
    }
    return true;
}();

}  // namespace
