// What graph any bytes describe is drawn, with the view that they ask for: nothing overlaps, and every edge has a way.
#include "fuzz/bytes.h"
#include "graph/graph.h"
#include "io/svg_writer.h"
#include "layout/layout.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace namescape;

constexpr std::size_t kMostOperations = 300;

const char* typeOf(std::size_t which) {
    constexpr const char* kTypes[]{"AddN", "Const", "Placeholder", "VariableV2", "NoOp", "SaveV2", "ScalarSummary", "ApplyAdam"};
    return kTypes[which % std::size(kTypes)];
}

// Scopes are few, so that names and structures repeat; an operation's name may be that of a scope.
std::string nameOf(Bytes& bytes, std::size_t number) {
    constexpr const char* kScopes[]{"", "a/", "a/b/", "gradients/", "layer_1/", "layer_2/", "layer_3/x/", "save/"};
    std::string name = kScopes[bytes.below(std::size(kScopes))];
    return name + (bytes.below(4) == 0 ? "s" + std::to_string(number) + "/op/" : "op_" + std::to_string(number) + "/");
}

std::unique_ptr<const Graph> graphOf(Bytes& bytes) {
    auto graph = std::make_unique<Graph>();
    std::vector<OperationId> made;
    while (!bytes.isEmpty() && made.size() < kMostOperations) {
        const std::string type = typeOf(bytes.take()), name = nameOf(bytes, made.size());
        std::vector<TensorId> inputs;
        std::vector<OperationId> controls;
        for (std::size_t count = bytes.below(4); count > 0 && !made.empty(); --count) {
            const OperationId from = made[bytes.take() * 7 % made.size()];
            if (graph->outputCount(from) > 0) inputs.push_back({from, 0});
            else controls.push_back(from);
        }
        const std::vector<OutputSpec> outputs(type == "NoOp" || type == "SaveV2" ? 0 : 1, OutputSpec{DataType::Float32, graph->intern(Shape::unknown())});
        const OperationId id = graph->addOperation({type, name, inputs, outputs, {}}).id();
        if (!controls.empty()) graph->setControlInputs(id, controls);
        made.push_back(id);
        // Back edges make cycles.
        const OperationId other = made[bytes.below(made.size())];
        if (bytes.below(8) == 0 && graph->outputCount(id) > 0 && !graph->inputs(other).empty()) graph->setInput(other, 0, {id, 0});
    }
    return graph;
}

ViewOptions viewOf(Bytes& bytes) {
    constexpr const char* kOpen[]{"all", "none", "1", "a,layer_2"};
    ViewOptions options;
    if (const std::size_t which = bytes.below(5); which < std::size(kOpen)) options.open = *OpenScopes::fromText(kOpen[which]);
    if (bytes.below(4) == 0) options.direction = FlowDirection::LeftToRight;
    options.controlEdges = static_cast<ControlEdges>(bytes.below(3));
    options.hasStubs = bytes.below(4) != 0;
    options.foldsSeries = bytes.below(4) != 0;
    if (bytes.below(2) == 0) options.besideFlow = {"a", "a/b", "op_3", "layer_1/op_7", "op_12", "gradients"};
    if (bytes.below(8) == 0) options.focus = "a";
    return options;
}

void check(const Diagram& diagram, const Drawing& drawing) {
    require(drawing.boxes.size() == diagram.boxes.size() && drawing.edges.size() == diagram.edges.size() && drawing.stubs.size() == diagram.stubs.size());
    for (std::size_t a = 0; a < diagram.boxes.size(); ++a) {
        require(drawing.bounds.contains(drawing.boxes[a]));
        const BoxId frame = diagram.boxes[a].parent;
        require(!frame.isValid() || drawing.rect(frame).contains(drawing.boxes[a]));
        for (std::size_t b = 0; b < a; ++b) require(diagram.boxes[b].parent != frame || !drawing.boxes[a].overlaps(drawing.boxes[b]));
    }
    for (std::size_t i = 0; i < diagram.stubs.size(); ++i)
        for (std::size_t b = 0; b < diagram.boxes.size(); ++b) require(diagram.boxes[b].isOpen || !drawing.stubs[i].rect.overlaps(drawing.boxes[b]));
    for (const DrawnEdge& edge : drawing.edges) require(edge.pointCount >= 4 && edge.pointCount % 3 == 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes bytes({data, size});
    const ViewOptions options = viewOf(bytes);
    const auto graph = graphOf(bytes);
    const ScopeTree tree(*graph);
    static LayoutCache cache;  // layouts that are reused are part of what is tried
    const Diagram diagram = makeDiagram(*graph, tree, {}, options);
    const Drawing drawing = layOut(diagram, cache);
    check(diagram, drawing);
    (void)writeSvg(diagram, drawing, *graph, ThemeName::Light);
    return 0;
}
