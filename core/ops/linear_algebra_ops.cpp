// Matrices: TensorFlow 1.15, core/ops/linalg_ops.cc and spectral_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

// The last two sizes, which must agree, and the shape with them merged.
Shape squareMatrices(const Shape& input) {
    requireRankAtLeast(input, 2);
    if (!input.hasRank()) return input;
    const std::int64_t size = mergedSize(sizeAt(input, -2), sizeAt(input, -1));
    return concatenated(subshape(input, 0, -2), Shape{size, size});
}

void square(ShapeInference& inference) {
    inference.setOutput(0, squareMatrices(inference.input(0)));
}

void determinant(ShapeInference& inference) {
    const Shape input = squareMatrices(inference.input(0));
    inference.setOutput(0, input.hasRank() ? subshape(input, 0, -2) : Shape::unknown());
}

void logDeterminant(ShapeInference& inference) {
    const Shape input = squareMatrices(inference.input(0));
    inference.setAllOutputs(input.hasRank() ? subshape(input, 0, -2) : Shape::unknown());
}

void qr(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    requireRankAtLeast(input, 2);
    if (!input.hasRank()) return unknown(inference);
    const std::int64_t rows = sizeAt(input, -2), columns = sizeAt(input, -1), smaller = smallerSize(rows, columns);
    const Shape batch = subshape(input, 0, -2);
    const bool isFull = inference.flag("full_matrices");
    inference.setOutput(0, concatenated(batch, Shape{rows, isFull ? rows : smaller}));
    inference.setOutput(1, concatenated(batch, Shape{isFull ? rows : smaller, columns}));
}

void svd(ShapeInference& inference) {
    const Shape& input = inference.input(0);
    requireRankAtLeast(input, 2);
    if (!input.hasRank()) return unknown(inference);
    const std::int64_t rows = sizeAt(input, -2), columns = sizeAt(input, -1), smaller = smallerSize(rows, columns);
    const Shape batch = subshape(input, 0, -2);
    inference.setOutput(0, concatenated(batch, Shape{smaller}));
    const bool isFull = inference.flag("full_matrices");
    if (!inference.flag("compute_uv")) {
        inference.setOutput(1, Shape{0});
        return inference.setOutput(2, Shape{0});
    }
    inference.setOutput(1, concatenated(batch, Shape{rows, isFull ? rows : smaller}));
    inference.setOutput(2, concatenated(batch, Shape{columns, isFull ? columns : smaller}));
}

void selfAdjointEigen(ShapeInference& inference) {
    const Shape input = squareMatrices(inference.input(0));
    if (!input.hasRank()) return unknown(inference);
    inference.setOutput(0, subshape(input, 0, -1));
    inference.setOutput(1, inference.flag("compute_v") ? input : Shape{0});
}

// `a` is a matrix of equations, square where `isSquare`, `b` their right-hand sides.
void solveWith(ShapeInference& inference, bool isSquare) {
    const Shape& a = inference.input(0);
    const Shape& b = inference.input(1);
    requireRankAtLeast(a, 2);
    requireRankAtLeast(b, 2);
    const Shape left = isSquare ? squareMatrices(a) : a;
    mergedSize(sizeAt(left, -2), sizeAt(b, -2));
    const Shape batch = mergedShape(subshape(left, 0, -2), subshape(b, 0, -2));
    inference.setOutput(0, concatenated(batch, Shape{sizeAt(left, -1), sizeAt(b, -1)}));
}

void solveSquare(ShapeInference& inference) { solveWith(inference, true); }

void leastSquares(ShapeInference& inference) {
    requireRank(inference.input(2), 0);
    solveWith(inference, false);
}

constexpr OpDeclaration kOps[] = {
    {"Cholesky", "input:T -> output:T; T:{double,float,half,complex64,complex128}", square},
    {"CholeskyGrad", "l:T, grad:T -> output:T; T:{half,float,double}", unchanged},
    {"MatrixInverse", "input:T -> output:T; adjoint:bool=false; T:{double,float,half,complex64,complex128}", square},
    {"MatrixExponential", "input:T -> output:T; T:{double,float,half,complex64,complex128}", square},
    {"MatrixLogarithm", "input:T -> output:T; T:{complex64,complex128}", square},
    {"MatrixSquareRoot", "input:T -> output:T; T:{double,float,half,complex64,complex128}", square},
    {"MatrixDeterminant", "input:T -> output:T; T:{half,float,double,complex64,complex128}", determinant},
    {"LogMatrixDeterminant", "input:T -> sign:T, log_abs_determinant:T; T:{half,float,double,complex64,complex128}", logDeterminant},
    {"MatrixSolve", "matrix:T, rhs:T -> output:T; adjoint:bool=false; T:{double,float,half,complex64,complex128}", solveSquare},
    {"MatrixTriangularSolve", "matrix:T, rhs:T -> output:T; lower:bool=true; adjoint:bool=false; T:{double,float,half,complex64,complex128}", solveSquare},
    {"MatrixSolveLs", "matrix:T, rhs:T, l2_regularizer:double -> output:T; T:{double,float,half,complex64,complex128}; fast:bool=true", leastSquares},
    {"Qr", "input:T -> q:T, r:T; full_matrices:bool=false; T:{double,float,half,complex64,complex128}", qr},
    {"Svd", "input:T -> s:T, u:T, v:T; compute_uv:bool=true; full_matrices:bool=false; T:{double,float,half,complex64,complex128}", svd},
    {"SelfAdjointEigV2", "input:T -> e:T, v:T; compute_v:bool=true; T:{double,float,half,complex64,complex128}", selfAdjointEigen},
    {"FFT", "input:Tcomplex -> output:Tcomplex; Tcomplex:{complex64,complex128}=complex64", unchanged},
    {"IFFT", "input:Tcomplex -> output:Tcomplex; Tcomplex:{complex64,complex128}=complex64", unchanged},
    {"FFT2D", "input:Tcomplex -> output:Tcomplex; Tcomplex:{complex64,complex128}=complex64", unchanged},
    {"IFFT2D", "input:Tcomplex -> output:Tcomplex; Tcomplex:{complex64,complex128}=complex64", unchanged},
};

}  // namespace

std::span<const OpDeclaration> linearAlgebraOps() {
    return kOps;
}

}  // namespace namescape
