// Nested lists, tuples and dicts of values, as tensorflow.python.util.nest sees them.
#pragma once

#include "script/interpreter.h"

#include <span>
#include <string>
#include <vector>

namespace namescape {

// The leaves in order; dicts by sorted key. A value that is no structure is its own only leaf.
std::vector<Value> flatten(Interpreter& interpreter, const Value& structure);

// The structure with other leaves, as many as flatten() gives.
Value packAs(Interpreter& interpreter, const Value& structure, std::span<const Value> leaves);

// nest.assert_same_structure. Throws ScriptError, a TypeError for sequences of different types, else a ValueError; `before` goes
// before its message, as `beforeTypes` does before a TypeError's.
void assertSameStructure(Interpreter& interpreter, const Value& first, const Value& second, const std::string& beforeTypes = {}, const std::string& before = {});

}  // namespace namescape
