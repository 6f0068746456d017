// How single operations compute their value from the values of their inputs: those that shapes are computed with.
#pragma once

#include "graph/attribute.h"
#include "graph/operation.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace namescape {

struct FoldRequest {
    Operation operation;
    std::uint32_t output;
    std::span<const ConstantValue* const> inputs;
};

// Returns the value of one output; nothing where it can't be told, or would be large.
using FoldFunction = std::optional<ConstantValue> (*)(const FoldRequest&);

// How operations of this type are computed, or null where they never are.
FoldFunction foldFunction(std::string_view operationType);

// The value of a Shape, Size or Rank whose input's shape is known, whatever its values are.
std::optional<ConstantValue> valueFromShape(const Operation& operation);

}  // namespace namescape
