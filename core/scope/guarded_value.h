// Initial values that depend on other variables.
#pragma once

#include "graph/graph.h"

#include <string_view>

namespace namescape {

// The value with every variable upstream replaced by its `initialized_value()`, made of copies of the operations in between,
// named `op_<variablePath>`. TensorFlow 1.15, python/ops/variables.py, _try_guard_against_uninitialized_dependencies.
Tensor guardedAgainstUninitialized(Tensor initialValue, std::string_view variablePath);

}  // namespace namescape
