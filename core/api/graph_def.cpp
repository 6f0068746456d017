#include "api/graph_def.h"

#include "api/convert.h"
#include "graph/graph_scopes.h"
#include "ops/node_text.h"

#include <charconv>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace namescape {

namespace {

// One node of a GraphDef. Inputs are written as in the file: "a", "a:1", "^a".
struct NodeDef {
    std::string name;
    std::string type;
    std::string device;
    std::vector<std::string> inputs;
    std::vector<OutputSpec> outputs;  // shapes of the pool of GraphDef::shapes
    std::vector<Attribute> attributes;
    std::vector<std::string> colocation;
};

struct GraphDef {
    std::vector<NodeDef> nodes;
    std::vector<Shape> shapes;  // by output, in order
    GraphPointer source;        // the graph that it was taken from
};

using GraphDefPointer = std::shared_ptr<const GraphDef>;

struct NodeDefHandle {
    GraphDefPointer graph;
    std::size_t index;
};

NodeDef nodeOf(Graph& graph, OperationId id, std::vector<Shape>& shapes) {
    NodeDef node;
    node.name = graph.operationName(id);
    node.type = graph.operationType(id);
    node.device = graph.device(id);
    for (const TensorId input : graph.inputs(id)) {
        std::string text(graph.operationName(input.operation));
        if (input.output != 0) text += ':' + std::to_string(input.output);
        node.inputs.push_back(std::move(text));
    }
    for (const OperationId control : graph.controlInputs(id)) node.inputs.push_back('^' + std::string(graph.operationName(control)));
    for (std::uint32_t output = 0; output < graph.outputCount(id); ++output) {
        node.outputs.push_back({graph.outputType({id, output}), {}});
        shapes.push_back(graph.outputShape({id, output}));
    }
    node.attributes.assign(graph.attributes(id).begin(), graph.attributes(id).end());
    node.colocation = graph.colocation(id);
    return node;
}

struct Reference {
    std::string name;
    std::uint32_t output = 0;
};

Reference parseReference(std::string_view text) {
    const auto colon = text.rfind(':');
    Reference reference{std::string(text.substr(0, colon)), 0};
    if (colon != std::string_view::npos) std::from_chars(text.data() + colon + 1, text.data() + text.size(), reference.output);
    return reference;
}

// Puts the nodes of a GraphDef into a graph below a prefix.
class Import {
public:
    Import(Graph& graph, std::string prefix, std::map<std::string, Tensor> replaced) : m_graph(graph), m_prefix(std::move(prefix)), m_replaced(std::move(replaced)) {}

    void run(const GraphDef& definition) {
        const NameScope root(m_graph, "");
        std::size_t firstShape = 0;
        for (const NodeDef& node : definition.nodes) {
            add(node, definition, firstShape);
            firstShape += node.outputs.size();
        }
    }

    std::optional<Operation> operation(const std::string& name) const {
        const auto found = m_made.find(name);
        return found == m_made.end() ? std::nullopt : std::optional(found->second);
    }

private:
    void add(const NodeDef& node, const GraphDef& definition, std::size_t firstShape) {
        std::vector<TensorId> inputs;
        std::vector<OperationId> controls;
        for (const std::string& input : node.inputs) {
            if (input.starts_with('^')) controls.push_back(m_made.at(input.substr(1)).id());
            else inputs.push_back(inputOf(input));
        }
        std::vector<OutputSpec> outputs = node.outputs;
        for (std::size_t index = 0; index < outputs.size(); ++index) outputs[index].shape = m_graph.intern(definition.shapes[firstShape + index]);
        const std::string name = m_prefix.empty() ? node.name : m_prefix + '/' + node.name;
        std::vector<std::string> groups = node.colocation;
        for (std::string& group : groups)
            if (group.starts_with("loc:@") && !m_prefix.empty()) group.insert(5, m_prefix + '/');
        const Operation made = m_graph.addOperation({node.type, name, inputs, outputs, node.attributes, std::move(groups)});
        if (!controls.empty()) m_graph.setControlInputs(made.id(), controls);
        if (!node.device.empty()) m_graph.setDevice(made.id(), node.device);
        m_made.emplace(node.name, made);
    }

    TensorId inputOf(const std::string& text) const {
        const Reference reference = parseReference(text);
        const auto replaced = m_replaced.find(reference.name + ':' + std::to_string(reference.output));
        if (replaced != m_replaced.end()) return replaced->second.id();
        return {m_made.at(reference.name).id(), reference.output};
    }

    Graph& m_graph;
    std::string m_prefix;
    std::map<std::string, Tensor> m_replaced;
    std::unordered_map<std::string, Operation> m_made;
};

std::map<std::string, Tensor> inputMap(Api& api, const Value& given) {
    std::map<std::string, Tensor> map;
    const auto* dict = given.as<DictObject>();
    if (!dict) return map;
    for (const auto& entry : dict->table.entries()) {
        if (entry.value.isUnset()) continue;
        const Reference reference = parseReference(api.interpreter().str(entry.key));
        map[reference.name + ':' + std::to_string(reference.output)] = convertToTensor(api, entry.value);
    }
    return map;
}

Value returned(Api& api, const Import& import, const Value& elements) {
    Interpreter& in = api.interpreter();
    if (elements.isNone()) return {};
    std::vector<Value> values;
    in.forEach(elements, [&](const Value& element) {
        const std::string text = in.str(element);
        const Reference reference = parseReference(text);
        const auto operation = import.operation(reference.name);
        if (!operation) throw in.valueError("Requested return_element '" + text + "' not found in graph_def.");
        const bool isTensor = text.find(':') != std::string::npos;
        if (isTensor && reference.output >= operation->outputCount()) throw in.valueError("Requested return_element '" + text + "' not found in graph_def.");
        values.push_back(isTensor ? api.wrap(operation->output(reference.output)) : api.wrap(*operation));
    });
    return in.list(values);
}

Value importGraphDef(Api& api, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    const GraphDefPointer* definition = a[0].as<GraphDefPointer>();
    if (!definition) throw in.typeError("graph_def must be a GraphDef proto.");
    Graph& graph = api.defaultGraph();
    const NameScope scope(graph, a[3].isNone() ? "import" : in.str(a[3]));
    const std::string prefix = scope.path().empty() ? std::string() : scope.path().substr(0, scope.path().size() - 1);
    Import import(graph, prefix, inputMap(api, a[1]));
    import.run(**definition);
    return returned(api, import, a[2]);
}

template <typename Get>
void addNodeProperty(NativeClass& type, std::string_view name, Get get) {
    type.property(name, [get](Interpreter& in, const Value& self) -> Value {
        const auto& handle = payloadOf<NodeDefHandle>(in, self);
        return get(in, handle.graph->nodes[handle.index]);
    });
}

TypeObject& registerNodeType(Api& api) {
    NativeClass node(api.interpreter(), "tensorflow.core.framework.node_def_pb2", "NodeDef");
    addNodeProperty(node, "name", [](Interpreter& in, const NodeDef& of) -> Value { return in.string(of.name); });
    addNodeProperty(node, "op", [](Interpreter& in, const NodeDef& of) -> Value { return in.string(of.type); });
    addNodeProperty(node, "device", [](Interpreter& in, const NodeDef& of) -> Value { return in.string(of.device); });
    addNodeProperty(node, "input", [](Interpreter& in, const NodeDef& of) -> Value {
        std::vector<Value> inputs;
        for (const auto& input : of.inputs) inputs.push_back(in.string(input));
        return in.list(inputs);
    });
    return node.type();
}

// Protocol buffers' text form.
std::string graphText(const GraphDef& definition) {
    std::string text;
    for (std::uint32_t id = 0; id < definition.nodes.size(); ++id) {
        text += "node {\n  ";
        for (const char letter : nodeText(definition.source->operation({id}))) text += letter == '\n' ? std::string("\n  ") : std::string(1, letter);
        text.resize(text.size() - 2);
        text += "}\n";
    }
    if (definition.source) text += "versions {\n  producer: 134\n}\n";
    return text;
}

}  // namespace

void registerGraphDefs(Api& api) {
    TypeObject& nodeType = registerNodeType(api);
    NativeClass type(api.interpreter(), "tensorflow.core.framework.graph_pb2", "GraphDef");
    type.property("node", [&nodeType](Interpreter& in, const Value& self) -> Value {
        const auto& definition = payloadOf<GraphDefPointer>(in, self);
        std::vector<Value> nodes;
        for (std::size_t index = 0; index < definition->nodes.size(); ++index) nodes.push_back(in.wrap<NodeDefHandle>(nodeType, NodeDefHandle{definition, index}));
        return in.list(nodes);
    });
    type.method("__str__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return in.string(graphText(*payloadOf<GraphDefPointer>(in, a[0]))); });
    type.method("__repr__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return in.string(graphText(*payloadOf<GraphDefPointer>(in, a[0]))); });
    type.method("__init__(self)", [](Interpreter&, std::span<Value> a) -> Value {
        a[0].as<InstanceObject>()->emplace<GraphDefPointer>(std::make_shared<GraphDef>());
        return {};
    });
    api.types.graphDef = &type.type();
    NativeModule tf(api.interpreter(), api.tf());
    tf.set("GraphDef", &type.type());
    tf.function("import_graph_def(graph_def, input_map=None, return_elements=None, name=None, op_dict=None, producer_op_list=None)",
                [&api](Interpreter&, std::span<Value> a) { return importGraphDef(api, a); });
}

Value graphDefOf(Api& api, const GraphPointer& graph) {
    auto definition = std::make_shared<GraphDef>();
    definition->source = graph;
    for (std::uint32_t id = 0; id < graph->operationCount(); ++id) definition->nodes.push_back(nodeOf(*graph, {id}, definition->shapes));
    return api.interpreter().wrap<GraphDefPointer>(*api.types.graphDef, GraphDefPointer(definition));
}

}  // namespace namescape
