// Finding or making a partitioned variable of the store.
#pragma once

#include "scope/variable_scope.h"

namespace namescape {

// TensorFlow 1.15, python/ops/variable_scope.py, _VariableStore._get_partitioned_variable; the request as for getSingleVariable.
CollectionItemPointer getPartitionedVariable(Graph& graph, const GetVariableRequest& request);

}  // namespace namescape
