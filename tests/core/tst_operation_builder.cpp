// What is said of inputs whose types do not fit, and what else building an operation checks.
#include "graph/graph.h"
#include "graph/graph_scopes.h"
#include "ops/operation_builder.h"
#include "ops/operations.h"

#include <QTest>

#include <string>

using namespace namescape;

namespace {

template <typename Function>
QString errorOf(Function function) {
    try {
        function();
    } catch (const TensorFlowError& error) {
        return QString("%1: %2").arg(name(error.type()), error.what());
    }
    return "no error";
}

}  // namespace

class TestOperationBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void complainsOfTypes();
    void complainsOfLists();
    void complainsOfAttributes();
    void complainsOfNames();
    void keepsTheNameOfWhatFailed();
    void leavesOutDefaultAttributes();
    void convertsConstants();
};

void TestOperationBuilder::complainsOfTypes() {
    Graph graph;
    const Tensor number = ops::constant(graph, 1.0), integer = ops::constant(graph, 1), text = ops::constant(graph, "text");
    QCOMPARE(errorOf([&] { ops::addV2(number, integer); }), QString("TypeError: Input 'y' of 'AddV2' Op has type int32 that does not match type float32 of argument 'x'."));
    QCOMPARE(errorOf([&] { createOperation(graph, "Sqrt", {}, {text}); }),
             QString("TypeError: Value passed to parameter 'x' has DataType string not in list of allowed values: bfloat16, float16, float32, float64, complex64, complex128"));
    QCOMPARE(errorOf([&] { createOperation(graph, "LogicalNot", {}, {number}); }), QString("TypeError: Input 'x' of 'LogicalNot' Op has type float32 that does not match expected type of bool."));
    QCOMPARE(errorOf([&] { ops::assign(number, 2.0); }), QString("TypeError: 'Assign' Op requires that input 'ref' be a mutable tensor (e.g.: a tf.Variable)"));
}

void TestOperationBuilder::complainsOfLists() {
    Graph graph;
    const Tensor x = ops::constant(graph, 1.0);
    QCOMPARE(errorOf([&] { createOperation(graph, "ConcatV2", {}, {std::vector<Tensor>{x}, 0}); }),
             QString("ValueError: List argument 'values' to 'ConcatV2' Op with length 1 shorter than minimum length 2."));
    QCOMPARE(errorOf([&] { createOperation(graph, "Pack", {}, {std::vector<Tensor>{}}); }),
             QString("ValueError: List argument 'values' to 'Pack' Op with length 0 shorter than minimum length 1."));
}

void TestOperationBuilder::complainsOfAttributes() {
    Graph graph;
    const Tensor x = ops::zeros(graph, {1, 2, 2, 1});
    const std::vector<std::int64_t> window{1, 2, 2, 1};
    QCOMPARE(errorOf([&] { createOperation(graph, "MaxPool", {}, {x}, {{"ksize", window}, {"strides", window}, {"padding", std::string("FULL")}}); }),
             QString("ValueError: Attr 'padding' of 'MaxPool' Op passed string 'FULL' not in: \"SAME\", \"VALID\"."));
    QCOMPARE(errorOf([&] { createOperation(graph, "Split", {}, {0, x}, {{"num_split", std::int64_t{0}}}); }),
             QString("ValueError: Attr 'num_split' of 'Split' Op passed 0 less than minimum 1."));
}

void TestOperationBuilder::complainsOfNames() {
    Graph graph;
    const Tensor x = ops::constant(graph, 1.0);
    QCOMPARE(errorOf([&] { ops::identity(x, "y:0"); }), QString("ValueError: 'y:0' is not a valid scope name"));
    QCOMPARE(errorOf([&] { createConstant(graph, *Operand(1).constant(), "a>b"); }), QString("ValueError: 'a>b' is not a valid node name"));
    ops::identity(x, "exact/");
    QCOMPARE(errorOf([&] { ops::identity(x, "exact/"); }), QString("ValueError: Duplicate node name in graph: 'exact'"));
}

void TestOperationBuilder::keepsTheNameOfWhatFailed() {
    Graph graph;
    const Tensor x = ops::placeholder(graph, DataType::Float32, {2}), y = ops::placeholder(graph, DataType::Float32, {3});
    errorOf([&] { ops::add(x, y, "sum"); });
    QCOMPARE(ops::add(x, x, "sum").name(), std::string("sum_1:0"));
}

void TestOperationBuilder::leavesOutDefaultAttributes() {
    Graph graph;
    const Tensor x = ops::zeros(graph, {2, 2});
    const Operation product = createOperation(graph, "MatMul", {}, {x, x}, {{"transpose_a", false}, {"transpose_b", true}});
    QVERIFY(!product.attribute("transpose_a") && product.attribute("transpose_b"));
}

void TestOperationBuilder::convertsConstants() {
    Graph graph;
    const Tensor x = ops::placeholder(graph, DataType::Int32, {2}, "x");
    QCOMPARE(errorOf([&] { ops::multiply(x, 0.5); }), QString("TypeError: Expected int32, got 0.5 of type 'float' instead."));
    QCOMPARE(errorOf([&] { convertToTensor(graph, x, DataType::Float32); }),
             QString("ValueError: Tensor conversion requested dtype float32 for Tensor with dtype int32: <tf.Tensor 'x:0' shape=(2,) dtype=int32>"));
}

QTEST_APPLESS_MAIN(TestOperationBuilder)
#include "tst_operation_builder.moc"
