// Makes classes at run time: what type(name, bases, dict) does.
#pragma once

#include "script/interpreter.h"

#include <span>
#include <string_view>

namespace namescape {

// The metaclass that a class with these bases has; TypeError where theirs conflict.
TypeObject& mostDerivedMetaclass(Interpreter& interpreter, TypeObject& metaclass, std::span<const Value> bases);

// A class with the attributes in `names`. Calls __set_name__ of the attributes and __init_subclass__ of the bases, the latter
// with `keywords`. Throws TypeError for bases that don't go together.
Value makeClass(Interpreter& interpreter, TypeObject& metaclass, std::string_view name, std::span<const Value> bases, const DictObject& names,
                std::span<const KeywordValue> keywords);

}  // namespace namescape
