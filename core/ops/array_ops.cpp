// Arrays: TensorFlow 1.15, core/ops/array_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"
#include "ops/strided_slice.h"

#include <algorithm>

namespace namescape {

namespace {

using namespace shapes;

constexpr std::int64_t kUnknown = Shape::kUnknownSize;

std::string text(std::int64_t number) {
    return std::to_string(number);
}

std::int64_t rankOf(const Shape& shape) {
    return static_cast<std::int64_t>(shape.rank());
}

std::vector<std::int64_t> integersOf(const ConstantValue& value) {
    return value.integers().value_or(std::vector<std::int64_t>());
}

std::int64_t stackingAxis(const ShapeInference& inference, std::int64_t rank) {
    const std::int64_t axis = inference.integer("axis");
    if (axis < -rank || axis >= rank) throw ShapeError("Invalid axis: " + text(axis) + "; must be in [" + text(-rank) + "," + text(rank) + ")");
    return axis < 0 ? axis + rank : axis;
}

void pack(ShapeInference& inference) {
    mergeAll(inference);
    Shape merged = inference.input(inference.inputCount() - 1);
    for (std::size_t index = 0; index + 1 < inference.inputCount(); ++index) merged = mergedShape(inference.input(index), merged);
    if (!merged.hasRank()) return unknown(inference);
    const std::int64_t axis = stackingAxis(inference, rankOf(merged) + 1);
    const Shape added{static_cast<std::int64_t>(inference.inputCount())};
    inference.setOutput(0, concatenated(concatenated(subshape(merged, 0, axis), added), subshape(merged, axis)));
}

void unpack(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    if (!input.hasRank()) return unknown(inference);
    const std::int64_t axis = stackingAxis(inference, rankOf(input));
    sizeWithValue(sizeAt(input, axis), static_cast<std::int64_t>(inference.outputCount()));
    inference.setAllOutputs(concatenated(subshape(input, 0, axis), subshape(input, axis + 1)));
}

void parallelConcat(ShapeInference& inference) {
    const Shape shape = std::get<Shape>(inference.attribute("shape"));
    if (!shape.isFullyDefined()) throw ShapeError("shape attr must be fully defined.");
    inference.setOutput(0, shape);
}

void unravelIndex(ShapeInference& inference) {
    const Shape dimensions = withRank(inference.input(1), 1);
    const Shape& indices = inference.input(0);
    if (!indices.hasRank()) return unknown(inference);
    inference.setOutput(0, indices.isScalar() ? dimensions : Shape{dimensions[0], elementCountOf(indices)});
}

void broadcastTo(ShapeInference& inference) {
    requireRank(inference.input(1), 1);
    Shape result = inference.inputAsShape(1);
    const Shape& input = inference.input(0);
    if (result.hasRank() && input.hasRank()) {
        requireRankAtMost(input, rankOf(result));
        for (std::int64_t axis = 1; axis <= rankOf(input); ++axis)
            if (sizeAt(input, -axis) > 1) result = withSizeAt(result, -axis, mergedSize(sizeAt(input, -axis), sizeAt(result, -axis)));
    }
    inference.setOutput(0, result);
}

// Concatenates inputs [first, last) along the axis that input `axisIndex` tells.
void concatInputs(ShapeInference& inference, std::size_t first, std::size_t last, std::size_t axisIndex) {
    requireRank(inference.input(axisIndex), 0);
    const ConstantValue* axisValue = inference.inputValue(axisIndex);
    if (!axisValue) {
        std::size_t known = first;
        while (known < last && !inference.input(known).hasRank()) ++known;
        if (known == last) return unknown(inference);
        const Shape& model = inference.input(known);
        if (model.isScalar()) throw ShapeError("Can't concatenate scalars (use tf.stack instead)");
        for (std::size_t index = first; index < last; ++index) requireRank(inference.input(index), rankOf(model));
        return inference.setOutput(0, Shape::ofRank(model.rank()));
    }
    const std::int64_t axis = integersOf(*axisValue).at(0);
    const auto after = [&](const Shape& shape) { return axis == -1 ? Shape::scalar() : subshape(shape, axis + 1); };
    Shape outer, inner;
    std::int64_t size = 0;
    for (std::size_t index = last; index-- > first;) {
        const Shape& input = inference.input(index);
        requireRankAtLeast(input, axis < 0 ? -axis : axis + 1);
        const bool isFirst = index + 1 == last;
        outer = isFirst ? subshape(input, 0, axis) : mergedShape(subshape(input, 0, axis), outer);
        size = isFirst ? sizeAt(input, axis) : addedSize(size, sizeAt(input, axis));
        inner = isFirst ? after(input) : mergedShape(after(input), inner);
    }
    inference.setOutput(0, concatenated(concatenated(outer, Shape{size}), inner));
}

void concat(ShapeInference& inference) { concatInputs(inference, 1, inference.inputCount(), 0); }
void concatV2(ShapeInference& inference) { concatInputs(inference, 0, inference.inputCount() - 1, inference.inputCount() - 1); }

void concatOffset(ShapeInference& inference) {
    for (std::size_t index = 1; index < inference.inputCount(); ++index) inference.setOutput(index - 1, inference.inputId(index));
}

// A scalar input that is an axis of a shape (MakeDimForScalarInputWithNegativeIndexing).
std::int64_t axisFromInput(ShapeInference& inference, std::size_t index, const Shape& shape) {
    const ConstantValue* value = inference.inputValue(index);
    if (!value) return kUnknown;
    const std::int64_t axis = scalarInteger(*value);
    if (!shape.hasRank()) return axis < 0 ? kUnknown : axis;
    const std::int64_t rank = rankOf(shape);
    if (axis + rank < 0 || axis >= rank)
        throw ShapeError("Dimension size, given by scalar input " + text(axis) + " must be in range [-" + text(rank) + ", " + text(rank) + ")");
    return axis < 0 ? axis + rank : axis;
}

void split(ShapeInference& inference) {
    const Shape& input = inference.input(1);
    const std::int64_t axis = axisFromInput(inference, 0, input);
    if (axis == kUnknown) return inference.setAllOutputs(input.hasRank() ? Shape::ofRank(input.rank()) : Shape::unknown());
    requireRankAtLeast(input, axis + 1);
    const auto count = static_cast<std::int64_t>(inference.outputCount());
    const std::int64_t size = withContext("Number of ways to split should evenly divide the split dimension",
                                          [&] { return dividedSize(sizeAt(input, axis), count, Division::Exact); });
    inference.setAllOutputs(withSizeAt(input, axis, size));
}

void splitBySizes(ShapeInference& inference, const Shape& input, std::int64_t axis, const std::vector<std::int64_t>& sizes) {
    if (inference.outputCount() != sizes.size()) throw ShapeError("Length of size_splits should be equal to num_outputs");
    if (std::ranges::count(sizes, -1) > 1) throw ShapeError("size_splits can only have one -1");
    const bool hasRest = std::ranges::count(sizes, -1) == 1;
    std::int64_t total = 0;
    for (const auto size : sizes) total += size == -1 ? 0 : size;
    const std::int64_t whole = sizeAt(input, axis);
    std::string list;
    for (std::size_t index = 0; index < sizes.size(); ++index) {
        list += (index > 0 ? "," : "") + text(sizes[index]);
        const std::int64_t size = sizes[index] == -1 && whole != kUnknown ? whole - total : sizes[index];
        if (size < -1 || (size == -1 && whole != kUnknown)) throw ShapeError("Split size at index " + std::to_string(index) + " must be >= 0. Got: " + text(size));
        inference.setOutput(index, withSizeAt(input, axis, size));
    }
    if (whole != kUnknown && (hasRest ? total > whole : total != whole)) throw ShapeError("can't split axis of size " + text(whole) + " into pieces of size [" + list + "]");
}

void splitV(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    const std::int64_t axis = axisFromInput(inference, 2, input);
    const ConstantValue* sizes = inference.inputValue(1);
    if (!input.hasRank()) return unknown(inference);
    if (input.isScalar()) throw ShapeError("Can't split scalars");
    if (sizes && axis != kUnknown) return splitBySizes(inference, input, axis, integersOf(*sizes));
    inference.setAllOutputs(!sizes && axis != kUnknown ? withSizeAt(input, axis, kUnknown) : Shape::ofRank(input.rank()));
}

void constant(ShapeInference& inference) {
    inference.setOutput(0, std::get<std::shared_ptr<const ConstantValue>>(inference.attribute("value"))->shape);
}

void diag(ShapeInference& inference) {
    requireRankAtLeast(inference.input(0), 1);
    inference.setOutput(0, concatenated(inference.input(0), inference.input(0)));
}

void diagPart(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    if (!input.hasRank()) return unknown(inference);
    if (input.rank() % 2 != 0 || input.isScalar()) throw ShapeError("Input must have even and non-zero rank, input rank is " + text(rankOf(input)));
    std::vector<std::int64_t> sizes;
    for (std::size_t axis = 0; axis < input.rank() / 2; ++axis) sizes.push_back(mergedSize(input[axis], input[axis + input.rank() / 2]));
    inference.setOutput(0, Shape(std::move(sizes)));
}

void matrixDiag(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    requireRankAtLeast(input, 1);
    if (!input.hasRank()) return unknown(inference);
    inference.setOutput(0, concatenated(input, Shape{sizeAt(input, -1)}));
}

void matrixSetDiag(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    requireRankAtLeast(input, 2);
    requireRankAtLeast(inference.input(1), 1);
    const Shape diagonal = input.hasRank() ? withRank(inference.input(1), rankOf(input) - 1) : inference.input(1);
    mergedSize(smallerSize(sizeAt(input, -2), sizeAt(input, -1)), sizeAt(diagonal, -1));
    if (!diagonal.hasRank() || input.isFullyDefined()) return unchanged(inference);
    inference.setOutput(0, mergedShape(input, concatenated(subshape(diagonal, 0, -1), Shape::ofRank(2))));
}

void matrixDiagPart(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    requireRankAtLeast(input, 2);
    if (!input.hasRank()) return unknown(inference);
    inference.setOutput(0, concatenated(subshape(input, 0, -2), Shape{smallerSize(sizeAt(input, -2), sizeAt(input, -1))}));
}

void requireReversibleRank(const Shape& input) {
    if (input.rank() > 8) throw ShapeError("reverse does not work on tensors with more than 8 dimensions");
}

void reverse(ShapeInference& inference) {
    const Shape axes = withRank(inference.input(1), 1);
    const Shape input = axes[0] == kUnknown ? inference.input(0) : withRank(inference.input(0), axes[0]);
    requireReversibleRank(input);
    inference.setOutput(0, input);
}

void reverseV2(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    requireRank(inference.input(1), 1);
    requireReversibleRank(input);
    const ConstantValue* axes = inference.inputValue(1);
    if (axes && input.hasRank()) {
        std::vector<bool> isReversed(input.rank());
        const auto asked = integersOf(*axes);
        for (std::size_t index = 0; index < asked.size(); ++index) {
            const std::int64_t axis = asked[index] < 0 ? asked[index] + rankOf(input) : asked[index];
            if (axis < 0 || axis >= rankOf(input))
                throw ShapeError("'axis'[" + std::to_string(index) + "] = " + text(asked[index]) + " is out of valid range [0, " + text(rankOf(input) - 1));
            if (isReversed[static_cast<std::size_t>(axis)]) throw ShapeError("axis " + text(axis) + " specified more than once.");
            isReversed[static_cast<std::size_t>(axis)] = true;
        }
    }
    unchanged(inference);
}

void fill(ShapeInference& inference) {
    requireRank(inference.input(0), 1);
    requireRank(inference.input(1), 0);
    if (const ConstantValue* sizes = inference.inputValue(0))
        if (std::ranges::any_of(integersOf(*sizes), [](auto size) { return size < 0; })) throw ShapeError("Fill dimensions must be >= 0");
    inference.setOutput(0, inference.inputAsShape(0));
}

void gather(ShapeInference& inference) {
    requireRankAtLeast(inference.input(0), 1);
    inference.setOutput(0, concatenated(inference.input(1), subshape(inference.input(0), 1)));
}

void gatherV2(ShapeInference& inference) {
    const Shape& parameters = inference.input(0);
    const Shape& indices = inference.input(1);
    requireRankAtLeast(parameters, 1);
    requireRank(inference.input(2), 0);
    const ConstantValue* axisValue = inference.inputValue(2);
    if (!axisValue) {
        const bool isRankKnown = parameters.hasRank() && indices.hasRank();
        return inference.setOutput(0, isRankKnown ? Shape::ofRank(parameters.rank() + indices.rank() - 1) : Shape::unknown());
    }
    const std::int64_t axis = scalarInteger(*axisValue), batch = inference.integer("batch_dims");
    requireRankAtLeast(parameters, axis < 0 ? -axis : axis + 1);
    requireRankAtLeast(parameters, batch < 0 ? -batch : batch + 1);
    Shape result = concatenated(subshape(parameters, 0, axis), subshape(indices, batch));
    if (axis != -1) result = concatenated(result, subshape(parameters, axis + 1));
    inference.setOutput(0, result);
}

void gatherNd(ShapeInference& inference) {
    const Shape& parameters = inference.input(0);
    const Shape& indices = inference.input(1);
    requireRankAtLeast(indices, 1);
    const std::int64_t depth = sizeAt(indices, -1);
    if (!parameters.hasRank() || depth == kUnknown) return unknown(inference);
    if (depth > rankOf(parameters))
        throw ShapeError("indices.shape[-1] must be <= params.rank, but saw indices shape: " + indices.debugText() + " and params shape: " + parameters.debugText());
    inference.setOutput(0, concatenated(subshape(indices, 0, -1), subshape(parameters, depth)));
}

void identityN(ShapeInference& inference) {
    for (std::size_t index = 0; index < inference.inputCount(); ++index) inference.setOutput(index, inference.inputId(index));
}

std::int64_t knownProduct(const Shape& shape, std::size_t& unknowns) {
    std::int64_t product = 1;
    unknowns = 0;
    if (elementCountOf(shape) == 0) return 0;
    for (const auto size : shape.sizes()) {
        if (size == kUnknown) ++unknowns;
        else product = multipliedSize(product, size);
    }
    return product;
}

void reshape(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    Shape result = inference.inputAsShape(1);
    if (!result.hasRank() || !input.hasRank()) return inference.setOutput(0, result);
    std::size_t unknownOut = 0, unknownIn = 0;
    const std::int64_t out = knownProduct(result, unknownOut), in = knownProduct(input, unknownIn);
    if (unknownOut > 1 || unknownIn > 1) return inference.setOutput(0, result);
    if (unknownIn == 0 && unknownOut == 0) {
        if (in != out) throw ShapeError("Cannot reshape a tensor with " + text(in) + " elements to shape " + result.debugText() + " (" + text(out) + " elements)");
    } else if (unknownIn == 0 && out > 0) {
        const auto axis = static_cast<std::int64_t>(std::ranges::find(result.sizes(), kUnknown) - result.sizes().begin());
        result = withSizeAt(result, axis, dividedSize(in, out, Division::Exact));
    } else if (unknownOut == 0 && in != 0) {
        dividedSize(out, in, Division::Exact);
    }
    inference.setOutput(0, result);
}

void vectorUnchanged(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.input(0), 1));
}

void transpose(ShapeInference& inference) {
    Shape input = inference.input(0);
    const ConstantValue* permutation = inference.inputValue(1);
    const Shape& permutationShape = inference.input(1);
    const std::int64_t length = elementCountOf(permutationShape);
    if (!input.hasRank() && length == kUnknown && !permutation) return unknown(inference);
    const std::int64_t rank = input.hasRank() ? rankOf(input) : length != kUnknown ? length : permutation->shape.elementCount().value_or(0);
    if (!input.hasRank() && rank < 2) return unchanged(inference);
    input = withRank(input, rank);
    requireRank(permutationShape, 1);
    sizeWithValue(length, rank);
    if (!permutation) return inference.setOutput(0, Shape::ofRank(static_cast<std::size_t>(rank)));
    std::vector<std::int64_t> sizes;
    for (const auto axis : integersOf(*permutation)) {
        if (axis >= rank || axis < -rank) throw ShapeError("perm dim " + text(axis) + " is out of range of input rank " + text(rank));
        sizes.push_back(sizeAt(input, axis));
    }
    inference.setOutput(0, Shape(std::move(sizes)));
}

void unique(ShapeInference& inference) {
    requireRank(inference.input(0), 1);
    inference.setOutput(0, Shape::ofRank(1));
    inference.setOutput(1, inference.inputId(0));
}

void uniqueWithCounts(ShapeInference& inference) {
    inference.setAllOutputs(Shape::ofRank(1));
    inference.setOutput(1, inference.inputId(0));
}

void shapeOfInputs(ShapeInference& inference) {
    for (std::size_t index = 0; index < inference.inputCount(); ++index) {
        const Shape& input = inference.input(index);
        inference.setOutput(index, Shape{input.hasRank() ? rankOf(input) : kUnknown});
    }
}

void ensureShape(ShapeInference& inference) {
    const Shape desired = std::get<Shape>(inference.attribute("shape"));
    const Shape input = desired.hasRank() ? withRank(inference.input(0), rankOf(desired)) : inference.input(0);
    inference.setOutput(0, mergedShape(desired, input));
}

void reverseSequence(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    const Shape lengths = withRank(inference.input(1), 1);
    const std::int64_t sequence = inference.integer("seq_dim"), batch = inference.integer("batch_dim");
    if (!input.hasRank()) return unknown(inference);
    if (batch >= rankOf(input)) throw ShapeError("batch_dim must be < input rank: " + text(batch) + " vs. " + text(rankOf(input)));
    if (sequence >= rankOf(input)) throw ShapeError("seq_dim must be < input rank: " + text(sequence) + " vs. " + text(rankOf(input)));
    inference.setOutput(0, withSizeAt(input, batch, mergedSize(sizeAt(input, batch), lengths[0])));
}

void sliceWithSizes(ShapeInference& inference, const ConstantValue& sizesValue, const Shape& begin) {
    const auto asked = integersOf(sizesValue);
    const Shape first = withRank(begin, static_cast<std::int64_t>(asked.size()));
    const Shape& input = inference.input(0);
    std::vector<std::int64_t> sizes;
    for (std::size_t axis = 0; axis < asked.size(); ++axis) {
        const std::int64_t size = sizeAt(input, static_cast<std::int64_t>(axis));
        if (asked[axis] < -1)
            throw ShapeError("Out of bounds slicing on dimension " + std::to_string(axis) + " of length " + text(size) + ": sizes vector cannot be < -1, but was " + text(asked[axis]));
        sizes.push_back(asked[axis] == -1 ? subtractedSize(size, first[axis]) : asked[axis]);
    }
    inference.setOutput(0, Shape(std::move(sizes)));
}

void slice(ShapeInference& inference) {
    Shape input = inference.input(0);
    const Shape beginShape = withRank(inference.input(1), 1), sizesShape = withRank(inference.input(2), 1);
    const Shape merged = mergedShape(beginShape, sizesShape);
    if (merged[0] != kUnknown) input = withRank(input, merged[0]);
    const Shape begin = inference.inputAsShape(1);
    if (const ConstantValue* sizes = inference.inputValue(2)) return sliceWithSizes(inference, *sizes, begin);
    const Shape sizes = inference.inputAsShape(2);
    if (sizes.hasRank()) {
        withRank(begin, rankOf(sizes));
        return inference.setOutput(0, sizes);
    }
    inference.setOutput(0, input.hasRank() ? Shape::ofRank(input.rank()) : Shape::unknown());
}

void stridedSlice(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    const Shape begin = withRank(inference.input(1), 1), end = withRank(inference.input(2), 1), strides = withRank(inference.input(3), 1);
    const Shape merged = mergedShape(mergedShape(begin, end), strides);
    const ConstantValue* stridesValue = inference.inputValue(3);
    if (!input.hasRank() || merged[0] == kUnknown || !stridesValue) return unknown(inference);
    const StridedSliceMasks masks{inference.integer("begin_mask"), inference.integer("end_mask"), inference.integer("ellipsis_mask"),
                                  inference.integer("new_axis_mask"), inference.integer("shrink_axis_mask")};
    inference.setOutput(0, planStridedSlice({inference.inputValue(1), inference.inputValue(2), *stridesValue}, masks, input).result);
}

void tile(ShapeInference& inference) {
    Shape input = inference.input(0);
    Shape multiples = inference.inputAsShape(1);
    if (input.hasRank()) {
        multiples = withRank(multiples, rankOf(input));
        mergedShape(inference.input(1), Shape{rankOf(input)});
    }
    if (!multiples.hasRank()) return unknown(inference);
    input = withRank(input, rankOf(multiples));
    std::vector<std::int64_t> sizes;
    for (std::size_t axis = 0; axis < input.rank(); ++axis) sizes.push_back(multipliedSize(input[axis], multiples[axis]));
    inference.setOutput(0, Shape(std::move(sizes)));
}

void where(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    inference.setOutput(0, Shape{kUnknown, input.hasRank() ? rankOf(input) : kUnknown});
}

void broadcastArguments(ShapeInference& inference) {
    const Shape x = withRank(inference.input(0), 1), y = withRank(inference.input(1), 1);
    inference.setOutput(0, Shape{x[0] == kUnknown || y[0] == kUnknown ? kUnknown : std::max(x[0], y[0])});
}

void broadcastGradientArguments(ShapeInference& inference) {
    requireRank(inference.input(0), 1);
    requireRank(inference.input(1), 1);
    unknownVector(inference);
}

void pad(ShapeInference& inference) {
    const Shape paddings = withRank(inference.input(1), 2);
    sizeWithValue(paddings[1], 2);
    Shape input = inference.input(0);
    std::int64_t rank = paddings[0];
    if (rank != kUnknown) input = withRank(input, rank);
    else if (input.hasRank()) rank = rankOf(input);
    const ConstantValue* value = inference.inputValue(1);
    if (!value) return inference.setOutput(0, rank == kUnknown ? Shape::unknown() : Shape::ofRank(static_cast<std::size_t>(rank)));
    const auto amounts = integersOf(*value);
    std::vector<std::int64_t> sizes;
    for (std::size_t axis = 0; axis < amounts.size() / 2; ++axis) {
        const std::int64_t before = amounts[2 * axis], after = amounts[2 * axis + 1];
        if (before < 0 || after < 0) throw ShapeError("Paddings must be non-negative");
        sizes.push_back(addedSize(sizeAt(input, static_cast<std::int64_t>(axis)), before + after));
    }
    inference.setOutput(0, Shape(std::move(sizes)));
}

void placeholderWithDefault(ShapeInference& inference) {
    mergedShape(inference.input(0), std::get<Shape>(inference.attribute("shape")));
    fromAttribute(inference);
}

void expandDims(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    const ConstantValue* axisValue = inference.inputValue(1);
    if (axisValue && axisValue->shape.elementCount() != 1) throw ShapeError("'dim' input must be a tensor with a single value");
    if (!axisValue || !input.hasRank()) return unknown(inference);
    std::int64_t axis = integersOf(*axisValue).at(0);
    const std::int64_t rank = rankOf(input);
    if (axis < -rank - 1 || axis > rank) throw ShapeError("dim " + text(axis) + " not in the interval [" + text(-rank - 1) + ", " + text(rank) + "].");
    if (axis < 0) axis += rank + 1;
    inference.setOutput(0, concatenated(concatenated(subshape(input, 0, axis), Shape{1}), subshape(input, axis)));
}

void squeeze(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    if (!input.hasRank()) return unknown(inference);
    std::vector<std::int64_t> squeezed = inference.integers("squeeze_dims");
    const std::int64_t rank = rankOf(input);
    for (std::size_t index = 0; index < squeezed.size(); ++index) {
        if (squeezed[index] < -rank || squeezed[index] >= rank)
            throw ShapeError("squeeze_dims[" + std::to_string(index) + "] not in [" + text(-rank) + "," + text(rank) + ").");
        if (squeezed[index] < 0) squeezed[index] += rank;
    }
    std::vector<std::int64_t> sizes;
    for (std::size_t axis = 0; axis < input.rank(); ++axis) {
        const bool isAsked = std::ranges::find(squeezed, static_cast<std::int64_t>(axis)) != squeezed.end();
        if (input[axis] == kUnknown && squeezed.empty()) return unknown(inference);
        if (isAsked && input[axis] != 1 && input[axis] != kUnknown)
            throw ShapeError("Can not squeeze dim[" + std::to_string(axis) + "], expected a dimension of 1, got " + text(input[axis]));
        if (isAsked || (squeezed.empty() && input[axis] == 1)) continue;
        sizes.push_back(input[axis]);
    }
    inference.setOutput(0, Shape(std::move(sizes)));
}

void listDifference(ShapeInference& inference) {
    broadcastGradientArguments(inference);
}

struct BlockShape {
    Shape shape;
    std::optional<std::vector<std::int64_t>> values;
};

// What space_to_batch and batch_to_space have in common; `amounts` are the paddings or crops.
void movedBlocks(ShapeInference& inference, const BlockShape& block, std::size_t amountsIndex, bool isToBatch) {
    if (!block.shape.hasRank() || block.shape.rank() != 1) throw ShapeError("block_shape must have rank 1.");
    const std::int64_t count = block.shape[0];
    if (count == kUnknown) throw ShapeError("block_shape must have known size.");
    const Shape& input = inference.input(0);
    requireRankAtLeast(input, count + 1);
    mergedShape(inference.input(amountsIndex), Shape{count, 2});
    std::int64_t batch = sizeAt(input, 0);
    if (block.values) {
        for (const auto size : *block.values) {
            if (size < 1) throw ShapeError("block_shape must be positive");
            if (batch != kUnknown) batch = isToBatch ? multipliedSize(batch, size) : dividedSize(batch, size, Division::Exact);
        }
    } else if (count > 0) {
        batch = kUnknown;
    }
    std::vector<std::int64_t> sizes{batch};
    sizes.resize(static_cast<std::size_t>(count) + 1, kUnknown);
    if (const ConstantValue* amountsValue = inference.inputValue(amountsIndex)) {
        const auto amounts = integersOf(*amountsValue);
        for (std::size_t axis = 0; axis < static_cast<std::size_t>(count); ++axis) {
            const std::int64_t start = amounts[2 * axis], end = amounts[2 * axis + 1];
            if (start < 0 || end < 0) throw ShapeError(isToBatch ? "paddings cannot be negative" : "crops cannot be negative");
            if (!block.values) continue;
            const std::int64_t size = sizeAt(input, static_cast<std::int64_t>(axis) + 1), factor = (*block.values)[axis];
            sizes[axis + 1] = isToBatch ? dividedSize(addedSize(addedSize(size, start), end), factor, Division::Exact)
                                        : subtractedSize(subtractedSize(multipliedSize(size, factor), start), end);
        }
    }
    inference.setOutput(0, concatenated(Shape(std::move(sizes)), subshape(input, count + 1)));
}

BlockShape blockShapeInput(ShapeInference& inference) {
    const ConstantValue* value = inference.inputValue(1);
    return {inference.input(1), value ? value->integers() : std::nullopt};
}

BlockShape blockSizeAttribute(ShapeInference& inference) {
    requireRank(inference.input(0), 4);
    const std::int64_t size = inference.integer("block_size");
    return {Shape{2}, std::vector<std::int64_t>{size, size}};
}

void spaceToBatchNd(ShapeInference& inference) { movedBlocks(inference, blockShapeInput(inference), 2, true); }
void batchToSpaceNd(ShapeInference& inference) { movedBlocks(inference, blockShapeInput(inference), 2, false); }
void spaceToBatch(ShapeInference& inference) { movedBlocks(inference, blockSizeAttribute(inference), 1, true); }
void batchToSpace(ShapeInference& inference) { movedBlocks(inference, blockSizeAttribute(inference), 1, false); }

void movedDepth(ShapeInference& inference, bool isToDepth) {
    const Shape input = withRank(inference.input(0), 4);
    const bool isChannelsFirst = inference.text("data_format") == "NCHW";
    const std::int64_t block = inference.integer("block_size");
    const std::size_t channels = isChannelsFirst ? 1 : 3, rows = isChannelsFirst ? 2 : 1;
    Shape result = input;
    const auto spread = [&](std::int64_t size, bool grows) { return grows ? multipliedSize(size, block) : dividedSize(size, block, Division::Exact); };
    result.setSize(rows, spread(input[rows], !isToDepth));
    result.setSize(rows + 1, spread(input[rows + 1], !isToDepth));
    result.setSize(channels, isToDepth ? multipliedSize(input[channels], block * block) : dividedSize(input[channels], block * block, Division::Exact));
    inference.setOutput(0, result);
}

void spaceToDepth(ShapeInference& inference) { movedDepth(inference, true); }
void depthToSpace(ShapeInference& inference) { movedDepth(inference, false); }

void oneHot(ShapeInference& inference) {
    const std::int64_t axis = inference.integer("axis");
    if (axis < -1) throw ShapeError("axis must be >= -1");
    const std::int64_t depth = sizeFromScalarInput(inference, 1);
    const Shape& indices = inference.input(0);
    if (!indices.hasRank()) return unknown(inference);
    const std::int64_t rank = rankOf(indices) + 1;
    if (axis != -1 && axis >= rank) throw ShapeError("Expected axis to be -1 or between [0, " + text(rank) + ").  But received: " + text(axis));
    const std::int64_t at = axis == -1 ? rank - 1 : axis;
    inference.setOutput(0, concatenated(concatenated(subshape(indices, 0, at), Shape{depth}), subshape(indices, at)));
}

void bitcast(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    if (!input.hasRank()) return unknown(inference);
    const int from = inference.graph().outputType(inference.inputTensorId(0)).base().size();
    const int to = std::get<DataType>(inference.attribute("type")).size();
    if (from == to) return unchanged(inference);
    if (from > to) return inference.setOutput(0, concatenated(input, Shape{from / to}));
    const std::int64_t last = sizeAt(input, -1);
    if (input.isScalar() || (last != kUnknown && last != to / from))
        throw ShapeError("Cannot bitcast due to shape. " + text(last) + " does not match " + text(to / from));
    inference.setOutput(0, subshape(input, 0, -1));
}

void scatterNd(ShapeInference& inference) {
    const Shape& indices = inference.input(0);
    const Shape& updates = inference.input(1);
    const Shape result = inference.inputAsShape(2);
    requireRankAtLeast(indices, 1);
    requireRankAtLeast(updates, 1);
    const std::int64_t depth = sizeAt(indices, -1);
    if (indices.hasRank() && updates.hasRank() && depth != kUnknown) {
        const std::int64_t outer = rankOf(indices) - 1;
        mergedShape(subshape(indices, 0, outer), subshape(updates, 0, outer));
        if (result.hasRank()) mergedShape(subshape(result, depth), subshape(updates, outer));
    }
    inference.setOutput(0, result);
}

void updatesInPlace(ShapeInference& inference) {
    unchanged(inference);
}

void extractPatches(ShapeInference& inference) {
    const Shape input = withRank(inference.input(0), 4);
    const auto& sizes = inference.integers("ksizes");
    const auto& strides = inference.integers("strides");
    const auto& rates = inference.integers("rates");
    const bool isSame = inference.text("padding") == "SAME";
    Shape result = input;
    for (std::size_t axis = 1; axis <= 2; ++axis) {
        const std::int64_t window = (sizes.at(axis) - 1) * rates.at(axis) + 1;
        const std::int64_t padded = isSame ? addedSize(input[axis], strides.at(axis) - 1) : addedSize(subtractedSize(input[axis], window), strides.at(axis));
        result.setSize(axis, dividedSize(padded, strides.at(axis), Division::Floor));
    }
    result.setSize(3, multipliedSize(input[3], sizes.at(1) * sizes.at(2)));
    inference.setOutput(0, result);
}

constexpr OpDeclaration kOps[] = {
    {"Const", "-> output:dtype; value:tensor; dtype:type", constant},
    {"ImmutableConst", "-> tensor:dtype; dtype:type; shape:shape; memory_region_name:string", fromAttribute},
    {"Placeholder", "-> output:dtype; dtype:type; shape:shape=?", fromAttribute},
    {"PlaceholderV2", "-> output:dtype; dtype:type; shape:shape", fromAttribute},
    {"PlaceholderWithDefault", "input:dtype -> output:dtype; dtype:type; shape:shape", placeholderWithDefault},
    {"GuaranteeConst", "input:T -> output:T; T:type", unchanged},
    {"ZerosLike", "x:T -> y:T; T:type", unchanged},
    {"OnesLike", "x:T -> y:T; T:{bfloat16,half,float,double,int8,uint8,int16,uint16,int32,int64,complex64,complex128,bool}", unchanged},
    {"Empty", "shape:int32 -> output:dtype; dtype:type; init:bool=false", fromFirstInput},
    {"Fill", "dims:index_type, value:T -> output:T; T:type; index_type:index=int32", fill},

    {"Identity", "input:T -> output:T; T:type", unchanged},
    {"Snapshot", "input:T -> output:T; T:type", unchanged},
    {"IdentityN", "input:T -> output:T; T:list(type)>=1", identityN},
    {"RefIdentity", "input:Ref(T) -> output:Ref(T); T:type", unchanged},
    {"DebugGradientIdentity", "input:T -> output:T; T:type", unchanged},
    {"DebugGradientRefIdentity", "input:Ref(T) -> output:Ref(T); T:type", unchanged},
    {"StopGradient", "input:T -> output:T; T:type", unchanged},
    {"PreventGradient", "input:T -> output:T; T:type; message:string=''", unchanged},
    {"CheckNumerics", "tensor:T -> output:T; T:floating; message:string", unchanged},
    {"DeepCopy", "x:T -> y:T; T:type", unchanged},
    {"InplaceUpdate", "x:T, i:int32, v:T -> y:T; T:type", unchanged},
    {"InplaceAdd", "x:T, i:int32, v:T -> y:T; T:type", unchanged},
    {"InplaceSub", "x:T, i:int32, v:T -> y:T; T:type", unchanged},
    {"EnsureShape", "input:T -> output:T; shape:shape; T:type", ensureShape},

    {"ParallelConcat", "values:N*T -> output:T; N:int>=1; T:type; shape:shape", parallelConcat},
    {"Pack", "values:N*T -> output:T; N:int>=1; T:type; axis:int=0", pack},
    {"Unpack", "value:T -> output:num*T; num:int>=0; T:type; axis:int=0", unpack},
    {"UnravelIndex", "indices:Tidx, dims:Tidx -> output:Tidx; Tidx:index=int32", unravelIndex},
    {"BroadcastTo", "input:T, shape:Tidx -> output:T; T:type; Tidx:index=int32", broadcastTo},
    {"Concat", "concat_dim:int32, values:N*T -> output:T; N:int>=2; T:type", concat},
    {"ConcatV2", "values:N*T, axis:Tidx -> output:T; N:int>=2; T:type; Tidx:index=int32", concatV2},
    {"ConcatOffset", "concat_dim:int32, shape:N*int32 -> offset:N*int32; N:int>=2", concatOffset},
    {"Split", "split_dim:int32, value:T -> output:num_split*T; num_split:int>=1; T:type", split},
    {"SplitV", "value:T, size_splits:Tlen, split_dim:int32 -> output:num_split*T; num_split:int>=1; T:type; Tlen:index=int64", splitV},

    {"Diag", "diagonal:T -> output:T; T:signed", diag},
    {"DiagPart", "input:T -> diagonal:T; T:signed", diagPart},
    {"MatrixDiag", "diagonal:T -> output:T; T:type", matrixDiag},
    {"MatrixSetDiag", "input:T, diagonal:T -> output:T; T:type", matrixSetDiag},
    {"MatrixDiagPart", "input:T -> diagonal:T; T:type", matrixDiagPart},
    {"MatrixBandPart", "input:T, num_lower:Tindex, num_upper:Tindex -> band:T; T:type; Tindex:index=int64", unchanged},

    {"Reverse", "tensor:T, dims:bool -> output:T; T:{uint8,int8,uint16,int16,int32,int64,bool,half,float,double,complex64,complex128,string}", reverse},
    {"ReverseV2", "tensor:T, axis:Tidx -> output:T; Tidx:index=int32;"
                  "T:{uint8,int8,uint16,int16,int32,int64,bool,bfloat16,half,float,double,complex64,complex128,string}", reverseV2},
    {"ReverseSequence", "input:T, seq_lengths:Tlen -> output:T; seq_dim:int; batch_dim:int=0; T:type; Tlen:index=int64", reverseSequence},
    {"InvertPermutation", "x:T -> y:T; T:index=int32", vectorUnchanged},
    {"Transpose", "x:T, perm:Tperm -> y:T; T:type; Tperm:index=int32", transpose},
    {"ConjugateTranspose", "x:T, perm:Tperm -> y:T; T:type; Tperm:index=int32", transpose},
    {"Reshape", "tensor:T, shape:Tshape -> output:T; T:type; Tshape:index=int32", reshape},
    {"ExpandDims", "input:T, dim:Tdim -> output:T; T:type; Tdim:index=int32", expandDims},
    {"Squeeze", "input:T -> output:T; T:type; squeeze_dims:list(int)>=0=[]", squeeze},
    {"Tile", "input:T, multiples:Tmultiples -> output:T; T:type; Tmultiples:index=int32", tile},
    {"Pad", "input:T, paddings:Tpaddings -> output:T; T:type; Tpaddings:index=int32", pad},
    {"PadV2", "input:T, paddings:Tpaddings, constant_values:T -> output:T; T:type; Tpaddings:index=int32", pad},
    {"MirrorPad", "input:T, paddings:Tpaddings -> output:T; T:type; Tpaddings:index=int32; mode:{'REFLECT','SYMMETRIC'}", pad},

    {"Gather", "params:Tparams, indices:Tindices -> output:Tparams; validate_indices:bool=true; Tparams:type; Tindices:index", gather},
    {"GatherV2", "params:Tparams, indices:Tindices, axis:Taxis -> output:Tparams; batch_dims:int=0; Tparams:type; Tindices:index; Taxis:index", gatherV2},
    {"GatherNd", "params:Tparams, indices:Tindices -> output:Tparams; Tparams:type; Tindices:index", gatherNd},
    {"ScatterNd", "indices:Tindices, updates:T, shape:Tindices -> output:T; T:type; Tindices:index", scatterNd},
    {"TensorScatterUpdate", "tensor:T, indices:Tindices, updates:T -> output:T; T:type; Tindices:index", updatesInPlace},
    {"TensorScatterAdd", "tensor:T, indices:Tindices, updates:T -> output:T; T:type; Tindices:index", updatesInPlace},
    {"TensorScatterSub", "tensor:T, indices:Tindices, updates:T -> output:T; T:type; Tindices:index", updatesInPlace},
    {"ScatterNdNonAliasingAdd", "input:T, indices:Tindices, updates:T -> output:T; T:{numbertype,bool}; Tindices:index", updatesInPlace},
    {"Slice", "input:T, begin:Index, size:Index -> output:T; T:type; Index:index", slice},
    {"StridedSlice", "input:T, begin:Index, end:Index, strides:Index -> output:T; T:type; Index:index; begin_mask:int=0; end_mask:int=0;"
                     "ellipsis_mask:int=0; new_axis_mask:int=0; shrink_axis_mask:int=0", stridedSlice},
    {"StridedSliceGrad", "shape:Index, begin:Index, end:Index, strides:Index, dy:T -> output:T; T:type; Index:index; begin_mask:int=0; end_mask:int=0;"
                         "ellipsis_mask:int=0; new_axis_mask:int=0; shrink_axis_mask:int=0", fromFirstInput},
    {"StridedSliceAssign", "ref:Ref(T), begin:Index, end:Index, strides:Index, value:T -> output_ref:Ref(T); T:type; Index:index; begin_mask:int=0;"
                           "end_mask:int=0; ellipsis_mask:int=0; new_axis_mask:int=0; shrink_axis_mask:int=0", unchanged},
    {"ResourceStridedSliceAssign", "ref:resource, begin:Index, end:Index, strides:Index, value:T ->; T:type; Index:index; begin_mask:int=0;"
                                   "end_mask:int=0; ellipsis_mask:int=0; new_axis_mask:int=0; shrink_axis_mask:int=0", none},
    {"TensorStridedSliceUpdate", "input:T, begin:Index, end:Index, strides:Index, value:T -> output:T; T:type; Index:index; begin_mask:int=0;"
                                 "end_mask:int=0; ellipsis_mask:int=0; new_axis_mask:int=0; shrink_axis_mask:int=0", unchanged},

    {"Unique", "x:T -> y:T, idx:out_idx; T:type; out_idx:index=int32", unique},
    {"UniqueV2", "x:T, axis:Taxis -> y:T, idx:out_idx; T:type; Taxis:index=int64; out_idx:index=int32", uniqueWithCounts},
    {"UniqueWithCounts", "x:T -> y:T, idx:out_idx, count:out_idx; T:type; out_idx:index=int32", uniqueWithCounts},
    {"ListDiff", "x:T, y:T -> out:T, idx:out_idx; T:type; out_idx:index=int32", listDifference},
    {"Shape", "input:T -> output:out_type; T:type; out_type:index=int32", shapeOfInputs},
    {"ShapeN", "input:N*T -> output:N*out_type; N:int>=1; T:type; out_type:index=int32", shapeOfInputs},
    {"Rank", "input:T -> output:int32; T:type", scalar},
    {"Size", "input:T -> output:out_type; T:type; out_type:index=int32", scalar},
    {"Where", "input:T -> index:int64; T:{numbertype,bool}=bool", where},
    {"BroadcastArgs", "s0:T, s1:T -> r0:T; T:index=int32", broadcastArguments},
    {"BroadcastGradientArgs", "s0:T, s1:T -> r0:T, r1:T; T:index=int32", broadcastGradientArguments},
    {"OneHot", "indices:TI, depth:int32, on_value:T, off_value:T -> output:T; axis:int=-1; T:type; TI:{uint8,int32,int64}=int64", oneHot},
    {"Bitcast", "input:T -> output:type; T:{bfloat16,half,float,double,int64,int32,uint8,uint16,uint32,uint64,int8,int16,complex64,complex128,qint8,quint8,"
                "qint16,quint16,qint32}; type:{bfloat16,half,float,double,int64,int32,uint8,uint16,uint32,uint64,int8,int16,complex64,complex128,qint8,quint8,"
                "qint16,quint16,qint32}", bitcast},

    {"SpaceToBatchND", "input:T, block_shape:Tblock_shape, paddings:Tpaddings -> output:T; T:type; Tblock_shape:index=int32; Tpaddings:index=int32", spaceToBatchNd},
    {"SpaceToBatch", "input:T, paddings:Tpaddings -> output:T; T:type; Tpaddings:index=int32; block_size:int>=2", spaceToBatch},
    {"BatchToSpaceND", "input:T, block_shape:Tblock_shape, crops:Tcrops -> output:T; T:type; Tblock_shape:index=int32; Tcrops:index=int32", batchToSpaceNd},
    {"BatchToSpace", "input:T, crops:Tidx -> output:T; T:type; block_size:int>=2; Tidx:index=int32", batchToSpace},
    {"SpaceToDepth", "input:T -> output:T; T:type; block_size:int>=2; data_format:{'NHWC','NCHW','NCHW_VECT_C'}='NHWC'", spaceToDepth},
    {"DepthToSpace", "input:T -> output:T; T:type; block_size:int>=2; data_format:{'NHWC','NCHW','NCHW_VECT_C'}='NHWC'", depthToSpace},
    {"ExtractImagePatches", "images:T -> patches:T; ksizes:list(int)>=4; strides:list(int)>=4; rates:list(int)>=4; T:realnumbertype; padding:{'SAME','VALID'}", extractPatches},
    {"FakeQuantWithMinMaxArgs", "inputs:float -> outputs:float; min:float=-6.0; max:float=6.0; num_bits:int=8; narrow_range:bool=false", unchanged},
    {"FakeQuantWithMinMaxVars", "inputs:float, min:float, max:float -> outputs:float; num_bits:int=8; narrow_range:bool=false", unchanged},
};

}  // namespace

std::span<const OpDeclaration> arrayOps() {
    return kOps;
}

}  // namespace namescape
