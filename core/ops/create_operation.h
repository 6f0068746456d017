// Makes operations of any declared type from C++.
#pragma once

#include "graph/graph.h"
#include "ops/op_definition.h"
#include "ops/operand.h"

#include <span>
#include <string_view>
#include <vector>

namespace namescape {

// As TensorFlow's generated op functions: opens the name scope `name` (the type where it is empty), makes constants of what is no
// tensor below it under the arguments' names, and the operation under the scope's own name; colocated with its reference
// inputs. One operand per input argument of the definition. Throws TensorFlowError in TensorFlow 1.15's words.
Operation createOperation(Graph& graph, const OpDefinition& definition, std::string_view name, std::span<const Operand> inputs,
                          std::vector<Attribute> attributes = {});
inline Operation createOperation(Graph& graph, std::string_view type, std::string_view name, std::initializer_list<Operand> inputs,
                                 std::vector<Attribute> attributes = {}) {
    return createOperation(graph, opDefinition(type), name, std::span(inputs.begin(), inputs.size()), std::move(attributes));
}

// A constant; `name` is uniquified below the current name scope, no scope of its own is opened.
Tensor createConstant(Graph& graph, ConstantValue value, std::string_view name = "Const");

// The operand as a tensor (tf.convert_to_tensor): a tensor as it is, a value as a constant of that name. With a valid `type`,
// throws TensorFlowError where a tensor has another.
Tensor convertToTensor(Graph& graph, const Operand& operand, DataType type = {}, std::string_view name = "Const");

}  // namespace namescape
