#include "ops/constant_folding.h"

#include "graph/graph.h"
#include "ops/shape_inference.h"
#include "ops/strided_slice.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

namespace namescape {

namespace {

using Integers = std::vector<std::int64_t>;
constexpr std::size_t kMostElements = 1 << 12;

std::optional<Integers> integersOf(const ConstantValue& value) {
    return value.integers(kMostElements);
}

std::optional<ConstantValue> integerResult(const FoldRequest& request, Shape shape, Integers elements) {
    return ConstantValue{request.operation.output(request.output).dataType().base(), std::move(shape), std::move(elements)};
}

std::optional<ConstantValue> same(const FoldRequest& request) {
    return *request.inputs[0];
}

// The input's elements under the shape that inference gave the output.
std::optional<ConstantValue> reshaped(const FoldRequest& request) {
    const Shape& shape = request.operation.output().shape();
    if (!shape.isFullyDefined()) return std::nullopt;
    ConstantValue value = *request.inputs[0];
    value.shape = shape;
    return value;
}

std::optional<ConstantValue> cast(const FoldRequest& request) {
    ConstantValue value = *request.inputs[0];
    value.type = request.operation.output().dataType();
    const bool isToInteger = value.type.isInteger() || value.type.isBool();
    if (auto* floats = std::get_if<std::vector<double>>(&value.elements); floats && isToInteger) {
        Integers elements;
        for (const double element : *floats) {
            if (!(std::abs(element) < 9e18)) return std::nullopt;
            elements.push_back(static_cast<std::int64_t>(element));
        }
        value.elements = std::move(elements);
    } else if (auto* integers = std::get_if<Integers>(&value.elements); integers && value.type.isFloating()) {
        value.elements = std::vector<double>(integers->begin(), integers->end());
    }
    return value;
}

std::int64_t floorDivided(std::int64_t x, std::int64_t y) {
    const std::int64_t quotient = x / y;
    return x % y != 0 && (x < 0) != (y < 0) ? quotient - 1 : quotient;
}

// Two integer tensors of one shape, or one of them a scalar; wider broadcasting is not needed for sizes.
template <typename Function>
std::optional<ConstantValue> combined(const FoldRequest& request, Function function) {
    const auto x = integersOf(*request.inputs[0]), y = integersOf(*request.inputs[1]);
    if (!x || !y) return std::nullopt;
    const Shape& first = request.inputs[0]->shape;
    const Shape& second = request.inputs[1]->shape;
    if (first != second && !first.isScalar() && !second.isScalar()) return std::nullopt;
    Integers elements(std::max(x->size(), y->size()));
    if (x->empty() || y->empty()) elements.clear();
    for (std::size_t index = 0; index < elements.size(); ++index) {
        const auto element = function((*x)[std::min(index, x->size() - 1)], (*y)[std::min(index, y->size() - 1)]);
        if (!element) return std::nullopt;
        elements[index] = *element;
    }
    return integerResult(request, first.isScalar() ? second : first, std::move(elements));
}

using Element = std::optional<std::int64_t>;

std::optional<ConstantValue> sum(const FoldRequest& request) {
    return combined(request, [](std::int64_t x, std::int64_t y) { std::int64_t z; return __builtin_add_overflow(x, y, &z) ? Element() : z; });
}
std::optional<ConstantValue> difference(const FoldRequest& request) {
    return combined(request, [](std::int64_t x, std::int64_t y) { std::int64_t z; return __builtin_sub_overflow(x, y, &z) ? Element() : z; });
}
std::optional<ConstantValue> product(const FoldRequest& request) {
    return combined(request, [](std::int64_t x, std::int64_t y) { std::int64_t z; return __builtin_mul_overflow(x, y, &z) ? Element() : z; });
}
std::optional<ConstantValue> floorQuotient(const FoldRequest& request) {
    return combined(request, [](std::int64_t x, std::int64_t y) { return y == 0 || y == -1 ? Element() : floorDivided(x, y); });
}
std::optional<ConstantValue> floorRemainder(const FoldRequest& request) {
    return combined(request, [](std::int64_t x, std::int64_t y) { return y == 0 || y == -1 ? Element() : x - floorDivided(x, y) * y; });
}
std::optional<ConstantValue> larger(const FoldRequest& request) {
    return combined(request, [](std::int64_t x, std::int64_t y) { return Element(std::max(x, y)); });
}
std::optional<ConstantValue> smaller(const FoldRequest& request) {
    return combined(request, [](std::int64_t x, std::int64_t y) { return Element(std::min(x, y)); });
}

std::optional<ConstantValue> negated(const FoldRequest& request) {
    auto elements = integersOf(*request.inputs[0]);
    if (!elements) return std::nullopt;
    for (auto& element : *elements) element = element == std::numeric_limits<std::int64_t>::min() ? element : -element;
    return integerResult(request, request.inputs[0]->shape, *std::move(elements));
}

// Reductions of a whole vector.
template <typename Function>
std::optional<ConstantValue> reduced(const FoldRequest& request, std::int64_t start, Function function) {
    const auto elements = integersOf(*request.inputs[0]);
    const auto axes = integersOf(*request.inputs[1]);
    if (!elements || !axes || axes->size() != request.inputs[0]->shape.rank() || !request.operation.output().shape().isScalar()) return std::nullopt;
    for (const auto element : *elements)
        if (function(start, element, &start)) return std::nullopt;
    return integerResult(request, Shape::scalar(), {start});
}

std::optional<ConstantValue> reducedProduct(const FoldRequest& request) {
    return reduced(request, 1, [](std::int64_t x, std::int64_t y, std::int64_t* z) { return __builtin_mul_overflow(x, y, z); });
}
std::optional<ConstantValue> reducedSum(const FoldRequest& request) {
    return reduced(request, 0, [](std::int64_t x, std::int64_t y, std::int64_t* z) { return __builtin_add_overflow(x, y, z); });
}

std::optional<ConstantValue> packed(const FoldRequest& request) {
    Integers elements;
    for (const ConstantValue* input : request.inputs) {
        const auto part = integersOf(*input);
        if (!part || !input->shape.isScalar()) return std::nullopt;
        elements.push_back(part->front());
    }
    const auto size = static_cast<std::int64_t>(elements.size());
    return integerResult(request, Shape{size}, std::move(elements));
}

std::optional<ConstantValue> joined(const FoldRequest& request) {
    Integers elements;
    for (const ConstantValue* input : request.inputs.first(request.inputs.size() - 1)) {
        const auto part = integersOf(*input);
        if (!part || input->shape.rank() != 1) return std::nullopt;
        elements.insert(elements.end(), part->begin(), part->end());
    }
    const auto size = static_cast<std::int64_t>(elements.size());
    return integerResult(request, Shape{size}, std::move(elements));
}

std::optional<ConstantValue> filled(const FoldRequest& request) {
    const auto sizes = integersOf(*request.inputs[0]);
    if (!sizes || std::ranges::any_of(*sizes, [](auto size) { return size < 0; })) return std::nullopt;
    ConstantValue value = *request.inputs[1];
    value.shape = Shape(*sizes);
    return value;
}

std::optional<ConstantValue> ranged(const FoldRequest& request) {
    const auto start = integersOf(*request.inputs[0]), limit = integersOf(*request.inputs[1]), delta = integersOf(*request.inputs[2]);
    const Shape& shape = request.operation.output().shape();
    if (!start || !limit || !delta || !shape.isFullyDefined() || shape[0] > static_cast<std::int64_t>(kMostElements)) return std::nullopt;
    Integers elements(static_cast<std::size_t>(shape[0]));
    for (std::size_t index = 0; index < elements.size(); ++index) elements[index] = start->front() + static_cast<std::int64_t>(index) * delta->front();
    return integerResult(request, shape, std::move(elements));
}

// Elements of a vector picked by index.
std::optional<ConstantValue> gathered(const FoldRequest& request) {
    const auto elements = integersOf(*request.inputs[0]), indices = integersOf(*request.inputs[1]);
    if (!elements || !indices || request.inputs[0]->shape.rank() != 1) return std::nullopt;
    Integers picked;
    for (const auto index : *indices) {
        if (index < 0 || index >= static_cast<std::int64_t>(elements->size())) return std::nullopt;
        picked.push_back((*elements)[static_cast<std::size_t>(index)]);
    }
    return integerResult(request, request.inputs[1]->shape, std::move(picked));
}

// A slice of a vector.
std::optional<ConstantValue> sliced(const FoldRequest& request) {
    const auto elements = integersOf(*request.inputs[0]);
    const Shape& shape = request.operation.output().shape();
    if (!elements || request.inputs[0]->shape.rank() != 1 || !shape.isFullyDefined()) return std::nullopt;
    const StridedSliceMasks masks = stridedSliceMasks(request.operation);
    const auto plan = planStridedSlice({request.inputs[1], request.inputs[2], *request.inputs[3]}, masks, request.inputs[0]->shape);
    if (plan.ranges.size() != 1) return std::nullopt;
    const auto [begin, end, stride] = plan.ranges[0];
    Integers picked;
    for (std::int64_t at = begin; stride > 0 ? at < end : at > end; at += stride) picked.push_back((*elements)[static_cast<std::size_t>(at)]);
    return integerResult(request, shape, std::move(picked));
}

std::optional<ConstantValue> reversed(const FoldRequest& request) {
    auto elements = integersOf(*request.inputs[0]);
    if (!elements || request.inputs[0]->shape.rank() != 1 || integersOf(*request.inputs[1])->size() != 1) return std::nullopt;
    std::ranges::reverse(*elements);
    return integerResult(request, request.inputs[0]->shape, *std::move(elements));
}

// What of x is not in y (output 0), and where it stood (output 1).
std::optional<ConstantValue> listDifference(const FoldRequest& request) {
    const auto x = integersOf(*request.inputs[0]), y = integersOf(*request.inputs[1]);
    if (!x || !y) return std::nullopt;
    Integers kept;
    for (std::size_t index = 0; index < x->size(); ++index)
        if (std::ranges::find(*y, (*x)[index]) == y->end()) kept.push_back(request.output == 0 ? (*x)[index] : static_cast<std::int64_t>(index));
    const auto size = static_cast<std::int64_t>(kept.size());
    return integerResult(request, Shape{size}, std::move(kept));
}

// The axes along which the gradients of two shapes that broadcast are summed.
std::optional<ConstantValue> broadcastAxes(const FoldRequest& request) {
    auto own = integersOf(*request.inputs[request.output]), other = integersOf(*request.inputs[1 - request.output]);
    if (!own || !other) return std::nullopt;
    Integers axes;
    const std::size_t rank = std::max(own->size(), other->size());
    if (*own != *other) {
        own->insert(own->begin(), rank - own->size(), 1);
        for (std::size_t axis = 0; axis < rank; ++axis)
            if ((*own)[axis] == 1) axes.push_back(static_cast<std::int64_t>(axis));
    }
    const auto count = static_cast<std::int64_t>(axes.size());
    return integerResult(request, Shape{count}, std::move(axes));
}

// Numbers put at their indices; later ones win.
std::optional<ConstantValue> stitched(const FoldRequest& request) {
    const std::size_t count = request.inputs.size() / 2;
    Integers result;
    for (std::size_t index = 0; index < count; ++index) {
        const auto places = integersOf(*request.inputs[index]), values = integersOf(*request.inputs[index + count]);
        if (!places || !values || places->size() != values->size()) return std::nullopt;
        for (std::size_t at = 0; at < places->size(); ++at) {
            const std::int64_t place = (*places)[at];
            if (place < 0 || place >= static_cast<std::int64_t>(kMostElements)) return std::nullopt;
            if (place >= static_cast<std::int64_t>(result.size())) result.resize(static_cast<std::size_t>(place) + 1);
            result[static_cast<std::size_t>(place)] = (*values)[at];
        }
    }
    const auto size = static_cast<std::int64_t>(result.size());
    return integerResult(request, Shape{size}, std::move(result));
}

std::optional<ConstantValue> invertedPermutation(const FoldRequest& request) {
    const auto elements = integersOf(*request.inputs[0]);
    if (!elements) return std::nullopt;
    Integers inverse(elements->size(), -1);
    for (std::size_t index = 0; index < elements->size(); ++index) {
        const std::int64_t element = (*elements)[index];
        if (element < 0 || element >= static_cast<std::int64_t>(elements->size())) return std::nullopt;
        inverse[static_cast<std::size_t>(element)] = static_cast<std::int64_t>(index);
    }
    return integerResult(request, request.inputs[0]->shape, std::move(inverse));
}

// Only where its input's shape is known, which valueFromShape deals with.
std::optional<ConstantValue> fromShapeOnly(const FoldRequest&) {
    return std::nullopt;
}

}  // namespace

FoldFunction foldFunction(std::string_view operationType) {
    static const std::unordered_map<std::string_view, FoldFunction> functions = {
        {"Identity", same}, {"StopGradient", same}, {"Reshape", reshaped}, {"ExpandDims", reshaped}, {"Squeeze", reshaped}, {"Cast", cast},
        {"Add", sum}, {"AddV2", sum}, {"Sub", difference}, {"Mul", product}, {"FloorDiv", floorQuotient}, {"FloorMod", floorRemainder},
        {"Maximum", larger}, {"Minimum", smaller}, {"Neg", negated}, {"Prod", reducedProduct}, {"Sum", reducedSum}, {"Pack", packed},
        {"ConcatV2", joined}, {"Fill", filled}, {"Range", ranged}, {"GatherV2", gathered}, {"StridedSlice", sliced}, {"ReverseV2", reversed},
        {"ListDiff", listDifference}, {"BroadcastGradientArgs", broadcastAxes}, {"DynamicStitch", stitched}, {"InvertPermutation", invertedPermutation},
        {"Shape", fromShapeOnly}, {"Size", fromShapeOnly}, {"Rank", fromShapeOnly},
    };
    const auto found = functions.find(operationType);
    return found == functions.end() ? nullptr : found->second;
}

std::optional<ConstantValue> valueFromShape(const Operation& operation) {
    const std::string_view type = operation.type();
    if (type != "Shape" && type != "Size" && type != "Rank") return std::nullopt;
    const Shape& shape = operation.input(0).shape();
    const DataType resultType = operation.output().dataType();
    if (type == "Rank") return shape.hasRank() ? std::optional(ConstantValue{resultType, Shape::scalar(), Integers{static_cast<std::int64_t>(shape.rank())}}) : std::nullopt;
    const auto count = shape.elementCount();
    if (!count) return std::nullopt;
    if (type == "Size") return ConstantValue{resultType, Shape::scalar(), Integers{*count}};
    return ConstantValue{resultType, Shape{static_cast<std::int64_t>(shape.rank())}, Integers(shape.sizes().begin(), shape.sizes().end())};
}

}  // namespace namescape
