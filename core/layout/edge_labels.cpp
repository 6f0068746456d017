#include "layout/edge_labels.h"

#include "diagram/theme.h"
#include "layout/edge_curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <unordered_map>

namespace namescape {

namespace {

// In a larger picture nobody could read them.
constexpr std::size_t kMostLabelledEdges = 1'500;
constexpr double kCell = 48;

// What is taken already, by squares of a grid.
class Occupied {
public:
    void add(const Rect& rect, std::uint32_t owner) {
        forCells(rect, [&](std::uint64_t cell) { m_cells[cell].push_back({rect, owner}); });
    }

    bool isFree(const Rect& rect, std::uint32_t owner) const {
        bool isFree = true;
        forCells(rect, [&](std::uint64_t cell) {
            const auto found = m_cells.find(cell);
            if (found == m_cells.end()) return;
            for (const Taken& taken : found->second) isFree &= taken.owner == owner || !taken.rect.overlaps(rect);
        });
        return isFree;
    }

private:
    struct Taken {
        Rect rect;
        std::uint32_t owner;
    };

    template <typename Visit>
    static void forCells(const Rect& rect, Visit visit) {
        const auto cell = [](double at) { return static_cast<std::int64_t>(std::floor(at / kCell)); };
        for (std::int64_t y = cell(rect.y); y <= cell(rect.bottom()); ++y) {
            for (std::int64_t x = cell(rect.x); x <= cell(rect.right()); ++x) visit(static_cast<std::uint64_t>(x) << 32 | static_cast<std::uint32_t>(y));
        }
    }

    std::unordered_map<std::uint64_t, std::vector<Taken>> m_cells;
};

constexpr std::uint32_t kNobody = UINT32_MAX;

class LabelPlacer {
public:
    LabelPlacer(const Diagram& diagram, Drawing& drawing) : m_diagram(diagram), m_drawing(drawing) {}

    void place() {
        for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i) takeBox(i);
        for (std::uint32_t i = 0; i < m_drawing.edges.size(); ++i) takeEdge(i);
        std::set<std::pair<std::uint32_t, std::string_view>> said;  // by box, at either end
        for (std::uint32_t i = 0; i < m_drawing.edges.size(); ++i) {
            const Edge& edge = m_diagram.edges[i];
            if (edge.label.empty() || sourceSaysIt(edge)) continue;
            if (said.contains({edge.source.value, edge.label}) || said.contains({edge.target.value, edge.label})) continue;
            if (placeLabel(i)) said.insert({{edge.source.value, edge.label}, {edge.target.value, edge.label}});
        }
    }

private:
    // Boxes of these kinds tell their own shape.
    bool sourceSaysIt(const Edge& edge) const {
        const Box& source = m_diagram.box(edge.source);
        switch (source.kind) {
        case BoxKind::Constant:
        case BoxKind::Placeholder:
        case BoxKind::Variable:
        case BoxKind::SharedVariable: return edge.tensorCount == 1;
        default: return false;
        }
    }

    // Of a frame, the title and the borders, as thin rectangles.
    void takeBox(std::size_t i) {
        const Rect& rect = m_drawing.boxes[i];
        if (!m_diagram.boxes[i].isOpen) return m_occupied.add(rect, kNobody);
        m_occupied.add({rect.x, rect.y, rect.width, kMeasures.titleHeight}, kNobody);
        m_occupied.add({rect.x, rect.y, 1, rect.height}, kNobody);
        m_occupied.add({rect.right() - 1, rect.y, 1, rect.height}, kNobody);
        m_occupied.add({rect.x, rect.bottom() - 1, rect.width, 1}, kNobody);
    }

    // As small squares along the line, one about every few points.
    void takeEdge(std::uint32_t i) {
        constexpr double kHalf = 2;
        forSamples(i, [&](Point point) { m_occupied.add({point.x - kHalf, point.y - kHalf, 2 * kHalf, 2 * kHalf}, i); });
    }

    template <typename Visit>
    void forSamples(std::uint32_t i, Visit visit) const {
        constexpr double kStep = 4;
        const auto points = m_drawing.pointsOf(m_drawing.edges[i]);
        for (std::size_t at = 0; at + 3 < points.size(); at += 3) {
            const auto cubic = points.subspan(at, 4);
            const double length = std::abs(cubic[3].x - cubic[0].x) + std::abs(cubic[3].y - cubic[0].y);
            const int steps = std::max(1, static_cast<int>(length / kStep));
            for (int k = 0; k <= steps; ++k) visit(cubicAt(cubic, static_cast<double>(k) / steps));
        }
    }

    bool placeLabel(std::uint32_t i) {
        constexpr double kBeside = 4, kHeight = 11;
        constexpr std::array kAlong{0.5, 0.35, 0.65, 0.2, 0.8};
        const double width = textWidth(m_diagram.edges[i].label, kMeasures.edgeLabel);
        const auto points = m_drawing.pointsOf(m_drawing.edges[i]);
        for (std::size_t at = 0; at + 3 < points.size(); at += 3) {
            for (const double t : kAlong) {
                const Point point = cubicAt(points.subspan(at, 4), t);
                for (const double left : {point.x + kBeside, point.x - kBeside - width}) {
                    if (tryAt(i, {left, point.y - kHeight / 2, width, kHeight})) return true;
                }
            }
        }
        return false;
    }

    bool tryAt(std::uint32_t i, const Rect& rect) {
        constexpr double kClear = 2;
        if (!m_drawing.bounds.contains(rect)) return false;
        const Rect wide{rect.x - kClear, rect.y - kClear, rect.width + 2 * kClear, rect.height + 2 * kClear};
        if (!m_occupied.isFree(wide, i) || crossesOwnEdge(i, rect)) return false;
        m_occupied.add(rect, kNobody);
        m_drawing.edges[i].hasLabel = true;
        m_drawing.edges[i].labelCentre = rect.centre();
        return true;
    }

    // Its own edge may come as near as it likes, but not run through it.
    bool crossesOwnEdge(std::uint32_t i, const Rect& rect) const {
        bool crosses = false;
        forSamples(i, [&](Point point) { crosses |= rect.contains(point); });
        return crosses;
    }

    const Diagram& m_diagram;
    Drawing& m_drawing;
    Occupied m_occupied;
};

}  // namespace

void placeEdgeLabels(const Diagram& diagram, Drawing& drawing) {
    if (diagram.edges.size() <= kMostLabelledEdges) LabelPlacer(diagram, drawing).place();
}

}  // namespace namescape
