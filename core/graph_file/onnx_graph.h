// An ONNX model as a GraphDef.
#pragma once

#include "graph_file/graph_file_limits.h"
#include "graph_file/translated_file.h"

#include <stop_token>
#include <string_view>

namespace namescape {

// Its nodes, by their names, or by what they put out where they have none; graph inputs ("Placeholder") and outputs ("_Retval"); and
// initializers ("Const"), whose values stay where they are. An initializer whose name has no scope goes to its users: below the name of the
// one node that has it as input, or into the innermost scope of all. Graphs of If, Loop and Scan are scopes below their node, such that what
// they take from outside can be seen; functions are the GraphDef's library. (onnx.proto, up to version 1.17.)
TranslatedFile translateOnnx(std::string_view model, const GraphFileLimits& limits, const std::stop_token& stop);

}  // namespace namescape
