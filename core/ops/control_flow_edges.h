// What the contexts of `cond` and `while_loop` have in common. Internal to the part.
#pragma once

#include "graph/graph.h"

#include <map>
#include <set>
#include <vector>

namespace namescape {

// The context that an operation's results belong to: a loop's Exit is outside of the loop.
ControlFlowContext* outputContext(Operation operation);
bool isLoopConstantEnter(Operation operation);

// Splits an operation's control inputs into those within the context's loop, which stay, and the others, which are taken
// away and returned (ControlFlowContext._RemoveExternalControlEdges).
std::vector<OperationId> removeExternalControlInputs(ControlFlowContext& context, Operation operation);

void addControlInputs(Operation operation, std::span<const OperationId> more);

// A Switch (RefSwitch for a reference) on a value, colocated with it. Output 0 is for false, 1 for true.
Operation switchOn(Tensor value, Tensor predicate);

// The tensors a context has seen, and which tensor inside stands for one from outside.
class KnownValues {
public:
    bool contains(Tensor value) const { return m_seen.contains(value.id()); }
    void add(Tensor value) { m_seen.insert(value.id()); }
    void addOutputs(Operation operation);
    void replace(Tensor outside, Tensor inside) { m_inside.insert_or_assign(outside.id(), inside); }
    // The tensor inside, or the value itself.
    Tensor inside(Tensor value) const;

private:
    std::set<TensorId> m_seen;
    std::map<TensorId, Tensor> m_inside;
};

// Makes a context current while the object lives.
class CurrentContext {
public:
    CurrentContext(Graph& graph, ControlFlowContext* context) : m_graph(graph), m_former(graph.exchangeControlFlowContext(context)) {}
    ~CurrentContext() { m_graph.exchangeControlFlowContext(m_former); }
    CurrentContext(const CurrentContext&) = delete;
    CurrentContext& operator=(const CurrentContext&) = delete;

private:
    Graph& m_graph;
    ControlFlowContext* m_former;
};

// A context as an item of the collections `cond_context` and `while_context`.
class ContextItem : public CollectionItem {
public:
    explicit ContextItem(std::string contextName) : m_name(std::move(contextName)) {}
    std::optional<std::string> itemName() const override { return m_name; }

private:
    std::string m_name;
};

}  // namespace namescape
