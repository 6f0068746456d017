#include "canvas/box_walk.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace namescape {

namespace {

// How far `to` is from `from` in the direction, and how far beside it.
struct Distance {
    double ahead;
    double aside;
};

Distance distance(const Rect& from, const Rect& to, WalkDirection direction) {
    const Point start = from.centre();
    const Point end = to.centre();
    // Side by side as far as they overlap; among those, the one in the middle.
    const double besideX = std::max({0.0, to.x - from.right(), from.x - to.right()}) + std::abs(end.x - start.x) / 4;
    const double besideY = std::max({0.0, to.y - from.bottom(), from.y - to.bottom()}) + std::abs(end.y - start.y) / 4;
    switch (direction) {
    case WalkDirection::Left: return {start.x - end.x, besideY};
    case WalkDirection::Right: return {end.x - start.x, besideY};
    case WalkDirection::Up: return {start.y - end.y, besideX};
    case WalkDirection::Down: return {end.y - start.y, besideX};
    }
    return {};
}

bool contains(const Diagram& diagram, BoxId frame, BoxId box) {
    while (box.isValid() && box != frame) box = diagram.box(box).parent;
    return box.isValid();
}

BoxId topmostLeaf(const Diagram& diagram, const Drawing& drawing) {
    BoxId best;
    for (std::uint32_t index = 0; index < diagram.boxes.size(); ++index) {
        if (diagram.boxes[index].isOpen) continue;
        const Rect& rect = drawing.boxes[index];
        if (!best.isValid() || rect.y < drawing.rect(best).y || (rect.y == drawing.rect(best).y && rect.x < drawing.rect(best).x)) best = BoxId{index};
    }
    return best;
}

}  // namespace

BoxId nextBox(const Diagram& diagram, const Drawing& drawing, BoxId from, WalkDirection direction) {
    if (!from.isValid()) return topmostLeaf(diagram, drawing);
    BoxId best = from;
    double bestCost = std::numeric_limits<double>::infinity();
    for (std::uint32_t index = 0; index < diagram.boxes.size(); ++index) {
        const BoxId candidate{index};
        // Frames are walked into and out of by opening, closing and their own neighbours.
        if (contains(diagram, from, candidate) || contains(diagram, candidate, from)) continue;
        if (diagram.boxes[index].isOpen && !diagram.box(from).isOpen) continue;
        const Distance away = distance(drawing.rect(from), drawing.boxes[index], direction);
        if (away.ahead <= 1) continue;
        // What lies within 45 degrees comes first; a step aside counts double.
        const double cost = away.ahead + 2 * away.aside + (away.aside > away.ahead ? 10 * away.aside : 0);
        if (cost < bestCost) {
            bestCost = cost;
            best = candidate;
        }
    }
    return best;
}

}  // namespace namescape
