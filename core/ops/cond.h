// tf.cond and the contexts of its branches.
#pragma once

#include "ops/control_flow_edges.h"

#include <functional>
#include <string_view>
#include <vector>

namespace namescape {

// One branch of a `cond` while it is built: what its operations read from outside comes through a Switch, what has no inputs
// waits for the branch's pivot. TensorFlow 1.15, python/ops/control_flow_ops.py, CondContext.
class CondContext : public ControlFlowContext {
public:
    // `branch` is the Switch output that the branch reads: 1 for true.
    CondContext(Graph& graph, Tensor predicate, Tensor pivot, std::size_t branch);

    void addOperation(Operation operation) override;
    Tensor addValue(Tensor value) override;
    void addResult(Tensor value) override { m_known.add(value); }
    std::optional<Operation> controlPivot() const override { return m_pivot.operation(); }
    bool isLoop() const override { return false; }

    Tensor predicate() const { return m_predicate; }
    std::size_t branch() const { return m_branch; }

    // A result of the branch, as it leaves it.
    Tensor result(Tensor value);
    // An operation as a result: the pivot, once the operation has run.
    Tensor result(Operation operation);

private:
    void replaceInputs(Operation operation);
    Tensor insideOf(Tensor value);

    Graph& m_graph;
    Tensor m_predicate;
    Tensor m_pivot;
    std::size_t m_branch;
    KnownValues m_known;
};

// A `cond` under construction: its Switch, pivots and predicate, then one branch after the other, then the merges.
// Both the C++ function below and the script's tf.cond are made of it.
class CondBuilder {
public:
    // In the name scope that the cond has opened.
    CondBuilder(Graph& graph, Tensor predicate);

    std::shared_ptr<CondContext> context(bool branch);
    // One Merge a result; throws TensorFlowError (ValueError) where types differ.
    std::vector<Tensor> merged(const std::vector<Tensor>& whenTrue, const std::vector<Tensor>& whenFalse);

private:
    Graph& m_graph;
    Tensor m_predicate;
    Tensor m_pivots[2];
};

namespace ops {

// tf.cond of one result: operations `name/Switch`, `name/switch_t`, …, `name/Merge`.
Tensor cond(Tensor predicate, const std::function<Tensor()>& whenTrue, const std::function<Tensor()>& whenFalse, std::string_view name = "cond");

}  // namespace ops

}  // namespace namescape
