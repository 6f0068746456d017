// Images: TensorFlow 1.15, core/ops/image_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

constexpr std::int64_t kUnknown = Shape::kUnknownSize;

void resize(ShapeInference& inference) {
    const Shape input = withRank(inference.input(0), 4);
    const Shape size = withRank(inference.input(1), 1);
    sizeWithValue(size[0], 2);
    const ConstantValue* value = inference.inputValue(1);
    const auto sizes = value ? value->integers() : std::nullopt;
    Shape result{input[0], kUnknown, kUnknown, input[3]};
    if (sizes && sizes->size() == 2) {
        result.setSize(1, (*sizes)[0]);
        result.setSize(2, (*sizes)[1]);
    }
    inference.setOutput(0, result);
}

void decode(ShapeInference& inference) {
    requireRank(inference.input(0), 0);
    const std::int64_t channels = inference.integer("channels");
    if (channels < 0) throw ShapeError("channels must be non-negative, got " + std::to_string(channels));
    inference.setOutput(0, Shape{kUnknown, kUnknown, channels == 0 ? kUnknown : channels});
}

void encode(ShapeInference& inference) {
    requireRank(inference.input(0), 3);
    scalar(inference);
}

void colorspace(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    requireRankAtLeast(input, 1);
    if (input.hasRank()) sizeWithValue(sizeAt(input, -1), 3);
    inference.setOutput(0, input);
}

void adjust(ShapeInference& inference) {
    requireRankAtLeast(inference.input(0), 3);
    unchanged(inference);
}

void cropAndResize(ShapeInference& inference) {
    const Shape image = withRank(inference.input(0), 4), boxes = withRank(inference.input(1), 2), boxIndex = withRank(inference.input(2), 1);
    const std::int64_t count = mergedSize(boxes[0], boxIndex[0]);
    sizeWithValue(boxes[1], 4);
    const ConstantValue* value = inference.inputValue(3);
    const auto sizes = value ? value->integers() : std::nullopt;
    inference.setOutput(0, Shape{count, sizes ? sizes->at(0) : kUnknown, sizes ? sizes->at(1) : kUnknown, image[3]});
}

void nonMaxSuppression(ShapeInference& inference) {
    const Shape boxes = withRank(inference.input(0), 2), scores = withRank(inference.input(1), 1);
    mergedSize(boxes[0], scores[0]);
    if (boxes[1] != kUnknown) sizeWithValue(boxes[1], 4);
    unknownVector(inference);
}

void decodeGif(ShapeInference& inference) {
    requireRank(inference.input(0), 0);
    inference.setOutput(0, Shape{kUnknown, kUnknown, kUnknown, 3});
}

constexpr OpDeclaration kOps[] = {
    {"ResizeArea", "images:T, size:int32 -> resized_images:float; T:{int8,uint8,int16,uint16,int32,int64,half,float,double}; align_corners:bool=false", resize},
    {"ResizeBicubic", "images:T, size:int32 -> resized_images:float; T:{int8,uint8,int16,uint16,int32,int64,half,float,double}; align_corners:bool=false;"
                      "half_pixel_centers:bool=false", resize},
    {"ResizeBilinear", "images:T, size:int32 -> resized_images:float; T:{int8,uint8,int16,uint16,int32,int64,bfloat16,half,float,double}; align_corners:bool=false;"
                       "half_pixel_centers:bool=false", resize},
    {"ResizeNearestNeighbor", "images:T, size:int32 -> resized_images:T; T:{int8,uint8,int16,uint16,int32,int64,half,float,double}; align_corners:bool=false;"
                              "half_pixel_centers:bool=false", resize},
    {"DecodeJpeg", "contents:string -> image:uint8; channels:int=0; ratio:int=1; fancy_upscaling:bool=true; try_recover_truncated:bool=false;"
                   "acceptable_fraction:float=1.0; dct_method:string=''", decode},
    {"DecodePng", "contents:string -> image:dtype; channels:int=0; dtype:{uint8,uint16}=uint8", decode},
    {"DecodeBmp", "contents:string -> image:uint8; channels:int=0", decode},
    {"DecodeGif", "contents:string -> image:uint8", decodeGif},
    {"EncodeJpeg", "image:uint8 -> contents:string; format:{'','grayscale','rgb'}=''; quality:int=95; progressive:bool=false; optimize_size:bool=false;"
                   "chroma_downsampling:bool=true; density_unit:{'in','cm'}='in'; x_density:int=300; y_density:int=300; xmp_metadata:string=''", encode},
    {"EncodePng", "image:T -> contents:string; compression:int=-1; T:{uint8,uint16}=uint8", encode},
    {"RGBToHSV", "images:T -> output:T; T:{half,bfloat16,float,double}=float", colorspace},
    {"HSVToRGB", "images:T -> output:T; T:{half,bfloat16,float,double}=float", colorspace},
    {"AdjustContrastv2", "images:T, contrast_factor:float -> output:T; T:{half,float}=float", adjust},
    {"AdjustHue", "images:T, delta:float -> output:T; T:{half,float}=float", adjust},
    {"AdjustSaturation", "images:T, scale:float -> output:T; T:{half,float}=float", adjust},
    {"CropAndResize", "image:T, boxes:float, box_ind:int32, crop_size:int32 -> crops:float; T:{uint8,uint16,int8,int16,int32,int64,half,float,double};"
                      "method:{'bilinear','nearest'}='bilinear'; extrapolation_value:float=0", cropAndResize},
    {"NonMaxSuppressionV3", "boxes:T, scores:T, max_output_size:int32, iou_threshold:float, score_threshold:float -> selected_indices:int32; T:{half,float}=float",
     nonMaxSuppression},
};

}  // namespace

std::span<const OpDeclaration> imageOps() {
    return kOps;
}

}  // namespace namescape
