// The seed that a program set for a graph (tf.set_random_seed).
#pragma once

#include "graph/graph.h"

#include <cstdint>
#include <optional>

namespace namescape {

// Nothing where none was set; may be assigned to.
std::optional<std::int64_t>& graphSeed(Graph& graph);

}  // namespace namescape
