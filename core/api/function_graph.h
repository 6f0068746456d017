// Graphs of functions that a data set calls: what they use of the graph around comes in as an argument.
#pragma once

#include "api/api.h"

#include <vector>

namespace namescape {

// TensorFlow 1.15, python/framework/func_graph.py, FuncGraph: what it captures.
class FunctionGraph {
public:
    // Makes a graph one of a function. Kept by the graph.
    static void mark(Graph& graph);
    // What the graph captures, or null where it is none of a function.
    static FunctionGraph* of(Graph& graph);

    explicit FunctionGraph(Graph& graph) : m_graph(graph) {}

    // The tensor under which a tensor from outside is known inside.
    Tensor captured(Tensor outside);
    // The captured tensors in the order in which they were first used.
    const std::vector<Tensor>& captures() const { return m_outside; }

private:
    Graph& m_graph;
    std::vector<Tensor> m_outside, m_inside;
};

// The tensor itself, or where a function's graph is the default one and the tensor of another, what stands for it inside.
Tensor withinFunction(Api& api, Tensor tensor);

// The module `_namescape_functions` of the library.
void registerFunctionGraphs(Api& api);

}  // namespace namescape
