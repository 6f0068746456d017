#include "diagram/box_text.h"

#include "diagram/theme.h"
#include "graph/graph.h"
#include "support/ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace namescape {

namespace {

constexpr std::array kPlaceholderTypes{std::string_view("_Arg"), std::string_view("Placeholder"), std::string_view("PlaceholderV2"), std::string_view("PlaceholderWithDefault")};

template <typename Names>
bool isOneOf(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

const AttributeValue* findAttribute(const Graph& graph, OperationId operation, std::string_view name) {
    for (const Attribute& attribute : graph.attributes(operation)) {
        if (attribute.name == name) return &attribute.value;
    }
    return nullptr;
}

std::string typeText(DataType type, const Shape& shape) {
    const std::string name = type.isValid() ? type.base().name() : "?";
    return shape.hasRank() ? name + " " + shape.text() : name;
}

// A resource variable's handle is a scalar: what it holds stands in its attributes.
std::string variableText(const Graph& graph, OperationId operation) {
    const auto* shape = findAttribute(graph, operation, "shape");
    const auto* type = findAttribute(graph, operation, "dtype");
    if (graph.outputCount(operation) == 0) return {};
    const TensorId output{operation, 0};
    const auto* givenShape = shape ? std::get_if<Shape>(shape) : nullptr;
    const auto* givenType = type ? std::get_if<DataType>(type) : nullptr;
    return typeText(givenType ? *givenType : graph.outputType(output), givenShape ? *givenShape : graph.outputShape(output));
}

struct ElementText {
    bool isBool;
    std::string operator()(std::int64_t value) const { return isBool ? (value ? "True" : "False") : std::to_string(value); }
    std::string operator()(double value) const { return fmt::format("{}", value); }
    std::string operator()(const std::string& value) const { return '"' + value.substr(0, 256) + '"'; }
    std::string operator()(std::complex<double> value) const { return fmt::format("{}{:+}j", value.real(), value.imag()); }
};

// The value of a small constant, else nothing.
std::string valueText(const ConstantValue& constant) {
    constexpr std::int64_t kMostShown = 4;
    const auto count = constant.shape.elementCount();
    if (!count || *count > kMostShown || *count < 1 || constant.shape.rank() > 1) return {};
    const ElementText text{constant.type.isBool()};
    return std::visit([&](const auto& elements) -> std::string {
        if (elements.empty()) return {};
        if (constant.shape.isScalar()) return text(elements.front());
        std::string list = "[";
        for (std::size_t i = 0; i < static_cast<std::size_t>(*count); ++i) {
            list += (i ? ", " : "") + text(elements[std::min(i, elements.size() - 1)]);
        }
        return list + "]";
    }, constant.elements);
}

std::string outputText(const Graph& graph, OperationId operation) {
    if (graph.outputCount(operation) == 0) return {};
    return typeText(graph.outputType({operation, 0}), graph.outputShape({operation, 0}));
}

std::string constantText(const Graph& graph, OperationId operation) {
    if (const auto* value = findAttribute(graph, operation, "value")) {
        const auto* constant = std::get_if<std::shared_ptr<const ConstantValue>>(value);
        if (constant && *constant) {
            if (std::string text = valueText(**constant); !text.empty()) return text;
        }
    }
    return outputText(graph, operation);
}

// Whether a name says its type already: `MatMul`, `MatMul_1`, `matmul`.
bool saysType(std::string_view name, std::string_view type) {
    while (!name.empty() && isAsciiDigit(name.back())) name.remove_suffix(1);
    if (name.ends_with('_')) name.remove_suffix(1);
    return std::equal(name.begin(), name.end(), type.begin(), type.end(), [&](char a, char b) { return lowered(a) == lowered(b); });
}

std::string countText(std::uint32_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string sublabel(const Box& box, const Graph& graph, const ScopeTree& tree) {
    const std::string_view localName = tree.localName(box.node);
    switch (box.kind) {
    case BoxKind::Scope: return countText(box.operationCount, "operation", "operations");
    case BoxKind::Variable:
    case BoxKind::SharedVariable: return variableText(graph, box.operation);
    case BoxKind::Placeholder: return outputText(graph, box.operation);
    case BoxKind::Constant: return constantText(graph, box.operation);
    case BoxKind::Control:
        if (box.hiddenControlEdges > 0) return countText(box.hiddenControlEdges, "control edge", "control edges");
        break;
    case BoxKind::Series:
        if (!tree.operation(box.node).isValid()) return countText(box.operationCount / box.memberCount, "operation each", "operations each");
        return std::string(saysType(tree.localName(box.node), graph.operationType(tree.operation(box.node))) ? std::string_view{} : graph.operationType(tree.operation(box.node)));
    case BoxKind::Operation: break;
    }
    const std::string_view type = graph.operationType(box.operation);
    return std::string(saysType(localName, type) ? std::string_view{} : type);
}

// Sizes repeat, and so do the layouts that are made of them.
double roundedUp(double points) {
    constexpr double kStep = 8;
    return std::ceil(points / kStep) * kStep;
}

bool isVariable(BoxKind kind) {
    return kind == BoxKind::Variable || kind == BoxKind::SharedVariable;
}

double badgeWidth(const Box& box) {
    constexpr double kGap = 6;
    return box.badge.empty() ? 0 : textWidth(box.badge, kMeasures.badge) + 2 * kMeasures.badgePadding + kGap;
}

Size leafSize(const Box& box) {
    constexpr double kLeastWidth = 56;
    const bool isSeries = box.kind == BoxKind::Series;
    const double chevron = box.kind == BoxKind::Scope || isSeries ? kMeasures.chevronWidth : 0;
    const double label = textWidth(box.label, kMeasures.label) + chevron + badgeWidth(box);
    const double widest = std::max(label, textWidth(box.sublabel, kMeasures.sublabel));
    const double height = box.sublabel.empty() ? kMeasures.oneLineHeight : kMeasures.twoLineHeight;
    return {std::max(kLeastWidth, roundedUp(widest + 2 * kMeasures.boxPadding)), height + (isVariable(box.kind) ? kMeasures.cylinderCap : isSeries ? kMeasures.pileHeight : 0)};
}

Size frameSize(const Box& box) {
    const double title = textWidth(box.label, kMeasures.title) + kMeasures.chevronWidth + badgeWidth(box);
    return {roundedUp(title + 2 * kMeasures.boxPadding), kMeasures.titleHeight};
}

}  // namespace

BoxKind kindOf(const Graph& graph, OperationId operation) {
    if (graph.isMissing(operation)) return BoxKind::Control;  // dashed: nothing flows from what is not there
    const std::string_view type = graph.operationType(operation);
    if (type == "Const") return BoxKind::Constant;
    if (isVariableType(type)) return BoxKind::Variable;
    if (isOneOf(kPlaceholderTypes, type)) return BoxKind::Placeholder;
    const bool isData = graph.outputCount(operation) > 0 || !graph.inputs(operation).empty();
    return isData ? BoxKind::Operation : BoxKind::Control;
}

void setTexts(Box& box, const Graph& graph, const ScopeTree& tree) {
    const bool isSeries = box.kind == BoxKind::Series;
    const std::string_view name = isSeries ? box.fullName.substr(box.fullName.rfind('/') + 1) : tree.localName(box.node);
    const bool isFrame = box.isOpen;
    box.label = elidedInMiddle(name.empty() ? "(unnamed)" : name, isFrame ? kMeasures.title : kMeasures.label,
                               isFrame ? kMeasures.maxTitleWidth : kMeasures.maxLabelWidth);
    if (box.kind == BoxKind::SharedVariable) box.badge = fmt::format("×{}", box.requestCount);
    if (isSeries) box.badge = fmt::format("×{}", box.memberCount);
    if (!isFrame) box.sublabel = elidedInMiddle(sublabel(box, graph, tree), kMeasures.sublabel, kMeasures.maxLabelWidth);
    box.size = isFrame ? frameSize(box) : leafSize(box);
}

std::string edgeLabel(const Graph& graph, std::uint32_t tensorCount, TensorId first) {
    if (tensorCount > 1) return countText(tensorCount, "tensor", "tensors");
    if (tensorCount == 0 || first.output >= graph.outputCount(first.operation)) return {};
    const Shape& shape = graph.outputShape(first);
    return shape.hasRank() && !shape.isScalar() ? elidedInMiddle(shape.text(), kMeasures.edgeLabel, kMeasures.maxLabelWidth / 2) : std::string{};
}

}  // namespace namescape
