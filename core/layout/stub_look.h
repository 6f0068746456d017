// What a stub looks like, the same for SVG and canvas.
#pragma once

#include "layout/box_shape.h"

namespace namescape {

// The line between a stub and its leaf is empty where stubs stand on one another.
struct StubLook {
    Outline outline;     // to be filled and stroked
    PlacedText label;
    BoxColours colours;  // those of what it stands for
    Outline line;        // to be stroked
    Outline arrow;       // to be filled; empty as the line
    Colour lineColour;
    bool isDashed = false;  // line and outline, as those of control edges
};

StubLook stubLook(const Stub& stub, const DrawnStub& drawn, const Diagram& diagram, const Theme& theme);

inline constexpr double kStubBorder = 0.8;

}  // namespace namescape
