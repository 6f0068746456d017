#include "ops/operation_builder.h"

#include "graph/graph_scopes.h"
#include "ops/shape_inference.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace namescape {

namespace {

using Kind = OpAttribute::Kind;
constexpr std::int64_t kNoCount = -1;

std::string quoted(std::string_view text) {
    return "'" + std::string(text) + "'";
}

std::string joined(const std::vector<DataType>& types) {
    std::string text;
    for (const DataType type : types) {
        if (!text.empty()) text += ", ";
        text += type.name();
    }
    return text;
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string text;
    for (const auto word : words) {
        if (!text.empty()) text += "\", \"";
        text += word;
    }
    return text;
}

std::optional<std::size_t> listLength(const AttributeValue& value) {
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&value)) return integers->size();
    if (const auto* floats = std::get_if<std::vector<double>>(&value)) return floats->size();
    if (const auto* strings = std::get_if<std::vector<std::string>>(&value)) return strings->size();
    if (const auto* types = std::get_if<std::vector<DataType>>(&value)) return types->size();
    if (const auto* shapes = std::get_if<std::vector<Shape>>(&value)) return shapes->size();
    return std::nullopt;
}

}  // namespace

std::string takeOperationPath(Graph& graph, std::string_view name) {
    if (name.empty()) return {};  // as name_scope(''): the operation will be refused for its name
    const bool isValid = graph.nameScope().empty() ? isValidRootScopeName(name) : isValidNestedScopeName(name);
    if (!isValid) throw TensorFlowError(ErrorType::ValueError, quoted(name) + " is not a valid scope name");
    if (name.ends_with('/')) return std::string(name);
    return graph.uniqueName(name) += '/';
}

OperationBuilder::OperationBuilder(Graph& graph, const OpDefinition& definition)
    : m_graph(graph), m_definition(definition), m_memory(m_scratch.data(), m_scratch.size()), m_inputs(&m_memory), m_outputs(&m_memory), m_references(&m_memory) {
    assert(definition.attributes.size() <= kMostAttributes);
    m_counts.fill(kNoCount);
    m_sources.fill(OpArgument::kNone);
    m_inputs.reserve(8);
    m_outputs.reserve(4);
}

DataType OperationBuilder::attributeType(std::int8_t index) const {
    return index == OpArgument::kNone ? DataType() : m_types[static_cast<std::size_t>(index)];
}

DataType OperationBuilder::expectedType() const {
    const OpArgument& argument = nextArgument();
    return argument.type.isValid() ? argument.type : attributeType(argument.typeAttribute);
}

DataType OperationBuilder::preferredType() const {
    const auto index = nextArgument().typeAttribute;
    if (index == OpArgument::kNone) return {};
    const auto& fallback = m_definition.attributes[static_cast<std::size_t>(index)].defaultValue;
    return fallback ? std::get<DataType>(*fallback) : DataType();
}

void OperationBuilder::failOnType(std::string_view observed) const {
    const OpArgument& argument = nextArgument();
    const std::string prefix = "Input " + quoted(argument.name) + " of " + quoted(m_definition.type) + " Op has type " + std::string(observed) + " that does not match ";
    if (argument.type.isValid()) throw TensorFlowError(ErrorType::TypeError, prefix + "expected type of " + argument.type.name() + ".");
    const auto index = static_cast<std::size_t>(argument.typeAttribute);
    const bool isInferred = m_sources[index] != OpArgument::kNone;
    const std::string source = isInferred ? std::string(m_definition.inputs[static_cast<std::size_t>(m_sources[index])].name) : "Default in OpDef";
    const DataType type = isInferred ? m_types[index] : preferredType();
    throw TensorFlowError(ErrorType::TypeError, prefix + "type " + type.name() + " of argument " + quoted(source) + ".");
}

void OperationBuilder::checkAllowed(const OpAttribute& attribute, const OpArgument& argument, DataType type) const {
    if (attribute.allows(type)) return;
    throw TensorFlowError(ErrorType::TypeError, "Value passed to parameter " + quoted(argument.name) + " has DataType " + type.name() +
                                                    " not in list of allowed values: " + joined(attribute.allowedTypes));
}

void OperationBuilder::bindType(const OpArgument& argument, DataType type) {
    if (argument.typeAttribute == OpArgument::kNone) return;
    const auto index = static_cast<std::size_t>(argument.typeAttribute);
    if (m_types[index].isValid()) return;
    checkAllowed(m_definition.attributes[index], argument, type);
    m_types[index] = type;
    m_sources[index] = static_cast<std::int8_t>(m_next);
}

void OperationBuilder::addChecked(const OpArgument& argument, TensorId input) {
    const DataType type = m_graph.outputType(input);
    if (argument.isReference) {
        if (!type.isReference())
            throw TensorFlowError(ErrorType::TypeError, quoted(m_definition.type) + " Op requires that input " + quoted(argument.name) + " be a mutable tensor (e.g.: a tf.Variable)");
        m_references.push_back(input);
    }
    m_inputs.push_back(input);
}

void OperationBuilder::add(TensorId input) {
    const OpArgument& argument = nextArgument();
    assert(!argument.isList());
    const DataType type = m_graph.outputType(input).base();
    const DataType expected = expectedType();
    if (expected.isValid() && expected != type) failOnType(type.name());
    bindType(argument, type);
    addChecked(argument, input);
    ++m_next;
}

void OperationBuilder::bindCount(const OpArgument& argument, std::size_t count) {
    const auto index = static_cast<std::size_t>(argument.countAttribute);
    const auto wanted = static_cast<std::int64_t>(count);
    const auto prefix = [&] { return "List argument " + quoted(argument.name) + " to " + quoted(m_definition.type) + " Op with length " + std::to_string(count); };
    if (m_counts[index] != kNoCount && m_counts[index] != wanted) {
        const auto& source = m_definition.inputs[static_cast<std::size_t>(m_sources[index])];
        throw TensorFlowError(ErrorType::ValueError, prefix() + " must match length " + std::to_string(m_counts[index]) + " of argument " + quoted(source.name) + ".");
    }
    if (m_counts[index] != kNoCount) return;
    m_counts[index] = wanted;
    m_sources[index] = static_cast<std::int8_t>(m_next);
    const auto minimum = m_definition.attributes[index].minimum;
    if (wanted < minimum) throw TensorFlowError(ErrorType::ValueError, prefix() + " shorter than minimum length " + std::to_string(minimum) + ".");
}

void OperationBuilder::addList(std::span<const TensorId> inputs) {
    const OpArgument& argument = nextArgument();
    assert(argument.isList());
    if (argument.countAttribute != OpArgument::kNone) {
        bindCount(argument, inputs.size());
        if (inputs.empty() && !expectedType().isValid() && argument.typeAttribute != OpArgument::kNone)
            throw TensorFlowError(ErrorType::TypeError, "Don't know how to infer type variable from empty input list passed to input " + quoted(argument.name) +
                                                            " of " + quoted(m_definition.type) + " Op.");
        if (!inputs.empty()) bindType(argument, m_graph.outputType(inputs[0]).base());
    } else {
        const auto index = static_cast<std::size_t>(argument.typeListAttribute);
        m_typeLists.resize(m_definition.attributes.size());
        for (const TensorId input : inputs) {
            checkAllowed(m_definition.attributes[index], argument, m_graph.outputType(input).base());
            m_typeLists[index].push_back(m_graph.outputType(input).base());
        }
        m_sources[index] = static_cast<std::int8_t>(m_next);
    }
    for (const TensorId input : inputs) addChecked(argument, input);
    ++m_next;
}

// Drops what is the default anyway, and complains of what the definition does not allow.
void OperationBuilder::checkAttributes(std::vector<Attribute>& given) {
    for (const Attribute& attribute : given) {
        const OpAttribute* declared = m_definition.attribute(attribute.name);
        if (!declared) continue;
        const auto prefix = [&] { return "Attr " + quoted(attribute.name) + " of " + quoted(m_definition.type) + " Op passed "; };
        if (const auto* text = std::get_if<std::string>(&attribute.value); text && !declared->allowedStrings.empty() && std::ranges::find(declared->allowedStrings, *text) == declared->allowedStrings.end())
            throw TensorFlowError(ErrorType::ValueError, prefix() + "string '" + *text + "' not in: \"" + joined(declared->allowedStrings) + "\".");
        if (const auto* number = std::get_if<std::int64_t>(&attribute.value); number && *number < declared->minimum)
            throw TensorFlowError(ErrorType::ValueError, prefix() + std::to_string(*number) + " less than minimum " + std::to_string(declared->minimum) + ".");
        if (const auto length = listLength(attribute.value); length && static_cast<std::int64_t>(*length) < declared->minimum)
            throw TensorFlowError(ErrorType::ValueError, prefix() + "list of length " + std::to_string(*length) + " less than minimum " + std::to_string(declared->minimum) + ".");
        if (const auto* type = std::get_if<DataType>(&attribute.value); type && !declared->allows(*type))
            throw TensorFlowError(ErrorType::TypeError, "Value passed to parameter " + quoted(attribute.name) + " has DataType " + type->name() +
                                                            " not in list of allowed values: " + joined(declared->allowedTypes));
    }
    std::erase_if(given, [&](const Attribute& attribute) {
        const OpAttribute* declared = m_definition.attribute(attribute.name);
        return declared && declared->defaultValue && *declared->defaultValue == attribute.value;
    });
}

const AttributeValue* OperationBuilder::givenOrDefault(std::int8_t index, const std::vector<Attribute>& given) const {
    const OpAttribute& declared = m_definition.attributes[static_cast<std::size_t>(index)];
    const auto found = std::ranges::find(given, declared.name, &Attribute::name);
    if (found != given.end()) return &found->value;
    return declared.defaultValue ? &*declared.defaultValue : nullptr;
}

void OperationBuilder::appendOutput(const OpArgument& output, DataType type) {
    m_outputs.push_back({output.isReference ? type.reference() : type, ShapePool::kUnknown});
}

void OperationBuilder::appendOutputs(const std::vector<Attribute>& given) {
    for (const OpArgument& output : m_definition.outputs) {
        if (output.typeListAttribute != OpArgument::kNone) {
            const auto index = static_cast<std::size_t>(output.typeListAttribute);
            if (m_sources[index] != OpArgument::kNone) {
                for (const DataType type : m_typeLists[index]) appendOutput(output, type);
            } else if (const auto* value = givenOrDefault(output.typeListAttribute, given)) {
                for (const DataType type : std::get<std::vector<DataType>>(*value)) appendOutput(output, type);
            }
            continue;
        }
        DataType type = output.type.isValid() ? output.type : attributeType(output.typeAttribute);
        if (!type.isValid()) {
            const auto* value = givenOrDefault(output.typeAttribute, given);
            if (!value) throw TensorFlowError(ErrorType::TypeError, "No argument for attr " + std::string(m_definition.attributes[static_cast<std::size_t>(output.typeAttribute)].name));
            type = std::get<DataType>(*value);
        }
        std::int64_t count = 1;
        if (output.countAttribute != OpArgument::kNone) {
            count = m_counts[static_cast<std::size_t>(output.countAttribute)];
            if (count == kNoCount) count = std::get<std::int64_t>(*givenOrDefault(output.countAttribute, given));
        }
        for (std::int64_t made = 0; made < count; ++made) appendOutput(output, type);
    }
}

Operation OperationBuilder::create(std::string_view path, std::vector<Attribute> attributes) {
    assert(m_next == m_definition.inputs.size());
    if (!attributes.empty()) checkAttributes(attributes);
    appendOutputs(attributes);
    return addColocated(path, std::move(attributes), 0);
}

Operation OperationBuilder::addColocated(std::string_view path, std::vector<Attribute> attributes, std::size_t firstReference) {
    if (firstReference == m_references.size()) return addToGraph(path, std::move(attributes));
    const ColocationScope colocated(m_graph, Operation(m_graph, m_references[firstReference].operation));
    return addColocated(path, std::move(attributes), firstReference + 1);
}

Operation OperationBuilder::addToGraph(std::string_view path, std::vector<Attribute> attributes) {
    const std::string_view exactName = path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
    // What a control flow context makes of the inputs is named below the operation's own scope.
    std::optional<NameScope> opened;
    if (m_graph.controlFlowContext() && path.ends_with('/')) opened.emplace(m_graph, path);
    OperationSpec spec{.type = m_definition.type, .name = path, .inputs = m_inputs, .outputs = m_outputs, .attributes = std::move(attributes)};
    // What can fail must come after the graph has looked at the name.
    const bool canBeInferredFirst = !m_graph.isFinalized() && isValidOperationName(exactName);
    if (canBeInferredFirst) inferShapes({m_graph, m_definition, m_inputs, spec.attributes, m_outputs}, exactName);
    return m_graph.addOperation(std::move(spec));
}

}  // namespace namescape
