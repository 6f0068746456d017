// Keeps a picture of a program up to date with its text: builds on another thread, always the newest text, one at a time.
#pragma once

#include "document/text_offsets.h"
#include "pipeline/pipeline.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace namescape {

class BuildThread;
class LayoutEngine;

// A snapshot, and the offsets of its text. Both null before the first build.
struct Build {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const TextOffsets> offsets;

    explicit operator bool() const { return snapshot != nullptr; }
};

// What does the work, called on the build thread. As build() and rebuildView() of the pipeline: null when stopped.
struct Builder {
    std::function<std::shared_ptr<const Snapshot>(Request, std::stop_token)> build;
    std::function<std::shared_ptr<const Snapshot>(const Snapshot&, const ViewOptions&, std::stop_token)> rebuildView;
};

// The pipeline, with caches of its own; `graphviz` answers for Graphviz (layout/layout.h), this process itself where it is null.
Builder pipelineBuilder(std::shared_ptr<LayoutEngine> graphviz = nullptr);

// Which snapshot is drawn while the program has an error.
enum class ErrorPicture { LastGood, UpToError };

class LiveBuild : public QObject {
    Q_OBJECT

public:
    LiveBuild(BuildThread& thread, Builder builder, QObject* parent = nullptr);
    // Stops what runs.
    ~LiveBuild() override;

    // Of the newest text that has been built.
    const Build& latest() const { return m_latest; }
    // What is to be drawn: the latest, or, while that has an error, the last without one.
    const Build& picture() const { return m_picture; }
    bool isPictureOld() const { return m_picture.snapshot && m_picture.snapshot->revision != m_latest.snapshot->revision; }
    const ViewOptions& view() const { return m_view; }
    bool isRunning() const { return m_isRunning; }
    ErrorPicture errorPicture() const { return m_errorPicture; }

    // Builds the text as soon as nothing else runs, and then only the newest that was handed over meanwhile.
    void setText(std::uint64_t revision, const QString& text, const QString& fileName);
    // The same for a graph file, which is read on the build thread: the graph of that name in it, or the main one.
    void setGraphFile(std::uint64_t revision, const QString& path, const std::string& graph = {});
    // What takes so long, while something does.
    enum class Activity { Evaluating, ReadingFile, Drawing };
    Activity activity() const;
    // Of a file that is being read: how much is, from 0 to 1.
    double progress() const { return m_progress->load(); }
    // Shows the picture in another view; made at the first occasion.
    void setView(const ViewOptions& view);
    void setErrorPicture(ErrorPicture which);
    // From this revision on the text is another program: pictures of the former one are not kept for its sake.
    void beginProgram(std::uint64_t revision) { m_programRevision = revision; }
    // Whether a snapshot is of the program that is edited now.
    bool isOfProgram(const Snapshot& snapshot) const { return snapshot.revision >= m_programRevision; }
    // Ends a run that takes too long. The text counts as built; the next change of it is built again.
    void cancel();

Q_SIGNALS:
    // A new text was built: `latest`, and maybe `picture`, are other ones.
    void built();
    // Only the picture is another one: seen in another view.
    void viewChanged();
    // A run takes so long that the user should be told, or has ended.
    void busyChanged(bool isBusy);
    // While it is busy: the activity, or how far it is.
    void progressed();
    // A run was ended by cancel(), or for want of memory.
    void cancelled();
    // After cancelled(), where that was the reason.
    void outOfMemory();

private:
    struct Result;

    struct WaitingText {
        std::uint64_t revision;
        QString text;
        QString fileName;
        bool isGraphFile = false;  // then that is what is read, and there is no text
        std::string graph = {};    // of the file
    };

    void setWaiting(WaitingText waiting);
    void startNext();
    void startBuild(Request request, WaitingText waiting);
    void startView();
    void finish(Result result);
    void finishBuild(Build build);
    void finishView(Build build);
    void finishStopped(bool isView, bool wasCancelled);
    void launch(std::function<Build()> work, bool isView);
    void stopWhatIsOutdated();
    void setBusy(bool isBusy);

    BuildThread& m_thread;
    std::shared_ptr<const Builder> m_builder;
    Build m_latest;
    Build m_picture;
    ViewOptions m_view;
    ErrorPicture m_errorPicture = ErrorPicture::LastGood;

    std::optional<WaitingText> m_waiting;
    bool m_isRunning = false;
    bool m_isBusy = false;
    Activity m_activity = Activity::Evaluating;
    bool m_wasCancelled = false;
    std::uint64_t m_programRevision = 0;
    std::stop_source m_stop;
    QElapsedTimer m_running;
    QTimer* m_busyTimer;
    QTimer* m_progressTimer;
    std::shared_ptr<std::atomic<double>> m_progress;  // set by the build thread
    QTimer* m_outdatedTimer;
};

// The first of a snapshot's problems for which its picture is not of the whole program: it ended it, or could not be read even as a fix says.
std::optional<std::uint32_t> gravestProblem(const Snapshot& snapshot);

// Whether the picture of a snapshot shows the whole program.
bool isWhole(const Snapshot& snapshot);

}  // namespace namescape
