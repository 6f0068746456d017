// The stack of `control_dependencies` blocks that are open on a graph.
#pragma once

#include "graph/operation.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace namescape {

class ControlFlowContext;

// TensorFlow 1.15, python/framework/ops.py, _ControlDependenciesController: an operation one of whose inputs was made inside a
// block needs no edge from what that block waits for. "Made inside" is kept as runs of operation ids, not as a set.
class ControlDependencyStack {
public:
    struct Controller {
        std::vector<OperationId> controls;
        bool clearsOuter = false;
        struct Run { std::uint32_t begin, end; };
        std::vector<Run> seen;  // what was made inside, closed runs
    };
    using Frames = std::vector<std::shared_ptr<Controller>>;

    // The control inputs of an operation that is about to be made from `inputs`, in TensorFlow's order.
    std::vector<OperationId> controlInputsFor(std::span<const TensorId> inputs) const;
    bool isEmpty() const { return m_frames.empty(); }
    // To be called for each new operation: it is now inside all open blocks.
    void recordOperation(OperationId operation);

    const Frames& frames() const { return m_frames; }
    void push(std::shared_ptr<Controller> controller) { m_frames.push_back(std::move(controller)); }
    void remove(const Controller* controller);
    // Puts other frames in place and gives back the former.
    Frames exchange(Frames frames);

private:
    Frames m_frames;
};

}  // namespace namescape
