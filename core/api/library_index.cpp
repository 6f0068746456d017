#include "api/library_index.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

// Names that one file gives to one module. `one=other` is `one` in the module and `other` in the file.
struct LibraryNames {
    std::string_view path;
    std::string_view file;
    std::string_view names;
};

constexpr LibraryNames kNames[] = {
    {"", "arrays",
     "split unstack parallel_stack expand_dims squeeze transpose matrix_transpose pad gather gather_nd boolean_mask where where_v2 one_hot slice strided_slice zeros_like "
     "ones_like eye matrix_diag matrix_diag_part matrix_set_diag meshgrid sequence_mask unique unique_with_counts setdiff1d listdiff reverse_sequence space_to_batch "
     "batch_to_space space_to_depth depth_to_space broadcast_dynamic_shape broadcast_static_shape guarantee_const ensure_shape extract_image_patches shape_n"},
    {"linalg", "arrays", "eye diag=matrix_diag diag_part=matrix_diag_part set_diag=matrix_set_diag transpose=matrix_transpose"},
    {"manip", "arrays", "gather_nd"},
    {"nn", "arrays", "space_to_batch batch_to_space space_to_depth depth_to_space"},
    {"image", "arrays", "extract_image_patches extract_patches=extract_image_patches"},

    {"", "grouping",
     "group tuple assign assign_add assign_sub count_up_to scatter_update scatter_add scatter_sub scatter_mul scatter_div scatter_min scatter_max scatter_nd_update "
     "scatter_nd_add scatter_nd_sub"},

    {"", "math",
     "divide div div_no_nan pow round sigmoid log_sigmoid scalar_mul saturate_cast reduce_logsumexp=reduce_logsumexp_v1 count_nonzero accumulate_n cumsum cumprod conj complex real imag angle trace "
     "bincount histogram_fixed_width unsorted_segment_mean unsorted_segment_sqrt_n tensordot clip_by_value clip_by_norm global_norm "
     "clip_by_global_norm clip_by_average_norm norm svd self_adjoint_eig self_adjoint_eigvals cholesky_solve lbeta confusion_matrix sparse_segment_sum sparse_segment_mean"},
    {"math", "math",
     "divide divide_no_nan=div_no_nan multiply_no_nan pow round sigmoid log_sigmoid scalar_mul reduce_logsumexp=reduce_logsumexp_v1 reduce_variance reduce_std reduce_euclidean_norm "
     "count_nonzero accumulate_n cumsum cumprod conj real imag angle bincount unsorted_segment_mean unsorted_segment_sqrt_n approximate_equal lbeta polyval confusion_matrix "
     "top_k in_top_k"},
    {"math", "nn", "l2_normalize zero_fraction softmax log_softmax"},
    {"linalg", "math", "norm trace svd eigh=self_adjoint_eig eigvalsh=self_adjoint_eigvals cholesky_solve logdet matvec tensordot global_norm"},
    {"linalg", "nn", "l2_normalize"},
    {"nn", "math", "sigmoid log_sigmoid top_k in_top_k"},
    {"train", "math", "confusion_matrix"},

    {"nn", "nn",
     "bias_add relu6 leaky_relu crelu swish relu_layer xw_plus_b softmax log_softmax conv1d conv2d conv3d conv2d_transpose max_pool avg_pool "
     "max_pool2d avg_pool2d max_pool3d avg_pool3d dropout moments sufficient_statistics normalize_moments batch_normalization fused_batch_norm l2_normalize zero_fraction "
     "sigmoid_cross_entropy_with_logits weighted_cross_entropy_with_logits softmax_cross_entropy_with_logits softmax_cross_entropy_with_logits_v2 "
     "sparse_softmax_cross_entropy_with_logits embedding_lookup log_poisson_loss erosion2d"},

    {"nn", "convolution", "convolution atrous_conv2d with_space_to_batch depthwise_conv2d separable_conv2d conv3d_transpose"},
    {"", "convolution", "required_space_to_batch_paddings"},

    {"", "random", "random_shuffle multinomial random_gamma random_poisson random_crop"},
    {"random", "random", "shuffle=random_shuffle multinomial categorical gamma=random_gamma poisson=random_poisson"},
    {"image", "random", "random_crop"},
    {"random_seed", "random", "get_seed"},

    {"summary", "summaries", "scalar histogram image audio text tensor_summary merge merge_all"},
    {"", "summaries", "merge_all_summaries"},

    {"losses", "losses",
     "Reduction add_loss get_losses get_regularization_losses get_regularization_loss get_total_loss compute_weighted_loss absolute_difference mean_squared_error "
     "cosine_distance hinge_loss huber_loss log_loss sigmoid_cross_entropy softmax_cross_entropy sparse_softmax_cross_entropy"},

    {"layers", "layer", "Layer InputSpec"},
    {"layers", "layers", "Dense Flatten Dropout dense flatten dropout"},
    {"layers", "layers_convolutional",
     "Conv1D Conv2D Conv3D SeparableConv1D SeparableConv2D Conv2DTranspose Conv3DTranspose conv1d conv2d conv3d separable_conv1d separable_conv2d conv2d_transpose "
     "conv3d_transpose"},
    {"layers", "layers_pooling",
     "MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D AveragePooling2D AveragePooling3D max_pooling1d max_pooling2d max_pooling3d average_pooling1d "
     "average_pooling2d average_pooling3d"},

    {"nn", "sampling",
     "uniform_candidate_sampler log_uniform_candidate_sampler learned_unigram_candidate_sampler fixed_unigram_candidate_sampler all_candidate_sampler "
     "compute_accidental_hits nce_loss sampled_softmax_loss"},
    {"random", "sampling",
     "uniform_candidate_sampler log_uniform_candidate_sampler learned_unigram_candidate_sampler fixed_unigram_candidate_sampler all_candidate_sampler"},

    {"app", "flags", "run"},
    {"app.flags", "flags",
     "FLAGS DEFINE_string DEFINE_integer DEFINE_float DEFINE_bool DEFINE_boolean DEFINE_list DEFINE_enum DEFINE_multi_string DEFINE_multi_integer DEFINE_multi_float "
     "mark_flag_as_required mark_flags_as_required"},
    {"flags", "flags",
     "FLAGS DEFINE_string DEFINE_integer DEFINE_float DEFINE_bool DEFINE_boolean DEFINE_list DEFINE_enum DEFINE_multi_string DEFINE_multi_integer DEFINE_multi_float "
     "mark_flag_as_required mark_flags_as_required"},
    {"gfile", "files",
     "Exists IsDirectory Glob ListDirectory Walk MakeDirs MkDir Remove DeleteRecursively Copy Rename GFile FastGFile=GFile Open=GFile"},
    {"io.gfile", "files",
     "exists=Exists isdir=IsDirectory glob=Glob listdir=ListDirectory walk=Walk makedirs=MakeDirs mkdir=MkDir remove=Remove rmtree=DeleteRecursively copy=Copy "
     "rename=Rename GFile"},
    {"python_io", "files", "TFRecordWriter tf_record_iterator"},
    {"io", "files", "TFRecordWriter tf_record_iterator"},
    {"train", "files", "Example SequenceExample Features Feature FeatureList FeatureLists Int64List FloatList BytesList"},
    {"", "readers", "WholeFileReader TextLineReader FixedLengthRecordReader TFRecordReader IdentityReader ReaderBase py_func numpy_function"},
    {"", "sparse", "SparseTensor SparseTensorValue sparse_tensor_to_dense sparse_to_dense sparse_placeholder string_split"},
    {"sparse", "sparse", "SparseTensor to_dense=sparse_tensor_to_dense placeholder=sparse_placeholder"},
    {"", "parsing", "VarLenFeature FixedLenFeature FixedLenSequenceFeature parse_single_example"},
    {"io", "parsing", "VarLenFeature FixedLenFeature FixedLenSequenceFeature parse_single_example"},
    {"contrib.seq2seq", "sequences", "sequence_loss"},
    {"contrib.rnn", "contrib_rnn", "InputProjectionWrapper OutputProjectionWrapper LSTMBlockCell stack_bidirectional_dynamic_rnn stack_bidirectional_rnn"},
    {"train", "checkpoints", "latest_checkpoint get_checkpoint_state checkpoint_exists list_variables write_graph update_checkpoint_state"},
    {"", "messages", "RunOptions RunMetadata OptimizerOptions GraphOptions HistogramProto Event Summary"},
    {"contrib.training", "parameters", "HParams"},
    {"examples.tutorials.mnist.input_data", "mnist", "read_data_sets"},
    {"contrib.layers", "contrib_embeddings", "embed_sequence bow_encoder"},
    {"contrib.layers", "contrib_optimizers", "optimize_loss OPTIMIZER_SUMMARIES"},
    {"estimator", "estimator_modes", "ModeKeys EstimatorSpec"},
    {"train", "hooks",
     "SessionRunHook SessionRunArgs StopAtStepHook LoggingTensorHook NanTensorHook CheckpointSaverHook SummarySaverHook StepCounterHook FinalOpsHook ProfilerHook "
     "FeedFnHook GlobalStepWaiterHook"},
    {"estimator", "hooks",
     "SessionRunHook SessionRunArgs StopAtStepHook LoggingTensorHook NanTensorHook CheckpointSaverHook SummarySaverHook StepCounterHook FinalOpsHook ProfilerHook "
     "FeedFnHook GlobalStepWaiterHook"},
    {"data.experimental", "data_experimental", "AUTOTUNE map_and_batch shuffle_and_repeat"},
    {"contrib.data", "data_experimental", "AUTOTUNE map_and_batch shuffle_and_repeat"},
    {"data", "datasets",
     "Dataset TextLineDataset TFRecordDataset make_one_shot_iterator make_initializable_iterator get_output_types get_output_shapes get_output_classes"},
    {"data", "iterators", "Iterator"},
    {"", "queues", "FIFOQueue PaddingFIFOQueue RandomShuffleQueue QueueBase"},
    {"queue", "queues", "FIFOQueue PaddingFIFOQueue RandomShuffleQueue QueueBase"},
    {"io", "queues", "PaddingFIFOQueue RandomShuffleQueue QueueBase"},
    {"train", "queues", "QueueRunner add_queue_runner start_queue_runners Coordinator"},
    {"train.queue_runner", "queues", "QueueRunner add_queue_runner start_queue_runners"},
    {"train", "input_pipelines",
     "match_filenames_once limit_epochs input_producer string_input_producer range_input_producer slice_input_producer batch maybe_batch batch_join shuffle_batch "
     "shuffle_batch_join"},

    {"nn.rnn_cell", "rnn_cells", "RNNCell BasicRNNCell GRUCell LSTMStateTuple BasicLSTMCell LSTMCell MultiRNNCell"},
    {"nn.rnn_cell", "rnn_cell_wrappers", "DropoutWrapper ResidualWrapper DeviceWrapper"},
    {"nn", "rnn", "static_rnn static_state_saving_rnn static_bidirectional_rnn dynamic_rnn bidirectional_dynamic_rnn raw_rnn"},
    {"contrib.rnn", "rnn_cells", "RNNCell LayerRNNCell BasicRNNCell GRUCell LSTMStateTuple BasicLSTMCell LSTMCell MultiRNNCell"},
    {"contrib.rnn", "rnn_cell_wrappers", "DropoutWrapper ResidualWrapper DeviceWrapper"},
    {"contrib.rnn", "rnn", "static_rnn static_state_saving_rnn static_bidirectional_rnn"},
    {"", "tensor_array", "TensorArray"},
    {"", "functional", "map_fn foldl foldr scan"},
    {"nest", "nest", "is_nested flatten pack_sequence_as assert_same_structure map_structure"},
    {"contrib.framework.nest", "nest", "is_sequence=is_nested flatten pack_sequence_as assert_same_structure map_structure"},
    {"layers", "normalization", "BatchNormalization batch_normalization"},

    {"", "strings", "reduce_join substr string_to_number string_to_hash_bucket decode_raw decode_csv"},
    {"strings", "strings", "reduce_join length=string_length substr to_number=string_to_number to_hash_bucket=string_to_hash_bucket format=string_format"},
    {"io", "strings", "decode_raw decode_csv"},

    {"", "debugging",
     "Assert Print print=print_v2 assert_equal assert_none_equal assert_less assert_less_equal assert_greater assert_greater_equal assert_positive assert_non_negative "
     "assert_rank assert_rank_at_least assert_rank_in assert_integer assert_type assert_scalar is_numeric_tensor verify_tensor_all_finite"},
    {"debugging", "debugging",
     "Assert assert_equal assert_none_equal assert_less assert_less_equal assert_greater assert_greater_equal assert_positive assert_non_negative assert_rank assert_rank_at_least "
     "assert_rank_in assert_integer assert_type assert_scalar is_numeric_tensor assert_all_finite=verify_tensor_all_finite"},
    {"", "debugging", "is_tensor"},
    {"contrib.framework", "debugging", "is_tensor"},

    {"image", "image",
     "ResizeMethod resize_images resize=resize_images resize_bilinear resize_nearest_neighbor flip_left_right flip_up_down random_flip_left_right random_flip_up_down "
     "transpose transpose_image=transpose rot90 per_image_standardization"},
    {"image", "image_crops",
     "central_crop pad_to_bounding_box crop_to_bounding_box resize_image_with_crop_or_pad resize_with_crop_or_pad=resize_image_with_crop_or_pad"},
    {"image", "image_colours",
     "convert_image_dtype adjust_brightness adjust_contrast adjust_hue adjust_saturation adjust_gamma random_brightness random_contrast random_hue random_saturation "
     "rgb_to_grayscale grayscale_to_rgb total_variation"},

    {"errors", "errors",
     "OpError CancelledError UnknownError InvalidArgumentError DeadlineExceededError NotFoundError AlreadyExistsError PermissionDeniedError UnauthenticatedError "
     "ResourceExhaustedError FailedPreconditionError AbortedError OutOfRangeError UnimplementedError InternalError UnavailableError DataLossError"},
    {"", "errors", "OpError"},

    {"", "partitioners",
     "variable_axis_size_partitioner min_max_variable_partitioner fixed_size_partitioner create_partitioned_variables"},
    {"", "deprecated_scopes", "op_scope variable_op_scope"},
    {"", "templates",
     "make_template"},
    {"keras.regularizers", "regularizers",
     "Regularizer L1L2 l1 l2 l1_l2"},
    {"contrib.layers", "regularizers",
     "l1_regularizer l2_regularizer l1_l2_regularizer sum_regularizer apply_regularization"},
    {"contrib.layers", "contrib_initializers", "xavier_initializer xavier_initializer_conv2d=xavier_initializer variance_scaling_initializer"},
    {"contrib.layers", "contrib_layers",
     "avg_pool2d avg_pool3d max_pool2d max_pool3d convolution convolution1d convolution2d convolution3d conv1d=convolution1d conv2d=convolution2d "
     "conv3d=convolution3d convolution2d_transpose conv2d_transpose=convolution2d_transpose convolution3d_transpose conv3d_transpose=convolution3d_transpose "
     "convolution2d_in_plane conv2d_in_plane=convolution2d_in_plane separable_convolution2d separable_conv2d=separable_convolution2d fully_connected dropout flatten "
     "bias_add one_hot_encoding softmax repeat stack elu relu relu6 linear"},
    {"contrib.layers", "contrib_normalization", "batch_norm layer_norm unit_norm"},
    {"contrib.slim", "contrib_layers",
     "avg_pool2d avg_pool3d max_pool2d max_pool3d convolution convolution1d convolution2d convolution3d conv1d=convolution1d conv2d=convolution2d "
     "conv3d=convolution3d convolution2d_transpose conv2d_transpose=convolution2d_transpose convolution3d_transpose conv3d_transpose=convolution3d_transpose "
     "convolution2d_in_plane conv2d_in_plane=convolution2d_in_plane separable_convolution2d separable_conv2d=separable_convolution2d fully_connected dropout flatten "
     "bias_add one_hot_encoding softmax repeat stack elu relu relu6 linear"},
    {"contrib.slim", "contrib_normalization", "batch_norm layer_norm unit_norm"},
    {"contrib.slim", "contrib_initializers", "xavier_initializer xavier_initializer_conv2d=xavier_initializer variance_scaling_initializer"},
    {"contrib.slim", "regularizers", "l1_regularizer l2_regularizer l1_l2_regularizer sum_regularizer apply_regularization"},
    {"contrib.slim", "arg_scope", "arg_scope add_arg_scope has_arg_scope arg_scoped_arguments"},
    {"contrib.framework", "arg_scope", "arg_scope add_arg_scope has_arg_scope arg_scoped_arguments"},
    {"contrib.slim", "contrib_variables",
     "variable model_variable local_variable global_variable add_model_variable get_variables get_model_variables get_local_variables get_trainable_variables "
     "get_variables_to_restore get_variables_by_suffix get_variables_by_name get_unique_variable filter_variables"},
    {"contrib.framework", "contrib_variables",
     "variable model_variable local_variable global_variable add_model_variable get_variables get_model_variables get_local_variables get_trainable_variables "
     "get_variables_to_restore get_variables_by_suffix get_variables_by_name get_unique_variable filter_variables"},
    {"contrib.framework", "variable_groups", "get_global_step create_global_step get_or_create_global_step assert_global_step"},
    {"contrib.slim", "variable_groups", "get_global_step create_global_step get_or_create_global_step assert_global_step"},
    {"", "variable_groups",
     "global_variables all_variables local_variables model_variables trainable_variables moving_average_variables variables_initializer "
     "global_variables_initializer local_variables_initializer initialize_all_variables initialize_local_variables initialize_variables tables_initializer "
     "is_variable_initialized report_uninitialized_variables assert_variables_initialized"},
    {"initializers", "variable_groups",
     "variables=variables_initializer global_variables=global_variables_initializer local_variables=local_variables_initializer"},
    {"train", "variable_groups",
     "get_global_step create_global_step get_or_create_global_step assert_global_step"},
    {"train", "devices",
     "replica_device_setter ClusterSpec"},
    {"", "initializers",
     "zeros_initializer=Zeros ones_initializer=Ones constant_initializer=Constant random_uniform_initializer=RandomUniform "
     "random_normal_initializer=RandomNormal truncated_normal_initializer=TruncatedNormal uniform_unit_scaling_initializer=UniformUnitScaling "
     "variance_scaling_initializer=VarianceScaling orthogonal_initializer=Orthogonal glorot_uniform_initializer=GlorotUniform "
     "glorot_normal_initializer=GlorotNormal"},
    {"initializers", "initializers",
     "zeros=Zeros ones=Ones constant=Constant random_uniform=RandomUniform random_normal=RandomNormal truncated_normal=TruncatedNormal "
     "uniform_unit_scaling=UniformUnitScaling variance_scaling=VarianceScaling orthogonal=Orthogonal identity=Identity glorot_uniform=GlorotUniform "
     "glorot_normal=GlorotNormal lecun_normal lecun_uniform he_normal he_uniform"},
    {"", "control_flow",
     "while_loop case"},
    {"", "session",
     "Session InteractiveSession get_default_session ConfigProto GPUOptions"},
    {"train", "saver", "Saver"},
    {"train", "session", "MonitoredTrainingSession"},
    {"io", "checkpoints", "write_graph"},
    {"train", "decay",
     "exponential_decay natural_exp_decay inverse_time_decay polynomial_decay piecewise_constant piecewise_constant_decay=piecewise_constant cosine_decay cosine_decay_restarts"},
    {"train", "moving_averages", "ExponentialMovingAverage"},
    {"train", "optimizers",
     "Optimizer GradientDescentOptimizer MomentumOptimizer AdagradOptimizer AdadeltaOptimizer RMSPropOptimizer FtrlOptimizer AdamOptimizer ProximalGradientDescentOptimizer "
     "ProximalAdagradOptimizer"},
    {"metrics", "metrics",
     "mean accuracy precision recall mean_squared_error root_mean_squared_error mean_absolute_error true_positives false_positives true_negatives false_negatives "
     "auc precision_at_thresholds recall_at_thresholds true_positives_at_thresholds true_negatives_at_thresholds false_positives_at_thresholds "
     "false_negatives_at_thresholds mean_relative_error mean_tensor mean_cosine_distance mean_per_class_accuracy mean_iou percentage_below"},
    {"", "gradients", "gradients hessians custom_gradient RegisterGradient NotDifferentiable NoGradient=NotDifferentiable AggregationMethod UnconnectedGradients"},
    // Gradient functions by operation type; those under "none" have no gradients, those under "unknown" have some that we can't make.
    {"_gradients", "gradients_math",
     "Abs Acos Acosh Add AddN AddV2=Add ArgMax ArgMin=ArgMax Asin Asinh Atan Atan2 Atanh BatchMatMul BatchMatMulV2 Cast Ceil=Floor Complex ComplexAbs Conj "
     "Cos Cosh Cross Cumprod Cumsum Digamma Div DivNoNan Erf Erfc Exp Expm1 Floor FloorDiv FloorMod Imag Inv=Reciprocal InvGrad=ReciprocalGrad Lgamma Log "
     "Log1p MatMul Max Maximum Mean Min Minimum Mul MulNoNan Neg NextAfter Pow Prod Real RealDiv Reciprocal ReciprocalGrad Rint=Floor Round=Floor Rsqrt "
     "RsqrtGrad SegmentMax SegmentMean SegmentMin SegmentSum Select SelectV2 Sigmoid SigmoidGrad Sign Sin Sinh SparseSegmentMean SparseSegmentSqrtN "
     "SparseSegmentSum Sqrt SqrtGrad Square SquaredDifference Sub Sum Tan Tanh TanhGrad TruncateDiv=FloorDiv UnsortedSegmentMax UnsortedSegmentMin "
     "UnsortedSegmentSum Xdivy Xlogy"},
    {"_gradients", "gradients_array",
     "Pack Unpack ConcatV2 Concat Slice StridedSlice StridedSliceGrad Split SplitV Diag DiagPart MatrixDiag MatrixDiagPart MatrixSetDiag MatrixBandPart Fill "
     "PreventGradient Gather GatherV2 GatherNd ResourceGatherNd ResourceGather ReadVariableOp CheckNumerics Identity IdentityN Reshape Squeeze Transpose "
     "ConjugateTranspose Tile Pad ReverseSequence ReverseV2 SpaceToBatchND BatchToSpaceND SpaceToDepth DepthToSpace MirrorPad MirrorPadGrad ScatterNd "
     "TensorScatterUpdate TensorScatterAdd TensorScatterSub BroadcastTo ResizeBilinear ResizeBicubic ResizeNearestNeighbor PlaceholderWithDefault=Identity "
     "RefIdentity=Identity ExpandDims=Reshape PadV2=Pad"},
    {"_gradients", "gradients_nn",
     "Conv2D Conv2DBackpropInput Conv2DBackpropFilter DepthwiseConv2dNative DepthwiseConv2dNativeBackpropInput DepthwiseConv2dNativeBackpropFilter Conv3D "
     "Conv3DBackpropInputV2 Conv3DBackpropFilterV2 Dilation2D AvgPool AvgPoolGrad MaxPool MaxPoolGrad MaxPoolGradGrad AvgPool3D MaxPool3D Relu ReluGrad Relu6 "
     "Relu6Grad LeakyRelu LeakyReluGrad Elu EluGrad Selu SeluGrad Softplus SoftplusGrad Softsign Softmax LogSoftmax SoftmaxCrossEntropyWithLogits "
     "SparseSoftmaxCrossEntropyWithLogits L2Loss BiasAdd BiasAddGrad BiasAddV1 LRN FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3 TopK TopKV2=TopK"},
    {"_gradients", "gradients_flow",
     "DynamicPartition DynamicStitch Switch Merge RefSwitch=Switch RefMerge=Merge Enter RefEnter=Enter TensorArrayReadV3 TensorArrayWriteV3 "
     "TensorArrayGatherV3 TensorArrayScatterV3 TensorArrayConcatV3 TensorArraySplitV3"},
    {"_gradients", "none",
     "Const ConcatOffset EditDistance ZerosLike OnesLike StopGradient InvertPermutation Shape ShapeN Rank Size BroadcastGradientArgs OneHot EuclideanNorm "
     "Less LessEqual Greater GreaterEqual Equal ApproximateEqual NotEqual LogicalAnd LogicalOr LogicalNot Range LinSpace QueueEnqueue QueueEnqueueMany "
     "QueueDequeue QueueDequeueMany QueueDequeueUpTo QueueClose QueueSize Stack StackPush StackPop StackClose GetSessionHandle GetSessionHandleV2 "
     "GetSessionTensor DeleteSessionTensor TensorArray TensorArrayGrad TensorArraySize TensorArrayClose TensorArrayV2 TensorArrayGradV2 TensorArraySizeV2 "
     "TensorArrayCloseV2 TensorArrayV3 TensorArrayGradV3 TensorArrayGradWithShape TensorArraySizeV3 TensorArrayCloseV3 RandomUniform RandomStandardNormal "
     "ParameterizedTruncatedNormal TruncatedNormal Multinomial StatelessRandomNormal StatelessRandomUniform StatelessRandomUniformInt "
     "StatelessTruncatedNormal Assign AssignAdd AssignSub ScatterAdd ScatterSub ScatterMul ScatterDiv ScatterNdUpdate ScatterNdAdd ScatterNdSub ScatterNdMul "
     "ScatterNdDiv RGBToHSV HSVToRGB DrawBoundingBoxes SampleDistortedBoundingBox SampleDistortedBoundingBoxV2 ExtractGlimpse NonMaxSuppression "
     "NonMaxSuppressionV2 NonMaxSuppressionWithOverlaps HashTable HashTableV2 InitializeTable InitializeTableV2 InitializeTableFromTextFile "
     "InitializeTableFromTextFileV2 LookupTableFind LookupTableFindV2 LookupTableInsert LookupTableInsertV2 LookupTableSize LookupTableSizeV2 "
     "MutableHashTable MutableHashTableV2 TensorSummary TensorSummaryV2 ScalarSummary HistogramSummary ImageSummary AudioSummary MergeSummary PyFunc "
     "ReduceJoin StringJoin StringSplit AsString EncodeBase64 DecodeBase64 StringToNumber SparseAddGrad SparseToDense Bucketize MergeV2Checkpoints Restore "
     "RestoreSlice Save SaveSlices ShardedFilename ShardedFilespec TFRecordReader TextLineReader WholeFileReader IdentityReader ReadFile WriteFile "
     "MatchingFiles"},
    {"_gradients", "unknown",
     "Angle BesselI0e BesselI1e Betainc Cholesky CropAndResize CTCLoss CumulativeLogsumexp EagerPyFunc ExtractImagePatches FFT FFT2D FFT3D IFFT IFFT2D IFFT3D "
     "RFFT RFFT2D IRFFT IRFFT2D FakeQuantWithMinMaxArgs FakeQuantWithMinMaxVars FakeQuantWithMinMaxVarsPerChannel FractionalAvgPool FractionalMaxPool Igamma "
     "Igammac LogMatrixDeterminant MatrixDeterminant MatrixDiagV2 MatrixDiagPartV2 MatrixSetDiagV2 MatrixInverse MatrixSolve MatrixSolveLs MatrixSquareRoot "
     "MatrixTriangularSolve MaxPoolV2 MaxPoolWithArgmax Polygamma Qr QuantizeAndDequantize QuantizeAndDequantizeV2 QuantizeAndDequantizeV3 RandomGamma "
     "Reverse Roll SelfAdjointEigV2 SparseAdd SparseMatMul SparseReorder SparseReduceSum SparseTensorDenseMatMul SparseTensorDenseAdd SparseDenseCwiseMul "
     "SparseDenseCwiseDiv SparseSoftmax SparseSparseMaximum SparseSparseMinimum SparseFillEmptyRows SparseSegmentSumWithNumSegments "
     "SparseSegmentMeanWithNumSegments SparseSegmentSqrtNWithNumSegments SpaceToBatch BatchToSpace Svd TridiagonalSolve UnsortedSegmentProd Zeta NthElement "
     "If While StatelessIf StatelessWhile PartitionedCall StatefulPartitionedCall Exit RefExit NextIteration RefNextIteration "
     "LoopCond TensorArrayRead FusedBatchNormGrad FusedBatchNormGradV2 FusedBatchNormGradV3"},
    {"logging", "logging",
     "DEBUG INFO WARN ERROR FATAL set_verbosity get_verbosity log debug info warn warning error fatal vlog flush log_every_n log_first_n log_if"},
    {"", "logging", "disable_eager_execution disable_v2_behavior disable_v2_tensorshape disable_control_flow_v2 disable_tensor_equality"},
    {"summary", "session",
     "FileWriter"},
};

// A name as programs know it, and as its file defines it: of "name" or "name=definition".
struct LibraryName {
    std::string_view name, definition;
};

// Takes the first one off a list.
LibraryName takeName(std::string_view& names) {
    const auto space = names.find(' ');
    const std::string_view word = names.substr(0, space);
    names = space == std::string_view::npos ? std::string_view() : names.substr(space + 1);
    const auto equals = word.find('=');
    return {word.substr(0, equals), equals == std::string_view::npos ? word : word.substr(equals + 1)};
}

std::optional<std::string_view> definedAs(std::string_view names, std::string_view name) {
    while (!names.empty())
        if (const LibraryName each = takeName(names); each.name == name) return each.definition;
    return std::nullopt;
}

}  // namespace

std::optional<LibraryPlace> findInLibraryIndex(std::string_view path, std::string_view name) {
    // What stands in tf.keras.initializers stands in tf.initializers.
    if (path == "keras.initializers") path = "initializers";
    for (const LibraryNames& group : kNames)
        if (group.path == path)
            if (const auto found = definedAs(group.names, name)) return LibraryPlace{group.file, *found};
    return std::nullopt;
}

std::string_view moduleInTensorFlow(std::string_view file) {
    constexpr std::pair<std::string_view, std::string_view> modules[] = {
        {"initializers", "tensorflow.python.ops.init_ops"},          {"templates", "tensorflow.python.ops.template"},
        {"errors", "tensorflow.python.framework.errors_impl"},       {"regularizers", "tensorflow.python.keras.regularizers"},
        {"session", "tensorflow.python.client.session"},             {"saver", "tensorflow.python.training.saver"},
        {"losses", "tensorflow.python.ops.losses.losses_impl"},         {"devices", "tensorflow.python.training.server_lib"},
        {"layers", "tensorflow.python.layers.core"},                 {"layer", "tensorflow.python.layers.base"},
        {"layers_convolutional", "tensorflow.python.layers.convolutional"}, {"layers_pooling", "tensorflow.python.layers.pooling"},
        {"datasets", "tensorflow.python.data.ops.dataset_ops"},      {"iterators", "tensorflow.python.data.ops.iterator_ops"},
        {"queues", "tensorflow.python.ops.data_flow_ops"},
        {"rnn_cells", "tensorflow.python.ops.rnn_cell_impl"},          {"rnn_cell_wrappers", "tensorflow.python.ops.rnn_cell_impl"},
        {"tensor_array", "tensorflow.python.ops.tensor_array_ops"},
        {"normalization", "tensorflow.python.layers.normalization"}, {"optimizers", "tensorflow.python.training.optimizer"},
        {"moving_averages", "tensorflow.python.training.moving_averages"}, {"image", "tensorflow.python.ops.image_ops_impl"}};
    for (const auto& [name, module] : modules)
        if (name == file) return module;
    return {};
}

std::vector<std::string_view> libraryNames(std::string_view path) {
    std::vector<std::string_view> found;
    for (const LibraryNames& group : kNames) {
        if (group.path != path) continue;
        for (std::string_view names = group.names; !names.empty();) found.push_back(takeName(names).name);
    }
    return found;
}

bool isLibraryModule(std::string_view path) {
    if (path == "keras" || path == "keras.initializers") return true;
    return std::ranges::any_of(kNames, [&](const LibraryNames& group) {
        return group.path.starts_with(path) && (group.path.size() == path.size() || group.path[path.size()] == '.');
    });
}

}  // namespace namescape
