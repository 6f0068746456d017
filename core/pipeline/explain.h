// Why a name of a snapshot is what it is.
#pragma once

#include "pipeline/snapshot.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// A few sentences on an operation, tensor, variable, name scope or variable scope; of the main graph, or of the first other one
// that has it. Nothing where no graph has it.
std::optional<std::string> explainName(const Snapshot& snapshot, std::string_view name);

// Up to three names of the main graph that may have been meant.
std::vector<std::string> namesLike(const Snapshot& snapshot, std::string_view name);

}  // namespace namescape
