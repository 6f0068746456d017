#include "canvas/frame_cache.h"

#include <QElapsedTimer>

#include <cmath>

namespace namescape {

void FrameCache::bring(QSize size, qreal devicePixelRatio, const ViewTransform& view, const Paint& paint) {
    const QSize pixels = size * devicePixelRatio;
    const bool isSameSize = m_frame.size() == pixels && m_frame.devicePixelRatio() == devicePixelRatio;
    if (!isSameSize) {
        m_frame = QPixmap(pixels);
        m_frame.setDevicePixelRatio(devicePixelRatio);
        m_isValid = false;
    }
    if (m_isValid && m_view == view) return;
    if (m_isValid && m_view.scale == view.scale && moveTo(view, paint)) return;
    QElapsedTimer clock;
    clock.start();
    m_view = view;
    paintPart(QRect(QPoint(), size), paint);
    m_isValid = true;
    m_lastMilliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

bool FrameCache::moveTo(const ViewTransform& view, const Paint& paint) {
    const qreal ratio = m_frame.devicePixelRatio();
    const QPointF distance = (view.offset - m_view.offset) * ratio;
    const QPoint pixels = distance.toPoint();
    const QPointF rest = distance - QPointF(pixels);
    if (std::abs(rest.x()) > 0.01 || std::abs(rest.y()) > 0.01) return false;
    if (std::abs(pixels.x()) >= m_frame.width() || std::abs(pixels.y()) >= m_frame.height()) return false;
    QRegion exposed;
    m_frame.scroll(pixels.x(), pixels.y(), m_frame.rect(), &exposed);
    m_view = view;
    for (const QRect& part : exposed) {
        const QRectF inWidget(QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio);
        paintPart(inWidget.toAlignedRect(), paint);
    }
    return true;
}

void FrameCache::paintPart(const QRect& part, const Paint& paint) {
    QPainter painter(&m_frame);
    painter.setClipRect(part);
    paint(painter, part);
}

void FrameCache::draw(QPainter& painter, const ViewTransform& view) const {
    if (view == m_view) return painter.drawPixmap(QPointF(), m_frame);
    const double scale = view.scale / m_view.scale;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.translate(view.offset - m_view.offset * scale);
    painter.scale(scale, scale);
    painter.drawPixmap(QPointF(), m_frame);
    painter.restore();
}

}  // namespace namescape
