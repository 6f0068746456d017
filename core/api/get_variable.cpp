#include "api/get_variable.h"

#include "api/call_back.h"
#include "api/convert.h"
#include "api/scope_settings.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

// The parameters behind `name` that get_variable, its method form and the getter of custom getters have in common.
constexpr const char* kCommonParameters =
    "shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, collections=None, caching_device=None, partitioner=None, validate_shape=True, "
    "use_resource=None, custom_getter=None, constraint=None, synchronization=automatic, aggregation=none";

NativeDefaults enumDefaults(Api& api) {
    return {{"synchronization", valueOf(api, Synchronization::Auto)}, {"aggregation", valueOf(api, Aggregation::None)}};
}

// Where each argument stands among those behind `name`.
enum Argument { Name, ShapeArgument, Type, InitializerArgument, RegularizerArgument, Trainable, CollectionsArgument, Caching, PartitionerArgument, ValidateShape, UseResource, Getter, Constraint, Synchronize, Aggregate };

bool isTrainable(Api& api, const Value& given, Synchronization synchronization) {
    const auto trainable = optionalBool(api, given);
    if (synchronization != Synchronization::OnRead) return trainable.value_or(true);
    if (trainable.value_or(false))
        throw api.interpreter().valueError("Synchronization value can be set to VariableSynchronization.ON_READ only for non-trainable variables. "
                                           "You have specified trainable=True and synchronization=VariableSynchronization.ON_READ.");
    return false;
}

void setShape(Api& api, GetVariableRequest& request, const Value& shape) {
    if (shape.isNone()) return;
    request.shape = asShape(api, shape);
    request.shapeToken = makeToken(shape);
    request.isShapeSequence = shape.is<ListObject>() || shape.is<TupleObject>();
}

GetVariableRequest requestOf(Api& api, std::span<const Value> a) {
    GetVariableRequest request;
    request.name = optionalText(api, a[Name]);
    setShape(api, request, a[ShapeArgument]);
    request.dataType = asOptionalDataType(api, a[Type]);
    if (!a[Type].isNone() && !a[Type].is<DataType>()) request.dataTypeText = api.interpreter().str(a[Type]);
    request.initializer = initializerArgument(api, a[InitializerArgument]);
    request.regularizer = regularizerArgument(api, a[RegularizerArgument]);
    request.synchronization = synchronizationArgument(api, a[Synchronize], a[Name]);
    request.aggregation = aggregationArgument(api, a[Aggregate], a[Name]);
    request.trainable = isTrainable(api, a[Trainable], request.synchronization);
    request.collections = collectionsArgument(api, a[CollectionsArgument]);
    request.collectionsToken = makeToken(a[CollectionsArgument]);
    setCachingDevice(api, a[Caching], request.cachingDevice, request.cachingDeviceToken);
    request.partitioner = partitionerArgument(api, a[PartitionerArgument]);
    request.validateShape = api.interpreter().truth(a[ValidateShape]);
    request.useResource = optionalBool(api, a[UseResource]);
    request.customGetter = customGetterArgument(api, a[Getter]);
    request.constraint = a[Constraint].isNone() ? nullptr : makeToken(a[Constraint]);
    request.checkArguments = [&api](const VariableOptions& options) { checkVariableArguments(api, options); };
    return request;
}

void checkName(Interpreter& in, const VariableScope& scope, const Value& name) {
    if (name.is<StringObject>()) return;
    if (!scope.name.empty()) throw in.typeError("can only concatenate str (not \"" + in.typeName(name) + "\") to str");
    if (!name.isNone()) throw in.typeError("expected string or bytes-like object");
}

// A scope keeps what it was given as `dtype`, whether it is one or not.
void checkScopeDataType(Api& api, const VariableScope& scope, const Value& given) {
    if (given.isNone() && !scope.settings.dataType.isValid()) asOptionalDataType(api, fromToken(scope.settings.dataTypeToken));
}

Value getVariableIn(Api& api, const VariableScope& scope, std::span<const Value> arguments) {
    checkName(api.interpreter(), scope, arguments[Name]);
    checkScopeDataType(api, scope, arguments[Type]);
    Graph& graph = api.defaultGraph();
    api.markOrigin(graph);
    return api.wrap(getVariable(graph, scope, requestOf(api, arguments)));
}

// --- Custom getters

constexpr const char* kGetterParameters =
    "name, shape=None, dtype=standard, initializer=None, regularizer=None, reuse=None, trainable=None, collections=None, caching_device=None, partitioner=None, "
    "validate_shape=True, use_resource=None, constraint=None, synchronization=automatic, aggregation=none)";

NativeDefaults getterDefaults(Api& api) {
    NativeDefaults defaults = enumDefaults(api);
    defaults.emplace_back("dtype", api.wrap(DataType(DataType::Float32)));
    return defaults;
}

// The same order as get_variable's, with `reuse` in place of `custom_getter`.
GetVariableRequest requestOfGetter(Api& api, std::span<const Value> a) {
    const std::vector<Value> common{a[0], a[1], a[2], a[3], a[4], a[6], a[7], a[8], a[9], a[10], a[11], Value(), a[12], a[13], a[14]};
    GetVariableRequest request = requestOf(api, common);
    request.reuse = reuseArgument(api, a[5]).value_or(Reuse::False);
    return request;
}

// The function that a custom getter is handed: what it is called with goes on to the store, or to an outer custom getter.
Value getterFunction(Api& api, const VariableGetter& getter) {
    auto made = api.interpreter().function(
        std::string("_true_getter(") + kGetterParameters,
        [&api, getter](Interpreter&, std::span<Value> a) {
            api.markOrigin(api.defaultGraph());
            return api.wrap(getter(requestOfGetter(api, a)));
        },
        getterDefaults(api));
    made->setQualifiedName("_VariableStore.get_variable.<locals>._true_getter");
    return made;
}

bool takesConstraint(Interpreter& in, const Value& function) {
    const auto spec = in.argumentSpec(function);
    return spec && (spec->doubleStar || std::ranges::find(spec->positional, "constraint") != spec->positional.end() ||
                    std::ranges::find(spec->keywordOnly, "constraint") != spec->keywordOnly.end());
}

template <typename Setting>
Value settingValue(const std::optional<Setting>& setting) {
    return setting ? fromToken(setting->token) : Value();
}

// The keyword arguments that TensorFlow calls a custom getter with.
std::vector<KeywordValue> getterKeywords(Api& api, const GetVariableRequest& request, bool withConstraint) {
    Interpreter& in = api.interpreter();
    std::vector<KeywordValue> keywords;
    const auto add = [&](std::string_view name, Value value) { keywords.push_back({in.intern(name), std::move(value)}); };
    add("name", request.name ? Value(in.string(*request.name)) : Value());
    add("shape", request.shapeToken ? fromToken(request.shapeToken) : request.shape ? api.wrap(*request.shape) : Value());
    add("dtype", api.wrap(request.dataType));
    add("initializer", settingValue(request.initializer));
    add("regularizer", settingValue(request.regularizer));
    add("reuse", reuseValueOf(api, request.reuse.value_or(Reuse::False)));
    add("trainable", request.trainable.value_or(true));
    add("collections", fromToken(request.collectionsToken));
    add("caching_device", fromToken(request.cachingDeviceToken));
    add("partitioner", settingValue(request.partitioner));
    add("validate_shape", request.validateShape);
    add("use_resource", request.useResource ? Value(*request.useResource) : Value());
    add("synchronization", valueOf(api, request.synchronization));
    add("aggregation", valueOf(api, request.aggregation));
    if (withConstraint) add("constraint", fromToken(request.constraint));
    return keywords;
}

std::vector<Value> localArguments(Api& api, std::span<const Value> arguments) {
    Interpreter& in = api.interpreter();
    std::vector<Value> local(arguments.begin(), arguments.end());
    std::vector<Value> keys;
    if (in.truth(local[CollectionsArgument])) keys = in.elements(local[CollectionsArgument]);
    keys.push_back(in.string(graph_keys::kLocalVariables));
    local[CollectionsArgument] = in.list(keys);
    local[Trainable] = false;
    return local;
}

}  // namespace

std::optional<CustomGetter> customGetterArgument(Api& api, const Value& value) {
    if (value.isNone()) return std::nullopt;
    const auto call = [&api, value](const VariableGetter& getter, const GetVariableRequest& request) -> CollectionItemPointer {
        Interpreter& in = api.interpreter();
        if (!in.isCallable(value)) throw in.valueError("Passed a custom_getter which is not callable: " + in.str(value));
        std::vector<KeywordValue> keywords = getterKeywords(api, request, takesConstraint(in, value));
        keywords.insert(keywords.begin(), {in.intern("getter"), getterFunction(api, getter)});
        return api.item(callBack(api, value, {}, keywords));
    };
    return CustomGetter{call, makeToken(value)};
}

Value customGetterValue(Api& api, const std::optional<CustomGetter>& getter) {
    if (!getter || getter->token) return getter ? fromToken(getter->token) : Value();
    auto made = api.interpreter().function(
        std::string("wrapped_custom_getter(getter, ") + kGetterParameters,
        [&api, function = getter->function](Interpreter&, std::span<Value> a) {
            const VariableGetter next = [&](const GetVariableRequest& request) { return api.item(callBack(api, a[0], {}, getterKeywords(api, request, true))); };
            return api.wrap(function(next, requestOfGetter(api, a.subspan(1))));
        },
        getterDefaults(api));
    made->setQualifiedName("_maybe_wrap_custom_getter.<locals>.wrapped_custom_getter");
    return made;
}

void addGetVariableMethod(Api& api, NativeClass& type) {
    type.method(std::string("get_variable(self, var_store, name, ") +
                    "shape=None, dtype=None, initializer=None, regularizer=None, reuse=None, trainable=None, collections=None, caching_device=None, partitioner=None, "
                    "validate_shape=True, use_resource=None, custom_getter=None, constraint=None, synchronization=automatic, aggregation=none)",
                [&api](Interpreter& in, std::span<Value> a) {
                    const auto& scope = payloadOf<VariableScopePointer>(in, a[0]);
                    std::vector<Value> common(a.begin() + 2, a.end());
                    const Value reuse = common[5];
                    common.erase(common.begin() + 5);
                    checkName(in, *scope, common[Name]);
                    checkScopeDataType(api, *scope, common[Type]);
                    GetVariableRequest request = requestOf(api, common);
                    request.reuse = reuseArgument(api, reuse);
                    api.markOrigin(api.defaultGraph());
                    return api.wrap(getVariable(api.defaultGraph(), *scope, request));
                },
                enumDefaults(api));
}

void registerGetVariable(Api& api) {
    NativeModule tf(api.interpreter(), api.tf());
    tf.function(std::string("get_variable(name, ") + kCommonParameters + ")",
                [&api](Interpreter&, std::span<Value> a) { return getVariableIn(api, *currentVariableScope(api.defaultGraph()), a); }, enumDefaults(api));
    std::string local = std::string("get_local_variable(name, ") + kCommonParameters + ")";
    local.replace(local.find("trainable=None"), 14, "trainable=False");
    tf.function(local, [&api](Interpreter&, std::span<Value> a) { return getVariableIn(api, *currentVariableScope(api.defaultGraph()), localArguments(api, a)); },
                enumDefaults(api));
}

}  // namespace namescape
