#include "scope/variable.h"

#include "graph/graph_scopes.h"
#include "ops/cond.h"
#include "ops/operations.h"
#include "scope/guarded_value.h"
#include "scope/scope_state.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

[[noreturn]] void valueError(const std::string& message) {
    throw TensorFlowError(ErrorType::ValueError, message);
}

std::vector<std::string> collectionsOf(const VariableOptions& options) {
    std::vector<std::string> keys = options.collections.value_or(std::vector<std::string>{std::string(graph_keys::kGlobalVariables)});
    if (options.trainable && std::ranges::find(keys, graph_keys::kTrainableVariables) == keys.end()) keys.emplace_back(graph_keys::kTrainableVariables);
    return keys;
}

std::string exactName(const NameScope& scope) {
    return scope.path().empty() ? std::string() : scope.path().substr(0, scope.path().size() - 1);
}

Tensor variableOperation(Graph& graph, std::string_view type, const Shape& shape, DataType dataType, const std::string& path) {
    return createOperation(graph, type, path, {}, {{"shape", shape}, {"dtype", dataType}}).output();
}

// A device frame for "where that is": its device as a string, which merges as any.
DeviceFrame deviceOf(Operation operation) {
    return DeviceSpec::parse(operation.device());
}

// The initial value under `Initializer/`, colocated with a variable that does not exist yet.
Tensor initialValueBeside(Graph& graph, const VariableOptions& options) {
    const NameScope scope(graph, "Initializer");
    const DeviceScope anywhere(graph, DeviceReset{});
    return options.initialValue.make(graph, "initial_value", options.dataType);
}

void checkNotInControlFlow(const Tensor& value, const std::string& path) {
    if (value.graph().controlFlowContextOf(value.operation().id()) == nullptr) return;
    valueError("Initializer for variable " + path +
               " is from inside a control-flow construct, such as a loop or conditional. When creating a variable inside a loop or conditional, use a lambda as the "
               "initializer.");
}

// TensorFlow 1.15, python/ops/variables.py, RefVariable._init_from_args.
void buildReference(Graph& graph, const VariableOptions& options, const NameScope& scope, Variable& made) {
    const auto declareVariable = [&] {
        const Shape shape = options.shape ? *options.shape : options.validateShape ? made.initialValue.shape() : Shape::unknown();
        made.handle = variableOperation(graph, "VariableV2", shape, made.initialValue.dataType().base(), scope.path());
    };
    if (options.initialValue.isFunction) {
        const DefaultColocation colocation(graph, exactName(scope));
        made.initialValue = initialValueBeside(graph, options);
        declareVariable();
    } else {
        made.initialValue = options.initialValue.make(graph, "initial_value", options.dataType);
        checkNotInControlFlow(made.initialValue, scope.path());
        declareVariable();
    }
    if (options.validateShape && !made.initialValue.shape().isFullyDefined())
        valueError("initial_value must have a shape specified: " + made.initialValue.text());
    const Tensor guarded = guardedAgainstUninitialized(made.initialValue, scope.path());
    made.initializer = createOperation(graph, "Assign", "", {made.handle, guarded}, {{"validate_shape", options.validateShape}});
    if (options.cachingDevice) {
        const DeviceScope device(graph, options.cachingDevice());
        made.snapshot = ops::identity(made.handle, "read");
    } else {
        const ColocationScope colocation(graph, made.handle.operation());
        made.snapshot = ops::identity(made.handle, "read");
    }
}

Tensor readResource(Variable& variable) {
    std::optional<ControlDependencies> after;
    if (variable.readAfter.isValid()) after.emplace(variable.graph(), std::vector{variable.readAfter.id()});
    const Tensor read = createOperation(variable.graph(), "ReadVariableOp", "", {variable.handle}, {{"dtype", variable.elementType}}).output();
    read.setShape(variable.declaredShape);
    return read;
}

// TensorFlow 1.15, python/ops/resource_variable_ops.py, ResourceVariable._init_from_args.
void buildResource(Graph& graph, const VariableOptions& options, const NameScope& scope, Variable& made) {
    {
        const DefaultColocation colocation(graph, exactName(scope));
        made.initialValue = initialValueBeside(graph, options);
        if (options.shape && !made.initialValue.shape().isCompatibleWith(*options.shape))
            valueError("The initial value's shape (" + made.initialValue.shape().text() + ") is not compatible with the explicitly supplied `shape` argument (" +
                       options.shapeText + ").");
        made.declaredShape = options.shape ? *options.shape : made.initialValue.shape();
        made.elementType = made.initialValue.dataType().base();
        made.handle = variableOperation(graph, "VarHandleOp", made.declaredShape, made.elementType, scope.path());
    }
    checkNotInControlFlow(made.initialValue, scope.path());
    {
        const NameScope inner(graph, "IsInitialized");
        made.isInitialized = createOperation(graph, "VarIsInitializedOp", "", {made.handle});
    }
    {
        const NameScope inner(graph, "Assign");
        const ColocationScope anywhere(graph, Operation(), ColocationScope::Existing::Ignore);
        const DeviceScope device(graph, deviceOf(made.handle.operation()));
        made.initializer = createOperation(graph, "AssignVariableOp", inner.path(), {made.handle, guardedAgainstUninitialized(made.initialValue, scope.path())},
                                           {{"dtype", made.elementType}});
    }
    {
        const NameScope inner(graph, "Read");
        const ColocationScope anywhere(graph, Operation(), ColocationScope::Existing::Ignore);
        const DeviceScope device(graph, deviceOf(made.handle.operation()));
        made.snapshot = readResource(made);
    }
    if (!options.cachingDevice) return;
    const ColocationScope anywhere(graph, Operation(), ColocationScope::Existing::Ignore);
    const DeviceScope device(graph, options.cachingDevice());
    made.cachedValue = ops::identity(made.snapshot);
}

bool usesResource(Graph& graph, const VariableOptions& options) {
    if (options.useResource) return *options.useResource;
    return currentVariableScope(graph)->settings.useResource.value_or(ScopeState::of(graph).makesResources);
}

}  // namespace

VariablePointer makeVariable(Graph& graph, const VariableOptions& options) {
    if (options.checkArguments) options.checkArguments(options);
    const auto made = std::make_shared<Variable>();
    made->kind = usesResource(graph, options) ? VariableKind::Resource : VariableKind::Reference;
    made->trainable = options.trainable;
    made->synchronization = options.synchronization;
    made->aggregation = options.aggregation;
    made->constraint = options.constraint;
    {
        const InitScope lifted(graph);
        const NameScope scope(graph, options.name.value_or("Variable"));
        if (made->kind == VariableKind::Resource) buildResource(graph, options, scope, *made);
        else buildReference(graph, options, scope, *made);
    }
    made->elementType = made->initialValue.dataType().base();
    for (const auto& key : collectionsOf(options)) graph.collections().add(key, made);
    if (const auto& observer = ScopeState::of(graph).madeObserver) observer(made);
    return made;
}

void setResourceVariables(Graph& graph, bool enabled) {
    ScopeState::of(graph).makesResources = enabled;
}

void setVariableMadeObserver(Graph& graph, VariableMadeObserver observer) {
    ScopeState::of(graph).madeObserver = std::move(observer);
}

CollectionItemPointer requestVariable(Graph& graph, const VariableOptions& options) {
    NextVariableCreator next = [&graph](const VariableOptions& asked) -> CollectionItemPointer { return makeVariable(graph, asked); };
    for (const VariableCreator& creator : ScopeState::of(graph).creators)
        next = [creator, outer = std::move(next)](const VariableOptions& asked) { return creator(outer, asked); };
    return next(options);
}

VariableCreatorScope::VariableCreatorScope(Graph& graph, VariableCreator creator) : m_graph(graph) {
    ScopeState::of(graph).creators.push_back(std::move(creator));
}

VariableCreatorScope::~VariableCreatorScope() {
    ScopeState::of(m_graph).creators.pop_back();
}

Tensor Variable::value() {
    if (kind == VariableKind::Reference) return snapshot;
    if (cachedValue) return *cachedValue;
    if (readAfter.isValid()) return readResource(*this);
    const ColocationScope anywhere(graph(), Operation(), ColocationScope::Existing::Ignore);
    const DeviceScope place(graph(), deviceOf(operation()));
    return readResource(*this);
}

Tensor Variable::readValue() {
    if (kind == VariableKind::Reference) return ops::identity(handle, "read");
    if (readAfter.isValid()) return readResource(*this);
    Tensor read;
    {
        const NameScope scope(graph(), "Read");
        const DeviceScope place(graph(), deviceOf(operation()));
        read = readResource(*this);
    }
    return ops::identity(read);
}

Tensor Variable::initializedValue() {
    const InitScope lifted(graph());
    const Tensor isReady = createOperation(graph(), kind == VariableKind::Reference ? "IsVariableInitialized" : "VarIsInitializedOp", "", {handle}).output();
    return ops::cond(isReady, [this] { return readValue(); }, [this] { return initialValue; });
}

}  // namespace namescape
