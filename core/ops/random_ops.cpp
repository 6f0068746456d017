// Random values: TensorFlow 1.15, core/ops/random_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

void multinomial(ShapeInference& inference) {
    const Shape logits = withRank(inference.input(0), 2);
    requireRank(inference.input(1), 0);
    inference.setOutput(0, Shape{logits[0], sizeFromScalarInput(inference, 1)});
}

void randomUniformInteger(ShapeInference& inference) {
    requireRank(inference.input(1), 0);
    requireRank(inference.input(2), 0);
    fromFirstInput(inference);
}

void randomGamma(ShapeInference& inference) {
    inference.setOutput(0, concatenated(inference.inputAsShape(0), inference.input(1)));
}

constexpr OpDeclaration kOps[] = {
    {"RandomUniform", "shape:T -> output:dtype; seed:int=0; seed2:int=0; dtype:{half,bfloat16,float,double}; T:index", fromFirstInput},
    {"RandomUniformInt", "shape:T, minval:Tout, maxval:Tout -> output:Tout; seed:int=0; seed2:int=0; Tout:index; T:index", randomUniformInteger},
    {"RandomStandardNormal", "shape:T -> output:dtype; seed:int=0; seed2:int=0; dtype:{half,bfloat16,float,double}; T:index", fromFirstInput},
    {"ParameterizedTruncatedNormal", "shape:T, means:dtype, stdevs:dtype, minvals:dtype, maxvals:dtype -> output:dtype; seed:int=0; seed2:int=0;"
                                     "dtype:{half,bfloat16,float,double}; T:index", fromFirstInput},
    {"TruncatedNormal", "shape:T -> output:dtype; seed:int=0; seed2:int=0; dtype:{half,bfloat16,float,double}; T:index", fromFirstInput},
    {"RandomShuffle", "value:T -> output:T; seed:int=0; seed2:int=0; T:type", unchanged},
    {"Multinomial", "logits:T, num_samples:int32 -> output:output_dtype; seed:int=0; seed2:int=0; T:realnumbertype; output_dtype:index=int64", multinomial},
    {"RandomGamma", "shape:S, alpha:T -> output:T; seed:int=0; seed2:int=0; S:index; T:{half,float,double}", randomGamma},
    {"RandomPoissonV2", "shape:S, rate:R -> output:dtype; seed:int=0; seed2:int=0; S:index; R:{half,float,double,int32,int64}=double;"
                        "dtype:{half,float,double,int32,int64}=int64", randomGamma},
};

}  // namespace

std::span<const OpDeclaration> randomOps() {
    return kOps;
}

}  // namespace namescape
