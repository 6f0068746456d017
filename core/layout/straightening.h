// Moves what an engine has placed a little, so that more edges run straight.
#pragma once

#include "layout/layout_engine.h"

namespace namescape {

// Engines put the middles of nodes below one another; this puts the places below one another where edges leave and enter, ports at
// the scope's border included. Rows and distances stay, and the order within rows, but that nodes which look alike to all others are put into
// their own order, and the whole is mirrored where that brings it nearer to theirs.
void straighten(const LayeredGraph& graph, Placement& placement);

}  // namespace namescape
