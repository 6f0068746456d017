#include "layout/edge_labels.h"

#include "diagram/theme.h"
#include "layout/edge_curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

namespace namescape {

namespace {

// In a larger picture nobody could read them.
constexpr std::size_t kMostLabelledEdges = 800;
constexpr double kMostArea = 1e9;  // square points

constexpr double kCell = 2;  // points

// What is taken already: a bit per small square of the picture.
class Occupied {
public:
    explicit Occupied(const Rect& bounds)
        : m_columns(cell(bounds.right()) + 1), m_rows(cell(bounds.bottom()) + 1), m_words((m_columns + 63) / 64), m_bits(m_words * m_rows, 0) {}

    void add(const Rect& rect) {
        forWords(rect, [](std::uint64_t& word, std::uint64_t mask) {
            word |= mask;
            return true;
        });
    }

    bool isFree(const Rect& rect) {
        return forWords(rect, [](std::uint64_t& word, std::uint64_t mask) { return (word & mask) == 0; });
    }

private:
    static std::size_t cell(double at) { return at <= 0 ? 0 : static_cast<std::size_t>(at / kCell); }

    // Whether all visits say true; stops at the first that doesn't.
    template <typename Visit>
    bool forWords(const Rect& rect, Visit visit) {
        const std::size_t left = std::min(cell(rect.x), m_columns - 1), right = std::min(cell(rect.right()), m_columns - 1);
        const std::size_t top = std::min(cell(rect.y), m_rows - 1), bottom = std::min(cell(rect.bottom()), m_rows - 1);
        for (std::size_t row = top; row <= bottom; ++row) {
            for (std::size_t word = left / 64; word <= right / 64; ++word) {
                std::uint64_t mask = ~std::uint64_t{0};
                if (word == left / 64) mask &= ~std::uint64_t{0} << left % 64;
                if (word == right / 64) mask &= ~std::uint64_t{0} >> (63 - right % 64);
                if (!visit(m_bits[row * m_words + word], mask)) return false;
            }
        }
        return true;
    }

    std::size_t m_columns, m_rows, m_words;
    std::vector<std::uint64_t> m_bits;
};

constexpr std::uint32_t kSeveral = UINT32_MAX;

class LabelPlacer {
public:
    LabelPlacer(const Diagram& diagram, Drawing& drawing) : m_diagram(diagram), m_drawing(drawing), m_occupied(drawing.bounds) {}

    void place() {
        for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i) takeBox(i);
        for (const DrawnStub& stub : m_drawing.stubs) takeStub(stub);
        for (std::uint32_t i = 0; i < m_drawing.edges.size(); ++i) takeEdge(i);
        // By box: what leaves it alike, and what enters it alike, is said once; a chain says it at each link.
        std::set<std::pair<std::uint32_t, std::string_view>> saidBelow, saidAbove;
        for (std::uint32_t i = 0; i < m_drawing.edges.size(); ++i) {
            const Edge& edge = m_diagram.edges[i];
            if (edge.label.empty() || sourceSaysIt(edge)) continue;
            if (saidBelow.contains({edge.source.value, edge.label}) || saidAbove.contains({edge.target.value, edge.label})) continue;
            if (!placeLabel(i)) continue;
            saidBelow.insert({edge.source.value, edge.label});
            saidAbove.insert({edge.target.value, edge.label});
        }
    }

private:
    // Boxes of these kinds tell their own shape.
    bool sourceSaysIt(const Edge& edge) const {
        switch (m_diagram.box(edge.source).kind) {
        case BoxKind::Constant:
        case BoxKind::Placeholder:
        case BoxKind::Variable:
        case BoxKind::SharedVariable: return edge.tensorCount == 1;
        default: return false;
        }
    }

    // Of a frame, the title and the borders.
    void takeBox(std::size_t i) {
        const Rect& rect = m_drawing.boxes[i];
        if (!m_diagram.boxes[i].isOpen) return m_occupied.add(rect);
        m_occupied.add({rect.x, rect.y, rect.width, kMeasures.titleHeight});
        m_occupied.add({rect.x, rect.y, 0, rect.height});
        m_occupied.add({rect.right(), rect.y, 0, rect.height});
        m_occupied.add({rect.x, rect.bottom(), rect.width, 0});
    }

    void takeStub(const DrawnStub& stub) {
        m_occupied.add(stub.rect);
        m_occupied.add({std::min(stub.from.x, stub.to.x), std::min(stub.from.y, stub.to.y), std::abs(stub.to.x - stub.from.x), std::abs(stub.to.y - stub.from.y)});
    }

    void takeEdge(std::uint32_t i) {
        const auto points = m_drawing.pointsOf(m_drawing.edges[i]);
        const std::uint32_t source = m_diagram.edges[i].source.value;
        for (std::size_t at = 0; at + 3 < points.size(); at += 3) {
            takeCubic(points.subspan(at, 4));
            const auto [found, isNew] = m_sources.try_emplace(endsOf(points, at), source);
            if (!isNew && found->second != source) found->second = kSeveral;
        }
    }

    // Tells stretches of lines apart: edges that run together through a port share theirs.
    static std::array<double, 4> endsOf(std::span<const Point> points, std::size_t at) {
        return {points[at].x, points[at].y, points[at + 3].x, points[at + 3].y};
    }

    void takeCubic(std::span<const Point> cubic) {
        const double width = std::abs(cubic[3].x - cubic[0].x), height = std::abs(cubic[3].y - cubic[0].y);
        const bool isStraight = cubic[1].x == cubic[0].x && cubic[2].x == cubic[0].x && width == 0;
        if (isStraight) return m_occupied.add({cubic[0].x, std::min(cubic[0].y, cubic[3].y), 0, height});
        const int steps = std::max(4, static_cast<int>(1.5 * (width + height) / kCell));
        for (int k = 0; k <= steps; ++k) {
            const Point point = cubicAt(cubic, static_cast<double>(k) / steps);
            m_occupied.add({point.x, point.y, 0, 0});
        }
    }

    bool placeLabel(std::uint32_t i) {
        constexpr double kBeside = 5, kHeight = 10;
        constexpr std::array kAlong{0.5, 0.35, 0.65, 0.2, 0.8};
        const double width = textWidth(m_diagram.edges[i].label, kMeasures.edgeLabel);
        const auto points = m_drawing.pointsOf(m_drawing.edges[i]);
        for (std::size_t at = 0; at + 3 < points.size(); at += 3) {
            if (m_sources.at(endsOf(points, at)) == kSeveral) continue;
            for (const double t : kAlong) {
                const Point point = cubicAt(points.subspan(at, 4), t);
                for (const double left : {point.x + kBeside, point.x - kBeside - width}) {
                    if (tryAt(m_drawing.edges[i], {left, point.y - kHeight / 2, width, kHeight})) return true;
                }
            }
        }
        return false;
    }

    bool tryAt(DrawnEdge& edge, const Rect& rect) {
        constexpr double kClear = 2;
        const Rect wide{rect.x - kClear, rect.y - kClear, rect.width + 2 * kClear, rect.height + 2 * kClear};
        if (!m_drawing.bounds.contains(wide) || !m_occupied.isFree(wide)) return false;
        m_occupied.add(rect);
        edge.hasLabel = true;
        edge.labelCentre = rect.centre();
        return true;
    }

    const Diagram& m_diagram;
    Drawing& m_drawing;
    Occupied m_occupied;
    std::map<std::array<double, 4>, std::uint32_t> m_sources;  // of stretches: the box that their edges come from, or kSeveral
};

}  // namespace

void placeEdgeLabels(const Diagram& diagram, Drawing& drawing) {
    const bool isReadable = diagram.edges.size() <= kMostLabelledEdges && drawing.bounds.width * drawing.bounds.height <= kMostArea;
    const bool hasLabels = std::any_of(diagram.edges.begin(), diagram.edges.end(), [](const Edge& edge) { return !edge.label.empty(); });
    if (isReadable && hasLabels) LabelPlacer(diagram, drawing).place();
}

}  // namespace namescape
