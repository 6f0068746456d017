// Shapes that operations infer, and what is said where they can't be.
#include "graph/graph.h"
#include "ops/operations.h"

#include <QTest>

#include <string>

using namespace namescape;

Q_DECLARE_METATYPE(namescape::Shape)

namespace {

constexpr std::int64_t kAny = Shape::kUnknownSize;

// "[2,3], [3,?]" as shapes; "?" for an unknown rank.
std::vector<Shape> shapesFrom(const QString& text) {
    std::vector<Shape> shapes;
    for (const QString& part : text.split(", ", Qt::SkipEmptyParts)) {
        if (part == "?") {
            shapes.push_back(Shape::unknown());
            continue;
        }
        std::vector<std::int64_t> sizes;
        for (const QString& size : part.mid(1, part.size() - 2).split(",", Qt::SkipEmptyParts)) sizes.push_back(size == "?" ? kAny : size.toLongLong());
        shapes.push_back(Shape(std::move(sizes)));
    }
    return shapes;
}

QString shapesOf(const Operation& operation) {
    QStringList texts;
    for (const Tensor& output : operation.outputs()) texts += QString::fromStdString(output.shape().debugText());
    return texts.join(", ");
}

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

class TestOpShapes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void infersFromInputShapes_data();
    void infersFromInputShapes();
    void infersFromConstants();
    void reshapes_data();
    void reshapes();
    void slices_data();
    void slices();
    void refusesInTensorFlowsWords();
    void readsShapesThroughTheGraph();
    void followsResourcesToTheirVariable();
    void mergesBranches();
};

void TestOpShapes::infersFromInputShapes_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("inputs");
    QTest::addColumn<QString>("outputs");
    const auto row = [](const char* type, const char* inputs, const char* outputs) { QTest::addRow("%s %s", type, inputs) << type << inputs << outputs; };
    row("AddV2", "[2,3], [2,3]", "[2,3]");
    row("AddV2", "[2,1], [3]", "[2,3]");
    row("AddV2", "[], [?,2]", "[?,2]");
    row("AddV2", "[?,2], [3,1]", "[3,2]");
    row("AddV2", "[?,?], [1,?]", "[?,?]");
    row("AddV2", "?, []", "?");
    row("MatMul", "[2,3], [3,4]", "[2,4]");
    row("MatMul", "?, [3,4]", "[?,4]");
    row("BatchMatMulV2", "[5,1,2,3], [4,3,6]", "[5,4,2,6]");
    row("Qr", "[3,2]", "[3,2], [2,2]");
    row("DiagPart", "[2,3,2,3]", "[2,3]");
    row("MatrixDiag", "[4,2]", "[4,2,2]");
    row("MatrixSetDiag", "[2,3], [2]", "[2,3]");
    row("Cholesky", "[?,3]", "[3,3]");
    row("Softmax", "[2,3]", "[2,3]");
    row("SoftmaxCrossEntropyWithLogits", "[2,3], [2,3]", "[2], [2,3]");
    row("L2Loss", "[2,3]", "[]");
    row("BiasAdd", "[?,?], [4]", "[?,4]");
    row("SquaredDifference", "[2], [2]", "[2]");
    row("StopGradient", "[?]", "[?]");
}

void TestOpShapes::infersFromInputShapes() {
    QFETCH(QString, type);
    QFETCH(QString, inputs);
    Graph graph;
    std::vector<Operand> operands;
    for (const Shape& shape : shapesFrom(inputs)) operands.push_back(ops::placeholder(graph, DataType::Float32, shape));
    const Operation made = createOperation(graph, opDefinition(type.toStdString()), "x", operands);
    QTEST(shapesOf(made), "outputs");
}

void TestOpShapes::infersFromConstants() {
    Graph graph;
    const Tensor x = ops::placeholder(graph, DataType::Float32, {2, kAny, 4});
    const auto shapeOf = [&](std::string_view type, std::initializer_list<Operand> inputs, std::vector<Attribute> attributes = {}) {
        return shapesOf(createOperation(graph, type, {}, inputs, std::move(attributes)));
    };
    QCOMPARE(shapeOf("Sum", {x, 1}), QString("[2,4]"));
    QCOMPARE(shapeOf("Sum", {x, {0, -1}}, {{"keep_dims", true}}), QString("[1,?,1]"));
    QCOMPARE(shapeOf("Range", {2, 11, 3}), QString("[3]"));
    QCOMPARE(shapeOf("LinSpace", {0.0, 1.0, 5}), QString("[5]"));
    QCOMPARE(shapeOf("Fill", {{2, 3}, 1.0}), QString("[2,3]"));
    QCOMPARE(shapeOf("ExpandDims", {x, -1}), QString("[2,?,4,1]"));
    QCOMPARE(shapeOf("Squeeze", {ops::placeholder(graph, DataType::Float32, {1, 3, 1})}), QString("[3]"));
    QCOMPARE(shapeOf("Tile", {x, {2, 2, 1}}), QString("[4,?,4]"));
    QCOMPARE(shapeOf("Transpose", {x, {2, 0, 1}}), QString("[4,2,?]"));
    QCOMPARE(shapeOf("ConcatV2", {std::vector<Tensor>{x, x}, 0}), QString("[4,?,4]"));
    QCOMPARE(shapeOf("Pack", {std::vector<Tensor>{x, x}}, {{"axis", std::int64_t{1}}}), QString("[2,2,?,4]"));
    QCOMPARE(shapeOf("Unpack", {x}, {{"num", std::int64_t{2}}}), QString("[?,4], [?,4]"));
    QCOMPARE(shapeOf("Split", {2, x}, {{"num_split", std::int64_t{2}}}), QString("[2,?,2], [2,?,2]"));
    QCOMPARE(shapeOf("SplitV", {x, {1, -1}, 2}, {{"num_split", std::int64_t{2}}}), QString("[2,?,1], [2,?,3]"));
    QCOMPARE(shapeOf("Slice", {x, {0, 0, 1}, {1, -1, 2}}), QString("[1,?,2]"));
    QCOMPARE(shapeOf("Pad", {x, ConstantValue{DataType::Int32, {3, 2}, std::vector<std::int64_t>{1, 1, 0, 0, 2, 0}}}), QString("[4,?,6]"));
    QCOMPARE(shapeOf("GatherV2", {x, {0, 1, 1}, 2}), QString("[2,?,3]"));
    QCOMPARE(shapeOf("ArgMax", {x, 1}), QString("[2,4]"));
    QCOMPARE(shapeOf("OneHot", {{0, 1}, 7, 1.0, 0.0}), QString("[2,7]"));
    QCOMPARE(shapeOf("TopKV2", {x, 3}), QString("[2,?,3], [2,?,3]"));
    QCOMPARE(shapeOf("RandomUniform", {{2, 5}}, {{"dtype", DataType(DataType::Float32)}}), QString("[2,5]"));
    const Tensor image = ops::placeholder(graph, DataType::Float32, {kAny, 28, 28, 3}), filter = ops::placeholder(graph, DataType::Float32, {5, 5, 3, 8});
    using Integers = std::vector<std::int64_t>;
    QCOMPARE(shapeOf("Conv2D", {image, filter}, {{"strides", Integers{1, 2, 2, 1}}, {"padding", std::string("SAME")}}), QString("[?,14,14,8]"));
    QCOMPARE(shapeOf("Conv2D", {image, filter}, {{"strides", Integers{1, 1, 1, 1}}, {"padding", std::string("VALID")}}), QString("[?,24,24,8]"));
    QCOMPARE(shapeOf("MaxPool", {image}, {{"ksize", Integers{1, 2, 2, 1}}, {"strides", Integers{1, 2, 2, 1}}, {"padding", std::string("VALID")}}), QString("[?,14,14,3]"));
}

void TestOpShapes::reshapes_data() {
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("result");
    QTest::newRow("known") << "[2,3]" << "[6]" << "[6]";
    QTest::newRow("one-missing") << "[2,6]" << "[4,?]" << "[4,3]";
    QTest::newRow("unknown-input") << "?" << "[4,?]" << "[4,?]";
    QTest::newRow("unknown-size") << "[?,6]" << "[?,3]" << "[?,3]";
    QTest::newRow("two-unknown") << "[?,?]" << "[3,?]" << "[3,?]";
}

void TestOpShapes::reshapes() {
    QFETCH(QString, input);
    QFETCH(QString, asked);
    Graph graph;
    const Tensor made = ops::reshape(ops::placeholder(graph, DataType::Float32, shapesFrom(input)[0]), shapesFrom(asked)[0]);
    QTEST(shapesOf(made.operation()), "result");
}

void TestOpShapes::slices_data() {
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("strides");
    QTest::addColumn<QList<int>>("masks");  // begin, end, ellipsis, new axis, shrink axis
    QTest::addColumn<QString>("result");
    QTest::newRow("first") << "[4,5]" << "[0]" << "[1]" << "[1]" << QList<int>{0, 0, 0, 0, 1} << "[5]";
    QTest::newRow("range") << "[4,5]" << "[1]" << "[3]" << "[1]" << QList<int>{0, 0, 0, 0, 0} << "[2,5]";
    QTest::newRow("column") << "[?,5]" << "[0,1]" << "[0,2]" << "[1,1]" << QList<int>{1, 1, 0, 0, 2} << "[?]";
    QTest::newRow("ellipsis") << "[4,5,6]" << "[0,0]" << "[0,1]" << "[1,1]" << QList<int>{0, 0, 1, 0, 2} << "[4,5]";
    QTest::newRow("new-axis") << "[4,5]" << "[0,0]" << "[0,0]" << "[1,1]" << QList<int>{1, 1, 0, 2, 0} << "[4,1,5]";
    QTest::newRow("step") << "[4,5]" << "[0]" << "[0]" << "[2]" << QList<int>{1, 1, 0, 0, 0} << "[2,5]";
    QTest::newRow("backwards") << "[5]" << "[0]" << "[0]" << "[4]" << QList<int>{1, 1, 0, 0, 0} << "[2]";
    QTest::newRow("beyond") << "[5]" << "[2]" << "[9]" << "[1]" << QList<int>{0, 0, 0, 0, 0} << "[3]";
}

void TestOpShapes::slices() {
    QFETCH(QString, input);
    QFETCH(QString, begin);
    QFETCH(QString, end);
    QFETCH(QString, strides);
    QFETCH(QList<int>, masks);
    Graph graph;
    const Tensor x = ops::placeholder(graph, DataType::Float32, shapesFrom(input)[0]);
    std::vector<Attribute> attributes;
    const char* names[] = {"begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask"};
    for (int index = 0; index < masks.size(); ++index) attributes.push_back({names[index], std::int64_t{masks[index]}});
    const Operation slice = createOperation(graph, "StridedSlice", {}, {x, shapesFrom(begin)[0], shapesFrom(end)[0], shapesFrom(strides)[0]}, std::move(attributes));
    QTEST(shapesOf(slice), "result");
}

void TestOpShapes::refusesInTensorFlowsWords() {
    Graph graph;
    const auto input = [&](const Shape& shape) { return ops::placeholder(graph, DataType::Float32, shape); };
    QCOMPARE(errorOf([&] { ops::addV2(input({2, 3}), input({4})); }),
             QString("ValueError: Dimensions must be equal, but are 3 and 4 for 'add' (op: 'AddV2') with input shapes: [2,3], [4]."));
    QCOMPARE(errorOf([&] { ops::matmul(input({2, 3}), input({4, 5}), "product"); }),
             QString("ValueError: Dimensions must be equal, but are 3 and 4 for 'product' (op: 'MatMul') with input shapes: [2,3], [4,5]."));
    QCOMPARE(errorOf([&] { ops::reshape(input({2, 3}), {4, 2}); }),
             QString("ValueError: Cannot reshape a tensor with 6 elements to shape [4,2] (8 elements) for 'Reshape' (op: 'Reshape') with input shapes: [2,3], [2] "
                     "and with input tensors computed as partial shapes: input[1] = [4,2]."));
    QCOMPARE(errorOf([&] { ops::concat({input({2, 3}), input({3, 3})}, 1); }),
             QString("ValueError: Dimension 0 in both shapes must be equal, but are 2 and 3. Shapes are [2] and [3]. for 'concat' (op: 'ConcatV2') with input "
                     "shapes: [2,3], [3,3], [] and with computed input tensors: input[2] = <1>."));
    QCOMPARE(errorOf([&] { ops::reduceSum(input({2, 3}), std::vector<std::int64_t>{2}); }),
             QString("ValueError: Invalid reduction dimension 2 for input with 2 dimensions. for 'Sum' (op: 'Sum') with input shapes: [2,3], [] and with computed "
                     "input tensors: input[1] = <2>."));
    QCOMPARE(errorOf([&] { ops::transpose(input({2, 3}), std::vector<std::int64_t>{0, 1, 2}); }),
             QString("ValueError: Dimension must be 2 but is 3 for 'transpose' (op: 'Transpose') with input shapes: [2,3], [3]."));
    QCOMPARE(errorOf([&] { createOperation(graph, "Split", "split", {0, input({4, 2})}, {{"num_split", std::int64_t{3}}}); }),
             QString("ValueError: Dimension size must be evenly divisible by 3 but is 4\n\tNumber of ways to split should evenly divide the split dimension for "
                     "'split' (op: 'Split') with input shapes: [], [4,2] and with computed input tensors: input[0] = <0>."));
    QCOMPARE(errorOf([&] {
                 createOperation(graph, "StridedSlice", "strided_slice", {input({3}), {5}, {6}, {1}}, {{"shrink_axis_mask", std::int64_t{1}}});
             }),
             QString("ValueError: slice index 5 of dimension 0 out of bounds. for 'strided_slice' (op: 'StridedSlice') with input shapes: [3], [1], [1], [1] and "
                     "with computed input tensors: input[1] = <5>, input[2] = <6>, input[3] = <1>."));
}

void TestOpShapes::readsShapesThroughTheGraph() {
    Graph graph;
    const Tensor x = ops::placeholder(graph, DataType::Float32, {kAny, 5});
    const Tensor y = ops::placeholder(graph, DataType::Float32, Shape::unknown());
    QCOMPARE(shapesOf(ops::reshape(y, ops::shape(x)).operation()), QString("[?,5]"));
    const Tensor batch = createOperation(graph, "StridedSlice", {}, {ops::shape(x), {0}, {1}, {1}}, {{"shrink_axis_mask", std::int64_t{1}}}).output();
    const Tensor packed = createOperation(graph, "Pack", {}, {std::vector<Operand>{batch, 7}}).output();
    QCOMPARE(shapesOf(ops::reshape(y, packed).operation()), QString("[?,7]"));
    const Tensor seven = ops::addV2(createConstant(graph, {DataType::Int32, Shape::scalar(), std::vector<std::int64_t>{3}}), 4);
    QCOMPARE(shapesOf(ops::reshape(y, createOperation(graph, "Pack", {}, {std::vector<Operand>{seven, 2}}).output()).operation()), QString("[7,2]"));
    const Tensor tail = createOperation(graph, "StridedSlice", {}, {ops::shape(x), {1}, {0}, {1}}, {{"end_mask", std::int64_t{1}}}).output();
    QCOMPARE(shapesOf(ops::reshape(y, ops::concat({tail, tail}, 0)).operation()), QString("[5,5]"));
}

void TestOpShapes::followsResourcesToTheirVariable() {
    Graph graph;
    const Tensor handle = createOperation(graph, "VarHandleOp", "v", {}, {{"dtype", DataType(DataType::Float32)}, {"shape", Shape{2, 3}}}).output();
    const std::vector<Attribute> type = {{"dtype", DataType(DataType::Float32)}};
    QCOMPARE(shapesOf(createOperation(graph, "ReadVariableOp", {}, {ops::identity(handle)}, type)), QString("[2,3]"));
    QCOMPARE(shapesOf(createOperation(graph, "ResourceGather", {}, {handle, {0, 1, 0, 1}}, type)), QString("[4,3]"));
    QCOMPARE(errorOf([&] { createOperation(graph, "AssignVariableOp", {}, {handle, ops::zeros(graph, {3})}); }),
             QString("ValueError: Shapes must be equal rank, but are 2 and 1 for 'AssignVariableOp' (op: 'AssignVariableOp') with input shapes: [], [3]."));
}

void TestOpShapes::mergesBranches() {
    Graph graph;
    const Tensor x = ops::placeholder(graph, DataType::Float32, {2, 3}), y = ops::placeholder(graph, DataType::Float32, {2, 4});
    QCOMPARE(shapesOf(createOperation(graph, "Merge", {}, {std::vector<Tensor>{x, y}})), QString("[2,?], []"));
    QCOMPARE(shapesOf(createOperation(graph, "Enter", {}, {x}, {{"frame_name", std::string("loop")}})), QString("?"));
}

QTEST_APPLESS_MAIN(TestOpShapes)
#include "tst_op_shapes.moc"
