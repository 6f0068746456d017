// get_variable: TensorFlow 1.15, python/ops/variable_scope.py, VariableScope.get_variable and _VariableStore.

#include "scope/scope_state.h"
#include "scope/single_variable.h"
#include "scope/variable_partition.h"
#include "scope/variable_scope.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace namescape {

namespace {

[[noreturn]] void valueError(const std::string& message) {
    throw TensorFlowError(ErrorType::ValueError, message);
}

void checkInitializerType(Graph& graph, const GetVariableRequest& request) {
    if (!request.dataType.isValid() || !request.initializer || request.initializer->isFunction()) return;
    const DataType own = request.initializer->value(graph, "Const", DataType()).dataType().base();
    if (own != request.dataType) valueError("Initializer type '" + own.reprText() + "' and explicit dtype '" + (request.dataTypeText.empty() ? request.dataType.reprText() : request.dataTypeText) + "' don't match.");
}

// What the scope sets for what the request leaves open; the name becomes the store's key.
GetVariableRequest completed(const VariableScope& scope, GetVariableRequest request) {
    const ScopeSettings& settings = scope.settings;
    if (request.name) request.name = scope.name.empty() ? *request.name : scope.name + '/' + *request.name;
    if (!request.regularizer) request.regularizer = settings.regularizer;
    if (!request.cachingDevice) {
        request.cachingDevice = settings.cachingDevice;
        request.cachingDeviceToken = settings.cachingDeviceToken;
    }
    if (!request.partitioner) request.partitioner = settings.partitioner;
    if (!request.customGetter) request.customGetter = settings.customGetter;
    if (!request.reuse) request.reuse = scope.reuse.value;
    if (!request.useResource) request.useResource = settings.useResource;
    if (!request.initializer) request.initializer = settings.initializer;
    if (!request.constraint) request.constraint = settings.constraint;
    if (!request.dataType.isValid()) request.dataType = settings.dataType;
    request.dataType = request.dataType.base();
    return request;
}

CollectionItemPointer fromStore(Graph& graph, const GetVariableRequest& request) {
    const ScopeState& state = ScopeState::of(graph);
    const std::string name = request.name.value_or("None");
    if (request.partitioner && !(request.shape && request.isShapeSequence && request.shape->isScalar())) {
        if (!request.partitioner->notCallable.empty()) valueError("Partitioner must be callable, but received: " + request.partitioner->notCallable);
        const NameScope root(graph, "");
        return getPartitionedVariable(graph, request);
    }
    if (request.reuse == Reuse::True && !request.partitioner && state.partitioned.contains(name)) return getPartitionedVariable(graph, request);
    if (state.variables.contains(name + "/part_0"))
        valueError("No partitioner was provided, but a partitioned version of the variable was found: " + name +
                   "/part_0. Perhaps a variable of the same name was already created with partitioning?");
    return getSingleVariable(graph, request, {});
}

}  // namespace

CollectionItemPointer getVariable(Graph& graph, const VariableScope& scope, const GetVariableRequest& asked) {
    const NameScope root(graph, "");
    checkInitializerType(graph, asked);
    const GetVariableRequest request = completed(scope, asked);
    ScopeState& state = ScopeState::of(graph);
    VariableAnswer told{request.name.value_or("None"), nullptr, false, scope.reuse};
    if (asked.reuse) told.reuse = {*asked.reuse, ReuseSetting::Source::Given, graph.currentOrigin()};
    if (state.askedObserver) state.askedObserver(told.storeKey, told.reuse);
    // A custom getter may ask for other names, and for several, and answer with none of them.
    std::vector<VariableAnswer> given;
    const VariableGetter getter = [&](const GetVariableRequest& changed) {
        const std::string key = changed.name.value_or("None");
        const bool existed = state.variables.contains(key) || state.partitioned.contains(key);
        given.push_back({key, fromStore(graph, changed), !existed, told.reuse});
        return given.back().variable;
    };
    told.variable = request.customGetter ? request.customGetter->function(getter, request) : getter(request);
    if (!state.observer) return told.variable;
    for (const VariableAnswer& each : given) state.observer(each);
    if (std::ranges::find(given, told.variable, &VariableAnswer::variable) == given.end()) state.observer(told);
    return told.variable;
}

CollectionItemPointer getVariable(Graph& graph, const GetVariableRequest& request) {
    return getVariable(graph, *currentVariableScope(graph), request);
}

VariablePointer getVariable(Graph& graph, std::string_view name, const Shape& shape, std::optional<Initializer> initializer) {
    GetVariableRequest request;
    request.name = std::string(name);
    request.shape = shape;
    request.initializer = std::move(initializer);
    return std::dynamic_pointer_cast<Variable>(getVariable(graph, request));
}

void setVariableObserver(Graph& graph, VariableObserver observer) {
    ScopeState::of(graph).observer = std::move(observer);
}

void setVariableAskedObserver(Graph& graph, VariableAskedObserver observer) {
    ScopeState::of(graph).askedObserver = std::move(observer);
}

void setOriginDescriber(Graph& graph, OriginDescriber describer) {
    ScopeState::of(graph).originDescriber = std::move(describer);
}

std::optional<OriginId> originOfVariable(Graph& graph, std::string_view storeKey) {
    const auto& variables = ScopeState::of(graph).variables;
    const auto found = variables.find(std::string(storeKey));
    return found == variables.end() ? std::nullopt : std::optional(found->second.origin);
}

}  // namespace namescape
