#include "layout/piece_layout.h"

#include "layout/layering.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace namescape {

namespace {

constexpr double kLeastGap = 30;         // between rows
constexpr double kMostGap = 84;
constexpr double kGapPerAcross = 0.07;   // more where an edge has far to go across
constexpr double kLeastPortGap = 20;     // between a port's run and the next row
constexpr double kMostEndDistance = 14;  // between ends of edges that come in side by side

struct Row {
    double begin = 0, end = 0;  // along
};

class PieceRouter {
public:
    PieceRouter(const ScopeInside& inside, const Piece& piece, const Layering& layering, const Placement& placement)
        : m_inside(inside), m_piece(piece), m_layering(layering), m_placement(placement), m_x(placement.x), m_lanes(placement.laneX) {}

    PieceLayout layOut() {
        moveToOrigin();
        setRows();
        setCorners();
        chooseEnds();
        for (std::size_t i = 0; i < m_piece.edges.size(); ++i) m_layout.routes.push_back(route(i));
        setPorts();
        m_layout.isQuick = m_placement.isQuick;
        return std::move(m_layout);
    }

private:
    const ScopeChild& child(std::uint32_t node) const { return m_inside.children[m_piece.children[node]]; }
    bool isPort(std::uint32_t node) const { return node >= m_piece.children.size(); }
    double halfAcross(std::uint32_t node) const { return isPort(node) ? 0 : m_layering.graph.widths[node] / 2.0; }
    double along(std::uint32_t node) const {
        return isPort(node) ? 0 : child(node).size.along + (m_layering.isRounded[node] ? 2 * kRoundAlong : 0);
    }

    void moveToOrigin() {
        double least = std::numeric_limits<double>::infinity(), most = -least;
        for (std::uint32_t node = 0; node < m_x.size(); ++node) {
            least = std::min(least, m_x[node] - halfAcross(node));
            most = std::max(most, m_x[node] + halfAcross(node));
        }
        for (const double lane : m_lanes) {
            least = std::min(least, lane - kLaneWidth / 2);
            most = std::max(most, lane + kLaneWidth / 2);
        }
        for (double& x : m_x) x = std::round(x - least);
        for (double& lane : m_lanes) lane = std::round(lane - least);
        m_layout.size.across = std::ceil(most - least);
    }

    std::span<const double> lanes(std::size_t layered) const {
        const auto all = m_placement.lanes(layered);
        return std::span(m_lanes).subspan(static_cast<std::size_t>(all.data() - m_placement.laneX.data()), all.size());
    }

    // Where a layered edge passes the k-th row below its upper end.
    double lane(std::size_t layered, std::uint32_t k) const {
        const auto all = lanes(layered);
        return all[std::min<std::size_t>(k, all.size() - 1)];
    }

    void setRows() {
        const std::uint32_t rowCount = *std::max_element(m_placement.row.begin(), m_placement.row.end()) + 1;
        std::vector<double> heights(rowCount, 0);
        for (std::uint32_t node = 0; node < m_x.size(); ++node) {
            double& height = heights[m_placement.row[node]];
            height = std::max(height, along(node));
        }
        const std::vector<double> gaps = gapsBelow(rowCount);
        double at = 0;
        for (std::uint32_t row = 0; row < rowCount; ++row) {
            m_rows.push_back({at, at + heights[row]});
            at += heights[row] + gaps[row];
        }
        m_layout.size.along = m_rows.back().end;
    }

    // A gap is the wider the farther an edge goes across in it. Gaps at ports hold the title bar and the scope's padding.
    std::vector<double> gapsBelow(std::uint32_t rowCount) const {
        std::vector<double> farthest(rowCount, 0);
        for (std::size_t i = 0; i < m_layering.graph.edges.size(); ++i) {
            const LayeredEdge& edge = m_layering.graph.edges[i];
            const std::uint32_t first = m_placement.row[edge.from], last = m_placement.row[edge.to];
            if (lanes(i).empty()) {
                farthest[first] = std::max(farthest[first], std::abs(m_x[edge.from] - m_x[edge.to]));
                continue;
            }
            farthest[first] = std::max(farthest[first], std::abs(m_x[edge.from] - lane(i, 0)));
            farthest[last - 1] = std::max(farthest[last - 1], std::abs(m_x[edge.to] - lane(i, last - first - 2)));
        }
        std::vector<double> gaps;
        for (std::uint32_t row = 0; row < rowCount; ++row) {
            const double extra = std::min(farthest[row] * kGapPerAcross, kMostGap - kLeastGap);
            const bool isFirst = row == 0 && m_piece.hasInPort, isLast = row + 2 == rowCount && m_piece.hasOutPort;
            if (isFirst) gaps.push_back(std::max(m_inside.insets.alongBegin, m_inside.portRun + kLeastPortGap + extra));
            else if (isLast) gaps.push_back(std::max(m_inside.insets.alongEnd, kLeastPortGap + extra));
            else gaps.push_back(std::round(kLeastGap + extra));
        }
        return gaps;
    }

    // Boxes stand in the middle of their rows.
    void setCorners() {
        for (std::uint32_t node = 0; node < m_piece.children.size(); ++node) {
            const Row& row = m_rows[m_placement.row[node]];
            const FlowSize size = child(node).size;
            const double middle = (row.begin + row.end) / 2;
            m_layout.corners.push_back({m_x[node] - size.across / 2, std::round(middle - size.along / 2)});
        }
    }

    double top(std::uint32_t node) const { return isPort(node) ? m_rows[m_placement.row[node]].begin : m_layout.corners[node].along; }
    double bottom(std::uint32_t node) const { return isPort(node) ? m_rows[m_placement.row[node]].end : top(node) + child(node).size.along; }
    const Row& rowOf(std::uint32_t node) const { return m_rows[m_placement.row[node]]; }

    // --- Where edges leave and enter.

    void chooseEnds() {
        const std::size_t count = m_layering.graph.edges.size();
        m_start.resize(count), m_end.resize(count);
        std::vector<std::vector<std::uint32_t>> above(m_x.size()), below(m_x.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            below[m_layering.graph.edges[i].from].push_back(i);
            above[m_layering.graph.edges[i].to].push_back(i);
        }
        for (std::uint32_t node = 0; node < m_x.size(); ++node) chooseStarts(node, below[node]);
        for (std::uint32_t node = 0; node < m_x.size(); ++node) chooseEnds(node, above[node]);
    }

    bool isSpread(std::uint32_t node) const { return !isPort(node) && !child(node).hasPorts; }
    double straightHalf(std::uint32_t node) const { return child(node).size.across * child(node).straightPart / 2; }
    double outX(std::uint32_t node) const { return m_x[node] + (isPort(node) ? 0 : child(node).outAt); }
    double inX(std::uint32_t node) const { return m_x[node] + (isPort(node) ? 0 : child(node).inAt); }

    // All leave in the middle, but one alone that would go straight a little beside it does.
    void chooseStarts(std::uint32_t node, const std::vector<std::uint32_t>& edges) {
        for (const std::uint32_t i : edges) {
            m_start[i] = outX(node);
            if (edges.size() > 1 || !isSpread(node)) continue;
            const std::uint32_t to = m_layering.graph.edges[i].to;
            const double next = lanes(i).empty() ? inX(to) : lane(i, 0);
            if (std::abs(next - m_x[node]) <= straightHalf(node)) m_start[i] = next;
        }
    }

    // Ends are spread in the order in which their edges arrive, so that arrow heads stand side by side.
    void chooseEnds(std::uint32_t node, std::vector<std::uint32_t> edges) {
        const auto last = [&](std::uint32_t i) { return lanes(i).empty() ? m_start[i] : lanes(i).back(); };
        for (const std::uint32_t i : edges) m_end[i] = inX(node);
        if (!isSpread(node) || edges.empty()) return;
        if (edges.size() == 1) {
            const double before = last(edges[0]);
            if (std::abs(before - m_x[node]) <= straightHalf(node)) m_end[edges[0]] = before;
            return;
        }
        std::stable_sort(edges.begin(), edges.end(), [&](std::uint32_t a, std::uint32_t b) { return last(a) < last(b); });
        const double steps = static_cast<double>(edges.size() - 1);
        const double step = std::min(kMostEndDistance, 2 * straightHalf(node) / steps);
        for (std::size_t k = 0; k < edges.size(); ++k) m_end[edges[k]] = m_x[node] + (static_cast<double>(k) - steps / 2) * step;
    }

    // --- Ways.

    std::vector<Waypoint> route(std::size_t edge) const {
        const Layering::EdgeWay way = m_layering.ways[edge];
        if (way.layered == Layering::EdgeWay::kLoop) return loop(nodeOfLoop(edge));
        return way.isReversed ? wayUp(way.layered) : wayDown(way.layered);
    }

    std::uint32_t nodeOfLoop(std::size_t edge) const {
        const std::uint32_t wanted = m_inside.edges[m_piece.edges[edge]].from;
        return static_cast<std::uint32_t>(std::lower_bound(m_piece.children.begin(), m_piece.children.end(), wanted) - m_piece.children.begin());
    }

    std::vector<Waypoint> wayDown(std::uint32_t layered) const {
        const LayeredEdge& edge = m_layering.graph.edges[layered];
        std::vector<Waypoint> way{{{m_start[layered], bottom(edge.from)}}};
        const std::uint32_t first = m_placement.row[edge.from], last = m_placement.row[edge.to];
        const bool isIn = edge.from == m_layering.graph.inPort;
        way.push_back({{m_start[layered], isIn ? m_inside.portRun : rowOf(edge.from).end}});
        for (std::uint32_t row = first + 1; row < last; ++row) {
            const double x = lane(layered, row - first - 1);
            way.push_back({{x, m_rows[row].begin}});
            if (lanes(layered).size() == 1) row = last - 1;
            way.push_back({{x, m_rows[row].end}});
        }
        way.push_back({{m_end[layered], rowOf(edge.to).begin}});
        way.push_back({{m_end[layered], top(edge.to)}});
        return way;
    }

    // Beside a box, on the side where the way goes on.
    double beside(std::uint32_t node, double towards) const {
        constexpr double kRoundDistance = 9;
        const double distance = child(node).size.across / 2 + kRoundDistance;
        return m_x[node] + (towards < m_x[node] ? -distance : distance);
    }

    // Against the flow: out of the lower box's end, round it, up through the rows, round the upper box and into its beginning.
    std::vector<Waypoint> wayUp(std::uint32_t layered) const {
        constexpr double kLaneShift = 4;  // beside an edge that runs down in the same lane
        const LayeredEdge& edge = m_layering.graph.edges[layered];
        const std::uint32_t first = m_placement.row[edge.from], last = m_placement.row[edge.to];
        const bool isDirect = lanes(layered).empty();
        const double lower = beside(edge.to, isDirect ? m_x[edge.from] + 1 : lanes(layered).back());
        const double upper = beside(edge.from, isDirect ? lower : lanes(layered).front());
        std::vector<Waypoint> way{{{outX(edge.to), bottom(edge.to)}}, up(lower, bottom(edge.to)), up(lower, rowOf(edge.to).begin)};
        for (std::uint32_t row = last; row-- > first + 1;) {
            const double x = lane(layered, row - first - 1) + kLaneShift;
            way.push_back(up(x, m_rows[row].end));
            if (lanes(layered).size() == 1) row = first + 1;
            way.push_back(up(x, m_rows[row].begin));
        }
        way.push_back(up(upper, rowOf(edge.from).end));
        way.push_back(up(upper, top(edge.from)));
        way.push_back({{inX(edge.from), top(edge.from)}});
        return way;
    }

    static Waypoint up(double across, double along) { return {{across, along}, Heading::Backward}; }

    std::vector<Waypoint> loop(std::uint32_t node) const {
        const double side = beside(node, m_x[node] + 1);
        return {{{outX(node), bottom(node)}}, up(side, bottom(node)), up(side, top(node)), {{inX(node), top(node)}}};
    }

    void setPorts() {
        if (m_piece.hasInPort) m_layout.inPort = m_x[m_layering.graph.inPort];
        if (m_piece.hasOutPort) m_layout.outPort = m_x[m_layering.graph.outPort];
    }

    const ScopeInside& m_inside;
    const Piece& m_piece;
    const Layering& m_layering;
    const Placement& m_placement;
    std::vector<double> m_x;       // by node, from the piece's corner
    std::vector<double> m_lanes;
    std::vector<Row> m_rows;
    std::vector<double> m_start, m_end;  // across, by layered edge
    PieceLayout m_layout;
};

PieceLayout single(const ScopeInside& inside, const Piece& piece) {
    PieceLayout layout;
    layout.size = inside.children[piece.children[0]].size;
    layout.corners = {{0, 0}};
    return layout;
}

}  // namespace

PieceLayout layOutPiece(const ScopeInside& inside, const Piece& piece, PlacementCache& placements) {
    if (piece.children.size() == 1 && piece.edges.empty()) return single(inside, piece);
    const Layering layering = makeLayering(inside, piece);
    return PieceRouter(inside, piece, layering, placements.place(layering.graph)).layOut();
}

}  // namespace namescape
