// The modules of Python's standard library that such programs import.
#include "script/builtin_setup.h"

namespace namescape {

void addStandardModules(const BuiltinSetup&) {}

}  // namespace namescape
