// tf.Tensor: TensorFlow 1.15, python/framework/ops.py.

#include "api/convert.h"
#include "api/library.h"
#include "api/tensor_library.h"
#include "api/tensor_operators.h"
#include "script/builtin_types.h"

#include <string>
#include <vector>

namespace namescape {

namespace {

Tensor tensorOfSelf(Interpreter& in, const Value& self) {
    return payloadOf<Tensor>(in, self);
}

std::uint64_t identityOf(const Object& object) {
    const auto* tensor = static_cast<const InstanceObject&>(object).payload<Tensor>();
    if (!tensor || !tensor->isValid()) return 0;
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ull;
    const auto graph = reinterpret_cast<std::uint64_t>(&tensor->graph());
    return ((graph * kSpread) ^ tensor->id().operation.value) * kSpread + tensor->index() + 1;
}

// What Python's control flow does with a tensor is refused in the words of errors of their own.
void refuse(Interpreter& in, const Value& errorType, const std::string& task) {
    throw in.error(*errorType.as<TypeObject>(),
                   task + " is not allowed in Graph execution. Use Eager execution or decorate this function with @tf.function.");
}

std::vector<Value> consumersOf(Api& api, Tensor tensor) {
    std::vector<Value> consumers;
    Graph& graph = tensor.graph();
    for (std::uint32_t id = tensor.id().operation.value + 1; id < graph.operationCount(); ++id)
        for (const TensorId input : graph.inputs({id}))
            if (input == tensor.id()) {
                consumers.push_back(api.wrap(graph.operation({id})));
                break;
            }
    return consumers;
}

void addProperties(Api& api, NativeClass& type) {
    type.property("op", [&api](Interpreter& in, const Value& self) { return api.wrap(tensorOfSelf(in, self).operation()); })
        .property("name", [](Interpreter& in, const Value& self) -> Value { return in.string(tensorOfSelf(in, self).name()); })
        .property("dtype", [&api](Interpreter& in, const Value& self) { return api.wrap(tensorOfSelf(in, self).dataType()); })
        .property("graph", [&api](Interpreter& in, const Value& self) { return api.wrap(api.pointerTo(tensorOfSelf(in, self).graph())); })
        .property("device", [](Interpreter& in, const Value& self) -> Value { return in.string(tensorOfSelf(in, self).operation().device()); })
        .property("shape", [&api](Interpreter& in, const Value& self) { return api.wrap(tensorOfSelf(in, self).shape()); })
        .property("value_index", [](Interpreter& in, const Value& self) -> Value { return static_cast<std::int64_t>(tensorOfSelf(in, self).index()); });
}

void addMethods(Api& api, NativeClass& type) {
    type.method("get_shape(self)", [&api](Interpreter& in, std::span<Value> a) { return api.wrap(tensorOfSelf(in, a[0]).shape()); })
        .method("set_shape(self, shape)",
                [&api](Interpreter& in, std::span<Value> a) -> Value {
                    tensorOfSelf(in, a[0]).setShape(asShape(api, a[1]));
                    return {};
                })
        .method("consumers(self)", [&api](Interpreter& in, std::span<Value> a) -> Value { return in.list(consumersOf(api, tensorOfSelf(in, a[0]))); })
        .method("eval(self, feed_dict=None, session=None)",
                [&api](Interpreter& in, std::span<Value> a) -> Value { return in.call(libraryValue(api, "session", "evaluate_tensor"), a); });
}

void addPython(NativeClass& type, const Value& notAllowed) {
    type.method("__str__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return in.string(tensorOfSelf(in, a[0]).text()); })
        .method("__repr__(self)",
                [](Interpreter& in, std::span<Value> a) -> Value {
                    const Tensor tensor = tensorOfSelf(in, a[0]);
                    return in.string("<tf.Tensor '" + tensor.name() + "' shape=" + tensor.shape().text() + " dtype=" + tensor.dataType().name() + ">");
                })
        .method("__bool__(self)",
                [notAllowed](Interpreter& in, std::span<Value>) -> Value {
                    refuse(in, notAllowed, "using a `tf.Tensor` as a Python `bool`");
                    return {};
                })
        .method("__iter__(self)",
                [notAllowed](Interpreter& in, std::span<Value>) -> Value {
                    refuse(in, notAllowed, "iterating over `tf.Tensor`");
                    return {};
                })
        .method("__len__(self)",
                [](Interpreter& in, std::span<Value> a) -> Value {
                    throw in.typeError("len is not well defined for symbolic Tensors. (" + tensorOfSelf(in, a[0]).name() +
                                       ") Please call `x.shape` rather than `len(x)` for shape information.");
                })
        .method("__array__(self)",
                [](Interpreter& in, std::span<Value> a) -> Value {
                    throw in.notImplementedError("Cannot convert a symbolic Tensor (" + tensorOfSelf(in, a[0]).name() + ") to a numpy array.");
                })
        .identity(identityOf);
}

}  // namespace

Value Api::wrap(Tensor tensor) {
    return m_interpreter.wrap<Tensor>(*types.tensor, tensor);
}

void registerTensors(Api& api) {
    Interpreter& in = api.interpreter();
    NativeClass error(in, "tensorflow.python.framework.errors_impl", "OperatorNotAllowedInGraphError", {in.types().typeError.get()});
    NativeModule(in, api.module("errors")).set("OperatorNotAllowedInGraphError", Value(&error.type()));
    NativeClass type(in, "tensorflow.python.framework.ops", "Tensor");
    addProperties(api, type);
    addMethods(api, type);
    addPython(type, Value(&error.type()));
    addTensorOperators(api, type);
    api.types.tensor = &type.type();
    NativeModule(in, api.tf()).set("Tensor", Value(api.types.tensor)).set("newaxis", Value());
}

}  // namespace namescape
