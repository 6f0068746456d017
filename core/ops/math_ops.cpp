// Mathematics: TensorFlow 1.15, core/ops/math_ops.cc.
#include "ops/constant_value.h"
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

#include <cmath>

namespace namescape {

namespace {

using namespace shapes;

std::string text(std::int64_t number) {
    return std::to_string(number);
}

void batchMatMulWith(ShapeInference& inference, Shape (*batchOf)(const Shape&, const Shape&)) {
    const Shape& a = inference.input(0);
    const Shape& b = inference.input(1);
    requireRankAtLeast(a, 2);
    requireRankAtLeast(b, 2);
    const bool isAAdjoint = inference.flag("adj_x"), isBAdjoint = inference.flag("adj_y");
    const Shape result{sizeAt(a, isAAdjoint ? -1 : -2), sizeAt(b, isBAdjoint ? -2 : -1)};
    const auto checkInner = [&] { mergedSize(sizeAt(a, isAAdjoint ? -2 : -1), sizeAt(b, isBAdjoint ? -1 : -2)); };
    const bool checksBatchFirst = batchOf == mergedShape;
    if (!checksBatchFirst) checkInner();
    const Shape batch = batchOf(subshape(a, 0, -2), subshape(b, 0, -2));
    if (checksBatchFirst) checkInner();
    inference.setOutput(0, concatenated(batch, result));
}

void batchMatMul(ShapeInference& inference) { batchMatMulWith(inference, mergedShape); }
void batchMatMulV2(ShapeInference& inference) { batchMatMulWith(inference, broadcastShape); }

void equality(ShapeInference& inference) {
    if (inference.flag("incompatible_shape_error")) return broadcast(inference);
    try {
        broadcast(inference);
        if (!inference.graph().shape(inference.inputId(0)).isFullyDefined() || !inference.graph().shape(inference.inputId(1)).isFullyDefined())
            inference.setOutput(0, ShapePool::kUnknown);
    } catch (const ShapeError&) {
        inference.setOutput(0, ShapePool::kScalar);
    }
}

void approximateEqual(ShapeInference& inference) {
    mergedShape(inference.input(0), inference.input(1));
    unchanged(inference);
}

void select(ShapeInference& inference) {
    Shape data = mergedShape(inference.input(1), inference.input(2));
    const Shape& condition = inference.input(0);
    if (condition.hasRank() && data.hasRank() && !condition.isScalar()) {
        if (condition.rank() != 1 || data.isScalar()) data = mergedShape(data, condition);
        else mergedShape(condition, Shape{data[0]});
    }
    inference.setOutput(0, data);
}

void selectV2(ShapeInference& inference) {
    inference.setOutput(0, broadcastShape(inference.input(0), broadcastShape(inference.input(1), inference.input(2))));
}

void argumentOfExtreme(ShapeInference& inference) {
    requireRank(inference.input(1), 0);
    const Shape& input = inference.input(0);
    if (!input.hasRank()) return unknown(inference);
    if (input.rank() <= 1) return scalar(inference);
    const ConstantValue* axisValue = inference.inputValue(1);
    if (!axisValue) return inference.setOutput(0, Shape::ofRank(input.rank() - 1));
    const auto rank = static_cast<std::int64_t>(input.rank());
    const std::int64_t asked = scalarInteger(*axisValue);
    const std::int64_t axis = asked < 0 ? asked + rank : asked;
    if (axis < 0 || axis >= rank)
        throw ShapeError("Dimension (" + text(asked) + ") must be in the range [" + text(-rank) + ", " + text(rank) + "), where " + text(rank) +
                         " is the number of dimensions in the input.");
    inference.setOutput(0, concatenated(subshape(input, 0, axis), subshape(input, axis + 1)));
}

void segmentReduction(ShapeInference& inference) {
    requireRankAtLeast(inference.input(0), 1);
    requireRank(inference.input(1), 1);
    inference.setOutput(0, concatenated(Shape::ofRank(1), subshape(inference.input(0), 1)));
}

void unsortedSegmentReduction(ShapeInference& inference) {
    const Shape& data = inference.input(0);
    const Shape& segments = inference.input(1);
    requireRank(inference.input(2), 0);
    if (!segments.hasRank()) return unknown(inference);
    const auto rank = static_cast<std::int64_t>(segments.rank());
    requireRankAtLeast(data, rank);
    if (data.hasRank())
        for (std::int64_t axis = 0; axis < rank; ++axis) mergedSize(sizeAt(data, axis), sizeAt(segments, axis));
    const std::int64_t count = sizeFromScalarInput(inference, 2);
    inference.setOutput(0, concatenated(Shape{count}, subshape(data, rank)));
}

void sparseSegmentReduction(ShapeInference& inference) {
    requireRankAtLeast(inference.input(0), 1);
    requireRank(inference.input(1), 1);
    requireRank(inference.input(2), 1);
    mergedShape(inference.input(1), inference.input(2));
    inference.setOutput(0, concatenated(Shape::ofRank(1), subshape(inference.input(0), 1)));
}

std::optional<double> scalarNumber(const ConstantValue& value) {
    if (const auto* floats = std::get_if<std::vector<double>>(&value.elements)) return floats->empty() ? std::nullopt : std::optional(floats->front());
    const auto integers = value.integers(1);
    return integers && !integers->empty() ? std::optional(static_cast<double>(integers->front())) : std::nullopt;
}

void requireScalarFor(const ShapeInference& inference, std::size_t index, const char* name) {
    withContext(" for '" + std::string(name) + "'", [&] { requireRank(inference.input(index), 0); });
}

void range(ShapeInference& inference) {
    requireScalarFor(inference, 0, "start");
    requireScalarFor(inference, 1, "limit");
    requireScalarFor(inference, 2, "delta");
    const ConstantValue* values[] = {inference.inputValue(0), inference.inputValue(1), inference.inputValue(2)};
    if (!values[0] || !values[1] || !values[2]) return unknownVector(inference);
    const auto start = scalarNumber(*values[0]), limit = scalarNumber(*values[1]), delta = scalarNumber(*values[2]);
    if (!start || !limit || !delta) return unknownVector(inference);
    const std::string limits = summary(*values[0]) + "/" + summary(*values[1]);
    if (*start > *limit && *delta > 0) throw ShapeError("Requires start <= limit when delta > 0: " + limits);
    if (*start < *limit && *delta < 0) throw ShapeError("Requires start >= limit when delta < 0: " + limits);
    if (*delta == 0) throw ShapeError("Requires delta != 0");
    inference.setOutput(0, Shape{static_cast<std::int64_t>(std::ceil(std::abs((*limit - *start) / *delta)))});
}

void linSpace(ShapeInference& inference) {
    requireScalarFor(inference, 0, "start");
    requireScalarFor(inference, 1, "stop");
    requireScalarFor(inference, 2, "num");
    const ConstantValue* count = inference.inputValue(2);
    if (!count) return unknownVector(inference);
    const std::int64_t number = scalarInteger(*count);
    if (number <= 0) throw ShapeError("Requires num > 0: " + text(number));
    inference.setOutput(0, Shape{number});
}

void cross(ShapeInference& inference) {
    requireRankAtLeast(inference.input(0), 1);
    requireRankAtLeast(inference.input(1), 1);
    const Shape merged = mergedShape(inference.input(0), inference.input(1));
    if (merged.hasRank()) sizeWithValue(sizeAt(merged, -1), 3);
    inference.setOutput(0, merged);
}

void histogramFixedWidth(ShapeInference& inference) {
    sizeWithValue(withRank(inference.input(1), 1)[0], 2);
    requireRank(inference.input(2), 0);
    const ConstantValue* bins = inference.inputValue(2);
    if (!bins) return unknownVector(inference);
    const std::int64_t count = scalarInteger(*bins);
    if (count <= 0) throw ShapeError("Requires nbins > 0: " + text(count));
    inference.setOutput(0, Shape{count});
}

void binCount(ShapeInference& inference) {
    requireRank(inference.input(1), 0);
    const ConstantValue* size = inference.inputValue(1);
    if (!size) return unknownVector(inference);
    const std::int64_t count = scalarInteger(*size);
    if (count < 0) throw ShapeError("size (" + text(count) + ") must be non-negative");
    inference.setOutput(0, Shape{count});
}

void betainc(ShapeInference& inference) {
    Shape merged;
    std::size_t scalars = 0;
    Shape other = inference.input(0);
    for (std::size_t index = 0; index < 3; ++index) {
        const Shape& input = inference.input(index);
        if (!input.hasRank()) other = input;
        else if (input.isScalar()) ++scalars;
        else other = merged = mergedShape(merged, input);
    }
    if (scalars == 3) return scalar(inference);
    inference.setOutput(0, scalars == 2 ? other : merged);
}

void likeDense(ShapeInference& inference) {
    inference.setOutput(0, inference.inputId(3));
}

constexpr OpDeclaration kOps[] = {
    {"AddN", "inputs:N*T -> sum:T; N:int>=1; T:{numbertype,variant}", mergeAll},
    {"AccumulateNV2", "inputs:N*T -> sum:T; N:int>=1; T:numbertype; shape:shape", fromAttribute},
    {"BatchMatMul", "x:T, y:T -> output:T; T:signed; adj_x:bool=false; adj_y:bool=false", batchMatMul},
    {"BatchMatMulV2", "x:T, y:T -> output:T; T:signed; adj_x:bool=false; adj_y:bool=false", batchMatMulV2},
    {"Cast", "x:SrcT -> y:DstT; SrcT:type; DstT:type; Truncate:bool=false", unchanged},

    {"Abs", "x:T -> y:T; T:{bfloat16,half,float,double,int8,int16,int32,int64}", unchanged},
    {"ComplexAbs", "x:T -> y:Tout; T:{complex64,complex128}=complex64; Tout:{float,double}=float", unchanged},
    {"Neg", "x:T -> y:T; T:signed", unchanged},
    {"Inv", "x:T -> y:T; T:signed", unchanged},
    {"InvGrad", "y:T, dy:T -> z:T; T:inexact", unchanged},
    {"Reciprocal", "x:T -> y:T; T:signed", unchanged},
    {"ReciprocalGrad", "y:T, dy:T -> z:T; T:inexact", unchanged},
    {"Square", "x:T -> y:T; T:signed", unchanged},
    {"Sqrt", "x:T -> y:T; T:inexact", unchanged},
    {"SqrtGrad", "y:T, dy:T -> z:T; T:inexact", unchanged},
    {"Rsqrt", "x:T -> y:T; T:inexact", unchanged},
    {"Round", "x:T -> y:T; T:signed", unchanged},
    {"RsqrtGrad", "y:T, dy:T -> z:T; T:inexact", unchanged},
    {"Exp", "x:T -> y:T; T:inexact", unchanged},
    {"Expm1", "x:T -> y:T; T:inexact", unchanged},
    {"Log", "x:T -> y:T; T:inexact", unchanged},
    {"Log1p", "x:T -> y:T; T:inexact", unchanged},
    {"Sinh", "x:T -> y:T; T:inexact", unchanged},
    {"Cosh", "x:T -> y:T; T:inexact", unchanged},
    {"Tanh", "x:T -> y:T; T:inexact", unchanged},
    {"Asinh", "x:T -> y:T; T:inexact", unchanged},
    {"Acosh", "x:T -> y:T; T:inexact", unchanged},
    {"Atanh", "x:T -> y:T; T:inexact", unchanged},
    {"TanhGrad", "y:T, dy:T -> z:T; T:inexact", unchanged},
    {"Lgamma", "x:T -> y:T; T:floating", unchanged},
    {"Digamma", "x:T -> y:T; T:floating", unchanged},
    {"Erf", "x:T -> y:T; T:floating", unchanged},
    {"Erfc", "x:T -> y:T; T:floating", unchanged},
    {"Sigmoid", "x:T -> y:T; T:inexact", unchanged},
    {"SigmoidGrad", "y:T, dy:T -> z:T; T:inexact", unchanged},
    {"Sin", "x:T -> y:T; T:inexact", unchanged},
    {"Cos", "x:T -> y:T; T:inexact", unchanged},
    {"Tan", "x:T -> y:T; T:signed", unchanged},
    {"Asin", "x:T -> y:T; T:signed", unchanged},
    {"Acos", "x:T -> y:T; T:signed", unchanged},
    {"Atan", "x:T -> y:T; T:signed", unchanged},
    {"BesselI0e", "x:T -> y:T; T:floating", unchanged},
    {"BesselI1e", "x:T -> y:T; T:floating", unchanged},
    {"IsNan", "x:T -> y:bool; T:floating", unchanged},
    {"IsInf", "x:T -> y:bool; T:floating", unchanged},
    {"IsFinite", "x:T -> y:bool; T:floating", unchanged},
    {"Sign", "x:T -> y:T; T:signed", unchanged},
    {"Floor", "x:T -> y:T; T:floating", unchanged},
    {"Ceil", "x:T -> y:T; T:floating", unchanged},
    {"Rint", "x:T -> y:T; T:floating", unchanged},

    {"Add", "x:T, y:T -> z:T; T:{bfloat16,half,float,double,uint8,int8,int16,int32,int64,complex64,complex128,string}", broadcast},
    {"AddV2", "x:T, y:T -> z:T; T:{bfloat16,half,float,double,uint8,int8,int16,int32,int64,complex64,complex128}", broadcast},
    {"Sub", "x:T, y:T -> z:T; T:arithmetic", broadcast},
    {"Mul", "x:T, y:T -> z:T; T:arithmetic", broadcast},
    {"MulNoNan", "x:T, y:T -> z:T; T:{half,float,double,complex64,complex128}", broadcast},
    {"Div", "x:T, y:T -> z:T; T:arithmetic", broadcast},
    {"DivNoNan", "x:T, y:T -> z:T; T:{half,float,double,complex64,complex128}", broadcast},
    {"FloorDiv", "x:T, y:T -> z:T; T:arithmetic", broadcast},
    {"TruncateDiv", "x:T, y:T -> z:T; T:arithmetic", broadcast},
    {"RealDiv", "x:T, y:T -> z:T; T:arithmetic", broadcast},
    {"SquaredDifference", "x:T, y:T -> z:T; T:signed", broadcast},
    {"Xlogy", "x:T, y:T -> z:T; T:{half,float,double,complex64,complex128}", broadcast},
    {"Xdivy", "x:T, y:T -> z:T; T:{half,float,double,complex64,complex128}", broadcast},
    {"Maximum", "x:T, y:T -> z:T; T:{bfloat16,half,float,double,int32,int64}", broadcast},
    {"Minimum", "x:T, y:T -> z:T; T:{bfloat16,half,float,double,int32,int64}", broadcast},
    {"Mod", "x:T, y:T -> z:T; T:{int32,int64,half,half,bfloat16,float,double}", broadcast},
    {"FloorMod", "x:T, y:T -> z:T; T:{int32,int64,bfloat16,half,float,double}", broadcast},
    {"TruncateMod", "x:T, y:T -> z:T; T:{int32,int64,bfloat16,half,float,double}", broadcast},
    {"Pow", "x:T, y:T -> z:T; T:{bfloat16,float,half,double,int32,int64,complex64,complex128}", broadcast},
    {"Igammac", "a:T, x:T -> z:T; T:{float,double}", broadcast},
    {"Igamma", "a:T, x:T -> z:T; T:{float,double}", broadcast},
    {"Zeta", "x:T, q:T -> z:T; T:{float,double}", broadcast},
    {"Polygamma", "a:T, x:T -> z:T; T:{float,double}", broadcast},
    {"Atan2", "y:T, x:T -> z:T; T:floating", broadcast},
    {"Betainc", "a:T, b:T, x:T -> z:T; T:{float,double}", betainc},
    {"NextAfter", "x1:T, x2:T -> output:T; T:{double,float}=float", broadcast},

    {"Less", "x:T, y:T -> z:bool; T:realnumbertype", broadcast},
    {"LessEqual", "x:T, y:T -> z:bool; T:realnumbertype", broadcast},
    {"Greater", "x:T, y:T -> z:bool; T:realnumbertype", broadcast},
    {"GreaterEqual", "x:T, y:T -> z:bool; T:realnumbertype", broadcast},
    {"Equal", "x:T, y:T -> z:bool; T:{bfloat16,half,float,double,uint8,int8,int16,int32,int64,complex64,quint8,qint8,qint32,string,bool,complex128};"
              "incompatible_shape_error:bool=true", equality},
    {"NotEqual", "x:T, y:T -> z:bool; T:{bfloat16,half,float,double,uint8,int8,int16,int32,int64,complex64,quint8,qint8,qint32,string,bool,complex128};"
                 "incompatible_shape_error:bool=true", equality},
    {"ApproximateEqual", "x:T, y:T -> z:bool; T:numbertype; tolerance:float=0.00001", approximateEqual},
    {"LogicalNot", "x:bool -> y:bool", unchanged},
    {"LogicalAnd", "x:bool, y:bool -> z:bool", broadcast},
    {"LogicalOr", "x:bool, y:bool -> z:bool", broadcast},
    {"Select", "condition:bool, t:T, e:T -> output:T; T:type", select},
    {"SelectV2", "condition:bool, t:T, e:T -> output:T; T:type", selectV2},

    {"MatMul", "a:T, b:T -> product:T; transpose_a:bool=false; transpose_b:bool=false; T:signed", matMul},
    {"SparseMatMul", "a:Ta, b:Tb -> product:float; transpose_a:bool=false; transpose_b:bool=false; a_is_sparse:bool=false; b_is_sparse:bool=false;"
                     "Ta:{float,bfloat16}=float; Tb:{float,bfloat16}=float", matMul},

    {"Sum", "input:T, reduction_indices:Tidx -> output:T; keep_dims:bool=false; T:numbertype; Tidx:index=int32", reduction},
    {"EuclideanNorm", "input:T, reduction_indices:Tidx -> output:T; keep_dims:bool=false; T:numbertype; Tidx:index=int32", reduction},
    {"Mean", "input:T, reduction_indices:Tidx -> output:T; keep_dims:bool=false; T:numbertype; Tidx:index=int32", reduction},
    {"Prod", "input:T, reduction_indices:Tidx -> output:T; keep_dims:bool=false; T:numbertype; Tidx:index=int32", reduction},
    {"Min", "input:T, reduction_indices:Tidx -> output:T; keep_dims:bool=false; T:numbertype; Tidx:index=int32", reduction},
    {"Max", "input:T, reduction_indices:Tidx -> output:T; keep_dims:bool=false; T:numbertype; Tidx:index=int32", reduction},
    {"All", "input:bool, reduction_indices:Tidx -> output:bool; keep_dims:bool=false; Tidx:index=int32", reduction},
    {"Any", "input:bool, reduction_indices:Tidx -> output:bool; keep_dims:bool=false; Tidx:index=int32", reduction},
    {"ArgMax", "input:T, dimension:Tidx -> output:output_type; T:numbertype; Tidx:index=int32; output_type:index=int64", argumentOfExtreme},
    {"ArgMin", "input:T, dimension:Tidx -> output:output_type; T:numbertype; Tidx:index=int32; output_type:index=int64", argumentOfExtreme},

    {"SegmentSum", "data:T, segment_ids:Tindices -> output:T; T:numbertype; Tindices:index", segmentReduction},
    {"SegmentMean", "data:T, segment_ids:Tindices -> output:T; T:numbertype; Tindices:index", segmentReduction},
    {"SegmentProd", "data:T, segment_ids:Tindices -> output:T; T:numbertype; Tindices:index", segmentReduction},
    {"SegmentMin", "data:T, segment_ids:Tindices -> output:T; T:realnumbertype; Tindices:index", segmentReduction},
    {"SegmentMax", "data:T, segment_ids:Tindices -> output:T; T:realnumbertype; Tindices:index", segmentReduction},
    {"UnsortedSegmentSum", "data:T, segment_ids:Tindices, num_segments:Tnumsegments -> output:T; T:numbertype; Tindices:index; Tnumsegments:index=int32",
     unsortedSegmentReduction},
    {"UnsortedSegmentMax", "data:T, segment_ids:Tindices, num_segments:Tnumsegments -> output:T; T:realnumbertype; Tindices:index; Tnumsegments:index=int32",
     unsortedSegmentReduction},
    {"UnsortedSegmentMin", "data:T, segment_ids:Tindices, num_segments:Tnumsegments -> output:T; T:realnumbertype; Tindices:index; Tnumsegments:index=int32",
     unsortedSegmentReduction},
    {"UnsortedSegmentProd", "data:T, segment_ids:Tindices, num_segments:Tnumsegments -> output:T; T:numbertype; Tindices:index; Tnumsegments:index=int32",
     unsortedSegmentReduction},
    {"SparseTensorDenseAdd", "a_indices:Tindices, a_values:T, a_shape:Tindices, b:T -> output:T; T:numbertype; Tindices:index", likeDense},
    {"SparseSegmentSum", "data:T, indices:Tidx, segment_ids:int32 -> output:T; T:realnumbertype; Tidx:index=int32", sparseSegmentReduction},
    {"SparseSegmentMean", "data:T, indices:Tidx, segment_ids:int32 -> output:T; T:{float,double}; Tidx:index=int32", sparseSegmentReduction},
    {"SparseSegmentSqrtN", "data:T, indices:Tidx, segment_ids:int32 -> output:T; T:{float,double}; Tidx:index=int32", sparseSegmentReduction},

    {"Range", "start:Tidx, limit:Tidx, delta:Tidx -> output:Tidx; Tidx:{bfloat16,float,double,int32,int64}=int32", range},
    {"LinSpace", "start:T, stop:T, num:Tidx -> output:T; T:{bfloat16,float,double}; Tidx:index=int32", linSpace},
    {"Complex", "real:T, imag:T -> out:Tout; T:{float,double}=float; Tout:{complex64,complex128}=complex64", broadcast},
    {"Real", "input:T -> output:Tout; T:{complex64,complex128}=complex64; Tout:{float,double}=float", unchanged},
    {"Imag", "input:T -> output:Tout; T:{complex64,complex128}=complex64; Tout:{float,double}=float", unchanged},
    {"Angle", "input:T -> output:Tout; T:{complex64,complex128}=complex64; Tout:{float,double}=float", unchanged},
    {"Conj", "input:T -> output:T; T:{complex64,complex128,variant}=complex64", unchanged},
    {"Cross", "a:T, b:T -> product:T; T:realnumbertype", cross},
    {"HistogramFixedWidth", "values:T, value_range:T, nbins:int32 -> out:dtype; T:{int32,int64,float,double}; dtype:index=int32", histogramFixedWidth},
    {"Bincount", "arr:int32, size:int32, weights:T -> bins:T; T:{int32,int64,float,double}", binCount},
    {"Cumsum", "x:T, axis:Tidx -> out:T; exclusive:bool=false; reverse:bool=false; T:numbertype; Tidx:index=int32", unchanged},
    {"Cumprod", "x:T, axis:Tidx -> out:T; exclusive:bool=false; reverse:bool=false; T:numbertype; Tidx:index=int32", unchanged},
    {"Bucketize", "input:T -> output:int32; T:{int32,int64,float,double}; boundaries:list(float)", unchanged},
    {"ClipByValue", "t:T, clip_value_min:T, clip_value_max:T -> output:T; T:numbertype", unchanged},
};

}  // namespace

std::span<const OpDeclaration> mathOps() {
    return kOps;
}

}  // namespace namescape
