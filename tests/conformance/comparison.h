// Says what counts as equal between what `namescape run --json` prints and a recorded result of TensorFlow 1.15.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace namescape {

// The first difference, as text for a person, or nothing where the two are equal. Compared are the operations in
// order of creation, the error, what was printed, the variables and the collections. What may differ: memory
// addresses in texts, the order within control inputs and colocation, and an error message's stack trace.
std::optional<std::string> firstDifference(const nlohmann::json& got, const nlohmann::json& want);

}  // namespace namescape
