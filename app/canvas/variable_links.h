// Who uses the variable that is selected, in a picture: the boxes, the edges that lead there, and where no edge does.
#pragma once

#include "live/selection.h"
#include "pipeline/snapshot.h"

#include <utility>
#include <vector>

namespace namescape {

struct VariableLinks {
    std::vector<BoxId> users;   // that stand for operations which compute with it; each once
    std::vector<EdgeId> edges;  // of the picture, from the variable or what reads it to a user
    std::vector<std::pair<BoxId, BoxId>> lines;  // from the variable's box to users that no such edge leads to

    bool isEmpty() const { return users.empty(); }
    bool operator==(const VariableLinks&) const = default;
};

// The variable that is selected alone, or whose read or the like is; invalid where nothing of the kind is.
OperationId selectedVariable(const Snapshot& snapshot, const Selected& selected);

VariableLinks linksOf(const Snapshot& snapshot, OperationId variable);

}  // namespace namescape
