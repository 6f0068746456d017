// Where stubs stand: what a leaf is fed by before it, what it feeds behind it, across the flow, so that lines along the flow stay free.
#pragma once

#include "layout/flow.h"

#include <span>
#include <vector>

namespace namescape {

// What a leaf needs beside it for its stubs, and how far they reach beyond it along the flow, at each end.
struct StubRoom {
    double before = 0, after = 0;  // across
    double beyond = 0;             // along
};

class StubPlaces {
public:
    explicit StubPlaces(const Diagram& diagram);

    StubRoom room(BoxId leaf) const;
    // Boxes must have their places.
    void place(Drawing& drawing) const;

private:
    std::span<const Stub> of(BoxId leaf) const;
    void placeBeside(std::span<const Stub> stubs, const Rect& leaf, Drawing& drawing) const;

    const Diagram& m_diagram;
    std::vector<std::uint32_t> m_begin;  // by box: into the diagram's stubs; and the end of the last. Empty where there are none.
};

}  // namespace namescape
