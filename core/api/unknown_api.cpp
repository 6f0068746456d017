#include "api/unknown_api.h"

#include "api/context_manager.h"
#include "api/convert.h"
#include "api/library_index.h"
#include "scope/variable.h"
#include "graph/graph_scopes.h"
#include "script/nearest_name.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

namespace namescape {

namespace {

struct Unknown {
    std::string path;
    bool isInstance = false;
};

std::string lastPart(const std::string& path) {
    return path.substr(path.rfind('.') + 1);
}

// "spectral_norm" is made by an operation of type "SpectralNorm".
std::string operationType(const std::string& path) {
    std::string type;
    bool startsWord = true;
    for (const char c : lastPart(path)) {
        if (c == '_') {
            startsWord = true;
            continue;
        }
        type += startsWord ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        startsWord = false;
    }
    return type;
}

// The name of the same module that was probably meant.
std::string nearestApi(Api& api, const std::string& path) {
    const auto last = path.rfind('.');
    const auto first = path.find('.');
    if (last == std::string::npos) return {};
    const std::string modulePath = first == last ? std::string() : path.substr(first + 1, last - first - 1);
    ModuleObject& module = api.module(modulePath);
    std::vector<std::string_view> names = module.missingNames();
    for (const auto& entry : module.table().entries())
        if (const auto* name = entry.key.as<StringObject>(); name && !entry.value.isUnset() && !name->text().starts_with('_')) names.push_back(name->text());
    return nearestName(lastPart(path), names);
}

void warn(Api& api, const std::string& path) {
    Interpreter& in = api.interpreter();
    const auto isKnown = [&](const Diagnostic& each) { return each.kind == DiagnosticKind::UnknownApi && each.arguments.front() == path; };
    if (std::ranges::any_of(in.diagnostics(), isKnown)) return;
    Diagnostic warning;
    warning.severity = Severity::Warning;
    warning.kind = DiagnosticKind::UnknownApi;
    warning.arguments = {path, nearestApi(api, path)};
    warning.range = in.currentExpression();
    in.report(std::move(warning));
}

// The tensors among a call's arguments, lists looked into.
void collectTensors(Api& api, const Value& value, std::vector<TensorId>& tensors, DataType& type) {
    if (const auto* list = value.as<ListObject>(); list || value.is<TupleObject>()) {
        for (const Value& element : api.interpreter().elements(value)) collectTensors(api, element, tensors, type);
        return;
    }
    const bool isTensor = value.is<Tensor>() || value.is<VariablePointer>();
    if (!isTensor) return;
    const Tensor tensor = convertToTensor(api, value);
    tensors.push_back(tensor.id());
    if (!type.isValid()) type = tensor.dataType().base();
}

Value makeOperation(Api& api, const std::string& path, const Value& positional, const Value& keywords) {
    Interpreter& in = api.interpreter();
    Graph& graph = api.defaultGraph();
    api.markOrigin(graph);
    const std::string type = operationType(path);
    std::string name = type;
    std::vector<TensorId> inputs;
    DataType dataType;
    collectTensors(api, positional, inputs, dataType);
    for (const auto& entry : keywords.as<DictObject>()->table.entries()) {
        if (entry.value.isUnset()) continue;
        if (in.str(entry.key) == "name" && !entry.value.isNone()) name = in.str(entry.value);
        else collectTensors(api, entry.value, inputs, dataType);
    }
    const NameScope scope(graph, name);
    const OutputSpec output{dataType.isValid() ? dataType : DataType(DataType::Float32), ShapePool::kUnknown};
    return api.wrap(graph.addOperation({type, scope.path(), inputs, {&output, 1}, {}, {}}).output());
}

Value callUnknown(Api& api, const Unknown& unknown, std::span<Value> a) {
    warn(api, unknown.path);
    const std::string name = lastPart(unknown.path);
    const bool isClass = !name.empty() && std::isupper(static_cast<unsigned char>(name.front()));
    if (isClass && !unknown.isInstance) return api.interpreter().wrap<Unknown>(*api.types.unknown, Unknown{unknown.path, true});
    return makeOperation(api, unknown.path, a[1], a[2]);
}

}  // namespace

void registerUnknownApi(Api& api) {
    NativeClass type(api.interpreter(), "tensorflow", "UnknownApi");
    type.method("__call__(self, *args, **kwargs)", [&api](Interpreter& in, std::span<Value> a) { return callUnknown(api, payloadOf<Unknown>(in, a[0]), a); })
        .method("__getattr__(self, name)",
                [&api](Interpreter& in, std::span<Value> a) {
                    const std::string name = in.str(a[1]);
                    if (name.starts_with("__")) throw in.attributeError("'" + payloadOf<Unknown>(in, a[0]).path + "' object has no attribute '" + name + "'");
                    return unknownApi(api, payloadOf<Unknown>(in, a[0]).path + '.' + name);
                })
        .method("__enter__(self)", [](Interpreter&, std::span<Value> a) { return a[0]; })
        .method("__exit__(self, type, value, traceback)", [](Interpreter&, std::span<Value>) -> Value { return false; })
        .method("__repr__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return in.string("<" + payloadOf<Unknown>(in, a[0]).path + ", unknown here>"); });
    api.types.unknown = &type.type();
}

Value unknownApi(Api& api, std::string_view path) {
    return api.interpreter().wrap<Unknown>(*api.types.unknown, Unknown{std::string(path), false});
}

}  // namespace namescape
