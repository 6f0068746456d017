// tf.while_loop and the context of its condition and body.
#pragma once

#include "ops/control_flow_edges.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

// A loop while it is built: what its operations read from outside comes through a constant Enter.
// TensorFlow 1.15, python/ops/control_flow_ops.py, WhileContext.
class WhileContext : public ControlFlowContext {
public:
    WhileContext(Graph& graph, std::int64_t parallelIterations);

    void addOperation(Operation operation) override;
    Tensor addValue(Tensor value) override;
    void addResult(Tensor value) override { m_known.add(value); }
    std::optional<Operation> controlPivot() const override;
    bool isLoop() const override { return true; }

    using Condition = std::function<Tensor(const std::vector<Tensor>&)>;
    using Body = std::function<std::vector<Tensor>(const std::vector<Tensor>&)>;

    // Builds the whole loop over the variables and returns its exits. `invariants`, where given, are the shapes that the
    // variables keep. Throws TensorFlowError (ValueError) where a shape changes or counts differ.
    std::vector<Tensor> build(const std::vector<Tensor>& variables, const std::optional<std::vector<Shape>>& invariants, const Condition& condition, const Body& body);

private:
    Tensor enter(Tensor value, bool isConstant);
    void fixEnter(Tensor entered);
    std::vector<Tensor> enterAll(const std::vector<Tensor>& variables, const std::optional<std::vector<Shape>>& invariants);
    void replaceInputs(Operation operation);
    bool needsControlInput(Operation operation) const;
    void pullControlInputs(Operation operation, const std::vector<OperationId>& external);

    Graph& m_graph;
    std::int64_t m_parallelIterations;
    KnownValues m_known;
    std::optional<Operation> m_pivotForCondition;
    std::optional<Operation> m_pivotForBody;
};

}  // namespace namescape
