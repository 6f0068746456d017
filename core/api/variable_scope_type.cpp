// tf.VariableScope and tf.variable_scope: TensorFlow 1.15, python/ops/variable_scope.py.

#include "api/collection_functions.h"
#include "api/context_manager.h"
#include "api/convert.h"
#include "api/get_variable.h"
#include "api/graph_stack.h"
#include "api/name_scope_type.h"
#include "api/registration.h"
#include "api/scope_settings.h"
#include "api/trace.h"

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace namescape {

namespace {

VariableScope& scopeOf(Interpreter& in, const Value& self) {
    return *payloadOf<VariableScopePointer>(in, self);
}

// The defaults that variable_scope and VariableScope take, in this order.
struct SettingArguments {
    const Value& initializer;
    const Value& regularizer;
    const Value& cachingDevice;
    const Value& partitioner;
    const Value& customGetter;
    const Value& dataType;
    const Value& useResource;
    const Value& constraint;
};

void setOrigins(Api& api, const SettingArguments& given, ScopeSettings& settings) {
    const OriginId here = api.interpreter().currentOrigin();
    const auto origin = [here](const Value& value) { return value.isNone() ? OriginId{} : here; };
    settings.origins = {origin(given.initializer), origin(given.regularizer), origin(given.cachingDevice), origin(given.partitioner),
                        origin(given.dataType), origin(given.useResource), origin(given.constraint)};
    if (settings.customGetter) settings.getters = {{settings.customGetter->token, here}};
}

ScopeSettings settingsOf(Api& api, const SettingArguments& given) {
    ScopeSettings settings;
    settings.initializer = initializerArgument(api, given.initializer);
    settings.regularizer = regularizerArgument(api, given.regularizer);
    setCachingDevice(api, given.cachingDevice, settings.cachingDevice, settings.cachingDeviceToken);
    settings.partitioner = partitionerArgument(api, given.partitioner);
    settings.customGetter = customGetterArgument(api, given.customGetter);
    setScopeDataType(api, given.dataType, settings);
    settings.useResource = optionalBool(api, given.useResource);
    if (!given.constraint.isNone()) settings.constraint = makeToken(given.constraint);
    setOrigins(api, given, settings);
    return settings;
}

template <typename Setting>
Value settingValue(const std::optional<Setting>& setting) {
    return setting ? fromToken(setting->token) : Value();
}

void addProperties(Api& api, NativeClass& type) {
    type.property("name", [](Interpreter& in, const Value& self) -> Value { return in.string(scopeOf(in, self).name); })
        .property("original_name_scope", [](Interpreter& in, const Value& self) -> Value { return in.string(scopeOf(in, self).originalNameScope); })
        .property("reuse", [&api](Interpreter& in, const Value& self) { return reuseValueOf(api, scopeOf(in, self).reuse.value); })
        .property("initializer", [](Interpreter& in, const Value& self) { return settingValue(scopeOf(in, self).settings.initializer); })
        .property("regularizer", [](Interpreter& in, const Value& self) { return settingValue(scopeOf(in, self).settings.regularizer); })
        .property("partitioner", [](Interpreter& in, const Value& self) { return settingValue(scopeOf(in, self).settings.partitioner); })
        .property("custom_getter", [&api](Interpreter& in, const Value& self) { return customGetterValue(api, scopeOf(in, self).settings.customGetter); })
        .property("caching_device", [](Interpreter& in, const Value& self) { return fromToken(scopeOf(in, self).settings.cachingDeviceToken); })
        .property("constraint", [](Interpreter& in, const Value& self) { return fromToken(scopeOf(in, self).settings.constraint); })
        .property("dtype", [&api](Interpreter& in, const Value& self) {
            const ScopeSettings& settings = scopeOf(in, self).settings;
            return settings.dataTypeToken ? fromToken(settings.dataTypeToken) : api.wrap(settings.dataType);
        })
        .property("use_resource", [](Interpreter& in, const Value& self) -> Value {
            const auto& useResource = scopeOf(in, self).settings.useResource;
            return useResource ? Value(*useResource) : Value();
        });
}

// `origin`: where the scope says who set it; null for custom getters, which say so themselves.
template <typename Set>
void addSetter(Api& api, NativeClass& type, const std::string& parameter, OriginId SettingOrigins::* origin, Set set) {
    type.method("set_" + parameter + "(self, " + parameter + ")", [&api, origin, set](Interpreter& in, std::span<Value> a) -> Value {
        VariableScope& scope = scopeOf(in, a[0]);
        set(scope.settings, a[1]);
        if (origin) scope.settings.origins.*origin = in.currentOrigin();
        api.trace().noteSettingCall(scope);
        return {};
    });
}

void addSetters(Api& api, NativeClass& type) {
    addSetter(api, type, "initializer", &SettingOrigins::initializer, [&api](ScopeSettings& settings, const Value& value) { settings.initializer = initializerArgument(api, value); });
    addSetter(api, type, "regularizer", &SettingOrigins::regularizer, [&api](ScopeSettings& settings, const Value& value) { settings.regularizer = regularizerArgument(api, value); });
    addSetter(api, type, "partitioner", &SettingOrigins::partitioner, [&api](ScopeSettings& settings, const Value& value) { settings.partitioner = partitionerArgument(api, value); });
    addSetter(api, type, "custom_getter", nullptr, [&api](ScopeSettings& settings, const Value& value) {
        settings.customGetter = customGetterArgument(api, value);
        settings.getters.clear();
        if (settings.customGetter) settings.getters.push_back({settings.customGetter->token, api.interpreter().currentOrigin()});
    });
    addSetter(api, type, "dtype", &SettingOrigins::dataType, [&api](ScopeSettings& settings, const Value& value) { setScopeDataType(api, value, settings); });
    addSetter(api, type, "use_resource", &SettingOrigins::useResource, [&api](ScopeSettings& settings, const Value& value) { settings.useResource = optionalBool(api, value); });
    addSetter(api, type, "caching_device", &SettingOrigins::cachingDevice, [&api](ScopeSettings& settings, const Value& value) {
        settings.cachingDevice = nullptr;
        settings.cachingDeviceToken.reset();
        setCachingDevice(api, value, settings.cachingDevice, settings.cachingDeviceToken);
    });
    type.method("reuse_variables(self)", [&api](Interpreter& in, std::span<Value> a) -> Value {
        VariableScope& scope = scopeOf(in, a[0]);
        scope.reuseVariables(in.currentOrigin());
        api.trace().noteSettingCall(scope);
        return {};
    });
}

void addCollections(Api& api, NativeClass& type) {
    const auto inScope = [&api](const VariableScope& scope, const Value& key) {
        const std::string prefix = scope.name.empty() ? "" : scope.name + '/';
        return collectionList(api, api.defaultGraph(), key, api.interpreter().string(prefix));
    };
    type.method("get_collection(self, name)", [inScope](Interpreter& in, std::span<Value> a) { return inScope(scopeOf(in, a[0]), a[1]); });
    for (const auto& [name, key] : {std::pair{"global_variables", graph_keys::kGlobalVariables}, {"local_variables", graph_keys::kLocalVariables},
                                    {"trainable_variables", graph_keys::kTrainableVariables}})
        type.method(std::string(name) + "(self)", [inScope, key = key](Interpreter& in, std::span<Value> a) { return inScope(scopeOf(in, a[0]), in.string(key)); });
}

void registerScopeObject(Api& api) {
    NativeClass type(api.interpreter(), "tensorflow.python.ops.variable_scope", "VariableScope");
    addProperties(api, type);
    addSetters(api, type);
    addCollections(api, type);
    addGetVariableMethod(api, type);
    type.identity([](const Object& object) -> std::uint64_t {
        const auto* scope = static_cast<const InstanceObject&>(object).payload<VariableScopePointer>();
        return scope ? reinterpret_cast<std::uint64_t>(scope->get()) : 0;
    });
    type.method(
        "__init__(self, reuse, name='', initializer=None, regularizer=None, caching_device=None, partitioner=None, custom_getter=None, name_scope='', dtype=standard, "
        "use_resource=None, constraint=None)",
        [&api](Interpreter& in, std::span<Value> a) -> Value {
            auto scope = std::make_shared<VariableScope>();
            scope->reuse = {reuseArgument(api, a[1]).value_or(Reuse::False), ReuseSetting::Source::Given, in.currentOrigin()};
            scope->name = in.str(a[2]);
            scope->originalNameScope = in.str(a[8]);
            scope->settings = settingsOf(api, {a[3], a[4], a[5], a[6], a[7], a[9], a[10], a[11]});
            a[0].as<InstanceObject>()->emplace<VariableScopePointer>(scope);
            return {};
        },
        {{"dtype", api.wrap(DataType(DataType::Float32))}});
    api.types.variableScope = &type.type();
    NativeModule(api.interpreter(), api.tf()).set("VariableScope", &type.type());
}

// --- tf.variable_scope

// The payload: what the block was asked for, and the entries that are open.
struct ScopeCall {
    struct Entry {
        std::unique_ptr<DefaultGraphBlock> graph;
        Trace::BlockId traced;
    };

    GraphPointer graph;
    Value nameOrScope;
    Value defaultName;
    VariableScopeOptions options;
    std::unique_ptr<VariableScopeContext> context;
    std::vector<Entry> entries;
};

bool auxiliaryArgument(Interpreter& in, const Value& value) {
    if (!value.isBool()) throw in.typeError("The auxiliary_name_scope must be `True` or `False`, while get " + in.str(value));
    return value.asBool();
}

void initializeScopeCall(Api& api, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    ScopeCall call;
    call.nameOrScope = a[1];
    call.defaultName = a[2];
    if (a[1].isNone() && a[2].isNone()) throw in.typeError("If default_name is None then name_or_scope is required");
    call.options.reuse = reuseArgument(api, a[9]);
    call.graph = api.pointerTo(graphFromInputs(api, a[3].isNone() ? std::vector<Value>{} : in.elements(a[3])));
    call.options.settings = settingsOf(api, {a[4], a[5], a[6], a[7], a[8], a[10], a[11], a[12]});
    call.options.auxiliaryNameScope = auxiliaryArgument(in, a[13]);
    a[0].as<InstanceObject>()->emplace<ScopeCall>(std::move(call));
}

void setNameOrScope(Interpreter& in, ScopeCall& call) {
    if (call.nameOrScope.isNone()) {
        // As TensorFlow has it, which asks for the name scope first.
        if (call.options.reuse.value_or(Reuse::False) == Reuse::False) call.options.defaultName = scopeNameArgument(in, call.defaultName);
        else call.options.defaultName = std::string();
        return;
    }
    if (const auto* text = call.nameOrScope.as<StringObject>()) call.options.nameOrScope = std::string(text->text());
    else if (const auto* scope = call.nameOrScope.as<VariableScopePointer>()) call.options.nameOrScope = *scope;
    else throw in.typeError("VariableScope: name_or_scope must be a string or VariableScope.");
}

ScopeNameSource nameSourceOf(const VariableScopeOptions& options) {
    if (std::holds_alternative<VariableScopePointer>(options.nameOrScope)) return ScopeNameSource::ScopeObject;
    return std::holds_alternative<std::string>(options.nameOrScope) ? ScopeNameSource::Name : ScopeNameSource::DefaultName;
}

Value enterScope(Api& api, ScopeCall& call) {
    Interpreter& in = api.interpreter();
    setNameOrScope(in, call);
    ScopeCall::Entry entry;
    entry.graph = std::make_unique<DefaultGraphBlock>(api, call.graph);
    api.markOrigin(*call.graph);
    if (!call.context) {
        call.options.origin = in.currentOrigin();
        call.context = std::make_unique<VariableScopeContext>(*call.graph, call.options);
    }
    const VariableScopePointer scope = call.context->enter();
    entry.traced = api.trace().enterBlock(ScopeBlockKind::VariableScope, nameSourceOf(call.options));
    call.entries.push_back(std::move(entry));
    return api.wrap(scope);
}

Value leaveScope(Api& api, ScopeCall& call) {
    if (call.entries.empty()) throw api.interpreter().attributeError("'NoneType' object has no attribute '__exit__'");
    const ScopeCall::Entry entry = std::move(call.entries.back());
    call.entries.pop_back();
    api.trace().leaveBlock(entry.traced);
    call.context->exit();
    return false;
}

constexpr const char* kScopeParameters =
    "initializer=None, regularizer=None, caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, use_resource=None, constraint=None";

TypeObject& registerScopeCall(Api& api) {
    NativeClass type(api.interpreter(), "tensorflow.python.ops.variable_scope", "variable_scope");
    type.method(std::string("__init__(self, name_or_scope, default_name=None, values=None, ") + kScopeParameters + ", auxiliary_name_scope=True)",
                [&api](Interpreter&, std::span<Value> a) -> Value {
                    initializeScopeCall(api, a);
                    return {};
                })
        .method("__enter__(self)", [&api](Interpreter& in, std::span<Value> a) { return enterScope(api, payloadOf<ScopeCall>(in, a[0])); })
        .method("__exit__(self, type_arg, value_arg, traceback_arg)", [&api](Interpreter& in, std::span<Value> a) { return leaveScope(api, payloadOf<ScopeCall>(in, a[0])); });
    type.property("_name_or_scope", [](Interpreter& in, const Value& self) { return payloadOf<ScopeCall>(in, self).nameOrScope; });
    NativeModule tf(api.interpreter(), api.tf());
    tf.set("variable_scope", &type.type());
    return type.type();
}

void registerAutoReuse(Api& api) {
    NativeClass type(api.interpreter(), "tensorflow.python.ops.variable_scope", "_ReuseMode");
    type.method("__repr__(self)", [](Interpreter& in, std::span<Value>) -> Value { return in.string("<_ReuseMode.AUTO_REUSE: 1>"); })
        .method("__str__(self)", [](Interpreter& in, std::span<Value>) -> Value { return in.string("_ReuseMode.AUTO_REUSE"); })
        .property("name", [](Interpreter& in, const Value&) -> Value { return in.string("AUTO_REUSE"); })
        .property("value", [](Interpreter&, const Value&) -> Value { return 1; });
    api.autoReuse = api.interpreter().wrap<int>(type.type(), 1);
    NativeModule(api.interpreter(), api.tf()).set("AUTO_REUSE", api.autoReuse);
}

}  // namespace

void registerVariableScopes(Api& api) {
    registerAutoReuse(api);
    registerScopeObject(api);
    registerScopeCall(api);
    registerGetVariable(api);
    NativeModule(api.interpreter(), api.tf())
        .function("get_variable_scope()", [&api](Interpreter&, std::span<Value>) { return api.wrap(currentVariableScope(api.defaultGraph())); })
        .function("no_regularizer(_)", [](Interpreter&, std::span<Value>) -> Value { return {}; });
}

}  // namespace namescape
