// Blocks that make a graph the default one.
#pragma once

#include "api/api.h"

namespace namescape {

// Graph.as_default() as a C++ block. Closing it out of order throws Python's AssertionError from `close`.
class DefaultGraphBlock {
public:
    DefaultGraphBlock(Api& api, GraphPointer graph) : m_api(api), m_graph(std::move(graph)) { m_api.graphStack().push_back(m_graph); }
    ~DefaultGraphBlock();
    DefaultGraphBlock(const DefaultGraphBlock&) = delete;
    DefaultGraphBlock& operator=(const DefaultGraphBlock&) = delete;

private:
    Api& m_api;
    GraphPointer m_graph;
};

// graph.as_default(), for `with`.
Value asDefault(Api& api, const GraphPointer& graph);

}  // namespace namescape
