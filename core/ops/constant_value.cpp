#include "ops/constant_value.h"

#include "ops/constant_folding.h"
#include "ops/shape_inference.h"

#include <charconv>
#include <limits>
#include <map>

namespace namescape {

namespace {

constexpr int kDeepest = 256;
constexpr std::int64_t kUnknown = Shape::kUnknownSize;
constexpr std::int64_t kMostSummarized = 256;

// Operations whose value was computed before, kept with their graph: chains of them are not computed again and again.
using Memory = std::map<TensorId, std::shared_ptr<const ConstantValue>>;

Memory& memoryOf(Graph& graph) {
    static const char key = 0;
    auto& held = graph.extension(&key);
    if (!held) held = std::make_shared<Memory>();
    return *static_cast<Memory*>(held.get());
}

std::shared_ptr<const ConstantValue> valueOf(Graph& graph, TensorId tensor, int depth);

std::shared_ptr<const ConstantValue> fold(Graph& graph, TensorId tensor, int depth) {
    const Operation operation(graph, tensor.operation);
    const FoldFunction function = foldFunction(operation.type());
    if (!function || depth > kDeepest) return nullptr;
    if (auto known = valueFromShape(operation)) return std::make_shared<const ConstantValue>(*std::move(known));
    std::vector<std::shared_ptr<const ConstantValue>> held;
    std::vector<const ConstantValue*> inputs;
    for (std::size_t index = 0; index < operation.inputs().size(); ++index) {
        held.push_back(valueOf(graph, operation.inputs()[index], depth + 1));
        if (!held.back()) return nullptr;
        inputs.push_back(held.back().get());
    }
    auto folded = function({operation, tensor.output, inputs});
    return folded ? std::make_shared<const ConstantValue>(*std::move(folded)) : nullptr;
}

std::shared_ptr<const ConstantValue> valueOf(Graph& graph, TensorId tensor, int depth) {
    const std::string_view type = graph.operationType(tensor.operation);
    if (type == "Const") return std::get<std::shared_ptr<const ConstantValue>>(Operation(graph, tensor.operation).attribute("value")->value);
    if (!foldFunction(type)) return nullptr;
    auto& memory = memoryOf(graph);
    if (const auto found = memory.find(tensor); found != memory.end()) return found->second;
    auto folded = fold(graph, tensor, depth);
    if (folded) memory.emplace(tensor, folded);
    return folded;
}

std::optional<std::int64_t> onlyInteger(Graph& graph, TensorId tensor) {
    const auto value = constantValue(graph, tensor);
    const auto elements = value ? value->integers(1) : std::nullopt;
    if (!elements || elements->size() != 1) return std::nullopt;
    return elements->front();
}

Shape shapeFromElements(const std::vector<std::int64_t>& elements) {
    for (const auto size : elements)
        if (size < -1) throw ShapeError("Invalid value in tensor used for shape: " + std::to_string(size));
    return Shape(elements);
}

Shape shapeFromPack(Graph& graph, const Operation& pack) {
    std::vector<std::int64_t> sizes;
    for (const TensorId input : pack.inputs()) {
        const auto size = onlyInteger(graph, input);
        sizes.push_back(size && *size >= 0 ? *size : kUnknown);
    }
    return Shape(std::move(sizes));
}

Shape shapeFromConcat(Graph& graph, const Operation& concat) {
    Shape whole = Shape::scalar();
    for (std::size_t index = 0; index + 1 < concat.inputs().size(); ++index) {
        const Shape part = constantPartialShape(graph, concat.inputs()[index]);
        if (!part.hasRank()) return Shape::unknown();
        whole = concatenated(whole, part);
    }
    return whole;
}

std::int64_t maskOf(const Operation& slice, std::string_view name) {
    const Attribute* mask = slice.attribute(name);
    return mask ? std::get<std::int64_t>(mask->value) : 0;
}

// A slice of a vector that holds sizes, where one begin, one end and one stride say which.
Shape shapeFromSlice(Graph& graph, const Operation& slice) {
    for (std::size_t index = 1; index <= 3; ++index)
        if (sizeAt(slice.input(index).shape(), 0) != 1) return Shape::unknown();
    const std::int64_t beginMask = maskOf(slice, "begin_mask"), endMask = maskOf(slice, "end_mask");
    if (beginMask > 1 || endMask > 1) return Shape::unknown();
    for (const auto* other : {"ellipsis_mask", "new_axis_mask", "shrink_axis_mask"})
        if (maskOf(slice, other) != 0) return Shape::unknown();
    const auto begin = beginMask == 1 ? std::optional<std::int64_t>(0) : onlyInteger(graph, slice.inputs()[1]);
    const auto end = endMask == 1 ? std::optional<std::int64_t>(kToEnd) : onlyInteger(graph, slice.inputs()[2]);
    const auto stride = onlyInteger(graph, slice.inputs()[3]);
    if (!begin || !end || !stride) return Shape::unknown();
    return subshape(constantPartialShape(graph, slice.inputs()[0]), *begin, *end, *stride);
}

std::string numberText(double number) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::general, 6).ptr;
    return {digits, end};
}

std::string elementText(const ConstantValue& value, std::size_t index) {
    return std::visit([&](const auto& elements) -> std::string {
        using Element = typename std::decay_t<decltype(elements)>::value_type;
        const auto& element = elements[std::min(index, elements.size() - 1)];
        if constexpr (std::is_same_v<Element, std::int64_t>) return std::to_string(element);
        else if constexpr (std::is_same_v<Element, double>) return numberText(element);
        else if constexpr (std::is_same_v<Element, std::string>) return element;
        else return "(" + numberText(element.real()) + "," + numberText(element.imag()) + ")";
    }, value.elements);
}

void appendAxis(const ConstantValue& value, std::size_t axis, std::int64_t& at, std::string& text) {
    const std::int64_t size = value.shape[axis];
    const bool isLast = axis + 1 == value.shape.rank();
    for (std::int64_t index = 0; index < size && at < kMostSummarized; ++index) {
        if (!isLast) {
            text += '[';
            appendAxis(value, axis + 1, at, text);
            text += ']';
            continue;
        }
        if (index > 0) text += ' ';
        text += elementText(value, static_cast<std::size_t>(at++));
    }
}

}  // namespace

std::shared_ptr<const ConstantValue> constantValue(Graph& graph, TensorId tensor) {
    return valueOf(graph, tensor, 0);
}

Shape constantPartialShape(Graph& graph, TensorId tensor) {
    const Shape& vector = graph.outputShape(tensor);
    if (vector.isScalar()) {
        const auto unknown = onlyInteger(graph, tensor);
        if (!unknown) throw ShapeError("Received a shape scalar with unknown static value.  A static value of '-1' is required to represent an unknown shape.");
        if (*unknown == -1) return Shape::unknown();
        throw ShapeError("Received an invalid shape scalar with a static value that is not '-1': " + std::to_string(*unknown));
    }
    requireRank(vector, 1);
    if (sizeAt(vector, 0) == 0) return Shape::scalar();
    const Operation source(graph, tensor.operation);
    if (source.type() == "Shape") return source.input(0).shape();
    if (source.type() == "ShapeN") return source.input(tensor.output).shape();
    if (source.type() == "Pack") return shapeFromPack(graph, source);
    if (source.type() == "ConcatV2") return shapeFromConcat(graph, source);
    if (source.type() == "StridedSlice") return shapeFromSlice(graph, source);
    const auto value = constantValue(graph, tensor);
    if (const auto elements = value ? value->integers() : std::nullopt) return shapeFromElements(*elements);
    const std::int64_t rank = sizeAt(vector, 0);
    return rank == kUnknown ? Shape::unknown() : Shape::ofRank(static_cast<std::size_t>(rank));
}

std::string summary(const ConstantValue& value) {
    const std::int64_t count = value.shape.elementCount().value_or(0);
    if (count == 0) return {};
    std::string text;
    std::int64_t at = 0;
    if (value.shape.isScalar()) return elementText(value, 0);
    appendAxis(value, 0, at, text);
    if (count > kMostSummarized) text += "...";
    return text;
}

}  // namespace namescape
