// Python's operators on variables.
#pragma once

#include "api/api.h"

namespace namescape {

// Each operator reads the variable and goes on as the tensor's operator does (Variable._OverloadAllOperators).
void addVariableOperators(Api& api, NativeClass& variableType);

}  // namespace namescape
