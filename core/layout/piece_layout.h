// Gives a connected piece its places and its edges their ways, from the rows that an engine has put it into.
#pragma once

#include "layout/piece.h"
#include "layout/placement_cache.h"

#include <vector>

namespace namescape {

struct PieceLayout {
    FlowSize size;
    std::vector<FlowPoint> corners;             // by child of the piece
    std::vector<std::vector<Waypoint>> routes;  // by edge of the piece
    std::vector<double> strandGaps;             // by edge of the piece, see ScopeLayout
    std::vector<double> startRooms;
    double inPort = 0;                          // across
    double outPort = 0;
    bool isQuick = false;                       // see Placement
};

// Along, a piece begins at the scope's border where it has an in-port, and ends there where it has an out-port. Edges run straight
// along through rows, between the boxes, and bend only in the gaps between rows: so they meet no box.
PieceLayout layOutPiece(const ScopeInside& inside, const Piece& piece, PlacementCache& placements);

}  // namespace namescape
