#include "api/math_functions.h"

#include "api/apply_operation.h"
#include "api/array_functions.h"
#include "api/convert.h"
#include "api/named_scope.h"
#include "api/tensor_library.h"
#include "ops/create_operation.h"
#include "scope/variable.h"

#include <array>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace namescape {

namespace {

std::string reprOf(Api& api, DataType type) {
    return api.interpreter().repr(api.wrap(type));
}

// What integers become before they are divided; the type itself where it stays, nothing where it can't be divided.
std::optional<DataType> quotientType(DataType type) {
    switch (type.baseCode()) {
    case DataType::UInt8: case DataType::Int8: case DataType::UInt16: case DataType::Int16: return DataType::Float32;
    case DataType::Int32: case DataType::Int64: return DataType::Float64;
    default: break;
    }
    return type.isFloating() || type.isComplex() ? std::optional(type) : std::nullopt;
}

bool mayHaveBatch(const Tensor& tensor) {
    return !tensor.shape().hasRank() || tensor.shape().rank() > 2;
}

Value batchMatMul(Api& api, const Tensor& a, const Tensor& b, MatMulOptions options, const Value& name) {
    Value first = api.wrap(a), second = api.wrap(b);
    const auto conjugate = [&](const Value& x) { return x.as<Tensor>()->dataType().isComplex() ? tensorOf(api, applyOperation(api, "Conj", Value(), {x})) : x; };
    if (options.transposesA) {
        first = conjugate(first);
        options.adjointA = true;
    }
    if (options.transposesB) {
        second = conjugate(second);
        options.adjointB = true;
    }
    return tensorOf(api, applyOperation(api, "BatchMatMulV2", name, {first, second}, {{"adj_x", options.adjointA}, {"adj_y", options.adjointB}}));
}

Value sparseMatMul(Api& api, const Tensor& a, const Tensor& b, const MatMulOptions& options, const Value& name) {
    return tensorOf(api, applyOperation(api, "SparseMatMul", name, {api.wrap(a), api.wrap(b)},
                                        {{"transpose_a", options.transposesA}, {"transpose_b", options.transposesB}, {"a_is_sparse", options.isASparse}, {"b_is_sparse", options.isBSparse}}));
}

}  // namespace

Value trueDivide(Api& api, const Value& xValue, const Value& yValue, const Value& name) {
    Interpreter& in = api.interpreter();
    const std::array values{xValue, yValue};
    const NamedScope scope(api, name, "truediv", values);
    Value x = api.wrap(convertToTensor(api, xValue, {.name = "x"})), y = api.wrap(convertToTensor(api, yValue, {.name = "y"}));
    const DataType xType = x.as<Tensor>()->dataType().base(), yType = y.as<Tensor>()->dataType().base();
    if (xType != yType) throw in.typeError("x and y must have the same dtype, got " + reprOf(api, xType) + " != " + reprOf(api, yType));
    const auto type = quotientType(xType);
    if (!type) throw in.typeError("Invalid dtype " + reprOf(api, xType) + " in __truediv__");
    if (*type != xType) {
        x = cast(api, x, *type, Value());
        y = cast(api, y, *type, Value());
    }
    return tensorOf(api, applyOperation(api, "RealDiv", scope.name(), {x, y}));
}

Value floorDivide(Api& api, const Value& x, const Value& y, const Value& name) {
    const std::array values{x, y};
    const NamedScope scope(api, name, "floordiv", values);
    return tensorOf(api, applyOperation(api, "FloorDiv", scope.name(), {x, y}));
}

Value logicalXor(Api& api, const Value& x, const Value& y, const Value& name) {
    const Value any = tensorOf(api, applyOperation(api, "LogicalOr", Value(), {x, y}));
    const Value both = tensorOf(api, applyOperation(api, "LogicalAnd", Value(), {x, y}));
    const Value notBoth = tensorOf(api, applyOperation(api, "LogicalNot", Value(), {both}));
    return tensorOf(api, applyOperation(api, "LogicalAnd", name, {any, notBoth}));
}

Value absoluteValue(Api& api, const Value& value, const Value& name) {
    const NamedScope scope(api, name, "Abs", std::span(&value, 1));
    const Tensor x = convertToTensor(api, value, {.name = "x"});
    if (!x.dataType().isComplex()) return tensorOf(api, applyOperation(api, "Abs", scope.name(), {api.wrap(x)}));
    const DataType real = x.dataType().base() == DataType::Complex64 ? DataType::Float32 : DataType::Float64;
    return tensorOf(api, applyOperation(api, "ComplexAbs", scope.name(), {api.wrap(x)}, {{"Tout", api.wrap(real)}}));
}

Value cast(Api& api, const Value& value, DataType type, const Value& name) {
    const DataType wanted = type.base();
    if (const auto* tensor = value.as<Tensor>(); tensor && tensor->dataType() == wanted) return value;
    if (const auto* variable = value.as<VariablePointer>(); variable && (*variable)->kind == VariableKind::Resource && (*variable)->elementType == wanted) return value;
    const NamedScope scope(api, name, "Cast", std::span(&value, 1));
    const Tensor x = convertToTensor(api, value, {.name = "x"});
    if (x.dataType().base() == wanted) return api.wrap(x);
    return tensorOf(api, applyOperation(api, "Cast", scope.name(), {api.wrap(x)}, {{"DstT", api.wrap(wanted)}}));
}

Value matMul(Api& api, const Value& aValue, const Value& bValue, const MatMulOptions& asked, const Value& name) {
    Interpreter& in = api.interpreter();
    const std::array values{aValue, bValue};
    const NamedScope scope(api, name, "MatMul", values);
    MatMulOptions options = asked;
    if (options.transposesA && options.adjointA) throw in.valueError("Only one of transpose_a and adjoint_a can be True.");
    if (options.transposesB && options.adjointB) throw in.valueError("Only one of transpose_b and adjoint_b can be True.");
    Tensor a = convertToTensor(api, aValue, {.name = "a"}), b = convertToTensor(api, bValue, {.name = "b"});
    const bool isSparse = options.isASparse || options.isBSparse;
    if (!isSparse && (mayHaveBatch(a) || mayHaveBatch(b))) return batchMatMul(api, a, b, options, scope.name());
    const auto conjugated = [&](const Tensor& x) {
        return x.dataType().isComplex() ? applyOperation(api, "Conj", Value(), {api.wrap(x)}).output() : x;
    };
    if (options.adjointA) a = conjugated(a);
    if (options.adjointB) b = conjugated(b);
    options.transposesA = options.transposesA || options.adjointA;
    options.transposesB = options.transposesB || options.adjointB;
    const auto isNarrow = [](DataType type) { return type == DataType::Float32 || type == DataType::BFloat16; };
    const bool isBFloat = a.dataType() == DataType::BFloat16 || b.dataType() == DataType::BFloat16;
    if ((isBFloat || isSparse) && isNarrow(a.dataType()) && isNarrow(b.dataType()) && !(isBFloat && !isSparse && a.dataType() == b.dataType()))
        return sparseMatMul(api, a, b, options, scope.name());
    return tensorOf(api, applyOperation(api, "MatMul", scope.name(), {api.wrap(a), api.wrap(b)}, {{"transpose_a", options.transposesA}, {"transpose_b", options.transposesB}}));
}

namespace {

// `axis` and its former name, of which at most one is given.
Value eitherArgument(Interpreter& in, const char* name, const Value& value, const char* formerName, const Value& former) {
    if (former.isNone()) return value;
    if (!value.isNone()) throw in.valueError(std::string("Cannot specify both '") + formerName + "' and '" + name + "'");
    return former;
}

// All axes of what is reduced without any: a constant where the rank is known.
Value allAxes(Api& api, const Value& input) {
    if (const auto* tensor = input.as<Tensor>(); tensor && tensor->shape().hasRank()) {
        std::vector<std::int64_t> axes(tensor->shape().rank());
        for (std::size_t axis = 0; axis < axes.size(); ++axis) axes[axis] = static_cast<std::int64_t>(axis);
        api.markOrigin(api.defaultGraph());
        return api.wrap(createConstant(api.defaultGraph(), {DataType::Int32, Shape{static_cast<std::int64_t>(axes.size())}, std::move(axes)}));
    }
    return range(api, 0, rankOf(api, input, Value()), 1, {}, api.interpreter().string("range"));
}

// (input_tensor, axis, keepdims, name, reduction_indices, keep_dims)
Value reduce(Api& api, const OpDefinition& definition, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    const Value axis = eitherArgument(in, "axis", a[1], "reduction_indices", a[4]);
    const Value keeps = eitherArgument(in, "keepdims", a[2], "keep_dims", a[5]);
    const Value axes = axis.isNone() ? allAxes(api, a[0]) : axis;
    const std::array inputs{a[0], axes};
    const std::array attributes{GivenAttribute{"keep_dims", keeps.isNone() ? Value(false) : keeps}};
    const Tensor reduced = applyOperation(api, definition, a[3], inputs, attributes).output();
    if (axis.isNone() && (keeps.isNone() || !in.truth(keeps)) && !reduced.shape().isFullyDefined()) reduced.setShape(Shape::scalar());
    return api.wrap(reduced);
}

// (input, axis, name, dimension, output_type)
Value argumentOfExtreme(Api& api, const char* operation, std::span<Value> a) {
    const Value axis = eitherArgument(api.interpreter(), "axis", a[1], "dimension", a[3]);
    return tensorOf(api, applyOperation(api, operation, a[2], {a[0], axis.isNone() ? Value(0) : axis}, {{"output_type", a[4]}}));
}

Value concat(Api& api, const Value& given, const Value& axis, const Value& name) {
    Interpreter& in = api.interpreter();
    const bool isList = given.is<ListObject>() || given.is<TupleObject>();
    const Value values = isList ? given : Value(in.list({given}));
    if (in.length(values) != 1) return tensorOf(api, applyOperation(api, "ConcatV2", name, {values, axis}));
    const NamedScope scope(api, name, "concat");
    const Tensor converted = convertToTensor(api, axis, {.type = DataType::Int32, .name = "concat_dim"});
    if (!converted.shape().isCompatibleWith(Shape::scalar())) throw in.valueError("Shapes " + converted.shape().text() + " and () are incompatible");
    return tensorOf(api, applyOperation(api, "Identity", scope.name(), {in.getItem(values, 0)}));
}

Value addAll(Api& api, const Value& inputs, const Value& name) {
    Interpreter& in = api.interpreter();
    constexpr const char* kComplaint = "inputs must be an iterable of at least one Tensor/IndexedSlices with the same dtype and shape";
    const bool isList = inputs.is<ListObject>() || inputs.is<TupleObject>();
    if (!isList && !in.hasAttribute(inputs, "__iter__")) throw in.valueError(kComplaint);
    if (isList && in.length(inputs) == 0) throw in.valueError(kComplaint);
    std::vector<Value> tensors;
    for (const Value& input : in.elements(inputs)) tensors.push_back(input.is<Tensor>() ? input : api.wrap(convertToTensor(api, input)));
    if (tensors.size() > 1) return tensorOf(api, applyOperation(api, "AddN", name, {in.list(tensors)}));
    return !in.truth(name) ? tensors.front() : tensorOf(api, applyOperation(api, "Identity", name, {tensors.front()}));
}

void addReductions(Api& api, NativeModule& module) {
    for (const auto& [name, operation] : {std::pair{"reduce_sum", "Sum"}, {"reduce_mean", "Mean"}, {"reduce_prod", "Prod"}, {"reduce_max", "Max"}, {"reduce_min", "Min"},
                                          {"reduce_any", "Any"}, {"reduce_all", "All"}})
        // Complaints about arguments give the name that TensorFlow's own function has.
        module.set(name, api.interpreter().function(std::string(name) + "_v1(input_tensor, axis=None, keepdims=None, name=None, reduction_indices=None, keep_dims=None)",
                                                    [&api, definition = static_cast<const OpDefinition*>(nullptr), operation = operation](Interpreter&, std::span<Value> a) mutable {
                                                        if (!definition) definition = &opDefinition(operation);
                                                        return reduce(api, *definition, a);
                                                    }));
}

void addCasts(Api& api, NativeModule& tf) {
    tf.function("cast(x, dtype, name=None)", [&api](Interpreter&, std::span<Value> a) { return cast(api, a[0], asDataType(api, a[1]), a[2]); });
    for (const auto& [suffix, scope, type] : {std::tuple{"float", "ToFloat", DataType::Float32}, {"double", "ToDouble", DataType::Float64}, {"int32", "ToInt32", DataType::Int32},
                                              {"int64", "ToInt64", DataType::Int64}, {"bfloat16", "ToBFloat16", DataType::BFloat16}})
        tf.function("to_" + std::string(suffix) + "(x, name='" + scope + "')", [&api, type = type](Interpreter&, std::span<Value> a) { return cast(api, a[0], type, a[1]); });
}

}  // namespace

void registerMathFunctions(Api& api) {
    Interpreter& in = api.interpreter();
    NativeModule tf(in, api.tf()), math(in, api.module("math")), linalg(in, api.module("linalg"));
    const auto divide = [&api](Interpreter&, std::span<Value> a) { return trueDivide(api, a[0], a[1], a[2]); };
    const auto floor = [&api](Interpreter&, std::span<Value> a) { return floorDivide(api, a[0], a[1], a[2]); };
    const auto absolute = [&api](Interpreter&, std::span<Value> a) { return absoluteValue(api, a[0], a[1]); };
    const auto exclusiveOr = [&api](Interpreter&, std::span<Value> a) { return logicalXor(api, a[0], a[1], a[2]); };
    const auto largest = [&api](Interpreter&, std::span<Value> a) { return argumentOfExtreme(api, "ArgMax", a); };
    const auto smallest = [&api](Interpreter&, std::span<Value> a) { return argumentOfExtreme(api, "ArgMin", a); };
    const auto sum = [&api](Interpreter&, std::span<Value> a) { return addAll(api, a[0], a[1]); };
    const NativeDefaults int64 = {{"output_type", api.wrap(DataType(DataType::Int64))}};
    for (NativeModule* module : {&tf, &math}) {
        addReductions(api, *module);
        module->function("truediv(x, y, name=None)", divide).function("floordiv(x, y, name=None)", floor).function("abs(x, name=None)", absolute);
        module->function("logical_xor(x, y, name='LogicalXor')", exclusiveOr).function("add_n(inputs, name=None)", sum);
        module->function("argmax(input, axis=None, name=None, dimension=None, output_type=int64)", largest, int64)
            .function("argmin(input, axis=None, name=None, dimension=None, output_type=int64)", smallest, int64);
    }
    addCasts(api, tf);
    tf.function("concat(values, axis, name='concat')", [&api](Interpreter&, std::span<Value> a) { return concat(api, a[0], a[1], a[2]); });
    const auto product = [&api](Interpreter& inner, std::span<Value> a) {
        const auto flag = [&](std::size_t index) { return inner.truth(a[index]); };
        return matMul(api, a[0], a[1], {flag(2), flag(3), flag(4), flag(5), flag(6), flag(7)}, a[8]);
    };
    for (NativeModule* module : {&tf, &linalg})
        module->function("matmul(a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False, b_is_sparse=False, name=None)", product);
}

}  // namespace namescape
