// Control flow: TensorFlow 1.15, core/ops/control_flow_ops.cc, logging_ops.cc and no_op.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

void switchBranches(ShapeInference& inference) {
    requireRank(inference.input(1), 0);
    inference.setOutput(0, inference.inputId(0));
    inference.setOutput(1, inference.inputId(0));
}

// Sizes that all inputs agree on; a rank that they disagree on is unknown.
void merge(ShapeInference& inference) {
    Shape merged = inference.input(0);
    for (std::size_t index = 0; index < inference.inputCount() && merged.hasRank(); ++index) {
        const Shape& input = inference.input(index);
        if (!input.hasRank() || input.rank() != merged.rank()) {
            merged = Shape::unknown();
            break;
        }
        for (std::size_t axis = 0; axis < merged.rank(); ++axis)
            if (input[axis] != merged[axis]) merged.setSize(axis, Shape::kUnknownSize);
    }
    inference.setOutput(0, merged);
    inference.setOutput(1, ShapePool::kScalar);
}

// What circulates in a loop may change its shape; only what is constant in it does not.
void enter(ShapeInference& inference) {
    const bool keepsShape = inference.flag("is_constant") || inference.graph().outputType(inference.inputTensorId(0)) == DataType::Resource;
    inference.setOutput(0, keepsShape ? inference.inputId(0) : ShapePool::kUnknown);
}

void loopCondition(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.input(0), 0));
}

void assertion(ShapeInference&) {}

constexpr OpDeclaration kOps[] = {
    {"NoOp", "->", none},
    {"ControlTrigger", "->", none},
    {"Abort", "->; error_msg:string=''; exit_without_error:bool=false", none},
    {"Switch", "data:T, pred:bool -> output_false:T, output_true:T; T:type", switchBranches},
    {"RefSwitch", "data:Ref(T), pred:bool -> output_false:Ref(T), output_true:Ref(T); T:type", switchBranches},
    {"RefSelect", "index:int32, inputs:N*Ref(T) -> output:Ref(T); T:type; N:int>=1", unknown},
    {"Merge", "inputs:N*T -> output:T, value_index:int32; T:type; N:int>=1", merge},
    {"RefMerge", "inputs:N*Ref(T) -> output:Ref(T), value_index:int32; T:type; N:int>=1", merge},
    {"Enter", "data:T -> output:T; T:type; frame_name:string; is_constant:bool=false; parallel_iterations:int=10", enter},
    {"RefEnter", "data:Ref(T) -> output:Ref(T); T:type; frame_name:string; is_constant:bool=false; parallel_iterations:int=10", unchanged},
    {"Exit", "data:T -> output:T; T:type", unchanged},
    {"RefExit", "data:Ref(T) -> output:Ref(T); T:type", unchanged},
    {"NextIteration", "data:T -> output:T; T:type", unchanged},
    {"RefNextIteration", "data:Ref(T) -> output:Ref(T); T:type", unchanged},
    {"LoopCond", "input:bool -> output:bool", loopCondition},

    {"Assert", "condition:bool, data:T ->; T:list(type)>=1; summarize:int=3", assertion},
    {"Print", "input:T, data:U -> output:T; T:type; U:list(type)>=0; message:string=''; first_n:int=-1; summarize:int=3", unchanged},
    {"PrintV2", "input:string ->; output_stream:string='stderr'; end:string=''", none},
};

}  // namespace

std::span<const OpDeclaration> controlFlowOps() {
    return kOps;
}

}  // namespace namescape
