// The library's files, each parsed once for all programs.
#pragma once

#include "syntax/syntax_tree.h"

#include <string_view>

namespace namescape {

// The tree stays as long as the process does: `text` is one of the few that are built in. May be asked for from any thread.
const SyntaxTree& parsedLibrary(std::string_view text);

}  // namespace namescape
