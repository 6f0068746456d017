#include "layout/layering.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace namescape {

namespace {

// A row's height with its gap, about.
constexpr double kUsualRow = 78;
// Of nodes with the same neighbours, so many stand side by side before they are staggered over several rows.
constexpr std::size_t kMostSideBySide = 6;

class LayeringMaker {
public:
    LayeringMaker(const ScopeInside& inside, const Piece& piece) : m_inside(inside), m_piece(piece) {}

    Layering make() {
        addNodes();
        collectEnds();
        findClosingEdges();
        addEdges();
        stagger();
        addWidths();
        return std::move(m_layering);
    }

private:
    struct Ends {
        std::uint32_t from, to;
    };

    void addNodes() {
        auto count = static_cast<std::uint32_t>(m_piece.children.size());
        if (m_piece.hasInPort) m_layering.graph.inPort = count++;
        if (m_piece.hasOutPort) m_layering.graph.outPort = count++;
        m_nodeCount = count;
        m_layering.isRounded.assign(m_piece.children.size(), false);
    }

    std::uint32_t nodeOf(std::uint32_t child) const {
        const auto found = std::lower_bound(m_piece.children.begin(), m_piece.children.end(), child);
        return static_cast<std::uint32_t>(found - m_piece.children.begin());
    }

    void collectEnds() {
        for (const std::uint32_t index : m_piece.edges) {
            const ScopeEdge& edge = m_inside.edges[index];
            m_ends.push_back({edge.from == ScopeEdge::kPort ? m_layering.graph.inPort : nodeOf(edge.from),
                              edge.to == ScopeEdge::kPort ? m_layering.graph.outPort : nodeOf(edge.to)});
        }
    }

    std::vector<std::vector<std::uint32_t>> edgesByStart() const {
        std::vector<std::vector<std::uint32_t>> edges(m_nodeCount);
        for (std::uint32_t i = 0; i < m_ends.size(); ++i) edges[m_ends[i].from].push_back(i);
        return edges;
    }

    // Walks from node to node in depth; an edge back to a node that the walk is still within closes a cycle.
    void findClosingEdges() {
        enum class State : std::uint8_t { Unseen, Within, Done };
        const auto edges = edgesByStart();
        std::vector<State> states(m_nodeCount, State::Unseen);
        std::vector<std::pair<std::uint32_t, std::size_t>> walk;  // node, and which of its edges comes next
        m_isClosing.assign(m_ends.size(), false);
        for (std::uint32_t start = 0; start < m_nodeCount; ++start) {
            if (states[start] == State::Unseen) walk.emplace_back(start, 0);
            while (!walk.empty()) {
                auto& [node, next] = walk.back();
                states[node] = State::Within;
                if (next == edges[node].size()) {
                    states[node] = State::Done;
                    walk.pop_back();
                    continue;
                }
                const std::uint32_t edge = edges[node][next++];
                const std::uint32_t to = m_ends[edge].to;
                if (states[to] == State::Within) m_isClosing[edge] = true;
                if (states[to] == State::Unseen) walk.emplace_back(to, 0);
            }
        }
    }

    void addEdges() {
        std::unordered_map<std::uint64_t, std::uint32_t> known;
        for (std::uint32_t i = 0; i < m_ends.size(); ++i) {
            const auto [from, to] = m_ends[i];
            if (m_isClosing[i]) m_layering.isRounded[from] = m_layering.isRounded[to] = true;
            if (from == to) {
                m_layering.ways.push_back({});
                continue;
            }
            const Ends down = m_isClosing[i] ? Ends{to, from} : Ends{from, to};
            const auto [found, isNew] = known.try_emplace(std::uint64_t{down.from} << 32 | down.to, static_cast<std::uint32_t>(known.size()));
            if (isNew) m_layering.graph.edges.push_back({down.from, down.to, 1});
            m_layering.ways.push_back({found->second, m_isClosing[i]});
        }
    }

    // Many nodes with the same neighbours (all the users of one tensor, say) would make one endless row.
    void stagger() {
        auto& edges = m_layering.graph.edges;
        std::vector<std::vector<std::uint32_t>> above(m_nodeCount), below(m_nodeCount);
        for (std::uint32_t i = 0; i < edges.size(); ++i) {
            below[edges[i].from].push_back(i);
            above[edges[i].to].push_back(i);
        }
        std::map<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>, std::vector<std::uint32_t>> alike;
        for (std::uint32_t node = 0; node < m_piece.children.size(); ++node) {
            if (above[node].size() + below[node].size() > 4) continue;
            std::vector<std::uint32_t> sources, users;
            for (const std::uint32_t i : above[node]) sources.push_back(edges[i].from);
            for (const std::uint32_t i : below[node]) users.push_back(edges[i].to);
            std::sort(sources.begin(), sources.end()), std::sort(users.begin(), users.end());
            alike[{std::move(sources), std::move(users)}].push_back(node);
        }
        for (const auto& [neighbours, nodes] : alike) {
            if (nodes.size() > kMostSideBySide) spread(nodes, above, below);
        }
    }

    void spread(const std::vector<std::uint32_t>& nodes, const std::vector<std::vector<std::uint32_t>>& above,
                const std::vector<std::vector<std::uint32_t>>& below) {
        double across = 0;
        for (const std::uint32_t node : nodes) across += widthOf(node) + kNodeGap;
        const auto rows = static_cast<std::uint32_t>(std::clamp(std::round(std::sqrt(across / (m_inside.aspect * kUsualRow))), 1.0, 40.0));
        for (std::uint32_t i = 0; i < nodes.size(); ++i) {
            const auto& steered = above[nodes[i]].empty() ? below[nodes[i]] : above[nodes[i]];
            for (const std::uint32_t edge : steered) m_layering.graph.edges[edge].minRows = 1 + i % rows;
        }
    }

    double widthOf(std::uint32_t node) const { return m_inside.children[m_piece.children[node]].size.across; }

    void addWidths() {
        constexpr std::int32_t kPortWidth = 4;
        for (std::uint32_t node = 0; node < m_nodeCount; ++node) {
            if (node >= m_piece.children.size()) {
                m_layering.graph.widths.push_back(kPortWidth);
                continue;
            }
            const double round = m_layering.isRounded[node] ? 2 * kRoundAcross : 0;
            m_layering.graph.widths.push_back(static_cast<std::int32_t>(std::ceil(widthOf(node) + round)));
        }
    }

    const ScopeInside& m_inside;
    const Piece& m_piece;
    Layering m_layering;
    std::uint32_t m_nodeCount = 0;
    std::vector<Ends> m_ends;  // as nodes of the layered graph, by edge of the piece
    std::vector<bool> m_isClosing;
};

}  // namespace

Layering makeLayering(const ScopeInside& inside, const Piece& piece) {
    return LayeringMaker(inside, piece).make();
}

}  // namespace namescape
