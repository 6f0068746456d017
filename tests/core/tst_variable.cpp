#include "graph/graph_scopes.h"
#include "ops/operations.h"
#include "scope/variable_scope.h"

#include <QTest>

using namespace namescape;

class VariableTest : public QObject {
    Q_OBJECT

    static QStringList listed(Graph& graph) {
        QStringList lines;
        for (std::uint32_t id = 0; id < graph.operationCount(); ++id) {
            QString line = QString::fromStdString(std::string(graph.operationName({id})) + ' ' + std::string(graph.operationType({id})));
            for (const TensorId input : graph.inputs({id})) line += ' ' + QString::fromStdString(std::string(graph.operationName(input.operation)));
            for (const auto& group : graph.colocation({id})) line += ' ' + QString::fromStdString(group);
            lines << line;
        }
        return lines;
    }

    static InitialValue zeros() {
        return {[](Graph& graph, std::string_view, DataType) { return ops::zeros(graph, std::vector<std::int64_t>{2}); }, true, nullptr};
    }

private Q_SLOTS:
    void getVariableMakesItsInitializerBelowItsName() {
        Graph graph;
        getVariable(graph, "v", {2}, zerosInitializer());
        QCOMPARE(listed(graph), QStringList({"v/Initializer/zeros Const loc:@v", "v VariableV2 loc:@v", "v/Assign Assign v v/Initializer/zeros loc:@v", "v/read Identity v loc:@v"}));
    }
    void clashesAreSolvedBySuffixes() {
        Graph graph;
        VariableOptions options;
        options.initialValue = zeros();
        options.name = "v";
        QCOMPARE(makeVariable(graph, options)->name(), "v:0");
        QCOMPARE(makeVariable(graph, options)->name(), "v_1:0");
    }
    void resourceVariablesAreReadAtEachUse() {
        Graph graph;
        VariableOptions options;
        options.initialValue = zeros();
        options.name = "r";
        options.useResource = true;
        const auto made = makeVariable(graph, options);
        QCOMPARE(made->value().name(), "ReadVariableOp:0");
        QCOMPARE(made->value().name(), "ReadVariableOp_1:0");
        QCOMPARE(made->readValue().name(), "Identity:0");
        QCOMPARE(listed(graph).mid(0, 5), QStringList({"r/Initializer/zeros Const loc:@r", "r VarHandleOp loc:@r", "r/IsInitialized/VarIsInitializedOp VarIsInitializedOp r",
                                                       "r/Assign AssignVariableOp r r/Initializer/zeros", "r/Read/ReadVariableOp ReadVariableOp r"}));
    }
    void controlDependenciesDoNotReachVariables() {
        Graph graph;
        const Operation first = ops::noOp(graph, "first");
        const ControlDependencies block(graph, {first.id()});
        const auto made = getVariable(graph, "v", {2}, zerosInitializer());
        for (std::uint32_t id = 1; id < graph.operationCount(); ++id) QVERIFY(graph.controlInputs({id}).empty());
    }
    void initialValuesFromVariablesAreGuarded() {
        Graph graph;
        const auto a = getVariable(graph, "a", {2}, zerosInitializer());
        VariableOptions options;
        options.initialValue = {[a](Graph&, std::string_view, DataType) { return a->value(); }, false, nullptr};
        options.name = "b";
        makeVariable(graph, options);
        const QStringList lines = listed(graph);
        QVERIFY2(lines.contains("b/cond/read/Switch RefSwitch a b/cond/pred_id loc:@a"), qPrintable(lines.join('\n')));
        QVERIFY2(lines.contains("a/read_b Identity b/cond/Merge loc:@a"), qPrintable(lines.join('\n')));
    }
    void collectionsHoldTrainableVariablesTwice() {
        Graph graph;
        GetVariableRequest request;
        request.name = "v";
        request.shape = Shape{1};
        request.collections = std::vector<std::string>{"mine"};
        getVariable(graph, request);
        QCOMPARE(graph.collections().entries().size(), std::size_t(2));
        QCOMPARE(graph.collections().entries()[0].key, "mine");
        QCOMPARE(graph.collections().entries()[1].key, "trainable_variables");
    }
};

QTEST_GUILESS_MAIN(VariableTest)
#include "tst_variable.moc"
