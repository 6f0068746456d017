#include "layout/scope_layout.h"

#include "layout/packing.h"
#include "layout/piece_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace namescape {

namespace {

constexpr double kPieceGap = 26;
constexpr double kPortCorner = 14;  // a port keeps away so far from its scope's corners
constexpr std::uint32_t kMostStrands = 8;
constexpr double kStrandRoom = 14;  // of one strand at the in-port, beside the title

class ScopeAssembler {
public:
    ScopeAssembler(const ScopeInside& inside, PlacementCache& placements) : m_inside(inside), m_pieces(connectedPieces(inside)) {
        for (const Piece& piece : m_pieces) {
            m_layouts.push_back(layOutPiece(inside, piece, placements));
            m_layout.isQuick |= m_layouts.back().isQuick;
        }
    }

    ScopeLayout assemble() {
        m_layout.corners.resize(m_inside.children.size());
        m_origins.resize(m_pieces.size());
        const bool hasPorts = !m_pieces.empty() && m_pieces.front().hasPort();
        m_flowPieces = static_cast<std::size_t>(std::ranges::count(m_pieces, false, &Piece::isAside));
        if (hasPorts) packBesidePorts();
        else packWithoutPorts();
        if (m_flowPieces < m_pieces.size()) packAside();
        growToLeastSize();
        placeChildren();
        if (hasPorts) placePorts();
        placeRoutes();
        return std::move(m_layout);
    }

private:
    FlowSize inner(double across, double along) const {
        return {across + m_inside.insets.acrossBegin + m_inside.insets.acrossEnd, along + m_inside.insets.alongBegin + m_inside.insets.alongEnd};
    }

    // The aspect is wanted of the whole: the insets, title included, take their part.
    void packWithoutPorts() {
        const Packing packing = packPieces(0, m_flowPieces, m_inside.aspect);
        m_layout.size = inner(packing.size.across, packing.size.along);
        setOrigins(0, m_flowPieces, packing, {m_inside.insets.acrossBegin, m_inside.insets.alongBegin});
    }

    // Towers are packed as the row that they stand in.
    Packing packPieces(std::size_t first, std::size_t end, double aspect) const {
        const std::vector<std::vector<std::size_t>> rows = rowsToPack(first, end);
        std::vector<FlowSize> sizes;
        for (const auto& row : rows) sizes.push_back(rowSize(row));
        const Packing packedRows = pack(sizes, kPieceGap, aspect);
        Packing packing{packedRows.size, std::vector<FlowPoint>(end - first)};
        for (std::size_t row = 0; row < rows.size(); ++row) {
            FlowPoint at = packedRows.corners[row];
            for (const std::size_t piece : rows[row]) {
                packing.corners[piece - first] = at;
                at.across += m_layouts[piece].size.across + kPieceGap;
            }
        }
        return packing;
    }

    // Every piece by itself, but for those of the same towers.
    std::vector<std::vector<std::size_t>> rowsToPack(std::size_t first, std::size_t end) const {
        std::vector<std::vector<std::size_t>> rows;
        std::map<std::uint32_t, std::size_t> rowOfTowers;
        for (std::size_t i = first; i < end; ++i) {
            const std::uint32_t towers = m_pieces[i].towers;
            std::size_t row = towers == 0 ? rows.size() : rowOfTowers.try_emplace(towers, rows.size()).first->second;
            if (row < rows.size() && rows[row].size() == kMostTowersInRow) rowOfTowers[towers] = row = rows.size();
            if (row == rows.size()) rows.emplace_back();
            rows[row].push_back(i);
        }
        return rows;
    }

    FlowSize rowSize(const std::vector<std::size_t>& row) const {
        FlowSize size{kPieceGap * static_cast<double>(row.size() - 1), 0};
        for (const std::size_t piece : row) {
            size.across += m_layouts[piece].size.across;
            size.along = std::max(size.along, m_layouts[piece].size.along);
        }
        return size;
    }

    void setOrigins(std::size_t first, std::size_t end, const Packing& packing, FlowPoint corner) {
        for (std::size_t i = first; i < end; ++i) {
            const FlowPoint at = packing.corners[i - first];
            m_origins[i] = {corner.across + at.across, corner.along + at.along};
        }
    }

    // The piece with the ports reaches from border to border; the others stand beside it, or before or behind it where it has no port.
    void packBesidePorts() {
        const Piece& piece = m_pieces.front();
        const Insets& insets = m_inside.insets;
        const PieceLayout& main = m_layouts.front();
        const double mainBegin = piece.hasInPort ? 0 : insets.alongBegin;
        const double mainEnd = mainBegin + main.size.along + (piece.hasOutPort ? 0 : insets.alongEnd);
        m_origins[0] = {insets.acrossBegin, mainBegin};
        m_layout.size = {insets.acrossBegin + main.size.across + insets.acrossEnd, mainEnd};
        if (m_flowPieces == 1) return;

        const Packing others = packPieces(1, m_flowPieces, m_inside.aspect);
        const double besideBegin = std::max(m_layout.size.across - insets.acrossEnd, portsEnd()) + kPieceGap;
        const FlowSize beside{besideBegin + others.size.across + insets.acrossEnd, std::max(mainEnd, inner(0, others.size.along).along)};
        const FlowSize stacked{std::max(m_layout.size.across, inner(others.size.across, 0).across), mainEnd + kPieceGap + others.size.along};
        const bool canStack = !piece.hasInPort || !piece.hasOutPort;
        if (!canStack || fitCost(beside, m_inside.aspect) <= fitCost(stacked, m_inside.aspect)) {
            setOrigins(1, m_flowPieces, others, {besideBegin, insets.alongBegin});
            m_besideBegin = besideBegin;
            m_layout.size = beside;
            return;
        }
        m_layout.size = stacked;
        if (piece.hasInPort) return setOrigins(1, m_flowPieces, others, {insets.acrossBegin, mainEnd - insets.alongEnd + kPieceGap});
        setOrigins(1, m_flowPieces, others, {insets.acrossBegin, insets.alongBegin});
        m_origins[0].along += others.size.along + kPieceGap;
    }

    // What comes in needs room beyond the title.
    double portsEnd() const {
        std::uint32_t strands = 0;
        for (const ScopeEdge& edge : m_inside.edges) {
            if (edge.from == ScopeEdge::kPort) strands = std::max(strands, edge.strands);
        }
        return strands == 0 ? 0 : m_inside.portFreeUntil + kStrandRoom * std::min(strands - 1, kMostStrands);
    }

    // What stands beside the flow: on the far side of all that flows, in the shape that fills the length of it best.
    void packAside() {
        constexpr double kAsideGap = 44;
        const Insets& insets = m_inside.insets;
        const bool isAlone = m_flowPieces == 0;
        const double along = m_layout.size.along - insets.alongBegin - insets.alongEnd;
        Packing best;
        double least = std::numeric_limits<double>::infinity();
        for (const double aspect : {m_inside.aspect, 0.8, 0.4, 0.2, 0.1}) {
            Packing packing = packPieces(m_flowPieces, m_pieces.size(), aspect);
            const double cost = packing.size.across * std::max(along, packing.size.along);
            if (cost >= least) continue;
            least = cost;
            best = std::move(packing);
        }
        const double flowEnd = std::max(m_layout.size.across - insets.acrossEnd, portsEnd());
        const double begin = isAlone ? insets.acrossBegin : flowEnd + kAsideGap;
        m_besideBegin = std::min(m_besideBegin, begin);
        setOrigins(m_flowPieces, m_pieces.size(), best, {begin, insets.alongBegin});
        m_layout.size = {begin + best.size.across + insets.acrossEnd, std::max(m_layout.size.along, inner(0, best.size.along).along)};
    }

    void growToLeastSize() {
        const double across = std::ceil(std::max(m_layout.size.across, m_inside.leastSize.across));
        const double along = std::ceil(std::max(m_layout.size.along, m_inside.leastSize.along));
        const double shift = std::floor((across - m_layout.size.across) / 2);
        for (FlowPoint& origin : m_origins) origin.across += shift;
        m_besideBegin += shift;
        m_layout.size = {across, along};
    }

    void placeChildren() {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            for (std::size_t k = 0; k < m_pieces[i].children.size(); ++k) {
                const FlowPoint corner = m_layouts[i].corners[k];
                m_layout.corners[m_pieces[i].children[k]] = {m_origins[i].across + corner.across, m_origins[i].along + corner.along};
            }
        }
    }

    // Lines come and go before and behind what hangs on the ports alone: what else there is stands beside that from border to border.
    void placePorts() {
        const double most = std::min(m_layout.size.across - kPortCorner, m_besideBegin - kPieceGap / 2);
        m_layout.inRoom = {std::min(std::max(m_inside.portFreeUntil, kPortCorner), most), most};
        m_layout.outRoom = {kPortCorner, most};
        m_layout.inPort = std::clamp(m_origins[0].across + m_layouts[0].inPort, m_layout.inRoom.begin, most);
        m_layout.outPort = std::clamp(m_origins[0].across + m_layouts[0].outPort, kPortCorner, most);
    }

    void placeRoutes() {
        std::vector<std::vector<Waypoint>> routes(m_inside.edges.size());
        m_layout.strandGaps.resize(routes.size());
        m_layout.startRooms.resize(routes.size());
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            for (std::size_t k = 0; k < m_pieces[i].edges.size(); ++k) {
                m_layout.strandGaps[m_pieces[i].edges[k]] = m_layouts[i].strandGaps[k];
                m_layout.startRooms[m_pieces[i].edges[k]] = m_layouts[i].startRooms[k];
                auto& route = routes[m_pieces[i].edges[k]] = std::move(m_layouts[i].routes[k]);
                for (Waypoint& point : route) point.at = {m_origins[i].across + point.at.across, m_origins[i].along + point.at.along};
            }
        }
        for (std::size_t i = 0; i < routes.size(); ++i) joinToPorts(m_inside.edges[i], routes[i]);
        m_layout.routeBegin.push_back(0);
        for (const auto& route : routes) {
            m_layout.waypoints.insert(m_layout.waypoints.end(), route.begin(), route.end());
            m_layout.routeBegin.push_back(static_cast<std::uint32_t>(m_layout.waypoints.size()));
        }
    }

    // The scope may have grown since, and a port may have moved out of its title's way.
    void joinToPorts(ScopeEdge edge, std::vector<Waypoint>& route) const {
        if (edge.from == ScopeEdge::kPort) route[0].at.across = route[1].at.across = m_layout.inPort;
        if (edge.to == ScopeEdge::kPort) route.back().at = {m_layout.outPort, m_layout.size.along};
        if (edge.to == ScopeEdge::kPort) route[route.size() - 2].at.across = m_layout.outPort;
    }

    const ScopeInside& m_inside;
    const std::vector<Piece> m_pieces;
    std::vector<PieceLayout> m_layouts;
    double m_besideBegin = std::numeric_limits<double>::infinity();  // across: of what stands beside that with the ports
    std::size_t m_flowPieces = 0;      // those that stand aside come behind them
    std::vector<FlowPoint> m_origins;  // of the pieces, from the scope's corner
    ScopeLayout m_layout;
};

}  // namespace

ScopeLayout layOutScope(const ScopeInside& inside, PlacementCache& placements) {
    return ScopeAssembler(inside, placements).assemble();
}

}  // namespace namescape
