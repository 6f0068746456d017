// The names that a program makes, as lines for a person.
#pragma once

#include "pipeline/snapshot.h"

#include <string>

namespace namescape {

// A line per operation in the order of creation (name, type, outputs), then a line per variable (name, shape, type, whether
// it is trainable, and, where it was asked for more than once, from which lines). Columns are lined up.
std::string namesListing(const Snapshot& snapshot);

}  // namespace namescape
