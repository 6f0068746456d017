// What is said of each kind of mistake. Which of TensorFlow's messages means which mistake stands in the table of mistake.cpp.
#pragma once

#include "explain/mistake_context.h"

namespace namescape {

// Of get_variable. `name` is the variable's key in the store.
void explainExisting(Mistake& mistake, const std::string& name);
void explainMissing(Mistake& mistake, const std::string& name);
void explainMismatch(Mistake& mistake, const std::string& name);
void explainConstantWithShape(Mistake& mistake);
void explainMissingShape(Mistake& mistake);
void explainInitializerType(Mistake& mistake);
void explainPartitionerMismatch(Mistake& mistake);
void explainTemplate(Mistake& mistake);

// Of names: those that are given, and those that are looked up.
void explainInvalidName(Mistake& mistake, const std::string& name);
void explainDuplicate(Mistake& mistake, const std::string& name);
void explainLookup(Mistake& mistake);
void explainOperationForTensor(Mistake& mistake);
void explainTensorForOperation(Mistake& mistake);

// Of a call's arguments.
void explainReuseWithoutName(Mistake& mistake);
void explainScopeWithoutName(Mistake& mistake);
void explainVariableScopeWithoutName(Mistake& mistake);
void explainValuesAsDefaultName(Mistake& mistake);
void explainReuseValue(Mistake& mistake);
void explainAuxiliaryNameScope(Mistake& mistake);
void explainScopeType(Mistake& mistake);
void explainKeyword(Mistake& mistake);

}  // namespace namescape
