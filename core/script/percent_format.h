// The % operator of strings.
#pragma once

#include "script/containers.h"

namespace namescape {

// `format % arguments`: a tuple's elements, a mapping by key, or one value.
Value percentFormat(Interpreter& interpreter, const StringObject& format, const Value& arguments);

}  // namespace namescape
