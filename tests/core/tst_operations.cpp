// Names and order of the operations that TensorFlow's functions make.
#include "graph/graph.h"
#include "graph/graph_scopes.h"
#include "ops/operations.h"

#include <QTest>

#include <string>

using namespace namescape;

namespace {

QString line(Graph& graph, OperationId id) {
    QString text = QString::fromUtf8(graph.operationName(id).data(), static_cast<int>(graph.operationName(id).size())) + " " +
                   QString::fromUtf8(graph.operationType(id).data(), static_cast<int>(graph.operationType(id).size()));
    for (const TensorId input : graph.inputs(id)) text += " " + QString::fromStdString(Tensor(graph, input).name());
    for (const OperationId control : graph.controlInputs(id)) text += " ^" + QString::fromStdString(std::string(graph.operationName(control)));
    return text;
}

// A line per operation: name, type, inputs, control inputs.
QString linesOf(Graph& graph, std::size_t from = 0) {
    QStringList lines;
    for (std::size_t id = from; id < graph.operationCount(); ++id) lines += line(graph, {static_cast<std::uint32_t>(id)});
    return lines.join("\n");
}

}  // namespace

class TestOperations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheInsideOfRandomValues();
    void makesSmallZerosConstantsAndLargeOnesFills();
    void namesImplicitConstantsAfterTheArgument();
    void givesPythonsOperatorsTheirTypes();
    void reducesOverAllAxes();
    void colocatesWithReferences();
    void groups();
    void transposesWithoutPermutation();
    void makesIdentityMatrices();
};

void TestOperations::namesTheInsideOfRandomValues() {
    Graph graph;
    const NameScope scope(graph, "v/Initializer");
    ops::randomUniform(graph, {3, 4}, -0.5, 0.5);
    QCOMPARE(linesOf(graph), QString("v/Initializer/random_uniform/shape Const\n"
                                     "v/Initializer/random_uniform/min Const\n"
                                     "v/Initializer/random_uniform/max Const\n"
                                     "v/Initializer/random_uniform/RandomUniform RandomUniform v/Initializer/random_uniform/shape:0\n"
                                     "v/Initializer/random_uniform/sub Sub v/Initializer/random_uniform/max:0 v/Initializer/random_uniform/min:0\n"
                                     "v/Initializer/random_uniform/mul Mul v/Initializer/random_uniform/RandomUniform:0 v/Initializer/random_uniform/sub:0\n"
                                     "v/Initializer/random_uniform Add v/Initializer/random_uniform/mul:0 v/Initializer/random_uniform/min:0"));
    const std::size_t before = graph.operationCount();
    ops::truncatedNormal(graph, {2}, 0.0, 0.1);
    QVERIFY(linesOf(graph, before).endsWith("v/Initializer/truncated_normal Add v/Initializer/truncated_normal/mul:0 v/Initializer/truncated_normal/mean:0"));
}

void TestOperations::makesSmallZerosConstantsAndLargeOnesFills() {
    Graph graph;
    QCOMPARE(ops::zeros(graph, {10, 10}).operation().type(), std::string_view("Const"));
    const std::size_t before = graph.operationCount();
    const Tensor large = ops::zeros(graph, {100, 10});
    QCOMPARE(linesOf(graph, before), QString("zeros_1/shape_as_tensor Const\nzeros_1/Const Const\nzeros_1 Fill zeros_1/shape_as_tensor:0 zeros_1/Const:0"));
    QCOMPARE(large.shape(), (Shape{100, 10}));
}

void TestOperations::namesImplicitConstantsAfterTheArgument() {
    Graph graph;
    const Tensor x = ops::placeholder(graph, DataType::Float64, {2}, "x");
    const Tensor sum = ops::addV2(2.0, x);
    QCOMPARE(linesOf(graph), QString("x Placeholder\nadd/x Const\nadd AddV2 add/x:0 x:0"));
    QCOMPARE(sum.dataType(), DataType(DataType::Float64));
}

void TestOperations::givesPythonsOperatorsTheirTypes() {
    Graph graph;
    const Tensor x = ops::placeholder(graph, DataType::Int32, {2}, "x");
    ops::divide(x, 2);
    QCOMPARE(linesOf(graph), QString("x Placeholder\ntruediv/y Const\ntruediv/Cast Cast x:0\ntruediv/Cast_1 Cast truediv/y:0\ntruediv RealDiv truediv/Cast:0 truediv/Cast_1:0"));
}

void TestOperations::reducesOverAllAxes() {
    Graph graph;
    ops::reduceSum(ops::placeholder(graph, DataType::Float32, {2, 3}, "x"));
    QCOMPARE(linesOf(graph), QString("x Placeholder\nConst Const\nSum Sum x:0 Const:0"));
    const std::size_t before = graph.operationCount();
    ops::reduceSum(ops::placeholder(graph, DataType::Float32, {}, "y"));
    QCOMPARE(linesOf(graph, before), QString("y Placeholder\nRank Rank y:0\nrange/start Const\nrange/delta Const\nrange Range range/start:0 Rank:0 range/delta:0\nSum_1 Sum y:0 range:0"));
}

void TestOperations::colocatesWithReferences() {
    Graph graph;
    const Tensor v = createOperation(graph, "VariableV2", "v", {}, {{"shape", Shape{2}}, {"dtype", DataType(DataType::Float32)}}).output();
    QCOMPARE(v.dataType(), DataType(DataType::Float32).reference());
    const Tensor assigned = ops::assign(v, ops::zeros(graph, {2}), "v/Assign");
    QCOMPARE(assigned.dataType(), DataType(DataType::Float32).reference());
    QCOMPARE(graph.colocation(assigned.operation().id()), std::vector<std::string>{"loc:@v"});
    QCOMPARE(ops::identity(v).dataType(), DataType(DataType::Float32));
}

void TestOperations::groups() {
    Graph graph;
    const Tensor a = ops::constant(graph, 1, {}, {}, "a"), b = ops::constant(graph, 2, {}, {}, "b");
    ops::group(graph, {a.operation(), b.operation()});
    ops::group(graph, {}, "none");
    {
        const DeviceScope device(graph, DeviceSpec::parse("/job:w"));
        const Tensor c = ops::constant(graph, 3, {}, {}, "c");
        ops::group(graph, {a.operation(), c.operation()}, "two");
    }
    QCOMPARE(linesOf(graph, 2), QString("group_deps NoOp ^a ^b\nnone NoOp\nc Const\ntwo/NoOp NoOp ^a\ntwo/NoOp_1 NoOp ^c\ntwo NoOp ^two/NoOp ^two/NoOp_1"));
}

void TestOperations::transposesWithoutPermutation() {
    Graph graph;
    QCOMPARE(ops::transpose(ops::placeholder(graph, DataType::Float32, {2, 3}, "x")).shape(), (Shape{3, 2}));
    QCOMPARE(linesOf(graph), QString("x Placeholder\ntranspose/perm Const\ntranspose Transpose x:0 transpose/perm:0"));
}

void TestOperations::makesIdentityMatrices() {
    Graph graph;
    ops::eye(graph, 2);
    ops::eye(graph, 2, 3);
    QCOMPARE(linesOf(graph), QString("eye/ones Const\neye/diag MatrixDiag eye/ones:0\neye_1/ones Const\neye_1/zeros Const\neye_1/set_diag MatrixSetDiag eye_1/zeros:0 eye_1/ones:0"));
}

QTEST_APPLESS_MAIN(TestOperations)
#include "tst_operations.moc"
