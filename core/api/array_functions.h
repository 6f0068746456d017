// Functions of TensorFlow's array_ops that others are made of. A name of None is the function's default.
#pragma once

#include "api/api.h"

namespace namescape {

// tf.stack: a constant where nothing in the list is a tensor.
Value stack(Api& api, const Value& values, std::int64_t axis, const Value& name);

// tf.shape, tf.size, tf.rank: constants where the static shape tells all.
Value shapeOf(Api& api, const Value& input, DataType type, const Value& name, bool optimizes = true);
Value sizeOf(Api& api, const Value& input, DataType type, const Value& name);
Value rankOf(Api& api, const Value& input, const Value& name);

// tf.zeros, tf.ones: a constant below 1,000 elements.
Value filledWith(Api& api, std::int64_t number, const Value& shape, DataType type, const Value& name);

// tf.range. Without a limit it goes from 0 to `start`; an Invalid type is the widest of the three.
Value range(Api& api, const Value& start, const Value& limit, const Value& delta, DataType type, const Value& name);

}  // namespace namescape
