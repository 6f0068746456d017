// What the inspector says of an operation, a scope or a variable, as rich text with links.
#pragma once

#include "live/selection.h"
#include "pipeline/snapshot.h"

#include <QString>

#include <set>
#include <string>
#include <vector>

namespace namescape {

struct Colors;

// Links are "go:N" to the N-th target, "copy:N" of its name, and "all:SECTION" to show more of a section's rows.
struct InspectorPage {
    QString html;
    std::vector<std::string> targets;  // full names
};

// Sections that are named in `expanded` show up to a thousand rows, others a dozen. Decodes attributes of a graph file, and looks through all
// inputs of the graph for users: some ten milliseconds for a million operations.
InspectorPage inspectorPage(const Snapshot& snapshot, const Selected& selected, const Colors& colors, const std::set<QString>& expanded = {});

}  // namespace namescape
