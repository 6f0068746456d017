// tf.VariableSynchronization and tf.VariableAggregation.
#pragma once

#include "api/api.h"

namespace namescape {

void registerVariableEnums(Api& api);

}  // namespace namescape
