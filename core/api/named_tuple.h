// Tuples with names for their elements, as collections.namedtuple makes them.
#pragma once

#include "api/api.h"

#include <span>
#include <string_view>

namespace namescape {

// A named tuple of the type `typeName` with one value per field. The Python type is made at its first use.
Value namedTuple(Api& api, std::string_view typeName, std::span<const std::string_view> fields, std::span<const Value> values);

}  // namespace namescape
