// tf.cond, tf.while_loop: TensorFlow 1.15, python/ops/control_flow_ops.py.

#include "api/call_back.h"
#include "api/convert.h"
#include "api/registration.h"
#include "api/scope_settings.h"
#include "api/structure.h"
#include "graph/graph_scopes.h"
#include "ops/cond.h"
#include "ops/while_loop.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace namescape {

namespace {

std::string scopeName(Interpreter& in, const Value& name, const char* standard) {
    return name.isNone() ? standard : in.str(name);
}

void addToCollection(Graph& graph, const char* key, const ControlFlowContext& context) {
    graph.collections().add(key, std::make_shared<ContextItem>(context.name()));
}

// --- cond

struct BranchResult {
    Value structure;  // as the function returned it
    std::vector<Tensor> tensors;
    std::shared_ptr<CondContext> context;
};

BranchResult buildBranch(Api& api, Graph& graph, CondBuilder& builder, bool branch, const Value& function) {
    Interpreter& in = api.interpreter();
    BranchResult result;
    result.context = builder.context(branch);
    const CurrentContext current(graph, result.context.get());
    result.structure = callBack(api, function);
    if (result.structure.isNone()) throw in.valueError(branch ? "true_fn must have a return value." : "false_fn must have a return value.");
    for (const Value& leaf : flatten(in, result.structure)) {
        if (const Operation* operation = leaf.as<Operation>()) result.tensors.push_back(result.context->result(*operation));
        else result.tensors.push_back(result.context->result(convertToTensor(api, leaf)));
    }
    return result;
}

Value unpackedSingle(Interpreter& in, const Value& structure, bool strict) {
    if (strict || (!structure.is<ListObject>() && !structure.is<TupleObject>())) return structure;
    const auto elements = in.elements(structure);
    return elements.size() == 1 ? elements.front() : structure;
}

void requireCallable(Interpreter& in, const Value& function, const char* name) {
    if (!in.isCallable(function)) throw in.typeError(std::string(name) + " must be callable.");
}

Value cond(Api& api, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    const Value& whenTrue = a[5].isNone() ? a[1] : a[5];
    const Value& whenFalse = a[6].isNone() ? a[2] : a[6];
    requireCallable(in, whenTrue, "true_fn");
    requireCallable(in, whenFalse, "false_fn");
    Graph& graph = graphFromInputs(api, {&a[0], 1});
    api.markOrigin(graph);
    const NameScope scope(graph, scopeName(in, a[4], "cond"));
    if (a[0].isBool()) throw in.typeError("pred must not be a Python bool");
    ConvertOptions options;
    options.name = "data";
    CondBuilder builder(graph, convertToTensor(api, a[0], options));
    const BranchResult truth = buildBranch(api, graph, builder, true, whenTrue);
    const BranchResult falsehood = buildBranch(api, graph, builder, false, whenFalse);
    const bool isStrict = in.truth(a[3]);
    assertSameStructure(in, unpackedSingle(in, truth.structure, isStrict), unpackedSingle(in, falsehood.structure, isStrict),
                        "Incompatible return types of true_fn and false_fn: ", "Incompatible return values of true_fn and false_fn: ");
    if (truth.tensors.empty()) throw in.valueError("true_fn and false_fn must return at least one result.");
    const std::vector<Tensor> merges = builder.merged(truth.tensors, falsehood.tensors);
    if (!truth.context->outer()) {
        addToCollection(graph, "cond_context", *truth.context);
        addToCollection(graph, "cond_context", *falsehood.context);
    }
    std::vector<Value> values;
    for (const Tensor& merge : merges) values.push_back(api.wrap(merge));
    return unpackedSingle(in, packAs(in, truth.structure, values), isStrict);
}

// --- while_loop

struct Loop {
    Value condition;
    Value body;
    Value variables;  // as given
    Value bodyResult; // the structure that the body returned
};

std::vector<Tensor> tensorsOf(Api& api, const Value& structure) {
    std::vector<Tensor> tensors;
    for (const Value& leaf : flatten(api.interpreter(), structure)) tensors.push_back(convertToTensor(api, leaf));
    return tensors;
}

std::vector<Value> packedArguments(Api& api, const Loop& loop, const std::vector<Tensor>& tensors) {
    std::vector<Value> leaves;
    for (const Tensor& tensor : tensors) leaves.push_back(api.wrap(tensor));
    return api.interpreter().elements(packAs(api.interpreter(), loop.variables, leaves));
}

Value asSequence(Interpreter& in, const Value& value) {
    const bool isSequence = value.is<ListObject>() || value.is<TupleObject>();
    return isSequence ? value : Value(in.list({value}));
}

// TensorShapes, in whatever nesting; a list of numbers is no structure but a shape.
std::vector<Value> flattenShapes(Api& api, const Value& given) {
    std::vector<Value> shapes;
    for (const Value& element : api.interpreter().elements(given)) {
        const bool isNested = element.is<ListObject>() || element.is<TupleObject>();
        if (!isNested) shapes.push_back(element);
        else
            for (const Value& inner : flattenShapes(api, element)) shapes.push_back(inner);
    }
    return shapes;
}

std::optional<std::vector<Shape>> shapeInvariants(Api& api, const Value& given) {
    if (given.isNone()) return std::nullopt;
    std::vector<Shape> shapes;
    for (const Value& shape : flattenShapes(api, given)) shapes.push_back(asShape(api, shape));
    return shapes;
}

Tensor loopCondition(Api& api, Loop& loop, const std::vector<Tensor>& tensors) {
    const auto arguments = packedArguments(api, loop, tensors);
    return convertToTensor(api, callBack(api, loop.condition, arguments));
}

std::vector<Tensor> loopBody(Api& api, Loop& loop, const std::vector<Tensor>& tensors) {
    const auto arguments = packedArguments(api, loop, tensors);
    Interpreter& in = api.interpreter();
    loop.bodyResult = asSequence(in, callBack(api, loop.body, arguments));
    assertSameStructure(in, in.list(arguments), in.list(in.elements(loop.bodyResult)));
    return tensorsOf(api, loop.bodyResult);
}

// `build_while_loop(cond, body, loop_vars, shape_invariants, parallel_iterations, return_same_structure)` of the library, in
// the name scope that tf.while_loop has opened.
Value buildWhileLoop(Api& api, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    Graph& graph = api.defaultGraph();
    api.markOrigin(graph);
    Loop loop{a[0], a[1], asSequence(in, a[2]), {}};
    const auto context = std::make_shared<WhileContext>(graph, in.index(a[4]));
    graph.keep(context);
    if (!context->outer()) addToCollection(graph, "while_context", *context);
    const std::vector<Tensor> variables = tensorsOf(api, loop.variables);
    const auto exits = context->build(variables, shapeInvariants(api, a[3]), [&](const std::vector<Tensor>& tensors) { return loopCondition(api, loop, tensors); },
                                      [&](const std::vector<Tensor>& tensors) { return loopBody(api, loop, tensors); });
    std::vector<Value> leaves;
    for (const Tensor& exit : exits) leaves.push_back(api.wrap(exit));
    const Value packed = packAs(in, loop.bodyResult, leaves);
    return !in.truth(a[5]) && exits.size() == 1 ? in.elements(packed).front() : packed;
}

}  // namespace

void registerControlFlow(Api& api) {
    NativeModule tf(api.interpreter(), api.tf());
    tf.function("cond(pred, true_fn=None, false_fn=None, strict=False, name=None, fn1=None, fn2=None)", [&api](Interpreter&, std::span<Value> a) { return cond(api, a); });
    api.interpreter().addModule("_namescape_control_flow", [&api](Interpreter& in, ModuleObject& module) {
        NativeModule(in, module)
            .function("build_while_loop(cond, body, loop_vars, shape_invariants, parallel_iterations, return_same_structure)",
                      [&api](Interpreter&, std::span<Value> a) { return buildWhileLoop(api, a); })
            .function("is_in_loop()", [&api](Interpreter&, std::span<Value>) -> Value {
                ControlFlowContext* context = api.defaultGraph().controlFlowContext();
                return context && context->enclosingLoop();
            });
    });
}

}  // namespace namescape
