// tf.Operation: TensorFlow 1.15, python/framework/ops.py.

#include "api/convert.h"
#include "api/graph_def.h"
#include "api/stack_trace.h"
#include "api/library.h"
#include "api/tensor_library.h"
#include "ops/node_text.h"
#include "ops/operation_attributes.h"
#include "script/builtin_types.h"

#include <algorithm>
#include <string>
#include <vector>

namespace namescape {

namespace {

// What `op.inputs` is: a sequence, but no list.
struct InputList {
    Operation operation;
};

// What stands for a protocol buffer: an attribute's shape or tensor, a NodeDef.
struct PrintedMessage {
    std::string text;
};

// What `op.op_def` is, as far as it is read: the operation's type.
struct OpDef {
    std::string name;
};

Operation operationOf(Interpreter& in, const Value& self) {
    return payloadOf<Operation>(in, self);
}

std::uint64_t identityOf(const Object& object) {
    const auto* operation = static_cast<const InstanceObject&>(object).payload<Operation>();
    if (!operation || !operation->isValid()) return 0;
    constexpr std::uint64_t kSpread = 0xC2B2AE3D27D4EB4Full;
    return (reinterpret_cast<std::uint64_t>(&operation->graph()) * kSpread) ^ (operation->id().value + 1);
}

template <typename Elements, typename Convert>
Value listOf(Api& api, const Elements& elements, Convert convert) {
    std::vector<Value> values;
    for (const auto& element : elements) values.push_back(convert(element));
    return api.interpreter().list(values);
}

Value inputList(Api& api, const Operation& operation) {
    return listOf(api, operation.inputs(), [&](TensorId input) { return api.wrap(Tensor(operation.graph(), input)); });
}

Value outputList(Api& api, const Operation& operation) {
    return listOf(api, operation.outputs(), [&](const Tensor& output) { return api.wrap(output); });
}

Value controlInputList(Api& api, const Operation& operation) {
    return listOf(api, operation.controlInputs(), [&](OperationId control) { return api.wrap(operation.graph().operation(control)); });
}

Value bytes(Interpreter& in, std::string_view text) {
    return in.heap().make<BytesObject>(*in.types().bytes, text, in.heap());
}

// Attributes as get_attr gives them: text as bytes, shapes and tensors as messages.
struct AttributeAsValue {
    Api& api;
    TypeObject& messageType;

    Value operator()(std::int64_t value) const { return value; }
    Value operator()(double value) const { return value; }
    Value operator()(bool value) const { return value; }
    Value operator()(const std::string& value) const { return bytes(api.interpreter(), value); }
    Value operator()(DataType value) const { return api.wrap(value); }
    Value operator()(const Shape& value) const { return message(shapeText(value)); }
    Value operator()(const std::shared_ptr<const ConstantValue>& value) const { return message(constantText(*value)); }
    template <typename Element>
    Value operator()(const std::vector<Element>& values) const {
        return listOf(api, values, *this);
    }

    Value message(std::string text) const { return api.interpreter().wrap<PrintedMessage>(messageType, PrintedMessage{std::move(text)}); }
};

Value attributeNamed(Api& api, TypeObject& messageType, const Operation& operation, const std::string& name) {
    const auto value = attributeOf(operation, name);
    if (!value) throw api.interpreter().valueError("Operation '" + std::string(operation.name()) + "' has no attr named '" + name + "'.");
    return std::visit(AttributeAsValue{api, messageType}, *value);
}

TypeObject& makeMessageType(Interpreter& in) {
    NativeClass type(in, "tensorflow.core.framework", "Message");
    type.method("__str__(self)", [](Interpreter& inner, std::span<Value> a) -> Value { return inner.string(payloadOf<PrintedMessage>(inner, a[0]).text); })
        .method("__repr__(self)", [](Interpreter& inner, std::span<Value> a) -> Value { return inner.string(payloadOf<PrintedMessage>(inner, a[0]).text); });
    return type.type();
}

TypeObject& makeOpDefType(Interpreter& in) {
    NativeClass type(in, "tensorflow.core.framework.op_def_pb2", "OpDef");
    type.property("name", [](Interpreter& inner, const Value& self) -> Value { return inner.string(payloadOf<OpDef>(inner, self).name); });
    return type.type();
}

// (file, line, function, code) for each call, the outermost first.
Value tracebackOf(Api& api, const Operation& operation) {
    Interpreter& in = api.interpreter();
    std::vector<Value> calls;
    for (const TraceEntry& entry : traceEntries(api, operation.graph().origin(operation.id())))
        calls.push_back(in.tuple({in.string(api.fileName), static_cast<std::int64_t>(entry.line), in.string(entry.function), in.string(entry.code)}));
    std::ranges::reverse(calls);
    return in.list(calls);
}

TypeObject& makeInputListType(Api& api) {
    Interpreter& in = api.interpreter();
    NativeClass type(in, "tensorflow.python.framework.ops", "Operation._InputList");
    const auto list = [&api](Interpreter& inner, const Value& self) { return inputList(api, payloadOf<InputList>(inner, self).operation); };
    type.method("__iter__(self)", [list](Interpreter& inner, std::span<Value> a) { return inner.iterate(list(inner, a[0])); })
        .method("__len__(self)", [list](Interpreter& inner, std::span<Value> a) -> Value { return inner.length(list(inner, a[0])); })
        .method("__bool__(self)", [list](Interpreter& inner, std::span<Value> a) -> Value { return inner.length(list(inner, a[0])) > 0; })
        .method("__getitem__(self, i)", [list](Interpreter& inner, std::span<Value> a) { return inner.getItem(list(inner, a[0]), a[1]); });
    return type.type();
}

void addProperties(Api& api, NativeClass& type) {
    TypeObject& inputListType = makeInputListType(api);
    TypeObject& messageType = makeMessageType(api.interpreter());
    TypeObject& opDefType = makeOpDefType(api.interpreter());
    type.property("name", [](Interpreter& in, const Value& self) -> Value { return in.string(operationOf(in, self).name()); })
        .property("type", [](Interpreter& in, const Value& self) -> Value { return in.string(operationOf(in, self).type()); })
        .property("device", [](Interpreter& in, const Value& self) -> Value { return in.string(operationOf(in, self).device()); })
        .property("graph", [&api](Interpreter& in, const Value& self) { return api.wrap(api.pointerTo(operationOf(in, self).graph())); })
        .property("inputs", [&inputListType](Interpreter& in, const Value& self) { return in.wrap<InputList>(inputListType, InputList{operationOf(in, self)}); })
        .property("outputs", [&api](Interpreter& in, const Value& self) { return outputList(api, operationOf(in, self)); })
        .property("control_inputs", [&api](Interpreter& in, const Value& self) { return controlInputList(api, operationOf(in, self)); })
        .property("_id", [](Interpreter& in, const Value& self) -> Value { return static_cast<std::int64_t>(operationOf(in, self).id().value) + 1; })
        .property("node_def",
                  [&api](Interpreter& in, const Value& self) { return nodeDefOf(api, operationOf(in, self)); })
        .property("op_def", [&opDefType](Interpreter& in, const Value& self) { return in.wrap<OpDef>(opDefType, OpDef{std::string(operationOf(in, self).type())}); })
        .property("traceback", [&api](Interpreter& in, const Value& self) { return tracebackOf(api, operationOf(in, self)); })
        .method("get_attr(self, name)", [&api, &messageType](Interpreter& in, std::span<Value> a) { return attributeNamed(api, messageType, operationOf(in, a[0]), in.str(a[1])); });
}

void addMethods(Api& api, NativeClass& type) {
    type.method("values(self)", [&api](Interpreter& in, std::span<Value> a) -> Value { return in.tuple(in.elements(outputList(api, operationOf(in, a[0])))); })
        .method("colocation_groups(self)",
                [&api](Interpreter& in, std::span<Value> a) {
                    const Operation operation = operationOf(in, a[0]);
                    return listOf(api, operation.graph().colocationGroups(operation.id()), [&](const std::string& group) { return bytes(in, group); });
                })
        .method("run(self, feed_dict=None, session=None)",
                [&api](Interpreter& in, std::span<Value> a) -> Value { return in.call(libraryValue(api, "session", "run_operation"), a); })
        .method("__str__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return in.string(nodeText(operationOf(in, a[0]))); })
        .method("__repr__(self)",
                [](Interpreter& in, std::span<Value> a) -> Value {
                    const Operation operation = operationOf(in, a[0]);
                    return in.string("<tf.Operation '" + std::string(operation.name()) + "' type=" + std::string(operation.type()) + ">");
                })
        .identity(identityOf);
}

}  // namespace

Value Api::wrap(Operation operation) {
    return m_interpreter.wrap<Operation>(*types.operation, operation);
}

void registerOperations(Api& api) {
    NativeClass type(api.interpreter(), "tensorflow.python.framework.ops", "Operation");
    addProperties(api, type);
    addMethods(api, type);
    api.types.operation = &type.type();
    NativeModule(api.interpreter(), api.tf()).set("Operation", Value(api.types.operation));
}

}  // namespace namescape
