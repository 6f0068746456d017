// What a checkpoint keeps, as a graph of variables: it has their names, types and shapes, though no operations between them.
#pragma once

#include "graph_file/graph_file_limits.h"
#include "graph_file/translated_file.h"

#include <stop_token>
#include <string_view>

namespace namescape {

// Of a checkpoint of version 1 (one file with all) or of the index of one of version 2: a VariableV2 for each tensor, since that is what
// names, types and shapes can be said of without knowing whether the program had reference or resource variables. Slices of a variable are
// joined below its full name. No values are read. (TensorFlow 1.15, core/util/saved_tensor_slice.proto and core/protobuf/tensor_bundle.proto.)
TranslatedFile translateCheckpoint(std::string_view file, const GraphFileLimits& limits, const std::stop_token& stop);

}  // namespace namescape
