#include "ops/operations.h"

#include "graph/graph_scopes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

namespace namescape::ops {

namespace {

constexpr std::int64_t kSmallConstant = 1000;  // elements below which zeros and ones are constants

std::string_view orElse(std::string_view name, std::string_view fallback) {
    return name.empty() ? fallback : name;
}

Graph& graphOf(const Operand& x, const Operand& y) {
    assert(x.tensor() || y.tensor());
    return x.tensor() ? x.tensor()->graph() : y.tensor()->graph();
}

Tensor unary(std::string_view type, Tensor x, std::string_view name) {
    return createOperation(x.graph(), type, name, {x}).output();
}

Tensor binary(std::string_view type, const Operand& x, const Operand& y, std::string_view name) {
    Graph& graph = graphOf(x, y);
    // As the operators do: what is no tensor takes the other's type.
    if (x.tensor() || !y.tensor()) return createOperation(graph, type, name, {x, y}).output();
    const NameScope scope(graph, orElse(name, type));
    const Tensor first = convertToTensor(graph, x, y.tensor()->dataType().base(), "x");
    return createOperation(graph, type, scope.path(), {first, y}).output();
}

std::optional<Shape> knownShape(const Operand& shape) {
    const ConstantValue* value = shape.constant();
    const auto sizes = value ? value->integers() : std::nullopt;
    return sizes ? std::optional(Shape(*sizes)) : std::nullopt;
}

ConstantValue repeated(std::int64_t number, DataType type, Shape shape) {
    if (type == DataType::String) return {type, std::move(shape), std::vector<std::string>{std::string()}};
    ConstantValue value{type.isBool() ? DataType::Bool : DataType::Int32, std::move(shape), std::vector<std::int64_t>{number}};
    return constantOfType(std::move(value), type);
}

Tensor allOf(Graph& graph, std::int64_t number, const Operand& shape, DataType type, std::string_view name) {
    const NameScope scope(graph, name);
    Operand sizes = shape;
    if (const auto known = knownShape(shape)) {
        const auto count = known->elementCount();
        if (count && *count < kSmallConstant) return createConstant(graph, repeated(number, type, *known), scope.path());
        sizes = convertToTensor(graph, shape, {}, "shape_as_tensor");
    }
    const Tensor value = createConstant(graph, repeated(number, type, Shape::scalar()));
    return createOperation(graph, "Fill", scope.path(), {sizes, value}).output();
}

// The axes that a reduction without any takes: all of them.
Tensor allAxes(Tensor x) {
    Graph& graph = x.graph();
    if (!x.shape().hasRank()) {
        const Tensor rank = createOperation(graph, "Rank", {}, {x}).output();
        return range(graph, 0, rank, 1);
    }
    std::vector<std::int64_t> axes(x.shape().rank());
    for (std::size_t axis = 0; axis < axes.size(); ++axis) axes[axis] = static_cast<std::int64_t>(axis);
    return convertToTensor(graph, axes);
}

Tensor reduce(std::string_view type, Tensor x, const Axes& axes, KeepAxes keep, std::string_view name) {
    const Operand reduced = !axes ? Operand(allAxes(x)) : axes->size() == 1 ? Operand(axes->front()) : Operand(*axes);
    std::vector<Attribute> attributes;
    if (keep == KeepAxes::Yes) attributes.push_back({"keep_dims", true});
    return createOperation(x.graph(), type, name, {x, reduced}, std::move(attributes)).output();
}

struct Distribution {
    std::string_view scope, operation, first, second;
};

// Scaled and moved samples: `operation * second + first`, under the parameters' names.
Tensor normal(Graph& graph, const Distribution& kind, const Operand& shape, const Operand& mean, const Operand& deviation, DataType type) {
    const NameScope scope(graph, kind.scope);
    const Tensor sizes = convertToTensor(graph, shape, {}, "shape");
    const Tensor first = convertToTensor(graph, mean, type, kind.first), second = convertToTensor(graph, deviation, type, kind.second);
    const Tensor samples = createOperation(graph, kind.operation, {}, {sizes}, {{"dtype", type}}).output();
    const Tensor scaled = createOperation(graph, "Mul", "mul", {samples, second}).output();
    return createOperation(graph, "Add", scope.path(), {scaled, first}).output();
}

}  // namespace

Tensor constant(Graph& graph, const Operand& value, DataType type, std::optional<Shape> shape, std::string_view name) {
    assert(value.constant());
    ConstantValue held = constantOfType(*value.constant(), type);
    if (shape) held.shape = *std::move(shape);
    return createConstant(graph, std::move(held), name);
}

Tensor placeholder(Graph& graph, DataType type, const Shape& shape, std::string_view name) {
    return createOperation(graph, "Placeholder", name, {}, {{"dtype", type.base()}, {"shape", shape}}).output();
}

Tensor placeholderWithDefault(Graph& graph, const Operand& value, const Shape& shape, std::string_view name) {
    return createOperation(graph, "PlaceholderWithDefault", name, {value}, {{"shape", shape}}).output();
}

Tensor zeros(Graph& graph, const Operand& shape, DataType type, std::string_view name) {
    return allOf(graph, 0, shape, type.base(), orElse(name, "zeros"));
}

Tensor ones(Graph& graph, const Operand& shape, DataType type, std::string_view name) {
    return allOf(graph, 1, shape, type.base(), orElse(name, "ones"));
}

Tensor fill(Graph& graph, const Operand& shape, const Operand& value, std::string_view name) {
    return createOperation(graph, "Fill", name, {shape, value}).output();
}

// TensorFlow makes a constant where shape and type say all, else ZerosLike.
Tensor zerosLike(Tensor like, std::string_view name) {
    Graph& graph = like.graph();
    const NameScope scope(graph, orElse(name, "zeros_like"));
    const bool isKnown = like.shape().isFullyDefined() && like.dataType().base() != DataType::Variant;
    if (isKnown) return zeros(graph, like.shape(), like.dataType(), scope.path());
    return createOperation(graph, "ZerosLike", scope.path(), {like}).output();
}

Tensor eye(Graph& graph, std::int64_t rows, std::optional<std::int64_t> columns, DataType type, std::string_view name) {
    const NameScope scope(graph, orElse(name, "eye"));
    const std::int64_t width = columns.value_or(rows), diagonal = std::min(rows, width);
    const Tensor ones = ops::ones(graph, {diagonal}, type);
    if (rows == width) return createOperation(graph, "MatrixDiag", "diag", {ones}).output();
    const Tensor zeros = ops::zeros(graph, {rows, width}, type);
    return createOperation(graph, "MatrixSetDiag", "set_diag", {zeros, ones}).output();
}

Tensor range(Graph& graph, const Operand& start, const Operand& limit, const Operand& delta, std::string_view name) {
    const NameScope scope(graph, name);
    std::array tensors = {convertToTensor(graph, start, {}, "start"), convertToTensor(graph, limit, {}, "limit"), convertToTensor(graph, delta, {}, "delta")};
    constexpr std::array widening = {DataType::Int32, DataType::Int64, DataType::Float32, DataType::Float64};
    const auto width = [&](Tensor x) { return std::ranges::find(widening, x.dataType().baseCode()); };
    const auto widest = std::max({width(tensors[0]), width(tensors[1]), width(tensors[2])});
    if (widest != widening.end())
        for (Tensor& tensor : tensors) tensor = cast(tensor, *widest);
    return createOperation(graph, "Range", scope.path(), {tensors[0], tensors[1], tensors[2]}).output();
}

Tensor randomUniform(Graph& graph, const Operand& shape, const Operand& minimum, const Operand& maximum, DataType type, std::string_view name) {
    const NameScope scope(graph, orElse(name, "random_uniform"));
    const Tensor sizes = convertToTensor(graph, shape, {}, "shape");
    const Tensor low = convertToTensor(graph, minimum, type, "min"), high = convertToTensor(graph, maximum, type, "max");
    if (type.isInteger()) return createOperation(graph, "RandomUniformInt", scope.path(), {sizes, low, high}).output();
    const Tensor samples = createOperation(graph, "RandomUniform", {}, {sizes}, {{"dtype", type}}).output();
    const Tensor width = createOperation(graph, "Sub", "sub", {high, low}).output();
    const Tensor scaled = createOperation(graph, "Mul", "mul", {samples, width}).output();
    return createOperation(graph, "Add", scope.path(), {scaled, low}).output();
}

Tensor randomNormal(Graph& graph, const Operand& shape, const Operand& mean, const Operand& deviation, DataType type, std::string_view name) {
    return normal(graph, {orElse(name, "random_normal"), "RandomStandardNormal", "mean", "stddev"}, shape, mean, deviation, type);
}

Tensor truncatedNormal(Graph& graph, const Operand& shape, const Operand& mean, const Operand& deviation, DataType type, std::string_view name) {
    return normal(graph, {orElse(name, "truncated_normal"), "TruncatedNormal", "mean", "stddev"}, shape, mean, deviation, type);
}

Tensor add(const Operand& x, const Operand& y, std::string_view name) { return binary("Add", x, y, name); }
Tensor addV2(const Operand& x, const Operand& y, std::string_view name) { return binary("AddV2", x, y, name); }
Tensor subtract(const Operand& x, const Operand& y, std::string_view name) { return binary("Sub", x, y, name); }
Tensor multiply(const Operand& x, const Operand& y, std::string_view name) { return binary("Mul", x, y, name); }

Tensor divide(const Operand& x, const Operand& y, std::string_view name) {
    Graph& graph = graphOf(x, y);
    const NameScope scope(graph, name);
    const DataType type = x.tensor() ? x.tensor()->dataType().base() : y.tensor()->dataType().base();
    const Tensor dividend = convertToTensor(graph, x, type, "x"), divisor = convertToTensor(graph, y, type, "y");
    const bool isInteger = type.isInteger();
    const DataType wider = type.size() <= 2 ? DataType::Float32 : DataType::Float64;
    const Tensor first = isInteger ? cast(dividend, wider) : dividend, second = isInteger ? cast(divisor, wider) : divisor;
    return createOperation(graph, "RealDiv", scope.path(), {first, second}).output();
}

Tensor matmul(const Operand& a, const Operand& b, std::string_view name) {
    Graph& graph = graphOf(a, b);
    const NameScope scope(graph, orElse(name, "MatMul"));
    const Tensor first = convertToTensor(graph, a, {}, "a"), second = convertToTensor(graph, b, {}, "b");
    const auto mayHaveBatch = [](Tensor x) { return !x.shape().hasRank() || x.shape().rank() > 2; };
    const bool isBatch = mayHaveBatch(first) || mayHaveBatch(second);
    return createOperation(graph, isBatch ? "BatchMatMulV2" : "MatMul", scope.path(), {first, second}).output();
}

Tensor square(Tensor x, std::string_view name) { return unary("Square", x, name); }
Tensor sign(Tensor x, std::string_view name) { return unary("Sign", x, name); }
Tensor negative(Tensor x, std::string_view name) { return unary("Neg", x, name); }
Tensor abs(Tensor x, std::string_view name) { return unary("Abs", x, name); }
Tensor relu(Tensor x, std::string_view name) { return unary("Relu", x, name); }
Tensor sigmoid(Tensor x, std::string_view name) { return unary("Sigmoid", x, name); }
Tensor tanh(Tensor x, std::string_view name) { return unary("Tanh", x, name); }
Tensor l2Loss(Tensor x, std::string_view name) { return unary("L2Loss", x, name); }
Tensor identity(Tensor x, std::string_view name) { return unary("Identity", x, name); }
Tensor diagPart(Tensor x, std::string_view name) { return unary("DiagPart", x, name); }
Tensor matrixDiag(Tensor x, std::string_view name) { return unary("MatrixDiag", x, name); }
Tensor qr(Tensor x, std::string_view name) { return unary("Qr", x, name); }

Tensor cast(Tensor x, DataType type, std::string_view name) {
    if (x.dataType() == type.base()) return x;
    const NameScope scope(x.graph(), orElse(name, "Cast"));
    if (x.dataType().base() == type.base()) return x;
    return createOperation(x.graph(), "Cast", scope.path(), {x}, {{"DstT", type.base()}}).output();
}

Tensor addN(const std::vector<Tensor>& inputs, std::string_view name) {
    assert(!inputs.empty());
    if (inputs.size() == 1) return name.empty() ? inputs[0] : identity(inputs[0], name);
    return createOperation(inputs[0].graph(), "AddN", name, {inputs}).output();
}

Tensor reduceSum(Tensor x, const Axes& axes, KeepAxes keep, std::string_view name) { return reduce("Sum", x, axes, keep, name); }
Tensor reduceMean(Tensor x, const Axes& axes, KeepAxes keep, std::string_view name) { return reduce("Mean", x, axes, keep, name); }
Tensor reduceMax(Tensor x, const Axes& axes, KeepAxes keep, std::string_view name) { return reduce("Max", x, axes, keep, name); }

Tensor reshape(Tensor x, const Operand& shape, std::string_view name) {
    return createOperation(x.graph(), "Reshape", name, {x, shape}).output();
}

Tensor transpose(Tensor x, const Axes& permutation, std::string_view name) {
    Graph& graph = x.graph();
    const NameScope scope(graph, name);
    if (permutation) return createOperation(graph, "Transpose", scope.path(), {x, *permutation}).output();
    if (x.shape().rank() > 0) {
        std::vector<std::int64_t> reversed(x.shape().rank());
        for (std::size_t axis = 0; axis < reversed.size(); ++axis) reversed[axis] = static_cast<std::int64_t>(reversed.size() - axis) - 1;
        return createOperation(graph, "Transpose", scope.path(), {x, reversed}).output();
    }
    const Tensor rank = createOperation(graph, "Rank", {}, {x}).output();
    const Tensor last = subtract(rank, 1, "sub");
    const Tensor axes = createOperation(graph, "Range", {}, {0, rank, 1}).output();
    const Tensor reversed = subtract(last, axes, "sub");
    return createOperation(graph, "Transpose", scope.path(), {x, reversed}).output();
}

Tensor concat(const std::vector<Tensor>& values, std::int64_t axis, std::string_view name) {
    assert(!values.empty());
    Graph& graph = values[0].graph();
    if (values.size() > 1) return createOperation(graph, "ConcatV2", name, {values, axis}).output();
    const NameScope scope(graph, name);
    convertToTensor(graph, axis, DataType::Int32, "concat_dim");
    return identity(values[0], scope.path());
}

Tensor stack(const std::vector<Tensor>& values, std::int64_t axis, std::string_view name) {
    assert(!values.empty());
    return createOperation(values[0].graph(), "Pack", name, {values}, {{"axis", axis}}).output();
}

Tensor expandDims(Tensor x, std::int64_t axis, std::string_view name) {
    return createOperation(x.graph(), "ExpandDims", name, {x, axis}).output();
}

Tensor squeeze(Tensor x, const std::vector<std::int64_t>& axes, std::string_view name) {
    return createOperation(x.graph(), "Squeeze", name, {x}, {{"squeeze_dims", axes}}).output();
}

// A constant where all of the shape is known.
Tensor shape(Tensor x, std::string_view name) {
    const NameScope scope(x.graph(), orElse(name, "Shape"));
    if (x.shape().isFullyDefined()) return createConstant(x.graph(), *Operand(x.shape()).constant(), scope.path());
    return createOperation(x.graph(), "Shape", scope.path(), {x}).output();
}

Tensor assign(Tensor reference, const Operand& value, std::string_view name) {
    return createOperation(reference.graph(), "Assign", name, {reference, value}).output();
}

Tensor assignAdd(Tensor reference, const Operand& value, std::string_view name) {
    return createOperation(reference.graph(), "AssignAdd", name, {reference, value}).output();
}

Tensor assignSub(Tensor reference, const Operand& value, std::string_view name) {
    return createOperation(reference.graph(), "AssignSub", name, {reference, value}).output();
}

Operation noOp(Graph& graph, std::string_view name) {
    return createOperation(graph, "NoOp", name, {});
}

Operation group(Graph& graph, const std::vector<Operation>& operations, std::string_view name) {
    const NameScope scope(graph, name);
    std::map<std::string, std::vector<OperationId>> byDevice;
    for (const Operation& operation : operations) byDevice[std::string(operation.device())].push_back(operation.id());
    const auto waitForAll = [&](const std::string& device, const std::vector<OperationId>& controls, std::string_view operationName) {
        const ControlDependencies after(graph, controls);
        const DeviceScope onDevice(graph, DeviceSpec::parse(device));
        return noOp(graph, operationName);
    };
    if (operations.empty()) return noOp(graph, scope.path());
    if (byDevice.size() == 1) return waitForAll(byDevice.begin()->first, byDevice.begin()->second, scope.path());
    std::vector<OperationId> all;
    for (const auto& [device, controls] : byDevice) all.push_back(waitForAll(device, controls, {}).id());
    const ControlDependencies after(graph, all);
    return noOp(graph, scope.path());
}

}  // namespace namescape::ops
