#include "graph/graph.h"
#include "graph/graph_scopes.h"

#include <QTest>

#include <memory>

using namespace namescape;

class GraphTest : public QObject {
    Q_OBJECT

    Graph m_graph;

    static Operation add(Graph& graph, std::string_view name, std::vector<TensorId> inputs = {}) {
        const OutputSpec output{DataType::Float32, ShapePool::kScalar};
        return graph.addOperation({"Op", name, inputs, {&output, 1}});
    }

    static QString names(Graph& graph, std::span<const OperationId> ids) {
        QStringList all;
        for (const OperationId id : ids) all << QString::fromStdString(std::string(graph.operationName(id)));
        return all.join(' ');
    }

private Q_SLOTS:
    void scopesAndOperationsShareNames() {
        Graph graph;
        add(graph, "a");
        const NameScope scope(graph, "a");
        QCOMPARE(scope.path(), "a_1/");
        QCOMPARE(add(graph, "b").name(), "a_1/b");
    }
    void aSlashAtTheEndMeansExactlyThis() {
        Graph graph;
        add(graph, "x/");
        try {
            add(graph, "x/");
            QFAIL("no error");
        } catch (const TensorFlowError& error) {
            QCOMPARE(error.what(), "Duplicate node name in graph: 'x'");
        }
        QCOMPARE(graph.operationCount(), std::size_t(1));
    }
    void aNameUsedAsItStandsIsTakenForOthersToo() {
        Graph graph;
        add(graph, "x/");
        QVERIFY_EXCEPTION_THROWN(add(graph, "x"), TensorFlowError);
        QCOMPARE(add(graph, "x").name(), "x_1");  // the one that failed has used the name up
        add(graph, "y");
        QVERIFY_EXCEPTION_THROWN(add(graph, "y/"), TensorFlowError);
        const NameScope scope(graph, "z");
        add(graph, "z/");
        QVERIFY_EXCEPTION_THROWN(add(graph, "z/"), TensorFlowError);
        QCOMPARE(graph.operationCount(), std::size_t(4));
    }
    void scopesCloseInAnyOrder() {
        Graph graph;
        auto outer = std::make_unique<NameScope>(graph, "outer");
        auto inner = std::make_unique<NameScope>(graph, "inner");
        outer.reset();
        QCOMPARE(graph.nameScope(), "");
        inner.reset();
        QCOMPARE(graph.nameScope(), "outer");
    }
    void invalidNamesAreRefused_data() {
        QTest::addColumn<QString>("outer");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isValid");
        QTest::newRow("space") << "" << "my scope" << false;
        QTest::newRow("dash-first-at-root") << "" << "-x" << false;
        QTest::newRow("dash-first-inside") << "a" << "-x" << true;
        QTest::newRow("backslash") << "a" << "x\\y" << false;
        QTest::newRow("chinese") << "" << QStringLiteral("层") << false;
    }
    void invalidNamesAreRefused() {
        QFETCH(QString, outer);
        QFETCH(QString, name);
        QFETCH(bool, isValid);
        Graph graph;
        const NameScope around(graph, outer.toStdString());
        bool opened = true;
        try {
            const NameScope scope(graph, name.toStdString());
        } catch (const TensorFlowError&) {
            opened = false;
        }
        QCOMPARE(opened, isValid);
    }
    void controlInputsSkipWhatAnInputWaitedForAlready() {
        Graph graph;
        const Operation a = add(graph, "a");
        const ControlDependencies block(graph, {a.id()});
        const Operation b = add(graph, "b");
        const Operation c = add(graph, "c", {b.output().id()});
        const Operation d = add(graph, "d", {a.output().id()});
        QCOMPARE(names(graph, b.controlInputs()), "a");
        QCOMPARE(names(graph, c.controlInputs()), "");
        QCOMPARE(names(graph, d.controlInputs()), "");
    }
    void clearingControlDependenciesIsUndoneAtTheEnd() {
        Graph graph;
        const Operation a = add(graph, "a");
        const ControlDependencies block(graph, {a.id()});
        {
            const ControlDependencies cleared(graph, ControlDependencies::Clear{});
            QCOMPARE(names(graph, add(graph, "b").controlInputs()), "");
        }
        QCOMPARE(names(graph, add(graph, "c").controlInputs()), "a");
    }
    void innerDevicesWinAndNoneStops() {
        Graph graph;
        const DeviceScope outer(graph, DeviceSpec::parse("/job:ps/cpu:0"));
        const DeviceScope inner(graph, DeviceSpec::parse("/gpu:1"));
        QCOMPARE(add(graph, "a").device(), "/job:ps/device:GPU:1");
        const DeviceScope reset(graph, DeviceReset{});
        QCOMPARE(add(graph, "b").device(), "");
    }
    void colocationTakesGroupsAndDevice() {
        Graph graph;
        Operation a;
        {
            const DeviceScope device(graph, DeviceSpec::parse("/cpu:0"));
            a = add(graph, "a");
        }
        const DeviceScope ignored(graph, DeviceSpec::parse("/gpu:0"));
        const ColocationScope with(graph, a);
        const Operation b = add(graph, "b");
        QCOMPARE(graph.colocation(b.id()), std::vector<std::string>{"loc:@a"});
        QCOMPARE(b.device(), "/device:CPU:0");
    }
    void aFinalizedGraphTakesNothing() {
        Graph graph;
        graph.finalize();
        QVERIFY_THROWS_EXCEPTION(TensorFlowError, add(graph, "a"));
    }
    void theLimitEndsBuilding() {
        Graph graph;
        graph.setOperationLimit(2);
        add(graph, "a");
        add(graph, "a");
        QVERIFY_THROWS_EXCEPTION(OperationLimitReached, add(graph, "a"));
    }
    void shrinkingChangesNothing() {
        Graph graph;
        for (int i = 0; i < 100; ++i) {
            const NameScope scope(graph, "scope");
            const DefaultColocation colocation(graph, "x");
            add(graph, i % 2 ? "a" : "a_1");
        }
        graph.shrink();
        QCOMPARE(graph.operationName({99}), std::string_view("scope_99/a"));
        QCOMPARE(graph.findOperation("scope_98/a_1")->value, 98u);
        QCOMPARE(graph.colocation({50}), std::vector<std::string>{"loc:@x"});
        QCOMPARE(graph.uniqueName("scope"), std::string("scope_100"));
        QCOMPARE(add(graph, "b").name(), "b");
    }
    void operationsAreFoundByExactName() {
        Graph graph;
        for (int i = 0; i < 1000; ++i) add(graph, "n");
        QCOMPARE(graph.findOperation("n_999")->value, 999u);
        QVERIFY(!graph.findOperation("N_999"));
    }
};

QTEST_GUILESS_MAIN(GraphTest)
#include "tst_graph.moc"
