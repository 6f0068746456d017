#include "scope/guarded_value.h"

#include "scope/variable.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace namescape {

namespace {

bool isReadSafely(std::string_view type) {
    return type == "IsVariableInitialized" || type == "VarIsInitializedOp" || type == "ReadVariableOp" || type == "If";
}

bool isVariable(std::string_view type) {
    return type == "Variable" || type == "VariableV2" || type == "VarHandleOp";
}

// Which operations a walk goes on to.
using Sources = std::vector<OperationId> (*)(Graph&, OperationId);

std::vector<OperationId> allSources(Graph& graph, OperationId operation) {
    const auto controls = graph.controlInputs(operation);
    std::vector<OperationId> sources(controls.begin(), controls.end());
    for (const TensorId input : graph.inputs(operation)) sources.push_back(input.operation);
    return sources;
}

// What may have to be replaced: a read that is safe already hides the variable behind it.
std::vector<OperationId> unguardedSources(Graph& graph, OperationId operation) {
    std::vector<OperationId> sources;
    if (isReadSafely(graph.operationType(operation))) return sources;
    for (const TensorId input : graph.inputs(operation)) sources.push_back(input.operation);
    return sources;
}

// What is upstream of an operation, sources first, in the order of a depth-first walk; nothing when there is a cycle.
class Upstream {
public:
    Upstream(Graph& graph, Sources sources) : m_graph(graph), m_sources(sources) {}

    std::optional<std::vector<OperationId>> of(OperationId start) {
        push(start);
        while (!m_stack.empty()) {
            Frame& frame = m_stack.back();
            if (frame.next < frame.sources.size()) {
                const OperationId source = frame.sources[frame.next++];
                const auto [state, isNew] = m_isFinished.try_emplace(source.value, false);
                if (isNew) push(source);
                else if (!state->second) return std::nullopt;
                continue;
            }
            m_isFinished[frame.operation.value] = true;
            m_order.push_back(frame.operation);
            m_stack.pop_back();
        }
        return std::move(m_order);
    }

private:
    struct Frame {
        OperationId operation;
        std::vector<OperationId> sources = {};
        std::size_t next = 0;
    };

    void push(OperationId operation) {
        m_isFinished[operation.value] = false;
        m_stack.push_back({operation, m_sources(m_graph, operation)});
    }

    Graph& m_graph;
    Sources m_sources;
    std::vector<Frame> m_stack;
    std::unordered_map<std::uint32_t, bool> m_isFinished;
    std::vector<OperationId> m_order;
};

VariablePointer variableMadeBy(Graph& graph, OperationId operation) {
    const std::string name = std::string(graph.operationName(operation)) + ":0";
    for (const auto key : {graph_keys::kGlobalVariables, graph_keys::kLocalVariables}) {
        const auto* items = graph.collections().find(key);
        if (!items) continue;
        for (const auto& item : *items)
            if (auto variable = std::dynamic_pointer_cast<Variable>(item); variable && variable->name() == name) return variable;
    }
    return nullptr;
}

class Guard {
public:
    Guard(Graph& graph, std::string_view variablePath) : m_graph(graph), m_suffix('_' + std::string(variablePath)) {
        std::ranges::replace(m_suffix, ':', '_');
    }

    // Called inputs first: what an operation reads has been replaced already.
    void visit(OperationId operation) {
        const std::string_view type = m_graph.operationType(operation);
        if (isReadSafely(type)) return;
        if (isVariable(type)) {
            if (const auto variable = variableMadeBy(m_graph, operation)) m_replaced[operation.value] = variable->initializedValue().operation().id();
            return;
        }
        std::vector<TensorId> inputs;
        for (const TensorId input : m_graph.inputs(operation)) inputs.push_back(replacement(input));
        if (!std::ranges::equal(inputs, m_graph.inputs(operation))) copy(operation, inputs);
    }

    TensorId replacement(TensorId tensor) const {
        const auto found = m_replaced.find(tensor.operation.value);
        return found == m_replaced.end() ? tensor : TensorId{found->second, tensor.output};
    }

private:
    void copy(OperationId operation, const std::vector<TensorId>& inputs) {
        const std::string_view type = m_graph.operationType(operation);
        const std::string name = std::string(m_graph.operationName(operation)) + m_suffix;
        std::vector<OutputSpec> outputs;
        for (std::uint32_t index = 0; index < m_graph.outputCount(operation); ++index)
            outputs.push_back({m_graph.outputType({operation, index}).base(), m_graph.outputShapeId({operation, index})});
        const auto attributes = m_graph.attributes(operation);
        OperationSpec spec{type == "RefSwitch" ? std::string_view("Switch") : type, name, inputs, outputs, {attributes.begin(), attributes.end()}, m_graph.colocation(operation)};
        m_replaced[operation.value] = m_graph.addOperation(std::move(spec)).id();
    }

    Graph& m_graph;
    std::string m_suffix;
    std::unordered_map<std::uint32_t, OperationId> m_replaced;
};

}  // namespace

Tensor guardedAgainstUninitialized(Tensor initialValue, std::string_view variablePath) {
    Graph& graph = initialValue.graph();
    const OperationId start = initialValue.operation().id();
    const auto unguarded = Upstream(graph, unguardedSources).of(start);
    const auto readsVariable = [&](OperationId operation) { return isVariable(graph.operationType(operation)); };
    if (!unguarded || std::ranges::none_of(*unguarded, readsVariable) || !Upstream(graph, allSources).of(start)) return initialValue;
    Guard guard(graph, variablePath);
    for (const OperationId operation : *unguarded) guard.visit(operation);
    return {graph, guard.replacement(initialValue.id())};
}

}  // namespace namescape
