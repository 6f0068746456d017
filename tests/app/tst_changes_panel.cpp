#include "app/built_program.h"
#include "app/model_text.h"
#include "app/widget_test.h"
#include "difference/changes_model.h"
#include "changes/changes_panel.h"
#include "changes/version_comparison.h"
#include "live/selection.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

namespace {

std::string scoped(const char* scope) {
    return std::string("import tensorflow as tf\nwith tf.variable_scope('") + scope + "'):\n    v = tf.get_variable('v', [1], initializer=tf.zeros_initializer())\n";
}

}  // namespace

class ChangesPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_comparison = std::make_unique<VersionComparison>();
        m_comparison->setQuietTime(std::chrono::milliseconds(0));  // each build is an edit of its own
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<ChangesPanel>(*m_comparison, *m_selection);
        m_tester = std::make_unique<QAbstractItemModelTester>(&m_panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_revision = 0;
    }

    void cleanup() {
        m_tester.reset();
        m_panel.reset();
        m_selection.reset();
        m_comparison.reset();
    }

    void anEditTellsTheNamesThatItChanges() {
        m_comparison->setLatest(built(scoped("a")));
        QVERIFY(m_panel->summary().isEmpty());
        edit(scoped("b"));
        QCOMPARE(m_panel->summary(), "By the last edit: 1 variable renamed, 4 operations renamed.");
        QCOMPARE(modelText(m_panel->model()), "variable renamed | a/v | b/v | not in checkpoints from before\n"
                                              "operation renamed | a/v/Initializer/zeros | b/v/Initializer/zeros | \n"
                                              "operation renamed | a/v | b/v | \n"
                                              "operation renamed | a/v/Assign | b/v/Assign | \n"
                                              "operation renamed | a/v/read | b/v/read | \n");
        QVERIFY(m_panel->model().index(0, 0).data(ChangesModel::kBreaksRole).toBool());
        edit("# words\n" + scoped("b"));
        QCOMPARE(m_panel->summary(), "By the last edit: no name changed.");
        QCOMPARE(m_panel->model().rowCount(), 0);
    }

    void aVersionThatIsKeptIsComparedWithAllLaterOnes() {
        m_comparison->setLatest(built(scoped("a")));
        m_panel->pinAction().setChecked(true);
        edit(scoped("b"));
        edit(scoped("c"));
        QCOMPARE(m_panel->model().index(0, ChangesModel::Before).data().toString(), "a/v");
        QCOMPARE(m_panel->model().index(0, ChangesModel::After).data().toString(), "c/v");
        edit(scoped("a"));
        QCOMPARE(m_panel->summary(), "Since the version that is kept: no name changed.");
        m_panel->pinAction().setChecked(false);
        edit(scoped("d"));
        QCOMPARE(m_panel->model().index(0, ChangesModel::Before).data().toString(), "a/v");
    }

    void aNameThatIsBeingTypedIsOneEdit() {
        m_comparison->setQuietTime(std::chrono::hours(1));
        m_comparison->setLatest(built(scoped("a")));
        edit(scoped("ab"));
        edit(scoped("abc"));
        QCOMPARE(m_panel->model().index(0, ChangesModel::Before).data().toString(), "a/v");
        QCOMPARE(m_panel->model().index(0, ChangesModel::After).data().toString(), "abc/v");
    }

    void anErrorKeepsWhatWasTold() {
        m_comparison->setLatest(built(scoped("a")));
        edit(scoped("b"));
        m_comparison->setLatest(built(scoped("b") + "undefined\n"));
        QCOMPARE(m_panel->model().rowCount(), 5);
        edit(scoped("c"));
        QCOMPARE(m_panel->model().index(0, ChangesModel::Before).data().toString(), "b/v");
    }

    void anotherProgramIsComparedWithNothing() {
        m_comparison->setLatest(built(scoped("a")));
        edit(scoped("b"));
        m_comparison->begin();
        QCOMPARE(m_panel->model().rowCount(), 0);
        QVERIFY(m_panel->summary().isEmpty());
    }

    void aChosenRowIsSelectedEverywhere() {
        m_comparison->setLatest(built(scoped("a")));
        const auto latest = edit(scoped("b"));
        m_selection->setSnapshots(latest, latest);
        m_panel->view().setCurrentIndex(m_panel->model().index(2, 0));
        QCOMPARE(m_selection->current().name, "b/v");
    }

private:
    std::shared_ptr<const Snapshot> built(const std::string& text) { return builtProgram(text, ++m_revision).snapshot; }

    std::shared_ptr<const Snapshot> edit(const std::string& text) {
        QSignalSpy changed(m_comparison.get(), &VersionComparison::changed);
        const auto snapshot = built(text);
        m_comparison->setLatest(snapshot);
        for (int i = 0; i < 100 && m_comparison->comparedSnapshot() != snapshot; ++i) changed.wait(100);
        return snapshot;
    }

    std::unique_ptr<VersionComparison> m_comparison;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<ChangesPanel> m_panel;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::uint64_t m_revision = 0;
};

QTEST_MAIN(ChangesPanelTest)
#include "tst_changes_panel.moc"
