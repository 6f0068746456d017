// Moves what an engine has placed a little, so that more edges run straight.
#pragma once

#include "layout/layout_engine.h"

namespace namescape {

// Engines put the middles of nodes below one another; this puts the places below one another where edges leave and enter, ports at
// the scope's border included. Rows, order within rows and distances stay. Mirrors the whole where that brings it nearer to the nodes' order.
void straighten(const LayeredGraph& graph, Placement& placement);

}  // namespace namescape
