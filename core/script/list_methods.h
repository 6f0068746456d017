// What lists do that operators and builtins need too.
#pragma once

#include "script/containers.h"

namespace namescape {

// Appends the elements; a list may extend itself.
void extendList(Interpreter& interpreter, ListObject& list, const Value& iterable);

// Sorts in place, stable. `key`: None or a callable. The list is empty while keys and comparisons run, as in CPython;
// ValueError when one of them changed it.
void sortList(Interpreter& interpreter, ListObject& list, const Value& key, bool isReversed);

}  // namespace namescape
