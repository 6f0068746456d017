#include "canvas/view_transform.h"

#include <algorithm>

namespace namescape {

namespace {

// Of the picture, always left to be seen.
constexpr double leastVisible = 48;

}  // namespace

ViewTransform ViewTransform::zoomed(double newScale, QPointF fixed) const {
    const double allowed = std::clamp(newScale, kSmallestScale, kLargestScale);
    return {allowed, fixed - toPicture(fixed) * allowed};
}

ViewTransform ViewTransform::fitting(const QRectF& picture, QSizeF widget, double largestScale) {
    if (picture.isEmpty() || widget.isEmpty()) return {};
    const double wanted = std::min(widget.width() / picture.width(), widget.height() / picture.height());
    const double scale = std::clamp(wanted, kSmallestScale, std::max(kSmallestScale, largestScale));
    const QPointF middle(widget.width() / 2, widget.height() / 2);
    return {scale, middle - picture.center() * scale};
}

ViewTransform ViewTransform::keptNear(const QRectF& picture, QSizeF widget) const {
    const QRectF shown = toWidget(picture);
    ViewTransform kept = *this;
    const double roomX = std::min(leastVisible, shown.width());
    const double roomY = std::min(leastVisible, shown.height());
    kept.offset += QPointF(std::max(0.0, roomX - shown.right()) + std::min(0.0, widget.width() - roomX - shown.left()),
                           std::max(0.0, roomY - shown.bottom()) + std::min(0.0, widget.height() - roomY - shown.top()));
    return kept;
}

ViewTransform between(const ViewTransform& from, const ViewTransform& to, double share) {
    return {from.scale + (to.scale - from.scale) * share, from.offset + (to.offset - from.offset) * share};
}

}  // namespace namescape
