// Finds room for the labels of edges.
#pragma once

#include "layout/drawing.h"

namespace namescape {

// Sets hasLabel and labelCentre of the drawing's edges. A label stands beside its edge, on no box, title, other edge or label; where
// there is no such place, it is left out. The same label is not said twice at one box, nor what the source says of itself, nor
// anything where edges from several sources run together.
void placeEdgeLabels(const Diagram& diagram, Drawing& drawing);

}  // namespace namescape
