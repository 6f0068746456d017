// The `with` items of a program's text.
#pragma once

#include "syntax/syntax_tree.h"

#include <vector>

namespace namescape {

struct WithItemPlace {
    const WithItem* item = nullptr;
    SourceRange bodyRange;
};

// All of them, in the order of the text.
std::vector<WithItemPlace> withItems(const SyntaxTree& tree);

}  // namespace namescape
