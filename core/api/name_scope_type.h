// tf.name_scope.
#pragma once

#include "api/api.h"

#include <string>

namespace namescape {

void registerNameScopes(Api& api);

// A name scope's name as a program gave it; empty for what takes to the root. Throws TypeError for other types.
std::string scopeNameArgument(Interpreter& interpreter, const Value& name);

// graph.name_scope(name), for `with`.
Value graphNameScope(Api& api, const GraphPointer& graph, const Value& name);

}  // namespace namescape
