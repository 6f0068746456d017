// The parts that the registration of tensors, operations and their functions consists of.
#pragma once

#include "api/api.h"

#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

void registerShapes(Api& api);          // tf.TensorShape, tf.Dimension
void registerDataTypes(Api& api);       // tf.DType, tf.float32 …
void registerTensors(Api& api);         // tf.Tensor with its operators
void registerOperations(Api& api);      // tf.Operation
void registerDeviceSpecs(Api& api);     // tf.DeviceSpec
void registerIndexedSlices(Api& api);   // tf.IndexedSlices
void registerRawOps(Api& api);          // tf.raw_ops
void registerValueFunctions(Api& api);  // constants, placeholders, conversions, random values
void registerArrayFunctions(Api& api);
void registerMathFunctions(Api& api);
void registerLibraryTensors(Api& api);  // what library text needs beyond `tf`: the module _namescape_tensors
void registerGradientPaths(Api& api);   // what tf.gradients needs: the module _namescape_gradients

// Functions of `tf` that make one operation each: made when they are first asked for.
std::optional<Value> findOpFunction(Api& api, std::string_view path, std::string_view name);
// Those of the module `path`, "" for `tf` itself; and whether there are any.
std::vector<std::string_view> opFunctionNames(std::string_view path);
bool isOpFunctionModule(std::string_view path);

// As asShape; nothing where that would be a TypeError.
std::optional<Shape> optionalShape(Api& api, const Value& value);

}  // namespace namescape
