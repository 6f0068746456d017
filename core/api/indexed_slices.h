// tf.IndexedSlices: some rows of a tensor.
#pragma once

#include "graph/operation.h"

#include <optional>

namespace namescape {

struct IndexedSlices {
    Tensor values;
    Tensor indices;
    std::optional<Tensor> denseShape;
};

}  // namespace namescape
