// The stack of `device` blocks that are open on a graph.
#pragma once

#include "graph/device_spec.h"
#include "graph/operation.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace namescape {

// Chooses a device for an operation, whose `device()` is what inner blocks gave it so far.
using DeviceFunction = std::function<std::string(Operation)>;

// tf.device(None): nothing from further out applies.
struct DeviceReset {};

// One `tf.device(…)` block.
using DeviceFrame = std::variant<DeviceReset, DeviceSpec, DeviceFunction>;

using DeviceStack = std::vector<DeviceFrame>;

}  // namespace namescape
