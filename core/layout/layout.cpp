#include "layout/layout.h"

#include "diagram/theme.h"
#include "layout/box_shape.h"
#include "layout/edge_curve.h"
#include "layout/edge_labels.h"
#include "layout/graphviz_engine.h"
#include "layout/placement_cache.h"
#include "layout/scope_layout.h"
#include "layout/strands.h"
#include "layout/stub_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace namescape {

struct LayoutCache::Data {
    Data(std::size_t maxBytes, std::shared_ptr<LayoutEngine> graphviz) : placements(maxBytes, std::move(graphviz)) {}
    PlacementCache placements;
};

namespace {

constexpr double kWantedAspect = 1.6;  // width to height
constexpr std::uint32_t kManyBoxes = 300;  // from here on a quick layout looks like one

// A scope whose inside is laid out: a frame, or the picture itself.
struct Scope {
    std::uint32_t firstChild = 0;
    std::uint32_t childCount = 0;
    std::vector<ScopeEdge> edges;
    bool hasInPort = false;
    bool hasOutPort = false;
    ScopeLayout layout;
    FlowPoint corner;  // in the picture
};

}  // namespace

// Lays out every scope from the inside out, then gives everything its place from the outside in.
class ScopeLayouts {
public:
    ScopeLayouts(const Diagram& diagram, LayoutCache& cache, std::stop_token stop)
        : m_diagram(diagram), m_placements(cache.m_data->placements), m_stop(std::move(stop)), m_stubs(diagram),
          m_scopes(diagram.boxes.size() + 1) {}

    Drawing draw() {
        m_placements.beginPicture();
        findChildren();
        for (const Edge& edge : m_diagram.edges) splitAtBorders(edge);
        countStrands();
        for (std::size_t i = m_scopes.size(); i-- > 0 && !m_stop.stop_requested();) {
            if (isScope(i)) layOut(i);
        }
        if (m_stop.stop_requested()) return {};
        placeBoxes();
        m_stubs.place(m_drawing);
        drawEdges();
        placeEdgeLabels(m_diagram, m_drawing);
        for (std::string& notice : m_placements.takeNotices()) m_drawing.notices.push_back(std::move(notice));
        return std::move(m_drawing);
    }

private:
    // Scopes count from 0, the picture itself; a frame's is one more than its box's number.
    static std::uint32_t scopeOf(BoxId frame) { return frame.isValid() ? frame.value + 1 : 0; }
    bool isScope(std::size_t scope) const { return scope == 0 || m_diagram.boxes[scope - 1].isOpen; }

    void findChildren() {
        for (std::uint32_t i = 0; i < m_diagram.boxes.size(); ++i) {
            Scope& scope = m_scopes[scopeOf(m_diagram.boxes[i].parent)];
            if (scope.childCount++ == 0) scope.firstChild = i;
        }
    }

    // --- An edge from box to box becomes edges within scopes: out through the borders around its source, across, and in through those
    // around its target.

    void splitAtBorders(const Edge& edge) {
        const auto begin = static_cast<std::uint32_t>(m_stretches.size());
        BoxId from = edge.source, to = edge.target;
        std::vector<Stretch> inwards;
        const auto leave = [&] {
            const BoxId frame = m_diagram.box(from).parent;
            m_stretches.push_back(stretch(scopeOf(frame), from, BoxId{}));
            from = frame;
        };
        const auto enter = [&] {
            const BoxId frame = m_diagram.box(to).parent;
            inwards.push_back(stretch(scopeOf(frame), BoxId{}, to));
            to = frame;
        };
        while (m_diagram.box(from).depth > m_diagram.box(to).depth) leave();
        while (m_diagram.box(to).depth > m_diagram.box(from).depth) enter();
        while (m_diagram.box(from).parent != m_diagram.box(to).parent) leave(), enter();
        m_stretches.push_back(stretch(scopeOf(m_diagram.box(from).parent), from, to));
        m_stretches.insert(m_stretches.end(), inwards.rbegin(), inwards.rend());
        m_ways.push_back({edge.source.value, begin, static_cast<std::uint32_t>(m_stretches.size())});
    }

    // An end that is invalid is the scope's port.
    Stretch stretch(std::uint32_t scopeIndex, BoxId from, BoxId to) {
        Scope& scope = m_scopes[scopeIndex];
        const std::uint64_t boxCount = m_diagram.boxes.size();
        const std::uint64_t fromKey = from.isValid() ? from.value : boxCount + scopeIndex;
        const std::uint64_t toKey = to.isValid() ? to.value : boxCount + scopeIndex;
        const auto [found, isNew] = m_known.try_emplace(fromKey << 32 | toKey, static_cast<std::uint32_t>(scope.edges.size()));
        if (isNew) {
            scope.edges.push_back({from.isValid() ? from.value - scope.firstChild : ScopeEdge::kPort,
                                   to.isValid() ? to.value - scope.firstChild : ScopeEdge::kPort});
            scope.hasInPort |= !from.isValid();
            scope.hasOutPort |= !to.isValid();
        }
        return {scopeIndex, found->second};
    }

    // How many edges of different sources share a stretch.
    void countStrands() {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> uses;  // stretch, source
        for (const EdgeWay& way : m_ways) {
            for (std::uint32_t i = way.begin; i < way.end; ++i) uses.emplace_back(std::uint64_t{m_stretches[i].scope} << 32 | m_stretches[i].edge, way.source);
        }
        std::sort(uses.begin(), uses.end());
        uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
        for (std::size_t i = 1; i < uses.size(); ++i) {
            if (uses[i].first == uses[i - 1].first) ++m_scopes[uses[i].first >> 32].edges[uses[i].first & UINT32_MAX].strands;
        }
    }

    // --- From the inside out: a frame's layout gives its size and ports to the scope around it.

    void layOut(std::size_t index) {
        Scope& scope = m_scopes[index];
        ScopeInside inside;
        for (std::uint32_t i = 0; i < scope.childCount; ++i) inside.children.push_back(asChild(scope.firstChild + i));
        inside.edges = scope.edges;
        inside.aspect = isDown() ? kWantedAspect : 1 / kWantedAspect;
        if (index == 0) setPictureInsets(inside);
        else setFrameInsets(inside, m_diagram.boxes[index - 1], scope.hasInPort);
        scope.layout = layOutScope(inside, m_placements);
        if (scope.layout.isQuick && scope.childCount > kManyBoxes) noteQuickLayout(index);
    }

    bool isDown() const { return m_diagram.direction == FlowDirection::TopToBottom; }

    ScopeChild asChild(std::uint32_t box) const {
        ScopeChild child;
        child.isAside = m_diagram.boxes[box].isAuxiliary;
        child.towers = m_diagram.boxes[box].towers;
        if (!m_diagram.boxes[box].isOpen) {
            child.size = toFlow(m_diagram.boxes[box].size, m_diagram.direction);
            child.straightPart = isDown() ? straightPart(m_diagram.boxes[box].kind) : 0.4;
            addStubs(child, {box});
            return child;
        }
        const ScopeLayout& layout = m_scopes[box + 1].layout;
        child.size = layout.size;
        child.hasPorts = true;
        child.inAt = m_scopes[box + 1].hasInPort ? layout.inPort - layout.size.across / 2 : 0;
        child.outAt = m_scopes[box + 1].hasOutPort ? layout.outPort - layout.size.across / 2 : 0;
        return child;
    }

    void addStubs(ScopeChild& child, BoxId leaf) const {
        const StubRoom room = m_stubs.room(leaf);
        const double own = child.size.across;
        child.size = {room.before + own + room.after, child.size.along + 2 * room.beyond};
        child.inAt = child.outAt = (room.before - room.after) / 2;
        child.straightPart *= own / child.size.across;
    }

    static void setPictureInsets(ScopeInside& inside) {
        const double margin = kMeasures.pictureMargin;
        inside.insets = {margin, margin, margin, margin};
        if (inside.children.empty()) inside.leastSize = {160, 80};
    }

    // The title bar stands above: before what flows down, or beside what flows to the right.
    void setFrameInsets(ScopeInside& inside, const Box& frame, bool hasInPort) const {
        constexpr double kPortRoom = 24;
        const double pad = kMeasures.framePadding, title = kMeasures.titleHeight;
        inside.leastSize = toFlow(frame.size, m_diagram.direction);
        if (!isDown()) {
            inside.insets = {title + pad, pad, pad, pad};
            return;
        }
        inside.insets = {pad, pad, title + pad, pad};
        inside.portRun = title;
        if (!hasInPort) return;
        inside.portFreeUntil = frame.size.width;
        inside.leastSize.across += kPortRoom;
    }

    void noteQuickLayout(std::size_t index) {
        const std::string_view name = index == 0 ? m_diagram.focusName : m_diagram.boxes[index - 1].fullName;
        const std::string where = name.empty() ? "the outermost level" : fmt::format("scope {}", name.substr(0, 200));
        m_drawing.notices.push_back(fmt::format("{} is large: its {} boxes are placed quickly rather than well", where, m_scopes[index].childCount));
    }

    // --- From the outside in.

    void placeBoxes() {
        m_drawing.boxes.resize(m_diagram.boxes.size());
        m_drawing.bounds = fromFlow({0, 0}, m_scopes[0].layout.size, m_diagram.direction);
        for (std::uint32_t i = 0; i < m_diagram.boxes.size(); ++i) {
            const std::uint32_t around = scopeOf(m_diagram.boxes[i].parent);
            const Scope& scope = m_scopes[around];
            const FlowPoint inScope = scope.layout.corners[i - scope.firstChild];
            const StubRoom room = m_stubs.room({i});
            const FlowPoint corner{scope.corner.across + inScope.across + room.before, scope.corner.along + inScope.along + room.beyond};
            const bool isFrame = m_diagram.boxes[i].isOpen;
            m_scopes[i + 1].corner = corner;
            const FlowSize size = isFrame ? m_scopes[i + 1].layout.size : toFlow(m_diagram.boxes[i].size, m_diagram.direction);
            m_drawing.boxes[i] = fromFlow(corner, size, m_diagram.direction);
        }
    }

    void drawEdges() {
        std::vector<Waypoint> way;
        const std::vector<StrandShift> shifts = shiftsOfStrands();
        for (std::size_t i = 0; i < m_diagram.edges.size(); ++i) {
            way.clear();
            for (std::uint32_t k = m_ways[i].begin; k < m_ways[i].end; ++k) appendRoute(way, m_stretches[k], shifts[k]);
            reachLeaves(way, m_diagram.edges[i]);
            if (!isDown()) {
                way.front().at.along -= sideInset(m_diagram.box(m_diagram.edges[i].source).kind);
                way.back().at.along += sideInset(m_diagram.box(m_diagram.edges[i].target).kind);
            }
            DrawnEdge edge;
            edge.firstPoint = static_cast<std::uint32_t>(m_drawing.points.size());
            appendCurve(way, m_diagram.direction, m_drawing.points);
            edge.pointCount = static_cast<std::uint32_t>(m_drawing.points.size()) - edge.firstPoint;
            m_drawing.edges.push_back(edge);
        }
    }

    // Straight through the room that stubs have before and behind their leaves: a way may turn where that ends.
    void reachLeaves(std::vector<Waypoint>& way, const Edge& edge) const {
        if (const double beyond = m_stubs.room(edge.source).beyond; beyond > 0) {
            way.insert(way.begin(), way.front());
            way.front().at.along -= beyond;
        }
        if (const double beyond = m_stubs.room(edge.target).beyond; beyond > 0) {
            way.push_back(way.back());
            way.back().at.along += beyond;
        }
    }

    std::vector<StrandShift> shiftsOfStrands() const {
        std::vector<StrandScope> scopes;
        for (const Scope& scope : m_scopes) scopes.push_back({&scope.edges, &scope.layout, scope.corner.across});
        return strandShifts(m_ways, m_stretches, scopes);
    }

    void appendRoute(std::vector<Waypoint>& way, Stretch stretch, const StrandShift& shift) const {
        const Scope& scope = m_scopes[stretch.scope];
        const std::size_t begin = way.size();
        for (Waypoint point : scope.layout.route(stretch.edge)) {
            point.at = {scope.corner.across + point.at.across, scope.corner.along + point.at.along};
            way.push_back(point);
        }
        shiftRoute(std::span(way).subspan(begin), shift);
    }

    const Diagram& m_diagram;
    PlacementCache& m_placements;
    const std::stop_token m_stop;
    const StubPlaces m_stubs;
    std::vector<Scope> m_scopes;
    std::unordered_map<std::uint64_t, std::uint32_t> m_known;  // ends of a local edge → its number in its scope
    std::vector<Stretch> m_stretches;  // of all edges, one after the other
    std::vector<EdgeWay> m_ways;       // by edge
    Drawing m_drawing;
};

LayoutCache::LayoutCache(std::size_t maxBytes) : LayoutCache(maxBytes, std::make_shared<GraphvizEngine>()) {}
LayoutCache::LayoutCache(std::size_t maxBytes, std::shared_ptr<LayoutEngine> graphviz) : m_data(std::make_unique<Data>(maxBytes, std::move(graphviz))) {}
LayoutCache::~LayoutCache() = default;
LayoutCache::LayoutCache(LayoutCache&&) noexcept = default;
LayoutCache& LayoutCache::operator=(LayoutCache&&) noexcept = default;

std::uint64_t LayoutCache::hitCount() const {
    return m_data->placements.hitCount();
}

std::uint64_t LayoutCache::missCount() const {
    return m_data->placements.missCount();
}

std::size_t LayoutCache::bytes() const {
    return m_data->placements.bytes();
}

void LayoutCache::clear() {
    m_data->placements.clear();
}

Drawing layOut(const Diagram& diagram, LayoutCache& cache, std::stop_token stop) {
    return ScopeLayouts(diagram, cache, std::move(stop)).draw();
}

}  // namespace namescape
