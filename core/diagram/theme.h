// Colours and measures of the picture: one table for SVG, DOT and the canvas, so that all show the same.
#pragma once

#include "diagram/diagram.h"
#include "diagram/text_metrics.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace namescape {

// 0xRRGGBB.
struct Colour {
    std::uint32_t rgb = 0;
    bool operator==(const Colour&) const = default;
};

struct BoxColours {
    Colour fill;
    Colour border;
    Colour text;     // at least 4.5:1 on the fill
    Colour subtext;  // at least 4.5:1 on the fill
};

struct FrameColours {
    Colour fill;
    Colour border;
    Colour title;
};

struct Theme {
    Colour background;
    std::array<FrameColours, 4> frames;  // by how many scopes are around a scope, the last for all deeper ones
    FrameColours variableFrame;          // of an opened variable
    BoxColours scope;                    // closed
    BoxColours operation;
    BoxColours constant;
    BoxColours placeholder;
    BoxColours variable;
    BoxColours sharedVariable;
    BoxColours control;
    BoxColours badge;                    // of the number on a shared variable; its text is `text`
    Colour dataEdge;
    Colour controlEdge;
    Colour edgeLabel;
    Colour selection;
    Colour highlight;
    Colour error;

    const BoxColours& colours(BoxKind kind) const;
    const FrameColours& frame(const Box& box) const;
    // Of the name scope of that full name, in every picture and table alike.
    const FrameColours& frameOfScope(std::string_view fullName) const;
};

const Theme& theme(ThemeName name);

// Measures in points; texts in styles of text_metrics.h. `families` in CSS order: all have the widths of its table.
struct Measures {
    const char* families = "Helvetica, Arial, 'Liberation Sans', Arimo, Nimbus Sans, sans-serif";
    TextStyle label{12, TextWeight::Bold};
    TextStyle sublabel{10, TextWeight::Regular};
    TextStyle title{12, TextWeight::Bold};
    TextStyle badge{9, TextWeight::Bold};
    TextStyle edgeLabel{9, TextWeight::Regular};
    TextStyle stub{8.5, TextWeight::Regular};
    double maxLabelWidth = 190;   // longer labels and sublabels are shortened
    double maxTitleWidth = 280;
    double oneLineHeight = 30;    // of boxes with a label alone
    double twoLineHeight = 44;
    double cylinderCap = 5;       // a variable's upper ellipse, half its height; its box is that much higher
    double boxPadding = 12;       // left and right of a box's texts
    double chevronWidth = 14;     // of the mark before the name of what can be opened and closed, gap included
    double badgePadding = 5;      // left and right of a badge's text
    double badgeHeight = 14;
    double maxStubWidth = 84;     // of its label; longer ones are shortened
    double stubPadding = 5;       // left and right of a stub's label
    double stubHeight = 13;
    double stubGap = 2;           // between stubs that stand above one another
    double stubLine = 12;         // between a stub and its box
    double pileHeight = 4;        // what is seen below a series' box of another one
    double titleHeight = 28;      // bar at the top of a frame
    double framePadding = 14;     // between a frame's border and its children
    double boxRadius = 6;
    double frameRadius = 10;
    double pictureMargin = 16;    // around everything
    double arrowLength = 7;
    double arrowWidth = 6;
    double edgeWidth = 1.2;
};
inline constexpr Measures kMeasures{};

}  // namespace namescape
