#include "ops/operation_attributes.h"

#include "graph/graph.h"
#include "ops/op_definition.h"

#include <algorithm>
#include <map>
#include <string>

namespace namescape {

namespace {

using Known = std::map<std::string, AttributeValue, std::less<>>;

// The types and counts that one argument's tensors tell. Tensors of several arguments stand behind each other.
class ArgumentReader {
public:
    ArgumentReader(const OpDefinition& definition, Known& known) : m_definition(definition), m_known(known) {}

    void read(const std::vector<OpArgument>& arguments, const std::vector<DataType>& tensors) {
        std::size_t at = 0;
        for (std::size_t index = 0; index < arguments.size(); ++index) {
            const OpArgument& argument = arguments[index];
            const std::size_t count = argument.isList() ? listSize(argument, arguments, index, tensors.size() - at) : 1;
            if (at + count > tensors.size()) return;
            if (argument.typeAttribute != OpArgument::kNone && count > 0) learn(argument.typeAttribute, tensors[at].base());
            if (argument.countAttribute != OpArgument::kNone) learn(argument.countAttribute, static_cast<std::int64_t>(count));
            if (argument.typeListAttribute != OpArgument::kNone) learnTypes(argument.typeListAttribute, tensors, at, count);
            at += count;
        }
    }

private:
    const std::string_view nameOf(std::int8_t attribute) const { return m_definition.attributes[static_cast<std::size_t>(attribute)].name; }

    void learn(std::int8_t attribute, AttributeValue value) { m_known.emplace(nameOf(attribute), std::move(value)); }

    void learnTypes(std::int8_t attribute, const std::vector<DataType>& tensors, std::size_t at, std::size_t count) {
        std::vector<DataType> types;
        for (std::size_t index = at; index < at + count; ++index) types.push_back(tensors[index].base());
        learn(attribute, std::move(types));
    }

    // A list takes what its count says, else all that the arguments behind it leave.
    std::size_t listSize(const OpArgument& list, const std::vector<OpArgument>& arguments, std::size_t index, std::size_t rest) const {
        if (list.countAttribute != OpArgument::kNone)
            if (const auto known = m_known.find(nameOf(list.countAttribute)); known != m_known.end()) return static_cast<std::size_t>(std::get<std::int64_t>(known->second));
        std::size_t single = 0, sameCount = 1;
        for (std::size_t later = index + 1; later < arguments.size(); ++later) {
            if (!arguments[later].isList()) ++single;
            else if (arguments[later].countAttribute == list.countAttribute && list.countAttribute != OpArgument::kNone) ++sameCount;
        }
        return rest < single ? 0 : (rest - single) / sameCount;
    }

    const OpDefinition& m_definition;
    Known& m_known;
};

std::vector<DataType> inputTypes(const Graph& graph, OperationId id) {
    std::vector<DataType> types;
    for (const TensorId input : graph.inputs(id)) types.push_back(graph.outputType(input));
    return types;
}

std::vector<DataType> outputTypes(const Graph& graph, OperationId id) {
    std::vector<DataType> types;
    for (std::uint32_t output = 0; output < graph.outputCount(id); ++output) types.push_back(graph.outputType({id, output}));
    return types;
}

Known knownAttributes(const Graph& graph, OperationId id) {
    Known known;
    for (const Attribute& given : graph.attributes(id)) known.emplace(given.name, given.value);
    if (const auto& groups = graph.colocation(id); !groups.empty()) known.emplace("_class", groups);
    const OpDefinition* definition = findOpDefinition(graph.operationType(id));
    if (!definition) return known;
    ArgumentReader reader(*definition, known);
    reader.read(definition->inputs, inputTypes(graph, id));
    reader.read(definition->outputs, outputTypes(graph, id));
    for (const OpAttribute& declared : definition->attributes)
        if (declared.defaultValue) known.emplace(declared.name, *declared.defaultValue);
    return known;
}

}  // namespace

std::vector<Attribute> allAttributes(const Operation& operation) {
    return allAttributes(operation.graph(), operation.id());
}

std::vector<Attribute> allAttributes(const Graph& graph, OperationId id) {
    std::vector<Attribute> attributes;
    for (auto& [name, value] : knownAttributes(graph, id)) attributes.push_back({name, value});
    return attributes;
}

std::optional<AttributeValue> attributeOf(const Operation& operation, std::string_view name) {
    auto known = knownAttributes(operation.graph(), operation.id());
    const auto found = known.find(name);
    return found == known.end() ? std::nullopt : std::optional(std::move(found->second));
}

}  // namespace namescape
