// Calls functions that the program has handed to the library.
#pragma once

#include "script/interpreter.h"

#include <span>

namespace namescape {

class Api;

// What the library makes when the function has returned is again made by the call that the library is in.
Value callBack(Api& api, const Value& function, std::span<const Value> positional = {}, std::span<const KeywordValue> keywords = {});

}  // namespace namescape
