// TensorFlow's functions for C++: each makes the operations that the Python function of that name makes, under the same names.
#pragma once

#include "ops/create_operation.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// An empty `name` stands for Python's None: the function's own default name.
namespace namescape::ops {

// --- Values. `zeros` and `ones` are one constant when they have fewer than 1,000 elements, else a Fill.
Tensor constant(Graph& graph, const Operand& value, DataType type = {}, std::optional<Shape> shape = {}, std::string_view name = "Const");
Tensor placeholder(Graph& graph, DataType type, const Shape& shape = {}, std::string_view name = {});
Tensor placeholderWithDefault(Graph& graph, const Operand& value, const Shape& shape, std::string_view name = {});
Tensor zeros(Graph& graph, const Operand& shape, DataType type = DataType::Float32, std::string_view name = {});
Tensor ones(Graph& graph, const Operand& shape, DataType type = DataType::Float32, std::string_view name = {});
Tensor fill(Graph& graph, const Operand& shape, const Operand& value, std::string_view name = {});
Tensor zerosLike(Tensor like, std::string_view name = {});
Tensor eye(Graph& graph, std::int64_t rows, std::optional<std::int64_t> columns = {}, DataType type = DataType::Float32, std::string_view name = {});
Tensor range(Graph& graph, const Operand& start, const Operand& limit, const Operand& delta = 1, std::string_view name = "range");

// --- Random values. Parameters become constants, whatever they are.
Tensor randomUniform(Graph& graph, const Operand& shape, const Operand& minimum = 0, const Operand& maximum = 1, DataType type = DataType::Float32,
                     std::string_view name = {});
Tensor randomNormal(Graph& graph, const Operand& shape, const Operand& mean = 0.0, const Operand& deviation = 1.0, DataType type = DataType::Float32,
                    std::string_view name = {});
Tensor truncatedNormal(Graph& graph, const Operand& shape, const Operand& mean = 0.0, const Operand& deviation = 1.0,
                       DataType type = DataType::Float32, std::string_view name = {});

// --- Arithmetic, as functions (tf.add makes Add; the operator + makes AddV2 and is in operators.h). One of the two is a tensor.
Tensor add(const Operand& x, const Operand& y, std::string_view name = {});
Tensor addV2(const Operand& x, const Operand& y, std::string_view name = "add");
Tensor subtract(const Operand& x, const Operand& y, std::string_view name = "Sub");
Tensor multiply(const Operand& x, const Operand& y, std::string_view name = "Mul");
Tensor divide(const Operand& x, const Operand& y, std::string_view name = "truediv");
Tensor matmul(const Operand& a, const Operand& b, std::string_view name = {});
Tensor square(Tensor x, std::string_view name = {});
Tensor sign(Tensor x, std::string_view name = {});
Tensor negative(Tensor x, std::string_view name = {});
Tensor abs(Tensor x, std::string_view name = {});
Tensor relu(Tensor x, std::string_view name = {});
Tensor sigmoid(Tensor x, std::string_view name = {});
Tensor tanh(Tensor x, std::string_view name = {});
Tensor cast(Tensor x, DataType type, std::string_view name = {});
Tensor addN(const std::vector<Tensor>& inputs, std::string_view name = {});
Tensor l2Loss(Tensor x, std::string_view name = {});

// --- Reductions: over all axes where none is given.
using Axes = std::optional<std::vector<std::int64_t>>;
enum class KeepAxes : bool { No, Yes };
Tensor reduceSum(Tensor x, const Axes& axes = {}, KeepAxes keep = KeepAxes::No, std::string_view name = {});
Tensor reduceMean(Tensor x, const Axes& axes = {}, KeepAxes keep = KeepAxes::No, std::string_view name = {});
Tensor reduceMax(Tensor x, const Axes& axes = {}, KeepAxes keep = KeepAxes::No, std::string_view name = {});

// --- Shape.
Tensor identity(Tensor x, std::string_view name = {});
Tensor reshape(Tensor x, const Operand& shape, std::string_view name = {});
Tensor transpose(Tensor x, const Axes& permutation = {}, std::string_view name = "transpose");
Tensor concat(const std::vector<Tensor>& values, std::int64_t axis, std::string_view name = "concat");
Tensor stack(const std::vector<Tensor>& values, std::int64_t axis = 0, std::string_view name = "stack");
Tensor expandDims(Tensor x, std::int64_t axis, std::string_view name = {});
Tensor squeeze(Tensor x, const std::vector<std::int64_t>& axes = {}, std::string_view name = {});
Tensor shape(Tensor x, std::string_view name = {});
Tensor qr(Tensor x, std::string_view name = {});  // output 0 of two: q; output 1 is r
Tensor diagPart(Tensor x, std::string_view name = {});
Tensor matrixDiag(Tensor x, std::string_view name = {});

// --- State. A reference to a variable in, a reference out.
Tensor assign(Tensor reference, const Operand& value, std::string_view name = {});
Tensor assignAdd(Tensor reference, const Operand& value, std::string_view name = {});
Tensor assignSub(Tensor reference, const Operand& value, std::string_view name = {});

// --- Order.
Operation noOp(Graph& graph, std::string_view name = {});
// tf.group: one NoOp that waits for all; by device where they have several.
Operation group(Graph& graph, const std::vector<Operation>& operations, std::string_view name = "group_deps");

}  // namespace namescape::ops
