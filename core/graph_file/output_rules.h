// How many outputs an operation of a file has, and of what types and shapes: from its type and its undecoded attributes.
#pragma once

#include "graph/graph.h"
#include "graph_file/attribute_decoder.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace namescape {

class OutputRules {
public:
    explicit OutputRules(Graph& graph) : m_graph(graph) {}

    // A declaration (OpDef) that goes with the file: a function's signature, or an operation's that nobody else knows.
    void declare(std::string_view opDef);

    // The outputs of an operation, into the graph's table, where equal lists are kept once. None for a type that nobody declares, unless
    // "_output_shapes" or `kOutputTypes` tells their number. `type` is interned in the graph.
    OutputListId outputs(StringId type, std::span<const MapEntry> attributes);
    // Whether somebody declares the type.
    bool isKnown(StringId type);
    // Which output is the first of the argument `name`; nothing where the type has no such argument.
    std::optional<std::uint32_t> firstOutputOf(StringId type, std::string_view name, std::span<const MapEntry> attributes);

private:
    struct Output {
        std::string_view name;
        DataType type;                     // where it is fixed
        std::string_view typeAttribute, countAttribute, typeListAttribute;
        DataType defaultType;
        std::int64_t defaultCount = 1;
        bool isReference = false;
    };

    enum class ShapeSource : std::uint8_t { None, ShapeAttribute, ValueAttribute };

    struct Rule {
        std::vector<Output> outputs;
        bool isKnown = false;
        ShapeSource shapeSource = ShapeSource::None;
    };

    const Rule& ruleOf(StringId type);
    Rule ruleFor(std::string_view type) const;
    void addTypes(const Rule& rule, std::span<const MapEntry> attributes);
    void addToldTypes(std::string_view attrValue);
    void addTypesOf(const Output& output, std::span<const MapEntry> attributes);
    void setShapes(const Rule& rule, std::span<const MapEntry> attributes);
    const std::vector<ShapeId>& shapeList(std::string_view attrValue);
    OutputListId keep();

    Graph& m_graph;
    std::unordered_map<std::string_view, Rule> m_declared;
    std::vector<Rule> m_rules;          // by StringId
    std::vector<bool> m_isRuleMade;
    std::vector<OutputSpec> m_outputs;  // of the operation in hand
    std::unordered_map<std::string_view, std::vector<ShapeId>> m_shapeLists;  // by their bytes
    std::unordered_map<std::uint64_t, OutputListId> m_single;
    std::unordered_map<std::string, OutputListId> m_several;
    std::size_t m_kept = 0;
};

}  // namespace namescape
