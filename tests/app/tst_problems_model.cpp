#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "live/selection.h"
#include "problems/problems_model.h"
#include "problems/problems_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

namespace {

const char* const missingColon = "import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n";

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
        QVERIFY(m_model->hasFix(0));
        QVERIFY(!m_model->index(0, ProblemsModel::Line).data(Qt::DecorationRole).value<QPixmap>().isNull());
        QCOMPARE(m_model->errorCount(), 1);
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
        QSignalSpy fixes(&panel, &ProblemsPanel::fixRequested);
        const auto click = [&](int column) {
            QTest::mouseClick(panel.view().viewport(), Qt::LeftButton, {}, panel.view().visualRect(panel.model().index(0, column)).center());
        };
        click(ProblemsModel::Message);
        QCOMPARE(selection.current().kind, SelectionKind::Problem);
        QCOMPARE(fixes.count(), 0);
        click(ProblemsModel::FixColumn);
        QCOMPARE(fixes.count(), 1);
        QTest::keyClick(&panel.view(), Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(fixes.count(), 2);
    }

private:
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<ProblemsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(ProblemsModelTest)
#include "tst_problems_model.moc"
