// GraphDefs as Python objects: Graph.as_graph_def and tf.import_graph_def.
#pragma once

#include "api/api.h"

namespace namescape {

void registerGraphDefs(Api& api);

// A copy of the graph as it is now.
Value graphDefOf(Api& api, const GraphPointer& graph);

}  // namespace namescape
