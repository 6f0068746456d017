#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "live/selection.h"
#include "problems/problems_model.h"
#include "problems/problems_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

namespace {

const char* const missingColon = "import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n";

const char* const madeTwice = "import tensorflow as tf\nwith tf.variable_scope('a'):\n    v = tf.get_variable('v', [1])\n    w = tf.get_variable('v', [1])\n";

}  // namespace

class ProblemsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        failOnWarnings();
        m_model = std::make_unique<ProblemsModel>(*m_appearance);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup() {
        m_tester.reset();
        m_model.reset();
    }

    void aProblemHasItsLineItsWordsAndItsFix() {
        m_model->setSnapshot(builtProgram(missingColon).snapshot);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0, ProblemsModel::Line).data().toString(), QString("2"));
        QVERIFY(!m_model->index(0, ProblemsModel::Message).data().toString().isEmpty());
        QCOMPARE(m_model->fixes(0).size(), 1);
        QVERIFY(!m_model->index(0, ProblemsModel::Line).data(Qt::DecorationRole).value<QPixmap>().isNull());
        QCOMPARE(m_model->errorCount(), 1);
    }

    void whatAMessageGoesOnWithIsLeftToItsToolTip() {
        m_model->setSnapshot(builtProgram(madeTwice).snapshot);
        const QStringList lines = m_model->index(0, ProblemsModel::Message).data().toString().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].endsWith("in VarScope?"));
        QVERIFY(lines[1].contains("a/v was first made in line 3"));
        QVERIFY(m_model->index(0, ProblemsModel::Message).data(Qt::ToolTipRole).toString().contains("Originally defined at:"));
    }

    void problemsComeAndGo() {
        m_model->setSnapshot(builtProgram(missingColon).snapshot);
        m_model->setSnapshot(builtProgram("import tensorflow as tf\nfoo\n").snapshot);
        QVERIFY(m_model->rowCount() > 0);
        QCOMPARE(m_model->index(0, ProblemsModel::Line).data().toString(), QString("2"));
        m_model->setSnapshot(builtProgram("import tensorflow as tf\n").snapshot);
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setSnapshot(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void aClickShowsThePlaceAndOneOnTheFixAsksForIt() {
        Selection selection;
        ProblemsPanel panel(selection, *m_appearance);
        panel.resize(700, 200);
        panel.show();
        const auto snapshot = builtProgram(missingColon).snapshot;
        selection.setSnapshots(snapshot, snapshot);
        panel.showSnapshot(snapshot);
        QSignalSpy offered(&panel, &ProblemsPanel::fixesRequested);
        QSignalSpy fixes(&panel, &ProblemsPanel::fixRequested);
        const auto click = [&](int column) {
            QTest::mouseClick(panel.view().viewport(), Qt::LeftButton, {}, panel.view().visualRect(panel.model().index(0, column)).center());
        };
        click(ProblemsModel::Message);
        QCOMPARE(selection.current().kind, SelectionKind::Problem);
        QCOMPARE(offered.count(), 0);
        click(ProblemsModel::FixColumn);
        QCOMPARE(offered.count(), 1);
        QCOMPARE(offered.at(0).at(0).value<std::vector<std::uint32_t>>(), std::vector<std::uint32_t>{0});
        QCOMPARE(fixes.count(), 0);
        panel.fixCurrent();
        QCOMPARE(fixes.count(), 1);
        panel.offerFixes();
        QCOMPARE(offered.count(), 2);
    }

    void ofSeveralFixesTheUserChooses() {
        Selection selection;
        ProblemsPanel panel(selection, *m_appearance);
        panel.resize(700, 200);
        panel.show();
        const auto snapshot = builtProgram(madeTwice).snapshot;
        selection.setSnapshots(snapshot, snapshot);
        panel.showSnapshot(snapshot);
        QVERIFY(panel.model().fixes(0).size() > 1);
        QVERIFY(panel.model().index(0, ProblemsModel::FixColumn).data().toString().startsWith(panel.model().fixes(0).front()));
        QSignalSpy fixes(&panel, &ProblemsPanel::fixRequested);
        QSignalSpy offered(&panel, &ProblemsPanel::fixesRequested);
        panel.view().setCurrentIndex(panel.model().index(0, 0));
        panel.fixCurrent();
        QCOMPARE(fixes.count(), 0);
        QCOMPARE(offered.count(), 1);
        Q_EMIT panel.view().customContextMenuRequested(panel.view().visualRect(panel.model().index(0, 0)).center());
        auto* menu = panel.findChild<QMenu*>();
        QVERIFY(menu && menu->isVisible());
        menu->actions().at(1)->trigger();
        QCOMPARE(fixes.count(), 1);
        QCOMPARE(fixes.at(0).at(1).toUInt(), 1U);
    }

    void enterGoesToThePlaceOfTheCurrentProblem() {
        Selection selection;
        ProblemsPanel panel(selection, *m_appearance);
        const auto snapshot = builtProgram(missingColon).snapshot;
        selection.setSnapshots(snapshot, snapshot);
        panel.showSnapshot(snapshot);
        QSignalSpy places(&panel, &ProblemsPanel::placeRequested);
        panel.view().selectionModel()->setCurrentIndex(panel.model().index(0, 0), QItemSelectionModel::NoUpdate);
        QTest::keyClick(&panel.view(), Qt::Key_Return);
        QCOMPARE(places.count(), 1);
        QCOMPARE(selection.current().kind, SelectionKind::Problem);
    }

    void whereThereIsNoFixItSaysSo() {
        Selection selection;
        ProblemsPanel panel(selection, *m_appearance);
        QSignalSpy none(&panel, &ProblemsPanel::noFixFound);
        panel.fixCurrent();
        QCOMPARE(none.count(), 1);
    }

    void aLongMessageTakesAnotherLineWhereThePanelIsNarrow() {
        Selection selection;
        ProblemsPanel panel(selection, *m_appearance);
        panel.resize(2600, 200);
        panel.show();
        panel.showSnapshot(builtProgram(madeTwice).snapshot);
        QCoreApplication::processEvents();
        const int wide = panel.view().visualRect(panel.model().index(0, 1)).height();
        panel.resize(480, 200);
        QTRY_VERIFY(panel.view().visualRect(panel.model().index(0, 1)).height() > wide);
    }

private:
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<ProblemsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(ProblemsModelTest)
#include "tst_problems_model.moc"
