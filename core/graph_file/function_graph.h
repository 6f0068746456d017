// The body of a function of a graph's library (FunctionDef), as a graph of its own.
#pragma once

#include "graph_file/node_loader.h"

#include <optional>
#include <string>
#include <string_view>

namespace namescape {

std::string_view signatureOf(std::string_view functionDef);

// Puts arguments ("_Arg"), body and results ("_Retval") into the loader. Offsets are from `fileBegin`. What is wrong, where something is.
std::optional<std::string> loadFunction(NodeLoader& loader, std::string_view functionDef, const char* fileBegin);

}  // namespace namescape
