#include "io/picture_text.h"

#include "graph/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace namescape {

namespace {

// A name may be of any length; nobody reads further.
constexpr std::size_t kLongestName = 2'000;
constexpr std::uint32_t kMostOutputs = 4;

std::string shortened(std::string_view name) {
    if (name.size() <= kLongestName) return std::string(name);
    return std::string(name.substr(0, kLongestName / 2)) + "…" + std::string(name.substr(name.size() - kLongestName / 2));
}

std::string tensorText(const Graph& graph, TensorId tensor) {
    const DataType type = graph.outputType(tensor);
    const Shape& shape = graph.outputShape(tensor);
    return (type.isValid() ? type.name() : "?") + " " + (shape.hasRank() ? shape.text() : "of unknown shape");
}

std::string outputsText(const Graph& graph, OperationId operation) {
    const auto count = static_cast<std::uint32_t>(graph.outputCount(operation));
    std::string text;
    for (std::uint32_t i = 0; i < count && i < kMostOutputs; ++i) text += (i ? ", " : "") + tensorText(graph, {operation, i});
    return count > kMostOutputs ? text + fmt::format(", … {} outputs", count) : text;
}

// What the first of an edge's tensors are, each kind once: ": float32 (2, ?), float32 (2,)".
std::string kindsOfTensors(const Edge& edge, const Diagram& diagram, const Graph& graph) {
    std::vector<std::string> kinds;
    for (const Connection& connection : diagram.connectionsOf(edge)) {
        if (connection.from.output >= graph.outputCount(connection.from.operation)) continue;
        std::string kind = tensorText(graph, connection.from);
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(std::move(kind));
    }
    const bool isCut = kinds.size() > kMostOutputs || edge.listedCount < edge.connectionCount;
    if (kinds.size() > kMostOutputs) kinds.resize(kMostOutputs);
    return kinds.empty() ? std::string() : fmt::format("\n{}{}", fmt::join(kinds, ", "), isCut ? ", …" : "");
}

std::string countText(std::uint32_t count, const char* noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

std::string describe(const Box& box, const Graph& graph) {
    std::string text = shortened(box.fullName);
    if (box.operation.isValid()) {
        text += fmt::format("\n{}", graph.operationType(box.operation));
        if (const std::string outputs = outputsText(graph, box.operation); !outputs.empty()) text += ": " + outputs;
    }
    if (box.memberCount > 0) text += fmt::format("\nseries of {}, folded together", box.memberCount);
    if (box.isAuxiliary) text += "\nbeside the flow: stubs stand for its edges";
    if (box.kind == BoxKind::Scope || box.operationCount > 1) {
        text += fmt::format("\n{}{}", box.kind == BoxKind::Scope ? "scope, " : "", countText(box.operationCount, "operation"));
    }
    if (box.requestCount > 1) text += fmt::format("\nshared: asked for {} times", box.requestCount);
    if (box.hiddenControlEdges > 0) text += fmt::format("\n{} not drawn", countText(box.hiddenControlEdges, "control edge"));
    return text;
}

std::string describe(const Edge& edge, const Diagram& diagram, const Graph& graph) {
    std::string text = shortened(diagram.box(edge.source).fullName) + " → " + shortened(diagram.box(edge.target).fullName);
    if (edge.kind == EdgeKind::Control) return text + ": control";
    if (edge.tensorCount > 1) return text + ": " + countText(edge.tensorCount, "tensor") + kindsOfTensors(edge, diagram, graph);
    const TensorId tensor = diagram.connectionsOf(edge).front().from;
    return tensor.output < graph.outputCount(tensor.operation) ? text + ": " + tensorText(graph, tensor) : text;
}

std::string describe(const Stub& stub, const Diagram& diagram, const Graph& graph) {
    if (stub.of.isValid()) return describe(diagram.stubEdges[stub.edge], diagram, graph);
    const bool isSource = stub.side == Stub::Side::Source;
    return shortened(diagram.box(stub.at).fullName) + (isSource ? ": from " : ": to ") + std::to_string(stub.count) + " more";
}

const char* kindName(const Box& box) {
    switch (box.kind) {
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

}  // namespace namescape
