// What the pointer is told of a box or an edge when it rests there.
#pragma once

#include "pipeline/snapshot.h"

#include <QString>

namespace namescape {

// Rich text: names, types, shapes, inputs, the line that made it.
QString cardOf(const Snapshot& snapshot, BoxId box);
QString cardOf(const Snapshot& snapshot, EdgeId edge);
// The same in one line of plain text, for screen readers.
QString spokenNameOf(const Snapshot& snapshot, BoxId box);

}  // namespace namescape
