// Which values one would write for a parameter.
#pragma once

#include "syntax/syntax_tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// Python expressions for a parameter of that name, with `tf` for TensorFlow as the program calls it. Where a tensor, or any
// value, is meant: the names that the program has given to something before `offset`, the latest first.
std::vector<std::string> argumentChoices(const SyntaxTree& tree, std::uint32_t offset, std::string_view callee, std::string_view parameter, std::string_view tf);

// Names that stand for something before `offset`, where that is in the text: assigned ones, loops' and parameters; the latest first.
std::vector<std::string> namesBefore(const SyntaxTree& tree, std::uint32_t offset);

}  // namespace namescape
