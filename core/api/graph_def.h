// GraphDefs as Python objects: Graph.as_graph_def and tf.import_graph_def.
#pragma once

#include "api/api.h"

namespace namescape {

// TensorFlow 1.15's TF_GRAPH_DEF_VERSION (core/public/version.h).
inline constexpr int kGraphDefProducer = 134;

void registerGraphDefs(Api& api);

// graph.graph_def_versions.
Value versionsValue(Api& api);

// op.node_def: the operation as it is now.
Value nodeDefOf(Api& api, const Operation& operation);

// A copy of the graph as it is now.
Value graphDefOf(Api& api, const GraphPointer& graph);

}  // namespace namescape
