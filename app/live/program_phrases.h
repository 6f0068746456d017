// What several views say of a program in the same words: in which lines something was made, and where the reuse in force comes from.
#pragma once

#include "pipeline/snapshot.h"

#include <QString>

#include <cstdint>

namespace namescape {

// "7", or, inside a function, "7 (called in 12)": the line of the module that led there.
QString lineText(const Snapshot& snapshot, OriginId origin);

// "reuse=True (from line 8)"; `line` 0: not known.
QString reusePhrase(ReuseValue reuse, ReuseSource source, std::uint32_t line);

// The same for the reuse that a variable was asked for under; empty where nothing set it.
QString reusePhraseOf(const Snapshot& snapshot, const VariableRequest& request);

}  // namespace namescape
