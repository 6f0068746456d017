// Trees, tokens and scopes as text, a line per statement, for tests and for looking at what was read.
#pragma once

#include "syntax/syntax_tree.h"
#include "syntax/token.h"

#include <string>
#include <vector>

namespace namescape {

// The program's statements as s-expressions, blocks indented below their statement.
std::string dump(const SyntaxTree& tree);

// One expression on one line.
std::string dump(const SyntaxTree& tree, const Expression& expression);

// The symbol tables, inner ones indented below the outer ones: every name with where it lives.
std::string dumpScopes(const SyntaxTree& tree);

// One line per diagnostic: line:column-column kind: message [fixes].
std::string dumpDiagnostics(const SyntaxTree& tree);

// One line per token: its kind and its text.
std::string dump(std::string_view text, const std::vector<Token>& tokens);

}  // namespace namescape
