// Places relative to the direction in which data flows: `along` it and `across` it. Top to bottom, across is x and along is y.
#pragma once

#include "layout/drawing.h"

#include <cstdint>

namespace namescape {

struct FlowPoint {
    double across = 0;
    double along = 0;
    bool operator==(const FlowPoint&) const = default;
};

struct FlowSize {
    double across = 0;
    double along = 0;
    bool operator==(const FlowSize&) const = default;
};

inline FlowSize toFlow(Size size, FlowDirection direction) {
    return direction == FlowDirection::TopToBottom ? FlowSize{size.width, size.height} : FlowSize{size.height, size.width};
}

inline Point fromFlow(FlowPoint point, FlowDirection direction) {
    return direction == FlowDirection::TopToBottom ? Point{point.across, point.along} : Point{point.along, point.across};
}

inline Rect fromFlow(FlowPoint corner, FlowSize size, FlowDirection direction) {
    const bool isDown = direction == FlowDirection::TopToBottom;
    return isDown ? Rect{corner.across, corner.along, size.across, size.along} : Rect{corner.along, corner.across, size.along, size.across};
}

// Which way a line runs where it passes a point.
enum class Heading : std::uint8_t { Forward, Backward };

struct Waypoint {
    FlowPoint at;
    Heading heading = Heading::Forward;
    bool operator==(const Waypoint&) const = default;
};

}  // namespace namescape
