#include "diagram/diagram.h"

#include "diagram/auxiliary.h"
#include "diagram/box_text.h"
#include "diagram/diagram_cache.h"
#include "diagram/lifted_edges.h"
#include "diagram/open_nodes.h"
#include "diagram/sibling_groups.h"
#include "diagram/stubs.h"
#include "graph/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace namescape {

namespace {

// The scope of that name, or the nearest one around it that there is.
NodeId findFocus(const ScopeTree& tree, std::string_view name) {
    for (;;) {
        if (const auto found = tree.find(name); found && tree.isScope(*found)) return *found;
        const std::size_t slash = name.rfind('/');
        name = name.substr(0, slash == std::string_view::npos ? 0 : slash);
    }
}

class DiagramBuilder {
public:
    DiagramBuilder(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, std::span<const VariableMark> variables,
                   const ViewOptions& options, DiagramCache* cache)
        : m_graph(graph), m_tree(tree), m_index(index), m_structure(structure), m_options(options), m_cache(cache), m_focus(findFocus(tree, options.focus)),
          m_openNodes(graph, tree, index, structure, options, m_focus, cache) {
        for (const VariableMark& mark : variables) m_requestCounts.emplace(mark.operation.value, mark.requestCount);
    }

    Diagram make() {
        m_diagram.focus = m_focus;
        m_diagram.focusName = m_tree.fullName(m_focus);
        m_diagram.direction = m_options.direction;
        m_diagram.boxesOfNodes = BoxesOfNodes(m_tree, m_focus);
        addBoxes();
        m_diagram.ownNames.names = std::move(m_ownNames);
        liftEdges(m_diagram, m_graph, m_tree, m_index, m_options.controlEdges, m_cache);
        setStubs(m_diagram, m_options.controlEdges);
        for (Box& box : m_diagram.boxes) {
            if (box.hiddenControlEdges > 0 && !box.isOpen) setTexts(box, m_graph, m_tree);
        }
        return std::move(m_diagram);
    }

private:
    void addBoxes() {
        addInside(m_focus, BoxId{}, 0);
        for (std::uint32_t i = 0; i < m_diagram.boxes.size(); ++i) {
            const Box& box = m_diagram.boxes[i];
            if (!box.isOpen) continue;
            if (const auto series = m_openSeries.find(i); series != m_openSeries.end()) addMembers(series->second, {i}, box.depth + 1);
            else addInside(box.node, {i}, box.depth + 1);
        }
    }

    // The node's own operation comes first: it is a box of its own among its inner parts.
    void addInside(NodeId scope, BoxId frame, std::uint32_t depth) {
        if (m_tree.operation(scope).isValid()) addBox(scope, frame, depth, Form::OwnOperation);
        const GroupsInView inView(m_graph, m_tree, m_index, m_structure, m_options, scope, m_cache);
        const SiblingGroups& groups = inView.groups();
        const std::vector<bool> isAuxiliary = auxiliaryGroups(m_graph, m_tree, m_index, m_structure, m_options, scope, groups, inView.known());
        for (std::size_t group = 0; group < groups.count(); ++group) {
            const auto begin = m_diagram.boxes.size();
            addGroup(groups.members(group), frame, depth);
            for (std::size_t i = begin; i < m_diagram.boxes.size(); ++i) m_diagram.boxes[i].isAuxiliary = isAuxiliary[group];
        }
    }

    void addGroup(std::span<const NodeId> members, BoxId frame, std::uint32_t depth) {
        std::string name = members.size() > 1 ? seriesName(m_tree, members) : std::string();
        switch (members.size() > 1 ? foldOf(members, name) : Fold::Apart) {
        case Fold::Apart: return addMembers(members, frame, depth);
        case Fold::Closed: return addSeries(members, std::move(name), frame, depth, false);
        case Fold::Open: return addSeries(members, std::move(name), frame, depth, true);
        }
    }

    void addMembers(std::span<const NodeId> members, BoxId frame, std::uint32_t depth) {
        for (const NodeId member : members) addBox(member, frame, depth, m_openNodes.isOpen(member) ? Form::Frame : Form::Leaf);
    }

    enum class Fold { Closed, Open, Apart };

    // By what was done by hand with the series; else it is closed, unless a rule opens its members, or somebody one of them.
    Fold foldOf(std::span<const NodeId> members, const std::string& name) const {
        if (m_options.open.closed.contains(name)) return Fold::Closed;
        if (m_options.open.opened.contains(name)) return Fold::Open;
        if (m_options.open.rule == OpenScopes::Rule::All) return Fold::Apart;
        if (std::ranges::any_of(members, [&](NodeId member) { return m_openNodes.isOpenByRule(member); })) return Fold::Apart;
        return std::ranges::any_of(members, [&](NodeId member) { return m_openNodes.isOpenByHand(member); }) ? Fold::Open : Fold::Closed;
    }

    void addSeries(std::span<const NodeId> members, std::string name, BoxId frame, std::uint32_t depth, bool isOpen) {
        const BoxId id{static_cast<std::uint32_t>(m_diagram.boxes.size())};
        Box box;
        box.node = members.front();
        box.kind = BoxKind::Series;
        box.isOpen = isOpen;
        box.canOpen = true;
        box.depth = depth;
        box.parent = frame;
        box.fullName = m_ownNames->emplace_back(std::move(name));
        box.operationCount = static_cast<std::uint32_t>(members.size()) * m_tree.operationCount(members.front());  // all are alike
        box.memberCount = static_cast<std::uint32_t>(members.size());
        setStructure(box);
        setTexts(box, m_graph, m_tree);
        m_diagram.boxes.push_back(std::move(box));
        if (isOpen) m_openSeries.emplace(id.value, std::vector(members.begin(), members.end()));
        else for (const NodeId member : members) m_diagram.boxesOfNodes.setLeaf(member, id);
    }

    enum class Form { Leaf, Frame, OwnOperation };

    void addBox(NodeId node, BoxId frame, std::uint32_t depth, Form form) {
        Box box;
        box.node = node;
        box.operation = m_tree.operation(node);
        box.isOpen = form == Form::Frame;
        box.canOpen = form != Form::OwnOperation && m_tree.isScope(node);
        box.depth = depth;
        box.parent = frame;
        box.fullName = m_tree.fullName(node);
        box.operationCount = form == Form::OwnOperation ? 1 : m_tree.operationCount(node);
        if (form != Form::OwnOperation) {
            setStructure(box);
            box.towers = m_structure.towersWith(node);
        }
        setKind(box);
        setTexts(box, m_graph, m_tree);
        const BoxId id{static_cast<std::uint32_t>(m_diagram.boxes.size())};
        if (box.isOpen) m_diagram.boxesOfNodes.setFrame(node, id);
        else m_diagram.boxesOfNodes.setLeaf(node, id);
        m_diagram.boxes.push_back(std::move(box));
    }

    void setStructure(Box& box) const {
        box.structure = m_structure.idOf(box.node);
        box.alikeCount = box.structure == 0 ? 0 : m_structure.countOf(box.structure) - 1;
    }

    void setKind(Box& box) const {
        box.kind = box.operation.isValid() ? kindOf(m_graph, box.operation) : BoxKind::Scope;
        if (box.kind != BoxKind::Variable) return;
        const auto found = m_requestCounts.find(box.operation.value);
        box.requestCount = found == m_requestCounts.end() ? 0 : found->second;
        if (box.requestCount > 1) box.kind = BoxKind::SharedVariable;
    }

    const Graph& m_graph;
    const ScopeTree& m_tree;
    const EdgeIndex& m_index;
    const Structure& m_structure;
    const ViewOptions& m_options;
    DiagramCache* const m_cache;  // may be null
    const NodeId m_focus;
    const OpenNodes m_openNodes;
    std::unordered_map<std::uint32_t, std::uint32_t> m_requestCounts;
    std::unordered_map<std::uint32_t, std::vector<NodeId>> m_openSeries;  // by box
    std::shared_ptr<std::deque<std::string>> m_ownNames = std::make_shared<std::deque<std::string>>();
    Diagram m_diagram;
};

const char* name(BoxKind kind) {
    switch (kind) {
    case BoxKind::Scope: return "scope";
    case BoxKind::Operation: return "operation";
    case BoxKind::Constant: return "constant";
    case BoxKind::Placeholder: return "placeholder";
    case BoxKind::Variable: return "variable";
    case BoxKind::SharedVariable: return "shared variable";
    case BoxKind::Control: return "control";
    case BoxKind::Series: return "series";
    }
    return "";
}

bool isScopeName(const ScopeTree& tree, std::string_view name) {
    const auto found = tree.find(name);
    return found && tree.isScope(*found);
}

// A frame's children do not follow it at once: they are printed where they belong.
void printInside(std::string& out, const Diagram& diagram, const std::vector<std::vector<std::uint32_t>>& inside, std::uint32_t frame) {
    for (const std::uint32_t i : inside[frame]) {
        const Box& box = diagram.boxes[i];
        out.append(2 * box.depth, ' ').append(name(box.kind)).append(" ").append(box.fullName);
        if (box.isOpen) out += " open";
        if (!box.sublabel.empty()) out += " | " + box.sublabel;
        if (!box.badge.empty()) out += " | " + box.badge;
        if (box.isAuxiliary) out += " | beside the flow";
        if (box.hiddenControlEdges > 0) out += fmt::format(" | {} control edges hidden", box.hiddenControlEdges);
        out += '\n';
        if (box.isOpen) printInside(out, diagram, inside, i + 1);
    }
}

}  // namespace

BoxId Diagram::visibleBox(NodeId node) const {
    const BoxId leaf = leafOf(node);
    return leaf.isValid() ? leaf : frameOf(node);
}

BoxId Diagram::seriesNamed(std::string_view fullName) const {
    if (!isLikeSeriesName(fullName)) return {};
    for (std::uint32_t i = 0; i < boxes.size(); ++i)
        if (boxes[i].memberCount > 0 && boxes[i].fullName == fullName) return {i};
    return {};
}

Diagram makeDiagram(const Graph& graph, const ScopeTree& tree, std::span<const VariableMark> variables, const ViewOptions& options) {
    return makeDiagram(graph, tree, EdgeIndex(graph, tree), variables, options);
}

Diagram makeDiagram(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, std::span<const VariableMark> variables, const ViewOptions& options) {
    return makeDiagram(graph, tree, index, Structure(graph, tree, index), variables, options);
}

Diagram makeDiagram(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, std::span<const VariableMark> variables,
                    const ViewOptions& options) {
    return DiagramBuilder(graph, tree, index, structure, variables, options, nullptr).make();
}

Diagram makeDiagram(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, std::span<const VariableMark> variables,
                    const ViewOptions& options, DiagramCache& cache) {
    return DiagramBuilder(graph, tree, index, structure, variables, options, &cache).make();
}

std::vector<std::string> unknownScopes(const ScopeTree& tree, const ViewOptions& options) {
    std::vector<std::string> unknown;
    for (const std::string& name : options.open.opened)
        if (!isScopeName(tree, name) && !isSeriesName(tree, name)) unknown.push_back(name);
    if (!isScopeName(tree, options.focus)) unknown.push_back(options.focus);  // a series has no inside of its own
    return unknown;
}

std::string toText(const Diagram& diagram) {
    std::vector<std::vector<std::uint32_t>> inside(diagram.boxes.size() + 1);
    for (std::uint32_t i = 0; i < diagram.boxes.size(); ++i) {
        const BoxId parent = diagram.boxes[i].parent;
        inside[parent.isValid() ? parent.value + 1 : 0].push_back(i);
    }
    std::string out;
    printInside(out, diagram, inside, 0);
    for (const Edge& edge : diagram.edges) {
        out += fmt::format("{} {} -> {}", edge.kind == EdgeKind::Data ? "data" : "control", diagram.box(edge.source).fullName,
                           diagram.box(edge.target).fullName);
        out += edge.label.empty() ? "\n" : " | " + edge.label + "\n";
    }
    for (const Stub& stub : diagram.stubs) {
        const bool isSource = stub.side == Stub::Side::Source;
        out += fmt::format("stub {} {} {}\n", diagram.box(stub.at).fullName, isSource ? "<-" : "->", stub.of.isValid() ? diagram.box(stub.of).fullName : stub.label);
    }
    return out;
}

}  // namespace namescape
