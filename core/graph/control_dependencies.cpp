#include "graph/control_dependencies.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

bool wasMadeInside(const ControlDependencyStack::Controller& controller, OperationId operation) {
    return std::ranges::any_of(controller.seen, [&](const auto& run) { return run.begin <= operation.value && operation.value < run.end; });
}

bool isInputOf(OperationId operation, std::span<const TensorId> inputs) {
    return std::ranges::any_of(inputs, [&](TensorId input) { return input.operation == operation; });
}

}  // namespace

std::vector<OperationId> ControlDependencyStack::controlInputsFor(std::span<const TensorId> inputs) const {
    std::vector<OperationId> result;
    for (const auto& controller : m_frames) {
        if (std::ranges::any_of(inputs, [&](TensorId input) { return wasMadeInside(*controller, input.operation); })) continue;
        for (const OperationId control : controller->controls)
            if (!isInputOf(control, inputs) && std::ranges::find(result, control) == result.end()) result.push_back(control);
    }
    return result;
}

void ControlDependencyStack::recordOperation(OperationId operation) {
    for (const auto& controller : m_frames) {
        auto& seen = controller->seen;
        if (!seen.empty() && seen.back().end == operation.value) ++seen.back().end;
        else seen.push_back({operation.value, operation.value + 1});
    }
}

void ControlDependencyStack::remove(const Controller* controller) {
    std::erase_if(m_frames, [&](const auto& frame) { return frame.get() == controller; });
}

ControlDependencyStack::Frames ControlDependencyStack::exchange(Frames frames) {
    return std::exchange(m_frames, std::move(frames));
}

}  // namespace namescape
