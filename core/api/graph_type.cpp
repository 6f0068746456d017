// tf.Graph and the functions that speak of the default graph.

#include "api/collection_functions.h"
#include "api/context_manager.h"
#include "api/convert.h"
#include "api/graph_def.h"
#include "api/graph_elements.h"
#include "api/graph_stack.h"
#include "api/name_scope_type.h"
#include "api/placement.h"
#include "api/random_seed.h"
#include "api/registration.h"
#include "graph/graph_scopes.h"
#include "script/builtin_types.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace namescape {

namespace {

const GraphPointer& graphOf(Interpreter& in, const Value& self) {
    return payloadOf<GraphPointer>(in, self);
}

Value wrapElement(Api& api, const GraphElement& element) {
    if (const auto* tensor = std::get_if<Tensor>(&element)) return api.wrap(*tensor);
    return api.wrap(std::get<Operation>(element));
}

void requireText(Interpreter& in, const Value& name, const char* kind) {
    if (!name.is<StringObject>()) throw in.typeError(std::string(kind) + " names are strings (or similar), not " + in.typeName(name) + ".");
}

Value nameScopeValue(Interpreter& in, const Graph& graph) {
    if (graph.nameScopeWasReset()) return {};
    return in.string(graph.nameScope());
}

std::string nameArgument(Interpreter& in, const Graph& graph, const Value& name) {
    if (const auto* text = name.as<StringObject>()) return std::string(text->text());
    if (graph.nameScope().empty()) throw in.attributeError("'" + in.typeName(name) + "' object has no attribute 'lower'");
    throw in.typeError("can only concatenate str (not \"" + in.typeName(name) + "\") to str");
}

void addLookups(Api& api, NativeClass& type) {
    type.method("get_operations(self)", [&api](Interpreter& in, std::span<Value> a) -> Value {
            const GraphPointer& graph = graphOf(in, a[0]);
            std::vector<Value> operations;
            for (std::uint32_t id = 0; id < graph->operationCount(); ++id) operations.push_back(api.wrap(graph->operation({id})));
            return in.list(operations);
        })
        .method("get_operation_by_name(self, name)", [&api](Interpreter& in, std::span<Value> a) {
            requireText(in, a[1], "Operation");
            return wrapElement(api, graphElement(api, *graphOf(in, a[0]), a[1], WantedElement::Operation));
        })
        .method("get_tensor_by_name(self, name)", [&api](Interpreter& in, std::span<Value> a) {
            requireText(in, a[1], "Tensor");
            return wrapElement(api, graphElement(api, *graphOf(in, a[0]), a[1], WantedElement::Tensor));
        })
        .method("as_graph_element(self, obj, allow_tensor=True, allow_operation=True)", [&api](Interpreter& in, std::span<Value> a) {
            const bool tensor = in.truth(a[2]);
            const bool operation = in.truth(a[3]);
            if (!tensor && !operation) throw in.valueError("allow_tensor and allow_operation can't both be False.");
            const auto wanted = tensor && operation ? WantedElement::Either : tensor ? WantedElement::Tensor : WantedElement::Operation;
            return wrapElement(api, graphElement(api, *graphOf(in, a[0]), a[1], wanted));
        });
}

void addNames(Api& api, NativeClass& type) {
    type.method("unique_name(self, name, mark_as_used=True)", [](Interpreter& in, std::span<Value> a) -> Value {
            const auto mark = in.truth(a[2]) ? NamesInUse::Mark::Used : NamesInUse::Mark::LookOnly;
            Graph& graph = *graphOf(in, a[0]);
            graph.setCurrentOrigin(in.currentOrigin());
            return in.string(graph.uniqueName(nameArgument(in, graph, a[1]), mark));
        })
        .method("get_name_scope(self)", [](Interpreter& in, std::span<Value> a) { return nameScopeValue(in, *graphOf(in, a[0])); })
        .method("name_scope(self, name)", [&api](Interpreter& in, std::span<Value> a) { return graphNameScope(api, graphOf(in, a[0]), a[1]); });
}

// What a session must not be given, or asked for.
struct Prevented {
    std::set<TensorId> fed;
    std::set<OperationId> fetched;
};

Prevented& preventedOf(Interpreter& in, const Value& graph) {
    static const char key = 0;
    auto& held = graphOf(in, graph)->extension(&key);
    if (!held) held = std::make_shared<Prevented>();
    return *static_cast<Prevented*>(held.get());
}

OperationId operationIdOf(Interpreter& in, const Value& element) {
    const auto* instance = element.as<InstanceObject>();
    const Tensor* tensor = instance ? instance->payload<Tensor>() : nullptr;
    return tensor ? tensor->id().operation : payloadOf<Operation>(in, element).id();
}

void addPreventions(NativeClass& type) {
    type.method("prevent_feeding(self, tensor)", [](Interpreter& in, std::span<Value> a) -> Value {
            preventedOf(in, a[0]).fed.insert(payloadOf<Tensor>(in, a[1]).id());
            return {};
        })
        .method("is_feedable(self, tensor)", [](Interpreter& in, std::span<Value> a) -> Value { return !preventedOf(in, a[0]).fed.contains(payloadOf<Tensor>(in, a[1]).id()); })
        .method("prevent_fetching(self, op)", [](Interpreter& in, std::span<Value> a) -> Value {
            preventedOf(in, a[0]).fetched.insert(payloadOf<Operation>(in, a[1]).id());
            return {};
        })
        .method("is_fetchable(self, tensor_or_op)", [](Interpreter& in, std::span<Value> a) -> Value { return !preventedOf(in, a[0]).fetched.contains(operationIdOf(in, a[1])); });
}

// The open blocks of Graph.gradient_override_map. What was made in them is marked when they end, and when gradients are asked for.
class GradientOverrides : public std::enable_shared_from_this<GradientOverrides> {
public:
    OpenBlock open(GraphPointer graph, std::vector<std::pair<std::string, std::string>> types) {
        settle();
        const std::size_t begin = graph->operationCount();
        m_open.push_back({std::move(graph), begin, std::move(types)});
        return OpenBlock(this, [self = shared_from_this()](void*) {
            self->settle();
            self->m_open.pop_back();
        });
    }

    // What an inner block marked, outer ones don't.
    void settle() {
        for (auto block = m_open.rbegin(); block != m_open.rend(); ++block) mark(*block);
    }

private:
    static constexpr std::string_view kMark = "_gradient_op_type";

    struct Block {
        GraphPointer graph;
        std::size_t begin = 0;
        std::vector<std::pair<std::string, std::string>> types;
    };

    // What it has not looked at yet.
    static void mark(Block& block) {
        const auto isMark = [](const Attribute& each) { return each.name == kMark; };
        for (; block.begin < block.graph->operationCount(); ++block.begin) {
            const OperationId id{static_cast<std::uint32_t>(block.begin)};
            const auto isOfType = [&](const auto& each) { return each.first == block.graph->operationType(id); };
            const auto found = std::ranges::find_if(block.types, isOfType);
            if (found == block.types.end() || std::ranges::any_of(block.graph->attributes(id), isMark)) continue;
            block.graph->setAttribute(id, {std::string(kMark), found->second});
        }
    }

    std::vector<Block> m_open;
};

void addBlocks(Api& api, NativeClass& type) {
    const auto overrides = std::make_shared<GradientOverrides>();
    type.method("as_default(self)", [&api](Interpreter& in, std::span<Value> a) { return asDefault(api, graphOf(in, a[0])); })
        .method("control_dependencies(self, control_inputs)", [&api](Interpreter& in, std::span<Value> a) { return controlDependencies(api, graphOf(in, a[0]), a[1]); })
        .method("device(self, device_name_or_function)", [&api](Interpreter& in, std::span<Value> a) { return deviceBlock(api, graphOf(in, a[0]), a[1]); })
        .method("colocate_with(self, op, ignore_existing=False)",
                [&api](Interpreter& in, std::span<Value> a) { return colocationBlock(api, graphOf(in, a[0]), a[1], in.truth(a[2])); })
        .method("container(self, container_name)", [&api](Interpreter&, std::span<Value>) { return makeContextManager(api, {[](Value&) { return OpenBlock(); }, {}}); })
        .method("_settle_gradient_overrides(self)",
                [overrides](Interpreter&, std::span<Value>) -> Value {
                    overrides->settle();
                    return {};
                })
        .method("gradient_override_map(self, op_type_map)", [&api, overrides](Interpreter& in, std::span<Value> a) {
            const auto* map = a[1].as<DictObject>();
            if (!map) throw in.typeError("op_type_map must be a dictionary mapping strings to strings");
            std::vector<std::pair<std::string, std::string>> types;
            for (const auto& entry : map->table.entries()) {
                if (entry.value.isUnset()) continue;
                if (!(entry.key.is<StringObject>() && entry.value.is<StringObject>())) throw in.typeError("op_type_map must be a dictionary mapping strings to strings");
                types.emplace_back(in.str(entry.key), in.str(entry.value));
            }
            return makeContextManager(api, {[overrides, graph = graphOf(in, a[0]), types](Value&) { return overrides->open(graph, types); }, {}});
        });
}

void addState(Api& api, NativeClass& type) {
    type.method("finalize(self)", [](Interpreter& in, std::span<Value> a) -> Value {
            graphOf(in, a[0])->finalize();
            return {};
        })
        .method("_unsafe_unfinalize(self)", [](Interpreter& in, std::span<Value> a) -> Value {
            graphOf(in, a[0])->unfinalize();
            return {};
        })
        .property("finalized", [](Interpreter& in, const Value& self) -> Value { return graphOf(in, self)->isFinalized(); })
        .property("version", [](Interpreter& in, const Value& self) -> Value { return static_cast<std::int64_t>(graphOf(in, self)->operationCount()); })
        .property("graph_def_versions", [&api](Interpreter&, const Value&) { return versionsValue(api); })
        .property("building_function", [](Interpreter&, const Value&) -> Value { return false; })
        .property(
            "seed", [](Interpreter& in, const Value& self) -> Value {
                const auto& seed = graphSeed(*graphOf(in, self));
                return seed ? Value(*seed) : Value();
            },
            [](Interpreter& in, const Value& self, const Value& seed) { graphSeed(*graphOf(in, self)) = seed.isNone() ? std::nullopt : std::optional(in.index(seed)); })
        .method("as_graph_def(self, from_version=None, add_shapes=False)", [&api](Interpreter& in, std::span<Value> a) { return graphDefOf(api, graphOf(in, a[0])); })
        .method("__init__(self)", [&api](Interpreter&, std::span<Value> a) -> Value {
            a[0].as<InstanceObject>()->emplace<GraphPointer>(api.makeGraph());
            return {};
        });
}

void addFunctions(Api& api) {
    NativeModule tf(api.interpreter(), api.tf());
    tf.function("get_default_graph()", [&api](Interpreter&, std::span<Value>) { return api.wrap(api.defaultGraphPointer()); })
        .function("reset_default_graph()", [&api](Interpreter&, std::span<Value>) -> Value {
            api.resetDefaultGraph();
            return {};
        })
        .function("control_dependencies(control_inputs)", [&api](Interpreter&, std::span<Value> a) { return controlDependencies(api, api.defaultGraphPointer(), a[0]); })
        .function("device(device_name_or_function)", [&api](Interpreter&, std::span<Value> a) { return deviceBlock(api, api.defaultGraphPointer(), a[0]); })
        .function("colocate_with(op, ignore_existing=False)",
                  [&api](Interpreter& in, std::span<Value> a) { return colocationBlock(api, api.defaultGraphPointer(), a[0], in.truth(a[1])); })
        .function("container(container_name)", [&api](Interpreter&, std::span<Value>) { return makeContextManager(api, {[](Value&) { return OpenBlock(); }, {}}); })
        .function("init_scope()", [&api](Interpreter&, std::span<Value>) {
            return makeContextManager(api, {[&api](Value&) -> OpenBlock { return std::make_shared<InitScope>(api.defaultGraph()); }, {}});
        });
}

}  // namespace

void registerGraphs(Api& api) {
    NativeClass type(api.interpreter(), "tensorflow.python.framework.ops", "Graph");
    type.identity([](const Object& object) -> std::uint64_t {
        const auto* graph = static_cast<const InstanceObject&>(object).payload<GraphPointer>();
        return graph ? reinterpret_cast<std::uint64_t>(graph->get()) : 0;
    });
    addLookups(api, type);
    addNames(api, type);
    addPreventions(type);
    addBlocks(api, type);
    addState(api, type);
    addCollectionMethods(api, type);
    api.types.graph = &type.type();
    NativeModule(api.interpreter(), api.tf()).set("Graph", &type.type());
    addFunctions(api);
    registerNameScopes(api);
    registerGraphDefs(api);
}

}  // namespace namescape
