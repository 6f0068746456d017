#include "diagram/stubs.h"

#include "diagram/theme.h"

#include <algorithm>
#include <tuple>

namespace namescape {

namespace {

// Beside a box of one line, and of two.
constexpr std::size_t kMostBesideOneLine = 2;
constexpr std::size_t kMostBesideTwoLines = 3;

class StubSetter {
public:
    StubSetter(Diagram& diagram, ControlEdges controlEdges) : m_diagram(diagram), m_controlEdges(controlEdges) {}

    void set() {
        if (std::ranges::none_of(m_diagram.boxes, &Box::isAuxiliary)) return;
        divideEdges();
        for (std::uint32_t i = 0; i < m_diagram.stubEdges.size(); ++i) addStubs(i);
        std::ranges::stable_sort(m_loose, {}, [](const Stub& stub) { return std::tuple(stub.at, stub.side); });
        for (std::size_t begin = 0, end = 0; begin < m_loose.size(); begin = end) {
            for (end = begin; end < m_loose.size() && m_loose[end].at == m_loose[begin].at && m_loose[end].side == m_loose[begin].side;) ++end;
            keep(std::span(m_loose).subspan(begin, end - begin));
        }
    }

private:
    const Box& box(BoxId id) const { return m_diagram.box(id); }

    void divideEdges() {
        std::vector<Edge> drawn;
        for (Edge& edge : m_diagram.edges) {
            if (!crossesIntoFlow(edge)) drawn.push_back(std::move(edge));
            else if (edge.kind == EdgeKind::Data || m_controlEdges == ControlEdges::Shown) m_diagram.stubEdges.push_back(std::move(edge));
            else leaveOut(edge);
        }
        m_diagram.edges = std::move(drawn);
    }

    void leaveOut(const Edge& edge) {
        ++m_diagram.boxes[edge.source.value].hiddenControlEdges;
        ++m_diagram.boxes[edge.target.value].hiddenControlEdges;
        ++m_diagram.hiddenControlEdgeCount;
    }

    // Whether an edge leads out of, or into, what stands beside the flow. What stands there together may be joined by lines.
    bool crossesIntoFlow(const Edge& edge) const {
        BoxId from = edge.source, to = edge.target;
        bool leaves = false;
        const auto climb = [&](BoxId& at) {
            leaves |= box(at).isAuxiliary;
            at = box(at).parent;
        };
        while (box(from).depth > box(to).depth) climb(from);
        while (box(to).depth > box(from).depth) climb(to);
        while (box(from).parent != box(to).parent) climb(from), climb(to);
        return leaves || box(from).isAuxiliary != box(to).isAuxiliary;
    }

    // What stands beside the flow as one closed box would have a stub for everything: the others' stubs say it.
    void addStubs(std::uint32_t edgeIndex) {
        const Edge& edge = m_diagram.stubEdges[edgeIndex];
        if (!box(edge.target).isAuxiliary) m_loose.push_back({edge.target, edge.source, Stub::Side::Source, edgeIndex, 1, {}, {}});
        if (!box(edge.source).isAuxiliary) m_loose.push_back({edge.source, edge.target, Stub::Side::User, edgeIndex, 1, {}, {}});
    }

    void keep(std::span<Stub> stubs) {
        const double height = box(stubs.front().at).size.height;
        const std::size_t most = height >= kMeasures.twoLineHeight ? kMostBesideTwoLines : kMostBesideOneLine;
        const std::size_t named = stubs.size() <= most ? stubs.size() : most - 1;
        for (Stub& stub : stubs.first(named)) add(std::move(stub), nameOf(stub));
        if (named == stubs.size()) return;
        Stub rest = stubs[named];
        rest.of = {};
        rest.count = static_cast<std::uint32_t>(stubs.size() - named);
        add(std::move(rest), "+" + std::to_string(stubs.size() - named));
    }

    // From where both are.
    std::string nameOf(const Stub& stub) const {
        const std::string_view other = box(stub.of).fullName, own = box(stub.at).fullName;
        const auto differ = static_cast<std::size_t>(std::mismatch(other.begin(), other.end(), own.begin(), own.end()).first - other.begin());
        const std::size_t slash = differ == 0 ? std::string_view::npos : other.rfind('/', differ - 1);
        const std::string_view name = other.substr(slash == std::string_view::npos ? 0 : slash + 1);
        return elidedInMiddle(name.empty() ? box(stub.of).label : name, kMeasures.stub, kMeasures.maxStubWidth);
    }

    void add(Stub stub, std::string label) {
        stub.label = std::move(label);
        stub.size = {textWidth(stub.label, kMeasures.stub) + 2 * kMeasures.stubPadding, kMeasures.stubHeight};
        m_diagram.stubs.push_back(std::move(stub));
    }

    Diagram& m_diagram;
    const ControlEdges m_controlEdges;
    std::vector<Stub> m_loose;
};

}  // namespace

void setStubs(Diagram& diagram, ControlEdges controlEdges) {
    StubSetter(diagram, controlEdges).set();
}

}  // namespace namescape
