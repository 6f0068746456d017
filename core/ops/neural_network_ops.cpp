// Neural networks: TensorFlow 1.15, core/ops/nn_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace namescape {

namespace {

using namespace shapes;

constexpr std::int64_t kUnknown = Shape::kUnknownSize;

std::string text(std::int64_t number) {
    return std::to_string(number);
}

// Where batch, channels and space stand in a shape, by data format.
struct Layout {
    std::size_t channels;
    std::size_t firstSpatial;
};

Layout layoutOf(const ShapeInference& inference, std::size_t rank) {
    const std::string& format = inference.text("data_format");
    return format == "NCHW" || format == "NCDHW" ? Layout{1, 2} : Layout{rank - 1, 1};
}

enum class Padding : std::uint8_t { Same, Valid, Explicit };

Padding paddingOf(const ShapeInference& inference) {
    const std::string& padding = inference.text("padding");
    return padding == "SAME" ? Padding::Same : padding == "VALID" ? Padding::Valid : Padding::Explicit;
}

struct Window {
    std::int64_t size, stride;
    std::int64_t dilation = 1;
    std::int64_t padded = 0;  // before and after together, where padding is explicit
};

// TensorFlow 1.15, core/framework/common_shape_fns.cc, GetWindowedOutputSizeFromDimsV2.
std::int64_t windowedSize(std::int64_t input, const Window& window, Padding padding) {
    if (window.stride <= 0) throw ShapeError("Stride must be > 0, but got " + text(window.stride));
    if (window.dilation < 1) throw ShapeError("Dilation rate must be >= 1, but got " + text(window.dilation));
    if (padding == Padding::Same) return dividedSize(addedSize(input, window.stride - 1), window.stride, Division::Floor);
    const std::int64_t padded = padding == Padding::Explicit ? addedSize(input, window.padded) : input;
    std::int64_t reach = window.size;
    if (window.dilation > 1) reach = addedSize(multipliedSize(subtractedSize(window.size, 1), window.dilation), 1);
    return dividedSize(addedSize(subtractedSize(padded, reach), window.stride), window.stride, Division::Floor);
}

void requireLength(const std::vector<std::int64_t>& list, std::size_t length, const std::string& what) {
    if (list.size() != length) throw ShapeError(what + std::to_string(list.size()));
}

void checkDepth(std::int64_t inputDepth, std::int64_t filterDepth, std::int64_t outputDepth) {
    if (inputDepth == kUnknown || filterDepth == kUnknown) return;
    if (filterDepth == 0 || inputDepth % filterDepth != 0)
        throw ShapeError("Depth of input (" + text(inputDepth) + ") is not a multiple of input depth of filter (" + text(filterDepth) + ")");
    const std::int64_t groups = inputDepth / filterDepth;
    if (groups > 1 && outputDepth != kUnknown && outputDepth % groups != 0)
        throw ShapeError("Depth of output (" + text(outputDepth) + ") is not a multiple of the number of groups (" + text(groups) + ")");
}

std::int64_t explicitPadding(const ShapeInference& inference, Padding padding, std::size_t axis) {
    if (padding != Padding::Explicit) return 0;
    const auto& paddings = inference.integers("explicit_paddings");
    return paddings.at(2 * axis) + paddings.at(2 * axis + 1);
}

void conv2d(ShapeInference& inference) {
    const Shape input = withRank(inference.input(0), 4), filter = withRank(inference.input(1), 4);
    const auto& dilations = inference.integers("dilations");
    const auto& strides = inference.integers("strides");
    requireLength(dilations, 4, "Conv2D requires the dilation attribute to contain 4 values, but got: ");
    requireLength(strides, 4, "Conv2D on data format " + inference.text("data_format") + " requires the stride attribute to contain 4 values, but got: ");
    const Layout layout = layoutOf(inference, 4);
    checkDepth(input[layout.channels], filter[2], filter[3]);
    const Padding padding = paddingOf(inference);
    Shape result = input;
    result.setSize(layout.channels, filter[3]);
    for (std::size_t spatial = 0; spatial < 2; ++spatial) {
        const std::size_t axis = layout.firstSpatial + spatial;
        result.setSize(axis, windowedSize(input[axis], {filter[spatial], strides[axis], dilations[axis], explicitPadding(inference, padding, axis)}, padding));
    }
    inference.setOutput(0, result);
}

void conv3d(ShapeInference& inference) {
    const Shape input = withRank(inference.input(0), 5), filter = withRank(inference.input(1), 5);
    const auto& dilations = inference.integers("dilations");
    const auto& strides = inference.integers("strides");
    requireLength(dilations, 5, "Conv3D requires the dilation attribute to contain 5 values, but got: ");
    requireLength(strides, 5, "Conv3D requires the stride attribute to contain 5 values, but got: ");
    const Layout layout = layoutOf(inference, 5);
    checkDepth(input[layout.channels], filter[3], filter[4]);
    Shape result = input;
    result.setSize(layout.channels, filter[4]);
    for (std::size_t spatial = 0; spatial < 3; ++spatial) {
        const std::size_t axis = layout.firstSpatial + spatial;
        result.setSize(axis, windowedSize(input[axis], {filter[spatial], strides[axis], dilations[axis]}, paddingOf(inference)));
    }
    inference.setOutput(0, result);
}

void depthwiseConv2d(ShapeInference& inference) {
    const Shape input = withRank(inference.input(0), 4), filter = withRank(inference.input(1), 4);
    const auto& strides = inference.integers("strides");
    requireLength(strides, 4, "DepthwiseConv2D requires the stride attribute to contain 4 values, but got: ");
    const Layout layout = layoutOf(inference, 4);
    Shape result = input;
    result.setSize(layout.channels, multipliedSize(mergedSize(input[layout.channels], filter[2]), filter[3]));
    for (std::size_t spatial = 0; spatial < 2; ++spatial) {
        const std::size_t axis = layout.firstSpatial + spatial;
        result.setSize(axis, windowedSize(input[axis], {filter[spatial], strides[axis]}, paddingOf(inference)));
    }
    inference.setOutput(0, result);
}

void poolWith(ShapeInference& inference, const std::string& name, bool poolsChannels) {
    const Shape input = withRank(inference.input(0), 4);
    const auto& strides = inference.integers("strides");
    const auto& sizes = inference.integers("ksize");
    requireLength(strides, 4, name + " requires the stride attribute to contain 4 values, but got: ");
    requireLength(sizes, 4, name + " requires the ksize attribute to contain 4 values, but got: ");
    const Layout layout = layoutOf(inference, 4);
    Shape result = input;
    for (std::size_t axis : {layout.firstSpatial, layout.firstSpatial + 1, layout.channels}) {
        if (axis == layout.channels && !poolsChannels) continue;
        result.setSize(axis, windowedSize(input[axis], {sizes[axis], strides[axis]}, paddingOf(inference)));
    }
    inference.setAllOutputs(result);
}

void averagePool(ShapeInference& inference) { poolWith(inference, "AvgPool", false); }
void maximumPool(ShapeInference& inference) { poolWith(inference, "MaxPool", true); }

void pool3d(ShapeInference& inference) {
    const Shape input = withRank(inference.input(0), 5);
    const auto& strides = inference.integers("strides");
    const auto& sizes = inference.integers("ksize");
    requireLength(strides, 5, "Pool3D ops require the stride attribute to contain 5 values, but got: ");
    requireLength(sizes, 5, "Pool3D requires the ksize attribute to contain 5 values, but got: ");
    const Layout layout = layoutOf(inference, 5);
    Shape result = input;
    for (std::size_t axis = layout.firstSpatial; axis < layout.firstSpatial + 3; ++axis)
        result.setSize(axis, windowedSize(input[axis], {sizes[axis], strides[axis]}, paddingOf(inference)));
    inference.setOutput(0, result);
}

void biasAdd(ShapeInference& inference) {
    const bool isChannelsFirst = inference.text("data_format") == "NCHW";
    const Shape& input = inference.input(0);
    requireRankAtLeast(input, isChannelsFirst ? 3 : 2);
    const std::int64_t bias = withRank(inference.input(1), 1)[0];
    if (!input.hasRank()) return unknown(inference);
    const std::int64_t axis = isChannelsFirst ? 1 : -1;
    inference.setOutput(0, withSizeAt(input, axis, mergedSize(sizeAt(input, axis), bias)));
}

void biasAddV1(ShapeInference& inference) {
    requireRankAtLeast(inference.input(0), 2);
    const std::int64_t bias = withRank(inference.input(1), 1)[0];
    if (!inference.input(0).hasRank()) return unknown(inference);
    inference.setOutput(0, withSizeAt(inference.input(0), -1, mergedSize(sizeAt(inference.input(0), -1), bias)));
}

void biasAddGrad(ShapeInference& inference) {
    const bool isChannelsFirst = inference.text("data_format") == "NCHW";
    requireRankAtLeast(inference.input(0), isChannelsFirst ? 3 : 2);
    inference.setOutput(0, Shape{sizeAt(inference.input(0), isChannelsFirst ? 1 : -1)});
}

void fusedBatchNorm(ShapeInference& inference) {
    const std::string& format = inference.text("data_format");
    const std::int64_t rank = format == "NDHWC" || format == "NCDHW" ? 5 : 4;
    const Shape input = withRank(inference.input(0), rank);
    const std::size_t channels = layoutOf(inference, static_cast<std::size_t>(rank)).channels;
    std::int64_t size = input[channels];
    const std::size_t vectors = inference.flag("is_training") ? 3 : 5;
    for (std::size_t index = 1; index < vectors; ++index) size = mergedSize(size, withRank(inference.input(index), 1)[0]);
    inference.setAllOutputs(Shape{size});
    inference.setOutput(0, withSizeAt(input, static_cast<std::int64_t>(channels), size));
}

void fusedBatchNormV3(ShapeInference& inference) {
    fusedBatchNorm(inference);
    inference.setOutput(5, ShapePool::kUnknown);
}

void atLeastVector(ShapeInference& inference) {
    requireRankAtLeast(inference.input(0), 1);
    unchanged(inference);
}

void rank4Unchanged(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.input(0), 4));
}

void softmaxCrossEntropy(ShapeInference& inference) {
    const Shape merged = broadcastShape(inference.input(0), inference.input(1));
    const Shape input = withRank(merged, 2);
    inference.setOutput(0, Shape{input[0]});
    inference.setOutput(1, input);
}

void sparseSoftmaxCrossEntropy(ShapeInference& inference) {
    const Shape features = withRank(inference.input(0), 2), labels = withRank(inference.input(1), 1);
    const std::int64_t batch = mergedSize(features[0], labels[0]);
    inference.setOutput(0, Shape{batch});
    inference.setOutput(1, features);
}

void inTop(ShapeInference& inference) {
    const Shape predictions = withRank(inference.input(0), 2), targets = withRank(inference.input(1), 1);
    inference.setOutput(0, Shape{mergedSize(predictions[0], targets[0])});
}

void topOf(ShapeInference& inference, std::int64_t count) {
    const Shape& input = inference.input(0);
    requireRankAtLeast(input, 1);
    const std::int64_t last = sizeAt(input, -1);
    if (last != kUnknown && count != kUnknown && last < count)
        throw ShapeError("input must have last dimension >= k = " + text(count) + " but is " + text(last));
    inference.setAllOutputs(concatenated(subshape(input, 0, -1), Shape{count}));
}

void topK(ShapeInference& inference) { topOf(inference, inference.integer("k")); }
void topKV2(ShapeInference& inference) { topOf(inference, sizeFromScalarInput(inference, 1)); }

void nthElement(ShapeInference& inference) {
    requireRankAtLeast(inference.input(0), 1);
    requireRank(inference.input(1), 0);
    inference.setOutput(0, subshape(inference.input(0), 0, -1));
}

void convBackpropInput(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.inputAsShape(0), 4));
}

void convBackpropFilter(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.inputAsShape(1), 4));
}

void conv3dBackpropInput(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.inputAsShape(0), 5));
}

void mergeGradient(ShapeInference& inference) {
    mergeTwo(inference);
}

void dilation2d(ShapeInference& inference) {
    const Shape input = withRank(inference.input(0), 4), filter = withRank(inference.input(1), 3);
    const auto& strides = inference.integers("strides");
    const auto& rates = inference.integers("rates");
    Shape result = input;
    for (std::size_t axis = 1; axis <= 2; ++axis) result.setSize(axis, windowedSize(input[axis], {filter[axis - 1], strides.at(axis), rates.at(axis)}, paddingOf(inference)));
    result.setSize(3, mergedSize(input[3], filter[2]));
    inference.setOutput(0, result);
}

void maximumPoolGradient(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.input(0), 4));
}

#define POOL_ATTRIBUTES "ksize:list(int)>=4; strides:list(int)>=4; padding:{'SAME','VALID'}"
#define POOL3D_ATTRIBUTES "ksize:list(int)>=5; strides:list(int)>=5; padding:{'SAME','VALID'}; data_format:{'NDHWC','NCDHW'}='NDHWC'"
#define IMAGE_FORMAT "data_format:{'NHWC','NCHW'}='NHWC'"
#define CONV2D_ATTRIBUTES "T:neural; strides:list(int); use_cudnn_on_gpu:bool=true; padding:{'SAME','VALID','EXPLICIT'}; explicit_paddings:list(int)=[];" IMAGE_FORMAT "; dilations:list(int)=[1,1,1,1]"
#define CONV3D_ATTRIBUTES "T:neural; strides:list(int)>=5; padding:{'SAME','VALID'}; data_format:{'NDHWC','NCDHW'}='NDHWC'; dilations:list(int)=[1,1,1,1,1]"

void lstmBlockCell(ShapeInference& inference) {
    const Shape x = withRank(inference.input(0), 2), state = withRank(inference.input(1), 2);
    inference.setAllOutputs(Shape{x[0], state[1]});
}

constexpr OpDeclaration kOps[] = {
    {"Conv2D", "input:T, filter:T -> output:T;" CONV2D_ATTRIBUTES, conv2d},
    {"Conv2DBackpropInput", "input_sizes:int32, filter:T, out_backprop:T -> output:T;" CONV2D_ATTRIBUTES, convBackpropInput},
    {"Conv2DBackpropFilter", "input:T, filter_sizes:int32, out_backprop:T -> output:T;" CONV2D_ATTRIBUTES, convBackpropFilter},
    {"Conv3D", "input:T, filter:T -> output:T;" CONV3D_ATTRIBUTES, conv3d},
    {"Conv3DBackpropInputV2", "input_sizes:Tshape, filter:T, out_backprop:T -> output:T;" CONV3D_ATTRIBUTES "; Tshape:index=int32", conv3dBackpropInput},
    {"LSTMBlockCell", "x:T, cs_prev:T, h_prev:T, w:T, wci:T, wcf:T, wco:T, b:T -> i:T, cs:T, f:T, o:T, ci:T, co:T, h:T; forget_bias:float=1.0; cell_clip:float=3.0;"
                      "use_peephole:bool=false; T:{half,float}", lstmBlockCell},
    {"DepthwiseConv2dNative", "input:T, filter:T -> output:T; T:neural; strides:list(int); padding:{'SAME','VALID'};" IMAGE_FORMAT "; dilations:list(int)=[1,1,1,1]",
     depthwiseConv2d},
    {"Dilation2D", "input:T, filter:T -> output:T; T:realnumbertype; strides:list(int)>=4; rates:list(int)>=4; padding:{'SAME','VALID'}", dilation2d},
    {"AvgPool", "value:T -> output:T;" POOL_ATTRIBUTES ";" IMAGE_FORMAT "; T:neural", averagePool},
    {"MaxPool", "input:T -> output:T; T:{half,bfloat16,float,double,int32,int64,uint8,int16,int8,uint16,qint8}=float;" POOL_ATTRIBUTES
                "; data_format:{'NHWC','NCHW','NCHW_VECT_C'}='NHWC'", maximumPool},
    {"MaxPoolGrad", "orig_input:T, orig_output:T, grad:T -> output:T;" POOL_ATTRIBUTES ";" IMAGE_FORMAT "; T:realnumbertype=float", maximumPoolGradient},
    {"AvgPool3D", "input:T -> output:T;" POOL3D_ATTRIBUTES "; T:neural", pool3d},
    {"MaxPool3D", "input:T -> output:T;" POOL3D_ATTRIBUTES "; T:{half,bfloat16,float}", pool3d},

    {"FusedBatchNorm", "x:T, scale:T, offset:T, mean:T, variance:T -> y:T, batch_mean:T, batch_variance:T, reserve_space_1:T, reserve_space_2:T; T:{float};"
                       "epsilon:float=0.0001;" IMAGE_FORMAT "; is_training:bool=true", fusedBatchNorm},
    {"FusedBatchNormV2", "x:T, scale:U, offset:U, mean:U, variance:U -> y:T, batch_mean:U, batch_variance:U, reserve_space_1:U, reserve_space_2:U;"
                         "T:{half,bfloat16,float}; U:{float}; epsilon:float=0.0001;" IMAGE_FORMAT "; is_training:bool=true", fusedBatchNorm},
    {"FusedBatchNormV3", "x:T, scale:U, offset:U, mean:U, variance:U -> y:T, batch_mean:U, batch_variance:U, reserve_space_1:U, reserve_space_2:U,"
                         "reserve_space_3:U; T:{half,bfloat16,float}; U:{float}; epsilon:float=0.0001;" IMAGE_FORMAT "; is_training:bool=true", fusedBatchNormV3},
    {"BiasAdd", "value:T, bias:T -> output:T; T:numbertype;" IMAGE_FORMAT, biasAdd},
    {"BiasAddGrad", "out_backprop:T -> output:T; T:numbertype;" IMAGE_FORMAT, biasAddGrad},
    {"BiasAddV1", "value:T, bias:T -> output:T; T:numbertype", biasAddV1},
    {"LRN", "input:T -> output:T; depth_radius:int=5; bias:float=1.0; alpha:float=1.0; beta:float=0.5; T:{half,bfloat16,float}=float", rank4Unchanged},
    {"L2Loss", "t:T -> output:T; T:neural", scalar},

    {"Relu", "features:T -> activations:T; T:{float,double,int32,uint8,int16,int8,int64,bfloat16,uint16,half,uint32,uint64,qint8}", unchanged},
    {"ReluGrad", "gradients:T, features:T -> backprops:T; T:realnumbertype", mergeGradient},
    {"Relu6", "features:T -> activations:T; T:realnumbertype", unchanged},
    {"Relu6Grad", "gradients:T, features:T -> backprops:T; T:realnumbertype", mergeGradient},
    {"LeakyRelu", "features:T -> activations:T; alpha:float=0.2; T:neural=float", unchanged},
    {"Elu", "features:T -> activations:T; T:neural", unchanged},
    {"Selu", "features:T -> activations:T; T:neural", unchanged},
    {"Softplus", "features:T -> activations:T; T:neural", unchanged},
    {"Softsign", "features:T -> activations:T; T:neural", unchanged},
    {"Softmax", "logits:T -> softmax:T; T:neural", atLeastVector},
    {"LogSoftmax", "logits:T -> logsoftmax:T; T:neural", atLeastVector},
    {"SoftmaxCrossEntropyWithLogits", "features:T, labels:T -> loss:T, backprop:T; T:neural", softmaxCrossEntropy},
    {"SparseSoftmaxCrossEntropyWithLogits", "features:T, labels:Tlabels -> loss:T, backprop:T; T:neural; Tlabels:index=int64", sparseSoftmaxCrossEntropy},

    {"InTopK", "predictions:float, targets:T -> precision:bool; k:int; T:index=int32", inTop},
    {"InTopKV2", "predictions:float, targets:T, k:T -> precision:bool; T:index=int32", inTop},
    {"TopK", "input:T -> values:T, indices:int32; k:int>=0; sorted:bool=true; T:realnumbertype", topK},
    {"TopKV2", "input:T, k:int32 -> values:T, indices:int32; sorted:bool=true; T:realnumbertype", topKV2},
    {"NthElement", "input:T, n:int32 -> values:T; reverse:bool=false; T:realnumbertype", nthElement},
};

}  // namespace

std::span<const OpDeclaration> neuralNetworkOps() {
    return kOps;
}

}  // namespace namescape
