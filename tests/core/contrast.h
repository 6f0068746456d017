// How well colours are told apart.
#pragma once

#include "diagram/theme.h"

#include <algorithm>
#include <cmath>

namespace namescape {

// WCAG 2.1, relative luminance.
inline double luminance(Colour colour) {
    const auto channel = [&](int shift) {
        const double value = (colour.rgb >> shift & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

inline double contrast(Colour a, Colour b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace namescape
