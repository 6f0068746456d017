// Variables cut into parts along one axis.
#pragma once

#include "scope/variable.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace namescape {

// tf.PartitionedVariable: the parts `name/part_0`, `name/part_1`, … of one variable.
class PartitionedVariable : public CollectionItem {
public:
    std::string name;
    Shape shape;
    DataType elementType;
    std::vector<VariablePointer> parts;
    std::vector<std::int64_t> partitions;  // per axis, at most one of them more than 1

    std::optional<std::string> itemName() const override { return name; }
    // All parts put together: `name/ConcatPartitions/concat` and an identity called `name`.
    Tensor asTensor() const;
    std::vector<std::size_t> partitionedAxes() const;

private:
    Tensor joined(Graph& graph) const;
};

// Says into how many parts each axis of a variable is cut.
struct Partitioner {
    using Function = std::function<std::vector<std::int64_t>(const Shape&, DataType)>;

    Function function;
    Token token;
    std::string notCallable;  // set when what was given cannot be called: how it prints
};

// tf.fixed_size_partitioner: `count` parts along `axis`.
Partitioner fixedSizePartitioner(std::int64_t count, std::size_t axis = 0);

// The sizes of `parts` nearly equal slices of a shape along an axis, larger ones first, with where each begins.
struct Slice {
    std::vector<std::int64_t> offset;
    std::vector<std::int64_t> shape;
};
std::vector<Slice> slices(std::span<const std::int64_t> shape, std::int64_t parts, std::size_t axis);

}  // namespace namescape
