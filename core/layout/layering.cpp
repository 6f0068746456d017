#include "layout/layering.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace namescape {

namespace {

// Of children with the same neighbours, so many stand side by side before they are set up as a bundle.
constexpr std::size_t kMostSideBySide = 6;
constexpr std::int32_t kPortWidth = 4;

class LayeringMaker {
public:
    LayeringMaker(const ScopeInside& inside, const Piece& piece) : m_inside(inside), m_piece(piece) {}

    Layering make() {
        collectEnds();
        findClosingEdges();
        m_layering.places.resize(childCount());
        bundleAlike();
        addNodes();
        addEdges();
        return std::move(m_layering);
    }

private:
    // Children of the piece by number, then the in-port and the out-port.
    struct Ends {
        std::uint32_t from, to;
    };

    std::uint32_t childCount() const { return static_cast<std::uint32_t>(m_piece.children.size()); }
    std::uint32_t inPort() const { return childCount(); }
    std::uint32_t outPort() const { return childCount() + 1; }
    const ScopeChild& child(std::uint32_t i) const { return m_inside.children[m_piece.children[i]]; }

    std::uint32_t indexOf(std::uint32_t scopeChild) const {
        const auto found = std::lower_bound(m_piece.children.begin(), m_piece.children.end(), scopeChild);
        return static_cast<std::uint32_t>(found - m_piece.children.begin());
    }

    void collectEnds() {
        for (const std::uint32_t index : m_piece.edges) {
            const ScopeEdge& edge = m_inside.edges[index];
            m_ends.push_back({edge.from == ScopeEdge::kPort ? inPort() : indexOf(edge.from), edge.to == ScopeEdge::kPort ? outPort() : indexOf(edge.to)});
        }
    }

    // Walks from child to child in depth; an edge back to one that the walk is still within closes a cycle.
    void findClosingEdges() {
        enum class State : std::uint8_t { Unseen, Within, Done };
        std::vector<std::vector<std::uint32_t>> edges(childCount() + 2);
        for (std::uint32_t i = 0; i < m_ends.size(); ++i) edges[m_ends[i].from].push_back(i);
        std::vector<State> states(edges.size(), State::Unseen);
        std::vector<std::pair<std::uint32_t, std::size_t>> walk;  // child, and which of its edges comes next
        m_isClosing.assign(m_ends.size(), false);
        m_isRounded.assign(edges.size(), false);
        for (std::uint32_t start = 0; start < edges.size(); ++start) {
            if (states[start] == State::Unseen) walk.emplace_back(start, 0);
            while (!walk.empty()) {
                auto& [at, next] = walk.back();
                states[at] = State::Within;
                if (next == edges[at].size()) {
                    states[at] = State::Done;
                    walk.pop_back();
                    continue;
                }
                const std::uint32_t edge = edges[at][next++];
                const std::uint32_t to = m_ends[edge].to;
                if (states[to] == State::Within) m_isClosing[edge] = m_isRounded[at] = m_isRounded[to] = true;
                if (states[to] == State::Unseen) walk.emplace_back(to, 0);
            }
        }
    }

    using Neighbours = std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>;  // sources, users

    // Many leaves with the same neighbours (all the users of one tensor, all that is saved) would make one endless row.
    void bundleAlike() {
        std::vector<Neighbours> neighbours(childCount() + 2);
        for (const auto [from, to] : m_ends) {
            neighbours[from].second.push_back(to);
            neighbours[to].first.push_back(from);
        }
        std::map<Neighbours, std::vector<std::uint32_t>> alike;
        for (std::uint32_t i = 0; i < childCount(); ++i) {
            auto& [sources, users] = neighbours[i];
            if (m_isRounded[i] || child(i).hasPorts || sources.size() + users.size() > 4) continue;
            std::sort(sources.begin(), sources.end()), std::sort(users.begin(), users.end());
            alike[std::move(neighbours[i])].push_back(i);
        }
        for (const auto& [ends, members] : alike) {
            if (members.size() > kMostSideBySide && !isRowOfTowers(members)) addBundle(members, ends);
        }
    }

    bool isRowOfTowers(const std::vector<std::uint32_t>& members) const {
        const std::uint32_t towers = child(members.front()).towers;
        return towers != 0 && members.size() <= kMostTowersInRow && std::ranges::all_of(members, [&](std::uint32_t member) { return child(member).towers == towers; });
    }

    void addBundle(const std::vector<std::uint32_t>& members, const Neighbours& ends) {
        const auto bundle = static_cast<std::uint32_t>(m_layering.bundles.size());
        std::vector<FlowSize> sizes;
        std::vector<double> attachments;
        for (std::uint32_t i = 0; i < members.size(); ++i) {
            sizes.push_back(child(members[i]).size);
            attachments.push_back(child(members[i]).inAt);
            m_layering.places[members[i]] = {Layering::kNone, bundle, i};
        }
        const auto edges = ends.first.empty() ? Bundle::Edges::Out : ends.second.empty() ? Bundle::Edges::In : Bundle::Edges::Both;
        m_layering.bundles.emplace_back(std::move(sizes), std::move(attachments), edges, m_inside.aspect);
    }

    void addNodes() {
        std::vector<std::uint32_t> nodeOfBundle(m_layering.bundles.size(), Layering::kNone);
        for (std::uint32_t i = 0; i < childCount(); ++i) {
            Layering::Place& place = m_layering.places[i];
            if (place.bundle == Layering::kNone) {
                place.node = addChild(i);
                continue;
            }
            std::uint32_t& node = nodeOfBundle[place.bundle];
            if (node == Layering::kNone) node = addNode({m_layering.bundles[place.bundle].size(), 0, false}, {});
            place.node = node;
        }
        if (m_piece.hasInPort) m_layering.graph.inPort = addNode({}, {});
        if (m_piece.hasOutPort) m_layering.graph.outPort = addNode({}, {});
    }

    std::uint32_t addChild(std::uint32_t i) {
        const ScopeChild& added = child(i);
        const double straightHalf = added.hasPorts ? 0 : added.size.across * added.straightPart / 2;
        const auto rounded = [](double at) { return static_cast<std::int32_t>(std::round(at)); };
        return addNode({added.size, straightHalf, m_isRounded[i]}, {rounded(added.inAt), rounded(added.outAt)});
    }

    std::uint32_t addNode(const Layering::Node& node, Attachment attachment) {
        m_layering.nodes.push_back(node);
        m_layering.graph.widths.push_back(std::max(kPortWidth, static_cast<std::int32_t>(std::ceil(node.roomAcross()))));
        m_layering.graph.attachments.push_back(attachment);
        return static_cast<std::uint32_t>(m_layering.nodes.size() - 1);
    }

    Layering::Place placeOf(std::uint32_t end) const {
        if (end == inPort()) return {m_layering.graph.inPort, Layering::kNone, 0};
        return end == outPort() ? Layering::Place{m_layering.graph.outPort, Layering::kNone, 0} : m_layering.places[end];
    }

    void addEdges() {
        std::unordered_map<std::uint64_t, std::uint32_t> known;
        for (std::uint32_t i = 0; i < m_ends.size(); ++i) {
            Layering::EdgeWay way{placeOf(m_ends[i].from), placeOf(m_ends[i].to), Layering::kNone, m_isClosing[i]};
            if (m_ends[i].from != m_ends[i].to) {
                const std::uint32_t upper = way.isReversed ? way.to.node : way.from.node, lower = way.isReversed ? way.from.node : way.to.node;
                const auto [found, isNew] = known.try_emplace(std::uint64_t{upper} << 32 | lower, static_cast<std::uint32_t>(known.size()));
                if (isNew) m_layering.graph.edges.push_back({upper, lower});
                way.layered = found->second;
            }
            m_layering.ways.push_back(way);
        }
    }

    const ScopeInside& m_inside;
    const Piece& m_piece;
    Layering m_layering;
    std::vector<Ends> m_ends;  // by edge of the piece
    std::vector<bool> m_isClosing;
    std::vector<bool> m_isRounded;
};

}  // namespace

Layering makeLayering(const ScopeInside& inside, const Piece& piece) {
    return LayeringMaker(inside, piece).make();
}

}  // namespace namescape
