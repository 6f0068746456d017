// Made-up programs of a wanted size, and the edits that somebody makes in them.
#pragma once

#include <cstddef>
#include <string>

namespace namescape {

// A network of layers in nested scopes that makes about `operations` operations.
std::string networkProgram(std::size_t operations);

// Operations in nested scopes whose names clash, made by loops: about `operations`.
std::string clashingProgram(std::size_t operations);

// The program after one more key press of a session that renames scopes, changes numbers, writes comments and breaks off
// in the middle of a line. Every step gives another text.
std::string afterKeyPress(const std::string& program, std::size_t step);

}  // namespace namescape
