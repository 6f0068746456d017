// What `cond` and `while_loop` need to know of the operations made inside them.
#pragma once

#include "graph/operation.h"

namespace namescape {

// TensorFlow 1.15, python/ops/control_flow_ops.py, ControlFlowContext. Installed on a graph while a branch or a loop body is built.
class ControlFlowContext {
public:
    virtual ~ControlFlowContext() = default;
    // Called for each operation made while the context is current, after it has been added to the graph.
    virtual void addOperation(Operation operation) = 0;
    // The context this one was opened in, or null.
    virtual ControlFlowContext* outer() const = 0;
};

}  // namespace namescape
