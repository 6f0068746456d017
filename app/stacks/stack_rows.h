// What one of the two stacks says, a row for each frame and for each setting in it.
#pragma once

#include "pipeline/scope_stacks.h"

#include <QString>

#include <string>
#include <vector>

namespace namescape {

enum class StackSide { NameScopes, VariableScopes };

enum class StackRowKind { Frame, Setting, Prefix };

struct StackRow {
    StackRowKind kind = StackRowKind::Frame;
    int depth = 0;          // of its frame, from 0
    QString label;          // of a frame, its name; of a setting, what is set
    QString value;          // empty for a frame
    QString source;         // "line 3"; empty where there is none
    QString toolTip;
    bool isMuted = false;   // inherited, or by default
    std::uint32_t line = 0; // what the row is about, from 1; 0: nothing to go to
    std::string scope;      // of a frame, its full name, for its colour; empty where it opens none

    bool operator==(const StackRow&) const = default;
};

// From the outside in. The innermost frame lists all that is in force, the others what they set.
std::vector<StackRow> rowsOf(const ScopeStacks& stacks, StackSide side);

}  // namespace namescape
