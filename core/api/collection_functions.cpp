// tf.GraphKeys and collections: TensorFlow 1.15, python/framework/ops.py.

#include "api/collection_functions.h"

#include "api/collection_lists.h"
#include "api/registration.h"
#include "scope/variable.h"

#include <algorithm>
#include <array>
#include <utility>

namespace namescape {

namespace {

const GraphPointer& graphOf(Interpreter& in, const Value& self) {
    return payloadOf<GraphPointer>(in, self);
}

// What no string's name begins with.
constexpr char kNoString = '\x01';

// Keys are strings as a rule. Others stand by their repr: TensorFlow keeps them, but lists them nowhere.
std::string keyText(Interpreter& in, const Value& key) {
    if (const auto* text = key.as<StringObject>()) return std::string(text->text());
    in.hash(key);  // raises for lists and the like
    return kNoString + in.repr(key);
}

bool isListed(const std::string& key) {
    return !key.starts_with(kNoString) && !key.starts_with("__");
}

void add(Api& api, Graph& graph, const Value& key, const Value& value) {
    if (graph.isFinalized()) throw api.interpreter().runtimeError("Graph is finalized and cannot be modified.");
    graph.collections().add(keyText(api.interpreter(), key), api.item(value));
}

void addToAll(Api& api, Graph& graph, const Value& keys, const Value& value) {
    if (keys.is<StringObject>()) return add(api, graph, keys, value);
    std::vector<std::string> seen;
    api.interpreter().forEach(keys, [&](const Value& key) {
        std::string text = keyText(api.interpreter(), key);
        if (std::ranges::find(seen, text) == seen.end()) add(api, graph, key, value);
        seen.push_back(std::move(text));
    });
}

Value keysList(Api& api, const Graph& graph) {
    std::vector<Value> keys;
    for (const auto& entry : graph.collections().entries())
        if (isListed(entry.key)) keys.push_back(api.interpreter().string(entry.key));
    return api.interpreter().list(keys);
}

CollectionValue described(Api& api, const Graph& graph, const CollectionItemPointer& item) {
    const auto* variable = dynamic_cast<const Variable*>(item.get());
    if (variable && &variable->graph() == &graph && !variable->readAfter.isValid()) return variable->handle.id();
    const auto* script = dynamic_cast<const ScriptItem*>(item.get());
    if (!script) return item->itemName().value_or("");
    const Value& value = script->value;
    if (value.isNone()) return nullptr;
    if (value.isBool()) return value.asBool();
    if (value.isInt()) return value.asInt();
    if (value.isFloat()) return value.asFloat();
    if (const auto name = item->itemName()) return *name;
    return api.interpreter().str(value);
}

template <typename Define>
void defineFunctions(Api& api, Define define) {
    define("add_to_collection(", "name, value)", [&api](Graph& graph, std::span<Value> a) -> Value {
        add(api, graph, a[0], a[1]);
        return {};
    });
    define("add_to_collections(", "names, value)", [&api](Graph& graph, std::span<Value> a) -> Value {
        addToAll(api, graph, a[0], a[1]);
        return {};
    });
    define("get_collection_ref(", "name)", [&api](Graph& graph, std::span<Value> a) { return CollectionLists::of(graph).reference(api, graph, keyText(api.interpreter(), a[0])); });
}

void addKeys(Api& api) {
    constexpr std::array<std::pair<const char*, const char*>, 27> kKeys{{
        {"GLOBAL_VARIABLES", "variables"},
        {"LOCAL_VARIABLES", "local_variables"},
        {"METRIC_VARIABLES", "metric_variables"},
        {"MODEL_VARIABLES", "model_variables"},
        {"TRAINABLE_VARIABLES", "trainable_variables"},
        {"SUMMARIES", "summaries"},
        {"QUEUE_RUNNERS", "queue_runners"},
        {"TABLE_INITIALIZERS", "table_initializer"},
        {"ASSET_FILEPATHS", "asset_filepaths"},
        {"MOVING_AVERAGE_VARIABLES", "moving_average_variables"},
        {"REGULARIZATION_LOSSES", "regularization_losses"},
        {"CONCATENATED_VARIABLES", "concatenated_variables"},
        {"SAVERS", "savers"},
        {"WEIGHTS", "weights"},
        {"BIASES", "biases"},
        {"ACTIVATIONS", "activations"},
        {"UPDATE_OPS", "update_ops"},
        {"LOSSES", "losses"},
        {"SAVEABLE_OBJECTS", "saveable_objects"},
        {"RESOURCES", "resources"},
        {"LOCAL_RESOURCES", "local_resources"},
        {"INIT_OP", "init_op"},
        {"LOCAL_INIT_OP", "local_init_op"},
        {"TRAIN_OP", "train_op"},
        {"GLOBAL_STEP", "global_step"},
        {"COND_CONTEXT", "cond_context"},
        {"WHILE_CONTEXT", "while_context"},
    }};
    NativeClass keys(api.interpreter(), "tensorflow.python.framework.ops", "GraphKeys");
    for (const auto& [name, value] : kKeys) keys.attribute(name, api.interpreter().string(value));
    for (const auto& [name, value] : {std::pair{"READY_OP", "ready_op"}, {"READY_FOR_LOCAL_INIT_OP", "ready_for_local_init_op"}, {"SUMMARY_OP", "summary_op"},
                                      {"EVAL_STEP", "eval_step"}, {"TRAINABLE_RESOURCE_VARIABLES", "trainable_resource_variables"}, {"VARIABLES", "variables"}})
        keys.attribute(name, api.interpreter().string(value));
    NativeModule(api.interpreter(), api.tf()).set("GraphKeys", &keys.type());
}

}  // namespace

Value collectionList(Api& api, Graph& graph, const Value& key, const Value& scope) {
    Interpreter& in = api.interpreter();
    const auto* items = graph.collections().find(keyText(in, key));
    const Value pattern = scope.isNone() ? Value() : in.callMethod(in.importModule("re"), "compile", {scope});
    std::vector<Value> values;
    if (!items) return in.list(values);
    for (const auto& item : *items)
        if (pattern.isNone() || (item->itemName() && in.truth(in.callMethod(pattern, "match", {in.string(*item->itemName())})))) values.push_back(api.wrap(item));
    return in.list(values);
}

std::vector<CollectionInfo> describeCollections(Api& api, Graph& graph) {
    CollectionLists::of(graph).takeBack(api, graph);
    std::vector<CollectionInfo> infos;
    for (const auto& entry : graph.collections().entries()) {
        if (entry.key.starts_with(kNoString)) continue;
        CollectionInfo info{entry.key, {}};
        info.items.reserve(entry.items.size());
        for (const auto& item : entry.items) info.items.push_back(described(api, graph, item));
        infos.push_back(std::move(info));
    }
    return infos;
}

void addCollectionMethods(Api& api, NativeClass& type) {
    defineFunctions(api, [&](const char* start, const char* rest, auto body) {
        type.method(std::string(start) + "self, " + rest, [body](Interpreter& in, std::span<Value> a) { return body(*graphOf(in, a[0]), a.subspan(1)); });
    });
    type.method("get_collection(self, name, scope=None)", [&api](Interpreter& in, std::span<Value> a) {
            CollectionLists::of(*graphOf(in, a[0])).takeBack(api, *graphOf(in, a[0]));
            return collectionList(api, *graphOf(in, a[0]), a[1], a[2]);
        })
        .method("clear_collection(self, name)", [&api](Interpreter& in, std::span<Value> a) -> Value {
            const std::string key = keyText(api.interpreter(), a[1]);
            graphOf(in, a[0])->collections().remove(key);
            CollectionLists::of(*graphOf(in, a[0])).forget(key);
            return {};
        })
        .method("get_all_collection_keys(self)", [&api](Interpreter& in, std::span<Value> a) { return keysList(api, *graphOf(in, a[0])); })
        .property("collections", [&api](Interpreter& in, const Value& self) { return keysList(api, *graphOf(in, self)); });
}

void registerCollections(Api& api) {
    addKeys(api);
    NativeModule tf(api.interpreter(), api.tf());
    defineFunctions(api, [&](const char* start, const char* rest, auto body) {
        tf.function(std::string(start) + rest, [&api, body](Interpreter&, std::span<Value> a) { return body(api.defaultGraph(), a); });
    });
    tf.function("get_collection(key, scope=None)", [&api](Interpreter&, std::span<Value> a) {
        CollectionLists::of(api.defaultGraph()).takeBack(api, api.defaultGraph());
        return collectionList(api, api.defaultGraph(), a[0], a[1]);
    });
}

}  // namespace namescape
