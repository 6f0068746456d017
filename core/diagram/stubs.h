// Sets stubs in place of the edges that lead to or from what stands beside the flow.
#pragma once

#include "diagram/diagram.h"

namespace namescape {

// Edges must stand. Control edges among those are left out, and counted, unless `controlEdges` says that all are wanted.
void setStubs(Diagram& diagram, ControlEdges controlEdges);

}  // namespace namescape
