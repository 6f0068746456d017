// Makes one operation from inputs given one argument after another, with TensorFlow's checks of their types.
#pragma once

#include "graph/graph.h"
#include "ops/op_definition.h"

#include <array>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// Takes the name that an operation of a definition gets: `name` below the current name scope, uniquified, with the slash at its
// end that makes it exact; as it stands where it ends in one. Throws TensorFlowError (ValueError) when it is no valid scope name.
std::string takeOperationPath(Graph& graph, std::string_view name);

// TensorFlow 1.15, python/framework/op_def_library.py, _apply_op_helper, from the point where an argument has become tensors.
// Inputs are added in the order of the definition's arguments; whoever converts values asks before each what type is wanted.
class OperationBuilder {
public:
    OperationBuilder(Graph& graph, const OpDefinition& definition);
    OperationBuilder(const OperationBuilder&) = delete;
    OperationBuilder& operator=(const OperationBuilder&) = delete;

    Graph& graph() const { return m_graph; }
    const OpDefinition& definition() const { return m_definition; }

    // The argument that comes next, and the base type it must have: Invalid where any will do.
    const OpArgument& nextArgument() const { return m_definition.inputs[m_next]; }
    DataType expectedType() const;
    // The type that a value without one of its own should get where nothing is expected: the attribute's default, or Invalid.
    DataType preferredType() const;

    // Give the next argument. Throw TensorFlowError (TypeError, ValueError) where TensorFlow would.
    void add(TensorId input);
    void addList(std::span<const TensorId> inputs);

    // "Input 'y' of 'Mul' Op has type float32 that does not match type int32 of argument 'x'."
    [[noreturn]] void failOnType(std::string_view observed) const;

    // Adds the operation under `path`, which takeOperationPath or a NameScope gave. `attributes` are those that inputs do not
    // imply; those left out have their defaults. It is colocated with its reference inputs.
    Operation create(std::string_view path, std::vector<Attribute> attributes = {});

private:
    static constexpr std::size_t kMostAttributes = 16;
    static constexpr std::size_t kScratchBytes = 512;

    void addChecked(const OpArgument& argument, TensorId input);
    void bindType(const OpArgument& argument, DataType type);
    void bindCount(const OpArgument& argument, std::size_t count);
    void checkAllowed(const OpAttribute& attribute, const OpArgument& argument, DataType type) const;
    DataType attributeType(std::int8_t index) const;
    void checkAttributes(std::vector<Attribute>& given);
    const AttributeValue* givenOrDefault(std::int8_t index, const std::vector<Attribute>& given) const;
    void appendOutputs(const std::vector<Attribute>& given);
    void appendOutput(const OpArgument& output, DataType type);
    Operation addToGraph(std::string_view path, std::vector<Attribute> attributes);
    Operation addColocated(std::string_view path, std::vector<Attribute> attributes, std::size_t firstReference);

    Graph& m_graph;
    const OpDefinition& m_definition;
    std::size_t m_next = 0;
    // What inputs implied so far, by attribute: a type, a count, and the argument that it was learnt from.
    std::array<DataType, kMostAttributes> m_types{};
    std::array<std::int64_t, kMostAttributes> m_counts;
    std::array<std::int8_t, kMostAttributes> m_sources;
    alignas(std::max_align_t) std::array<std::byte, kScratchBytes> m_scratch;
    std::pmr::monotonic_buffer_resource m_memory;
    std::pmr::vector<TensorId> m_inputs;
    std::pmr::vector<OutputSpec> m_outputs;
    std::pmr::vector<TensorId> m_references;
    std::vector<std::vector<DataType>> m_typeLists;  // by attribute, made when there is one
};

}  // namespace namescape
