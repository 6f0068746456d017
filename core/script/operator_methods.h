// The special methods of builtin types (int.__add__, list.__getitem__ …), for programs that call them by name.
#pragma once

#include "script/builtin_operations.h"
#include "script/builtin_setup.h"

#include <span>

namespace namescape {

using Arguments = std::span<Value>;

template <BinaryOperator op>
Value forwardMethod(Interpreter& in, Arguments a) { return builtinBinary(in, op, a[0], a[1]); }

template <BinaryOperator op>
Value reflectedMethod(Interpreter& in, Arguments a) { return builtinBinary(in, op, a[1], a[0]); }

template <CompareOperator op>
Value compareMethod(Interpreter& in, Arguments a) { return builtinCompare(in, op, a[0], a[1]); }

Value lengthMethod(Interpreter& in, Arguments a);
Value getItemMethod(Interpreter& in, Arguments a);
Value setItemMethod(Interpreter& in, Arguments a);
Value deleteItemMethod(Interpreter& in, Arguments a);
Value containsMethod(Interpreter& in, Arguments a);
Value iterMethod(Interpreter& in, Arguments a);
Value hashMethod(Interpreter& in, Arguments a);
Value reprMethod(Interpreter& in, Arguments a);
Value strMethod(Interpreter& in, Arguments a);

// __eq__, __ne__, and where there is an order __lt__ and so on.
void addComparisons(const BuiltinSetup& setup, TypeObject& type, bool isOrdered);

}  // namespace namescape
