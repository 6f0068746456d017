#include "ops/shape_inference.h"

#include "ops/constant_value.h"

#include <algorithm>
#include <cassert>

namespace namescape {

namespace {

constexpr std::int64_t kUnknown = Shape::kUnknownSize;

std::int64_t rankOf(const Shape& shape) {
    return static_cast<std::int64_t>(shape.rank());
}

std::string text(std::int64_t number) {
    return std::to_string(number);
}

std::vector<std::int64_t> sizesOf(const Shape& shape) {
    return {shape.sizes().begin(), shape.sizes().end()};
}

void append(std::string& list, const std::string& item, const char* separator) {
    if (!list.empty()) list += separator;
    list += item;
}

// The words that TensorFlow adds to a shape function's message (InferenceContext::AttachContext).
std::string contextOf(const ShapeInferenceRequest& request, std::string_view operationName, const InputKnowledge& knowledge) {
    std::string context = " for '" + std::string(operationName) + "' (op: '" + std::string(request.definition.type) + "') with input shapes: ";
    std::string shapes, values, partial;
    for (std::size_t index = 0; index < request.inputs.size(); ++index) {
        const std::string prefix = "input[" + std::to_string(index) + "] = ";
        append(shapes, request.graph.outputShape(request.inputs[index]).debugText(), ", ");
        if (knowledge.isShapeTold[index] && knowledge.shapes[index]->hasRank()) append(partial, prefix + knowledge.shapes[index]->debugText(), ",");
        else if (knowledge.isValueTold[index] && knowledge.values[index]) append(values, prefix + "<" + summary(*knowledge.values[index]) + ">", ", ");
    }
    context += shapes;
    if (!values.empty()) context += " and with computed input tensors: " + values;
    if (!partial.empty()) context += " and with input tensors computed as partial shapes: " + partial;
    return context += ".";
}

// A pass that tells nothing first, then passes that tell what the former ones asked for: messages depend on that order.
[[noreturn]] void failAsTensorFlow(const ShapeInferenceRequest& request, std::string_view operationName) {
    ShapeInference inference(request);
    auto& knowledge = inference.knowledge();
    knowledge.tellsAll = false;
    try {
        for (bool isNews = true; isNews;) {
            request.definition.inferShapes(inference);
            isNews = false;
            for (std::size_t index = 0; index < request.inputs.size(); ++index) {
                if (knowledge.askedForValue[index] && !knowledge.isValueTold[index]) {
                    knowledge.isValueTold[index] = true;
                    knowledge.values[index] = constantValue(request.graph, request.inputs[index]);
                    isNews = isNews || knowledge.values[index];
                }
                if (knowledge.askedForShape[index] && !knowledge.isShapeTold[index]) {
                    knowledge.shapes[index] = constantPartialShape(request.graph, request.inputs[index]);
                    knowledge.isShapeTold[index] = true;
                    isNews = true;
                }
            }
        }
    } catch (const ShapeError& error) {
        throw TensorFlowError(ErrorType::ValueError, error.what() + contextOf(request, operationName, knowledge));
    }
    assert(false);
    throw TensorFlowError(ErrorType::ValueError, "Shapes contradict each other" + contextOf(request, operationName, knowledge));
}

}  // namespace

void ShapeInference::setAllOutputs(const Shape& shape) {
    const ShapeId id = m_request.graph.intern(shape);
    for (auto& output : m_request.outputs) output.shape = id;
}

InputKnowledge& ShapeInference::knowledge() {
    if (m_knowledge) return *m_knowledge;
    const std::size_t count = inputCount();
    auto& made = m_knowledge.emplace();
    for (auto* flags : {&made.askedForValue, &made.askedForShape, &made.isValueTold, &made.isShapeTold}) flags->resize(count);
    made.values.resize(count);
    made.shapes.resize(count);
    return made;
}

const ConstantValue* ShapeInference::inputValue(std::size_t index) {
    auto& known = knowledge();
    known.askedForValue[index] = true;
    if (known.tellsAll && !known.isValueTold[index]) {
        known.isValueTold[index] = true;
        known.values[index] = constantValue(m_request.graph, m_request.inputs[index]);
    }
    return known.values[index].get();
}

Shape ShapeInference::inputAsShape(std::size_t index) {
    const Shape vector = withRank(input(index), 1);
    auto& known = knowledge();
    known.askedForShape[index] = true;
    if (known.tellsAll && !known.isShapeTold[index]) {
        known.isShapeTold[index] = true;
        known.shapes[index] = constantPartialShape(m_request.graph, m_request.inputs[index]);
    }
    if (known.isShapeTold[index] && known.shapes[index]->hasRank()) return *known.shapes[index];
    if (!known.tellsAll) known.askedForValue[index] = true;
    const std::int64_t rank = vector[0];
    return rank == kUnknown ? Shape::unknown() : Shape::ofRank(static_cast<std::size_t>(rank));
}

const AttributeValue& ShapeInference::attribute(std::string_view name) const {
    for (const Attribute& given : m_request.attributes)
        if (given.name == name) return given.value;
    const OpAttribute* declared = m_request.definition.attribute(name);
    assert(declared);
    if (!declared->defaultValue) throw TensorFlowError(ErrorType::TypeError, "No argument for attr " + std::string(name));
    return *declared->defaultValue;
}

const std::vector<std::int64_t>& ShapeInference::integers(std::string_view name) const {
    return std::get<std::vector<std::int64_t>>(attribute(name));
}

void inferShapes(const ShapeInferenceRequest& request, std::string_view operationName) {
    if (!request.definition.inferShapes) return;
    try {
        ShapeInference inference(request);
        request.definition.inferShapes(inference);
    } catch (const ShapeError&) {
        failAsTensorFlow(request, operationName);
    }
}

Shape withRank(const Shape& shape, std::int64_t rank) {
    if (!shape.hasRank()) return Shape::ofRank(static_cast<std::size_t>(rank));
    if (rankOf(shape) != rank) throw ShapeError("Shape must be rank " + text(rank) + " but is rank " + text(rankOf(shape)));
    return shape;
}

void requireRankAtLeast(const Shape& shape, std::int64_t rank) {
    if (shape.hasRank() && rankOf(shape) < rank) throw ShapeError("Shape must be at least rank " + text(rank) + " but is rank " + text(rankOf(shape)));
}

void requireRankAtMost(const Shape& shape, std::int64_t rank) {
    if (shape.hasRank() && rankOf(shape) > rank) throw ShapeError("Shape must be at most rank " + text(rank) + " but is rank " + text(rankOf(shape)));
}

std::int64_t sizeAt(const Shape& shape, std::int64_t axis) {
    if (!shape.hasRank()) return kUnknown;
    return shape[static_cast<std::size_t>(axis < 0 ? axis + rankOf(shape) : axis)];
}

std::int64_t mergedSize(std::int64_t first, std::int64_t second) {
    if (second == kUnknown || first == second) return first;
    if (first == kUnknown) return second;
    throw ShapeError("Dimensions must be equal, but are " + text(first) + " and " + text(second));
}

Shape mergedShape(const Shape& first, const Shape& second) {
    if (auto merged = first.mergedWith(second)) return *std::move(merged);
    if (first.rank() != second.rank()) throw ShapeError("Shapes must be equal rank, but are " + text(rankOf(first)) + " and " + text(rankOf(second)));
    std::size_t axis = 0;
    while (first[axis] == second[axis] || first[axis] == kUnknown || second[axis] == kUnknown) ++axis;
    throw ShapeError("Dimension " + std::to_string(axis) + " in both shapes must be equal, but are " + text(first[axis]) + " and " + text(second[axis]) +
                     ". Shapes are " + first.debugText() + " and " + second.debugText() + ".");
}

std::int64_t sizeWithValue(std::int64_t size, std::int64_t value) {
    if (size != kUnknown && size != value) throw ShapeError("Dimension must be " + text(value) + " but is " + text(size));
    return value;
}

Shape concatenated(const Shape& first, const Shape& second) {
    if (!first.hasRank() || !second.hasRank()) return Shape::unknown();
    auto sizes = sizesOf(first);
    sizes.insert(sizes.end(), second.sizes().begin(), second.sizes().end());
    return Shape(std::move(sizes));
}

Shape subshape(const Shape& shape, std::int64_t start, std::int64_t end, std::int64_t stride) {
    const std::int64_t rank = rankOf(shape);
    if (start == 0 && stride == 1 && ((shape.hasRank() && end >= rank) || end == kToEnd)) return shape;
    if (!shape.hasRank()) return Shape::unknown();
    const std::int64_t askedStart = start, askedEnd = end;
    start = std::min(start, rank);
    end = std::min(end, rank);
    if (stride < 0 && start == rank) --start;
    if (start < 0) start += rank;
    if (start < 0) throw ShapeError("Subshape start out of bounds: " + text(askedStart) + ", for shape with rank " + text(rank));
    if (end < 0) end += rank;
    if (end < 0) throw ShapeError("Subshape end out of bounds: " + text(askedEnd) + ", for shape with rank " + text(rank));
    if (stride > 0 && start > end)
        throw ShapeError("Subshape must have computed start <= end, but is " + text(start) + " and " + text(end) + " (computed from start " + text(askedStart) +
                         " and end " + text(askedEnd) + " over shape with rank " + text(rank) + ")");
    if (stride < 0 && start < end)
        throw ShapeError("Subshape must have computed start >= end since stride is negative, but is " + text(start) + " and " + text(end) + " (computed from start " +
                         text(askedStart) + " and end " + text(askedEnd) + " over shape with rank " + text(rank) + " and stride" + text(stride) + ")");
    std::vector<std::int64_t> sizes;
    for (std::int64_t axis = start; stride > 0 ? axis < end : axis > end; axis += stride) sizes.push_back(shape[static_cast<std::size_t>(axis)]);
    return Shape(std::move(sizes));
}

Shape withSizeAt(const Shape& shape, std::int64_t axis, std::int64_t size) {
    if (!shape.hasRank()) return Shape::unknown();
    const std::int64_t rank = rankOf(shape);
    const std::int64_t at = axis < 0 ? axis + rank : axis;
    if (at < 0 || at >= rank) throw ShapeError("Out of range dim_index " + text(axis) + " for shape with " + text(rank) + " dimensions");
    Shape changed = shape;
    changed.setSize(static_cast<std::size_t>(at), size);
    return changed;
}

std::int64_t elementCountOf(const Shape& shape) {
    if (!shape.hasRank()) return kUnknown;
    std::int64_t count = 1;
    bool isUnknown = false;
    for (const auto size : shape.sizes()) {
        if (size == 0) return 0;
        if (size == kUnknown) isUnknown = true;
        else count = multipliedSize(count, size);
    }
    return isUnknown ? kUnknown : count;
}

namespace {

std::int64_t broadcastSize(std::int64_t first, std::int64_t second) {
    if (first == kUnknown || second == kUnknown) {
        if (first > 1) return first;
        if (second > 1) return second;
        if (first == 1) return second;
        if (second == 1) return first;
        return kUnknown;
    }
    if (first == 1) return second;
    if (second == 1) return first;
    return mergedSize(first, second);
}

}  // namespace

Shape broadcastShape(const Shape& first, const Shape& second) {
    if (!first.hasRank() || !second.hasRank()) return Shape::unknown();
    const std::size_t rank = std::max(first.rank(), second.rank());
    std::vector<std::int64_t> sizes(rank);
    for (std::size_t axis = 0; axis < rank; ++axis) {
        const std::int64_t x = axis < rank - first.rank() ? 1 : first[axis - (rank - first.rank())];
        const std::int64_t y = axis < rank - second.rank() ? 1 : second[axis - (rank - second.rank())];
        sizes[axis] = broadcastSize(x, y);
    }
    return Shape(std::move(sizes));
}

std::int64_t addedSize(std::int64_t first, std::int64_t second) {
    if (first == 0) return second;
    if (second == 0) return first;
    if (first == kUnknown || second == kUnknown) return kUnknown;
    std::int64_t sum = 0;
    if (__builtin_add_overflow(first, second, &sum)) throw ShapeError("Dimension size overflow from adding " + text(first) + " and " + text(second));
    return sum;
}

std::int64_t subtractedSize(std::int64_t first, std::int64_t second) {
    if (second == 0) return first;
    if (first == kUnknown || second == kUnknown) return kUnknown;
    if (first < second) throw ShapeError("Negative dimension size caused by subtracting " + text(second) + " from " + text(first));
    return first - second;
}

std::int64_t multipliedSize(std::int64_t first, std::int64_t second) {
    if (first == 0 || second == 0) return 0;
    if (first == 1) return second;
    if (second == 1) return first;
    if (first == kUnknown || second == kUnknown) return kUnknown;
    std::int64_t product = 0;
    if (__builtin_mul_overflow(first, second, &product))
        throw ShapeError("Negative dimension size caused by overflow when multiplying " + text(first) + " and " + text(second));
    return product;
}

std::int64_t dividedSize(std::int64_t dividend, std::int64_t divisor, Division division) {
    if (divisor == 1) return dividend;
    if (dividend == kUnknown) return kUnknown;
    if (divisor <= 0) throw ShapeError("Divisor must be positive but is " + text(divisor));
    if (division == Division::Exact && dividend % divisor != 0)
        throw ShapeError("Dimension size must be evenly divisible by " + text(divisor) + " but is " + text(dividend));
    return dividend / divisor;
}

std::int64_t smallerSize(std::int64_t first, std::int64_t second) {
    if (first == 0 || second == 0) return 0;
    if (first == kUnknown || second == kUnknown) return kUnknown;
    return std::min(first, second);
}

std::int64_t scalarInteger(const ConstantValue& value) {
    if (!value.shape.isScalar()) throw ShapeError("Input must be scalar but has rank " + text(rankOf(value.shape)));
    const auto elements = value.integers();
    if (!elements) throw ShapeError("Scalar input must be int32 or int64.");
    return elements->front();
}

std::int64_t sizeFromScalarInput(ShapeInference& inference, std::size_t index) {
    const ConstantValue* value = inference.inputValue(index);
    if (!value) return kUnknown;
    const std::int64_t size = scalarInteger(*value);
    if (size < 0) throw ShapeError("Dimension size, given by scalar input " + std::to_string(index) + ", must be non-negative but is " + text(size));
    return size;
}

}  // namespace namescape
