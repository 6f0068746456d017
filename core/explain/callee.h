// What the callee of a call is, as far as the text says it: something of a module, or a function of the program.
#pragma once

#include "syntax/syntax_tree.h"

#include <string>
#include <string_view>

namespace namescape {

// At most one of them is there.
struct CalleePlace {
    std::string path;                             // "tensorflow.layers.dense"
    const FunctionStatement* function = nullptr;  // at the module's level
};

// `tf` and `tensorflow` are TensorFlow without an import, too, as they are when the program runs.
CalleePlace placeOfCallee(const SyntaxTree& tree, const Expression& callee);

// How the program calls TensorFlow: "tf" where it says nothing else.
std::string nameOfTensorFlow(const SyntaxTree& tree);

}  // namespace namescape
