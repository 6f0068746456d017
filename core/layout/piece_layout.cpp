#include "layout/piece_layout.h"

#include "layout/blocks.h"
#include "layout/packing.h"
#include "layout/piece_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace namescape {

namespace {

constexpr double kLeastGap = 30;         // between rows
constexpr double kMostGap = 84;
constexpr double kGapPerAcross = 0.07;   // more where an edge has far to go across
constexpr double kLeastPortGap = 24;     // between a port's run and the next row
constexpr double kMostEndDistance = 14;  // between ends of edges that come in side by side

class PieceRouter {
public:
    PieceRouter(const ScopeInside& inside, const Piece& piece, const Layering& layering, const Placement& placement)
        : m_inside(inside), m_piece(piece), m_layering(layering), m_placement(placement), m_columns(inside, piece, layering, placement), m_places{{}, placement.x, placement.laneX, {}} {}

    PieceLayout layOut() {
        moveToOrigin();
        setRows();
        m_columns.fold(m_places);
        m_layout.size = m_places.size;
        setCorners();
        chooseEnds();
        m_columns.rankTurns(m_places, m_start);
        for (const Layering::EdgeWay& way : m_layering.ways) {
            m_layout.routes.push_back(route(way));
            m_layout.strandGaps.push_back(strandGap(m_layout.strandGaps.size()));
            m_layout.startRooms.push_back(startRoom(way));
        }
        setPorts();
        m_layout.isQuick = m_placement.isQuick;
        return std::move(m_layout);
    }

private:
    const Layering::Node& node(std::uint32_t index) const { return m_layering.nodes[index]; }
    Attachment attachment(std::uint32_t index) const { return m_layering.graph.attachments[index]; }

    void moveToOrigin() {
        double least = std::numeric_limits<double>::infinity(), most = -least;
        for (std::uint32_t i = 0; i < m_x.size(); ++i) {
            least = std::min(least, m_x[i] - node(i).roomAcross() / 2);
            most = std::max(most, m_x[i] + node(i).roomAcross() / 2);
        }
        for (const double lane : m_lanes) {
            least = std::min(least, lane - kLaneWidth / 2);
            most = std::max(most, lane + kLaneWidth / 2);
        }
        for (double& x : m_x) x = std::round(x - least);
        for (double& lane : m_lanes) lane = std::round(lane - least);
        m_places.size.across = std::ceil(most - least);
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
        for (std::uint32_t i = 0; i < m_x.size(); ++i) {
            double& height = heights[m_placement.row[i]];
            height = std::max(height, node(i).roomAlong());
        }
        const std::vector<double> gaps = gapsBelow(rowCount);
        double at = 0;
        for (std::uint32_t row = 0; row < rowCount; ++row) {
            m_rows.push_back({at, at + heights[row]});
            at += heights[row] + gaps[row];
        }
        m_places.size.along = m_rows.back().end;
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
        for (std::uint32_t i = 0; i < m_x.size(); ++i) {
            const PieceRow& row = m_rows[m_placement.row[i]];
            m_corners.push_back({m_x[i] - node(i).size.across / 2, std::round((row.begin + row.end - node(i).size.along) / 2)});
        }
        for (const Layering::Place& place : m_layering.places) {
            const FlowPoint corner = m_corners[place.node];
            const bool isMember = place.bundle != Layering::kNone;
            const FlowPoint within = isMember ? m_layering.bundles[place.bundle].corner(place.member) : FlowPoint{};
            m_layout.corners.push_back({std::round(corner.across + within.across), corner.along + within.along});
        }
    }

    double top(std::uint32_t i) const { return m_corners[i].along; }
    double bottom(std::uint32_t i) const { return top(i) + node(i).size.along; }
    const PieceRow& rowOf(std::uint32_t i) const { return m_rows[m_placement.row[i]]; }

    // --- Where edges leave and enter.

    void chooseEnds() {
        const std::size_t count = m_layering.graph.edges.size();
        m_start.resize(count), m_end.resize(count), m_strandGap.resize(count), m_startRoom.resize(count);
        countStrands();
        std::vector<std::vector<std::uint32_t>> above(m_x.size()), below(m_x.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            below[m_layering.graph.edges[i].from].push_back(i);
            above[m_layering.graph.edges[i].to].push_back(i);
        }
        for (std::uint32_t i = 0; i < m_x.size(); ++i) chooseStarts(i, below[i]);
        for (std::uint32_t i = 0; i < m_x.size(); ++i) chooseEnds(i, above[i]);
    }

    double outX(std::uint32_t i) const { return m_x[i] + attachment(i).out; }
    double inX(std::uint32_t i) const { return m_x[i] + attachment(i).in; }

    // All leave in the middle, but one alone that would go straight a little beside it does.
    void chooseStarts(std::uint32_t i, const std::vector<std::uint32_t>& edges) {
        for (const std::uint32_t edge : edges) {
            m_start[edge] = outX(i);
            if (edges.size() > 1) continue;
            const double next = lanes(edge).empty() ? inX(m_layering.graph.edges[edge].to) : lane(edge, 0);
            if (std::abs(next - outX(i)) <= node(i).straightHalf) m_start[edge] = next;
            m_startRoom[edge] = std::max(0.0, node(i).straightHalf - std::abs(m_start[edge] - outX(i)));
        }
    }

    // Ends are spread in the order in which their edges arrive, so that arrow heads stand side by side.
    void chooseEnds(std::uint32_t i, std::vector<std::uint32_t> edges) {
        const auto last = [&](std::uint32_t edge) { return lanes(edge).empty() ? m_start[edge] : lanes(edge).back(); };
        for (const std::uint32_t edge : edges) m_end[edge] = inX(i);
        const double half = node(i).straightHalf;
        if (half == 0 || edges.empty()) return;
        if (edges.size() == 1) {
            const double before = last(edges[0]);
            const double aside = m_strands[edges[0]] > 1 ? kMostEndDistance / 2 * (m_strands[edges[0]] - 1) : 0;
            if (std::abs(before - inX(i)) + aside <= half) {
                m_end[edges[0]] = before;
                m_strandGap[edges[0]] = kMostEndDistance;
                return;
            }
        }
        std::stable_sort(edges.begin(), edges.end(), [&](std::uint32_t a, std::uint32_t b) { return last(a) < last(b); });
        double steps = -1;
        for (const std::uint32_t edge : edges) steps += m_strands[edge];
        const double step = std::min(kMostEndDistance, 2 * half / std::max(steps, 1.0));
        double place = -steps / 2;
        for (const std::uint32_t edge : edges) {
            m_end[edge] = inX(i) + (place + (m_strands[edge] - 1.0) / 2) * step;
            m_strandGap[edge] = step;
            place += m_strands[edge];
        }
    }

    void countStrands() {
        m_strands.assign(m_layering.graph.edges.size(), 1);
        for (std::size_t k = 0; k < m_layering.ways.size(); ++k) {
            const Layering::EdgeWay& way = m_layering.ways[k];
            if (way.layered != Layering::kNone && way.to.bundle == Layering::kNone && !way.isReversed) m_strands[way.layered] = strandsOf(k);
        }
    }

    std::uint32_t strandsOf(std::size_t way) const { return m_inside.edges[m_piece.edges[way]].strands; }

    double startRoom(const Layering::EdgeWay& way) const {
        const bool isPlain = way.layered != Layering::kNone && !way.isReversed && way.from.bundle == Layering::kNone;
        if (!isPlain) return 0;
        return lanes(way.layered).empty() ? m_startRoom[way.layered] : std::min(m_startRoom[way.layered], kLaneWidth / 2);
    }

    double strandGap(std::size_t index) const {
        const Layering::EdgeWay& way = m_layering.ways[index];
        const std::uint32_t to = m_inside.edges[m_piece.edges[index]].to;
        if (strandsOf(index) < 2 || to == ScopeEdge::kPort || m_inside.children[to].hasPorts || way.layered == Layering::kNone || way.isReversed) return 0;
        if (way.to.bundle == Layering::kNone) return m_strandGap[way.layered];
        const ScopeChild& child = m_inside.children[to];
        return std::min(kMostEndDistance, child.size.across * child.straightPart / (strandsOf(index) - 1.0));
    }

    // --- Ways.

    std::vector<Waypoint> route(const Layering::EdgeWay& way) const {
        if (way.layered == Layering::kNone) return loop(way.from.node);
        if (way.isReversed) return wayUp(way.layered);
        std::vector<Waypoint> points;
        if (way.from.bundle != Layering::kNone) append(points, m_layering.bundles[way.from.bundle].wayOut(way.from.member), m_corners[way.from.node]);
        append(points, wayDown(way.layered), {});
        if (way.to.bundle != Layering::kNone) append(points, m_layering.bundles[way.to.bundle].wayIn(way.to.member), m_corners[way.to.node]);
        return points;
    }

    static void append(std::vector<Waypoint>& points, const std::vector<Waypoint>& more, FlowPoint origin) {
        for (const Waypoint& point : more) points.push_back({{point.at.across + origin.across, point.at.along + origin.along}, point.heading});
    }

    std::vector<Waypoint> wayDown(std::uint32_t layered) const {
        const LayeredEdge& edge = m_layering.graph.edges[layered];
        std::vector<Waypoint> way{{{m_start[layered], bottom(edge.from)}}};
        const std::uint32_t first = m_placement.row[edge.from], last = m_placement.row[edge.to];
        const bool isIn = edge.from == m_layering.graph.inPort;
        way.push_back({{m_start[layered], isIn ? m_inside.portRun : rowOf(edge.from).end}});
        for (std::uint32_t row = first + 1; row < last; ++row) {
            const double x = lane(layered, row - first - 1);
            m_columns.appendTurn(way, layered, row, x, m_places);
            way.push_back({{x, m_rows[row].begin}});
            if (lanes(layered).size() == 1) row = last - 1;
            way.push_back({{x, m_rows[row].end}});
        }
        m_columns.appendTurn(way, layered, last, m_end[layered], m_places);
        way.push_back({{m_end[layered], rowOf(edge.to).begin}});
        way.push_back({{m_end[layered], top(edge.to)}});
        return way;
    }

    // Beside a box, on the side where the way goes on.
    double beside(std::uint32_t i, double towards) const {
        constexpr double kRoundDistance = 9;
        const double distance = node(i).size.across / 2 + kRoundDistance;
        return m_x[i] + (towards < m_x[i] ? -distance : distance);
    }

    // What comes round a box ends on that side of its middle, apart from what comes straight.
    double roundEnd(std::uint32_t i, double middle, double side) const {
        constexpr double kMostAside = 12;
        const double aside = std::min(node(i).straightHalf, kMostAside);
        return middle + (side < m_x[i] ? -aside : aside);
    }

    // Against the flow: out of the lower box's end, round it, up through the rows, round the upper box and into its beginning.
    std::vector<Waypoint> wayUp(std::uint32_t layered) const {
        constexpr double kLaneShift = 4;  // beside an edge that runs down in the same lane
        const auto [from, to] = m_layering.graph.edges[layered];
        const std::uint32_t first = m_placement.row[from], last = m_placement.row[to];
        const bool isDirect = lanes(layered).empty();
        const double lower = beside(to, isDirect ? m_x[from] + 1 : lanes(layered).back());
        const double upper = beside(from, isDirect ? lower : lanes(layered).front());
        std::vector<Waypoint> way{{{roundEnd(to, outX(to), lower), bottom(to)}}, up(lower, bottom(to)), up(lower, rowOf(to).begin)};
        for (std::uint32_t row = last; row-- > first + 1;) {
            const double x = lane(layered, row - first - 1) + kLaneShift;
            way.push_back(up(x, m_rows[row].end));
            if (lanes(layered).size() == 1) row = first + 1;
            way.push_back(up(x, m_rows[row].begin));
        }
        way.push_back(up(upper, rowOf(from).end));
        way.push_back(up(upper, top(from)));
        way.push_back({{roundEnd(from, inX(from), upper), top(from)}});
        return way;
    }

    static Waypoint up(double across, double along) { return {{across, along}, Heading::Backward}; }

    std::vector<Waypoint> loop(std::uint32_t i) const {
        const double side = beside(i, m_x[i] + 1);
        return {{{roundEnd(i, outX(i), side), bottom(i)}}, up(side, bottom(i)), up(side, top(i)), {{roundEnd(i, inX(i), side), top(i)}}};
    }

    void setPorts() {
        if (m_piece.hasInPort) m_layout.inPort = m_x[m_layering.graph.inPort];
        if (m_piece.hasOutPort) m_layout.outPort = m_x[m_layering.graph.outPort];
    }

    const ScopeInside& m_inside;
    const Piece& m_piece;
    const Layering& m_layering;
    const Placement& m_placement;
    PieceColumns m_columns;
    PiecePlaces m_places;                // from the piece's corner
    std::vector<double>& m_x = m_places.x;
    std::vector<double>& m_lanes = m_places.lanes;
    std::vector<PieceRow>& m_rows = m_places.rows;
    std::vector<FlowPoint> m_corners;    // by node
    std::vector<double> m_start, m_end;  // across, by layered edge
    std::vector<double> m_strandGap, m_startRoom;  // by layered edge
    std::vector<std::uint32_t> m_strands;
    PieceLayout m_layout;
};

PieceLayout single(const ScopeInside& inside, const Piece& piece) {
    PieceLayout layout;
    layout.size = inside.children[piece.children[0]].size;
    layout.corners = {{0, 0}};
    return layout;
}

std::size_t towerCount(const ScopeInside& inside, const Piece& piece) {
    return static_cast<std::size_t>(std::ranges::count_if(piece.children, [&](std::uint32_t child) { return inside.children[child].towers != 0; }));
}

}  // namespace

PieceLayout layOutPiece(const ScopeInside& inside, const Piece& piece, PlacementCache& placements) {
    if (piece.children.size() == 1 && piece.edges.empty()) return single(inside, piece);
    Layering layering = makeLayering(inside, piece);
    const Placement& placement = placements.place(layering.graph);
    PieceLayout layout = PieceRouter(inside, piece, layering, placement).layOut();
    const bool isRowOfTowers = piece.towers != 0 && towerCount(inside, piece) <= kMostTowersInRow;
    if (isRowOfTowers || !isWorthParting(layout.size, inside.aspect)) return layout;
    layering.graph.rows = rowsInBlocks(layering, placement.row, layout.size, inside.aspect);
    if (layering.graph.rows.empty()) return layout;
    PieceLayout parted = PieceRouter(inside, piece, layering, placements.place(layering.graph)).layOut();
    return fitCost(parted.size, inside.aspect) < fitCost(layout.size, inside.aspect) ? parted : layout;
}

}  // namespace namescape
