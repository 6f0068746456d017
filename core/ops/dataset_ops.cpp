// Data sets and what iterates over them: TensorFlow 1.15, core/ops/dataset_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

void elementShapes(ShapeInference& inference) {
    const auto& outputShapes = std::get<std::vector<Shape>>(inference.attribute("output_shapes"));
    for (std::size_t index = 0; index < inference.outputCount(); ++index) inference.setOutput(index, outputShapes.at(index));
}

// What every data set says of its elements.
#define NAMESCAPE_ELEMENTS "output_types:list(type)>=1; output_shapes:list(shape)>=1"
// What a data set takes that calls a function for its elements.
#define NAMESCAPE_MAPPED "f:func; Targuments:list(type)>=0; " NAMESCAPE_ELEMENTS

constexpr OpDeclaration kOps[] = {
    {"TensorDataset", "components:Toutput_types -> handle:variant; Toutput_types:list(type)>=1; output_shapes:list(shape)>=1", scalar},
    {"TensorSliceDataset", "components:Toutput_types -> handle:variant; Toutput_types:list(type)>=1; output_shapes:list(shape)>=1", scalar},
    {"RangeDataset", "start:int64, stop:int64, step:int64 -> handle:variant; " NAMESCAPE_ELEMENTS, scalar},
    {"TextLineDataset", "filenames:string, compression_type:string, buffer_size:int64 -> handle:variant", scalar},
    {"TFRecordDataset", "filenames:string, compression_type:string, buffer_size:int64 -> handle:variant", scalar},
    {"GeneratorDataset", "init_func_other_args:Tinit_func_args, next_func_other_args:Tnext_func_args, finalize_func_other_args:Tfinalize_func_args -> handle:variant;"
                         "init_func:func; next_func:func; finalize_func:func; Tinit_func_args:list(type)>=0; Tnext_func_args:list(type)>=0;"
                         "Tfinalize_func_args:list(type)>=0; " NAMESCAPE_ELEMENTS, scalar},

    {"BatchDatasetV2", "input_dataset:variant, batch_size:int64, drop_remainder:bool -> handle:variant; parallel_copy:bool=false; " NAMESCAPE_ELEMENTS, scalar},
    {"PaddedBatchDataset", "input_dataset:variant, batch_size:int64, padded_shapes:N*int64, padding_values:Toutput_types -> handle:variant;"
                           "Toutput_types:list(type)>=1; output_shapes:list(shape)>=1; N:int>=1", scalar},
    {"PaddedBatchDatasetV2", "input_dataset:variant, batch_size:int64, padded_shapes:N*int64, padding_values:Toutput_types, drop_remainder:bool -> handle:variant;"
                             "parallel_copy:bool=false; Toutput_types:list(type)>=1; output_shapes:list(shape)>=1; N:int>=1", scalar},
    {"RepeatDataset", "input_dataset:variant, count:int64 -> handle:variant; " NAMESCAPE_ELEMENTS, scalar},
    {"TakeDataset", "input_dataset:variant, count:int64 -> handle:variant; " NAMESCAPE_ELEMENTS, scalar},
    {"SkipDataset", "input_dataset:variant, count:int64 -> handle:variant; " NAMESCAPE_ELEMENTS, scalar},
    {"ShardDataset", "input_dataset:variant, num_shards:int64, index:int64 -> handle:variant; require_non_empty:bool=false; " NAMESCAPE_ELEMENTS, scalar},
    {"ShuffleDataset", "input_dataset:variant, buffer_size:int64, seed:int64, seed2:int64 -> handle:variant; reshuffle_each_iteration:bool=true; " NAMESCAPE_ELEMENTS, scalar},
    {"ShuffleAndRepeatDataset", "input_dataset:variant, buffer_size:int64, seed:int64, seed2:int64, count:int64 -> handle:variant; " NAMESCAPE_ELEMENTS, scalar},
    {"CacheDataset", "input_dataset:variant, filename:string -> handle:variant; " NAMESCAPE_ELEMENTS, scalar},
    {"PrefetchDataset", "input_dataset:variant, buffer_size:int64 -> handle:variant; " NAMESCAPE_ELEMENTS "; slack_period:int=0", scalar},
    {"ZipDataset", "input_datasets:N*variant -> handle:variant; " NAMESCAPE_ELEMENTS "; N:int>=1", scalar},
    {"ConcatenateDataset", "input_dataset:variant, another_dataset:variant -> handle:variant; " NAMESCAPE_ELEMENTS, scalar},
    {"OptimizeDataset", "input_dataset:variant, optimizations:string -> handle:variant; " NAMESCAPE_ELEMENTS "; optimization_configs:list(string)=[]", scalar},
    {"ModelDataset", "input_dataset:variant -> handle:variant; algorithm:int=0; cpu_budget:int=0; " NAMESCAPE_ELEMENTS, scalar},

    {"MapDataset", "input_dataset:variant, other_arguments:Targuments -> handle:variant; " NAMESCAPE_MAPPED
                   "; use_inter_op_parallelism:bool=true; preserve_cardinality:bool=false", scalar},
    {"ParallelMapDataset", "input_dataset:variant, other_arguments:Targuments, num_parallel_calls:int32 -> handle:variant; " NAMESCAPE_MAPPED
                           "; use_inter_op_parallelism:bool=true; sloppy:bool=false; preserve_cardinality:bool=false", scalar},
    {"MapAndBatchDataset", "input_dataset:variant, other_arguments:Targuments, batch_size:int64, num_parallel_calls:int64, drop_remainder:bool -> handle:variant; "
                           NAMESCAPE_MAPPED "; preserve_cardinality:bool=false", scalar},
    {"FilterDataset", "input_dataset:variant, other_arguments:Targuments -> handle:variant; predicate:func; Targuments:list(type)>=0; " NAMESCAPE_ELEMENTS, scalar},
    {"FlatMapDataset", "input_dataset:variant, other_arguments:Targuments -> handle:variant; " NAMESCAPE_MAPPED, scalar},
    {"InterleaveDataset", "input_dataset:variant, other_arguments:Targuments, cycle_length:int64, block_length:int64 -> handle:variant; " NAMESCAPE_MAPPED, scalar},
    {"ParallelInterleaveDatasetV2", "input_dataset:variant, other_arguments:Targuments, cycle_length:int64, block_length:int64, num_parallel_calls:int64 -> handle:variant; "
                                    NAMESCAPE_MAPPED "; sloppy:bool=false", scalar},

    {"OneShotIterator", "-> handle:resource; dataset_factory:func; " NAMESCAPE_ELEMENTS "; container:string=''; shared_name:string=''", scalar},
    {"IteratorV2", "-> handle:resource; shared_name:string; container:string; " NAMESCAPE_ELEMENTS, scalar},
    {"IteratorFromStringHandleV2", "string_handle:string -> resource_handle:resource; output_types:list(type)>=0=[]; output_shapes:list(shape)>=0=[]", scalar},
    {"IteratorToStringHandle", "resource_handle:resource -> string_handle:string", scalar},
    {"IteratorGetNext", "iterator:resource -> components:output_types; " NAMESCAPE_ELEMENTS, elementShapes},
    {"MakeIterator", "dataset:variant, iterator:resource ->", none},
};
#undef NAMESCAPE_MAPPED
#undef NAMESCAPE_ELEMENTS

}  // namespace

std::span<const OpDeclaration> datasetOps() {
    return kOps;
}

}  // namespace namescape
