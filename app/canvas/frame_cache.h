// The last painted frame, so that panning paints only what comes into view and marks cost no new picture.
#pragma once

#include "canvas/view_transform.h"

#include <QPainter>
#include <QPixmap>

#include <functional>

namespace namescape {

class FrameCache {
public:
    // Paints what lies in `exposed`, in widget pixels, with a painter in widget pixels.
    using Paint = std::function<void(QPainter&, const QRect& exposed)>;

    void forget() { m_isValid = false; }
    bool isValid() const { return m_isValid; }
    // Whether a whole frame takes so long that it is not to be painted for every step of a zoom.
    bool isSlow() const { return m_lastMilliseconds > 16; }

    // Makes the frame that of `view`: by moving it, where only the offset is another one, else by painting it anew.
    void bring(QSize size, qreal devicePixelRatio, const ViewTransform& view, const Paint& paint);
    // Puts it on the widget; where `view` is not the one that it was painted for, scaled and moved to it.
    void draw(QPainter& painter, const ViewTransform& view) const;

private:
    bool moveTo(const ViewTransform& view, const Paint& paint);
    void paintPart(const QRect& part, const Paint& paint);

    QPixmap m_frame;
    ViewTransform m_view;
    bool m_isValid = false;
    double m_lastMilliseconds = 0;
};

}  // namespace namescape
