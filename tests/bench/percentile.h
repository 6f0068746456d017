// Which of many measured times is how far up among them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace namescape {

// `share` from 0 to 1; of at least one value.
inline double percentile(std::vector<double> values, double share) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

}  // namespace namescape
