// Finds, for a name that is not known, those that were probably meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// Of `names`, which must be sorted: those closest to one that is not known, at most `count`, the closest first.
std::vector<std::string> nearestNames(std::string_view name, const std::vector<std::string>& names, std::size_t count);

}  // namespace namescape
