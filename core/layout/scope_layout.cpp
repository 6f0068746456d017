#include "layout/scope_layout.h"

#include "layout/packing.h"
#include "layout/piece_layout.h"

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

constexpr double kPieceGap = 26;

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
        if (hasPorts) packBesidePorts();
        else packWithoutPorts();
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
        const Packing packing = packPieces(0);
        m_layout.size = inner(packing.size.across, packing.size.along);
        setOrigins(0, packing, {m_inside.insets.acrossBegin, m_inside.insets.alongBegin});
    }

    Packing packPieces(std::size_t first) const {
        std::vector<FlowSize> sizes;
        for (std::size_t i = first; i < m_layouts.size(); ++i) sizes.push_back(m_layouts[i].size);
        return pack(sizes, kPieceGap, m_inside.aspect);
    }

    void setOrigins(std::size_t first, const Packing& packing, FlowPoint corner) {
        for (std::size_t i = first; i < m_layouts.size(); ++i) {
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
        if (m_pieces.size() == 1) return;

        const Packing others = packPieces(1);
        const FlowSize beside{m_layout.size.across + kPieceGap + others.size.across, std::max(mainEnd, inner(0, others.size.along).along)};
        const FlowSize stacked{std::max(m_layout.size.across, inner(others.size.across, 0).across), mainEnd + kPieceGap + others.size.along};
        const bool canStack = !piece.hasInPort || !piece.hasOutPort;
        if (!canStack || fitCost(beside, m_inside.aspect) <= fitCost(stacked, m_inside.aspect)) {
            setOrigins(1, others, {m_layout.size.across - insets.acrossEnd + kPieceGap, insets.alongBegin});
            m_layout.size = beside;
            return;
        }
        m_layout.size = stacked;
        if (piece.hasInPort) return setOrigins(1, others, {insets.acrossBegin, mainEnd - insets.alongEnd + kPieceGap});
        setOrigins(1, others, {insets.acrossBegin, insets.alongBegin});
        m_origins[0].along += others.size.along + kPieceGap;
    }

    void growToLeastSize() {
        const double across = std::ceil(std::max(m_layout.size.across, m_inside.leastSize.across));
        const double along = std::ceil(std::max(m_layout.size.along, m_inside.leastSize.along));
        const double shift = std::floor((across - m_layout.size.across) / 2);
        for (FlowPoint& origin : m_origins) origin.across += shift;
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

    void placePorts() {
        const double most = m_layout.size.across - kPortCorner;
        const double freeFrom = std::min(std::max(m_inside.portFreeUntil, kPortCorner), most);
        m_layout.inPort = std::clamp(m_origins[0].across + m_layouts[0].inPort, freeFrom, most);
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
    std::vector<FlowPoint> m_origins;  // of the pieces, from the scope's corner
    ScopeLayout m_layout;
};

}  // namespace

ScopeLayout layOutScope(const ScopeInside& inside, PlacementCache& placements) {
    return ScopeAssembler(inside, placements).assemble();
}

}  // namespace namescape
