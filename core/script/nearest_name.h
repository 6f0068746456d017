// The name that was probably meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace namescape {

// The candidate that is closest to `name` by letters changed, added, left out or exchanged; empty where none is close.
std::string nearestName(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace namescape
