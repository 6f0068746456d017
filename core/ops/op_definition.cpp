#include "ops/op_definition.h"

#include "ops/op_tables.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <string>
#include <unordered_map>
#include <utility>

namespace namescape {

namespace {

using Kind = OpAttribute::Kind;

struct TypeSet {
    std::string_view name;
    std::vector<DataType> types;
};

// Sets that many operations share, in the order in which TensorFlow's messages list them.
const std::vector<TypeSet>& typeSets() {
    using enum DataType::Code;
    static const std::vector<TypeSet> sets = {
        {"numbertype", {Float32, Float64, Int32, UInt8, Int16, Int8, Complex64, Int64, QInt8, QUInt8, QInt32, BFloat16, UInt16, Complex128, Float16, UInt32, UInt64}},
        {"realnumbertype", {Float32, Float64, Int32, UInt8, Int16, Int8, Int64, BFloat16, UInt16, Float16, UInt32, UInt64}},
        {"quantizedtype", {QInt8, QUInt8, QInt32, QInt16, QUInt16}},
        {"floating", {BFloat16, Float16, Float32, Float64}},
        {"inexact", {BFloat16, Float16, Float32, Float64, Complex64, Complex128}},
        {"signed", {BFloat16, Float16, Float32, Float64, Int32, Int64, Complex64, Complex128}},
        {"arithmetic", {BFloat16, Float16, Float32, Float64, UInt8, Int8, UInt16, Int16, Int32, Int64, Complex64, Complex128}},
        {"index", {Int32, Int64}},
        {"neural", {Float16, BFloat16, Float32, Float64}},
    };
    return sets;
}

constexpr std::array<std::pair<std::string_view, Kind>, 13> kKinds = {{
    {"type", Kind::Type}, {"int", Kind::Integer}, {"float", Kind::Float}, {"bool", Kind::Bool}, {"string", Kind::String}, {"shape", Kind::Shape},
    {"tensor", Kind::Tensor}, {"list(type)", Kind::TypeList}, {"list(int)", Kind::IntegerList}, {"list(float)", Kind::FloatList},
    {"list(string)", Kind::StringList}, {"list(shape)", Kind::ShapeList}, {"func", Kind::Function},
}};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// Cuts off what stands before the first `separator` outside of brackets and braces; the rest stays in `text`.
std::string_view takeUntil(std::string_view& text, char separator) {
    int depth = 0;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '{' || c == '[' || c == '(') ++depth;
        if (c == '}' || c == ']' || c == ')') --depth;
        if (c == separator && depth == 0) break;
    }
    const std::string_view head = text.substr(0, at);
    text.remove_prefix(std::min(text.size(), at + 1));
    return trimmed(head);
}

std::int64_t parseInteger(std::string_view text) {
    std::int64_t value = 0;
    [[maybe_unused]] const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    assert(result.ec == std::errc());
    return value;
}

double parseFloat(std::string_view text) {
    double value = 0;
    [[maybe_unused]] const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    assert(result.ec == std::errc());
    return value;
}

DataType parseType(std::string_view text) {
    const auto type = DataType::fromName(text);
    assert(type);
    return *type;
}

std::string_view unquoted(std::string_view text) {
    return text.substr(1, text.size() - 2);
}

template <typename Element, typename Parse>
std::vector<Element> parseList(std::string_view text, Parse parse) {
    std::vector<Element> elements;
    std::string_view rest = unquoted(text);
    while (!trimmed(rest).empty()) elements.push_back(static_cast<Element>(parse(takeUntil(rest, ','))));
    return elements;
}

AttributeValue parseDefault(Kind kind, std::string_view text) {
    switch (kind) {
    case Kind::Type: return parseType(text);
    case Kind::Integer: return parseInteger(text);
    case Kind::Float: return parseFloat(text);
    case Kind::Bool: return text == "true";
    case Kind::Shape: return text == "?" ? Shape::unknown() : Shape(parseList<std::int64_t>(text, parseInteger));
    case Kind::IntegerList: return parseList<std::int64_t>(text, parseInteger);
    case Kind::FloatList: return parseList<double>(text, parseFloat);
    case Kind::StringList: return parseList<std::string>(text, unquoted);
    case Kind::TypeList: return parseList<DataType>(text, parseType);
    case Kind::ShapeList: return std::vector<Shape>();
    case Kind::String: case Kind::Tensor: case Kind::Function: break;
    }
    return std::string(unquoted(text));
}

void addAllowed(OpAttribute& attribute, std::string_view word) {
    if (word.starts_with('\'')) {
        attribute.kind = Kind::String;
        attribute.allowedStrings.push_back(unquoted(word));
        return;
    }
    const auto set = std::ranges::find(typeSets(), word, &TypeSet::name);
    if (set == typeSets().end()) attribute.allowedTypes.push_back(parseType(word));
    else attribute.allowedTypes.insert(attribute.allowedTypes.end(), set->types.begin(), set->types.end());
}

void parseKind(OpAttribute& attribute, std::string_view text) {
    const auto known = std::ranges::find(kKinds, text, &std::pair<std::string_view, Kind>::first);
    if (known != kKinds.end()) {
        attribute.kind = known->second;
        return;
    }
    const bool isList = text.starts_with("list(");
    attribute.kind = isList ? Kind::TypeList : Kind::Type;
    if (isList) text = text.substr(5, text.size() - 6);
    if (!text.starts_with('{')) return addAllowed(attribute, text);
    std::string_view rest = unquoted(text);
    while (!rest.empty()) addAllowed(attribute, takeUntil(rest, ','));
}

OpAttribute parseAttribute(std::string_view text) {
    OpAttribute attribute;
    attribute.name = takeUntil(text, ':');
    const auto minimumAt = text.find(">=");
    std::string_view kind, minimum;
    if (minimumAt != std::string_view::npos) {
        kind = trimmed(text.substr(0, minimumAt));
        text.remove_prefix(minimumAt + 2);
        minimum = takeUntil(text, '=');
        attribute.minimum = parseInteger(minimum);
    } else {
        kind = takeUntil(text, '=');
    }
    parseKind(attribute, kind);
    if (!trimmed(text).empty()) attribute.defaultValue = parseDefault(attribute.kind, trimmed(text));
    return attribute;
}

std::int8_t attributeIndex(const OpDefinition& definition, std::string_view name) {
    const auto found = std::ranges::find(definition.attributes, name, &OpAttribute::name);
    return found == definition.attributes.end() ? OpArgument::kNone : static_cast<std::int8_t>(found - definition.attributes.begin());
}

OpArgument parseArgument(const OpDefinition& definition, std::string_view text) {
    OpArgument argument;
    argument.name = takeUntil(text, ':');
    std::string_view type = trimmed(text);
    if (const auto star = type.find('*'); star != std::string_view::npos) {
        argument.countAttribute = attributeIndex(definition, trimmed(type.substr(0, star)));
        assert(argument.countAttribute != OpArgument::kNone);
        type = trimmed(type.substr(star + 1));
    }
    if (type.starts_with("Ref(")) {
        argument.isReference = true;
        type = type.substr(4, type.size() - 5);
    }
    const auto attribute = attributeIndex(definition, type);
    if (attribute == OpArgument::kNone) argument.type = parseType(type);
    else if (definition.attributes[static_cast<std::size_t>(attribute)].kind == Kind::TypeList) argument.typeListAttribute = attribute;
    else argument.typeAttribute = attribute;
    return argument;
}

std::vector<OpArgument> parseArguments(const OpDefinition& definition, std::string_view text) {
    std::vector<OpArgument> arguments;
    while (!trimmed(text).empty()) arguments.push_back(parseArgument(definition, takeUntil(text, ',')));
    return arguments;
}

using Registry = std::unordered_map<std::string_view, OpDefinition>;

Registry makeRegistry() {
    Registry registry;
    registry.reserve(1024);
    for (const auto area : {arrayOps(), mathOps(), neuralNetworkOps(), randomOps(), stateOps(), controlFlowOps(), trainingOps(), inputOutputOps(),
                            linearAlgebraOps(), sparseOps(), imageOps(), dataFlowOps(), datasetOps(), gradientOps()})
        for (const OpDeclaration& declaration : area) {
            [[maybe_unused]] const bool isNew = registry.emplace(declaration.type, parseOpDeclaration(declaration)).second;
            assert(isNew);
        }
    return registry;
}

}  // namespace

bool OpAttribute::allows(DataType asked) const {
    return allowedTypes.empty() || std::ranges::find(allowedTypes, asked) != allowedTypes.end();
}

const OpAttribute* OpDefinition::attribute(std::string_view name) const {
    const auto found = std::ranges::find(attributes, name, &OpAttribute::name);
    return found == attributes.end() ? nullptr : &*found;
}

OpDefinition parseOpDeclaration(const OpDeclaration& declaration) {
    OpDefinition definition;
    definition.type = declaration.type;
    definition.inferShapes = declaration.inferShapes;
    std::string_view attributes = declaration.signature;
    const std::string_view arguments = takeUntil(attributes, ';');
    while (!trimmed(attributes).empty()) definition.attributes.push_back(parseAttribute(takeUntil(attributes, ';')));
    const auto arrow = arguments.find("->");
    assert(arrow != std::string_view::npos);
    definition.inputs = parseArguments(definition, arguments.substr(0, arrow));
    definition.outputs = parseArguments(definition, arguments.substr(arrow + 2));
    return definition;
}

const OpDefinition* findOpDefinition(std::string_view type) {
    static const Registry registry = makeRegistry();
    const auto found = registry.find(type);
    return found == registry.end() ? nullptr : &found->second;
}

const OpDefinition& opDefinition(std::string_view type) {
    const OpDefinition* found = findOpDefinition(type);
    assert(found);
    return *found;
}

}  // namespace namescape
