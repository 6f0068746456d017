#include "layout/piece.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace namescape {

namespace {

// Union-find over children, and one more for both ports.
class Groups {
public:
    explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0u); }

    std::uint32_t find(std::uint32_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void unite(std::uint32_t a, std::uint32_t b) { m_parent[find(a)] = find(b); }

private:
    std::vector<std::uint32_t> m_parent;
};

std::uint32_t towersIn(const ScopeInside& inside, const Piece& piece) {
    std::uint32_t found = 0;
    for (const std::uint32_t child : piece.children) {
        const std::uint32_t towers = inside.children[child].towers;
        if (towers != 0 && found != 0 && towers != found) return 0;
        if (towers != 0) found = towers;
    }
    return found;
}

}  // namespace

std::vector<Piece> connectedPieces(const ScopeInside& inside) {
    const auto count = static_cast<std::uint32_t>(inside.children.size());
    Groups groups(count + 1);
    const auto member = [&](std::uint32_t end) { return end == ScopeEdge::kPort ? count : end; };
    for (const ScopeEdge& edge : inside.edges) groups.unite(member(edge.from), member(edge.to));

    std::vector<Piece> pieces;
    std::vector<std::uint32_t> pieceOf(count + 1, UINT32_MAX);
    const auto pieceFor = [&](std::uint32_t end) -> Piece& {
        std::uint32_t& index = pieceOf[groups.find(member(end))];
        if (index == UINT32_MAX) {
            index = static_cast<std::uint32_t>(pieces.size());
            pieces.emplace_back();
        }
        return pieces[index];
    };
    for (std::uint32_t i = 0; i < count; ++i) {
        Piece& piece = pieceFor(i);
        piece.isAside = inside.children[i].isAside;
        piece.children.push_back(i);
    }
    for (Piece& piece : pieces) piece.towers = towersIn(inside, piece);
    for (std::uint32_t i = 0; i < inside.edges.size(); ++i) {
        const ScopeEdge& edge = inside.edges[i];
        Piece& piece = pieceFor(edge.from);
        piece.edges.push_back(i);
        piece.hasInPort |= edge.from == ScopeEdge::kPort;
        piece.hasOutPort |= edge.to == ScopeEdge::kPort;
    }
    const auto isLate = [](const Piece& piece) { return piece.children.size() == 1 && piece.edges.empty(); };
    std::stable_sort(pieces.begin(), pieces.end(), [&](const Piece& a, const Piece& b) {
        return std::tuple(!a.hasPort(), a.isAside, isLate(a)) < std::tuple(!b.hasPort(), b.isAside, isLate(b));
    });
    return pieces;
}

}  // namespace namescape
