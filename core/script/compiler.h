// Compiles a syntax tree for the evaluator. Names are resolved already; what is left is order, jumps and the stack.
#pragma once

#include "script/code.h"

#include <memory>

namespace namescape {

class Interpreter;
class SyntaxTree;

// Broken statements compile to nothing. Places outside any sense (`return` at module level) are the parser's business.
std::unique_ptr<CodeUnit> compile(Interpreter& interpreter, const SyntaxTree& tree, bool isLibrary);

}  // namespace namescape
