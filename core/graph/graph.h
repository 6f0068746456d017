// A TensorFlow graph under construction: operations in order of creation, and the stacks that decide their names, devices,
// control inputs and colocation.
#pragma once

#include "graph/attribute_pool.h"
#include "graph/attribute_source.h"
#include "graph/collections.h"
#include "graph/control_dependencies.h"
#include "graph/control_flow_context.h"
#include "graph/device_stack.h"
#include "graph/names_in_use.h"
#include "graph/operation_index.h"
#include "graph/recent_names.h"
#include "graph/shape_pool.h"
#include "graph/string_pool.h"
#include "graph/tensorflow_error.h"
#include "support/growing_array.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace namescape {

struct OutputSpec {
    DataType type;
    ShapeId shape;
};

// All that is needed to add one operation.
struct OperationSpec {
    std::string_view type;
    std::string_view name;  // as asked for: uniquified below the current name scope, or exact when it ends in "/"
    std::span<const TensorId> inputs;
    std::span<const OutputSpec> outputs;
    std::vector<Attribute> attributes = {};  // only those that the inputs do not imply
    std::vector<std::string> colocation = {};  // groups ("loc:@name") it carries from the start
};

// Outputs in a graph's table that any number of loaded operations may share.
struct OutputListId {
    std::uint32_t begin = 0, count = 0;
};

// An operation as a file has it. Nothing is checked, made unique or inferred, and no stack is asked.
struct LoadedOperation {
    std::string_view name;  // kept as it is, whatever it is
    StringId type;
    StringId device;
    OutputListId outputs;
};

// Where in a program something was made; what the number means is known to whoever sets it. 0: unknown.
using OriginId = std::uint32_t;

// One time that a name scope was opened, into Graph::nameScopeOpening(); 0: the root, opened by nobody.
using OpeningId = std::uint32_t;

// Why a name scope was open when an operation was made: what blocks and calls have opened it, from the inside out.
struct NameScopeOpening {
    enum class Kind : std::uint32_t {
        Made,     // a new name below `parent`, uniquified
        Entered,  // exactly, as by "name/"; its path need not begin with the parent's
        Root,     // back to the root
    };

    OpeningId parent = 0;
    OriginId origin = 0;
    std::uint32_t pathLength : 28 = 0;  // of the scope's path, which every operation made inside begins with
    Kind kind : 4 = Kind::Made;
    std::uint32_t run : 28 = 0;         // how often the same code had opened a scope before; where somebody counts
    std::uint32_t note : 4 = 0;         // what else whoever counts has to say
    std::uint32_t pathHash = 0;

    // Whether `name` is this scope's path, or lies below it.
    bool holds(std::string_view name) const;
};

class Graph {
public:
    Graph();
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    // --- Operations. Ids run from 0 to operationCount() - 1 in order of creation.

    // Adds an operation under the stacks as they are. Throws TensorFlowError (ValueError) on an invalid or duplicate name.
    // `inferOutputs`, where given, runs after the name has been taken (as TensorFlow's shape inference does: a name whose
    // operation fails stays used) and returns the outputs in place of spec.outputs.
    using InferOutputs = std::function<std::vector<OutputSpec>(std::string_view uniqueName)>;
    Operation addOperation(OperationSpec spec, const InferOutputs& inferOutputs = {});

    std::size_t operationCount() const { return m_records.size(); }
    Operation operation(OperationId id) { return {*this, id}; }
    // Not from two threads before shrink(): what it learns, it keeps.
    std::optional<OperationId> findOperation(std::string_view name) const;

    std::string_view operationName(OperationId id) const;
    std::string_view operationType(OperationId id) const { return m_strings[record(id).type]; }
    StringId operationTypeId(OperationId id) const { return record(id).type; }
    std::string_view string(StringId id) const { return m_strings[id]; }
    std::string_view device(OperationId id) const { return m_strings[record(id).device]; }
    std::span<const TensorId> inputs(OperationId id) const;
    std::span<const OperationId> controlInputs(OperationId id) const;
    std::size_t outputCount(OperationId id) const { return record(id).outputCount; }
    DataType outputType(TensorId id) const { return output(id).type; }
    ShapeId outputShapeId(TensorId id) const { return output(id).shape; }
    const Shape& outputShape(TensorId id) const { return m_shapes[output(id).shape]; }
    std::span<const Attribute> attributes(OperationId id) const;
    OriginId origin(OperationId id) const { return record(id).origin; }
    // The innermost name scope that was open when the operation was made.
    OpeningId nameScopeOpeningOf(OperationId id) const { return record(id).opening; }
    const NameScopeOpening& nameScopeOpening(OpeningId id) const { return m_openings[id]; }
    std::size_t nameScopeOpeningCount() const { return m_openings.size(); }
    // The groups that were set on the operation ("loc:@name", sorted), empty where none was.
    std::vector<std::string> colocation(OperationId id) const;
    // As Operation.colocation_groups(): its own group where none was set.
    std::vector<std::string> colocationGroups(OperationId id) const;
    ControlFlowContext* controlFlowContextOf(OperationId id) const;

    void setOutputShape(TensorId id, const Shape& shape) { output(id).shape = m_shapes.intern(shape); }
    void setDevice(OperationId id, std::string_view device) { record(id).device = m_strings.intern(device); }
    void setColocation(OperationId id, std::vector<std::string> groups);
    void setAttribute(OperationId id, Attribute attribute);
    void setInput(OperationId id, std::size_t index, TensorId input);
    void setControlInputs(OperationId id, std::span<const OperationId> controls);
    void setControlFlowContext(OperationId id, ControlFlowContext* context);

    ShapeId intern(const Shape& shape) { return m_shapes.intern(shape); }
    const Shape& shape(ShapeId id) const { return m_shapes[id]; }

    // --- Loading a graph from a file.

    void reserveOperations(std::size_t count);
    StringId internString(std::string_view text) { return m_strings.intern(text); }
    OutputListId addOutputs(std::span<const OutputSpec> outputs);
    // Of several operations of one name, the first is the one that is found by it.
    OperationId loadOperation(const LoadedOperation& loaded);
    // Once for each operation.
    void loadInputs(OperationId id, std::span<const TensorId> inputs, std::span<const OperationId> controls);
    void setOutputs(OperationId id, OutputListId outputs);
    // Where attributes() come from, for the whole graph.
    void setAttributeSource(std::shared_ptr<const AttributeSource> source) { m_attributeSource = std::move(source); }
    const AttributeSource* attributeSource() const { return m_attributeSource.get(); }
    // Operations that are loaded from now on are in no file: others have their names as inputs, and they stand for what is missing.
    void beginMissingOperations() { m_missingBegin = m_records.size(); }
    bool isMissing(OperationId id) const { return id.value >= m_missingBegin; }
    // Without the missing ones, which are the last.
    std::size_t definedOperationCount() const { return std::min(m_missingBegin, m_records.size()); }

    // --- Names.

    NamesInUse& namesInUse() { return m_names; }
    const NamesInUse& namesInUse() const { return m_names; }
    // As Graph.unique_name: below the current name scope.
    std::string uniqueName(std::string_view name, NamesInUse::Mark mark = NamesInUse::Mark::Used);
    // The current name scope without trailing slash; empty at the root.
    const std::string& nameScope() const { return m_nameScope; }
    // Puts another name scope in place as it stands; returns the former. Programs use NameScope (graph_scopes.h).
    std::string exchangeNameScope(std::string nameScope) { return std::exchange(m_nameScope, std::move(nameScope)); }
    // Whether the root was gone back to by a block: Python then has None where it had "" at first.
    bool nameScopeWasReset() const { return m_nameScopeWasReset; }
    bool exchangeNameScopeWasReset(bool wasReset) { return std::exchange(m_nameScopeWasReset, wasReset); }
    // For NameScope: keeps why the current name scope is open. The root, and entering the scope `stays` in which everything is
    // anyway, are kept only where they are noted; scopes without operations are forgotten when they are closed.
    struct FormerOpening {
        OpeningId opening = 0;
        std::size_t count = 0;
    };
    FormerOpening openNameScope(NameScopeOpening::Kind kind, bool stays);
    void closeNameScope(FormerOpening former);
    // Adds to the name scope that the code at the current origin has just opened; does nothing where it has opened none.
    void noteNameScope(std::uint32_t run, std::uint32_t note);

    // --- The other stacks. Programs use the RAII scopes of graph_scopes.h.

    ControlDependencyStack& controlDependencies() { return m_controlDependencies; }
    DeviceStack& devices() { return m_devices; }
    std::vector<OperationId>& colocationStack() { return m_colocationStack; }
    // The groups that operations get which carry none (Graph._attr_scope on "_class"); returns the former ones.
    std::vector<std::string> exchangeDefaultColocation(std::vector<std::string> groups) { return std::exchange(m_defaultColocation, std::move(groups)); }
    ControlFlowContext* controlFlowContext() const { return m_controlFlowContext; }
    ControlFlowContext* exchangeControlFlowContext(ControlFlowContext* context) { return std::exchange(m_controlFlowContext, context); }
    // Keeps a context alive as long as the graph.
    void keep(std::shared_ptr<ControlFlowContext> context) { m_contexts.push_back(std::move(context)); }
    void setCurrentOrigin(OriginId origin) { m_currentOrigin = origin; }
    OriginId currentOrigin() const { return m_currentOrigin; }

    Collections& collections() { return m_collections; }
    const Collections& collections() const { return m_collections; }

    // Lets go of all that callers have put in: collections, extensions, open blocks. The operations stay.
    void dropCallerState();
    // Gives back what is held for operations to come, and makes ready for being read from several threads.
    void shrink();

    // Per-graph storage of parts further up (the variable store, say), found by a key of theirs.
    std::shared_ptr<void>& extension(const void* key) { return m_extensions[key]; }

    bool isFinalized() const { return m_finalized; }
    void finalize() { m_finalized = true; }
    void unfinalize() { m_finalized = false; }
    // Further operations throw TensorFlowError; 0 for no limit. Exceeding it throws OperationLimitReached.
    void setOperationLimit(std::size_t limit) { m_operationLimit = limit; }

    // Bytes held, names apart.
    std::size_t bytes() const;
    std::size_t nameBytes() const { return m_nameBytes.size(); }

private:
    struct Record {
        std::uint32_t nameBegin = 0;  // up to where the next one's begins
        StringId type;
        StringId device;
        std::uint32_t inputBegin = 0, inputCount = 0;
        std::uint32_t controlBegin = 0, controlCount = 0;
        std::uint32_t outputBegin = 0, outputCount = 0;
        AttributeListId attributes;
        StringId colocation;  // the groups, each with a line end
        OriginId origin = 0;
        std::uint32_t context = 0;  // into m_contextTable
        OpeningId opening = 0;
    };

    Record& record(OperationId id) { return m_records[id.value]; }
    const Record& record(OperationId id) const { return m_records[id.value]; }
    OutputSpec& output(TensorId id) { return m_outputs[record(id.operation).outputBegin + id.output]; }
    const OutputSpec& output(TensorId id) const { return m_outputs[record(id.operation).outputBegin + id.output]; }
    std::string takeName(std::string_view asked);
    bool isTaken(std::string_view name, std::string_view asked);
    const OperationIndex& index() const;
    Record namedRecord(std::string_view name);
    void applyDevices(OperationId id);
    void applyColocation(OperationId id);
    OpeningId keptOpening() const;
    void pushOpening(NameScopeOpening::Kind kind);
    void pushControlInputs(Record& target, std::span<const OperationId> controls);

    GrowingArray<Record> m_records;
    GrowingArray<TensorId> m_inputs;
    GrowingArray<OperationId> m_controls;
    GrowingArray<OutputSpec> m_outputs;
    GrowingArray<char> m_nameBytes;
    mutable OperationIndex m_index;  // of the first operations; the others are added when a name is looked for, and by shrink()
    bool m_namesMayClash = false;    // an operation may have a name that namesInUse() does not know of
    StringPool m_strings;
    ShapePool m_shapes;
    AttributePool m_attributes;
    std::shared_ptr<const AttributeSource> m_attributeSource;
    std::size_t m_missingBegin = SIZE_MAX;
    std::vector<ControlFlowContext*> m_contextTable;

    NamesInUse m_names;
    RecentNames m_recentNames;
    std::string m_nameScope;
    bool m_nameScopeWasReset = false;
    GrowingArray<NameScopeOpening> m_openings;
    OpeningId m_opening = 0;
    std::size_t m_firstUnusedOpening = 1; // from here on, no operation was made inside
    NameScopeOpening::Kind m_openingKind = NameScopeOpening::Kind::Made;
    bool m_openingIsNew = false;          // nothing has happened since the scope was opened
    bool m_openingIsKept = false;         // it has an entry of its own
    ControlDependencyStack m_controlDependencies;
    DeviceStack m_devices;
    std::vector<OperationId> m_colocationStack;
    std::vector<std::string> m_defaultColocation;
    ControlFlowContext* m_controlFlowContext = nullptr;
    std::vector<std::shared_ptr<ControlFlowContext>> m_contexts;
    OriginId m_currentOrigin = 0;
    Collections m_collections;
    std::unordered_map<const void*, std::shared_ptr<void>> m_extensions;
    std::size_t m_operationLimit = 0;
    bool m_finalized = false;
};

// A limit on the graph's size was reached; not an exception that a program could catch.
class OperationLimitReached : public std::runtime_error {
public:
    explicit OperationLimitReached(std::size_t limit) : std::runtime_error("too many operations"), operationLimit(limit) {}
    const std::size_t operationLimit;
};

}  // namespace namescape
