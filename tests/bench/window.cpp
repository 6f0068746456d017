// Measures the whole window: from a key press or a drop until all panels and the picture show what it came to, from the start to the window, and its memory.
#include "app/test_services.h"
#include "bench/edits.h"
#include "bench/percentile.h"
#include "bench/window_start.h"
#include "blocks/blocks_model.h"
#include "blocks/blocks_panel.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "live/live_build.h"
#include "shell/main_window.h"
#include "shell/window_docks.h"

#include <benchmark/benchmark.h>

#include <QDockWidget>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>
#include <memory>
#include <vector>

namespace {

using namespace namescape;

// A window with a program, all of it shown.
class Window {
public:
    explicit Window(const std::string& program) : window(services.services()) {
        window.resize(1600, 1000);
        window.show();
        window.document().setUntitledText("program.py", QString::fromStdString(program));
        for (const char* dock : {"blocks", "scopes", "variables", "why", "stacks", "sharing"})
            if (QDockWidget* each = window.docks().dock(dock)) each->show();
        finish();
    }

    // Until what the text comes to is painted.
    void finish() {
        const LiveBuild& live = window.live();
        while (!live.latest() || live.latest().snapshot->revision != window.document().revision() || live.isRunning()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        // Panels may put off what they do to the next turn, and so does painting.
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    test::TestServices services;
    MainWindow window;
};

constexpr const char* kMistake = "the edit was a mistake: nothing was drawn of it";

void report(benchmark::State& state, const std::vector<double>& times, Window& shown) {
    state.counters["operations"] = static_cast<double>(shown.window.live().latest().snapshot->graph().operationCount());
    state.counters["median"] = percentile(times, 0.5);
    state.counters["p99"] = percentile(times, 0.99);
}

// One iteration of a benchmark: how long what is done takes, in milliseconds.
template <typename Do>
double timed(benchmark::State& state, const Do& act) {
    QElapsedTimer clock;
    clock.start();
    act();
    const auto time = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    state.SetIterationTime(time / 1e3);
    return time;
}

// A digit is typed where the cursor stands, and taken away again.
void typeAndTakeAway(benchmark::State& state, Window& shown) {
    CodeEditor& editor = shown.window.editorPanel().editor();
    std::vector<double> times;
    const LiveBuild& live = shown.window.live();
    bool isTyped = false;
    for (auto _ : state) {
        QKeyEvent press = isTyped ? QKeyEvent(QEvent::KeyPress, Qt::Key_Backspace, Qt::NoModifier) : QKeyEvent(QEvent::KeyPress, Qt::Key_7, Qt::NoModifier, QStringLiteral("7"));
        isTyped = !isTyped;
        times.push_back(timed(state, [&] {
            QCoreApplication::sendEvent(&editor, &press);
            shown.finish();
        }));
        if (!isWhole(*live.latest().snapshot)) return state.SkipWithError(kMistake);
    }
    report(state, times, shown);
}

// In the name of the scope around all layers: every name below it is another one each time.
void keyToEverything(benchmark::State& state) {
    benchApplication();
    Window shown(networkProgram(static_cast<std::size_t>(state.range(0))));
    CodeEditor& editor = shown.window.editorPanel().editor();
    const QString text = shown.window.document().text();
    QTextCursor cursor(editor.document());
    const QLatin1String before("variable_scope('net");
    cursor.setPosition(static_cast<int>(text.indexOf(before) + before.size()));
    editor.setTextCursor(cursor);
    typeAndTakeAway(state, shown);
}

// The block of the last layer is dropped one place higher, and then back.
void dropToEverything(benchmark::State& state) {
    benchApplication();
    Window shown(networkProgram(static_cast<std::size_t>(state.range(0))));
    BlocksPanel& blocks = shown.window.blocksPanel();
    const LiveBuild& live = shown.window.live();
    std::vector<double> times;
    bool isUp = false;
    for (auto _ : state) {
        BlocksModel& model = blocks.model();
        const QModelIndex network = model.index(model.rowCount() - 3, 0);
        const int last = model.rowCount(network) - 1;
        blocks.view().setCurrentIndex(model.index(isUp ? last - 1 : last, 0, network));
        shown.finish();
        times.push_back(timed(state, [&] {
            blocks.moveSelected(isUp ? 1 : -1);
            shown.finish();
        }));
        if (!isWhole(*live.latest().snapshot)) return state.SkipWithError(kMistake);
        isUp = !isUp;
    }
    report(state, times, shown);
}

std::string statementsProgram(std::size_t blocks) {
    std::string program = "import tensorflow as tf\n";
    for (std::size_t i = 0; i < blocks; ++i) program += i % 10 == 0 ? "with tf.name_scope('s" + std::to_string(i) + "'):\n" : "    c" + std::to_string(i) + " = tf.constant(" + std::to_string(i) + ")\n";
    return program;
}

// A page further in blocks of which all are unfolded, painted.
void scrollBlocks(benchmark::State& state) {
    benchApplication();
    Window shown(statementsProgram(static_cast<std::size_t>(state.range(0))));
    QTreeView& view = shown.window.blocksPanel().view();
    QScrollBar& bar = *view.verticalScrollBar();
    std::vector<double> times;
    for (auto _ : state) {
        const int next = bar.value() + bar.pageStep();
        times.push_back(timed(state, [&] {
            bar.setValue(next > bar.maximum() ? 0 : next);
            view.viewport()->repaint();
        }));
    }
    report(state, times, shown);
}

// A key in the middle of that many blocks.
void keyAmongBlocks(benchmark::State& state) {
    benchApplication();
    Window shown(statementsProgram(static_cast<std::size_t>(state.range(0))));
    CodeEditor& editor = shown.window.editorPanel().editor();
    editor.goToLine(static_cast<int>(state.range(0) / 2) + 3);
    editor.moveCursor(QTextCursor::EndOfLine);
    editor.moveCursor(QTextCursor::Left);
    typeAndTakeAway(state, shown);
}

// A process that shows a program of that many operations and ends: until all is painted, and what it then takes.
void startToWindow(benchmark::State& state) {
    const std::string path = temporaryProgram(networkProgram(static_cast<std::size_t>(state.range(0))));
    std::vector<double> times;
    double megabytes = 0;
    for (auto _ : state) {
        const WindowStart start = startWindow(path);
        times.push_back(start.milliseconds);
        megabytes = std::max(megabytes, start.megabytes);
        state.SetIterationTime(start.milliseconds / 1e3);
    }
    state.counters["median"] = percentile(times, 0.5);
    state.counters["longest"] = percentile(times, 1);
    state.counters["resident_MB"] = megabytes;
}

BENCHMARK(keyToEverything)->Arg(200)->Arg(5'000)->Unit(benchmark::kMillisecond)->UseManualTime()->MinTime(2);
BENCHMARK(dropToEverything)->Arg(200)->Arg(5'000)->Unit(benchmark::kMillisecond)->UseManualTime()->MinTime(2);
BENCHMARK(keyAmongBlocks)->Arg(2'000)->Unit(benchmark::kMillisecond)->UseManualTime()->MinTime(2);
BENCHMARK(scrollBlocks)->Arg(2'000)->Unit(benchmark::kMillisecond)->UseManualTime()->MinTime(1);
BENCHMARK(startToWindow)->Arg(200)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(10);

}  // namespace
