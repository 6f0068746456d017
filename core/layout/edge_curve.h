// Makes a smooth line of the points that an edge passes.
#pragma once

#include "layout/flow.h"

#include <span>
#include <vector>

namespace namescape {

// Appends the line's points as DrawnEdge has them: a start, then three for each cubic. At every waypoint the line runs along the flow,
// the way that its heading says; between, it stays within the rectangle of the two, but where it turns round.
void appendCurve(std::span<const Waypoint> way, FlowDirection direction, std::vector<Point>& points);

// The point and direction at `t` in [0, 1] of a cubic's four points.
Point cubicAt(std::span<const Point> cubic, double t);

}  // namespace namescape
