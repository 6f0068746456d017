// What `cond` and `while_loop` need to know of the operations made inside them.
#pragma once

#include "graph/operation.h"

#include <optional>
#include <string>
#include <utility>

namespace namescape {

// TensorFlow 1.15, python/ops/control_flow_ops.py, ControlFlowContext. Installed on a graph while a branch or a loop body is built.
class ControlFlowContext {
public:
    // `name` is the context's own, unique in the graph; `outer` the context it is opened in, or null.
    ControlFlowContext(std::string name, ControlFlowContext* outer) : m_name(std::move(name)), m_outer(outer) {}
    virtual ~ControlFlowContext() = default;
    ControlFlowContext(const ControlFlowContext&) = delete;
    ControlFlowContext& operator=(const ControlFlowContext&) = delete;

    const std::string& name() const { return m_name; }
    ControlFlowContext* outer() const { return m_outer; }

    // Called for each operation made while the context is current, after it has been added to the graph.
    virtual void addOperation(Operation operation) = 0;
    // The tensor under which a value from outside is known inside.
    virtual Tensor addValue(Tensor value) = 0;
    // A result of a context inside, which is known here as it is.
    virtual void addResult(Tensor value) = 0;
    // What an operation without inputs waits for, so that it runs only when the context does.
    virtual std::optional<Operation> controlPivot() const = 0;
    virtual bool isLoop() const = 0;

    // The innermost loop from here outwards, or null.
    ControlFlowContext* enclosingLoop() {
        ControlFlowContext* context = this;
        while (context && !context->isLoop()) context = context->m_outer;
        return context;
    }

private:
    std::string m_name;
    ControlFlowContext* m_outer;
};

}  // namespace namescape
