#include "scope/variable_partition.h"

#include "ops/operations.h"
#include "scope/scope_state.h"
#include "scope/single_variable.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

[[noreturn]] void valueError(const std::string& message) {
    throw TensorFlowError(ErrorType::ValueError, message);
}

std::string listText(std::span<const std::int64_t> values) {
    std::string text = "[";
    for (std::size_t index = 0; index < values.size(); ++index) text += (index ? ", " : "") + std::to_string(values[index]);
    return text + "]";
}

using Partitions = std::vector<std::int64_t>;

Partitions askPartitioner(const Partitioner& partitioner, const Shape& shape, DataType dataType) {
    if (!shape.isFullyDefined()) valueError("Shape of a new partitioned variable must be fully defined, but instead was " + shape.text() + ".");
    if (shape.rank() < 1) valueError("A partitioned Variable must have rank at least 1, shape: " + shape.text());
    Partitions partitions = partitioner.function(shape, dataType);
    if (partitions.size() != shape.rank())
        valueError("Partitioner returned a partition list that does not match the Variable's rank: " + listText(partitions) + " vs. " + shape.text());
    if (std::ranges::any_of(partitions, [](auto parts) { return parts < 1; }))
        valueError("Partitioner returned zero partitions for some axes: " + listText(partitions));
    return partitions;
}

void checkMatches(const PartitionedVariable& found, const std::string& name, const GetVariableRequest& request, const Shape& shape, const std::optional<Partitions>& partitions) {
    const std::string trying = "Trying to reuse partitioned variable " + name + ", but specified ";
    if (request.reuse == Reuse::False)
        valueError("Partitioned variable with name " + name + " already exists. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?");
    if (!shape.isCompatibleWith(found.shape)) valueError(trying + "shape " + shape.text() + " and found shape " + found.shape.text() + ".");
    if (!request.dataType.isCompatibleWith(found.elementType))
        valueError(trying + "dtype " + request.dataType.name() + " and found dtype " + found.elementType.name() + ".");
    if (partitions && *partitions != found.partitions)
        valueError(trying + "partitions " + listText(*partitions) + " and found partitions " + listText(found.partitions) + ".");
}

// The axis that is cut: the only one with more than one part, else the first.
std::size_t slicedAxis(const Partitions& partitions, const Shape& shape) {
    std::size_t axis = 0;
    bool found = false;
    for (std::size_t candidate = 0; candidate < partitions.size(); ++candidate) {
        if (partitions[candidate] == 1) continue;
        if (found) valueError("Can only slice a variable along one dimension: shape: " + shape.text() + ", partitioning: " + listText(partitions));
        axis = candidate;
        found = true;
    }
    return axis;
}

void checkShards(const ScopeState& state, const std::string& name, std::int64_t count) {
    const auto exists = [&](std::int64_t shard) { return state.variables.contains(name + "/part_" + std::to_string(shard)); };
    if (!exists(0)) return;
    const std::string message = "Partitioner returned a different partitioning than what was already found.  Partitioner returned " + std::to_string(count) +
                                " shards, and shard " + name + "/part_0 was found, but ";
    if (!exists(count - 1)) valueError(message + name + "/part_" + std::to_string(count - 1) + " was not.");
    if (exists(count)) valueError(message + "so was the extra shard " + name + "/part_" + std::to_string(count) + ".");
}

// A slice of a tensor as the initial value of a part.
Initializer slicedInitializer(Graph& graph, const Initializer& whole, const Slice& slice, DataType& dataType) {
    const Tensor value = whole.value(graph, "Const", whole.isTensor ? DataType() : dataType);
    const Tensor part = createOperation(graph, "Slice", "", {value, slice.offset, slice.shape}).output();
    if (whole.isTensor) dataType = part.dataType().base();
    return initializerFromTensor(part);
}

VariablePointer makePart(Graph& graph, const GetVariableRequest& request, const std::string& partName, const Shape& whole, const Slice& slice, DataType& dataType) {
    GetVariableRequest partRequest = request;
    partRequest.name = partName;
    partRequest.shape = Shape(slice.shape);
    {
        const NameScope scope(graph, partName + "/PartitionedInitializer");
        if (request.initializer && !request.initializer->isFunction()) {
            partRequest.initializer = slicedInitializer(graph, *request.initializer, slice, dataType);
            partRequest.shape.reset();
        }
    }
    partRequest.dataType = dataType;
    const NameScope root(graph, "");
    const PartitionInfo info{{whole.sizes().begin(), whole.sizes().end()}, slice.offset};
    auto part = std::dynamic_pointer_cast<Variable>(getSingleVariable(graph, partRequest, info));
    if (part) part->slice = SaveSlice{request.name.value_or("None"), info.fullShape, slice.offset, slice.shape};
    return part;
}

}  // namespace

CollectionItemPointer getPartitionedVariable(Graph& graph, const GetVariableRequest& request) {
    ScopeState& state = ScopeState::of(graph);
    const std::string name = request.name.value_or("None");
    const bool reusesWithoutPartitioner = request.reuse != Reuse::False && !request.partitioner;
    if (state.variables.contains(name))
        valueError("A partitioner was provided, but an unpartitioned version of the variable was found: " + name +
                   ".  Perhaps a variable of the same name was already created without partitioning?");
    Shape shape = request.shape.value_or(Shape::unknown());
    if (request.initializer && request.initializer->isTensor) {
        const Shape own = request.initializer->value(graph, "Const", DataType()).shape();
        const auto merged = shape.mergedWith(own);
        if (!merged) valueError("Shapes " + shape.text() + " and " + own.text() + " are not compatible");
        shape = *merged;
    }
    std::optional<Partitions> partitions;
    if (!reusesWithoutPartitioner) partitions = askPartitioner(*request.partitioner, shape, request.dataType);
    if (const auto found = state.partitioned.find(name); found != state.partitioned.end()) {
        checkMatches(*found->second, name, request, shape, partitions);
        return found->second;
    }
    if (request.reuse == Reuse::True)
        valueError("PartitionedVariable " + name +
                   " does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=False or reuse=tf.AUTO_REUSE in VarScope?");

    const std::size_t axis = slicedAxis(*partitions, shape);
    const std::int64_t count = (*partitions)[axis];
    checkShards(state, name, count);
    auto made = std::make_shared<PartitionedVariable>();
    DataType dataType = request.dataType;
    std::size_t index = 0;
    for (const Slice& slice : slices(shape.sizes(), count, axis))
        made->parts.push_back(makePart(graph, request, name + "/part_" + std::to_string(index++), shape, slice, dataType));
    made->name = name;
    made->shape = shape;
    made->elementType = dataType;
    made->partitions = *partitions;
    state.partitioned[name] = made;
    return made;
}

}  // namespace namescape
