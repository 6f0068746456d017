// tf.get_variable and what custom getters see of it.
#pragma once

#include "api/api.h"
#include "scope/variable_scope.h"

namespace namescape {

void registerGetVariable(Api& api);

// scope.get_variable(var_store, name, …), for a scope that need not be open.
void addGetVariableMethod(Api& api, NativeClass& variableScopeType);

}  // namespace namescape
