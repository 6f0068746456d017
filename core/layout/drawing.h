// A diagram with places: rectangles for its boxes, smooth lines for its edges. Points, y down.
#pragma once

#include "diagram/diagram.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace namescape {

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

struct Rect {
    double x = 0;  // left
    double y = 0;  // top
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    bool contains(Point point) const { return x <= point.x && point.x <= right() && y <= point.y && point.y <= bottom(); }
    bool contains(const Rect& other) const { return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom(); }
    // Whether they share more than a border.
    bool overlaps(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    bool operator==(const Rect&) const = default;
};

// One unbroken line from its source's border to its target's. Its points, in Drawing::points, are a start and then three for
// each cubic Bézier: two controls and an end. The last end is the arrow's tip; the arrow head covers the last
// kMeasures.arrowLength points and points along the line's end.
struct DrawnEdge {
    std::uint32_t firstPoint = 0;
    std::uint32_t pointCount = 0;  // 1 + 3n, n ≥ 1
    bool hasLabel = false;         // whether there is room for the edge's label
    Point labelCentre;
    bool operator==(const DrawnEdge&) const = default;
};

// A stub beside its leaf, and the straight line between the two, in the direction in which data flows. Of a pile of stubs above or below
// the leaf, only the one next to it has a line: the others have an empty one.
struct DrawnStub {
    Rect rect;
    Point from, to;
    bool operator==(const DrawnStub&) const = default;
};

// A triangle.
struct ArrowHead {
    Point tip;
    Point left;
    Point right;
    bool operator==(const ArrowHead&) const = default;
};

// Belongs to the diagram that it was made from: boxes and edges have that one's numbers. A frame's title bar is the
// kMeasures.titleHeight at the top of its rectangle.
struct Drawing {
    Rect bounds;               // of everything, margin included; its corner is (0, 0)
    std::vector<Rect> boxes;   // by BoxId
    std::vector<DrawnEdge> edges;  // by EdgeId
    std::vector<DrawnStub> stubs;  // by number, as Diagram::stubs
    std::vector<Point> points;
    std::vector<std::string> notices;  // what layout had to simplify, for the interface to say; usually empty

    const Rect& rect(BoxId id) const { return boxes[id.value]; }
    const DrawnEdge& edge(EdgeId id) const { return edges[id.value]; }
    std::span<const Point> pointsOf(const DrawnEdge& edge) const { return std::span(points).subspan(edge.firstPoint, edge.pointCount); }

    bool operator==(const Drawing&) const = default;
};

ArrowHead arrowHead(std::span<const Point> edgePoints);

// The points of an edge's line, ending within its arrow head, so that a stroke doesn't show beside the tip.
std::vector<Point> lineToArrowHead(std::span<const Point> edgePoints);

// A line per box and edge, coordinates rounded to whole points, for tests.
std::string toText(const Drawing& drawing, const Diagram& diagram);

}  // namespace namescape
