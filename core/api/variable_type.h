// tf.Variable and tf.PartitionedVariable as Python types.
#pragma once

#include "api/api.h"
#include "scope/variable.h"

#include <optional>

namespace namescape {

struct ConvertOptions;

void registerPartitionedVariables(Api& api);

// What assigning to a resource variable gives: the variable, whose reads happen after the assignment.
VariablePointer unreadVariable(const VariablePointer& variable, Operation after);

// How a variable becomes an operation's input: its reference where one is wanted, else its value. Throws ScriptError (ValueError)
// where another type is wanted. Nothing for values that are no variables.
std::optional<Tensor> variableAsTensor(Api& api, const Value& value, const ConvertOptions& options);

}  // namespace namescape
