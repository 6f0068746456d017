// All that can be asked of a snapshot's names, asked, and held against what must be so.
#pragma once

#include "pipeline/snapshot.h"

namespace namescape {

// Stacks at every line and of every operation, facts of every block, explanations of every name, who shares what.
void askEverything(const Snapshot& snapshot);

// What has changed from one snapshot to the next.
void askWhatChanged(const Snapshot& before, const Snapshot& after);

}  // namespace namescape
