// Operations that only gradients are made of: TensorFlow 1.15, core/ops/nn_ops.cc, array_ops.cc, image_ops.cc, math_ops.cc, data_flow_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

constexpr std::int64_t kUnknown = Shape::kUnknownSize;

// The shape that an input spells, which must have this rank.
template <std::size_t input, std::int64_t rank>
void spelt(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.inputAsShape(input), rank));
}

template <std::int64_t rank>
void unchangedOfRank(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.input(0), rank));
}

template <std::size_t input>
void likeInput(ShapeInference& inference) {
    inference.setOutput(0, inference.inputId(input));
}

void localResponse(ShapeInference& inference) {
    Shape merged = withRank(inference.input(0), 4);
    for (std::size_t index = 1; index < 3; ++index) merged = mergedShape(merged, inference.input(index));
    inference.setOutput(0, merged);
}

void fusedBatchNorm(ShapeInference& inference) {
    const std::size_t channels = inference.text("data_format") == "NCHW" ? 1 : 3;
    const Shape upstream = withRank(inference.input(0), 4);
    std::int64_t size = mergedSize(upstream[channels], withRank(inference.input(1), 4)[channels]);
    for (std::size_t index = 2; index < 5; ++index) size = mergedSize(size, withRank(inference.input(index), 1)[0]);
    const Shape statistics{inference.flag("is_training") ? 0 : size};
    inference.setOutput(0, withSizeAt(upstream, static_cast<std::int64_t>(channels), size));
    inference.setOutput(1, Shape{size});
    inference.setOutput(2, Shape{size});
    inference.setOutput(3, statistics);
    inference.setOutput(4, statistics);
}

void mirrorPad(ShapeInference& inference) {
    const Shape paddings = withRank(inference.input(1), 2);
    sizeWithValue(paddings[1], 2);
    Shape input = inference.input(0);
    if (paddings[0] != kUnknown) input = withRank(input, paddings[0]);
    const ConstantValue* value = inference.inputValue(1);
    const auto amounts = value ? value->integers() : std::nullopt;
    if (!amounts || !input.hasRank()) return inference.setOutput(0, input.hasRank() ? Shape::ofRank(input.rank()) : Shape::unknown());
    for (std::size_t axis = 0; axis < input.rank(); ++axis) input.setSize(axis, subtractedSize(input[axis], amounts->at(2 * axis) + amounts->at(2 * axis + 1)));
    inference.setOutput(0, input);
}

void resizedNearest(ShapeInference& inference) {
    const Shape input = withRank(inference.input(0), 4);
    sizeWithValue(withRank(inference.input(1), 1)[0], 2);
    const ConstantValue* value = inference.inputValue(1);
    const auto sizes = value ? value->integers() : std::nullopt;
    inference.setOutput(0, Shape{input[0], sizes ? sizes->at(0) : kUnknown, sizes ? sizes->at(1) : kUnknown, input[3]});
}

void sparseSegment(ShapeInference& inference) {
    const Shape& data = inference.input(0);
    requireRankAtLeast(data, 1);
    mergedShape(withRank(inference.input(1), 1), inference.input(2));
    inference.setOutput(0, concatenated(Shape{sizeFromScalarInput(inference, 3)}, subshape(data, 1)));
}

void tensorArray(ShapeInference& inference) {
    requireRank(inference.input(0), 1);
    inference.setOutput(0, Shape{2});
    inference.setOutput(1, ShapePool::kScalar);
}

#define POOL_ATTRIBUTES "ksize:list(int)>=4; strides:list(int)>=4; padding:{'SAME','VALID'}"
#define POOL3D_ATTRIBUTES "ksize:list(int)>=5; strides:list(int)>=5; padding:{'SAME','VALID'}; data_format:{'NDHWC','NCDHW'}='NDHWC'"
#define IMAGE_FORMAT "data_format:{'NHWC','NCHW'}='NHWC'"
#define CONV3D_ATTRIBUTES "T:neural; strides:list(int)>=5; padding:{'SAME','VALID'}; data_format:{'NDHWC','NCDHW'}='NDHWC'; dilations:list(int)=[1,1,1,1,1]"
#define DEPTHWISE_ATTRIBUTES "T:neural; strides:list(int); padding:{'SAME','VALID'};" IMAGE_FORMAT "; dilations:list(int)=[1,1,1,1]"
#define BATCH_NORM_ATTRIBUTES "epsilon:float=0.0001;" IMAGE_FORMAT "; is_training:bool=true"

constexpr OpDeclaration kOps[] = {
    {"SoftplusGrad", "gradients:T, features:T -> backprops:T; T:neural", mergeTwo},
    {"SoftsignGrad", "gradients:T, features:T -> backprops:T; T:neural", mergeTwo},
    {"EluGrad", "gradients:T, outputs:T -> backprops:T; T:neural", mergeTwo},
    {"SeluGrad", "gradients:T, outputs:T -> backprops:T; T:neural", mergeTwo},
    {"LeakyReluGrad", "gradients:T, features:T -> backprops:T; alpha:float=0.2; T:neural=float", mergeTwo},

    {"Conv3DBackpropFilterV2", "input:T, filter_sizes:int32, out_backprop:T -> output:T;" CONV3D_ATTRIBUTES, spelt<1, 5>},
    {"DepthwiseConv2dNativeBackpropInput", "input_sizes:int32, filter:T, out_backprop:T -> output:T;" DEPTHWISE_ATTRIBUTES, spelt<0, 4>},
    {"DepthwiseConv2dNativeBackpropFilter", "input:T, filter_sizes:int32, out_backprop:T -> output:T;" DEPTHWISE_ATTRIBUTES, spelt<1, 4>},
    {"Dilation2DBackpropInput", "input:T, filter:T, out_backprop:T -> in_backprop:T; T:realnumbertype; strides:list(int)>=4; rates:list(int)>=4; padding:{'SAME','VALID'}",
     unchanged},
    {"Dilation2DBackpropFilter", "input:T, filter:T, out_backprop:T -> filter_backprop:T; T:realnumbertype; strides:list(int)>=4; rates:list(int)>=4; padding:{'SAME','VALID'}",
     likeInput<1>},

    {"AvgPoolGrad", "orig_input_shape:int32, grad:T -> output:T;" POOL_ATTRIBUTES ";" IMAGE_FORMAT "; T:neural", spelt<0, 4>},
    {"MaxPoolGradGrad", "orig_input:T, orig_output:T, grad:T -> output:T;" POOL_ATTRIBUTES ";" IMAGE_FORMAT "; T:realnumbertype", likeInput<1>},
    {"AvgPool3DGrad", "orig_input_shape:int32, grad:T -> output:T;" POOL3D_ATTRIBUTES "; T:neural", spelt<0, 5>},
    {"MaxPool3DGrad", "orig_input:TInput, orig_output:TInput, grad:T -> output:T;" POOL3D_ATTRIBUTES "; T:{half,bfloat16,float}=float; TInput:{half,bfloat16,float}=float",
     unchangedOfRank<5>},

    {"LRNGrad", "input_grads:T, input_image:T, output_image:T -> output:T; depth_radius:int=5; bias:float=1.0; alpha:float=1.0; beta:float=0.5; T:{half,bfloat16,float}=float",
     localResponse},
    {"FusedBatchNormGrad", "y_backprop:T, x:T, scale:T, reserve_space_1:T, reserve_space_2:T -> x_backprop:T, scale_backprop:T, offset_backprop:T, reserve_space_3:T,"
                           "reserve_space_4:T; T:{float};" BATCH_NORM_ATTRIBUTES, fusedBatchNorm},
    {"FusedBatchNormGradV2", "y_backprop:T, x:T, scale:float, reserve_space_1:U, reserve_space_2:U -> x_backprop:T, scale_backprop:U, offset_backprop:U, reserve_space_3:U,"
                             "reserve_space_4:U; T:{half,bfloat16,float}; U:{float};" BATCH_NORM_ATTRIBUTES, fusedBatchNorm},
    {"FusedBatchNormGradV3", "y_backprop:T, x:T, scale:float, reserve_space_1:U, reserve_space_2:U, reserve_space_3:U -> x_backprop:T, scale_backprop:U, offset_backprop:U,"
                             "reserve_space_4:U, reserve_space_5:U; T:{half,bfloat16,float}; U:{float};" BATCH_NORM_ATTRIBUTES, fusedBatchNorm},

    {"MirrorPadGrad", "input:T, paddings:Tpaddings -> output:T; T:type; Tpaddings:index=int32; mode:{'REFLECT','SYMMETRIC'}", mirrorPad},
    {"ResizeBilinearGrad", "grads:float, original_image:T -> output:T; T:{float,bfloat16,half,double}; align_corners:bool=false; half_pixel_centers:bool=false", likeInput<1>},
    {"ResizeBicubicGrad", "grads:float, original_image:T -> output:T; T:{float,double}; align_corners:bool=false; half_pixel_centers:bool=false", likeInput<1>},
    {"ResizeNearestNeighborGrad", "grads:T, size:int32 -> output:T; T:{uint8,int8,int32,half,float,double}; align_corners:bool=false; half_pixel_centers:bool=false", resizedNearest},

    {"SparseSegmentMeanGrad", "grad:T, indices:Tidx, segment_ids:int32, output_dim0:int32 -> output:T; T:{float,double}; Tidx:index=int32", sparseSegment},
    {"SparseSegmentSqrtNGrad", "grad:T, indices:Tidx, segment_ids:int32, output_dim0:int32 -> output:T; T:{float,double}; Tidx:index=int32", sparseSegment},

    {"TensorArrayGradV3", "handle:resource, flow_in:float -> grad_handle:resource, flow_out:float; source:string", tensorArray},
    {"StackPushV2", "handle:resource, elem:T -> output:T; T:type; swap_memory:bool=false", likeInput<1>},
    {"StackPopV2", "handle:resource -> elem:elem_type; elem_type:type", unknown},
};

}  // namespace

std::span<const OpDeclaration> gradientOps() {
    return kOps;
}

}  // namespace namescape
