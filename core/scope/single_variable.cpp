#include "scope/single_variable.h"

#include "scope/scope_state.h"

#include <utility>

namespace namescape {

namespace {

[[noreturn]] void valueError(const std::string& message) {
    throw TensorFlowError(ErrorType::ValueError, message);
}

VariablePointer foundVariable(const ScopeState& state, const ScopeState::Stored& stored, const std::string& name, const GetVariableRequest& request) {
    const Variable& found = *stored.variable;
    if (request.reuse == Reuse::False) {
        std::string message = "Variable " + name + " already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?";
        if (found.kind == VariableKind::Reference) message += " Originally defined at:\n\n" + (state.originDescriber ? state.originDescriber(stored.origin) : std::string());
        valueError(message);
    }
    const Shape wanted = request.shape.value_or(Shape::unknown());
    if (!wanted.isCompatibleWith(found.shape()))
        valueError("Trying to share variable " + name + ", but specified shape " + wanted.text() + " and found shape " + found.shape().text() + ".");
    if (!request.dataType.isCompatibleWith(found.dataType()))
        valueError("Trying to share variable " + name + ", but specified dtype " + request.dataType.name() + " and found dtype " + found.dataType().name() + ".");
    return stored.variable;
}

// As _get_default_initializer.
Initializer defaultInitializer(const std::string& name, DataType dataType) {
    if (dataType.isFloating()) return glorotUniformInitializer();
    if (dataType.isInteger() || dataType.isBool() || dataType == DataType::String) return zerosInitializer();
    valueError("An initializer for variable " + name + " of " + dataType.reprText() + " is required");
}

InitialValue initialValue(const Initializer& initializer, const GetVariableRequest& request, const std::optional<PartitionInfo>& partition) {
    if (!initializer.isFunction()) return {initializer.value, false, initializer.token};
    const bool hasShape = request.shape && request.shape->isFullyDefined();
    if (!hasShape && !initializer.knowsShape)
        valueError("The initializer passed is not valid. It should be a callable with no arguments and the shape should not be provided or an instance of "
                   "`tf.keras.initializers.*' and `shape` should be fully defined.");
    std::optional<std::vector<std::int64_t>> shape;
    if (hasShape) shape.emplace(request.shape->sizes().begin(), request.shape->sizes().end());
    const DataType dataType = hasShape ? request.dataType.base() : DataType();
    return {[initializer, shape, dataType, partition](Graph& graph, std::string_view, DataType) {
                return initializer.function({graph, shape, dataType, partition});
            },
            true, initializer.token};
}

VariableOptions optionsFor(const GetVariableRequest& request, bool makesResources) {
    VariableOptions options;
    options.name = request.name;
    options.trainable = request.trainable.value_or(true);
    options.collections = request.collections;
    options.cachingDevice = request.cachingDevice;
    options.cachingDeviceToken = request.cachingDeviceToken;
    options.validateShape = request.validateShape;
    options.useResource = request.useResource.value_or(makesResources);
    options.synchronization = request.synchronization;
    options.aggregation = request.aggregation;
    options.constraint = request.constraint;
    options.collectionsToken = request.collectionsToken;
    options.checkArguments = request.checkArguments;
    return options;
}

void regularize(Graph& graph, const Regularizer& regularizer, const std::string& name, const VariablePointer& variable) {
    const ColocationScope colocation(graph, variable->operation());
    CollectionItemPointer loss;
    {
        const NameScope scope(graph, name + "/Regularizer/");
        const InitScope lifted(graph);
        loss = regularizer.function(graph, variable);
    }
    if (loss) graph.collections().add(graph_keys::kRegularizationLosses, loss);
}

}  // namespace

CollectionItemPointer getSingleVariable(Graph& graph, const GetVariableRequest& request, std::optional<PartitionInfo> partition) {
    const std::string name = request.name.value_or("None");
    if (request.shape && request.initializer && !request.initializer->isFunction()) valueError("If initializer is a constant, do not specify shape.");
    ScopeState& state = ScopeState::of(graph);
    if (const auto found = state.variables.find(name); found != state.variables.end()) return foundVariable(state, found->second, name, request);
    if (request.reuse == Reuse::True)
        valueError("Variable " + name + " does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?");

    const Initializer initializer = request.initializer ? *request.initializer : defaultInitializer(name, request.dataType);
    VariableOptions options = optionsFor(request, state.makesResources);
    options.initialValue = initialValue(initializer, request, partition);
    if (initializer.isFunction() && request.shape && request.shape->isFullyDefined()) options.dataType = request.dataType.base();
    const auto made = requestVariable(graph, options);
    const auto variable = std::dynamic_pointer_cast<Variable>(made);
    if (!variable) return made;
    state.variables[name] = {variable, graph.currentOrigin()};
    if (request.regularizer && request.regularizer->function) regularize(graph, *request.regularizer, name, variable);
    return variable;
}

}  // namespace namescape
