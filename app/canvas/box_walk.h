// Which box the arrow keys lead to.
#pragma once

#include "diagram/diagram.h"
#include "layout/drawing.h"

namespace namescape {

enum class WalkDirection { Left, Right, Up, Down };

// The box that one would look at next in that direction, among leaves and frames beside it; the same box where there is none.
// From no box at all: the topmost leaf.
BoxId nextBox(const Diagram& diagram, const Drawing& drawing, BoxId from, WalkDirection direction);

}  // namespace namescape
