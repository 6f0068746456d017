// Optimizer steps: TensorFlow 1.15, core/ops/training_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

// Whatever is as large as the variable must have its shape; learning rates and the like are scalars.
Shape slotShape(const ShapeInference& inference, std::size_t index) {
    const bool isResource = inference.graph().outputType(inference.inputTensorId(index)) == DataType::Resource;
    return isResource ? resourceShape(inference.graph(), inference.inputTensorId(index)) : inference.input(index);
}

struct Arguments {
    std::size_t slots;    // the variable and its accumulators, first
    std::size_t scalars;  // then the scalars, then the gradient
    bool isSparse = false;
};

void apply(ShapeInference& inference, const Arguments& arguments) {
    Shape merged = slotShape(inference, 0);
    for (std::size_t index = 1; index < arguments.slots; ++index) merged = mergedShape(merged, slotShape(inference, index));
    const std::size_t gradient = arguments.slots + arguments.scalars;
    for (std::size_t index = arguments.slots; index < gradient; ++index) requireRank(inference.input(index), 0);
    if (!arguments.isSparse) merged = mergedShape(merged, inference.input(gradient));
    if (inference.outputCount() > 0) inference.setOutput(0, merged);
}

template <std::size_t slots, std::size_t scalars>
void dense(ShapeInference& inference) {
    apply(inference, {slots, scalars});
}

template <std::size_t slots, std::size_t scalars>
void sparse(ShapeInference& inference) {
    apply(inference, {slots, scalars, true});
}

// Where the gradient is not last, in TensorFlow's order of arguments.
template <std::size_t slots>
void gradientAfterSlots(ShapeInference& inference) {
    Shape merged = slotShape(inference, 0);
    for (std::size_t index = 1; index < slots; ++index) merged = mergedShape(merged, slotShape(inference, index));
    merged = mergedShape(merged, inference.input(slots));
    for (std::size_t index = slots + 1; index < inference.inputCount(); ++index) requireRank(inference.input(index), 0);
    if (inference.outputCount() > 0) inference.setOutput(0, merged);
}

// As above, with the gradient's indices behind it; rows of a gradient need not have the variable's shape.
template <std::size_t slots>
void sparseGradientAfterSlots(ShapeInference& inference) {
    Shape merged = slotShape(inference, 0);
    for (std::size_t index = 1; index < slots; ++index) merged = mergedShape(merged, slotShape(inference, index));
    for (std::size_t index = slots + 2; index < inference.inputCount(); ++index) requireRank(inference.input(index), 0);
    if (inference.outputCount() > 0) inference.setOutput(0, merged);
}

void gradientDescent(ShapeInference& inference) {
    requireRank(inference.input(1), 0);
    const Shape merged = mergedShape(slotShape(inference, 0), inference.input(2));
    if (inference.outputCount() > 0) inference.setOutput(0, merged);
}

// var, accum, lr, grad, momentum.
void momentum(ShapeInference& inference) {
    const Shape slots = mergedShape(slotShape(inference, 0), slotShape(inference, 1));
    requireRank(inference.input(2), 0);
    const Shape merged = mergedShape(slots, inference.input(3));
    requireRank(inference.input(inference.inputCount() - 1), 0);
    if (inference.outputCount() > 0) inference.setOutput(0, merged);
}

void sparseMomentum(ShapeInference& inference) {
    const Shape slots = mergedShape(slotShape(inference, 0), slotShape(inference, 1));
    requireRank(inference.input(2), 0);
    if (inference.outputCount() > 0) inference.setOutput(0, slots);
}

constexpr OpDeclaration kOps[] = {
    {"ApplyGradientDescent", "var:Ref(T), alpha:T, delta:T -> out:Ref(T); T:numbertype; use_locking:bool=false", gradientDescent},
    {"ResourceApplyGradientDescent", "var:resource, alpha:T, delta:T ->; T:numbertype; use_locking:bool=false", gradientDescent},
    {"ApplyProximalGradientDescent", "var:Ref(T), alpha:T, l1:T, l2:T, delta:T -> out:Ref(T); T:numbertype; use_locking:bool=false", dense<1, 3>},
    {"ApplyMomentum", "var:Ref(T), accum:Ref(T), lr:T, grad:T, momentum:T -> out:Ref(T); T:numbertype; use_locking:bool=false; use_nesterov:bool=false", momentum},
    {"ResourceApplyMomentum", "var:resource, accum:resource, lr:T, grad:T, momentum:T ->; T:numbertype; use_locking:bool=false; use_nesterov:bool=false", momentum},
    {"SparseApplyMomentum", "var:Ref(T), accum:Ref(T), lr:T, grad:T, indices:Tindices, momentum:T -> out:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false;"
                            "use_nesterov:bool=false", sparseMomentum},
    {"ResourceSparseApplyMomentum", "var:resource, accum:resource, lr:T, grad:T, indices:Tindices, momentum:T ->; T:numbertype; Tindices:index; use_locking:bool=false;"
                                    "use_nesterov:bool=false", sparseMomentum},
    {"ApplyAdagrad", "var:Ref(T), accum:Ref(T), lr:T, grad:T -> out:Ref(T); T:numbertype; use_locking:bool=false; update_slots:bool=true", dense<2, 1>},
    {"ResourceApplyAdagrad", "var:resource, accum:resource, lr:T, grad:T ->; T:numbertype; use_locking:bool=false; update_slots:bool=true", dense<2, 1>},
    {"SparseApplyAdagrad", "var:Ref(T), accum:Ref(T), lr:T, grad:T, indices:Tindices -> out:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false;"
                           "update_slots:bool=true", sparse<2, 1>},
    {"ApplyAdadelta", "var:Ref(T), accum:Ref(T), accum_update:Ref(T), lr:T, rho:T, epsilon:T, grad:T -> out:Ref(T); T:numbertype; use_locking:bool=false", dense<3, 3>},
    {"ResourceApplyAdadelta", "var:resource, accum:resource, accum_update:resource, lr:T, rho:T, epsilon:T, grad:T ->; T:numbertype; use_locking:bool=false", dense<3, 3>},
    {"ApplyAdam", "var:Ref(T), m:Ref(T), v:Ref(T), beta1_power:T, beta2_power:T, lr:T, beta1:T, beta2:T, epsilon:T, grad:T -> out:Ref(T); T:numbertype;"
                  "use_locking:bool=false; use_nesterov:bool=false", dense<3, 6>},
    {"ResourceApplyAdam", "var:resource, m:resource, v:resource, beta1_power:T, beta2_power:T, lr:T, beta1:T, beta2:T, epsilon:T, grad:T ->; T:numbertype;"
                          "use_locking:bool=false; use_nesterov:bool=false", dense<3, 6>},
    {"ApplyAdaMax", "var:Ref(T), m:Ref(T), v:Ref(T), beta1_power:T, lr:T, beta1:T, beta2:T, epsilon:T, grad:T -> out:Ref(T); T:numbertype; use_locking:bool=false", dense<3, 5>},
    {"ApplyRMSProp", "var:Ref(T), ms:Ref(T), mom:Ref(T), lr:T, rho:T, momentum:T, epsilon:T, grad:T -> out:Ref(T); T:numbertype; use_locking:bool=false", dense<3, 4>},
    {"ResourceApplyRMSProp", "var:resource, ms:resource, mom:resource, lr:T, rho:T, momentum:T, epsilon:T, grad:T ->; T:numbertype; use_locking:bool=false", dense<3, 4>},
    {"ApplyCenteredRMSProp", "var:Ref(T), mg:Ref(T), ms:Ref(T), mom:Ref(T), lr:T, rho:T, momentum:T, epsilon:T, grad:T -> out:Ref(T); T:numbertype;"
                             "use_locking:bool=false", dense<4, 4>},
    {"ApplyFtrl", "var:Ref(T), accum:Ref(T), linear:Ref(T), grad:T, lr:T, l1:T, l2:T, lr_power:T -> out:Ref(T); T:numbertype; use_locking:bool=false", gradientAfterSlots<3>},
    {"ResourceApplyFtrl", "var:resource, accum:resource, linear:resource, grad:T, lr:T, l1:T, l2:T, lr_power:T ->; T:numbertype; use_locking:bool=false", gradientAfterSlots<3>},
    {"ResourceSparseApplyAdagrad", "var:resource, accum:resource, lr:T, grad:T, indices:Tindices ->; T:numbertype; Tindices:index; use_locking:bool=false;"
                                   "update_slots:bool=true", sparse<2, 1>},
    {"SparseApplyAdadelta", "var:Ref(T), accum:Ref(T), accum_update:Ref(T), lr:T, rho:T, epsilon:T, grad:T, indices:Tindices -> out:Ref(T); T:numbertype; Tindices:index;"
                            "use_locking:bool=false", sparse<3, 3>},
    {"ResourceSparseApplyAdadelta", "var:resource, accum:resource, accum_update:resource, lr:T, rho:T, epsilon:T, grad:T, indices:Tindices ->; T:numbertype; Tindices:index;"
                                    "use_locking:bool=false", sparse<3, 3>},
    {"SparseApplyRMSProp", "var:Ref(T), ms:Ref(T), mom:Ref(T), lr:T, rho:T, momentum:T, epsilon:T, grad:T, indices:Tindices -> out:Ref(T); T:numbertype; Tindices:index;"
                           "use_locking:bool=false", sparse<3, 4>},
    {"ResourceSparseApplyRMSProp", "var:resource, ms:resource, mom:resource, lr:T, rho:T, momentum:T, epsilon:T, grad:T, indices:Tindices ->; T:numbertype; Tindices:index;"
                                   "use_locking:bool=false", sparse<3, 4>},
    {"ResourceApplyCenteredRMSProp", "var:resource, mg:resource, ms:resource, mom:resource, lr:T, rho:T, momentum:T, epsilon:T, grad:T ->; T:numbertype;"
                                     "use_locking:bool=false", dense<4, 4>},
    {"SparseApplyCenteredRMSProp", "var:Ref(T), mg:Ref(T), ms:Ref(T), mom:Ref(T), lr:T, rho:T, momentum:T, epsilon:T, grad:T, indices:Tindices -> out:Ref(T); T:numbertype;"
                                   "Tindices:index; use_locking:bool=false", sparse<4, 4>},
    {"ResourceSparseApplyCenteredRMSProp", "var:resource, mg:resource, ms:resource, mom:resource, lr:T, rho:T, momentum:T, epsilon:T, grad:T, indices:Tindices ->; T:numbertype;"
                                           "Tindices:index; use_locking:bool=false", sparse<4, 4>},
    {"ApplyFtrlV2", "var:Ref(T), accum:Ref(T), linear:Ref(T), grad:T, lr:T, l1:T, l2:T, l2_shrinkage:T, lr_power:T -> out:Ref(T); T:numbertype; use_locking:bool=false",
     gradientAfterSlots<3>},
    {"ResourceApplyFtrlV2", "var:resource, accum:resource, linear:resource, grad:T, lr:T, l1:T, l2:T, l2_shrinkage:T, lr_power:T ->; T:numbertype; use_locking:bool=false",
     gradientAfterSlots<3>},
    {"SparseApplyFtrl", "var:Ref(T), accum:Ref(T), linear:Ref(T), grad:T, indices:Tindices, lr:T, l1:T, l2:T, lr_power:T -> out:Ref(T); T:numbertype; Tindices:index;"
                        "use_locking:bool=false", sparseGradientAfterSlots<3>},
    {"ResourceSparseApplyFtrl", "var:resource, accum:resource, linear:resource, grad:T, indices:Tindices, lr:T, l1:T, l2:T, lr_power:T ->; T:numbertype; Tindices:index;"
                                "use_locking:bool=false", sparseGradientAfterSlots<3>},
    {"SparseApplyFtrlV2", "var:Ref(T), accum:Ref(T), linear:Ref(T), grad:T, indices:Tindices, lr:T, l1:T, l2:T, l2_shrinkage:T, lr_power:T -> out:Ref(T); T:numbertype;"
                          "Tindices:index; use_locking:bool=false", sparseGradientAfterSlots<3>},
    {"ResourceSparseApplyFtrlV2", "var:resource, accum:resource, linear:resource, grad:T, indices:Tindices, lr:T, l1:T, l2:T, l2_shrinkage:T, lr_power:T ->; T:numbertype;"
                                  "Tindices:index; use_locking:bool=false", sparseGradientAfterSlots<3>},
    {"ResourceApplyProximalGradientDescent", "var:resource, alpha:T, l1:T, l2:T, delta:T ->; T:numbertype; use_locking:bool=false", dense<1, 3>},
    {"SparseApplyProximalGradientDescent", "var:Ref(T), alpha:T, l1:T, l2:T, grad:T, indices:Tindices -> out:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false",
     sparse<1, 3>},
    {"ResourceSparseApplyProximalGradientDescent", "var:resource, alpha:T, l1:T, l2:T, grad:T, indices:Tindices ->; T:numbertype; Tindices:index; use_locking:bool=false",
     sparse<1, 3>},
    {"ApplyProximalAdagrad", "var:Ref(T), accum:Ref(T), lr:T, l1:T, l2:T, grad:T -> out:Ref(T); T:numbertype; use_locking:bool=false", dense<2, 3>},
    {"ResourceApplyProximalAdagrad", "var:resource, accum:resource, lr:T, l1:T, l2:T, grad:T ->; T:numbertype; use_locking:bool=false", dense<2, 3>},
    {"SparseApplyProximalAdagrad", "var:Ref(T), accum:Ref(T), lr:T, l1:T, l2:T, grad:T, indices:Tindices -> out:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false",
     sparse<2, 3>},
    {"ResourceSparseApplyProximalAdagrad", "var:resource, accum:resource, lr:T, l1:T, l2:T, grad:T, indices:Tindices ->; T:numbertype; Tindices:index; use_locking:bool=false",
     sparse<2, 3>},
};

}  // namespace

std::span<const OpDeclaration> trainingOps() {
    return kOps;
}

}  // namespace namescape
