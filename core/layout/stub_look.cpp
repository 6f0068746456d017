#include "layout/stub_look.h"

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

constexpr double kArrowLength = 4.5;
constexpr double kArrowWidth = 4.5;
constexpr double kCapHeight = 0.72;  // of a font's letters, in ems

BoxColours coloursOf(const Stub& stub, const Diagram& diagram, const Theme& theme) {
    if (!stub.of.isValid()) return theme.control;
    const Box& box = diagram.box(stub.of);
    return box.isOpen ? theme.scope : theme.colours(box.kind);
}

Outline pill(const Rect& rect) {
    // Constants are pills.
    Box box;
    box.kind = BoxKind::Constant;
    return boxOutline(box, rect);
}

void addLine(StubLook& look, const DrawnStub& drawn) {
    const double dx = drawn.to.x - drawn.from.x, dy = drawn.to.y - drawn.from.y, length = std::hypot(dx, dy);
    if (length <= 0) return;
    const Point along{dx / length, dy / length};
    const double head = std::min(kArrowLength, length);
    const Point base{drawn.to.x - along.x * head, drawn.to.y - along.y * head};
    const double half = kArrowWidth / 2;
    using Kind = OutlineStep::Kind;
    look.line = {{Kind::Move, {}, {}, drawn.from}, {Kind::Line, {}, {}, base}};
    look.arrow = {{Kind::Move, {}, {}, drawn.to}, {Kind::Line, {}, {}, {base.x - along.y * half, base.y + along.x * half}},
                  {Kind::Line, {}, {}, {base.x + along.y * half, base.y - along.x * half}}, {Kind::Close, {}, {}, {}}};
}

}  // namespace

StubLook stubLook(const Stub& stub, const DrawnStub& drawn, const Diagram& diagram, const Theme& theme) {
    StubLook look;
    look.outline = pill(drawn.rect);
    look.colours = coloursOf(stub, diagram, theme);
    look.isDashed = diagram.stubEdges[stub.edge].kind == EdgeKind::Control;
    look.lineColour = look.isDashed ? theme.controlEdge : theme.dataEdge;
    const Point centre = drawn.rect.centre();
    const double width = textWidth(stub.label, kMeasures.stub);
    look.label = {stub.label, kMeasures.stub, {centre.x - width / 2, centre.y + kMeasures.stub.size * kCapHeight / 2}, width};
    addLine(look, drawn);
    return look;
}

}  // namespace namescape
