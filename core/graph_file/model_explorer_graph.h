// Model Explorer's JSON as a SavedModel, which may have several graphs too.
#pragma once

#include "graph_file/graph_file_limits.h"
#include "graph_file/translated_file.h"

#include <stop_token>
#include <string_view>

namespace namescape {

// A node is called as its id is, in its namespace; where the id is a mere number, by its label, made unique. Its type is the label, which
// adapters take from the operation. Shapes are read from the attribute "tensor_shape" of outputs, as TensorFlow Lite's adapter has it.
TranslatedFile translateModelExplorer(std::string_view text, const GraphFileLimits& limits, const std::stop_token& stop);

}  // namespace namescape
