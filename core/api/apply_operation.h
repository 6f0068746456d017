// Makes operations from Python values: TensorFlow 1.15, python/framework/op_def_library.py, _apply_op_helper.
#pragma once

#include "api/api.h"
#include "ops/op_definition.h"

#include <initializer_list>
#include <span>
#include <string_view>

namespace namescape {

// An attribute as a program gives it; None takes the definition's default.
struct GivenAttribute {
    std::string_view name;
    Value value;
};

// Opens the name scope `name` (None: the operation's type), converts the inputs below it, one value per input argument of the
// definition, and makes the operation under the scope's name. Throws ScriptError or TensorFlowError in TensorFlow's words.
Operation applyOperation(Api& api, const OpDefinition& definition, const Value& name, std::span<const Value> inputs, std::span<const GivenAttribute> attributes = {});

inline Operation applyOperation(Api& api, std::string_view type, const Value& name, std::initializer_list<Value> inputs,
                                std::initializer_list<GivenAttribute> attributes = {}) {
    return applyOperation(api, opDefinition(type), name, std::span(inputs.begin(), inputs.size()), std::span(attributes.begin(), attributes.size()));
}

// What a generated op function returns: the operation where it has no outputs, its tensor, a list of tensors, or a named tuple.
Value resultOf(Api& api, const OpDefinition& definition, const Operation& operation);

// The first output.
inline Value tensorOf(Api& api, const Operation& operation) { return api.wrap(operation.output()); }

}  // namespace namescape
