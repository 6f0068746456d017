// Lays out the inside of one scope: its direct children as boxes, the edges between them, and those that cross its border.
#pragma once

#include "layout/flow.h"
#include "layout/layout_engine.h"

#include <cstdint>
#include <span>
#include <vector>

namespace namescape {

class PlacementCache;

struct ScopeChild {
    FlowSize size;
    // Where edges enter and leave, from the middle across; frames have theirs fixed at their ports, leaves have them spread.
    double inAt = 0;
    double outAt = 0;
    bool hasPorts = false;
    double straightPart = 0.5;  // of a leaf's width, about where edges enter and leave: where its border is straight and they may end
    bool isAside = false;       // stands beside all others that are not; no edges lead there
    std::uint32_t towers = 0;   // children with the same number are to stand side by side; 0: none

    bool operator==(const ScopeChild&) const = default;
};

// Between children by number, or from the in-port or to the out-port on the scope's border. No two have the same ends.
struct ScopeEdge {
    static constexpr std::uint32_t kPort = UINT32_MAX;

    std::uint32_t from = kPort;
    std::uint32_t to = kPort;
    std::uint32_t strands = 1;  // edges of the picture that share it, but for those from the same box
    bool operator==(const ScopeEdge&) const = default;
};

// What is kept free between a scope's border and its children.
struct Insets {
    double acrossBegin = 0, acrossEnd = 0;
    double alongBegin = 0, alongEnd = 0;
    bool operator==(const Insets&) const = default;
};

// More towers than these do not stand in one row: it would be endless.
inline constexpr std::size_t kMostTowersInRow = 12;

struct ScopeInside {
    std::vector<ScopeChild> children;
    std::vector<ScopeEdge> edges;
    Insets insets;
    FlowSize leastSize;           // for the title
    double portFreeUntil = 0;     // across: the in-port stays beyond it (the title stands there), if there is room
    double portRun = 0;           // along: edges run straight so far behind the in-port (past the title bar)
    double aspect = 1.6;          // across to along, wanted

    bool operator==(const ScopeInside&) const = default;
};

// Where edges may cross a border, across.
struct PortRoom {
    double begin = 0, end = 0;
    bool operator==(const PortRoom&) const = default;
};

// Relative to the scope's corner.
struct ScopeLayout {
    FlowSize size;
    std::vector<FlowPoint> corners;        // by child
    std::vector<std::uint32_t> routeBegin; // by edge, and the end of the last
    std::vector<Waypoint> waypoints;       // from border to border, both ends included
    std::vector<double> strandGaps;        // by edge: how far apart its strands may end; 0 where they end at a port
    std::vector<double> startRooms;        // by edge: how far its start may move aside, with all of it; 0 where others start beside it
    double inPort = 0;                     // across; only where edges enter
    double outPort = 0;
    PortRoom inRoom, outRoom;              // beside the ports, before what hangs on them
    bool isQuick = false;                  // see Placement

    std::span<const Waypoint> route(std::size_t edge) const {
        return std::span(waypoints).subspan(routeBegin[edge], routeBegin[edge + 1] - routeBegin[edge]);
    }
    bool operator==(const ScopeLayout&) const = default;
};

// Never fails: what Graphviz can't answer is laid out by our own engine.
ScopeLayout layOutScope(const ScopeInside& inside, PlacementCache& placements);

}  // namespace namescape
