// tf.name_scope: TensorFlow 1.15, python/framework/ops.py, name_scope and Graph.name_scope.

#include "api/name_scope_type.h"

#include "api/context_manager.h"
#include "api/convert.h"
#include "api/graph_stack.h"
#include "api/trace.h"
#include "graph/graph_scopes.h"

#include <memory>
#include <vector>

namespace namescape {

namespace {

// A name_scope block that is open: its graph is the default one meanwhile.
struct OpenNameScope {
    OpenNameScope(Api& api, GraphPointer graphPointer, std::string_view name) : graph(api, graphPointer), scope(*graphPointer, name) {}

    DefaultGraphBlock graph;
    NameScope scope;
    Trace::BlockId traced;
};

// The payload of tf.name_scope.
struct NameScopeCall {
    Value name;
    Value defaultName;
    Value values;
    bool isDefault = false;  // `name` is the default one
    std::vector<std::unique_ptr<OpenNameScope>> open;
};

std::vector<Value> valuesOf(Api& api, const Value& values) {
    return values.isNone() ? std::vector<Value>{} : api.interpreter().elements(values);
}

void initialize(Api& api, std::span<Value> arguments) {
    Interpreter& in = api.interpreter();
    const Value& defaultName = arguments[2];
    if (!defaultName.isNone() && !defaultName.is<StringObject>())
        throw in.typeError("`default_name` type (" + in.str(&in.typeOf(defaultName)) + ") is not a string type. You likely meant to pass this into the `values` kwarg.");
    const Value name = arguments[1].isNone() ? defaultName : arguments[1];
    arguments[0].as<InstanceObject>()->emplace<NameScopeCall>(NameScopeCall{name, defaultName, arguments[3], arguments[1].isNone() && !defaultName.isNone(), {}});
}

Value enter(Api& api, NameScopeCall& call) {
    Interpreter& in = api.interpreter();
    if (call.name.isNone() && !call.values.isNone())
        throw in.valueError("At least one of name (" + in.str(call.name) + ") and default_name (" + in.str(call.defaultName) + ") must be provided.");
    Graph& graph = graphFromInputs(api, valuesOf(api, call.values));
    api.markOrigin(graph);
    call.open.push_back(std::make_unique<OpenNameScope>(api, api.pointerTo(graph), scopeNameArgument(in, call.name)));
    call.open.back()->traced = api.trace().enterBlock(ScopeBlockKind::NameScope, call.isDefault ? ScopeNameSource::DefaultName : ScopeNameSource::Name);
    return in.string(call.open.back()->scope.path());
}

Value leave(Api& api, NameScopeCall& call) {
    if (call.open.empty()) throw api.interpreter().attributeError("'name_scope' object has no attribute '_name_scope'");
    api.trace().leaveBlock(call.open.back()->traced);
    call.open.pop_back();
    return false;
}

NativeClass makeType(Api& api, std::string_view name, std::string signature) {
    NativeClass type(api.interpreter(), "tensorflow.python.framework.ops", name);
    type.method(std::move(signature), [&api](Interpreter&, std::span<Value> arguments) -> Value {
            initialize(api, arguments);
            return {};
        })
        .method("__enter__(self)", [&api](Interpreter& in, std::span<Value> a) { return enter(api, payloadOf<NameScopeCall>(in, a[0])); })
        .method("__exit__(self, type_arg, value_arg, traceback_arg)", [&api](Interpreter& in, std::span<Value> a) { return leave(api, payloadOf<NameScopeCall>(in, a[0])); })
        .property("name", [](Interpreter& in, const Value& self) { return payloadOf<NameScopeCall>(in, self).name; });
    return type;
}

}  // namespace

std::string scopeNameArgument(Interpreter& in, const Value& name) {
    if (const auto* text = name.as<StringObject>()) return std::string(text->text());
    if (const auto* bytes = name.as<BytesObject>()) return std::string(bytes->bytes());
    if (in.truth(name)) throw in.typeError("expected string or bytes-like object");
    return {};
}

Value graphNameScope(Api& api, const GraphPointer& graph, const Value& name) {
    return makeContextManager(api, {[&api, graph, name](Value& asValue) -> OpenBlock {
                                        api.markOrigin(*graph);
                                        auto scope = std::make_shared<NameScope>(*graph, scopeNameArgument(api.interpreter(), name));
                                        asValue = api.interpreter().string(scope->path());
                                        return scope;
                                    },
                                    {}});
}

void registerNameScopes(Api& api) {
    const NativeClass first = makeType(api, "name_scope", "__init__(self, name, default_name=None, values=None)");
    NativeModule(api.interpreter(), api.tf()).set("name_scope", &first.type());

    NativeClass second(api.interpreter(), "tensorflow.python.framework.ops", "name_scope_v2", {&first.type()});
    second.method("__init__(self, name)", [&api](Interpreter& in, std::span<Value> arguments) -> Value {
        if (!arguments[1].is<StringObject>()) throw in.valueError("name for name_scope must be a string.");
        std::vector<Value> all{arguments[0], arguments[1], Value(), Value()};
        initialize(api, all);
        return {};
    });
    NativeModule(api.interpreter(), api.module("compat.v2")).set("name_scope", &second.type());
}

}  // namespace namescape
