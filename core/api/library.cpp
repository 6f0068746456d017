#include "api/library.h"

#include "api/convert.h"
#include "api/library_index.h"
#include "api/scope_settings.h"
#include "api/stack_trace.h"
#include "scope/variable_partition.h"

#include <algorithm>
#include <array>
#include <string>

namespace namescape {

namespace {

// Which file has a name. A name is looked for by its last part; an alias gives the name it has there.
struct Export {
    std::string_view path;  // of the module, below `tf`: "train"; empty for `tf` itself
    std::string_view name;
    std::string_view file;
    std::string_view definedAs = {};
};

constexpr std::array kExports = std::to_array<Export>({
    {"", "variable_axis_size_partitioner", "partitioners"},
    {"", "min_max_variable_partitioner", "partitioners"},
    {"", "fixed_size_partitioner", "partitioners"},
    {"", "create_partitioned_variables", "partitioners"},
    {"", "make_template", "templates"},
    {"keras.regularizers", "Regularizer", "regularizers"},
    {"keras.regularizers", "L1L2", "regularizers"},
    {"keras.regularizers", "l1", "regularizers"},
    {"keras.regularizers", "l2", "regularizers"},
    {"keras.regularizers", "l1_l2", "regularizers"},
    {"contrib.layers", "l1_regularizer", "regularizers"},
    {"contrib.layers", "l2_regularizer", "regularizers"},
    {"contrib.layers", "xavier_initializer", "initializers"},
    {"contrib.layers", "variance_scaling_initializer", "initializers", "VarianceScaling"},
    {"", "global_variables", "variable_groups"},
    {"", "all_variables", "variable_groups"},
    {"", "local_variables", "variable_groups"},
    {"", "model_variables", "variable_groups"},
    {"", "trainable_variables", "variable_groups"},
    {"", "moving_average_variables", "variable_groups"},
    {"", "variables_initializer", "variable_groups"},
    {"", "global_variables_initializer", "variable_groups"},
    {"", "local_variables_initializer", "variable_groups"},
    {"", "initialize_all_variables", "variable_groups"},
    {"", "initialize_local_variables", "variable_groups"},
    {"", "initialize_variables", "variable_groups"},
    {"", "tables_initializer", "variable_groups"},
    {"", "is_variable_initialized", "variable_groups"},
    {"", "report_uninitialized_variables", "variable_groups"},
    {"", "assert_variables_initialized", "variable_groups"},
    {"initializers", "variables", "variable_groups", "variables_initializer"},
    {"initializers", "global_variables", "variable_groups", "global_variables_initializer"},
    {"initializers", "local_variables", "variable_groups", "local_variables_initializer"},
    {"train", "get_global_step", "variable_groups"},
    {"train", "create_global_step", "variable_groups"},
    {"train", "get_or_create_global_step", "variable_groups"},
    {"train", "assert_global_step", "variable_groups"},
    {"train", "replica_device_setter", "devices"},
    {"train", "ClusterSpec", "devices"},
    {"", "zeros_initializer", "initializers", "Zeros"},
    {"", "ones_initializer", "initializers", "Ones"},
    {"", "constant_initializer", "initializers", "Constant"},
    {"", "random_uniform_initializer", "initializers", "RandomUniform"},
    {"", "random_normal_initializer", "initializers", "RandomNormal"},
    {"", "truncated_normal_initializer", "initializers", "TruncatedNormal"},
    {"", "uniform_unit_scaling_initializer", "initializers", "UniformUnitScaling"},
    {"", "variance_scaling_initializer", "initializers", "VarianceScaling"},
    {"", "orthogonal_initializer", "initializers", "Orthogonal"},
    {"", "glorot_uniform_initializer", "initializers", "GlorotUniform"},
    {"", "glorot_normal_initializer", "initializers", "GlorotNormal"},
    {"initializers", "zeros", "initializers", "Zeros"},
    {"initializers", "ones", "initializers", "Ones"},
    {"initializers", "constant", "initializers", "Constant"},
    {"initializers", "random_uniform", "initializers", "RandomUniform"},
    {"initializers", "random_normal", "initializers", "RandomNormal"},
    {"initializers", "truncated_normal", "initializers", "TruncatedNormal"},
    {"initializers", "uniform_unit_scaling", "initializers", "UniformUnitScaling"},
    {"initializers", "variance_scaling", "initializers", "VarianceScaling"},
    {"initializers", "orthogonal", "initializers", "Orthogonal"},
    {"initializers", "identity", "initializers", "Identity"},
    {"initializers", "glorot_uniform", "initializers", "GlorotUniform"},
    {"initializers", "glorot_normal", "initializers", "GlorotNormal"},
    {"initializers", "lecun_normal", "initializers"},
    {"initializers", "lecun_uniform", "initializers"},
    {"initializers", "he_normal", "initializers"},
    {"initializers", "he_uniform", "initializers"},
    {"", "while_loop", "control_flow"},
    {"", "case", "control_flow"},
    {"", "Session", "session"},
    {"", "InteractiveSession", "session"},
    {"", "ConfigProto", "session"},
    {"", "GPUOptions", "session"},
    {"train", "Saver", "session"},
    {"summary", "FileWriter", "session"},
});

const Export* findExport(std::string_view path, std::string_view name) {
    // What stands in tf.keras.initializers stands in tf.initializers.
    if (path == "keras.initializers") path = "initializers";
    const auto found = std::ranges::find_if(kExports, [&](const Export& each) { return each.path == path && each.name == name; });
    return found == kExports.end() ? nullptr : &*found;
}

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
}

std::optional<Value> findInLibrary(Api& api, std::string_view path, std::string_view name) {
    std::optional<LibraryPlace> place = findInLibraryIndex(path, name);
    if (const Export* found = findExport(path, name)) place = LibraryPlace{found->file, found->definedAs.empty() ? found->name : found->definedAs};
    if (!place) return std::nullopt;
    Interpreter& in = api.interpreter();
    const std::string moduleName = "_namescape_library." + std::string(place->file);
    auto& loaded = api.libraryModules[moduleName];
    if (loaded.isNone()) loaded = Value(&in.loadLibrary(moduleName, librarySource(place->file)));
    return in.getAttribute(loaded, place->definedAs);
}

}  // namespace namescape
