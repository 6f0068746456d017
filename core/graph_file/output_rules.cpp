#include "graph_file/output_rules.h"

#include "graph_file/wire.h"
#include "ops/op_definition.h"

#include <algorithm>
#include <array>

namespace namescape {

namespace {

// What files may ask for: an operation with more outputs is taken for one with none, and so are all when they come to too many.
constexpr std::int64_t kMostOutputs = 1 << 16;
constexpr std::size_t kMostKept = std::size_t{1} << 24;

// Their output is what the attribute `shape` says.
constexpr std::array<std::string_view, 6> kShapeFromAttribute{"Placeholder", "PlaceholderV2", "VariableV2", "Variable", "TemporaryVariable", "ImmutableConst"};

std::string_view find(std::span<const MapEntry> attributes, std::string_view key) {
    for (const MapEntry& entry : attributes)
        if (entry.key == key) return entry.value;
    return {};
}

std::string_view nameOf(const OpDefinition& definition, std::int8_t attribute) {
    return attribute == OpArgument::kNone ? std::string_view() : definition.attributes[static_cast<std::size_t>(attribute)].name;
}

template <typename Value>
Value defaultOf(const OpDefinition& definition, std::int8_t attribute, Value otherwise) {
    if (attribute == OpArgument::kNone) return otherwise;
    const auto& value = definition.attributes[static_cast<std::size_t>(attribute)].defaultValue;
    const Value* known = value ? std::get_if<Value>(&*value) : nullptr;
    return known ? *known : otherwise;
}

}  // namespace

void OutputRules::declare(std::string_view opDef) {
    Rule rule;
    rule.isKnown = true;
    std::string_view name;
    WireReader reader(opDef);
    while (reader.next()) {
        if (reader.is(1, WireType::Length)) name = reader.bytes();
        if (!reader.is(3, WireType::Length)) continue;
        Output output;
        WireReader argument(reader.bytes());
        while (argument.next()) {
            switch (argument.field()) {
            case 1: output.name = argument.bytes(); break;
            case 3: output.type = argument.value() <= INT32_MAX ? DataType::fromCode(static_cast<int>(argument.value())) : DataType(); break;
            case 4: output.typeAttribute = argument.bytes(); break;
            case 5: output.countAttribute = argument.bytes(); break;
            case 6: output.typeListAttribute = argument.bytes(); break;
            case 16: output.isReference = argument.value() != 0; break;
            default: break;
            }
        }
        rule.outputs.push_back(output);
    }
    m_declared.try_emplace(name, std::move(rule));
}

OutputRules::Rule OutputRules::ruleFor(std::string_view type) const {
    Rule rule;
    const OpDefinition* definition = findOpDefinition(type);
    if (!definition) {
        const auto declared = m_declared.find(type);
        return declared == m_declared.end() ? rule : declared->second;
    }
    rule.isKnown = true;
    for (const OpArgument& argument : definition->outputs) {
        Output output;
        output.name = argument.name;
        output.type = argument.type;
        output.typeAttribute = nameOf(*definition, argument.typeAttribute);
        output.countAttribute = nameOf(*definition, argument.countAttribute);
        output.typeListAttribute = nameOf(*definition, argument.typeListAttribute);
        output.defaultType = defaultOf(*definition, argument.typeAttribute, DataType());
        output.defaultCount = defaultOf(*definition, argument.countAttribute, std::int64_t{1});
        output.isReference = argument.isReference;
        rule.outputs.push_back(output);
    }
    if (type == "Const") rule.shapeSource = ShapeSource::ValueAttribute;
    else if (std::ranges::find(kShapeFromAttribute, type) != kShapeFromAttribute.end()) rule.shapeSource = ShapeSource::ShapeAttribute;
    return rule;
}

const OutputRules::Rule& OutputRules::ruleOf(StringId type) {
    if (type.value >= m_rules.size()) {
        m_rules.resize(type.value + 1);
        m_isRuleMade.resize(type.value + 1);
    }
    if (!m_isRuleMade[type.value]) {
        m_rules[type.value] = ruleFor(m_graph.string(type));
        m_isRuleMade[type.value] = true;
    }
    return m_rules[type.value];
}

bool OutputRules::isKnown(StringId type) {
    return ruleOf(type).isKnown;
}

OutputListId OutputRules::outputs(StringId type, std::span<const MapEntry> attributes) {
    const Rule& rule = ruleOf(type);
    m_outputs.clear();
    if (const std::string_view told = find(attributes, kOutputTypes); !told.empty()) addToldTypes(told);
    else addTypes(rule, attributes);
    setShapes(rule, attributes);
    return keep();
}

std::optional<std::uint32_t> OutputRules::firstOutputOf(StringId type, std::string_view name, std::span<const MapEntry> attributes) {
    m_outputs.clear();
    for (const Output& output : ruleOf(type).outputs) {
        if (output.name == name) return static_cast<std::uint32_t>(m_outputs.size());
        addTypesOf(output, attributes);
    }
    return std::nullopt;
}

void OutputRules::addTypes(const Rule& rule, std::span<const MapEntry> attributes) {
    for (const Output& output : rule.outputs) addTypesOf(output, attributes);
    if (m_outputs.size() > static_cast<std::size_t>(kMostOutputs)) m_outputs.clear();
}

void OutputRules::addToldTypes(std::string_view attrValue) {
    for (const DataType type : decodeTypeList(attrValue)) m_outputs.push_back({type, ShapePool::kUnknown});
    if (m_outputs.size() > static_cast<std::size_t>(kMostOutputs)) m_outputs.clear();
}

void OutputRules::addTypesOf(const Output& output, std::span<const MapEntry> attributes) {
    const auto add = [&](DataType type) { m_outputs.push_back({output.isReference && type.isValid() ? type.reference() : type, ShapePool::kUnknown}); };
    if (!output.typeListAttribute.empty()) {
        for (const DataType type : decodeTypeList(find(attributes, output.typeListAttribute))) add(type);
        return;
    }
    DataType type = output.type;
    if (!output.typeAttribute.empty()) type = decodeType(find(attributes, output.typeAttribute)).value_or(output.defaultType);
    std::int64_t count = 1;
    if (!output.countAttribute.empty()) count = decodeInteger(find(attributes, output.countAttribute)).value_or(output.defaultCount);
    if (count > kMostOutputs) count = 0;
    for (std::int64_t made = 0; made < count; ++made) add(type);
}

void OutputRules::setShapes(const Rule& rule, std::span<const MapEntry> attributes) {
    if (const std::string_view listed = find(attributes, "_output_shapes"); !listed.empty()) {
        const std::vector<ShapeId>& shapes = shapeList(listed);
        if (!rule.isKnown && shapes.size() <= static_cast<std::size_t>(kMostOutputs)) m_outputs.resize(shapes.size());
        for (std::size_t i = 0; i < std::min(shapes.size(), m_outputs.size()); ++i) m_outputs[i].shape = shapes[i];
        return;
    }
    if (rule.shapeSource == ShapeSource::None || m_outputs.size() != 1) return;
    const bool isConstant = rule.shapeSource == ShapeSource::ValueAttribute;
    WireReader reader(find(attributes, isConstant ? "value" : "shape"));
    while (reader.next()) {
        if (isConstant && reader.is(8, WireType::Length)) m_outputs[0].shape = m_graph.intern(decodeTensorShape(reader.bytes()));
        if (!isConstant && reader.is(7, WireType::Length)) m_outputs[0].shape = m_graph.intern(decodeShape(reader.bytes()));
    }
}

const std::vector<ShapeId>& OutputRules::shapeList(std::string_view attrValue) {
    const auto [known, isNew] = m_shapeLists.try_emplace(attrValue);
    if (!isNew) return known->second;
    WireReader reader(attrValue);
    while (reader.next()) {
        if (!reader.is(1, WireType::Length)) continue;
        WireReader list(reader.bytes());
        while (list.next()) {
            if (list.is(7, WireType::Length)) known->second.push_back(m_graph.intern(decodeShape(list.bytes())));
        }
    }
    return known->second;
}

OutputListId OutputRules::keep() {
    if (m_outputs.empty() || m_kept + m_outputs.size() > kMostKept) return {};
    if (m_outputs.size() == 1) {
        const std::uint64_t key = std::uint64_t{m_outputs[0].shape.value} << 8 | static_cast<std::uint64_t>(m_outputs[0].type.code());
        const auto [known, isNew] = m_single.try_emplace(key);
        if (isNew) known->second = m_graph.addOutputs(m_outputs);
        return known->second;
    }
    std::string key;
    for (const OutputSpec& output : m_outputs) {
        appendVarint(key, static_cast<std::uint64_t>(output.type.code()));
        appendVarint(key, output.shape.value);
    }
    const auto [known, isNew] = m_several.try_emplace(std::move(key));
    if (isNew) {
        known->second = m_graph.addOutputs(m_outputs);
        m_kept += m_outputs.size();
    }
    return known->second;
}

}  // namespace namescape
