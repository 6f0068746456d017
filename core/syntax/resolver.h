// Python's scoping rules: gives every name its place, and every function, class and comprehension its symbol table.
#pragma once

#include "support/diagnostic.h"
#include "syntax/ast.h"
#include "syntax/name_table.h"

#include <vector>

namespace namescape {

struct Resolution {
    std::vector<const Scope*> scopes;  // outer ones first; the module's is the first
    std::vector<NameId> globals;  // per global slot
    std::vector<Diagnostic> diagnostics;
};

// Fills in the VariableRefs and Scopes of a freshly parsed program's nodes.
Resolution resolve(const Block& program, SourceRange range, Arena& arena, NameTable& names);

}  // namespace namescape
