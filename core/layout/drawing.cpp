#include "layout/drawing.h"

#include "diagram/theme.h"

#include <fmt/format.h>

#include <cmath>

namespace namescape {

namespace {

std::string text(Point point) {
    return fmt::format("{:.0f},{:.0f}", point.x, point.y);
}

}  // namespace

// The direction is that of the last cubic's end; where its control coincides with the end, of the whole cubic.
ArrowHead arrowHead(std::span<const Point> edgePoints) {
    const Point tip = edgePoints.back();
    Point before = edgePoints[edgePoints.size() - 2];
    if (before == tip) before = edgePoints[edgePoints.size() - 4];
    const double dx = tip.x - before.x, dy = tip.y - before.y, length = std::hypot(dx, dy);
    const double ux = length > 0 ? dx / length : 0, uy = length > 0 ? dy / length : 1;
    const Point base{tip.x - ux * kMeasures.arrowLength, tip.y - uy * kMeasures.arrowLength};
    const double half = kMeasures.arrowWidth / 2;
    return {tip, {base.x - uy * half, base.y + ux * half}, {base.x + uy * half, base.y - ux * half}};
}

std::string toText(const Drawing& drawing, const Diagram& diagram) {
    std::string out = fmt::format("picture {:.0f} x {:.0f}\n", drawing.bounds.width, drawing.bounds.height);
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        const Rect& rect = drawing.boxes[i];
        out += fmt::format("{:>{}}{} {} at {:.0f},{:.0f} size {:.0f} x {:.0f}\n", "", 2 * diagram.boxes[i].depth, diagram.boxes[i].isOpen ? "frame" : "box",
                           diagram.boxes[i].fullName, rect.x, rect.y, rect.width, rect.height);
    }
    for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
        const Edge& edge = diagram.edges[i];
        out += fmt::format("edge {} -> {}:", diagram.box(edge.source).fullName, diagram.box(edge.target).fullName);
        const auto points = drawing.pointsOf(drawing.edges[i]);
        for (std::size_t k = 0; k < points.size(); k += 3) out += " " + text(points[k]);
        out += '\n';
    }
    for (const std::string& notice : drawing.notices) out += "notice: " + notice + "\n";
    return out;
}

}  // namespace namescape
