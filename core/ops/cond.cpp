#include "ops/cond.h"

#include "graph/graph_scopes.h"
#include "ops/create_operation.h"
#include "ops/operations.h"

#include <utility>

namespace namescape {

CondContext::CondContext(Graph& graph, Tensor predicate, Tensor pivot, std::size_t branch)
    : ControlFlowContext(graph.uniqueName("cond_text"), graph.controlFlowContext()), m_graph(graph), m_predicate(predicate), m_pivot(pivot), m_branch(branch) {
    m_known.add(predicate);
    m_known.replace(predicate, predicate);
    m_known.add(pivot);
    graph.setControlFlowContext(pivot.operation().id(), this);
}

Tensor CondContext::addValue(Tensor value) {
    if (m_known.contains(value)) return m_known.inside(value);
    m_known.add(value);
    Tensor result = value;
    if (outer()) {
        result = outer()->addValue(value);
        m_known.add(result);
        m_known.replace(result, result);
    }
    {
        const ControlDependencies cleared(m_graph, ControlDependencies::Clear{});
        result = switchOn(result, m_predicate).output(m_branch);
    }
    m_graph.setControlFlowContext(result.operation().id(), this);
    m_known.add(result);
    m_known.replace(value, result);
    return result;
}

void CondContext::replaceInputs(Operation operation) {
    for (std::size_t index = 0; index < operation.inputs().size(); ++index) {
        const Tensor input = operation.input(index);
        const bool isBackEdge = operation.type() == "Merge" && input.operation().type() == "NextIteration";
        const Tensor known = isBackEdge ? input : addValue(input);
        if (known != input) m_graph.setInput(operation.id(), index, known.id());
    }
}

void CondContext::addOperation(Operation operation) {
    if (operation.inputs().empty()) {
        removeExternalControlInputs(*this, operation);
        bool waitsForBranch = false;
        for (const OperationId control : operation.controlInputs())
            for (ControlFlowContext* of = m_graph.controlFlowContextOf(control); of; of = of->outer()) waitsForBranch |= of == this;
        const OperationId pivot = m_pivot.operation().id();
        if (!waitsForBranch) addControlInputs(operation, {&pivot, 1});
    } else {
        replaceInputs(operation);
        removeExternalControlInputs(*this, operation);
    }
    m_known.addOutputs(operation);
}

Tensor CondContext::result(Tensor value) {
    const Tensor known = insideOf(value);
    if (outer()) outer()->addResult(known);
    return known;
}

Tensor CondContext::insideOf(Tensor value) {
    if (m_known.contains(value)) return m_known.inside(value);
    m_known.add(value);
    Tensor known = value;
    if (outer()) {
        known = outer()->addValue(value);
        m_known.add(known);
        m_known.replace(known, known);
    }
    known = switchOn(known, m_predicate).output(m_branch);
    m_known.replace(value, known);
    return known;
}

Tensor CondContext::result(Operation operation) {
    const NameScope scope(m_graph, "control_dependency");
    const ControlDependencies after(m_graph, {operation.id()});
    const ColocationScope beside(m_graph, m_pivot.operation());
    return result(ops::identity(m_pivot, scope.path()));
}

CondBuilder::CondBuilder(Graph& graph, Tensor predicate) : m_graph(graph) {
    const Operation split = createOperation(graph, "Switch", {}, {predicate, predicate});
    m_pivots[1] = ops::identity(split.output(1), "switch_t");
    m_pivots[0] = ops::identity(split.output(0), "switch_f");
    m_predicate = ops::identity(predicate, "pred_id");
}

std::shared_ptr<CondContext> CondBuilder::context(bool branch) {
    auto context = std::make_shared<CondContext>(m_graph, m_predicate, m_pivots[branch ? 1 : 0], branch ? 1 : 0);
    m_graph.keep(context);
    return context;
}

std::vector<Tensor> CondBuilder::merged(const std::vector<Tensor>& whenTrue, const std::vector<Tensor>& whenFalse) {
    for (std::size_t index = 0; index < whenTrue.size(); ++index) {
        const DataType x = whenTrue[index].dataType();
        const DataType y = whenFalse[index].dataType();
        if (x.base() != y.base())
            throw TensorFlowError(ErrorType::ValueError, "Outputs of true_fn and false_fn must have the same type: " + x.name() + ", " + y.name());
    }
    std::vector<Tensor> merges;
    for (std::size_t index = 0; index < whenTrue.size(); ++index) {
        const std::vector<Tensor> pair{whenFalse[index], whenTrue[index]};
        const bool isReference = pair[0].dataType().isReference() && pair[1].dataType().isReference();
        merges.push_back(createOperation(m_graph, isReference ? "RefMerge" : "Merge", {}, {pair}).output());
    }
    return merges;
}

namespace ops {

Tensor cond(Tensor predicate, const std::function<Tensor()>& whenTrue, const std::function<Tensor()>& whenFalse, std::string_view name) {
    Graph& graph = predicate.graph();
    const NameScope scope(graph, name);
    CondBuilder builder(graph, predicate);
    std::vector<std::shared_ptr<CondContext>> contexts;
    const auto build = [&](bool branch, const std::function<Tensor()>& function) {
        contexts.push_back(builder.context(branch));
        const CurrentContext current(graph, contexts.back().get());
        return contexts.back()->result(function());
    };
    const Tensor truth = build(true, whenTrue);
    const Tensor falsehood = build(false, whenFalse);
    const Tensor merge = builder.merged({truth}, {falsehood}).front();
    if (!contexts.front()->outer())
        for (const auto& context : contexts) graph.collections().add("cond_context", std::make_shared<ContextItem>(context->name()));
    return merge;
}

}  // namespace ops

}  // namespace namescape
