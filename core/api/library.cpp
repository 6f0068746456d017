#include "api/library.h"

#include "api/convert.h"
#include "api/library_index.h"
#include "api/scope_settings.h"
#include "api/stack_trace.h"
#include "scope/variable_partition.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

namespace namescape {

namespace {

Value partitionedFromStore(Api& api, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    Graph& graph = api.defaultGraph();
    const VariableScope& scope = *currentVariableScope(graph);
    GetVariableRequest request;
    request.name = in.str(a[0]);
    request.shape = asShape(api, a[1]);
    request.dataType = asDataType(api, a[2]);
    request.initializer = initializerArgument(api, a[3]);
    request.trainable = in.truth(a[4]);
    request.partitioner = partitionerArgument(api, a[5]);
    request.collections = collectionsArgument(api, a[6]);
    request.collectionsToken = makeToken(a[6]);
    request.checkArguments = [&api](const VariableOptions& options) { checkVariableArguments(api, options); };
    request.cachingDevice = scope.settings.cachingDevice;
    request.cachingDeviceToken = scope.settings.cachingDeviceToken;
    request.constraint = scope.settings.constraint;
    request.reuse = scope.reuse.value;
    request.regularizer = scope.settings.regularizer;
    request.useResource = scope.settings.useResource;
    api.markOrigin(graph);
    return api.wrap(getPartitionedVariable(graph, request));
}

void hintNothingRuns(Api& api) {
    for (const Diagnostic& known : api.interpreter().diagnostics())
        if (known.kind == DiagnosticKind::NothingIsRun) return;
    Diagnostic hint;
    hint.severity = Severity::Hint;
    hint.kind = DiagnosticKind::NothingIsRun;
    hint.range = api.interpreter().currentExpression();
    api.interpreter().report(std::move(hint));
}

// A library file's classes are printed with TensorFlow's module.
void showAsTensorFlows(ModuleObject& library, const std::string& libraryName, std::string_view file) {
    const std::string_view module = moduleInTensorFlow(file);
    if (module.empty()) return;
    for (const Table::Entry& entry : library.table().entries())
        if (auto* type = entry.value.as<TypeObject>(); type && type->module == libraryName) type->module = module;
}

Value libraryModule(Api& api, std::string_view file) {
    const std::string moduleName = "_namescape_library." + std::string(file);
    auto& loaded = api.libraryModules[moduleName];
    if (loaded.isNone()) {
        const std::string_view text = librarySource(file);
        assert(!text.empty());
        ModuleObject& module = api.interpreter().loadLibrary(moduleName, text);
        showAsTensorFlows(module, moduleName, file);
        loaded = Value(&module);
    }
    return loaded;
}

}  // namespace

void registerLibrarySupport(Api& api) {
    api.interpreter().addModule("_namescape", [&api](Interpreter& in, ModuleObject& module) {
        NativeModule(in, module)
            .function("partitioned_from_store(name, shape, dtype, initializer, trainable, partitioner, collections)",
                      [&api](Interpreter&, std::span<Value> a) { return partitionedFromStore(api, a); })
            .function("unique_variable_scope(prefix)",
                      [&api](Interpreter& inner, std::span<Value> a) -> Value { return inner.string(uniqueVariableScopeName(api.defaultGraph(), inner.str(a[0]))); })
            .function("call_place()", [&api](Interpreter& inner, std::span<Value>) -> Value { return inner.string(stackTrace(api, inner.currentOrigin(), TraceOrder::OutermostFirst)); })
            .function("hint_nothing_runs()", [&api](Interpreter&, std::span<Value>) -> Value {
                hintNothingRuns(api);
                return {};
            });
    });
    // Library files import one another from here.
    api.interpreter().addModule("_namescape_library", [&api](Interpreter&, ModuleObject& module) {
        module.onMissing = [&api](Interpreter&, std::string_view file) -> std::optional<Value> {
            if (librarySource(file).empty()) return std::nullopt;
            return libraryModule(api, file);
        };
    });
}

Value libraryValue(Api& api, std::string_view file, std::string_view name) {
    return api.interpreter().getAttribute(libraryModule(api, file), name);
}

std::optional<Value> findInLibrary(Api& api, std::string_view path, std::string_view name) {
    const auto place = findInLibraryIndex(path, name);
    return place ? std::optional(libraryValue(api, place->file, place->definedAs)) : std::nullopt;
}

}  // namespace namescape
