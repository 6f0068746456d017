// Shape functions that many operation types share. Each sets all outputs or throws ShapeError.
#pragma once

#include "ops/shape_inference.h"

namespace namescape::shapes {

void none(ShapeInference& inference);             // no outputs
void unknown(ShapeInference& inference);          // all outputs of unknown rank
void scalar(ShapeInference& inference);           // all outputs scalars
void unknownVector(ShapeInference& inference);    // all outputs vectors of unknown size
void unchanged(ShapeInference& inference);        // the first input's shape
void fromAttribute(ShapeInference& inference);    // the attribute `shape`
void mergeTwo(ShapeInference& inference);         // the first two inputs, which must agree
void mergeAll(ShapeInference& inference);         // all inputs, which must agree
void broadcast(ShapeInference& inference);        // the first two inputs, broadcast
void reduction(ShapeInference& inference);        // input 0 without the axes in input 1
void fromFirstInput(ShapeInference& inference);   // the value of input 0
void matMul(ShapeInference& inference);
void scalarInputs(ShapeInference& inference);     // all inputs must be scalars; no outputs

// The shape that a resource handle's variable has; of unknown rank where that is not known. `type` gets its data type.
Shape resourceShape(const Graph& graph, TensorId handle, DataType* type = nullptr);

// Adds "\n\t" and `context` to the message of a ShapeError that `step` throws.
template <typename Step>
auto withContext(const std::string& context, Step step) {
    try {
        return step();
    } catch (const ShapeError& error) {
        throw ShapeError(error.what() + ("\n\t" + context));
    }
}

}  // namespace namescape::shapes
