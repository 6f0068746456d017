// Python's arguments of variable_scope and get_variable as the settings of core/scope, and back.
#pragma once

#include "api/api.h"
#include "scope/variable_scope.h"

#include <optional>
#include <string>
#include <vector>

namespace namescape {

// The Python object that a setting was made from, as it was given; None without one.
Value fromToken(const Token& token);
Token makeToken(const Value& value);

// Each takes None for "not given". What is given is called, and complained about, only when it is used, as in TensorFlow.
std::optional<Initializer> initializerArgument(Api& api, const Value& value);
std::optional<Regularizer> regularizerArgument(Api& api, const Value& value);
std::optional<Partitioner> partitionerArgument(Api& api, const Value& value);
std::optional<CustomGetter> customGetterArgument(Api& api, const Value& value);
// Throws ScriptError (ValueError) for something that is neither True, False nor None.
std::optional<Reuse> reuseArgument(Api& api, const Value& value);
std::optional<bool> optionalBool(Api& api, const Value& value);
std::optional<std::string> optionalText(Api& api, const Value& value);

// True, False or tf.AUTO_REUSE.
Value reuseValueOf(Api& api, Reuse reuse);
// A caching device with its token.
void setCachingDevice(Api& api, const Value& value, CachingDevice& device, Token& token);

// tf.VariableSynchronization and tf.VariableAggregation. Throw ScriptError in the words of
// validate_synchronization_aggregation_trainable, where `variableName` is the variable's.
Synchronization synchronizationArgument(Api& api, const Value& value, const Value& variableName);
Aggregation aggregationArgument(Api& api, const Value& value, const Value& variableName);
Value valueOf(Api& api, Synchronization synchronization);
Value valueOf(Api& api, Aggregation aggregation);

// A `dtype` that a scope keeps: what is no data type is complained about by the first variable that needs it.
void setScopeDataType(Api& api, const Value& value, ScopeSettings& settings);

// Raises what tf.Variable raises for `collections` and `constraint` of the wrong type.
void checkVariableArguments(Api& api, const VariableOptions& options);

// The collections argument of a variable: nothing for None, and for what is no list, tuple or set.
std::optional<std::vector<std::string>> collectionsArgument(Api& api, const Value& value);

}  // namespace namescape
