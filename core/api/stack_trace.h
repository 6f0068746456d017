// Places in a program as Python's stack traces write them.
#pragma once

#include "api/api.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// A place in the program, as one entry of a trace.
struct TraceEntry {
    std::uint32_t line = 0;  // from 1
    std::string function;    // its own name; "<module>" outside of all
    std::string_view code;   // the line, trimmed; a view into the program's text
};

// The place and the calls that led there, the innermost first.
std::vector<TraceEntry> traceEntries(const Api& api, OriginId origin);

enum class TraceOrder : std::uint8_t { InnermostFirst, OutermostFirst };

// `  File "a.py", line 3, in <module>` and the line itself, for the place and at most four of the calls that led there.
std::string stackTrace(const Api& api, OriginId origin, TraceOrder order);

}  // namespace namescape
