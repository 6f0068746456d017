#include "pipeline/graph_file_snapshot.h"

#include "diagram/variable_uses.h"
#include "graph_file/undecoded_nodes.h"

#include <algorithm>
#include <map>

namespace namescape {

namespace {

// By name: the collections that have a variable.
using CollectionsOf = std::map<std::string_view, std::vector<std::string>, std::less<>>;

CollectionsOf collectionsOf(const GraphFile& file) {
    CollectionsOf found;
    for (const FileCollection& collection : file.collections)
        for (const std::string& item : collection.items) {
            auto& keys = found[item];
            if (keys.empty() || keys.back() != collection.key) keys.push_back(collection.key);
        }
    return found;
}

// The handle of a resource variable is a scalar: what it holds stands in its attributes.
void setContent(VariableInfo& variable, const Graph& graph) {
    const TensorId output{variable.operation, 0};
    variable.dataType = graph.outputType(output).base();
    variable.shape = graph.outputShape(output);
    if (!variable.isResource) return;
    const auto* nodes = dynamic_cast<const UndecodedNodes*>(graph.attributeSource());
    if (!nodes) return;
    for (const Attribute& attribute : nodes->decode(variable.operation)) {
        if (const auto* type = std::get_if<DataType>(&attribute.value); type && attribute.name == "dtype") variable.dataType = *type;
        if (const auto* shape = std::get_if<Shape>(&attribute.value); shape && attribute.name == "shape") variable.shape = *shape;
    }
}

std::vector<VariableInfo> variablesOf(const GraphFile& file) {
    const Graph& graph = *file.graph;
    const CollectionsOf collections = collectionsOf(file);
    std::vector<VariableInfo> variables;
    for (std::uint32_t i = 0; i < graph.definedOperationCount(); ++i) {
        const std::string_view type = graph.operationType({i});
        if (!type.starts_with("Va") && !type.starts_with("Au")) continue;
        if (!isVariableType(type) || graph.outputCount({i}) == 0) continue;
        VariableInfo& variable = variables.emplace_back();
        variable.operation = {i};
        variable.name = std::string(graph.operationName({i})) + ":0";
        variable.isResource = type == "VarHandleOp";
        setContent(variable, graph);
        if (const auto known = collections.find(variable.name); known != collections.end()) variable.collections = SharedNames(known->second);
        variable.isTrainable = std::find(variable.collections.begin(), variable.collections.end(), "trainable_variables") != variable.collections.end();
    }
    return variables;
}

}  // namespace

std::shared_ptr<const Evaluation> evaluationOf(const GraphFile& file) {
    auto evaluation = std::make_shared<Evaluation>();
    evaluation->main.graph = file.graph;
    evaluation->main.variables = variablesOf(file);
    for (const FileCollection& collection : file.collections)
        evaluation->main.collections.push_back({collection.key, {collection.items.begin(), collection.items.end()}});
    evaluation->origins.resize(1);
    evaluation->wasStopped = file.wasStopped;
    return evaluation;
}

std::vector<Diagnostic> diagnosticsOf(const GraphFile& file) {
    std::vector<Diagnostic> diagnostics;
    for (const FileProblem& problem : file.problems) {
        Diagnostic diagnostic;
        diagnostic.severity = problem.severity;
        diagnostic.kind = DiagnosticKind::GraphFile;
        diagnostic.arguments = {problem.message, problem.place};
        diagnostics.push_back(std::move(diagnostic));
    }
    return diagnostics;
}

}  // namespace namescape
