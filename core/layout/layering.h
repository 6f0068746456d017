// Makes of a connected piece what a layout engine takes: nodes with widths and acyclic edges.
#pragma once

#include "layout/bundle.h"
#include "layout/piece.h"

#include <cstdint>
#include <vector>

namespace namescape {

// What a line that runs round a box needs beside it (twice), and above and below it.
inline constexpr double kRoundAcross = 14;
inline constexpr double kRoundAlong = 12;

struct Layering {
    static constexpr std::uint32_t kNone = UINT32_MAX;

    // A node of the layered graph: a child of the piece, a bundle of several, or a port (which has no size).
    struct Node {
        FlowSize size;
        double straightHalf = 0;  // edges may end so far from the attachments; 0: only there
        bool isRounded = false;   // lines run round it, and room is kept for them

        double roomAcross() const { return size.across + (isRounded ? 2 * kRoundAcross : 0); }
        double roomAlong() const { return size.along + (isRounded ? 2 * kRoundAlong : 0); }
    };

    // Where a child of the piece is to be found.
    struct Place {
        std::uint32_t node = kNone;
        std::uint32_t bundle = kNone;  // into bundles
        std::uint32_t member = 0;      // of the bundle
    };

    // How an edge of the piece is laid out.
    struct EdgeWay {
        Place from, to;                 // ports have no bundle
        std::uint32_t layered = kNone;  // into graph.edges; kNone: from a child to itself
        bool isReversed = false;        // it closes a cycle, and runs against the layered edge
    };

    LayeredGraph graph;
    std::vector<Node> nodes;      // by node of the graph
    std::vector<Bundle> bundles;
    std::vector<Place> places;    // by child of the piece
    std::vector<EdgeWay> ways;    // by edge of the piece
};

Layering makeLayering(const ScopeInside& inside, const Piece& piece);

}  // namespace namescape
