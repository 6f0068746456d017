// What the builtin types do by themselves, whatever methods a class of the program that inherits from them has.
#pragma once

#include "script/value.h"
#include "syntax/ast.h"

#include <cstdint>
#include <optional>

namespace namescape {

class Interpreter;

// NotImplemented where the types of the operands don't know each other.
Value builtinBinary(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right);
Value builtinCompare(Interpreter& interpreter, CompareOperator op, const Value& left, const Value& right);

// Nothing where the type doesn't have it. Errors within (no such key, index out of range) are thrown.
std::optional<Value> builtinGetItem(Interpreter& interpreter, const Value& object, const Value& key);
bool builtinSetItem(Interpreter& interpreter, const Value& object, const Value& key, const Value& value);
bool builtinDeleteItem(Interpreter& interpreter, const Value& object, const Value& key);
std::optional<bool> builtinContains(Interpreter& interpreter, const Value& container, const Value& item);
std::optional<std::int64_t> builtinLength(const Value& value);
std::optional<Value> builtinIterate(Interpreter& interpreter, const Value& iterable);
std::uint64_t builtinHash(Interpreter& interpreter, const Value& value);

}  // namespace namescape
