#include "diagram/diagram.h"

#include "diagram/box_text.h"
#include "diagram/lifted_edges.h"
#include "diagram/open_nodes.h"
#include "graph/graph.h"

#include <fmt/format.h>

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
                   const ViewOptions& options)
        : m_graph(graph), m_tree(tree), m_index(index), m_structure(structure), m_options(options), m_focus(findFocus(tree, options.focus)),
          m_openNodes(tree, options.open, options, m_focus) {
        for (const VariableMark& mark : variables) m_requestCounts.emplace(mark.operation.value, mark.requestCount);
    }

    Diagram make() {
        m_diagram.focus = m_focus;
        m_diagram.focusName = m_tree.fullName(m_focus);
        m_diagram.direction = m_options.direction;
        addBoxes();
        mapNodes();
        liftEdges(m_diagram, m_graph, m_tree, m_index, m_options.controlEdges);
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
            if (box.isOpen) addInside(box.node, {i}, box.depth + 1);
        }
    }

    // The node's own operation comes first: it is a box of its own among its inner parts.
    void addInside(NodeId scope, BoxId frame, std::uint32_t depth) {
        if (m_tree.operation(scope).isValid()) addBox(scope, frame, depth, Form::OwnOperation);
        for (const NodeId child : m_tree.children(scope)) addBox(child, frame, depth, m_openNodes.isOpen(child) ? Form::Frame : Form::Leaf);
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
        box.structure = form == Form::OwnOperation ? 0 : m_structure.idOf(node);
        box.alikeCount = box.structure == 0 ? 0 : m_structure.countOf(box.structure) - 1;
        setKind(box);
        setTexts(box, m_graph, m_tree);
        m_diagram.boxes.push_back(std::move(box));
    }

    void setKind(Box& box) const {
        box.kind = box.operation.isValid() ? kindOf(m_graph, box.operation) : BoxKind::Scope;
        if (box.kind != BoxKind::Variable) return;
        const auto found = m_requestCounts.find(box.operation.value);
        box.requestCount = found == m_requestCounts.end() ? 0 : found->second;
        if (box.requestCount > 1) box.kind = BoxKind::SharedVariable;
    }

    void mapNodes() {
        m_diagram.boxesOfNodes = BoxesOfNodes(m_tree, m_focus);
        for (std::uint32_t i = 0; i < m_diagram.boxes.size(); ++i) {
            const Box& box = m_diagram.boxes[i];
            if (box.isOpen) m_diagram.boxesOfNodes.setFrame(box.node, {i});
            else m_diagram.boxesOfNodes.setLeaf(box.node, {i});
        }
    }

    const Graph& m_graph;
    const ScopeTree& m_tree;
    const EdgeIndex& m_index;
    const Structure& m_structure;
    const ViewOptions& m_options;
    const NodeId m_focus;
    const OpenNodes m_openNodes;
    std::unordered_map<std::uint32_t, std::uint32_t> m_requestCounts;
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

void addUnknown(std::vector<std::string>& unknown, const ScopeTree& tree, const std::string& name) {
    const auto found = tree.find(name);
    if (!found || !tree.isScope(*found)) unknown.push_back(name);
}

// A frame's children do not follow it at once: they are printed where they belong.
void printInside(std::string& out, const Diagram& diagram, const std::vector<std::vector<std::uint32_t>>& inside, std::uint32_t frame) {
    for (const std::uint32_t i : inside[frame]) {
        const Box& box = diagram.boxes[i];
        out.append(2 * box.depth, ' ').append(name(box.kind)).append(" ").append(box.fullName);
        if (box.isOpen) out += " open";
        if (!box.sublabel.empty()) out += " | " + box.sublabel;
        if (!box.badge.empty()) out += " | " + box.badge;
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
    return DiagramBuilder(graph, tree, index, structure, variables, options).make();
}

std::vector<std::string> unknownScopes(const ScopeTree& tree, const ViewOptions& options) {
    std::vector<std::string> unknown;
    for (const std::string& name : options.open.opened) addUnknown(unknown, tree, name);
    if (!options.focus.empty()) addUnknown(unknown, tree, options.focus);
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
    return out;
}

}  // namespace namescape
