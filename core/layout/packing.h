// Sets rectangles side by side and below one another, so that together they are compact and of a pleasant shape.
#pragma once

#include "layout/flow.h"

#include <span>
#include <vector>

namespace namescape {

struct Packing {
    FlowSize size;                  // of all together
    std::vector<FlowPoint> corners; // least across and along, by rectangle

    bool operator==(const Packing&) const = default;
};

// Keeps the order: it reads in rows across, small ones stacked beside a long one. `aspect` is the wanted ratio of across to along.
Packing pack(std::span<const FlowSize> sizes, double gap, double aspect);

// How far a size is from what is wanted: the along of the least rectangle of that aspect that holds it.
double fitCost(FlowSize size, double aspect);

}  // namespace namescape
