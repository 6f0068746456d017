// Queues, tables, tensor arrays: TensorFlow 1.15, core/ops/data_flow_ops.cc, lookup_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

void vectorOfTwo(ShapeInference& inference) {
    inference.setAllOutputs(Shape{2});
}

void lookupFind(ShapeInference& inference) {
    inference.setOutput(0, inference.inputId(1));
}

void dynamicPartition(ShapeInference& inference) {
    const Shape& data = inference.input(0);
    const Shape& partitions = inference.input(1);
    if (!partitions.hasRank()) return unknown(inference);
    const auto rank = static_cast<std::int64_t>(partitions.rank());
    requireRankAtLeast(data, rank);
    if (data.hasRank())
        for (std::int64_t axis = 0; axis < rank; ++axis) mergedSize(sizeAt(data, axis), sizeAt(partitions, axis));
    inference.setAllOutputs(concatenated(Shape::ofRank(1), subshape(data, rank)));
}

void dynamicStitch(ShapeInference& inference) {
    const std::size_t count = inference.inputCount() / 2;
    std::int64_t largest = -1;
    bool isSizeKnown = true;
    Shape extra;
    for (std::size_t index = 0; index < count; ++index) {
        const ConstantValue* indices = inference.inputValue(index);
        const auto values = indices ? indices->integers() : std::nullopt;
        if (!values) isSizeKnown = false;
        else for (const auto value : *values) largest = std::max(largest, value);
        const Shape& indicesShape = inference.input(index);
        if (!indicesShape.hasRank()) continue;
        const auto rank = static_cast<std::int64_t>(indicesShape.rank());
        const Shape& data = inference.input(index + count);
        requireRankAtLeast(data, rank);
        if (data.hasRank()) extra = mergedShape(extra, subshape(data, rank));
    }
    inference.setOutput(0, concatenated(Shape{isSizeKnown ? largest + 1 : Shape::kUnknownSize}, extra));
}

void tensorArray(ShapeInference& inference) {
    inference.setOutput(0, Shape{2});
    if (inference.outputCount() > 1) inference.setOutput(1, ShapePool::kScalar);
}

void tensorArrayV3(ShapeInference& inference) {
    requireRank(inference.input(0), 0);
    tensorArray(inference);
}

constexpr OpDeclaration kOps[] = {
    {"DynamicPartition", "data:T, partitions:int32 -> outputs:num_partitions*T; num_partitions:int>=1; T:type", dynamicPartition},
    {"DynamicStitch", "indices:N*int32, data:N*T -> merged:T; N:int>=1; T:type", dynamicStitch},

    {"RandomShuffleQueueV2", "-> handle:resource; component_types:list(type)>=1; shapes:list(shape)>=0=[]; capacity:int=-1; min_after_dequeue:int=0; seed:int=0;"
                             "seed2:int=0; container:string=''; shared_name:string=''", scalar},
    {"FIFOQueueV2", "-> handle:resource; component_types:list(type)>=1; shapes:list(shape)>=0=[]; capacity:int=-1; container:string=''; shared_name:string=''", scalar},
    {"PaddingFIFOQueueV2", "-> handle:resource; component_types:list(type)>=1; shapes:list(shape)>=0=[]; capacity:int=-1; container:string=''; shared_name:string=''", scalar},
    {"QueueEnqueueV2", "handle:resource, components:Tcomponents ->; Tcomponents:list(type)>=1; timeout_ms:int=-1", none},
    {"QueueEnqueueManyV2", "handle:resource, components:Tcomponents ->; Tcomponents:list(type)>=1; timeout_ms:int=-1", none},
    {"QueueDequeueV2", "handle:resource -> components:component_types; component_types:list(type)>=1; timeout_ms:int=-1", unknown},
    {"QueueDequeueManyV2", "handle:resource, n:int32 -> components:component_types; component_types:list(type)>=1; timeout_ms:int=-1", unknown},
    {"QueueDequeueUpToV2", "handle:resource, n:int32 -> components:component_types; component_types:list(type)>=1; timeout_ms:int=-1", unknown},
    {"QueueCloseV2", "handle:resource ->; cancel_pending_enqueues:bool=false", none},
    {"QueueSizeV2", "handle:resource -> size:int32", scalar},
    {"QueueIsClosedV2", "handle:resource -> is_closed:bool", scalar},

    {"HashTableV2", "-> table_handle:resource; container:string=''; shared_name:string=''; use_node_name_sharing:bool=false; key_dtype:type; value_dtype:type", scalar},
    {"MutableHashTableV2", "-> table_handle:resource; container:string=''; shared_name:string=''; use_node_name_sharing:bool=false; key_dtype:type; value_dtype:type", scalar},
    {"LookupTableFindV2", "table_handle:resource, keys:Tin, default_value:Tout -> values:Tout; Tin:type; Tout:type", lookupFind},
    {"LookupTableInsertV2", "table_handle:resource, keys:Tin, values:Tout ->; Tin:type; Tout:type", none},
    {"LookupTableSizeV2", "table_handle:resource -> size:int64", scalar},
    {"LookupTableImportV2", "table_handle:resource, keys:Tin, values:Tout ->; Tin:type; Tout:type", none},
    {"InitializeTableV2", "table_handle:resource, keys:Tkey, values:Tval ->; Tkey:type; Tval:type", none},
    {"InitializeTableFromTextFileV2", "table_handle:resource, filename:string ->; key_index:int>=-2; value_index:int>=-2; vocab_size:int>=-1=-1; delimiter:string=''", none},

    {"TensorArrayV3", "size:int32 -> handle:resource, flow:float; dtype:type; element_shape:shape=?; dynamic_size:bool=false; clear_after_read:bool=true;"
                      "identical_element_shapes:bool=false; tensor_array_name:string=''", tensorArrayV3},
    {"TensorArrayWriteV3", "handle:resource, index:int32, value:T, flow_in:float -> flow_out:float; T:type", scalar},
    {"TensorArrayReadV3", "handle:resource, index:int32, flow_in:float -> value:dtype; dtype:type", unknown},
    {"TensorArrayGatherV3", "handle:resource, indices:int32, flow_in:float -> value:dtype; dtype:type; element_shape:shape=?", unknown},
    {"TensorArrayScatterV3", "handle:resource, indices:int32, value:T, flow_in:float -> flow_out:float; T:type", scalar},
    {"TensorArrayConcatV3", "handle:resource, flow_in:float -> value:dtype, lengths:int64; dtype:type; element_shape_except0:shape=?", unknown},
    {"TensorArraySplitV3", "handle:resource, value:T, lengths:int64, flow_in:float -> flow_out:float; T:type", scalar},
    {"TensorArraySizeV3", "handle:resource, flow_in:float -> size:int32", scalar},
    {"TensorArrayCloseV3", "handle:resource ->", none},
    {"GetSessionHandleV2", "value:T -> handle:resource; T:type", scalar},
    {"StackV2", "max_size:int32 -> handle:resource; elem_type:type; stack_name:string=''", vectorOfTwo},
};

}  // namespace

std::span<const OpDeclaration> dataFlowOps() {
    return kOps;
}

}  // namespace namescape
