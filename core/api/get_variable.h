// tf.get_variable and what custom getters see of it.
#pragma once

#include "api/api.h"
#include "scope/variable_scope.h"

namespace namescape {

void registerGetVariable(Api& api);

// A scope's custom getter as a program sees it: the one it gave, or the one around that and the outer scopes'.
Value customGetterValue(Api& api, const std::optional<CustomGetter>& getter);

// scope.get_variable(var_store, name, …), for a scope that need not be open.
void addGetVariableMethod(Api& api, NativeClass& variableScopeType);

}  // namespace namescape
