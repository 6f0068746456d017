// What a graph file comes to, in the form of what a program comes to.
#pragma once

#include "pipeline/snapshot.h"

namespace namescape {

// The graph and its variables, of which no request is known; no program, no blocks.
std::shared_ptr<const Evaluation> evaluationOf(const GraphFile& file);

// The file's problems, without a place in a text.
std::vector<Diagnostic> diagnosticsOf(const GraphFile& file);

}  // namespace namescape
