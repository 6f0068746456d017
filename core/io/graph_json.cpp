#include "io/graph_json.h"

#include "graph/graph.h"

namespace namescape {

namespace {

void writeInputs(JsonWriter& json, const Graph& graph, OperationId id) {
    json.key("inputs");
    json.beginArray();
    for (const TensorId input : graph.inputs(id)) {
        json.value(std::string(graph.operationName(input.operation)) + ":" + std::to_string(input.output));
    }
    json.endArray();
    json.key("control_inputs");
    json.beginArray();
    for (const OperationId input : graph.controlInputs(id)) json.value(graph.operationName(input));
    json.endArray();
}

void writeOutputs(JsonWriter& json, const Graph& graph, OperationId id) {
    const auto count = static_cast<std::uint32_t>(graph.outputCount(id));
    json.key("shape");
    json.beginArray();
    for (std::uint32_t i = 0; i < count; ++i) writeShape(json, graph.outputShape({id, i}));
    json.endArray();
    json.key("dtypes");
    json.beginArray();
    for (std::uint32_t i = 0; i < count; ++i) json.value(graph.outputType({id, i}).name());
    json.endArray();
}

void writeNode(JsonWriter& json, const Graph& graph, OperationId id) {
    json.beginObject();
    json.member("name", graph.operationName(id));
    json.member("op", graph.operationType(id));
    writeInputs(json, graph, id);
    json.member("device", graph.device(id));
    writeOutputs(json, graph, id);
    if (const auto& groups = graph.colocation(id); !groups.empty()) {
        json.key("colocation");
        json.beginArray();
        for (const std::string& group : groups) json.value(group);
        json.endArray();
    }
    json.endObject();
}

}  // namespace

void writeShape(JsonWriter& json, const Shape& shape) {
    if (!shape.hasRank()) return json.null();
    json.beginArray();
    for (const std::int64_t size : shape.sizes()) {
        if (size == Shape::kUnknownSize) json.null();
        else json.value(size);
    }
    json.endArray();
}

void writeNodes(JsonWriter& json, const Graph& graph) {
    json.beginArray();
    for (std::uint32_t i = 0; i < graph.definedOperationCount(); ++i) {
        json.line();
        writeNode(json, graph, {i});
    }
    json.endArray();
}

}  // namespace namescape
