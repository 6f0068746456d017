// The connected pieces of a scope's inside, each laid out by itself and then packed.
#pragma once

#include "layout/scope_layout.h"

#include <cstdint>
#include <vector>

namespace namescape {

// Everything that hangs together by edges; what hangs on a port hangs together through it.
struct Piece {
    std::vector<std::uint32_t> children;  // ascending
    std::vector<std::uint32_t> edges;     // ascending
    bool hasInPort = false;
    bool hasOutPort = false;
    bool isAside = false;                 // of children that are
    std::uint32_t towers = 0;             // of the children that are any; 0 too where they are of several groups

    bool hasPort() const { return hasInPort || hasOutPort; }
};

// In the order of their first children, but those of a single child last, and those that stand aside behind all. Of several with ports there is one at most: the first.
std::vector<Piece> connectedPieces(const ScopeInside& inside);

}  // namespace namescape
