// The algebra of sets: set, frozenset, and the views of dicts that behave as sets.
#pragma once

#include "script/containers.h"
#include "syntax/ast.h"

namespace namescape {

// |, &, - and ^ of sets (dicts too with |). NotImplemented for other operands.
Value setOperation(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right);
// |=, &=, -= and ^= of a set, |= of a dict; false where the operands don't allow it.
bool updateInPlace(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right);
// Subsets and equality. NotImplemented for other operands.
Value compareSets(Interpreter& interpreter, CompareOperator op, const Value& left, const Value& right);

void addToSet(Interpreter& interpreter, SetObject& set, const Value& value);
bool setContains(Interpreter& interpreter, const SetObject& set, const Value& value);
// The type of `like` where that is a builtin one, else set.
Ref<SetObject> copySet(Interpreter& interpreter, const SetObject& set);
void updateSet(Interpreter& interpreter, SetObject& set, const Value& iterable);
// A set with the elements of any iterable; the value itself where it is one.
Value asSet(Interpreter& interpreter, const Value& iterable);

// The elements in the order in which CPython would list them, as far as that doesn't depend on addresses or random hashes:
// sets of small ints go by their hash table, others by insertion.
std::vector<Value> setElements(const SetObject& set);

}  // namespace namescape
