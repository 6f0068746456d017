// Variables, as tf.Variable makes them: reference variables and resource variables.
#pragma once

#include "graph/graph.h"
#include "scope/initializer.h"
#include "scope/token.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace namescape {

// Names of the collections that TensorFlow itself uses (tf.GraphKeys).
namespace graph_keys {
inline constexpr std::string_view kGlobalVariables = "variables";
inline constexpr std::string_view kLocalVariables = "local_variables";
inline constexpr std::string_view kTrainableVariables = "trainable_variables";
inline constexpr std::string_view kRegularizationLosses = "regularization_losses";
}  // namespace graph_keys

enum class VariableKind : std::uint8_t { Reference, Resource };
// tf.VariableSynchronization and tf.VariableAggregation, by their numbers.
enum class Synchronization : std::uint8_t { Auto, None, OnWrite, OnRead };
enum class Aggregation : std::uint8_t { None, Sum, Mean, OnlyFirstReplica };

// Chooses a device; empty: the stacks decide. Asked, and complained about, when the cached read is made and no earlier.
using CachingDevice = std::function<DeviceFrame()>;

class Variable;
using VariablePointer = std::shared_ptr<Variable>;

// The part of a partitioned variable that a variable holds (SaveSliceInfo).
struct SaveSlice {
    std::string fullName;
    std::vector<std::int64_t> fullShape;
    std::vector<std::int64_t> offset;
    std::vector<std::int64_t> shape;
};

// A variable of one graph. Shared by all who got it; compared by identity.
class Variable : public CollectionItem, public std::enable_shared_from_this<Variable> {
public:
    VariableKind kind = VariableKind::Reference;
    Tensor handle;             // VariableV2's reference, or VarHandleOp's resource
    Operation initializer;     // Assign or AssignVariableOp
    Tensor initialValue;
    Tensor snapshot;           // the `read` (reference) or `Read/ReadVariableOp` (resource) made with it
    std::optional<Tensor> cachedValue;
    Operation isInitialized;   // resource variables only
    DataType elementType;      // base type
    Shape declaredShape;       // resource variables: of the value
    bool trainable = true;
    Synchronization synchronization = Synchronization::Auto;
    Aggregation aggregation = Aggregation::None;
    Token constraint;
    std::optional<SaveSlice> slice;
    Operation readAfter;       // what reads wait for, where this stands for a variable just assigned to

    Graph& graph() const { return handle.graph(); }
    Operation operation() const { return handle.operation(); }
    // "foo/v:0"; what stands for a variable just assigned to has the assignment's name.
    std::string name() const { return readAfter.isValid() ? std::string(readAfter.name()) : handle.name(); }
    std::optional<std::string> itemName() const override { return name(); }
    // The reference type for reference variables: float32_ref.
    DataType dataType() const { return kind == VariableKind::Reference ? handle.dataType() : elementType; }
    // Static shape of the value.
    const Shape& shape() const { return kind == VariableKind::Reference ? handle.shape() : declaredShape; }
    std::string_view device() const { return operation().device(); }

    // The value as an operation's input: the snapshot, or a new ReadVariableOp in the current name scope.
    Tensor value();
    // read_value(): always a new read.
    Tensor readValue();
    // The initial value behind a `cond` on whether the variable is initialized.
    Tensor initializedValue();
};

// The first value of a tf.Variable.
struct InitialValue {
    // Makes or returns the tensor; called in the variable's name scope. An Invalid data type leaves the choice.
    std::function<Tensor(Graph&, std::string_view name, DataType)> make;
    bool isFunction = false;  // a callable: made under `Initializer/`, colocated with the variable
    Token token;
};

// The arguments of tf.Variable.
struct VariableOptions {
    InitialValue initialValue;
    std::optional<std::string> name;
    bool trainable = true;
    std::optional<std::vector<std::string>> collections;
    CachingDevice cachingDevice;
    DataType dataType;  // Invalid: the initial value's
    bool validateShape = true;
    std::optional<Shape> shape;
    std::optional<bool> useResource;  // not given: the variable scope's, else a reference variable
    Synchronization synchronization = Synchronization::Auto;
    Aggregation aggregation = Aggregation::None;
    Token constraint;
    Token cachingDeviceToken;
    Token collectionsToken;
    Token trainableToken;  // as the caller wrote it, None included
    // Raises what tf.Variable raises about arguments of the wrong type; called when the variable is made.
    std::function<void(const VariableOptions&)> checkArguments;
    std::string shapeText;  // the shape as the caller wrote it, for a message
};

// tf.Variable(…): never shared; a clash of names is solved by a suffix. Runs the creators of variable_creator_scope.
// Throws TensorFlowError as TensorFlow 1.15, python/ops/variables.py and resource_variable_ops.py.
VariablePointer makeVariable(Graph& graph, const VariableOptions& options);

// tf.enable_resource_variables() and tf.disable_resource_variables(), for one graph.
void setResourceVariables(Graph& graph, bool enabled);

// Told about each variable that is made, however it was asked for.
using VariableMadeObserver = std::function<void(const VariablePointer&)>;
void setVariableMadeObserver(Graph& graph, VariableMadeObserver observer);

// A function that stands between a request for a variable and its making (tf.variable_creator_scope); innermost runs first.
using NextVariableCreator = std::function<CollectionItemPointer(const VariableOptions&)>;
using VariableCreator = std::function<CollectionItemPointer(const NextVariableCreator& next, const VariableOptions& options)>;

class VariableCreatorScope {
public:
    VariableCreatorScope(Graph& graph, VariableCreator creator);
    ~VariableCreatorScope();
    VariableCreatorScope(const VariableCreatorScope&) = delete;
    VariableCreatorScope& operator=(const VariableCreatorScope&) = delete;

private:
    Graph& m_graph;
};

// As makeVariable, but gives back whatever the creators make of the request.
CollectionItemPointer requestVariable(Graph& graph, const VariableOptions& options);

}  // namespace namescape
