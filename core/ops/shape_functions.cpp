#include "ops/shape_functions.h"

#include <set>

namespace namescape::shapes {

void none(ShapeInference&) {}

void unknown(ShapeInference& inference) {
    for (std::size_t index = 0; index < inference.outputCount(); ++index) inference.setOutput(index, ShapePool::kUnknown);
}

void scalar(ShapeInference& inference) {
    for (std::size_t index = 0; index < inference.outputCount(); ++index) inference.setOutput(index, ShapePool::kScalar);
}

void unknownVector(ShapeInference& inference) {
    inference.setAllOutputs(Shape::ofRank(1));
}

void unchanged(ShapeInference& inference) {
    inference.setOutput(0, inference.inputId(0));
}

void fromAttribute(ShapeInference& inference) {
    inference.setOutput(0, std::get<Shape>(inference.attribute("shape")));
}

void mergeTwo(ShapeInference& inference) {
    if (inference.inputId(0) == inference.inputId(1)) return inference.setOutput(0, inference.inputId(0));
    inference.setOutput(0, mergedShape(inference.input(0), inference.input(1)));
}

void mergeAll(ShapeInference& inference) {
    Shape merged = inference.input(inference.inputCount() - 1);
    for (std::size_t index = inference.inputCount() - 1; index-- > 0;)
        merged = withContext("From merging shape " + std::to_string(index) + " with other shapes.", [&] { return mergedShape(inference.input(index), merged); });
    inference.setOutput(0, merged);
}

void broadcast(ShapeInference& inference) {
    const ShapeId x = inference.inputId(0), y = inference.inputId(1);
    if (x == y || (y == ShapePool::kScalar && x != ShapePool::kUnknown)) return inference.setOutput(0, x);
    if (x == ShapePool::kScalar && y != ShapePool::kUnknown) return inference.setOutput(0, y);
    inference.setOutput(0, broadcastShape(inference.input(0), inference.input(1)));
}

void reduction(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    requireRankAtMost(inference.input(1), 1);
    const bool keeps = inference.flag("keep_dims");
    const ConstantValue* axes = inference.inputValue(1);
    if (!axes || !input.hasRank()) {
        if (keeps && input.hasRank()) return inference.setOutput(0, Shape::ofRank(input.rank()));
        return unknown(inference);
    }
    const auto rank = static_cast<std::int64_t>(input.rank());
    std::set<std::int64_t> reduced;
    for (const auto axis : axes->integers().value_or(std::vector<std::int64_t>())) {
        if (axis < -rank || axis >= rank)
            throw ShapeError("Invalid reduction dimension " + std::to_string(axis) + " for input with " + std::to_string(rank) + " dimensions.");
        reduced.insert(axis < 0 ? axis + rank : axis);
    }
    std::vector<std::int64_t> sizes;
    for (std::int64_t axis = 0; axis < rank; ++axis) {
        if (!reduced.contains(axis)) sizes.push_back(input[static_cast<std::size_t>(axis)]);
        else if (keeps) sizes.push_back(1);
    }
    inference.setOutput(0, Shape(std::move(sizes)));
}

void fromFirstInput(ShapeInference& inference) {
    inference.setOutput(0, inference.inputAsShape(0));
}

void matMul(ShapeInference& inference) {
    const Shape a = withRank(inference.input(0), 2), b = withRank(inference.input(1), 2);
    const bool isATransposed = inference.flag("transpose_a"), isBTransposed = inference.flag("transpose_b");
    mergedSize(isATransposed ? a[0] : a[1], isBTransposed ? b[1] : b[0]);
    inference.setOutput(0, Shape{isATransposed ? a[1] : a[0], isBTransposed ? b[0] : b[1]});
}

void scalarInputs(ShapeInference& inference) {
    for (std::size_t index = 0; index < inference.inputCount(); ++index) requireRank(inference.input(index), 0);
}

Shape resourceShape(const Graph& graph, TensorId handle, DataType* type) {
    // Handles reach their users through operations that pass them on: identities, switches, loops.
    for (std::size_t step = 0; step < graph.operationCount(); ++step) {
        const std::string_view source = graph.operationType(handle.operation);
        if (source == "VarHandleOp") {
            for (const Attribute& attribute : graph.attributes(handle.operation))
                if (attribute.name == "dtype" && type) *type = std::get<DataType>(attribute.value);
            for (const Attribute& attribute : graph.attributes(handle.operation))
                if (attribute.name == "shape") return std::get<Shape>(attribute.value);
            return Shape::unknown();
        }
        const bool passesOn = source == "Identity" || source == "Switch" || source == "Merge" || source == "Enter" || source == "Exit";
        if (!passesOn || graph.inputs(handle.operation).empty()) return Shape::unknown();
        handle = graph.inputs(handle.operation)[0];
    }
    return Shape::unknown();
}

}  // namespace namescape::shapes
