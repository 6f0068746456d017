#include "ops/while_loop.h"

#include "graph/graph_scopes.h"
#include "ops/create_operation.h"
#include "ops/operations.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

[[noreturn]] void valueError(const std::string& message) {
    throw TensorFlowError(ErrorType::ValueError, message);
}

bool isLessSpecific(const Shape& general, const Shape& specific) {
    if (!general.hasRank()) return true;
    if (!specific.hasRank() || general.rank() != specific.rank()) return false;
    for (std::size_t axis = 0; axis < general.rank(); ++axis)
        if (general[axis] != Shape::kUnknownSize && general[axis] != specific[axis]) return false;
    return true;
}

// TensorFlow's _EnforceShapeInvariant: after one iteration the variable must still have the shape it was merged with.
void checkInvariant(Tensor merged, Tensor next) {
    if (isLessSpecific(merged.shape(), next.shape())) return;
    const Tensor entered = merged.operation().input(0);
    const Tensor outside = entered.operation().input(0);
    valueError("Input tensor '" + outside.name() + "' enters the loop with shape " + entered.shape().text() + ", but has shape " + next.shape().text() +
               " after one iteration. To allow the shape to vary across iterations, use the `shape_invariants` argument of tf.while_loop to specify a less-specific shape.");
}

}  // namespace

WhileContext::WhileContext(Graph& graph, std::int64_t parallelIterations)
    : ControlFlowContext(graph.uniqueName("while_context"), graph.controlFlowContext()), m_graph(graph), m_parallelIterations(parallelIterations) {}

std::optional<Operation> WhileContext::controlPivot() const {
    return m_pivotForBody ? m_pivotForBody : m_pivotForCondition;
}

Tensor WhileContext::enter(Tensor value, bool isConstant) {
    const ControlDependencies cleared(m_graph, ControlDependencies::Clear{});
    const Tensor entered = createOperation(m_graph, value.dataType().isReference() ? "RefEnter" : "Enter", {}, {value},
                                           {{"frame_name", name()}, {"is_constant", isConstant}, {"parallel_iterations", m_parallelIterations}})
                               .output();
    entered.setShape(value.shape());
    return entered;
}

// Of what the block around would make the Enter wait for, only what is outside of the loop stays.
void WhileContext::fixEnter(Tensor entered) {
    const OperationId id = entered.operation().id();
    const TensorId source = entered.operation().inputs()[0];
    std::vector<OperationId> kept;
    for (const OperationId control : m_graph.controlDependencies().controlInputsFor({&source, 1})) {
        ControlFlowContext* of = outputContext(m_graph.operation(control));
        ControlFlowContext* outerLoop = outer() ? outer()->enclosingLoop() : nullptr;
        ControlFlowContext* at = outer();
        while (at != of && at && at != outerLoop) at = at->outer();
        if (at == of) kept.push_back(control);
    }
    m_graph.setControlFlowContext(id, this);
    addControlInputs(entered.operation(), kept);
    m_graph.controlDependencies().recordOperation(id);
}

Tensor WhileContext::addValue(Tensor value) {
    const bool isNew = !m_known.contains(value) && m_graph.controlFlowContextOf(value.operation().id()) != this;
    if (!isNew) return m_known.inside(value);
    m_known.add(value);
    const Tensor outside = outer() ? outer()->addValue(value) : value;
    const Tensor entered = enter(outside, true);
    fixEnter(entered);
    m_known.add(entered);
    m_known.replace(value, entered);
    return entered;
}

void WhileContext::replaceInputs(Operation operation) {
    for (std::size_t index = 0; index < operation.inputs().size(); ++index) {
        const Tensor input = operation.input(index);
        const Tensor known = addValue(input);
        if (known != input) m_graph.setInput(operation.id(), index, known.id());
    }
}

bool WhileContext::needsControlInput(Operation operation) const {
    if (!operation.controlInputs().empty()) return false;
    for (std::size_t index = 0; index < operation.inputs().size(); ++index)
        if (!isLoopConstantEnter(operation.input(index).operation())) return false;
    return true;
}

// A control input from outside enters the loop as a value.
void WhileContext::pullControlInputs(Operation operation, const std::vector<OperationId>& external) {
    std::vector<OperationId> pulled;
    {
        const ControlDependencies cleared(m_graph, ControlDependencies::Clear{});
        const CurrentContext current(m_graph, this);
        for (const OperationId control : external)
            if (m_graph.outputCount(control) > 0) pulled.push_back(ops::identity(m_graph.operation(control).output()).operation().id());
    }
    addControlInputs(operation, pulled);
}

void WhileContext::addOperation(Operation operation) {
    std::vector<OperationId> external;
    if (operation.inputs().empty()) {
        external = removeExternalControlInputs(*this, operation);
    } else {
        replaceInputs(operation);
        external = removeExternalControlInputs(*this, operation);
    }
    if (needsControlInput(operation) && controlPivot()) {
        const OperationId pivot = controlPivot()->id();
        addControlInputs(operation, {&pivot, 1});
    }
    m_known.addOutputs(operation);
    if (!external.empty()) pullControlInputs(operation, external);
}

std::vector<Tensor> WhileContext::enterAll(const std::vector<Tensor>& variables, const std::optional<std::vector<Shape>>& invariants) {
    for (const Tensor& variable : variables) m_known.add(variable);
    std::vector<Tensor> real;
    for (const Tensor& variable : variables) real.push_back(outer() ? outer()->addValue(variable) : variable);
    std::vector<Tensor> entered;
    for (const Tensor& variable : real) entered.push_back(enter(variable, false));
    for (std::size_t index = 0; index < entered.size(); ++index) {
        if (!invariants) continue;
        const Shape& wanted = (*invariants)[index];
        if (!isLessSpecific(wanted, real[index].shape()))
            valueError("The shape invariant specified for " + real[index].name() + " is not compatible with the initial shape of the loop variable. It enters the loop with shape " +
                       real[index].shape().text() + ", but the specified shape invariant is " + wanted.text() + ".");
        m_graph.setOutputShape(entered[index].id(), wanted);
    }
    for (const Tensor& one : entered) fixEnter(one);
    for (const Tensor& one : entered) m_known.add(one);
    return entered;
}

std::vector<Tensor> WhileContext::build(const std::vector<Tensor>& variables, const std::optional<std::vector<Shape>>& invariants, const Condition& condition, const Body& body) {
    const CurrentContext current(m_graph, this);
    std::vector<Tensor> merges;
    for (const Tensor& entered : enterAll(variables, invariants)) {
        const std::vector<Tensor> pair{entered, entered};
        merges.push_back(createOperation(m_graph, entered.dataType().isReference() ? "RefMerge" : "Merge", {}, {pair}).output());
    }
    m_pivotForCondition = merges.front().operation();
    const Tensor goesOn = createOperation(m_graph, "LoopCond", {}, {condition(merges)}).output();

    std::vector<Operation> switches;
    for (const Tensor& merge : merges) switches.push_back(switchOn(merge, goesOn));
    std::vector<Tensor> inside;
    for (const Operation& one : switches) inside.push_back(ops::identity(one.output(1)));
    m_pivotForBody = inside.front().operation();
    const std::vector<Tensor> results = body(inside);
    if (results.size() != merges.size())
        valueError("Number of inputs and outputs of body must match loop_vars: " + std::to_string(merges.size()) + ", " + std::to_string(results.size()));
    for (std::size_t index = 0; index < merges.size(); ++index) {
        const Tensor next = createOperation(m_graph, results[index].dataType().isReference() ? "RefNextIteration" : "NextIteration", {}, {results[index]}).output();
        checkInvariant(merges[index], next);
        m_graph.setInput(merges[index].operation().id(), 1, next.id());
    }
    std::vector<Tensor> exits;
    for (const Operation& one : switches) exits.push_back(createOperation(m_graph, one.type() == "RefSwitch" ? "RefExit" : "Exit", {}, {one.output(0)}).output());
    for (const Tensor& exit : exits)
        if (outer()) outer()->addResult(exit);
    return exits;
}

}  // namespace namescape
