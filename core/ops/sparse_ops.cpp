// Sparse tensors: TensorFlow 1.15, core/ops/sparse_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

constexpr std::int64_t kUnknown = Shape::kUnknownSize;

void toDense(ShapeInference& inference) {
    inference.setOutput(0, inference.inputAsShape(1));
}

void denseMatMul(ShapeInference& inference) {
    requireRank(inference.input(0), 2);
    requireRank(inference.input(1), 1);
    const Shape a = withRank(inference.inputAsShape(2), 2), b = withRank(inference.input(3), 2);
    const bool isAAdjoint = inference.flag("adjoint_a"), isBAdjoint = inference.flag("adjoint_b");
    mergedSize(isAAdjoint ? a[0] : a[1], isBAdjoint ? b[1] : b[0]);
    inference.setOutput(0, Shape{isAAdjoint ? a[1] : a[0], isBAdjoint ? b[0] : b[1]});
}

// Some entries of a sparse tensor of the same rank.
void someEntries(ShapeInference& inference) {
    const Shape indices = withRank(inference.input(0), 2);
    requireRank(inference.input(1), 1);
    requireRank(inference.input(2), 1);
    inference.setOutput(0, Shape{kUnknown, indices[1]});
    inference.setOutput(1, Shape{kUnknown});
    inference.setOutput(2, inference.inputId(2));
}

void reordered(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.input(0), 2));
    inference.setOutput(1, withRank(inference.input(1), 1));
    requireRank(inference.input(2), 1);
}

void reshaped(ShapeInference& inference) {
    const Shape indices = withRank(inference.input(0), 2), newShape = withRank(inference.input(2), 1);
    requireRank(inference.input(1), 1);
    inference.setOutput(0, Shape{indices[0], newShape[0]});
    inference.setOutput(1, newShape);
}

void likeSecondInput(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.input(1), 1));
}

constexpr OpDeclaration kOps[] = {
    {"SparseToDense", "sparse_indices:Tindices, output_shape:Tindices, sparse_values:T, default_value:T -> dense:T; validate_indices:bool=true; T:type; Tindices:index", toDense},
    {"SparseTensorDenseMatMul", "a_indices:Tindices, a_values:T, a_shape:int64, b:T -> product:T; T:type; Tindices:index=int64; adjoint_a:bool=false;"
                                "adjoint_b:bool=false", denseMatMul},
    {"SparseAdd", "a_indices:int64, a_values:T, a_shape:int64, b_indices:int64, b_values:T, b_shape:int64, thresh:Treal -> sum_indices:int64, sum_values:T,"
                  "sum_shape:int64; T:numbertype; Treal:realnumbertype", someEntries},
    {"SparseSlice", "indices:int64, values:T, shape:int64, start:int64, size:int64 -> output_indices:int64, output_values:T, output_shape:int64; T:type", someEntries},
    {"SparseReorder", "input_indices:int64, input_values:T, input_shape:int64 -> output_indices:int64, output_values:T; T:type", reordered},
    {"SparseReshape", "input_indices:int64, input_shape:int64, new_shape:int64 -> output_indices:int64, output_shape:int64", reshaped},
    {"SparseSoftmax", "sp_indices:int64, sp_values:T, sp_shape:int64 -> output:T; T:{float,double}", likeSecondInput},
    {"SparseReduceSum", "input_indices:int64, input_values:T, input_shape:int64, reduction_axes:int32 -> output:T; keep_dims:bool=false; T:numbertype", unknown},
    {"SparseReduceMax", "input_indices:int64, input_values:T, input_shape:int64, reduction_axes:int32 -> output:T; keep_dims:bool=false; T:realnumbertype", unknown},
    {"SparseDenseCwiseMul", "sp_indices:int64, sp_values:T, sp_shape:int64, dense:T -> output:T; T:numbertype", likeSecondInput},
    {"SparseDenseCwiseAdd", "sp_indices:int64, sp_values:T, sp_shape:int64, dense:T -> output:T; T:numbertype", likeSecondInput},
    {"SparseFillEmptyRows", "indices:int64, values:T, dense_shape:int64, default_value:T -> output_indices:int64, output_values:T, empty_row_indicator:bool,"
                            "reverse_index_map:int64; T:type", unknown},
};

}  // namespace

std::span<const OpDeclaration> sparseOps() {
    return kOps;
}

}  // namespace namescape
