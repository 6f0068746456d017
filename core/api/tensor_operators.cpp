#include "api/tensor_operators.h"

#include "api/apply_operation.h"
#include "api/convert.h"
#include "api/function_graph.h"
#include "api/math_functions.h"
#include "api/named_scope.h"
#include "ops/operation_builder.h"
#include "script/builtin_types.h"

#include <array>
#include <string>

namespace namescape {

namespace {

// Makes what an operator makes; `path` is the scope's, exact.
using Make = Value (*)(Api& api, const Value& x, const Value& y, const Value& path);

struct OverloadedOperator {
    const char* name;   // of Python's methods, "__add__" and "__radd__", and of the scope
    const char* type;   // of the operation, where it is one alone
    Make make;          // else
};

Value add(Api& api, const Value& x, const Value& y, const Value& path) {
    const bool isText = x.as<Tensor>()->dataType().base() == DataType::String;
    return tensorOf(api, applyOperation(api, isText ? "Add" : "AddV2", path, {x, y}));
}

Value multiplyMatrices(Api& api, const Value& x, const Value& y, const Value& path) {
    return matMul(api, x, y, {}, path);
}

constexpr std::array kOverloadedOperators = std::to_array<OverloadedOperator>({
    {"add", nullptr, add},
    {"sub", "Sub", nullptr},
    {"mul", "Mul", nullptr},
    {"truediv", nullptr, trueDivide},
    {"floordiv", nullptr, floorDivide},
    {"mod", "FloorMod", nullptr},
    {"pow", "Pow", nullptr},
    {"and", "LogicalAnd", nullptr},
    {"or", "LogicalOr", nullptr},
    {"xor", nullptr, logicalXor},
    {"matmul", nullptr, multiplyMatrices},
});

Value made(Api& api, const OverloadedOperator& op, const Value& x, const Value& y, const std::string& path) {
    if (op.make) return op.make(api, x, y, api.interpreter().string(path));
    const Tensor first = withinFunction(api, *x.as<Tensor>()), second = withinFunction(api, *y.as<Tensor>());
    OperationBuilder builder(first.graph(), opDefinition(op.type));
    builder.add(first.id());
    builder.add(second.id());
    return api.wrap(builder.create(path).output());
}

// Two tensors of one graph: nothing has to be converted, so the scope need not be entered.
Value ofTensors(Api& api, const OverloadedOperator& op, const Value& x, const Value& y) {
    Graph& graph = withinFunction(api, *x.as<Tensor>()).graph();
    api.markOrigin(graph);
    return made(api, op, x, y, takeOperationPath(graph, op.name));
}

Value forward(Api& api, const OverloadedOperator& op, const Value& self, const Value& other) {
    Interpreter& in = api.interpreter();
    const Tensor x = *self.as<Tensor>();
    const Tensor* direct = other.as<Tensor>();
    if (direct && &direct->graph() == &x.graph() && (!op.make || op.make == add)) return ofTensors(api, op, self, other);
    const std::array values{self, other};
    const NamedScope scope(api, Value(), op.name, values);
    Value y = other;
    if (!direct) {
        try {
            y = api.wrap(convertToTensor(api, other, {.preferred = x.dataType().base(), .name = "y"}));
        } catch (const ScriptError& error) {
            const bool isTypeError = in.isInstance(error.value(), *in.types().typeError);
            const bool canReflect = in.findInType(in.typeOf(other), in.intern("__r" + std::string(op.name) + "__")) != nullptr;
            if (isTypeError && canReflect) return Value::notImplemented();
            throw;
        }
    }
    return made(api, op, self, y, scope.path());
}

Value reflected(Api& api, const OverloadedOperator& op, const Value& self, const Value& other) {
    const std::array values{other, self};
    const NamedScope scope(api, Value(), op.name, values);
    const Tensor x = convertToTensor(api, other, {.type = self.as<Tensor>()->dataType().base(), .name = "x"});
    return made(api, op, api.wrap(x), self, scope.path());
}

void addBinary(Api& api, NativeClass& type) {
    for (const OverloadedOperator& op : kOverloadedOperators) {
        type.method("__" + std::string(op.name) + "__(self, other)", [&api, &op](Interpreter&, std::span<Value> a) { return forward(api, op, a[0], a[1]); });
        type.method("__r" + std::string(op.name) + "__(self, other)", [&api, &op](Interpreter&, std::span<Value> a) { return reflected(api, op, a[0], a[1]); });
    }
}

void addComparisons(Api& api, NativeClass& type) {
    for (const auto& [name, operation] : {std::pair{"lt", "Less"}, {"le", "LessEqual"}, {"gt", "Greater"}, {"ge", "GreaterEqual"}}) {
        const OpDefinition& definition = opDefinition(operation);
        type.method("__" + std::string(name) + "__(self, other)", [&api, &definition](Interpreter&, std::span<Value> a) {
            return tensorOf(api, applyOperation(api, definition, Value(), a));
        });
    }
}

// Slices have an `assign`, which only those of variables let one call.
Value withAssign(Api& api, const Value& slice) {
    const auto* tensor = slice.as<Tensor>();
    if (!tensor || tensor->operation().type() != "StridedSlice") return slice;
    Interpreter& in = api.interpreter();
    in.setGenericAttribute(slice, in.intern("assign"), in.function("assign(val, name=None)", [](Interpreter& inner, std::span<Value>) -> Value {
        throw inner.valueError("Sliced assignment is only supported for variables");
    }));
    return slice;
}

}  // namespace

void addTensorOperators(Api& api, NativeClass& type) {
    addBinary(api, type);
    addComparisons(api, type);
    type.method("__neg__(self)", [&api](Interpreter&, std::span<Value> a) { return tensorOf(api, applyOperation(api, "Neg", Value(), {a[0]})); })
        .method("__invert__(self)", [&api](Interpreter&, std::span<Value> a) { return tensorOf(api, applyOperation(api, "LogicalNot", Value(), {a[0]})); })
        .method("__abs__(self)", [&api](Interpreter&, std::span<Value> a) { return absoluteValue(api, a[0], Value()); })
        .method("__getitem__(self, slice_spec)", [&api](Interpreter&, std::span<Value> a) { return withAssign(api, sliceTensor(api, a[0], a[1])); });
}

}  // namespace namescape
