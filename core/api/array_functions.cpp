#include "api/array_functions.h"

#include "api/apply_operation.h"
#include "api/constant_from_value.h"
#include "api/convert.h"
#include "api/math_functions.h"
#include "api/named_scope.h"
#include "api/tensor_library.h"
#include "ops/create_operation.h"
#include "script/builtin_types.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace namescape {

namespace {

constexpr std::int64_t kSmallConstant = 1000;  // elements below which zeros and ones are constants

bool isTypeOrValueError(Interpreter& in, const ScriptError& error) {
    return in.isInstance(error.value(), *in.types().typeError) || in.isInstance(error.value(), *in.types().valueError);
}

bool isSequence(const Value& value) {
    return value.is<ListObject>() || value.is<TupleObject>();
}

Value integerConstant(Api& api, Graph& graph, DataType type, Shape shape, std::vector<std::int64_t> elements, std::string_view name) {
    return api.wrap(createConstant(graph, {type, std::move(shape), std::move(elements)}, name));
}

Tensor constantOf(Api& api, std::int64_t number, DataType type, std::string_view name, std::optional<Shape> shape = {}) {
    const Value value = type.isBool() ? Value(number != 0) : type == DataType::String ? Value(api.interpreter().string("")) : Value(number);
    return createConstant(api.defaultGraph(), constantFromValue(api, value, {.type = type, .shape = std::move(shape)}), name);
}

// The product of sizes as NumPy computes it from a Python value: a number, a Dimension or, where tensors are among the
// sizes, a tensor; nothing where there is none.
std::optional<Value> productOf(Api& api, const Value& sizes) {
    Interpreter& in = api.interpreter();
    if (!isSequence(sizes) && !sizes.is<Shape>()) return sizes.isInt() ? std::optional(sizes) : std::nullopt;
    Value product = 1;
    bool isFirst = true;
    try {
        for (const Value& size : in.elements(sizes)) {
            if (size.isNone() || size.is<StringObject>()) return std::nullopt;
            product = isFirst ? size : in.binary(BinaryOperator::Multiply, product, size);
            isFirst = false;
        }
    } catch (const ScriptError& error) {
        if (!isTypeOrValueError(in, error)) throw;
        return std::nullopt;
    }
    return product;
}

enum class ConstantSize : std::uint8_t { Small, Large, Negative };

// Whether a constant of that shape is small; tensors among the sizes leave the question as operations in the graph.
ConstantSize constantSize(Api& api, const Value& given) {
    Interpreter& in = api.interpreter();
    const Value shape = isArray(in, given) ? in.callMethod(given, "tolist") : given;
    const auto product = productOf(api, shape);
    if (!product) return ConstantSize::Large;
    const Value answer = in.compare(CompareOperator::Less, *product, kSmallConstant);
    if (!answer.isTrue() || (!isSequence(shape) && !shape.is<Shape>())) return ConstantSize::Large;
    return product->isInt() && product->asInt() < 0 ? ConstantSize::Negative : ConstantSize::Small;
}

Value shapeAsTensor(Api& api, const Value& shape) {
    Interpreter& in = api.interpreter();
    try {
        return api.wrap(convertToTensor(api, api.wrap(asShape(api, shape))));
    } catch (const ScriptError& error) {
        if (!isTypeOrValueError(in, error)) throw;
    }
    return api.wrap(convertToTensor(api, shape, {.type = DataType::Int32}));
}

Value atLeastVector(Api& api, const Value& shape) {
    const Shape& own = shape.as<Tensor>()->shape();
    if (own.hasRank() && !own.isScalar()) return shape;
    return tensorOf(api, applyOperation(api, "Reshape", Value(), {shape, api.interpreter().list({-1})}));
}

Tensor staticTensor(Api& api, const Value& input) {
    return convertToTensor(api, input);
}

}  // namespace

Value stack(Api& api, const Value& values, std::int64_t axis, const Value& name) {
    Interpreter& in = api.interpreter();
    const std::string given = name.isNone() ? std::string() : in.str(name);
    if (axis == 0) {
        try {
            return api.wrap(convertToTensor(api, values, {.name = given}));
        } catch (const ScriptError& error) {
            if (!isTypeOrValueError(in, error)) throw;
        } catch (const TensorFlowError& error) {
            if (error.type() != ErrorType::ValueError && error.type() != ErrorType::TypeError) throw;
        }
    }
    const Shape shape = convertToTensor(api, in.getItem(values, 0), {.name = given}).shape();
    const auto rank = static_cast<std::int64_t>(shape.rank()) + 1;
    if (shape.hasRank() && (axis < -rank || axis >= rank))
        throw in.valueError("axis = " + std::to_string(axis) + " not in [" + std::to_string(-rank) + ", " + std::to_string(rank) + ")");
    return tensorOf(api, applyOperation(api, "Pack", name, {values}, {{"axis", axis}}));
}

Value shapeOf(Api& api, const Value& input, DataType type, const Value& name, bool optimizes) {
    const NamedScope scope(api, name, "Shape", std::span(&input, 1));
    const Shape shape = staticTensor(api, input).shape();
    if (optimizes && shape.isFullyDefined())
        return integerConstant(api, scope.graph(), type, Shape{static_cast<std::int64_t>(shape.rank())}, {shape.sizes().begin(), shape.sizes().end()}, scope.path());
    return tensorOf(api, applyOperation(api, "Shape", scope.name(), {input}, {{"out_type", api.wrap(type)}}));
}

Value sizeOf(Api& api, const Value& input, DataType type, const Value& name) {
    const NamedScope scope(api, name, "Size", std::span(&input, 1));
    const Value tensor = api.wrap(staticTensor(api, input));
    if (const auto count = tensor.as<Tensor>()->shape().elementCount()) return integerConstant(api, scope.graph(), type, Shape::scalar(), {*count}, scope.path());
    return tensorOf(api, applyOperation(api, "Size", scope.name(), {tensor}, {{"out_type", api.wrap(type)}}));
}

Value rankOf(Api& api, const Value& input, const Value& name) {
    const NamedScope scope(api, name, "Rank", std::span(&input, 1));
    const Shape shape = staticTensor(api, input).shape();
    if (shape.hasRank()) return integerConstant(api, scope.graph(), DataType::Int32, Shape::scalar(), {static_cast<std::int64_t>(shape.rank())}, scope.path());
    return tensorOf(api, applyOperation(api, "Rank", scope.name(), {input}));
}

Value filledWith(Api& api, std::int64_t number, const Value& shape, DataType type, const Value& name) {
    const NamedScope scope(api, name, number == 0 ? "zeros" : "ones", std::span(&shape, 1));
    Value sizes = shape;
    if (!shape.is<Tensor>()) {
        const ConstantSize size = constantSize(api, shape);
        if (size == ConstantSize::Small) return api.wrap(constantOf(api, number, type, scope.path(), asShape(api, shape)));
        // A constant can't be made for a negative size, so the operation is left to take it for an unknown one.
        sizes = size == ConstantSize::Large ? shapeAsTensor(api, shape) : api.wrap(convertToTensor(api, shape, {.type = DataType::Int32}));
    }
    sizes = atLeastVector(api, sizes);
    const Value value = api.wrap(constantOf(api, number, type, "Const"));
    return tensorOf(api, applyOperation(api, "Fill", scope.name(), {sizes, value}));
}

Value range(Api& api, const Value& start, const Value& limit, const Value& delta, DataType type, const Value& name) {
    const Value first = limit.isNone() ? Value(0) : start;
    const Value last = limit.isNone() ? start : limit;
    const std::array values{first, last, delta};
    const NamedScope scope(api, name, "Range", values);
    std::array tensors{api.wrap(convertToTensor(api, first, {.type = type, .name = "start"})), api.wrap(convertToTensor(api, last, {.type = type, .name = "limit"})),
                       api.wrap(convertToTensor(api, delta, {.type = type, .name = "delta"}))};
    if (!type.isValid()) {
        constexpr std::array kWidening{DataType::Int32, DataType::Int64, DataType::Float32, DataType::Float64};
        const auto width = [&](const Value& x) { return std::ranges::find(kWidening, x.as<Tensor>()->dataType().baseCode()); };
        const auto widest = std::max({width(tensors[0]), width(tensors[1]), width(tensors[2])});
        if (widest != kWidening.end())
            for (Value& tensor : tensors) tensor = cast(api, tensor, *widest, Value());
    }
    return tensorOf(api, applyOperation(api, opDefinition("Range"), scope.name(), tensors));
}

void registerArrayFunctions(Api& api) {
    NativeModule tf(api.interpreter(), api.tf());
    const NativeDefaults int32 = {{"out_type", api.wrap(DataType(DataType::Int32))}}, float32 = {{"dtype", api.wrap(DataType(DataType::Float32))}};
    const auto filled = [&api](std::int64_t number) {
        return [&api, number](Interpreter&, std::span<Value> a) { return filledWith(api, number, a[0], asDataType(api, a[1]).base(), a[2]); };
    };
    tf.function("stack(values, axis=0, name='stack')", [&api](Interpreter& in, std::span<Value> a) { return stack(api, a[0], in.index(a[1]), a[2]); });
    tf.function("shape(input, name=None, out_type=int32)", [&api](Interpreter&, std::span<Value> a) { return shapeOf(api, a[0], asDataType(api, a[2]), a[1]); }, int32);
    tf.function("size(input, name=None, out_type=int32)", [&api](Interpreter&, std::span<Value> a) { return sizeOf(api, a[0], asDataType(api, a[2]), a[1]); }, int32);
    tf.function("rank(input, name=None)", [&api](Interpreter&, std::span<Value> a) { return rankOf(api, a[0], a[1]); });
    tf.function("zeros(shape, dtype=float32, name=None)", filled(0), float32);
    tf.function("ones(shape, dtype=float32, name=None)", filled(1), float32);
    tf.function("range(start, limit=None, delta=1, dtype=None, name='range')",
                [&api](Interpreter&, std::span<Value> a) { return range(api, a[0], a[1], a[2], asOptionalDataType(api, a[3]), a[4]); });
}

}  // namespace namescape
