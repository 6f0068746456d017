// What the functions of the `tf` module share: the interpreter, the graphs, the Python types of TensorFlow's objects.
#pragma once

#include "graph/graph.h"
#include "script/interpreter.h"
#include "script/native.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

struct ConvertOptions;
class SyntaxTree;
class Trace;
class Variable;
class PartitionedVariable;
class VariableScope;

// The Python types; each is made by the register function of its file. Payloads are given in brackets.
struct ApiTypes {
    TypeObject* contextManager = nullptr;       // what tf.device and its like return
    TypeObject* graph = nullptr;                // [GraphPointer]
    TypeObject* versionDef = nullptr;           // VersionDef, as graph_def_versions gives it
    TypeObject* nodeDef = nullptr;              // NodeDef, as op.node_def gives it
    TypeObject* graphDef = nullptr;             // GraphDef, as as_graph_def() gives it
    TypeObject* tensor = nullptr;               // [Tensor]
    TypeObject* operation = nullptr;            // [Operation]
    TypeObject* dataType = nullptr;             // [DataType]
    TypeObject* tensorShape = nullptr;          // [Shape]
    TypeObject* dimension = nullptr;            // [Dimension]
    TypeObject* deviceSpec = nullptr;           // [DeviceSpec]
    TypeObject* indexedSlices = nullptr;        // [IndexedSlices]
    TypeObject* variable = nullptr;             // tf.Variable: base of the two below
    TypeObject* referenceVariable = nullptr;    // [VariablePointer]
    TypeObject* resourceVariable = nullptr;     // [VariablePointer]
    TypeObject* unreadVariable = nullptr;       // [VariablePointer]
    TypeObject* partitionedVariable = nullptr;  // [std::shared_ptr<PartitionedVariable>]
    TypeObject* variableScope = nullptr;        // [VariableScopePointer]
    TypeObject* partitionInfo = nullptr;        // [PartitionInfo]
    TypeObject* synchronization = nullptr;      // [Synchronization]
    TypeObject* aggregation = nullptr;          // [Aggregation]
    TypeObject* unknown = nullptr;              // what is not known here
};

using GraphPointer = std::shared_ptr<Graph>;

// A size of a TensorShape: Shape::kUnknownSize is Dimension(None).
struct Dimension {
    std::int64_t size = Shape::kUnknownSize;
};

// One program's TensorFlow. Lives as long as the interpreter whose `tf` it is.
class Api {
public:
    explicit Api(Interpreter& interpreter, std::size_t operationLimit);
    ~Api();
    Api(const Api&) = delete;
    Api& operator=(const Api&) = delete;

    Interpreter& interpreter() const { return m_interpreter; }
    ModuleObject& tf() const { return *m_tf; }
    // A module inside `tf`, made when it is new: "nn", "compat.v1"; `tf` itself for "".
    ModuleObject& module(std::string_view path);

    ApiTypes types;
    Value autoReuse;       // tf.AUTO_REUSE
    std::string fileName;  // of the program, for stack traces
    const SyntaxTree* program = nullptr;
    std::map<std::string, Value> libraryModules;  // what of the library is loaded, by file
    std::map<std::string, Value> namedTupleTypes;  // Python types of what operations with several outputs give, by name

    // What convertToTensor asks first: variables and the like give a tensor; nothing for values that are none of them.
    std::function<std::optional<Tensor>(const Value& value, const ConvertOptions& options)> convertVariable;

    // --- Graphs. All of them live as long as this.

    const GraphPointer& defaultGraphPointer() const;
    Graph& defaultGraph() const { return *defaultGraphPointer(); }
    // The one outside of all blocks; null before anybody asked for a default graph.
    const GraphPointer& globalGraph() const { return m_globalGraph; }
    GraphPointer makeGraph();
    // The graph's own pointer.
    GraphPointer pointerTo(const Graph& graph) const;
    const std::vector<GraphPointer>& graphs() const { return m_graphs; }
    std::vector<GraphPointer>& graphStack() { return m_graphStack; }
    // tf.reset_default_graph(). Throws AssertionError while another graph is the default.
    void resetDefaultGraph();

    // What tf.enable_resource_variables() and tf.disable_resource_variables() switch.
    void setResourceVariables(bool enabled);
    bool resourceVariables() const { return m_resourceVariables; }

    // --- Python values for TensorFlow's objects. The same object again for the same thing, where Python has one.

    Value wrap(Tensor tensor);
    Value wrap(Operation operation);
    Value wrap(DataType type);
    Value wrap(const Shape& shape);
    Value wrap(Dimension dimension);
    Value wrap(const std::shared_ptr<Variable>& variable);
    Value wrap(const std::shared_ptr<PartitionedVariable>& variable);
    Value wrap(const GraphPointer& graph);
    Value wrap(const CollectionItemPointer& item);
    Value wrap(const std::shared_ptr<VariableScope>& scope);
    // A Python value as something that a graph can keep: a variable or tensor as itself.
    CollectionItemPointer item(const Value& value);

    // --- What the running program is doing

    Trace& trace() { return *m_trace; }
    // Stamps what is made from here on with the place that the program is at.
    void markOrigin(Graph& graph) { graph.setCurrentOrigin(m_interpreter.currentOrigin()); }

private:
    void registerAll();
    std::optional<Value> missing(const std::string& path, std::string_view name);
    void knowMissing(ModuleObject& module, const std::string& path);
    Value importable(std::string_view name);

    Interpreter& m_interpreter;
    std::size_t m_operationLimit;
    Ref<ModuleObject> m_tf;
    std::vector<GraphPointer> m_graphs;
    std::vector<GraphPointer> m_graphStack;
    GraphPointer m_globalGraph;
    bool m_resourceVariables = false;
    std::unique_ptr<Trace> m_trace;
};

// A Python value kept in a collection.
class ScriptItem : public CollectionItem {
public:
    ScriptItem(Interpreter& interpreter, Value held) : value(std::move(held)), m_interpreter(interpreter) {}
    std::optional<std::string> itemName() const override;

    const Value value;

private:
    Interpreter& m_interpreter;
};

}  // namespace namescape
