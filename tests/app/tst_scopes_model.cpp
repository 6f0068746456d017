#include "app/built_program.h"
#include "app/model_text.h"
#include "app/widget_test.h"
#include "live/selection.h"
#include "scopes/scopes_model.h"
#include "scopes/scopes_panel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

namespace {

const char* const reusingProgram = R"(import tensorflow as tf
with tf.variable_scope("root") as root:
    with tf.variable_scope("foo", reuse=True):
        with tf.variable_scope("bar"):
            pass
    with tf.name_scope("plain"):
        pass
with tf.variable_scope("late"):
    tf.get_variable_scope().reuse_variables()
)";

}  // namespace

class ScopesModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_model = std::make_unique<ScopesModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup() {
        m_tester.reset();
        m_model.reset();
    }

    void blocksNestAndSayWhereReuseComesFrom() {
        m_model->setSnapshot(builtProgram(reusingProgram).snapshot);
        QCOMPARE(modelText(*m_model), QString(R"(tf.variable_scope("root") as root | 2 | root | root | False | default
  tf.variable_scope("foo", reuse=True) | 3 | root/foo | root/foo | True | given here
    tf.variable_scope("bar") | 4 | root/foo/bar | root/foo/bar | True | inherited from line 3
  tf.name_scope("plain") | 6 | root/plain | root | False | default
tf.variable_scope("late") | 8 | late | late | True | reuse_variables() in line 9
)"));
    }

    void aBlockThatRunsSeveralTimesSaysHowOften() {
        m_model->setSnapshot(builtProgram("import tensorflow as tf\nfor i in range(2):\n    with tf.name_scope('a'):\n        pass\n").snapshot);
        QCOMPARE(modelText(*m_model), QString("tf.name_scope('a')  — 2 times | 3 | a, a_1 | (root) | False | default\n"));
    }

    void rowsStayWhereOnlyTheirTextsChange() {
        m_model->setSnapshot(builtProgram(reusingProgram).snapshot);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setSnapshot(builtProgram("# a line more\n" + std::string(reusingProgram)).snapshot);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 5);
        m_model->setSnapshot(builtProgram(sharingProgram).snapshot);
        QCOMPARE(reset.count(), 1);
        m_model->setSnapshot(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void thePanelSelectsAndFollowsTheSelection() {
        Selection selection;
        ScopesPanel panel(selection);
        panel.show();
        const auto snapshot = builtProgram(reusingProgram).snapshot;
        selection.setSnapshots(snapshot, snapshot);
        panel.showSnapshot(snapshot);
        selection.selectNode("root/plain");
        QCOMPARE(panel.view().selectionModel()->selectedRows(0).size(), 0);  // it has no operation, so it is no node
        panel.view().setCurrentIndex(panel.model().indexOf(1));
        QCOMPARE(selection.current().kind, SelectionKind::Block);
        QCOMPARE(selection.current().scopes, std::vector<std::string>{"root/foo"});
    }

private:
    std::unique_ptr<ScopesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(ScopesModelTest)
#include "tst_scopes_model.moc"
