// Functions of tf.math that operators and other functions are made of. A name of None is the function's default.
#pragma once

#include "api/api.h"

namespace namescape {

// x / y: integers are cast to floats first. Both are tensors or become ones.
Value trueDivide(Api& api, const Value& x, const Value& y, const Value& name);
Value floorDivide(Api& api, const Value& x, const Value& y, const Value& name);
Value logicalXor(Api& api, const Value& x, const Value& y, const Value& name);
Value absoluteValue(Api& api, const Value& x, const Value& name);
Value cast(Api& api, const Value& x, DataType type, const Value& name);

struct MatMulOptions {
    bool transposesA = false, transposesB = false;
    bool adjointA = false, adjointB = false;
    bool isASparse = false, isBSparse = false;
};
Value matMul(Api& api, const Value& a, const Value& b, const MatMulOptions& options, const Value& name);

}  // namespace namescape
