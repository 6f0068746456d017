// How the picture lies in the widget: a scale and an offset.
#pragma once

#include "layout/drawing.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace namescape {

inline QRectF toQRectF(const Rect& rect) {
    return {rect.x, rect.y, rect.width, rect.height};
}

// Widget pixels per point of the picture, and where the picture's corner is in the widget.
struct ViewTransform {
    static constexpr double kSmallestScale = 0.0005;
    static constexpr double kLargestScale = 6;

    double scale = 1;
    QPointF offset;

    QPointF toWidget(QPointF point) const { return point * scale + offset; }
    QPointF toPicture(QPointF point) const { return (point - offset) / scale; }
    QRectF toWidget(const QRectF& rect) const { return {toWidget(rect.topLeft()), rect.size() * scale}; }
    QRectF toPicture(const QRectF& rect) const { return {toPicture(rect.topLeft()), rect.size() / scale}; }
    QTransform transform() const { return {scale, 0, 0, scale, offset.x(), offset.y()}; }

    // Another scale, where the picture's point under `fixed` stays under it.
    ViewTransform zoomed(double newScale, QPointF fixed) const;
    // All of `picture` in the middle of the widget, not enlarged beyond `largestScale`.
    static ViewTransform fitting(const QRectF& picture, QSizeF widget, double largestScale);
    // Moved so that some of the picture stays in the widget.
    ViewTransform keptNear(const QRectF& picture, QSizeF widget) const;

    bool operator==(const ViewTransform&) const = default;
};

ViewTransform between(const ViewTransform& from, const ViewTransform& to, double share);

}  // namespace namescape
