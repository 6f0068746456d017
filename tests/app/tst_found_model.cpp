#include "app/built_program.h"
#include "find/found_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

class FoundModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreMadeAsTheyAreLookedAt() {
        FoundModel model;
        const auto snapshot = builtProgram("import tensorflow as tf\nfor i in range(500):\n    tf.constant(i, name='c')\n").snapshot;
        std::vector<NodeId> nodes;
        for (std::uint32_t index = 1; index < snapshot->scopes->nodeCount(); ++index) nodes.push_back({index});
        model.setFound(snapshot, nodes);
        QVERIFY(model.rowCount() < 500);
        QVERIFY(model.canFetchMore({}));
        QVERIFY(model.fetchUpTo(450));
        QVERIFY(model.rowCount() > 450);
        QCOMPARE(model.index(450, FoundModel::Name).data().toString(), QString("c_450"));
        QCOMPARE(model.index(450, FoundModel::Type).data().toString(), QString("Const"));
        QVERIFY(!model.fetchUpTo(500));
        while (model.canFetchMore({})) model.fetchMore({});
        QCOMPARE(model.rowCount(), 500);
        model.setFound(snapshot, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void aScopeIsCalledSo() {
        FoundModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto snapshot = builtProgram(sharingProgram).snapshot;
        model.setFound(snapshot, {*snapshot->scopes->find("net")});
        QCOMPARE(model.index(0, FoundModel::Type).data().toString(), QString("scope"));
    }
};

QTEST_MAIN(FoundModelTest)
#include "tst_found_model.moc"
