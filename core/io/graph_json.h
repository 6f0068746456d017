// A graph's operations as the command line's contract has them.
#pragma once

#include "io/json_writer.h"

namespace namescape {

class Graph;
class Shape;

// An array of operations in order of creation, a line each.
void writeNodes(JsonWriter& json, const Graph& graph);

// A list of sizes, null for an unknown size; or null where the rank is unknown.
void writeShape(JsonWriter& json, const Shape& shape);

}  // namespace namescape
