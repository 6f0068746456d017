// Variables: TensorFlow 1.15, core/ops/state_ops.cc and resource_variable_ops.cc.
#include "ops/op_tables.h"
#include "ops/shape_functions.h"

namespace namescape {

namespace {

using namespace shapes;

void assign(ShapeInference& inference) {
    if (inference.flag("validate_shape")) return mergeTwo(inference);
    inference.setOutput(0, inference.inputId(1));
}

void scatterUpdate(ShapeInference& inference) {
    const Shape& variable = inference.input(0);
    const Shape updated = concatenated(inference.input(1), subshape(variable, 1));
    if (!inference.input(2).isScalar()) mergedShape(inference.input(2), updated);
    unchanged(inference);
}

void checkScatterNd(const ShapeInference& inference, const Shape& variable) {
    const Shape& indices = inference.input(1);
    const Shape& updates = inference.input(2);
    requireRankAtLeast(indices, 1);
    requireRankAtLeast(updates, 1);
    const std::int64_t depth = sizeAt(indices, -1);
    if (!indices.hasRank() || !updates.hasRank() || depth == Shape::kUnknownSize) return;
    const auto outer = static_cast<std::int64_t>(indices.rank()) - 1;
    const auto rankText = [](std::int64_t rank) { return std::to_string(rank); };
    try {
        mergedShape(subshape(indices, 0, outer), subshape(updates, 0, outer));
    } catch (const ShapeError& error) {
        throw ShapeError("The outer " + rankText(outer) + " dimensions of indices.shape=" + indices.debugText() + " must match the outer " + rankText(outer) +
                         " dimensions of updates.shape=" + updates.debugText() + ": " + error.what());
    }
    const Shape inner = subshape(variable, depth);
    try {
        mergedShape(inner, subshape(updates, outer));
    } catch (const ShapeError& error) {
        throw ShapeError("The inner " + rankText(static_cast<std::int64_t>(variable.rank()) - depth) + " dimensions of input.shape=" + variable.debugText() +
                         " must match the inner " + rankText(static_cast<std::int64_t>(updates.rank()) - outer) + " dimensions of updates.shape=" + updates.debugText() +
                         ": " + error.what());
    }
}

void scatterNdUpdate(ShapeInference& inference) {
    checkScatterNd(inference, inference.input(0));
    unchanged(inference);
}

void resourceScatterNdUpdate(ShapeInference& inference) {
    checkScatterNd(inference, resourceShape(inference.graph(), inference.inputTensorId(0)));
}

void countUpTo(ShapeInference& inference) {
    inference.setOutput(0, withRank(inference.input(0), 0));
}

Shape variableShape(const ShapeInference& inference, std::string_view typeAttribute, const char* complaint) {
    DataType type;
    Shape shape = resourceShape(inference.graph(), inference.inputTensorId(0), &type);
    const DataType wanted = std::get<DataType>(inference.attribute(typeAttribute));
    if (type.isValid() && type != wanted) throw ShapeError(complaint + type.name() + " got " + wanted.name());
    return shape;
}

void readVariable(ShapeInference& inference) {
    inference.setOutput(0, variableShape(inference, "dtype", "Trying to read variable with wrong dtype. Expected "));
}

void createVariable(ShapeInference& inference) {
    DataType type;
    const Shape shape = resourceShape(inference.graph(), inference.inputTensorId(0), &type);
    const DataType given = inference.graph().outputType(inference.inputTensorId(1)).base();
    if (type.isValid() && type != given) throw ShapeError("Trying to initialize handle for variable with wrong dtype. Expected " + type.name() + " got " + given.name());
    mergedShape(shape, inference.input(1));
}

void variableShapeVector(ShapeInference& inference) {
    const Shape shape = resourceShape(inference.graph(), inference.inputTensorId(0));
    inference.setOutput(0, Shape{shape.hasRank() ? static_cast<std::int64_t>(shape.rank()) : Shape::kUnknownSize});
}

void resourceGather(ShapeInference& inference) {
    const Shape parameters = variableShape(inference, "dtype", "Trying to read variable with wrong dtype. Expected ");
    requireRankAtLeast(parameters, 1);
    inference.setOutput(0, concatenated(inference.input(1), subshape(parameters, 1)));
}

void resourceGatherNd(ShapeInference& inference) {
    const Shape parameters = variableShape(inference, "dtype", "Trying to read variable with wrong dtype. Expected ");
    const Shape& indices = inference.input(1);
    requireRankAtLeast(indices, 1);
    const std::int64_t depth = sizeAt(indices, -1);
    if (!parameters.hasRank() || depth == Shape::kUnknownSize) return unknown(inference);
    if (depth > static_cast<std::int64_t>(parameters.rank()))
        throw ShapeError("indices.shape[-1] must be <= params.rank, but saw indices shape: " + indices.debugText() + " and params shape: " + parameters.debugText());
    inference.setOutput(0, concatenated(subshape(indices, 0, -1), subshape(parameters, depth)));
}

void resourceScatterUpdate(ShapeInference& inference) {
    const Shape shape = resourceShape(inference.graph(), inference.inputTensorId(0));
    const Shape updated = concatenated(inference.input(1), subshape(shape, 1));
    if (!inference.input(2).isScalar()) mergedShape(inference.input(2), updated);
}

constexpr OpDeclaration kOps[] = {
    {"VariableV2", "-> ref:Ref(dtype); shape:shape; dtype:type; container:string=''; shared_name:string=''", fromAttribute},
    {"Variable", "-> ref:Ref(dtype); shape:shape; dtype:type; container:string=''; shared_name:string=''", fromAttribute},
    {"TemporaryVariable", "-> ref:Ref(dtype); shape:shape; dtype:type; var_name:string=''", fromAttribute},
    {"DestroyTemporaryVariable", "ref:Ref(T) -> value:T; T:type; var_name:string", unchanged},
    {"IsVariableInitialized", "ref:Ref(dtype) -> is_initialized:bool; dtype:type", scalar},
    {"Assign", "ref:Ref(T), value:T -> output_ref:Ref(T); T:type; validate_shape:bool=true; use_locking:bool=true", assign},
    {"AssignAdd", "ref:Ref(T), value:T -> output_ref:Ref(T); T:numbertype; use_locking:bool=false", mergeTwo},
    {"AssignSub", "ref:Ref(T), value:T -> output_ref:Ref(T); T:numbertype; use_locking:bool=false", mergeTwo},
    {"ScatterUpdate", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:type; Tindices:index; use_locking:bool=true", scatterUpdate},
    {"ScatterAdd", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false", scatterUpdate},
    {"ScatterSub", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false", scatterUpdate},
    {"ScatterMul", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false", scatterUpdate},
    {"ScatterDiv", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false", scatterUpdate},
    {"ScatterMin", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:{half,bfloat16,float,double,int32,int64}; Tindices:index; use_locking:bool=false", scatterUpdate},
    {"ScatterMax", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:{half,bfloat16,float,double,int32,int64}; Tindices:index; use_locking:bool=false", scatterUpdate},
    {"ScatterNdUpdate", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:type; Tindices:index; use_locking:bool=true", scatterNdUpdate},
    {"ScatterNdAdd", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false", scatterNdUpdate},
    {"ScatterNdSub", "ref:Ref(T), indices:Tindices, updates:T -> output_ref:Ref(T); T:numbertype; Tindices:index; use_locking:bool=false", scatterNdUpdate},
    {"CountUpTo", "ref:Ref(T) -> output:T; limit:int; T:index", countUpTo},

    {"VarHandleOp", "-> resource:resource; container:string=''; shared_name:string=''; dtype:type; shape:shape", scalar},
    {"ReadVariableOp", "resource:resource -> value:dtype; dtype:type", readVariable},
    {"DestroyResourceOp", "resource:resource ->; ignore_lookup_error:bool=true", none},
    {"AssignVariableOp", "resource:resource, value:dtype ->; dtype:type", createVariable},
    {"AssignAddVariableOp", "resource:resource, value:dtype ->; dtype:type", createVariable},
    {"AssignSubVariableOp", "resource:resource, value:dtype ->; dtype:type", createVariable},
    {"VarIsInitializedOp", "resource:resource -> is_initialized:bool", scalar},
    {"VariableShape", "input:resource -> output:out_type; out_type:index=int32", variableShapeVector},
    {"ResourceGather", "resource:resource, indices:Tindices -> output:dtype; batch_dims:int=0; validate_indices:bool=true; dtype:type; Tindices:index", resourceGather},
    {"ResourceGatherNd", "resource:resource, indices:Tindices -> output:dtype; dtype:type; Tindices:index", resourceGatherNd},
    {"ResourceScatterUpdate", "resource:resource, indices:Tindices, updates:dtype ->; dtype:type; Tindices:index", resourceScatterUpdate},
    {"ResourceScatterAdd", "resource:resource, indices:Tindices, updates:dtype ->; dtype:numbertype; Tindices:index", resourceScatterUpdate},
    {"ResourceScatterSub", "resource:resource, indices:Tindices, updates:dtype ->; dtype:numbertype; Tindices:index", resourceScatterUpdate},
    {"ResourceScatterMul", "resource:resource, indices:Tindices, updates:dtype ->; dtype:numbertype; Tindices:index", resourceScatterUpdate},
    {"ResourceScatterDiv", "resource:resource, indices:Tindices, updates:dtype ->; dtype:numbertype; Tindices:index", resourceScatterUpdate},
    {"ResourceScatterMin", "resource:resource, indices:Tindices, updates:dtype ->; dtype:numbertype; Tindices:index", resourceScatterUpdate},
    {"ResourceScatterMax", "resource:resource, indices:Tindices, updates:dtype ->; dtype:numbertype; Tindices:index", resourceScatterUpdate},
    {"ResourceScatterNdUpdate", "ref:resource, indices:Tindices, updates:T ->; T:type; Tindices:index; use_locking:bool=true", resourceScatterNdUpdate},
    {"ResourceScatterNdAdd", "ref:resource, indices:Tindices, updates:T ->; T:type; Tindices:index; use_locking:bool=true", resourceScatterNdUpdate},
    {"ResourceScatterNdSub", "ref:resource, indices:Tindices, updates:T ->; T:type; Tindices:index; use_locking:bool=true", resourceScatterNdUpdate},
    {"ResourceCountUpTo", "resource:resource -> output:T; limit:int; T:index", scalar},
};

}  // namespace

std::span<const OpDeclaration> stateOps() {
    return kOps;
}

}  // namespace namescape
