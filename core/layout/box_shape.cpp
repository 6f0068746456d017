#include "layout/box_shape.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace namescape {

namespace {

using Kind = OutlineStep::Kind;
constexpr double kCircle = 0.5523;  // controls of a quarter circle, in radii
constexpr double kCapHeight = 0.72; // of a font's letters, in ems: what is centred
constexpr double kSlant = 8;        // of a placeholder's sides

bool isVariable(BoxKind kind) {
    return kind == BoxKind::Variable || kind == BoxKind::SharedVariable;
}

class OutlineMaker {
public:
    void moveTo(Point end) { m_outline.push_back({Kind::Move, {}, {}, end}); }
    void lineTo(Point end) { m_outline.push_back({Kind::Line, {}, {}, end}); }
    void curveTo(Point first, Point second, Point end) { m_outline.push_back({Kind::Curve, first, second, end}); }
    void close() { m_outline.push_back({Kind::Close, {}, {}, {}}); }

    // A quarter of an ellipse that bends towards `corner`.
    void roundTo(Point corner, Point end) {
        const Point at = m_outline.back().end;
        curveTo({at.x + (corner.x - at.x) * kCircle, at.y + (corner.y - at.y) * kCircle},
                {end.x + (corner.x - end.x) * kCircle, end.y + (corner.y - end.y) * kCircle}, end);
    }

    void roundedRect(const Rect& r, double radius) {
        radius = std::min({radius, r.width / 2, r.height / 2});
        moveTo({r.x + radius, r.y});
        lineTo({r.right() - radius, r.y});
        roundTo({r.right(), r.y}, {r.right(), r.y + radius});
        lineTo({r.right(), r.bottom() - radius});
        roundTo({r.right(), r.bottom()}, {r.right() - radius, r.bottom()});
        lineTo({r.x + radius, r.bottom()});
        roundTo({r.x, r.bottom()}, {r.x, r.bottom() - radius});
        lineTo({r.x, r.y + radius});
        roundTo({r.x, r.y}, {r.x + radius, r.y});
        close();
    }

    // Flat below, so that edges leave from a straight border there.
    void drum(const Rect& r, double cap) {
        const double middle = r.x + r.width / 2, radius = kMeasures.boxRadius;
        moveTo({r.x, r.y + cap});
        roundTo({r.x, r.y}, {middle, r.y});
        roundTo({r.right(), r.y}, {r.right(), r.y + cap});
        lineTo({r.right(), r.bottom() - radius});
        roundTo({r.right(), r.bottom()}, {r.right() - radius, r.bottom()});
        lineTo({r.x + radius, r.bottom()});
        roundTo({r.x, r.bottom()}, {r.x, r.bottom() - radius});
        close();
    }

    void slanted(const Rect& r) {
        moveTo({r.x + kSlant, r.y});
        lineTo({r.right(), r.y});
        lineTo({r.right() - kSlant, r.bottom()});
        lineTo({r.x, r.bottom()});
        close();
    }

    Outline take() { return std::move(m_outline); }

private:
    Outline m_outline;
};

constexpr double kBadgeGap = 6;

PlacedText placedAround(std::string text, TextStyle style, Point centre) {
    const double width = textWidth(text, style);
    return {std::move(text), style, {centre.x - width / 2, centre.y + style.size * kCapHeight / 2}, width};
}

double badgeWidth(const Box& box) {
    return box.badge.empty() ? 0 : textWidth(box.badge, kMeasures.badge) + 2 * kMeasures.badgePadding + kBadgeGap;
}

// The label was shortened for the least size that a frame has; around wide children there is room for more of the name.
std::string titleOf(const Box& box, const Rect& rect) {
    const std::string_view name = box.fullName.substr(box.fullName.rfind('/') + 1);
    if (name.empty() || box.label == name) return box.label;
    const double room = rect.width - 2 * kMeasures.boxPadding - kMeasures.chevronWidth - badgeWidth(box);
    return room <= textWidth(box.label, kMeasures.title) ? box.label : elidedInMiddle(name, kMeasures.title, room);
}

BoxTexts titleTexts(const Box& box, const Rect& rect) {
    BoxTexts texts;
    const double middle = rect.y + kMeasures.titleHeight / 2;
    texts.label = placedAround(titleOf(box, rect), kMeasures.title, {0, middle});
    texts.label.baseline.x = rect.x + kMeasures.boxPadding + kMeasures.chevronWidth;
    return texts;
}

void addBadge(BoxTexts& texts, const Box& box) {
    if (box.badge.empty()) return;
    const double width = textWidth(box.badge, kMeasures.badge) + 2 * kMeasures.badgePadding;
    const double middle = texts.label.baseline.y - texts.label.style.size * kCapHeight / 2;
    texts.badgeRect = {texts.label.baseline.x + texts.label.width + kBadgeGap, middle - kMeasures.badgeHeight / 2, width, kMeasures.badgeHeight};
    texts.badge = placedAround(box.badge, kMeasures.badge, texts.badgeRect.centre());
}

BoxTexts leafTexts(const Box& box, const Rect& rect) {
    BoxTexts texts;
    const double cap = isVariable(box.kind) ? kMeasures.cylinderCap : box.kind == BoxKind::Series ? -kMeasures.pileHeight : 0;
    Point centre{rect.x + rect.width / 2, rect.y + (rect.height + cap) / 2};
    if (!box.sublabel.empty()) {
        texts.sublabel = placedAround(box.sublabel, kMeasures.sublabel, {centre.x, centre.y + 9});
        centre.y -= 7;
    }
    texts.label = placedAround(box.label, kMeasures.label, centre);
    texts.label.baseline.x += ((box.kind == BoxKind::Scope || box.kind == BoxKind::Series ? kMeasures.chevronWidth : 0) - badgeWidth(box)) / 2;
    return texts;
}

}  // namespace

double straightPart(BoxKind kind) {
    switch (kind) {
    case BoxKind::Constant: return 0.4;
    case BoxKind::Placeholder: return 0.6;
    case BoxKind::Variable:
    case BoxKind::SharedVariable: return 0.3;
    default: return 0.6;
    }
}

double sideInset(BoxKind kind) {
    return kind == BoxKind::Placeholder ? kSlant / 2 : 0;
}

Outline boxOutline(const Box& box, const Rect& rect) {
    OutlineMaker maker;
    if (box.isOpen) maker.roundedRect(rect, kMeasures.frameRadius);
    else if (isVariable(box.kind)) maker.drum(rect, kMeasures.cylinderCap);
    else if (box.kind == BoxKind::Constant) maker.roundedRect(rect, rect.height / 2);
    else if (box.kind == BoxKind::Placeholder) maker.slanted(rect);
    else maker.roundedRect(rect, box.kind == BoxKind::Scope || box.kind == BoxKind::Series ? kMeasures.frameRadius : kMeasures.boxRadius);
    return maker.take();
}

Outline boxRim(const Box& box, const Rect& rect) {
    OutlineMaker maker;
    if (!box.isOpen && isVariable(box.kind)) {
        const double cap = kMeasures.cylinderCap, middle = rect.x + rect.width / 2;
        maker.moveTo({rect.x, rect.y + cap});
        maker.roundTo({rect.x, rect.y + 2 * cap}, {middle, rect.y + 2 * cap});
        maker.roundTo({rect.right(), rect.y + 2 * cap}, {rect.right(), rect.y + cap});
    }
    if (!box.isOpen && box.kind == BoxKind::Series) {
        const double y = rect.bottom() - kMeasures.pileHeight, radius = kMeasures.frameRadius;
        maker.moveTo({rect.x, y - radius});
        maker.roundTo({rect.x, y}, {rect.x + radius, y});
        maker.lineTo({rect.right() - radius, y});
        maker.roundTo({rect.right(), y}, {rect.right(), y - radius});
    }
    return maker.take();
}

Outline boxChevron(const Box& box, const Rect& rect) {
    OutlineMaker maker;
    if (!box.isOpen && box.kind != BoxKind::Scope && box.kind != BoxKind::Series) return {};
    constexpr double kArm = 3.5;
    const PlacedText label = boxTexts(box, rect).label;
    const Point tip{label.baseline.x - kMeasures.chevronWidth + kArm + 2, label.baseline.y - label.style.size * kCapHeight / 2};
    if (box.isOpen) {
        maker.moveTo({tip.x - kArm, tip.y - kArm / 2});
        maker.lineTo({tip.x, tip.y + kArm / 2});
        maker.lineTo({tip.x + kArm, tip.y - kArm / 2});
    } else {
        maker.moveTo({tip.x - kArm / 2, tip.y - kArm});
        maker.lineTo({tip.x + kArm / 2, tip.y});
        maker.lineTo({tip.x - kArm / 2, tip.y + kArm});
    }
    return maker.take();
}

BoxTexts boxTexts(const Box& box, const Rect& rect) {
    BoxTexts texts = box.isOpen ? titleTexts(box, rect) : leafTexts(box, rect);
    addBadge(texts, box);
    return texts;
}

}  // namespace namescape
