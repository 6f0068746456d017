// All attributes of an operation as TensorFlow's NodeDef has them: those given, those that its inputs imply, and the defaults.
#pragma once

#include "graph/attribute.h"
#include "graph/operation.h"

#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

// In the order of their names; colocation is "_class". Only what is given, for a type that is not declared.
std::vector<Attribute> allAttributes(const Operation& operation);
std::vector<Attribute> allAttributes(const Graph& graph, OperationId id);

// One of them.
std::optional<AttributeValue> attributeOf(const Operation& operation, std::string_view name);

}  // namespace namescape
