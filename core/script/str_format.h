// str.format() and str.format_map().
#pragma once

#include "script/containers.h"

namespace namescape {

// `positional`: a tuple; `keywords`: a dict or another mapping.
Value strFormat(Interpreter& interpreter, const StringObject& format, const Value& positional, const Value& keywords);

}  // namespace namescape
