#include "api/function_graph.h"

#include "api/registration.h"
#include "graph/graph_scopes.h"
#include "ops/create_operation.h"

#include <algorithm>
#include <memory>

namespace namescape {

namespace {

std::shared_ptr<void>& slot(Graph& graph) {
    static const char key = 0;
    return graph.extension(&key);
}

}  // namespace

void FunctionGraph::mark(Graph& graph) {
    slot(graph) = std::make_shared<FunctionGraph>(graph);
}

FunctionGraph* FunctionGraph::of(Graph& graph) {
    return static_cast<FunctionGraph*>(slot(graph).get());
}

Tensor FunctionGraph::captured(Tensor outside) {
    if (const auto known = std::ranges::find(m_outside, outside); known != m_outside.end()) return m_inside[static_cast<std::size_t>(known - m_outside.begin())];
    const ControlDependencies cleared(m_graph, ControlDependencies::Clear{});
    const Tensor inside = createOperation(m_graph, "Placeholder", {}, {}, {{"dtype", outside.dataType().base()}, {"shape", outside.shape()}}).output();
    m_outside.push_back(outside);
    m_inside.push_back(inside);
    return inside;
}

Tensor withinFunction(Api& api, Tensor tensor) {
    Graph& graph = api.defaultGraph();
    if (&tensor.graph() == &graph) return tensor;
    FunctionGraph* function = FunctionGraph::of(graph);
    return function ? function->captured(tensor) : tensor;
}

void registerFunctionGraphs(Api& api) {
    api.interpreter().addModule("_namescape_functions", [&api](Interpreter& in, ModuleObject& module) {
        NativeModule(in, module)
            .function("function_graph()", [&api](Interpreter&, std::span<Value>) {
                const GraphPointer graph = api.makeGraph();
                FunctionGraph::mark(*graph);
                return api.wrap(graph);
            })
            .function("captures(graph)", [&api](Interpreter& inner, std::span<Value> a) -> Value {
                std::vector<Value> captured;
                for (const Tensor& tensor : FunctionGraph::of(**a[0].as<GraphPointer>())->captures()) captured.push_back(api.wrap(tensor));
                return inner.list(captured);
            });
    });
}

}  // namespace namescape
