#include "layout/drawing.h"

#include "diagram/theme.h"

#include <fmt/format.h>

#include <cmath>

namespace namescape {

namespace {

std::string text(Point point) {
    return fmt::format("{:.0f},{:.0f}", point.x, point.y);
}

// Of length 1: that of the last cubic's end, or of the whole cubic where its last control is its end.
Point endDirection(std::span<const Point> points) {
    const Point tip = points.back();
    Point before = points[points.size() - 2];
    if (before == tip) before = points[points.size() - 4];
    const double length = std::hypot(tip.x - before.x, tip.y - before.y);
    return length > 0 ? Point{(tip.x - before.x) / length, (tip.y - before.y) / length} : Point{0, 1};
}

}  // namespace

ArrowHead arrowHead(std::span<const Point> edgePoints) {
    const Point tip = edgePoints.back(), direction = endDirection(edgePoints);
    const Point base{tip.x - direction.x * kMeasures.arrowLength, tip.y - direction.y * kMeasures.arrowLength};
    const double half = kMeasures.arrowWidth / 2;
    return {tip, {base.x - direction.y * half, base.y + direction.x * half}, {base.x + direction.y * half, base.y - direction.x * half}};
}

std::vector<Point> lineToArrowHead(std::span<const Point> edgePoints) {
    std::vector<Point> line(edgePoints.begin(), edgePoints.end());
    const Point direction = endDirection(edgePoints);
    const double back = kMeasures.arrowLength - 1;
    for (std::size_t i = line.size() - 2; i < line.size(); ++i) line[i] = {line[i].x - direction.x * back, line[i].y - direction.y * back};
    return line;
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
