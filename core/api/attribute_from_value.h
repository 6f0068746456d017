// Python values as attributes of operations.
#pragma once

#include "api/api.h"
#include "ops/op_definition.h"

namespace namescape {

// The value that an attribute of this declaration gets. Throws TypeError or ValueError in the words of op_def_library.py.
AttributeValue attributeFromValue(Api& api, const OpAttribute& declared, const Value& value);

}  // namespace namescape
