#include "api/graph_def.h"

#include "api/convert.h"
#include "graph/graph_scopes.h"
#include "ops/node_text.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
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

// As input maps name their tensors: "a:0".
std::string tensorName(const Reference& reference) {
    return reference.name + ':' + std::to_string(reference.output);
}

// Puts the nodes of a GraphDef into a graph below a prefix.
class Import {
public:
    Import(Graph& graph, std::string prefix, std::map<std::string, Tensor> replaced) : m_graph(graph), m_prefix(std::move(prefix)), m_replaced(std::move(replaced)) {}

    // In the order of TensorFlow 1.15's core/graph/graph_constructor.cc: the first node whose inputs are all there comes next.
    // A loop's Merge waits for one of its inputs only.
    void run(Interpreter& in, const GraphDef& definition) {
        const NameScope root(m_graph, "");
        indexNodes(in, definition);
        std::size_t done = 0;
        for (; !m_ready.empty(); ++done) {
            const std::size_t node = *m_ready.begin();
            m_ready.erase(m_ready.begin());
            add(definition, node);
            for (const std::size_t user : m_users[node])
                if (--m_pending[user] == 0) m_ready.insert(user);
        }
        if (done < definition.nodes.size()) throw in.valueError(std::to_string(definition.nodes.size() - done) + " nodes in a cycle");
        for (const BackEdge& edge : m_backEdges) m_graph.setInput(edge.merge, edge.input, inputOf(edge.from));
    }

    Operation operation(const std::string& name) const { return m_made.at(name); }

private:
    // An input of a loop's Merge that is made after it.
    struct BackEdge {
        OperationId merge;
        std::size_t input;
        std::string from;
    };

    static std::string nodeNameOf(const std::string& input) { return input.starts_with('^') ? input.substr(1) : parseReference(input).name; }

    bool isReplaced(const std::string& input) const { return m_replaced.contains(tensorName(parseReference(input))); }

    void indexNodes(Interpreter& in, const GraphDef& definition) {
        std::unordered_map<std::string_view, std::size_t> indexOf;
        for (std::size_t node = 0; node < definition.nodes.size(); ++node) {
            indexOf.emplace(definition.nodes[node].name, node);
            m_firstShape.push_back(node == 0 ? 0 : m_firstShape.back() + definition.nodes[node - 1].outputs.size());
        }
        m_users.resize(definition.nodes.size());
        m_pending.resize(definition.nodes.size());
        for (std::size_t node = 0; node < definition.nodes.size(); ++node) {
            const NodeDef& each = definition.nodes[node];
            for (std::size_t place = 0; place < each.inputs.size(); ++place) {
                const std::string& input = each.inputs[place];
                if (isReplaced(input)) continue;
                const auto source = indexOf.find(nodeNameOf(input));
                if (source == indexOf.end()) throw in.valueError("Node '" + each.name + "': Unknown input node '" + input + "'");
                if (each.type == "Merge" && place > 0 && definition.nodes[source->second].type == "NextIteration") continue;
                m_users[source->second].push_back(node);
                ++m_pending[node];
            }
            if (m_pending[node] == 0) m_ready.insert(node);
        }
    }

    void add(const GraphDef& definition, std::size_t index) {
        const NodeDef& node = definition.nodes[index];
        std::vector<TensorId> inputs;
        std::vector<OperationId> controls;
        std::vector<std::size_t> missing;
        for (const std::string& input : node.inputs) {
            if (input.starts_with('^')) {
                controls.push_back(m_made.at(input.substr(1)).id());
                continue;
            }
            const bool isThere = isReplaced(input) || m_made.contains(parseReference(input).name);
            if (!isThere) missing.push_back(inputs.size());
            inputs.push_back(isThere ? inputOf(input) : TensorId());
        }
        // Until it is made, the loop's first value stands for it.
        for (const std::size_t input : missing) inputs[input] = inputs.front();
        addNode(definition, index, inputs, controls);
        for (const std::size_t input : missing) m_backEdges.push_back({m_made.at(node.name).id(), input, node.inputs[input]});
    }

    void addNode(const GraphDef& definition, std::size_t index, const std::vector<TensorId>& inputs, const std::vector<OperationId>& controls) {
        const NodeDef& node = definition.nodes[index];
        const std::size_t firstShape = m_firstShape[index];
        std::vector<OutputSpec> outputs = node.outputs;
        for (std::size_t output = 0; output < outputs.size(); ++output) outputs[output].shape = m_graph.intern(definition.shapes[firstShape + output]);
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
        const auto replaced = m_replaced.find(tensorName(reference));
        if (replaced != m_replaced.end()) return replaced->second.id();
        return {m_made.at(reference.name).id(), reference.output};
    }

    Graph& m_graph;
    std::string m_prefix;
    std::map<std::string, Tensor> m_replaced;
    std::unordered_map<std::string, Operation> m_made;
    std::vector<std::size_t> m_firstShape;           // by node: into GraphDef::shapes
    std::vector<std::vector<std::size_t>> m_users;   // by node
    std::vector<std::size_t> m_pending;              // by node: how many of its inputs are not there yet
    std::set<std::size_t> m_ready;
    std::vector<BackEdge> m_backEdges;
};

std::map<std::string, Tensor> inputMap(Api& api, const Value& given) {
    std::map<std::string, Tensor> map;
    const auto* dict = given.as<DictObject>();
    if (!dict) return map;
    for (const auto& entry : dict->table.entries()) {
        if (entry.value.isUnset()) continue;
        const Reference reference = parseReference(api.interpreter().str(entry.key));
        map[tensorName(reference)] = convertToTensor(api, entry.value);
    }
    return map;
}

// Before anything is made: a graph is as it was where TensorFlow refuses.
void requireReturnElements(Interpreter& in, const GraphDef& definition, const Value& elements) {
    if (elements.isNone()) return;
    in.forEach(elements, [&](const Value& element) {
        const std::string text = in.str(element);
        const Reference reference = parseReference(text);
        const bool isTensor = text.find(':') != std::string::npos;
        const auto node = std::ranges::find(definition.nodes, isTensor ? reference.name : text, &NodeDef::name);
        if (node == definition.nodes.end()) throw in.valueError("Requested return " + std::string(isTensor ? "tensor" : "node") + " '" + text + "' not found in graph def");
        if (!isTensor || reference.output < node->outputs.size()) return;
        throw in.valueError("Invalid return output " + std::to_string(reference.output) + " of node '" + reference.name + "', which has " + std::to_string(node->outputs.size()) + " output(s)");
    });
}

Value returned(Api& api, const Import& import, const Value& elements) {
    Interpreter& in = api.interpreter();
    if (elements.isNone()) return {};
    std::vector<Value> values;
    in.forEach(elements, [&](const Value& element) {
        const std::string text = in.str(element);
        const Reference reference = parseReference(text);
        const Operation operation = import.operation(reference.name);
        values.push_back(text.find(':') == std::string::npos ? api.wrap(operation) : api.wrap(operation.output(reference.output)));
    });
    return in.list(values);
}

Value importGraphDef(Api& api, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    const GraphDefPointer* definition = a[0].as<GraphDefPointer>();
    if (!definition) throw in.typeError("graph_def must be a GraphDef proto.");
    requireReturnElements(in, **definition, a[2]);
    Graph& graph = api.defaultGraph();
    api.markOrigin(graph);
    const NameScope scope(graph, a[3].isNone() ? "import" : in.str(a[3]));
    const std::string prefix = scope.path().empty() ? std::string() : scope.path().substr(0, scope.path().size() - 1);
    Import import(graph, prefix, inputMap(api, a[1]));
    import.run(in, **definition);
    return returned(api, import, a[2]);
}

template <typename Get>
void addNodeProperty(NativeClass& type, std::string_view name, Get get) {
    type.property(name, [get](Interpreter& in, const Value& self) -> Value {
        const auto& handle = payloadOf<NodeDefHandle>(in, self);
        return get(in, handle.graph->nodes[handle.index]);
    });
}

// An operation alone, outside of its graph's definition, holds one of its own.
NodeDefHandle handleOf(const GraphPointer& graph, OperationId operation) {
    auto definition = std::make_shared<GraphDef>();
    definition->source = graph;
    definition->nodes.push_back(nodeOf(*graph, operation, definition->shapes));
    return {std::move(definition), 0};
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
    const auto text = [](Interpreter& in, std::span<Value> a) -> Value {
        const auto& handle = payloadOf<NodeDefHandle>(in, a[0]);
        const GraphDef& graph = *handle.graph;
        const auto source = graph.source->findOperation(graph.nodes[handle.index].name);
        return in.string(source ? nodeText(graph.source->operation(*source)) : std::string());
    };
    node.method("__str__(self)", text).method("__repr__(self)", text);
    return node.type();
}

// VersionDef: what graphs are made for.
struct VersionDef {};

TypeObject& registerVersionType(Api& api) {
    NativeClass version(api.interpreter(), "tensorflow.core.framework.versions_pb2", "VersionDef");
    const auto text = [](Interpreter& in, std::span<Value>) -> Value { return in.string("producer: " + std::to_string(kGraphDefProducer) + "\n"); };
    version.property("producer", [](Interpreter&, const Value&) -> Value { return std::int64_t{kGraphDefProducer}; })
        .property("min_consumer", [](Interpreter&, const Value&) -> Value { return std::int64_t{0}; })
        .method("__str__(self)", text)
        .method("__repr__(self)", text);
    return version.type();
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
    if (definition.source) text += "versions {\n  producer: " + std::to_string(kGraphDefProducer) + "\n}\n";
    return text;
}

}  // namespace

void registerGraphDefs(Api& api) {
    TypeObject& nodeType = registerNodeType(api);
    api.types.versionDef = &registerVersionType(api);
    NativeClass type(api.interpreter(), "tensorflow.core.framework.graph_pb2", "GraphDef");
    type.property("versions", [&api](Interpreter&, const Value&) { return versionsValue(api); });
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
    api.types.nodeDef = &nodeType;
    NativeModule tf(api.interpreter(), api.tf());
    tf.set("GraphDef", &type.type());
    tf.function("import_graph_def(graph_def, input_map=None, return_elements=None, name=None, op_dict=None, producer_op_list=None)",
                [&api](Interpreter&, std::span<Value> a) { return importGraphDef(api, a); });
}

Value versionsValue(Api& api) {
    return api.interpreter().wrap<VersionDef>(*api.types.versionDef, VersionDef{});
}

Value nodeDefOf(Api& api, const Operation& operation) {
    return api.interpreter().wrap<NodeDefHandle>(*api.types.nodeDef, handleOf(api.pointerTo(operation.graph()), operation.id()));
}

Value graphDefOf(Api& api, const GraphPointer& graph) {
    auto definition = std::make_shared<GraphDef>();
    definition->source = graph;
    for (std::uint32_t id = 0; id < graph->operationCount(); ++id) definition->nodes.push_back(nodeOf(*graph, {id}, definition->shapes));
    return api.interpreter().wrap<GraphDefPointer>(*api.types.graphDef, GraphDefPointer(definition));
}

}  // namespace namescape
