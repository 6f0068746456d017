// Random values and samples: TensorFlow 1.15, core/ops/random_ops.cc and candidate_sampling_ops.cc.
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

void candidateSampler(ShapeInference& inference) {
    const auto sampled = std::get<std::int64_t>(inference.attribute("num_sampled")), truths = std::get<std::int64_t>(inference.attribute("num_true"));
    const Shape classes = withRank(inference.input(0), 2);
    inference.setOutput(0, Shape{sampled});
    inference.setOutput(1, Shape{classes[0], truths});
    inference.setOutput(2, Shape{sampled});
}

void accidentalHits(ShapeInference& inference) {
    const Shape classes = withRank(inference.input(0), 2);
    mergedSize(classes[1], std::get<std::int64_t>(inference.attribute("num_true")));
    requireRank(inference.input(1), 1);
    unknownVector(inference);
}

// The signature of the samplers, with their own attributes between.
#define NAMESCAPE_SAMPLER(ATTRIBUTES)                                                                                        \
    "true_classes:int64 -> sampled_candidates:int64, true_expected_count:float, sampled_expected_count:float; num_true:int>=1;" \
    "num_sampled:int>=1; unique:bool;" ATTRIBUTES "seed:int=0; seed2:int=0"

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

    {"UniformCandidateSampler", NAMESCAPE_SAMPLER("range_max:int>=1;"), candidateSampler},
    {"LogUniformCandidateSampler", NAMESCAPE_SAMPLER("range_max:int>=1;"), candidateSampler},
    {"LearnedUnigramCandidateSampler", NAMESCAPE_SAMPLER("range_max:int>=1;"), candidateSampler},
    {"FixedUnigramCandidateSampler", NAMESCAPE_SAMPLER("range_max:int>=1; vocab_file:string=''; distortion:float=1.0; num_reserved_ids:int=0; num_shards:int>=1=1;"
                                                       "shard:int>=0=0; unigrams:list(float)=[];"), candidateSampler},
    {"AllCandidateSampler", NAMESCAPE_SAMPLER(""), candidateSampler},
    {"ComputeAccidentalHits", "true_classes:int64, sampled_candidates:int64 -> indices:int32, ids:int64, weights:float; num_true:int; seed:int=0; seed2:int=0", accidentalHits},
};
#undef NAMESCAPE_SAMPLER

}  // namespace

std::span<const OpDeclaration> randomOps() {
    return kOps;
}

}  // namespace namescape
