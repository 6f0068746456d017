// What is visible of a graph now: boxes, the edges lifted to them, their texts and sizes. Layout, exports and canvas all read it.
#pragma once

#include "diagram/boxes_of_nodes.h"
#include "diagram/edge_index.h"
#include "diagram/scope_tree.h"
#include "diagram/structure.h"
#include "diagram/view_options.h"

#include <compare>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

class Graph;

// An edge of a diagram, by number.
struct EdgeId {
    std::uint32_t value = UINT32_MAX;
    bool isValid() const { return value != UINT32_MAX; }
    auto operator<=>(const EdgeId&) const = default;
};

enum class BoxKind : std::uint8_t {
    Scope,           // names below it, and no operation of its own
    Operation,
    Constant,
    Placeholder,
    Variable,
    SharedVariable,  // a variable that was asked for more than once
    Control,         // an operation without data inputs and outputs: NoOp and the like
    Series,          // several siblings that are alike: `layer_1 … layer_40`
};

// In points.
struct Size {
    double width = 0;
    double height = 0;
    bool operator==(const Size&) const = default;
};

// A leaf box, or, where isOpen, the frame around its children.
struct Box {
    NodeId node;                // of a series, its first member
    OperationId operation;      // the one that it stands for; invalid for a scope without one, and for a series
    BoxKind kind = BoxKind::Operation;
    bool isOpen = false;        // a frame
    bool canOpen = false;       // has names below it (and is not the operation's own box inside the open frame of the same name), or is a series
    bool isAuxiliary = false;   // stands beside the flow: where it is used and what it uses, stubs say so
    std::uint32_t depth = 0;    // 0: directly in the picture
    BoxId parent;               // the frame around it; invalid at the outermost level
    std::string_view fullName;  // valid as long as the graph, or, of a series (`net/layer_1 … layer_40`), as the diagram
    std::string label;          // the local name, shortened in its middle where it is long
    std::string sublabel;       // operation type, shape, value, or number of operations; may be empty
    std::string badge;          // "×3" on a variable that was asked for three times, and on a series of three; else empty
    std::uint32_t operationCount = 0;  // that it stands for, all below it included
    std::uint32_t requestCount = 0;    // variables: how often it was asked for; 0 where that is not known
    std::uint32_t hiddenControlEdges = 0;  // of its control edges, those left out because they are too many
    std::uint32_t memberCount = 0;     // of a series; else 0
    std::uint32_t structure = 0;       // boxes with the same number have the same inside; 0 where no other in the graph is like it
    std::uint32_t alikeCount = 0;      // how many others in the graph have the same inside; of a series, the same as each member
    std::uint32_t towers = 0;           // siblings with the same number are towers, to be set side by side; 0: none
    Size size;                  // of a leaf; of a frame, the least that its title needs

    bool operator==(const Box&) const = default;
};

// All that flows from what one box stands for to what another stands for.
struct Edge {
    BoxId source;               // both are leaves
    BoxId target;
    EdgeKind kind = EdgeKind::Data;
    std::uint32_t firstConnection = 0;  // into Diagram::connections
    std::uint32_t listedCount = 0;      // how many stand there: the first ones, where there are many
    std::uint32_t connectionCount = 0;
    std::uint32_t tensorCount = 0;      // distinct tensors; 0 for control edges
    std::string label;          // "(2, ?)" where it is one tensor of known shape, "3 tensors" where it is several

    bool operator==(const Edge&) const = default;
};

// A small label beside a leaf that stands for an edge to or from what was taken out of the flow.
struct Stub {
    enum class Side : std::uint8_t { Source, User };  // what the stub stands for is a source, or a user, of the leaf

    BoxId at;                   // the leaf
    BoxId of;                   // what it stands for; invalid where it stands for the rest of them
    Side side = Side::Source;
    std::uint32_t edge = 0;     // into Diagram::stubEdges; of the rest, the first
    std::uint32_t count = 1;    // of edges that it stands for
    std::string label;          // the name, or "+7" of the rest
    Size size;

    bool operator==(const Stub&) const = default;
};

// One input of one operation.
struct Connection {
    TensorId from;              // of a control input, output is 0
    OperationId to;
    bool operator==(const Connection&) const = default;
};

// What the diagram is told of a variable, over what the graph says.
struct VariableMark {
    OperationId operation;
    std::uint32_t requestCount = 1;
    bool operator==(const VariableMark&) const = default;
};

// Names that the graph does not have: those of series. They stay where they are when the diagram is copied.
struct OwnNames {
    std::shared_ptr<const std::deque<std::string>> names;
    bool operator==(const OwnNames&) const { return true; }
};

// A value. Boxes are numbered such that a frame comes before what it contains, and children of one frame follow one another.
struct Diagram {
    std::vector<Box> boxes;
    std::vector<Edge> edges;              // in the order of their targets' first use of them
    std::vector<Connection> connections;
    std::vector<Stub> stubs;              // those beside one leaf follow one another: its sources, then its users
    std::vector<Edge> stubEdges;          // that are not drawn, but told by stubs
    BoxesOfNodes boxesOfNodes;
    OwnNames ownNames;
    NodeId focus;                         // the scope whose inside is shown
    std::string_view focusName;           // its full name; valid as long as the graph
    FlowDirection direction = FlowDirection::TopToBottom;
    std::uint32_t hiddenControlEdgeCount = 0;

    const Box& box(BoxId id) const { return boxes[id.value]; }
    const Edge& edge(EdgeId id) const { return edges[id.value]; }
    // In the order of their users; at least one, at most a few dozen.
    std::span<const Connection> connectionsOf(const Edge& edge) const {
        return std::span(connections).subspan(edge.firstConnection, edge.listedCount);
    }
    // The box that shows a node now: its leaf, its frame where it has no leaf, or the closed scope or series that it is hidden in.
    // Invalid outside the focus.
    BoxId visibleBox(NodeId node) const;
    // The leaf that stands for a node; invalid outside the focus and for frames without an operation.
    BoxId leafOf(NodeId node) const { return boxesOfNodes.leaf(node); }
    // The open frame of a node; invalid where there is none.
    BoxId frameOf(NodeId node) const { return boxesOfNodes.frame(node); }
    // The box, closed or open, of the series with that name; invalid where none is shown.
    BoxId seriesNamed(std::string_view fullName) const;

    bool operator==(const Diagram&) const = default;
};

// Never fails. Costs what is visible: the boxes, the siblings that series stand for, and the connections at open scopes. The tree must outlive the diagram.
Diagram makeDiagram(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, std::span<const VariableMark> variables,
                    const ViewOptions& options);
// The same with an index, and a structure, that are made for it alone.
Diagram makeDiagram(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, std::span<const VariableMark> variables, const ViewOptions& options);
Diagram makeDiagram(const Graph& graph, const ScopeTree& tree, std::span<const VariableMark> variables, const ViewOptions& options);

// Scopes that the options name (to be open, or to look at) and that the tree does not have.
std::vector<std::string> unknownScopes(const ScopeTree& tree, const ViewOptions& options);

// A line per box (indented by depth) and edge, for tests.
std::string toText(const Diagram& diagram);

}  // namespace namescape
