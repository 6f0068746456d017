// Why the names of a graph are what they are, as JSON.
#pragma once

#include "io/json_writer.h"
#include "pipeline/snapshot.h"

namespace namescape {

// Writes one object: "scopes", one entry per time that a name scope was opened for something; "operations", one entry per
// operation in the order of creation; "variables", one per variable. Names come from whole entries, so that nothing is told twice.
void writeProvenance(JsonWriter& json, const Snapshot& snapshot, const EvaluatedGraph& evaluated);

}  // namespace namescape
