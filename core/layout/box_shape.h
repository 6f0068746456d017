// The outline of a box and where its texts stand, the same for SVG and canvas.
#pragma once

#include "diagram/theme.h"
#include "layout/drawing.h"

#include <cstdint>
#include <string>
#include <vector>

namespace namescape {

// A step of an outline: a point to go to, or a cubic's two controls and end.
struct OutlineStep {
    enum class Kind : std::uint8_t { Move, Line, Curve, Close };

    Kind kind = Kind::Move;
    Point first, second;  // controls of a Curve
    Point end;
};

using Outline = std::vector<OutlineStep>;

// To be filled and stroked. Frames and operations are rounded rectangles, constants pills, placeholders slanted, variables drums.
Outline boxOutline(const Box& box, const Rect& rect);

// Further lines, to be stroked only: the rim of a variable's drum, and the mark of what opens and closes
// (pointing right where it is closed and down where it is open).
Outline boxRim(const Box& box, const Rect& rect);
Outline boxChevron(const Box& box, const Rect& rect);

// A line of text: its baseline's left end, and its width after text_metrics.h.
struct PlacedText {
    std::string text;
    TextStyle style;
    Point baseline;
    double width = 0;
};

struct BoxTexts {
    PlacedText label;
    PlacedText sublabel;  // empty where there is none
    PlacedText badge;     // empty where there is none
    Rect badgeRect;       // a pill around the badge
};

// A frame's title may be longer than the box's label: as long as there is room in the frame that was drawn.
BoxTexts boxTexts(const Box& box, const Rect& rect);

// The part of a leaf's upper and lower border, about its middle, that is straight: 0 to 1 of its width.
double straightPart(BoxKind kind);

// How far a leaf's left and right borders lie within its rectangle at half its height.
double sideInset(BoxKind kind);

}  // namespace namescape
