// Handles on a graph's operations and tensors.
#pragma once

#include "graph/data_type.h"
#include "graph/shape.h"

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

class Graph;
struct Attribute;

// An operation of some graph: its place in the order of creation.
struct OperationId {
    std::uint32_t value = UINT32_MAX;
    bool isValid() const { return value != UINT32_MAX; }
    auto operator<=>(const OperationId&) const = default;
};

// The `output`-th output of an operation.
struct TensorId {
    OperationId operation;
    std::uint32_t output = 0;
    auto operator<=>(const TensorId&) const = default;
};

class Tensor;

// A handle: cheap to copy, valid as long as its graph. A default-made one stands for no operation.
class Operation {
public:
    Operation() = default;
    Operation(Graph& graph, OperationId id) : m_graph(&graph), m_id(id) {}

    bool isValid() const { return m_graph != nullptr; }
    Graph& graph() const { return *m_graph; }
    OperationId id() const { return m_id; }
    std::string_view name() const;  // valid as long as the graph
    std::string_view type() const;  // "MatMul"
    std::string_view device() const;
    std::span<const TensorId> inputs() const;  // valid until an operation is added
    std::span<const OperationId> controlInputs() const;
    std::size_t outputCount() const;
    Tensor output(std::size_t index = 0) const;
    std::vector<Tensor> outputs() const;
    Tensor input(std::size_t index) const;
    // The attribute, or null.
    const Attribute* attribute(std::string_view attributeName) const;

    bool operator==(const Operation&) const = default;

private:
    Graph* m_graph = nullptr;
    OperationId m_id;
};

// A handle on one output of an operation.
class Tensor {
public:
    Tensor() = default;
    Tensor(Graph& graph, TensorId id) : m_graph(&graph), m_id(id) {}

    bool isValid() const { return m_graph != nullptr; }
    Graph& graph() const { return *m_graph; }
    TensorId id() const { return m_id; }
    Operation operation() const { return {*m_graph, m_id.operation}; }
    std::uint32_t index() const { return m_id.output; }
    std::string name() const;  // "scope/add:0"
    // Python's str(): Tensor("x:0", shape=(?, 3), dtype=float32, device=/device:CPU:0), without what is not known.
    std::string text() const;
    const Shape& shape() const;
    DataType dataType() const;
    // Narrows the static shape. Throws TensorFlowError (ValueError) where it contradicts what is known.
    void setShape(const Shape& shape) const;

    bool operator==(const Tensor&) const = default;

private:
    Graph* m_graph = nullptr;
    TensorId m_id;
};

}  // namespace namescape
