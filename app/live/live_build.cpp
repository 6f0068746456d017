#include "live/live_build.h"

#include "live/build_thread.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <new>
#include <utility>

namespace namescape {

namespace {

using namespace std::chrono_literals;

// Below this nobody notices a wait, and an indicator would only flicker.
constexpr auto busyDelay = 200ms;
constexpr auto progressInterval = 100ms;

// A text that has been replaced may still finish its run within this time, so that the picture moves while one types.
constexpr auto outdatedRunTime = 800ms;

std::shared_ptr<const FileBytes> opened(const QString& path) {
    auto file = FileBytes::open(QFile::encodeName(path).toStdString());
    return file ? *file : FileBytes::unreadable(file.error());
}

}  // namespace

// What comes back from the build thread.
struct LiveBuild::Result {
    Build build;
    bool isView;
    bool ranOutOfMemory = false;
};

Builder pipelineBuilder(std::shared_ptr<LayoutEngine> graphviz) {
    const auto caches = std::make_shared<Caches>();
    if (graphviz) caches->layout = LayoutCache(LayoutCache::kBytes, std::move(graphviz));
    return {
        [caches](Request request, std::stop_token stop) { return build(std::move(request), *caches, std::move(stop)); },
        [caches](const Snapshot& snapshot, const ViewOptions& view, std::stop_token stop) {
            return rebuildView(snapshot, view, *caches, std::move(stop));
        },
    };
}

LiveBuild::LiveBuild(BuildThread& thread, Builder builder, QObject* parent)
    : QObject(parent), m_thread(thread), m_builder(std::make_shared<Builder>(std::move(builder))), m_busyTimer(new QTimer(this)),
      m_progressTimer(new QTimer(this)), m_progress(std::make_shared<std::atomic<double>>(0.0)), m_outdatedTimer(new QTimer(this)) {
    m_progressTimer->setInterval(progressInterval);
    connect(m_progressTimer, &QTimer::timeout, this, &LiveBuild::progressed);
    m_busyTimer->setSingleShot(true);
    m_busyTimer->setInterval(busyDelay);
    connect(m_busyTimer, &QTimer::timeout, this, [this] { setBusy(true); });
    m_outdatedTimer->setSingleShot(true);
    connect(m_outdatedTimer, &QTimer::timeout, this, &LiveBuild::stopWhatIsOutdated);
}

LiveBuild::~LiveBuild() {
    m_stop.request_stop();
}

void LiveBuild::setText(std::uint64_t revision, const QString& text, const QString& fileName) {
    setWaiting({revision, text, fileName, false, {}});
}

void LiveBuild::setGraphFile(std::uint64_t revision, const QString& path, const std::string& graph) {
    setWaiting({revision, {}, path, true, graph});
}

LiveBuild::Activity LiveBuild::activity() const {
    // What comes after reading is to find out what belongs together, and to draw it.
    return m_activity == Activity::ReadingFile && progress() >= 1 ? Activity::Drawing : m_activity;
}

void LiveBuild::setWaiting(WaitingText waiting) {
    m_waiting = std::move(waiting);
    if (m_isRunning) stopWhatIsOutdated();
    startNext();
}

void LiveBuild::setView(const ViewOptions& view) {
    if (view == m_view) return;
    m_view = view;
    startNext();
}

void LiveBuild::setErrorPicture(ErrorPicture which) {
    if (which == m_errorPicture) return;
    m_errorPicture = which;
    if (which == ErrorPicture::LastGood || !isPictureOld()) return;
    m_picture = m_latest;
    Q_EMIT viewChanged();
    startNext();
}

void LiveBuild::cancel() {
    if (!m_isRunning) return;
    m_wasCancelled = true;
    m_stop.request_stop();
}

void LiveBuild::stopWhatIsOutdated() {
    if (!m_isRunning || !m_waiting) return;
    const std::chrono::milliseconds soFar(m_running.elapsed());
    if (soFar >= outdatedRunTime)
        m_stop.request_stop();
    else if (!m_outdatedTimer->isActive())
        m_outdatedTimer->start(outdatedRunTime - soFar);
}

void LiveBuild::startNext() {
    if (m_isRunning) return;
    if (m_waiting) {
        WaitingText waiting = std::move(*std::exchange(m_waiting, std::nullopt));
        Request request;
        request.revision = waiting.revision;
        request.fileName = waiting.fileName.toStdString();
        request.view = m_view;
        startBuild(std::move(request), std::move(waiting));
    } else if (m_picture && m_picture.snapshot->view != m_view) {
        startView();
    }
}

void LiveBuild::startBuild(Request request, WaitingText waiting) {
    m_progress->store(0);
    m_activity = waiting.isGraphFile ? Activity::ReadingFile : Activity::Evaluating;
    launch(
        [builder = m_builder, progress = m_progress, request = std::move(request), waiting = std::move(waiting), stop = m_stop.get_token()]() mutable -> Build {
            request.text = waiting.text.toStdString();
            if (waiting.isGraphFile) request.graphFile = opened(waiting.fileName);
            request.graphFileOptions.graph = waiting.graph;
            request.progress = [progress](double share) { progress->store(share); };
            return {builder->build(std::move(request), stop), std::make_shared<TextOffsets>(waiting.text)};
        },
        false);
}

void LiveBuild::startView() {
    m_activity = Activity::Drawing;
    launch([builder = m_builder, from = m_picture, view = m_view, stop = m_stop.get_token()]() -> Build {
        return {builder->rebuildView(*from.snapshot, view, stop), from.offsets};
    }, true);
}

void LiveBuild::launch(std::function<Build()> work, bool isView) {
    m_isRunning = true;
    m_running.start();
    m_busyTimer->start();
    const auto result = std::make_shared<Result>(Result{{}, isView});
    const auto run = [result, work = std::move(work)] {
        try {
            result->build = work();
        } catch (const std::bad_alloc&) {
            result->ranOutOfMemory = true;
        }
    };
    m_thread.run(this, run, [this, result] { finish(std::move(*result)); });
}

void LiveBuild::finish(Result result) {
    m_isRunning = false;
    m_busyTimer->stop();
    m_outdatedTimer->stop();
    m_stop = std::stop_source();
    setBusy(false);
    // The picture stays as it was then, too.
    const bool wasCancelled = std::exchange(m_wasCancelled, false) || result.ranOutOfMemory;
    const bool ranOutOfMemory = result.ranOutOfMemory;
    if (!result.build.snapshot)
        finishStopped(result.isView, wasCancelled);
    else if (result.isView)
        finishView(std::move(result.build));
    else
        finishBuild(std::move(result.build));
    if (ranOutOfMemory) Q_EMIT outOfMemory();
    startNext();
}

void LiveBuild::finishStopped(bool isView, bool wasCancelled) {
    if (!wasCancelled) return;
    // Else the same view would be tried again at once.
    if (isView) m_view = m_picture.snapshot->view;
    Q_EMIT cancelled();
}

void LiveBuild::finishView(Build build) {
    // The picture may have been exchanged since.
    if (build.snapshot->revision != m_picture.snapshot->revision) return;
    m_picture = std::move(build);
    Q_EMIT viewChanged();
}

void LiveBuild::finishBuild(Build build) {
    m_latest = std::move(build);
    const bool keepsOld = m_picture && isOfProgram(*m_picture.snapshot) && m_errorPicture == ErrorPicture::LastGood;
    if (!keepsOld || isWhole(*m_latest.snapshot)) m_picture = m_latest;
    Q_EMIT built();
}

void LiveBuild::setBusy(bool isBusy) {
    if (isBusy == m_isBusy) return;
    m_isBusy = isBusy;
    isBusy ? m_progressTimer->start() : m_progressTimer->stop();
    Q_EMIT busyChanged(isBusy);
}

std::optional<std::uint32_t> gravestProblem(const Snapshot& snapshot) {
    const auto isGrave = [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error && (diagnostic.fixes.empty() || diagnostic.kind == DiagnosticKind::UncaughtException);
    };
    const auto found = std::find_if(snapshot.diagnostics.begin(), snapshot.diagnostics.end(), isGrave);
    if (found == snapshot.diagnostics.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - snapshot.diagnostics.begin());
}

bool isWhole(const Snapshot& snapshot) {
    return !snapshot.evaluation->error && !gravestProblem(snapshot);
}

}  // namespace namescape
