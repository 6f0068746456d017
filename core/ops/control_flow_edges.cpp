#include "ops/control_flow_edges.h"

#include "graph/graph_scopes.h"
#include "ops/create_operation.h"

#include <algorithm>

namespace namescape {

namespace {

bool isEnter(std::string_view type) {
    return type == "Enter" || type == "RefEnter";
}

}  // namespace

ControlFlowContext* outputContext(Operation operation) {
    ControlFlowContext* context = operation.graph().controlFlowContextOf(operation.id());
    const bool isExit = operation.type() == "Exit" || operation.type() == "RefExit";
    return context && isExit ? context->outer() : context;
}

bool isLoopConstantEnter(Operation operation) {
    if (!isEnter(operation.type())) return false;
    const Attribute* constant = operation.attribute("is_constant");
    const bool* value = constant ? std::get_if<bool>(&constant->value) : nullptr;
    return value && *value;
}

void addControlInputs(Operation operation, std::span<const OperationId> more) {
    const auto present = operation.controlInputs();
    std::vector<OperationId> all(present.begin(), present.end());
    for (const OperationId control : more)
        if (std::ranges::find(all, control) == all.end()) all.push_back(control);
    operation.graph().setControlInputs(operation.id(), all);
}

std::vector<OperationId> removeExternalControlInputs(ControlFlowContext& context, Operation operation) {
    ControlFlowContext* loop = context.enclosingLoop();
    if (!loop || operation.controlInputs().empty()) return {};
    std::vector<OperationId> internal;
    std::vector<OperationId> external;
    for (const OperationId control : operation.controlInputs()) {
        ControlFlowContext* of = outputContext(operation.graph().operation(control));
        (of && of->enclosingLoop() == loop ? internal : external).push_back(control);
    }
    if (!external.empty()) operation.graph().setControlInputs(operation.id(), internal);
    return external;
}

Operation switchOn(Tensor value, Tensor predicate) {
    const ColocationScope beside(value.graph(), value.operation(), ColocationScope::Existing::Ignore);
    return createOperation(value.graph(), value.dataType().isReference() ? "RefSwitch" : "Switch", "Switch", {value, predicate});
}

void KnownValues::addOutputs(Operation operation) {
    for (const Tensor& output : operation.outputs()) add(output);
}

Tensor KnownValues::inside(Tensor value) const {
    const auto found = m_inside.find(value.id());
    return found == m_inside.end() ? value : found->second;
}

}  // namespace namescape
