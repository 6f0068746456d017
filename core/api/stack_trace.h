// Places in a program as Python's stack traces write them.
#pragma once

#include "api/api.h"

#include <string>

namespace namescape {

enum class TraceOrder : std::uint8_t { InnermostFirst, OutermostFirst };

// `  File "a.py", line 3, in <module>` and the line itself, for the place and at most four of the calls that led there.
std::string stackTrace(const Api& api, OriginId origin, TraceOrder order);

}  // namespace namescape
