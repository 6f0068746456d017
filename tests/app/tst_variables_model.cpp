#include "app/built_program.h"
#include "app/model_text.h"
#include "app/widget_test.h"
#include "live/selection.h"
#include "variables/variables_model.h"
#include "variables/variables_panel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

class VariablesModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_model = std::make_unique<VariablesModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup() {
        m_tester.reset();
        m_model.reset();
    }

    void aRowSaysWhoAskedForTheVariable() {
        m_model->setSnapshot(builtProgram(sharingProgram).snapshot);
        QCOMPARE(modelText(*m_model), QString("net/w:0 | (2, 2) | float32 | yes | 2 times, shared | 4 (called in 9), 4 (called in 11)\n"));
    }

    void otherKindsOfVariablesAreTold() {
        m_model->setSnapshot(builtProgram("import tensorflow as tf\n"
                                          "a = tf.Variable(1, name='a', trainable=False)\n"
                                          "b = tf.get_variable('b', [None and 1 or 3], tf.float64)\n")
                                 .snapshot);
        QCOMPARE(modelText(*m_model), QString("a:0 | () | int32 | no | once | 2\n"
                                              "b:0 | (3,) | float64 | yes | once | 3\n"));
    }

    void rowsThatStayAreNotRemoved() {
        const std::string head = "import tensorflow as tf\n";
        const std::string a = "a = tf.get_variable('a', [1])\n";
        const std::string b = "b = tf.get_variable('b', [1])\n";
        const std::string c = "c = tf.get_variable('c', [1])\n";
        m_model->setSnapshot(builtProgram(head + a + c).snapshot);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setSnapshot(builtProgram(head + a + b + c).snapshot);
        QCOMPARE(removed.count(), 0);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(changed.count(), 1);  // c is a line further down
        m_model->setSnapshot(builtProgram(head + a + b + c).snapshot);
        QCOMPARE(inserted.count() + removed.count() + changed.count(), 2);
        m_model->setSnapshot(builtProgram(head + c).snapshot);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->rowOf("c:0"), 0);
        m_model->setSnapshot(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void thePanelSelectsAndFollowsTheSelection() {
        Selection selection;
        VariablesPanel panel(selection);
        panel.show();
        const auto snapshot = builtProgram("import tensorflow as tf\na = tf.get_variable('a', [1])\nb = tf.get_variable('b', [2])\n").snapshot;
        selection.setSnapshots(snapshot, snapshot);
        panel.showSnapshot(snapshot);
        selection.selectVariable("b:0");
        QCOMPARE(panel.view().selectionModel()->selectedRows().size(), 1);
        QCOMPARE(panel.view().selectionModel()->selectedRows().front().data().toString(), QString("b:0"));
        panel.view().setCurrentIndex(panel.view().model()->index(0, 0));
        QCOMPARE(selection.current().name, std::string("a:0"));
    }

    void thePanelFilters() {
        Selection selection;
        VariablesPanel panel(selection);
        panel.show();
        const auto snapshot = builtProgram("import tensorflow as tf\na = tf.get_variable('one', [1])\nb = tf.get_variable('two', [2])\n").snapshot;
        panel.showSnapshot(snapshot);
        panel.findChild<QLineEdit*>()->setText("TWO");
        QCOMPARE(modelText(*panel.view().model()), QString("two:0 | (2,) | float32 | yes | once | 3\n"));
        panel.findChild<QLineEdit*>()->setText("float");
        QCOMPARE(panel.view().model()->rowCount(), 2);
    }

    void aHiddenPanelShowsTheNewestProgramOnceItIsSeen() {
        Selection selection;
        VariablesPanel panel(selection);
        panel.showSnapshot(builtProgram("import tensorflow as tf\na = tf.get_variable('a', [1])\n").snapshot);
        QCOMPARE(panel.model().rowCount(), 0);
        const auto snapshot = builtProgram("import tensorflow as tf\na = tf.get_variable('a', [1])\nb = tf.get_variable('b', [2])\n").snapshot;
        selection.setSnapshots(snapshot, snapshot);
        panel.showSnapshot(snapshot);
        selection.selectVariable("b:0");
        panel.show();
        QCOMPARE(panel.model().rowCount(), 2);
        QCOMPARE(panel.view().selectionModel()->selectedRows().front().data().toString(), QString("b:0"));
    }

private:
    std::unique_ptr<VariablesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(VariablesModelTest)
#include "tst_variables_model.moc"
