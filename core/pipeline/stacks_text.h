// The stacks of scopes at a place, as lines to be read and as JSON.
#pragma once

#include "pipeline/scope_stacks.h"

#include <string>

namespace namescape {

// A line per frame, from the outside in, and below it what is set there; of the innermost frame, all that is in force. Each line ends in "\n".
std::string stacksText(const Snapshot& snapshot, const StackPlace& place);

// One object: "line", "run" (from 1; 0 where the place has not run), "runs", "frames".
std::string stacksJson(const Snapshot& snapshot, const StackPlace& place);

}  // namespace namescape
