// tf.Variable: TensorFlow 1.15, python/ops/variables.py and resource_variable_ops.py.

#include "api/variable_type.h"

#include "api/call_back.h"
#include "api/context_manager.h"
#include "api/convert.h"
#include "api/library.h"
#include "api/name_scope_type.h"
#include "api/registration.h"
#include "api/scope_settings.h"
#include "api/trace.h"
#include "api/variable_enums.h"
#include "api/variable_operators.h"
#include "graph/graph_scopes.h"
#include "ops/create_operation.h"
#include "scope/variable_scope.h"

#include <memory>
#include <string>
#include <utility>

namespace namescape {

namespace {

Variable& variableOf(Interpreter& in, const Value& self) {
    return *payloadOf<VariablePointer>(in, self);
}

// What stands for a variable just assigned to.
bool isUnread(Interpreter& in, const Value& self) {
    return variableOf(in, self).readAfter.isValid();
}

// --- Making variables

InitialValue initialValueArgument(Api& api, const Value& value) {
    const bool isFunction = api.interpreter().isCallable(value);
    return {[&api, value, isFunction](Graph&, std::string_view name, DataType type) {
                ConvertOptions options;
                options.name = name;
                options.type = type;
                return convertToTensor(api, isFunction ? callBack(api, value) : value, options);
            },
            isFunction, makeToken(value)};
}

// The parameters of tf.Variable, in order.
enum VariableArgument { Initial, Trainable, CollectionsKeys, ValidateShape, Caching, Name, Definition, Type, ExpectedShape, ImportScope, Constraint, UseResource, Synchronize, Aggregate, ShapeArgument };

constexpr const char* kVariableParameters =
    "initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None, "
    "import_scope=None, constraint=None, use_resource=None, synchronization=automatic, aggregation=none, shape=None";

// What a creator is handed, as keyword arguments.
constexpr const char* kCreatorKeywords[] = {"initial_value", "trainable", "collections", "validate_shape", "caching_device", "name", "variable_def", "dtype", "expected_shape",
                                            "import_scope", "constraint", "use_resource", "synchronization", "aggregation", "shape"};

void checkConflicts(Interpreter& in, std::span<const Value> a) {
    if (!a[Definition].isNone() && !a[Initial].isNone()) throw in.valueError("variable_def and initial_value are mutually exclusive.");
    if (a[Initial].isNone()) throw in.valueError("initial_value must be specified.");
}

bool trainableOf(Api& api, const Value& given, Synchronization synchronization) {
    const auto trainable = optionalBool(api, given);
    if (synchronization != Synchronization::OnRead) return trainable.value_or(true);
    if (trainable.value_or(false))
        throw api.interpreter().valueError("Synchronization value can be set to VariableSynchronization.ON_READ only for non-trainable variables. "
                                           "You have specified trainable=True and synchronization=VariableSynchronization.ON_READ.");
    return false;
}

VariableOptions optionsOf(Api& api, std::span<const Value> a) {
    VariableOptions options;
    options.synchronization = synchronizationArgument(api, a[Synchronize], a[Name]);
    options.aggregation = aggregationArgument(api, a[Aggregate], a[Name]);
    options.trainableToken = makeToken(a[Trainable]);
    options.trainable = trainableOf(api, a[Trainable], options.synchronization);
    checkConflicts(api.interpreter(), a);
    options.initialValue = initialValueArgument(api, a[Initial]);
    if (!a[Name].isNone()) options.name = scopeNameArgument(api.interpreter(), a[Name]);
    options.collections = collectionsArgument(api, a[CollectionsKeys]);
    options.collectionsToken = makeToken(a[CollectionsKeys]);
    options.checkArguments = [&api](const VariableOptions& asked) { checkVariableArguments(api, asked); };
    setCachingDevice(api, a[Caching], options.cachingDevice, options.cachingDeviceToken);
    options.dataType = asOptionalDataType(api, a[Type]);
    options.validateShape = api.interpreter().truth(a[ValidateShape]);
    options.useResource = optionalBool(api, a[UseResource]);
    if (!a[Constraint].isNone()) options.constraint = makeToken(a[Constraint]);
    if (!a[ShapeArgument].isNone()) {
        options.shape = asShape(api, a[ShapeArgument]);
        options.shapeText = api.interpreter().str(a[ShapeArgument]);
    }
    return options;
}

// The graph that the initial value is in, as name_scope(…, values=[initial_value]) finds it.
GraphPointer graphFor(Api& api, const Value& initialValue) {
    if (initialValue.isNone() || api.interpreter().isCallable(initialValue)) return api.defaultGraphPointer();
    return api.pointerTo(graphFromInputs(api, {&initialValue, 1}));
}

Value makeVariableValue(Api& api, std::span<const Value> a) {
    const VariableOptions options = optionsOf(api, a);
    const GraphPointer graph = graphFor(api, a[Initial]);
    api.markOrigin(*graph);
    return api.wrap(requestVariable(*graph, options));
}

// --- Creators

std::vector<KeywordValue> creatorKeywords(Api& api, const VariableOptions& options) {
    Interpreter& in = api.interpreter();
    const auto text = [&](const std::optional<std::string>& value) { return value ? Value(in.string(*value)) : Value(); };
    std::vector<Value> keys;
    if (options.collections)
        for (const auto& key : *options.collections) keys.push_back(in.string(key));
    // The initial value of get_variable is a function of ours.
    Value initial = fromToken(options.initialValue.token);
    if (options.initialValue.isFunction)
        initial = in.function("initial_value()", [&api, make = options.initialValue.make, type = options.dataType](Interpreter&, std::span<Value>) {
            return api.wrap(make(api.defaultGraph(), "initial_value", type));
        });
    const Value values[] = {initial,
                            options.trainableToken ? fromToken(options.trainableToken) : Value(options.trainable),
                            options.collectionsToken ? fromToken(options.collectionsToken) : options.collections ? Value(in.list(keys)) : Value(),
                            options.validateShape,
                            fromToken(options.cachingDeviceToken),
                            text(options.name),
                            Value(),
                            options.dataType.isValid() ? api.wrap(options.dataType) : Value(),
                            Value(),
                            Value(),
                            fromToken(options.constraint),
                            options.useResource ? Value(*options.useResource) : Value(),
                            valueOf(api, options.synchronization),
                            valueOf(api, options.aggregation),
                            options.shape ? api.wrap(*options.shape) : Value()};
    std::vector<KeywordValue> keywords;
    for (std::size_t index = 0; index < std::size(values); ++index) keywords.push_back({in.intern(kCreatorKeywords[index]), values[index]});
    return keywords;
}

NativeDefaults enumDefaults(Api& api) {
    return {{"synchronization", valueOf(api, Synchronization::Auto)}, {"aggregation", valueOf(api, Aggregation::None)}};
}

VariableCreator creatorOf(Api& api, const Value& function) {
    return [&api, function](const NextVariableCreator& next, const VariableOptions& options) -> CollectionItemPointer {
        Interpreter& in = api.interpreter();
        const Value nextFunction = in.function(std::string("next_creator(") + kVariableParameters + ")",
                                               [&api, next](Interpreter&, std::span<Value> a) {
                                                   api.markOrigin(api.defaultGraph());
                                                   return api.wrap(next(optionsOf(api, a)));
                                               },
                                               enumDefaults(api));
        return api.item(callBack(api, function, {&nextFunction, 1}, creatorKeywords(api, options)));
    };
}

// --- The type

// Reference variables go the way of tf.assign; resource variables have operations of their own.
Value assignReference(Api& api, Variable& variable, const char* function, const Value& value, const Value& name) {
    Interpreter& in = api.interpreter();
    const std::vector<Value> positional{api.wrap(variable.handle), value};
    const std::vector<KeywordValue> keywords{{in.intern("name"), name}};
    return in.callMethod(&api.tf(), in.intern(function), positional, keywords);
}

Operation assignResource(Api& api, Variable& variable, const char* type, const Value& value, const Value& name) {
    Interpreter& in = api.interpreter();
    api.markOrigin(variable.graph());
    ConvertOptions options;
    options.type = variable.elementType;
    const Tensor converted = convertToTensor(api, value, options);
    const bool isChecked = std::string_view(type) == "AssignVariableOp";  // the others leave it to the operation's shape rule
    if (isChecked && !variable.shape().isCompatibleWith(converted.shape()))
        throw in.valueError("Shapes " + variable.shape().text() + " and " + converted.shape().text() + " are incompatible");
    return createOperation(variable.graph(), type, name.isNone() ? "" : in.str(name), {variable.handle, converted}, {{"dtype", variable.elementType}});
}

void addAssignments(Api& api, NativeClass& type) {
    struct Assignment { const char* function; const char* resourceType; const char* parameter; };
    for (const Assignment& each : {Assignment{"assign", "AssignVariableOp", "value"}, {"assign_add", "AssignAddVariableOp", "delta"}, {"assign_sub", "AssignSubVariableOp", "delta"}})
        type.method(std::string(each.function) + "(self, " + each.parameter + ", use_locking=False, name=None, read_value=True)", [&api, each](Interpreter& in, std::span<Value> a) {
            Variable& variable = variableOf(in, a[0]);
            const bool wantsValue = in.truth(a[4]);
            if (variable.kind == VariableKind::Reference) {
                const Value made = assignReference(api, variable, each.function, a[1], a[3]);
                return wantsValue ? made : in.getAttribute(made, "op");
            }
            const Operation made = assignResource(api, variable, each.resourceType, a[1], a[3]);
            return wantsValue ? api.wrap(unreadVariable(payloadOf<VariablePointer>(in, a[0]), made)) : api.wrap(made);
        });
}

// "4 2 0,2:0,2": the whole variable's shape, then where each axis begins and how far it goes.
std::string sliceSpecification(const SaveSlice& slice) {
    std::string sizes, parts;
    for (std::size_t axis = 0; axis < slice.fullShape.size(); ++axis) {
        sizes += std::to_string(slice.fullShape[axis]) + " ";
        parts += (axis ? ":" : "") + std::to_string(slice.offset[axis]) + "," + std::to_string(slice.shape[axis]);
    }
    return sizes + parts;
}

void addProperties(Api& api, NativeClass& type) {
    type.property("name", [](Interpreter& in, const Value& self) -> Value { return in.string(variableOf(in, self).name()); })
        .property("op", [&api](Interpreter& in, const Value& self) {
            const Variable& variable = variableOf(in, self);
            return api.wrap(isUnread(in, self) ? variable.readAfter : variable.operation());
        })
        .property("dtype", [&api](Interpreter& in, const Value& self) { return api.wrap(variableOf(in, self).dataType()); })
        .property("shape", [&api](Interpreter& in, const Value& self) { return api.wrap(variableOf(in, self).shape()); })
        .property("device", [](Interpreter& in, const Value& self) -> Value { return in.string(variableOf(in, self).device()); })
        .property("graph", [&api](Interpreter& in, const Value& self) { return api.wrap(api.pointerTo(variableOf(in, self).graph())); })
        .property("initializer", [&api](Interpreter& in, const Value& self) { return isUnread(in, self) ? Value() : api.wrap(variableOf(in, self).initializer); })
        .property("initial_value", [&api](Interpreter& in, const Value& self) { return isUnread(in, self) ? Value() : api.wrap(variableOf(in, self).initialValue); })
        .property("_snapshot", [&api](Interpreter& in, const Value& self) { return api.wrap(variableOf(in, self).cachedValue.value_or(variableOf(in, self).snapshot)); })
        .property("trainable", [](Interpreter& in, const Value& self) -> Value { return variableOf(in, self).trainable; })
        .property("constraint", [](Interpreter& in, const Value& self) { return fromToken(variableOf(in, self).constraint); })
        .property("synchronization", [&api](Interpreter& in, const Value& self) { return valueOf(api, variableOf(in, self).synchronization); })
        .property("aggregation", [&api](Interpreter& in, const Value& self) { return valueOf(api, variableOf(in, self).aggregation); })
        .property("_save_slice_name", [](Interpreter& in, const Value& self) -> Value {
            const auto& slice = variableOf(in, self).slice;
            return slice ? Value(in.string(slice->fullName)) : Value();
        })
        .property("_save_slice_spec", [](Interpreter& in, const Value& self) -> Value {
            const auto& slice = variableOf(in, self).slice;
            return slice ? Value(in.string(sliceSpecification(*slice))) : Value();
        })
        .property("_shared_name", [](Interpreter& in, const Value& self) -> Value { return in.string(variableOf(in, self).operation().name()); });
}

// The variable of a call that makes operations.
Variable& markedVariable(Api& api, const Value& self) {
    Variable& variable = variableOf(api.interpreter(), self);
    api.markOrigin(variable.graph());
    return variable;
}

void addReads(Api& api, NativeClass& type) {
    type.method("value(self)", [&api](Interpreter&, std::span<Value> a) { return api.wrap(markedVariable(api, a[0]).value()); })
        .method("read_value(self)", [&api](Interpreter&, std::span<Value> a) { return api.wrap(markedVariable(api, a[0]).readValue()); })
        .method("initialized_value(self)", [&api](Interpreter&, std::span<Value> a) { return api.wrap(markedVariable(api, a[0]).initializedValue()); })
        .method("get_shape(self)", [&api](Interpreter& in, std::span<Value> a) { return api.wrap(variableOf(in, a[0]).shape()); })
        .method("set_shape(self, shape)", [&api](Interpreter& in, std::span<Value> a) -> Value {
            Variable& variable = variableOf(in, a[0]);
            variable.handle.setShape(asShape(api, a[1]));
            variable.snapshot.setShape(asShape(api, a[1]));
            return {};
        })
        .method("eval(self, session=None)",
                [&api](Interpreter& in, std::span<Value> a) -> Value {
                    Value given[] = {api.wrap(variableOf(in, a[0]).snapshot), Value{}, a[1]};
                    return in.call(libraryValue(api, "session", "evaluate_tensor"), given);
                })
        .method("load(self, value, session=None)",
                [&api](Interpreter& in, std::span<Value> a) -> Value { return in.call(libraryValue(api, "session", "load_variable"), a); })
        .method("experimental_ref(self)", [](Interpreter&, std::span<Value> a) { return a[0]; })
        .method("__repr__(self)", [](Interpreter& in, std::span<Value> a) -> Value {
            const Variable& variable = variableOf(in, a[0]);
            return in.string("<tf.Variable '" + variable.name() + "' shape=" + variable.shape().text() + " dtype=" + variable.dataType().name() + ">");
        })
        .method("__iter__(self)", [](Interpreter& in, std::span<Value>) -> Value { throw in.typeError("'Variable' object is not iterable."); });
}

// Methods that stand in the library.
void addLibraryMethods(Api& api, NativeClass& type) {
    constexpr const char* signatures[] = {"count_up_to(self, limit)",
                                          "scatter_sub(self, sparse_delta, use_locking=False, name=None)",
                                          "scatter_add(self, sparse_delta, use_locking=False, name=None)",
                                          "scatter_max(self, sparse_delta, use_locking=False, name=None)",
                                          "scatter_min(self, sparse_delta, use_locking=False, name=None)",
                                          "scatter_mul(self, sparse_delta, use_locking=False, name=None)",
                                          "scatter_div(self, sparse_delta, use_locking=False, name=None)",
                                          "scatter_update(self, sparse_delta, use_locking=False, name=None)",
                                          "scatter_nd_sub(self, indices, updates, name=None)",
                                          "scatter_nd_add(self, indices, updates, name=None)",
                                          "scatter_nd_update(self, indices, updates, name=None)",
                                          "sparse_read(self, indices, name=None)",
                                          "gather_nd(self, indices, name=None)",
                                          "to_proto(self, export_scope=None)"};
    for (const std::string signature : signatures) {
        const std::string name = signature.substr(0, signature.find('('));
        type.method(signature, [&api, name](Interpreter& in, std::span<Value> a) { return in.call(libraryValue(api, "variable_methods", name), a); });
    }
}

void addResourceParts(Api& api, NativeClass& type) {
    type.property("handle", [&api](Interpreter& in, const Value& self) { return api.wrap(variableOf(in, self).handle); })
        .property("create", [&api](Interpreter& in, const Value& self) { return api.wrap(variableOf(in, self).initializer); })
        .method("_lazy_read(self, op)",
                [&api](Interpreter& in, std::span<Value> a) { return api.wrap(unreadVariable(payloadOf<VariablePointer>(in, a[0]), payloadOf<Operation>(in, a[1]))); })
        .method("set_shape(self, shape)", [](Interpreter& in, std::span<Value>) -> Value { throw in.notImplementedError("ResourceVariable does not implement set_shape()"); })
        .method("is_initialized(self, name=None)", [&api](Interpreter& in, std::span<Value> a) {
            const Variable& variable = markedVariable(api, a[0]);
            return api.wrap(createOperation(variable.graph(), "VarIsInitializedOp", a[1].isNone() ? "" : in.str(a[1]), {variable.handle}).output());
        })
        .method("__bool__(self)", [&api](Interpreter& in, std::span<Value> a) -> Value { return in.truth(api.wrap(markedVariable(api, a[0]).readValue())); });
    for (const auto& [method, sign, instead] : {std::tuple{"__iadd__", "+", "assign_add"}, {"__isub__", "-", "assign_sub"}, {"__imul__", "*", "assign"}, {"__itruediv__", "/", "assign"}}) {
        const std::string verb(sign);
        std::string message = "Variable " + verb + "= value not supported. Use `variable." + instead + "(value)` to modify the variable value and `variable = variable " + verb +
                              " value` to get a new Tensor object.";
        if (std::string_view(instead) == "assign")
            message = "Variable " + verb + "= value not supported. Use `var.assign(var " + verb + " value)` to modify the variable or `var = var " + verb + " value` to get a new Tensor object.";
        type.method(std::string(method) + "(self, unused_other)", [message](Interpreter& in, std::span<Value>) -> Value { throw in.runtimeError(message); });
    }
}

void addIdentity(NativeClass& type) {
    type.identity([](const Object& object) -> std::uint64_t {
        const auto* variable = static_cast<const InstanceObject&>(object).payload<VariablePointer>();
        return variable ? reinterpret_cast<std::uint64_t>(variable->get()) : 0;
    });
}

void registerVariableTypes(Api& api) {
    Interpreter& in = api.interpreter();
    NativeClass base(in, "tensorflow.python.ops.variables", "VariableV1");
    // Complaints about arguments name the function behind TensorFlow's metaclass.
    base.attribute("__new__", in.function(std::string("_variable_v1_call(cls, ") + kVariableParameters + ")",
                                          [&api](Interpreter&, std::span<Value> a) { return makeVariableValue(api, a.subspan(1)); }, enumDefaults(api)));
    addProperties(api, base);
    addReads(api, base);
    addAssignments(api, base);
    addVariableOperators(api, base);
    addLibraryMethods(api, base);
    api.types.variable = &base.type();
    NativeClass reference(in, "tensorflow.python.ops.variables", "RefVariable", {&base.type()});
    reference.method("_ref(self)", [&api](Interpreter& inner, std::span<Value> a) { return api.wrap(variableOf(inner, a[0]).handle); });
    addIdentity(reference);
    api.types.referenceVariable = &reference.type();
    NativeClass resource(in, "tensorflow.python.ops.resource_variable_ops", "ResourceVariable", {&base.type()});
    addIdentity(resource);
    addResourceParts(api, resource);
    api.types.resourceVariable = &resource.type();
    NativeClass unread(in, "tensorflow.python.ops.resource_variable_ops", "_UnreadVariable", {&base.type()});
    addIdentity(unread);
    addResourceParts(api, unread);
    api.types.unreadVariable = &unread.type();
    NativeModule(in, api.tf()).set("Variable", &base.type());
    NativeModule(in, api.tf()).set("VariableV1", &base.type());
}

}  // namespace

VariablePointer unreadVariable(const VariablePointer& variable, Operation after) {
    auto unread = std::make_shared<Variable>(*variable);
    unread->readAfter = after;
    unread->cachedValue.reset();
    unread->snapshot = unread->readValue();
    return unread;
}

void registerVariables(Api& api) {
    registerVariableEnums(api);
    registerVariableTypes(api);
    registerPartitionedVariables(api);
    api.convertVariable = [&api](const Value& value, const ConvertOptions& options) { return variableAsTensor(api, value, options); };
    NativeModule tf(api.interpreter(), api.tf());
    tf.function("variable_creator_scope(variable_creator)", [&api](Interpreter&, std::span<Value> a) {
        return makeContextManager(api, {[&api, function = a[0]](Value&) -> OpenBlock { return std::make_shared<VariableCreatorScope>(api.defaultGraph(), creatorOf(api, function)); }, {}});
    });
    tf.function("resource_variables_enabled()", [&api](Interpreter&, std::span<Value>) -> Value { return api.resourceVariables(); });
    for (const auto& [name, enabled] : {std::pair{"enable_resource_variables()", true}, {"disable_resource_variables()", false}})
        tf.function(name, [&api, enabled = enabled](Interpreter&, std::span<Value>) -> Value {
            api.setResourceVariables(enabled);
            return {};
        });
    tf.function("executing_eagerly()", [](Interpreter&, std::span<Value>) -> Value { return false; });
}

}  // namespace namescape
