// Explains an error in the user's own lines, and says which edits of the text would help.
#pragma once

#include "api/evaluation.h"
#include "support/diagnostic.h"
#include "syntax/syntax_tree.h"

#include <span>

namespace namescape {

// Adds to the diagnostic of the error that ended the program: a note of our own, the places it speaks of, and fixes. TensorFlow's
// words stay as they are. Adds to other diagnostics of the evaluation the fixes that need the text.
void explainMistakes(const SyntaxTree& tree, const Evaluation& evaluation, std::span<Diagnostic> diagnostics);

}  // namespace namescape
