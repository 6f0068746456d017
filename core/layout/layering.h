// Makes of a connected piece what a layout engine takes: nodes with widths and acyclic edges.
#pragma once

#include "layout/piece.h"

#include <cstdint>
#include <vector>

namespace namescape {

struct Layering {
    // How an edge of the piece is laid out.
    struct EdgeWay {
        static constexpr std::uint32_t kLoop = UINT32_MAX;

        std::uint32_t layered = kLoop;  // into graph.edges; kLoop: from a child to itself
        bool isReversed = false;        // it closes a cycle, and runs against the layered edge
    };

    LayeredGraph graph;          // node i is the piece's child i; then the in-port and the out-port, where there are any
    std::vector<EdgeWay> ways;   // by edge of the piece
    std::vector<bool> isRounded; // by child of the piece: lines run round it, and room is kept for them
};

// What a line that runs round a child needs beside it (twice), and above and below it.
inline constexpr double kRoundAcross = 14;
inline constexpr double kRoundAlong = 12;

Layering makeLayering(const ScopeInside& inside, const Piece& piece);

}  // namespace namescape
