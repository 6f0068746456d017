// Finding or making one variable of the store, partitions already resolved.
#pragma once

#include "scope/variable_scope.h"

#include <optional>

namespace namescape {

// TensorFlow 1.15, python/ops/variable_scope.py, _VariableStore._get_single_variable. The request is complete: nothing comes
// from a scope any more, and its name is the store's key.
CollectionItemPointer getSingleVariable(Graph& graph, const GetVariableRequest& request, std::optional<PartitionInfo> partition);

}  // namespace namescape
