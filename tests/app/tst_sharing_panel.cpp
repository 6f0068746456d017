// The panel of shared variables: its rows, what choosing one does, and what stays when the program changes.
#include "app/built_program.h"
#include "app/model_text.h"
#include "app/widget_test.h"
#include "live/selection.h"
#include "sharing/sharing_model.h"
#include "sharing/sharing_panel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

namespace {

const char* const mixedProgram = R"(import tensorflow as tf
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    tf.get_variable("small", [2])
    for i in range(3):
        tf.get_variable("large", [10])
with tf.variable_scope("b"):
    tf.get_variable("own", [5], trainable=False)
)";

}  // namespace

class SharingPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<SharingPanel>(*m_selection);
        m_tester = std::make_unique<QAbstractItemModelTester>(&m_panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_panel->resize(900, 400);
        m_panel->show();
        m_revision = 0;
    }

    void cleanup() {
        m_tester.reset();
        m_panel.reset();
        m_selection.reset();
    }

    void rowsSayWhoSharesWhat() {
        show(sharingProgram);
        QCOMPARE(text(), "net/ | 4 | 4 | 4 | 1 shared | 4\n"
                         "  w  (2, 2) | 4 | 4 | 4 | 2 | 4\n"
                         "    made in line 4 (called in 9), in variable scope net |  |  |  |  | \n"
                         "    shared in line 4 (called in 11), in variable scope net, name scope net_1, reuse=True (from line 10) |  |  |  |  | \n"
                         "    used in net by MatMul |  |  |  |  | \n"
                         "    used in net_1 by MatMul |  |  |  |  | \n");
    }

    void theSummaryCountsAll() {
        QVERIFY(m_panel->summary().isEmpty());
        show(mixedProgram);
        QCOMPARE(m_panel->summary(), "3 variables  ·  17 parameters, 12 trained  ·  1 shared, 20 saved");
        show("import tensorflow as tf\ntf.get_variable('v', [1])\n");
        QCOMPARE(m_panel->summary(), "1 variable  ·  1 parameter  ·  none shared");
        show("import tensorflow as tf\n");
        QVERIFY(m_panel->summary().isEmpty());
    }

    void towersAreASection() {
        show("import tensorflow as tf\nx = tf.placeholder(tf.float32, [None, 2])\nfor i in range(5):\n    with tf.name_scope('tower_%d' % i):\n"
             "        y = tf.matmul(x, tf.get_variable('w', [2, 4])) + tf.get_variable('b', [4])\n        tf.get_variable_scope().reuse_variables()\n");
        const QModelIndex section = m_panel->model().index(0, 0);
        const QModelIndex towers = m_panel->model().index(0, 0, section);
        QCOMPARE(towers.data().toString(), "tower_0, tower_1, …, tower_4 share 2 variables, 12 parameters");
        QVERIFY(m_panel->view().isExpanded(section));
        QCOMPARE(m_panel->model().rowCount(towers), 5);
        m_panel->view().setCurrentIndex(m_panel->model().index(3, 0, towers));
        QCOMPARE(QString::fromStdString(m_selection->current().name), "tower_3");
    }

    void theFilterKeepsScopesOfWhatItFinds() {
        show(mixedProgram);
        m_panel->show();
        QTest::keyClicks(&m_panel->filterField(), "LARGE");
        QCOMPARE(names(), "a/ large  (10,)");
        m_panel->filterField().setText("b/");
        QCOMPARE(names(), "b/ own  (5,)");
        m_panel->filterField().setText("nowhere");
        QCOMPARE(names(), "");
        QCOMPARE(m_panel->summary(), "3 variables  ·  17 parameters, 12 trained  ·  1 shared, 20 saved");
    }

    void onlyWhatIsSharedIsShownWhenThatIsWanted() {
        show(mixedProgram);
        m_panel->sharedOnlyAction().trigger();
        QCOMPARE(names(), "a/ large  (10,)");
    }

    void aClickOnAHeaderSortsWithinScopes() {
        show(mixedProgram);
        QCOMPARE(names(), "a/ small  (2,) large  (10,) b/ own  (5,)");
        m_panel->view().sortByColumn(ParametersColumn, Qt::DescendingOrder);
        QCOMPARE(names(), "a/ large  (10,) small  (2,) b/ own  (5,)");
        m_panel->view().sortByColumn(ParametersColumn, Qt::AscendingOrder);
        QCOMPARE(names(), "b/ own  (5,) a/ small  (2,) large  (10,)");
        m_panel->view().sortByColumn(-1, Qt::AscendingOrder);
        QCOMPARE(names(), "a/ small  (2,) large  (10,) b/ own  (5,)");
    }

    void choosingAVariableSelectsItEverywhere() {
        show(mixedProgram);
        click(m_panel->model().indexOfVariable("a/large:0"));
        QCOMPARE(m_selection->current().kind, SelectionKind::Variable);
        QCOMPARE(QString::fromStdString(m_selection->current().name), "a/large:0");
        QTest::keyClick(&m_panel->view(), Qt::Key_Up);
        QCOMPARE(QString::fromStdString(m_selection->current().name), "a/small:0");
    }

    void choosingARequestGoesToItsLine() {
        show(sharingProgram);
        QSignalSpy lines(m_panel.get(), &SharingPanel::lineRequested);
        const QModelIndex variable = m_panel->model().indexOfVariable("net/w:0");
        m_panel->view().expand(variable);
        click(m_panel->model().index(1, 0, variable));
        QCOMPARE(lines.count(), 1);
        QCOMPARE(lines.front().front().toInt(), 4);
        QCOMPARE(QString::fromStdString(m_selection->current().name), "net/w:0");
        QVERIFY(m_panel->view().currentIndex() == m_panel->model().index(1, 0, variable));
        QSignalSpy nodes(m_panel.get(), &SharingPanel::goToRequested);
        m_panel->view().setCurrentIndex(m_panel->model().index(3, 0, variable));
        QTest::keyClick(&m_panel->view(), Qt::Key_Return);
        QCOMPARE(nodes.count(), 1);
        QCOMPARE(QString::fromStdString(nodes.front().front().value<std::string>()), "net_1/MatMul");
    }

    void whatIsSelectedElsewhereIsShown() {
        show(mixedProgram);
        m_selection->selectNode("b/own");
        QVERIFY(m_panel->view().currentIndex() == m_panel->model().indexOfVariable("b/own:0"));
    }

    void rowsStayOpenWhileTheProgramChanges() {
        show(mixedProgram);
        m_panel->view().expand(m_panel->model().indexOfVariable("a/large:0"));
        m_panel->view().collapse(m_panel->model().indexOfVariable("b/own:0").parent());
        show("# a line more\n" + std::string(mixedProgram));
        QVERIFY(m_panel->view().isExpanded(m_panel->model().indexOfVariable("a/large:0")));
        show(std::string(mixedProgram) + "tf.get_variable('c', [])\n");
        QVERIFY(m_panel->view().isExpanded(m_panel->model().indexOfVariable("a/large:0")));
        QVERIFY(!m_panel->view().isExpanded(m_panel->model().indexOfVariable("b/own:0").parent()));
    }

    void aHiddenPanelCountsNothing() {
        m_panel->hide();
        show(mixedProgram);
        QCOMPARE(m_panel->model().rowCount(), 0);
        m_panel->show();
        QCOMPARE(m_panel->model().rowCount(), 2);
    }

    void largeGraphsAreCountedMeanwhile() {
        show("import tensorflow as tf\nv = tf.get_variable('v', [3])\nfor i in range(600):\n    tf.get_variable('v%d' % i, [2])\nfor i in range(6000):\n    tf.add(v, v)\n");
        QVERIFY(!m_panel->isUpToDate());
        QTRY_VERIFY(m_panel->isUpToDate());
        QCOMPARE(m_panel->model().rowCount(), 601);
    }

    void copyTakesAllWithTabs() {
        show(mixedProgram);
        m_panel->copy();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines[0], m_panel->summary());
        QCOMPARE(lines[1], "Variable\tParameters\tOwn\tTrained\tUsers\tSaved");
        QCOMPARE(lines[2], "a/\t12\t12\t12\t1 shared\t20");
        QCOMPARE(lines[3], "  small  (2,)\t2\t2\t2\t1\t");
    }

    void graphsWithoutAProgramSayNoLines() {
        show("import tensorflow as tf\ntf.train.AdamOptimizer().minimize(tf.reduce_sum(tf.get_variable('w', [3])))\n");
        QCOMPARE(m_panel->summary(), "1 variable  ·  3 parameters  ·  none shared  ·  4 variables of optimizers and averages");
        const QModelIndex helpers = m_panel->model().index(m_panel->model().rowCount() - 1, 0);
        QCOMPARE(helpers.data().toString(), "Of optimizers and moving averages");
        QCOMPARE(m_panel->model().rowCount(helpers), 4);
        QVERIFY(!m_panel->view().isExpanded(helpers));
    }

private:
    void show(const std::string& program) {
        const auto snapshot = builtProgram(program, ++m_revision).snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
        m_panel->showSnapshot(snapshot);
    }

    void click(const QModelIndex& index) {
        m_panel->view().scrollTo(index);
        QTest::mouseClick(m_panel->view().viewport(), Qt::LeftButton, {}, m_panel->view().visualRect(index).center());
    }

    QString text() const { return modelText(m_panel->model()); }

    // Of scopes and variables.
    QString names(const QModelIndex& parent = {}) const {
        QStringList all;
        for (int row = 0; row < m_panel->model().rowCount(parent); ++row) {
            const QModelIndex index = m_panel->model().index(row, 0, parent);
            const SharingRow::Kind kind = m_panel->model().rowAt(index).kind;
            if (kind != SharingRow::Kind::Scope && kind != SharingRow::Kind::Variable) continue;
            all += index.data().toString();
            if (const QString below = names(index); !below.isEmpty()) all += below;
        }
        return all.join(u' ');
    }

    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<SharingPanel> m_panel;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::uint64_t m_revision = 0;
};

QTEST_MAIN(SharingPanelTest)
#include "tst_sharing_panel.moc"
