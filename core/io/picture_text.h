// What a picture's file says about a box or an edge in words: its title when pointed at, its tooltip.
#pragma once

#include "diagram/diagram.h"

#include <string>

namespace namescape {

// The full name, then the operation's type and what it gives, or the number of operations; a fact a line.
std::string describe(const Box& box, const Graph& graph);
// "a/b → c: float32 (2, ?)"
std::string describe(const Edge& edge, const Diagram& diagram, const Graph& graph);

// The edge that it stands for, or, of the rest, how many there are.
std::string describe(const Stub& stub, const Diagram& diagram, const Graph& graph);

// "scope", "shared variable", …: what kind of thing a box is, for classes and tooltips.
const char* kindName(const Box& box);

}  // namespace namescape
