// Counts of parameters, and what a program shares altogether, in words.
#pragma once

#include "pipeline/sharing.h"

#include <QString>

namespace namescape {

// "1,240,000", "1,200 + ?" where something's shape is not known; empty for nothing.
QString countText(const ParameterCount& count);

// "1.24 M", for where there is little room.
QString shortCountText(const ParameterCount& count);

// "12 variables · 1.24 M parameters · 3 shared, 0.8 M saved"; empty without variables.
QString summaryOf(const Sharing& sharing);

}  // namespace namescape
