// The areas in which operations are declared.
#pragma once

#include "ops/op_definition.h"

#include <span>

namespace namescape {

std::span<const OpDeclaration> arrayOps();
std::span<const OpDeclaration> mathOps();
std::span<const OpDeclaration> neuralNetworkOps();
std::span<const OpDeclaration> randomOps();
std::span<const OpDeclaration> stateOps();
std::span<const OpDeclaration> controlFlowOps();
std::span<const OpDeclaration> trainingOps();
std::span<const OpDeclaration> inputOutputOps();
std::span<const OpDeclaration> linearAlgebraOps();
std::span<const OpDeclaration> sparseOps();
std::span<const OpDeclaration> imageOps();
std::span<const OpDeclaration> dataFlowOps();
std::span<const OpDeclaration> datasetOps();
std::span<const OpDeclaration> gradientOps();

}  // namespace namescape
