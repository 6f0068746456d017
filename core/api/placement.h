// tf.device, tf.colocate_with and tf.control_dependencies.
#pragma once

#include "api/api.h"
#include "graph/device_stack.h"

namespace namescape {

// For `with`. Throw where TensorFlow does: at the call, or at the block's begin.
Value controlDependencies(Api& api, const GraphPointer& graph, const Value& controls);
Value deviceBlock(Api& api, const GraphPointer& graph, const Value& device);
Value colocationBlock(Api& api, const GraphPointer& graph, const Value& with, bool ignoreExisting);

// What a program gives as a device: a string, None, a DeviceSpec, a function. Throws ScriptError.
DeviceFrame deviceFrame(Api& api, const Value& device);

}  // namespace namescape
