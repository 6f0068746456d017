// What a shape function sees of the operation it works for, and the rules that shape functions are made of.
#pragma once

#include "graph/graph.h"
#include "ops/op_definition.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace namescape {

// Shapes that contradict each other; the message lacks what it is about, which the caller of the shape function adds.
class ShapeError : public std::runtime_error {
public:
    explicit ShapeError(const std::string& message) : std::runtime_error(message) {}
};

// The part that is the same in every pass over one operation's shape function.
struct ShapeInferenceRequest {
    Graph& graph;
    const OpDefinition& definition;
    std::span<const TensorId> inputs;
    std::span<const Attribute> attributes;
    std::span<OutputSpec> outputs;  // types are set; shapes are to be
};

// What a shape function asked and was told of its inputs; outside of the class, since an aggregate within one cannot be
// emplaced there before the class is complete.
struct InputKnowledge {
    std::vector<bool> askedForValue, askedForShape;      // over all passes
    std::vector<std::shared_ptr<const ConstantValue>> values;
    std::vector<std::optional<Shape>> shapes;            // inputs read as shapes
    std::vector<bool> isValueTold, isShapeTold;          // in this pass
    bool tellsAll = true;
};

// TensorFlow 1.15, core/framework/shape_inference.h, InferenceContext.
class ShapeInference {
public:
    explicit ShapeInference(const ShapeInferenceRequest& request) : m_request(request) {}

    std::size_t inputCount() const { return m_request.inputs.size(); }
    std::size_t outputCount() const { return m_request.outputs.size(); }
    ShapeId inputId(std::size_t index) const { return m_request.graph.outputShapeId(m_request.inputs[index]); }
    const Shape& input(std::size_t index) const { return m_request.graph.outputShape(m_request.inputs[index]); }
    TensorId inputTensorId(std::size_t index) const { return m_request.inputs[index]; }
    Graph& graph() const { return m_request.graph; }

    void setOutput(std::size_t index, ShapeId shape) { m_request.outputs[index].shape = shape; }
    void setOutput(std::size_t index, const Shape& shape) { setOutput(index, m_request.graph.intern(shape)); }
    void setAllOutputs(const Shape& shape);

    // The value of an input where it follows from constants, else null.
    const ConstantValue* inputValue(std::size_t index);
    // What the input says as a shape, as far as constants tell (MakeShapeFromShapeTensor). Throws when it is no vector.
    Shape inputAsShape(std::size_t index);

    // Attributes: as given, else by default.
    std::int64_t integer(std::string_view name) const { return std::get<std::int64_t>(attribute(name)); }
    bool flag(std::string_view name) const { return std::get<bool>(attribute(name)); }
    const std::string& text(std::string_view name) const { return std::get<std::string>(attribute(name)); }
    const std::vector<std::int64_t>& integers(std::string_view name) const;
    const AttributeValue& attribute(std::string_view name) const;

    // How often the shape function asked, and whether values are to be told: see inferShapes.
    InputKnowledge& knowledge();

private:
    ShapeInferenceRequest m_request;
    std::optional<InputKnowledge> m_knowledge;
};

// Runs the definition's shape function. Throws TensorFlowError (ValueError) in TensorFlow's words, which name the operation,
// its input shapes and those constants that the function asked for.
void inferShapes(const ShapeInferenceRequest& request, std::string_view operationName);

// --- Rules that shape functions are made of; all throw ShapeError. A size is Shape::kUnknownSize where it is not known.

// The shape has this rank: fails where it has another, and an unknown one becomes one of that rank.
Shape withRank(const Shape& shape, std::int64_t rank);
// The rank is at least / at most this; nothing is learnt from it.
void requireRankAtLeast(const Shape& shape, std::int64_t rank);
void requireRankAtMost(const Shape& shape, std::int64_t rank);
inline void requireRank(const Shape& shape, std::int64_t rank) {
    if (!shape.hasRank() || static_cast<std::int64_t>(shape.rank()) != rank) withRank(shape, rank);
}

// A size by index, negative ones from the end; unknown for unknown rank.
std::int64_t sizeAt(const Shape& shape, std::int64_t axis);
// One size that both are; likewise for shapes.
std::int64_t mergedSize(std::int64_t first, std::int64_t second);
Shape mergedShape(const Shape& first, const Shape& second);
std::int64_t sizeWithValue(std::int64_t size, std::int64_t value);
Shape concatenated(const Shape& first, const Shape& second);
// shape[start:end:stride] by the rules of Subshape; negative indices count from the end.
constexpr std::int64_t kToEnd = std::numeric_limits<std::int64_t>::max();
Shape subshape(const Shape& shape, std::int64_t start, std::int64_t end = kToEnd, std::int64_t stride = 1);
Shape withSizeAt(const Shape& shape, std::int64_t axis, std::int64_t size);
// The number of elements, unknown where a size is (and 0 where one is 0, as nothing else matters then).
std::int64_t elementCountOf(const Shape& shape);
// What two shapes broadcast to.
Shape broadcastShape(const Shape& first, const Shape& second);

std::int64_t addedSize(std::int64_t first, std::int64_t second);
std::int64_t subtractedSize(std::int64_t first, std::int64_t second);
std::int64_t multipliedSize(std::int64_t first, std::int64_t second);
enum class Division : std::uint8_t { Exact, Floor };
std::int64_t dividedSize(std::int64_t dividend, std::int64_t divisor, Division division);
std::int64_t smallerSize(std::int64_t first, std::int64_t second);

// A scalar input's value as a size (MakeDimForScalarInput): unknown where the value is.
std::int64_t sizeFromScalarInput(ShapeInference& inference, std::size_t index);
// The only element of an integer constant.
std::int64_t scalarInteger(const ConstantValue& value);

}  // namespace namescape
