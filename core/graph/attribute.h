// Attributes of operations, and the values of constants.
#pragma once

#include "graph/data_type.h"
#include "graph/shape.h"

#include <complex>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace namescape {

// The elements of a constant, row-major; a single element stands for all of them when the shape has more (as in a TensorProto).
// Integers and bools are kept as int64, all floating types as double.
struct ConstantValue {
    using Elements = std::variant<std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>, std::vector<std::complex<double>>>;

    DataType type;
    Shape shape;
    Elements elements;

    // All elements as integers, written out; nothing when they are no integers, or more than `limit`.
    std::optional<std::vector<std::int64_t>> integers(std::size_t limit = 1 << 16) const;
};

using AttributeValue = std::variant<std::int64_t, double, bool, std::string, DataType, Shape, std::shared_ptr<const ConstantValue>,
                                    std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>, std::vector<DataType>, std::vector<Shape>>;

struct Attribute {
    std::string name;
    AttributeValue value;
};

}  // namespace namescape
