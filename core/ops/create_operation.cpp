#include "ops/create_operation.h"

#include "graph/graph_scopes.h"
#include "ops/operation_builder.h"

#include <algorithm>
#include <cassert>

namespace namescape {

namespace {

DataType firstTensorType(const std::vector<Operand>& list) {
    for (const Operand& operand : list)
        if (operand.tensor()) return operand.tensor()->dataType().base();
    return {};
}

void addOperand(OperationBuilder& builder, const Operand& operand) {
    const OpArgument& argument = builder.nextArgument();
    const DataType expected = builder.expectedType();
    if (!argument.isList()) {
        if (operand.tensor()) return builder.add(operand.tensor()->id());
        const DataType wanted = expected.isValid() ? expected : builder.preferredType();
        return builder.add(convertToTensor(builder.graph(), operand, wanted, argument.name).id());
    }
    assert(operand.list());
    const DataType wanted = expected.isValid() || argument.countAttribute == OpArgument::kNone ? expected : firstTensorType(*operand.list());
    std::vector<TensorId> tensors;
    for (const Operand& element : *operand.list())
        tensors.push_back(convertToTensor(builder.graph(), element, wanted, std::string(argument.name) + "_" + std::to_string(tensors.size())).id());
    builder.addList(tensors);
}

}  // namespace

Operation createOperation(Graph& graph, const OpDefinition& definition, std::string_view name, std::span<const Operand> inputs, std::vector<Attribute> attributes) {
    assert(inputs.size() == definition.inputs.size());
    const std::string_view asked = name.empty() ? definition.type : name;
    OperationBuilder builder(graph, definition);
    if (std::ranges::all_of(inputs, [](const Operand& operand) { return operand.tensor() != nullptr; })) {
        const std::string path = takeOperationPath(graph, asked);
        for (const Operand& operand : inputs) builder.add(operand.tensor()->id());
        return builder.create(path, std::move(attributes));
    }
    const NameScope scope(graph, asked);
    for (const Operand& operand : inputs) addOperand(builder, operand);
    return builder.create(scope.path(), std::move(attributes));
}

Tensor createConstant(Graph& graph, ConstantValue value, std::string_view name) {
    const OutputSpec output{value.type, graph.intern(value.shape)};
    std::vector<Attribute> attributes;
    attributes.push_back({"value", std::make_shared<const ConstantValue>(std::move(value))});
    return graph.addOperation({.type = "Const", .name = name, .inputs = {}, .outputs = std::span(&output, 1), .attributes = std::move(attributes)}).output();
}

Tensor convertToTensor(Graph& graph, const Operand& operand, DataType type, std::string_view name) {
    if (const Tensor* tensor = operand.tensor()) {
        const DataType held = tensor->dataType();
        if (type.isValid() && !type.isCompatibleWith(held))
            throw TensorFlowError(ErrorType::ValueError, "Tensor conversion requested dtype " + type.name() + " for Tensor with dtype " + held.name() + ": <tf.Tensor '" +
                                                             tensor->name() + "' shape=" + tensor->shape().text() + " dtype=" + held.name() + ">");
        return *tensor;
    }
    assert(operand.constant());
    return createConstant(graph, constantOfType(*operand.constant(), type), name);
}

}  // namespace namescape
