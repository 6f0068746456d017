// The module `_namescape_gradients`: what tf.gradients asks of a graph, and which gradient functions there are.
// TensorFlow 1.15, python/ops/gradients_util.py (_PendingCount) and framework/registry.py.

#include "api/library.h"
#include "api/library_index.h"
#include "api/tensor_library.h"
#include "ops/cond.h"
#include "ops/shape_functions.h"
#include "script/builtin_types.h"

#include <algorithm>
#include <string>
#include <vector>

namespace namescape {

namespace {

bool carriesGradients(DataType type) {
    constexpr DataType kTypes[] = {DataType::Float16, DataType::Float32, DataType::Float64, DataType::Complex64, DataType::Complex128, DataType::Resource, DataType::Variant, DataType::BFloat16};
    return std::ranges::find(kTypes, type.base()) != std::end(kTypes);
}

// Who reads each operation's outputs, over the whole graph.
std::vector<std::vector<OperationId>> readersOf(const Graph& graph) {
    std::vector<std::vector<OperationId>> readers(graph.operationCount());
    for (std::uint32_t id = 0; id < graph.operationCount(); ++id)
        for (const TensorId input : graph.inputs({id}))
            if (carriesGradients(graph.outputType(input))) readers[input.operation.value].push_back({id});
    return readers;
}

std::vector<char> reachedFrom(const Graph& graph, std::vector<OperationId> pending) {
    const auto readers = readersOf(graph);
    std::vector<char> reached(graph.operationCount());
    while (!pending.empty()) {
        const OperationId id = pending.back();
        pending.pop_back();
        if (std::exchange(reached[id.value], 1)) continue;
        pending.insert(pending.end(), readers[id.value].begin(), readers[id.value].end());
    }
    return reached;
}

std::vector<OperationId> operationsOf(Interpreter& in, const Value& list) {
    std::vector<OperationId> operations;
    for (const Value& each : in.elements(list)) operations.push_back(payloadOf<Operation>(in, each).id());
    return operations;
}

// The operations on paths from `pending` back to what was reached, the nearest first.
std::vector<OperationId> pathsBack(const Graph& graph, std::vector<OperationId> pending, std::vector<char> reached) {
    std::vector<OperationId> between;
    for (std::size_t at = 0; at < pending.size(); ++at) {
        const OperationId id = pending[at];
        if (!std::exchange(reached[id.value], 0)) continue;
        between.push_back(id);
        for (const TensorId input : graph.inputs(id)) pending.push_back(input.operation);
    }
    return between;
}

// The operations between `from` and `to`, each with how many of its outputs' uses lie between as well.
Value pendingCounts(Api& api, Graph& graph, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    const auto between = pathsBack(graph, operationsOf(in, a[1]), reachedFrom(graph, operationsOf(in, a[2])));
    std::vector<std::int64_t> counts(graph.operationCount(), -1);
    for (const OperationId id : between) counts[id.value] = 0;
    for (const OperationId id : between)
        for (const TensorId input : graph.inputs(id))
            if (counts[input.operation.value] >= 0) ++counts[input.operation.value];
    const auto result = in.dict();
    for (const OperationId id : between) in.setItem(Value(result), api.wrap(graph.operation(id)), counts[id.value]);
    return result;
}

// The branch of a `cond` that an operation's outputs are known in: its predicate and number; None for others.
Value condOf(Api& api, const Operation& operation) {
    ControlFlowContext* context = operation.graph().controlFlowContextOf(operation.id());
    if (context && operation.type() == "Exit") context = context->outer();
    const auto* cond = dynamic_cast<CondContext*>(context);
    if (!cond) return {};
    return api.interpreter().tuple({api.wrap(cond->predicate()), static_cast<std::int64_t>(cond->branch())});
}

// The function that makes an operation type's gradients, None for types without; False where TensorFlow knows none either, and
// True where it does, but not we.
Value gradientFunction(Api& api, std::string_view type) {
    const auto place = findInLibraryIndex("_gradients", type);
    if (!place) return false;
    if (place->file == "none") return {};
    if (place->file == "unknown") return true;
    return libraryValue(api, place->file, place->definedAs);
}

// Once for each operation type.
void warnOfUnknownGradient(Interpreter& in, const std::string& type) {
    const std::string what = "the gradient of " + type;
    const auto isKnown = [&](const Diagnostic& each) { return each.kind == DiagnosticKind::UnknownApi && each.arguments.front() == what; };
    if (std::ranges::any_of(in.diagnostics(), isKnown)) return;
    Diagnostic warning;
    warning.severity = Severity::Warning;
    warning.kind = DiagnosticKind::UnknownApi;
    warning.arguments = {what, {}};
    warning.range = in.currentExpression();
    in.report(std::move(warning));
}

}  // namespace

void registerGradientPaths(Api& api) {
    api.interpreter().addModule("_namescape_gradients", [&api](Interpreter& in, ModuleObject& module) {
        NativeModule(in, module)
            .function("pending_counts(graph, to_ops, from_ops)",
                      [&api](Interpreter& inner, std::span<Value> a) { return pendingCounts(api, *payloadOf<GraphPointer>(inner, a[0]), a); })
            .function("handle_shape(handle)",
                      [&api](Interpreter& inner, std::span<Value> a) {
                          const Tensor handle = payloadOf<Tensor>(inner, a[0]);
                          return api.wrap(shapes::resourceShape(handle.graph(), handle.id()));
                      })
            .function("cond_of(operation)", [&api](Interpreter& inner, std::span<Value> a) { return condOf(api, payloadOf<Operation>(inner, a[0])); })
            .function("gradient_function(type)", [&api](Interpreter& inner, std::span<Value> a) { return gradientFunction(api, inner.str(a[0])); })
            .function("warn_of_unknown_gradient(type)", [](Interpreter& inner, std::span<Value> a) -> Value {
                warnOfUnknownGradient(inner, inner.str(a[0]));
                return {};
            });
    });
}

}  // namespace namescape
