// Places a layered graph with Graphviz's dot. graphviz_engine.cpp is the one file that includes Graphviz.
#pragma once

#include "layout/layout_engine.h"

namespace namescape {

// Graphviz keeps global state: all calls in a process, of all objects of this class, must come from one thread at a time. The process
// has one Graphviz context, made at the first call and kept, for making it twice is not safe either. A call can't be interrupted: it
// is for graphs of at most a few hundred nodes and edges.
class GraphvizEngine : public LayoutEngine {
public:
    Result<Placement> place(const LayeredGraph& graph) override;
};

}  // namespace namescape
