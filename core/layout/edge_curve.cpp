#include "layout/edge_curve.h"

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

// Drops what repeats, and what lies on a straight run.
std::vector<Waypoint> simplified(std::span<const Waypoint> way) {
    std::vector<Waypoint> kept;
    for (const Waypoint& point : way) {
        if (!kept.empty() && kept.back() == point) continue;
        const auto isOnRun = [&](const Waypoint& other) { return other.at.across == point.at.across && other.heading == point.heading; };
        if (kept.size() >= 2 && isOnRun(kept.back()) && isOnRun(kept[kept.size() - 2])) kept.pop_back();
        kept.push_back(point);
    }
    return kept;
}

double sign(Heading heading) {
    return heading == Heading::Forward ? 1 : -1;
}

// How far the controls stand from the ends, along. A turn of half a circle bulges by three quarters of that.
double reach(const Waypoint& from, const Waypoint& to) {
    constexpr double kLeastTurn = 10, kMostTurn = 14;
    if (from.heading == to.heading) return std::abs(to.at.along - from.at.along) / 2;
    return std::clamp(std::abs(to.at.across - from.at.across) / 2, kLeastTurn, kMostTurn);
}

}  // namespace

void appendCurve(std::span<const Waypoint> way, FlowDirection direction, std::vector<Point>& points) {
    const std::vector<Waypoint> kept = simplified(way);
    points.push_back(fromFlow(kept.front().at, direction));
    for (std::size_t i = 1; i < kept.size(); ++i) {
        const Waypoint& from = kept[i - 1];
        const Waypoint& to = kept[i];
        const double length = reach(from, to);
        points.push_back(fromFlow({from.at.across, from.at.along + sign(from.heading) * length}, direction));
        points.push_back(fromFlow({to.at.across, to.at.along - sign(to.heading) * length}, direction));
        points.push_back(fromFlow(to.at, direction));
    }
}

Point cubicAt(std::span<const Point> cubic, double t) {
    const double s = 1 - t;
    const double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return {a * cubic[0].x + b * cubic[1].x + c * cubic[2].x + d * cubic[3].x, a * cubic[0].y + b * cubic[1].y + c * cubic[2].y + d * cubic[3].y};
}

}  // namespace namescape
