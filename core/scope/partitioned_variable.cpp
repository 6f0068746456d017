#include "scope/partitioned_variable.h"

#include "graph/graph_scopes.h"
#include "ops/operations.h"

namespace namescape {

// The parts are read inside the operation's own scope, as any inputs are.
Tensor PartitionedVariable::joined(Graph& graph) const {
    const NameScope scope(graph, name + "/ConcatPartitions/");
    const NameScope own(graph, "concat");
    std::vector<Tensor> values;
    for (const auto& part : parts) values.push_back(part->value());
    return ops::concat(values, static_cast<std::int64_t>(partitionedAxes().front()), own.path());
}

Tensor PartitionedVariable::asTensor() const {
    Graph& graph = parts.front()->graph();
    const ControlDependencies none(graph, ControlDependencies::Clear{});
    const NameScope root(graph, "");
    if (parts.size() == 1) {
        const NameScope own(graph, name);
        return ops::identity(parts.front()->value(), own.path());
    }
    return ops::identity(joined(graph), name);
}

std::vector<std::size_t> PartitionedVariable::partitionedAxes() const {
    std::vector<std::size_t> axes;
    for (std::size_t axis = 0; axis < partitions.size(); ++axis)
        if (partitions[axis] > 1) axes.push_back(axis);
    return axes;
}

Partitioner fixedSizePartitioner(std::int64_t count, std::size_t axis) {
    return {[count, axis](const Shape& shape, DataType) {
                std::vector<std::int64_t> partitions(shape.rank(), 1);
                partitions.at(axis) = std::min(count, shape[axis]);
                return partitions;
            },
            nullptr,
            {}};
}

std::vector<Slice> slices(std::span<const std::int64_t> shape, std::int64_t parts, std::size_t axis) {
    const std::int64_t least = shape[axis] / parts;
    const std::int64_t larger = shape[axis] % parts;
    std::vector<Slice> result;
    Slice slice{std::vector<std::int64_t>(shape.size(), 0), {shape.begin(), shape.end()}};
    for (std::int64_t index = 0; index < parts; ++index) {
        slice.shape[axis] = least + (index < larger ? 1 : 0);
        result.push_back(slice);
        slice.offset[axis] += slice.shape[axis];
    }
    return result;
}

}  // namespace namescape
