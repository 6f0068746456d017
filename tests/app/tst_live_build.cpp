#include "live/build_thread.h"
#include "live/live_build.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace namescape;

namespace {

// Builds snapshots that hold nothing but their text; waits before each for a permit, where it is told to.
class FakePipeline {
public:
    Builder builder() {
        return {[this](Request request, std::stop_token stop) { return build(std::move(request), stop); },
                [this](const Snapshot& snapshot, const ViewOptions& view, std::stop_token) { return rebuild(snapshot, view); }};
    }

    QStringList builtTexts() const {
        const std::lock_guard guard(m_mutex);
        return m_texts;
    }

    std::atomic<bool> waits = false;
    QSemaphore permits;
    std::atomic<int> started = 0;
    std::atomic<int> stopped = 0;
    std::atomic<int> views = 0;

private:
    std::shared_ptr<const Snapshot> build(Request request, const std::stop_token& stop) {
        {
            const std::lock_guard guard(m_mutex);
            m_texts.append(QString::fromStdString(request.text));
        }
        ++started;
        if (request.text == "huge") throw std::bad_alloc();
        while (waits && !permits.tryAcquire(1, 1))
            if (stop.stop_requested()) {
                ++stopped;
                return nullptr;
            }
        return snapshotOf(request);
    }

    static std::shared_ptr<const Snapshot> snapshotOf(const Request& request) {
        auto snapshot = std::make_shared<Snapshot>();
        auto evaluation = std::make_shared<Evaluation>();
        evaluation->main.graph = std::make_shared<Graph>();
        if (request.text.find("error") != std::string::npos) {
            auto& error = evaluation->error.emplace();
            error.type = "ValueError";
            error.message = "wrong";
            error.line = 1;
        }
        snapshot->revision = request.revision;
        snapshot->view = request.view;
        snapshot->tree = std::make_shared<SyntaxTree>();
        snapshot->evaluation = evaluation;
        return snapshot;
    }

    std::shared_ptr<const Snapshot> rebuild(const Snapshot& snapshot, const ViewOptions& view) {
        ++views;
        auto other = std::make_shared<Snapshot>(snapshot);
        other->view = view;
        return other;
    }

    mutable std::mutex m_mutex;
    QStringList m_texts;
};

ViewOptions viewInto(const std::string& focus) {
    ViewOptions view;
    view.focus = focus;
    return view;
}

}  // namespace

class LiveBuildTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_thread = std::make_unique<BuildThread>();
        m_pipeline = std::make_unique<FakePipeline>();
        m_live = std::make_unique<LiveBuild>(*m_thread, m_pipeline->builder());
    }

    void cleanup() {
        m_live.reset();
        m_pipeline->waits = false;
        m_thread.reset();
    }

    void aTextIsBuiltAndHandedOver() {
        QSignalSpy built(m_live.get(), &LiveBuild::built);
        m_live->setText(7, "a = é", "a.py");
        QVERIFY(built.wait());
        QCOMPARE(m_live->latest().snapshot->revision, 7u);
        QCOMPARE(m_live->picture().snapshot, m_live->latest().snapshot);
        QCOMPARE(m_live->latest().offsets->utf8Length(), 6u);
        QVERIFY(!m_live->isPictureOld());
    }

    void whileOneRunsOnlyTheNewestTextIsKept() {
        m_pipeline->waits = true;
        m_live->setText(1, "first", {});
        QTRY_COMPARE(m_pipeline->started.load(), 1);
        m_live->setText(2, "second", {});
        m_live->setText(3, "third", {});
        m_live->setText(4, "fourth", {});
        QSignalSpy built(m_live.get(), &LiveBuild::built);
        m_pipeline->permits.release(2);
        QTRY_COMPARE(built.count(), 2);
        QCOMPARE(m_pipeline->builtTexts(), (QStringList{"first", "fourth"}));
        QCOMPARE(m_live->latest().snapshot->revision, 4u);
    }

    void aRunThatHasBeenOvertakenIsStoppedWhenItTakesLong() {
        m_pipeline->waits = true;
        m_live->setText(1, "endless", {});
        QTRY_COMPARE(m_pipeline->started.load(), 1);
        m_live->setText(2, "next", {});
        QTRY_COMPARE(m_pipeline->stopped.load(), 1);
        m_pipeline->permits.release();
        QTRY_VERIFY(m_live->latest());
        QCOMPARE(m_live->latest().snapshot->revision, 2u);
    }

    void aLongRunIsAnnouncedAndCanBeCancelled() {
        QSignalSpy busy(m_live.get(), &LiveBuild::busyChanged);
        QSignalSpy cancelled(m_live.get(), &LiveBuild::cancelled);
        m_pipeline->waits = true;
        m_live->setText(1, "endless", {});
        QTRY_COMPARE(busy.count(), 1);
        QCOMPARE(busy.at(0).at(0).toBool(), true);
        m_live->cancel();
        QTRY_COMPARE(cancelled.count(), 1);
        QCOMPARE(busy.count(), 2);
        QCOMPARE(busy.at(1).at(0).toBool(), false);
        QVERIFY(!m_live->latest());
    }

    void wantOfMemoryEndsARunOnly() {
        buildText(1, "good");
        QSignalSpy outOfMemory(m_live.get(), &LiveBuild::outOfMemory);
        m_live->setText(2, "huge", {});
        QTRY_COMPARE(outOfMemory.count(), 1);
        QCOMPARE(m_live->latest().snapshot->revision, 1u);
        buildText(3, "good again");
        QCOMPARE(m_live->latest().snapshot->revision, 3u);
    }

    void anErrorKeepsTheLastGoodPicture() {
        buildText(1, "good");
        buildText(2, "error");
        QCOMPARE(m_live->latest().snapshot->revision, 2u);
        QCOMPARE(m_live->picture().snapshot->revision, 1u);
        QVERIFY(m_live->isPictureOld());
        buildText(3, "good again");
        QCOMPARE(m_live->picture().snapshot->revision, 3u);
    }

    void theFirstPictureIsDrawnEvenWithAnError() {
        buildText(1, "error");
        QCOMPARE(m_live->picture().snapshot->revision, 1u);
    }

    void anotherProgramDoesNotKeepTheFormersPicture() {
        buildText(1, "good");
        m_live->beginProgram(2);
        buildText(2, "error");
        QCOMPARE(m_live->picture().snapshot->revision, 2u);
    }

    void onWishThePictureGoesUpToTheError() {
        buildText(1, "good");
        buildText(2, "error");
        QSignalSpy changed(m_live.get(), &LiveBuild::viewChanged);
        m_live->setErrorPicture(ErrorPicture::UpToError);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_live->picture().snapshot->revision, 2u);
    }

    void anotherViewIsMadeOfThePictureWithoutEvaluatingAgain() {
        buildText(1, "good");
        QSignalSpy changed(m_live.get(), &LiveBuild::viewChanged);
        m_live->setView(viewInto("a"));
        QVERIFY(changed.wait());
        QCOMPARE(m_live->picture().snapshot->view.focus, std::string("a"));
        QCOMPARE(m_pipeline->builtTexts().size(), 1);
    }

    void aViewChosenWhileATextIsBuiltIsShownAfterIt() {
        m_pipeline->waits = true;
        m_live->setText(1, "good", {});
        QTRY_COMPARE(m_pipeline->started.load(), 1);
        m_live->setView(viewInto("b"));
        m_pipeline->permits.release();
        QTRY_COMPARE(m_pipeline->views.load(), 1);
        QTRY_COMPARE(m_live->picture().snapshot->view.focus, std::string("b"));
    }

    void windowsShareOneThreadAndEachGetsItsOwn() {
        LiveBuild other(*m_thread, m_pipeline->builder());
        QSignalSpy first(m_live.get(), &LiveBuild::built);
        QSignalSpy second(&other, &LiveBuild::built);
        m_live->setText(1, "one", {});
        other.setText(2, "two", {});
        QTRY_COMPARE(first.count() + second.count(), 2);
        QCOMPARE(m_live->latest().snapshot->revision, 1u);
        QCOMPARE(other.latest().snapshot->revision, 2u);
    }

    void aWindowMayGoWhileItsProgramRuns() {
        m_pipeline->waits = true;
        m_live->setText(1, "endless", {});
        QTRY_COMPARE(m_pipeline->started.load(), 1);
        m_live.reset();
        QTRY_COMPARE(m_pipeline->stopped.load(), 1);
    }

private:
    void buildText(std::uint64_t revision, const QString& text) {
        QSignalSpy built(m_live.get(), &LiveBuild::built);
        m_live->setText(revision, text, {});
        QVERIFY(built.wait());
    }

    std::unique_ptr<BuildThread> m_thread;
    std::unique_ptr<FakePipeline> m_pipeline;
    std::unique_ptr<LiveBuild> m_live;
};

QTEST_GUILESS_MAIN(LiveBuildTest)
#include "tst_live_build.moc"
