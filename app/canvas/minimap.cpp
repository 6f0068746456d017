#include "canvas/minimap.h"

#include "appearance/appearance.h"
#include "canvas/canvas.h"
#include "canvas/canvas_theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

// Pixels.
constexpr QSizeF largest(190, 150);
constexpr double leastSide = 40;
constexpr double frameWidth = 4;
// As many times its own size the picture is to have: it would hide too much of a smaller one.
constexpr double leastRoom = 2.2;

}  // namespace

Minimap::Minimap(Canvas& canvas, const Appearance& appearance, QWidget* parent) : QWidget(parent), m_canvas(canvas), m_appearance(appearance) {
    setAccessibleName(tr("Overview of the picture"));
    setToolTip(tr("Drag to move the view"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(&canvas, &Canvas::pictureShown, this, &Minimap::readPicture);
    connect(&canvas, &Canvas::viewMoved, this, &Minimap::readView);
    connect(&appearance, &Appearance::changed, this, &Minimap::readPicture);
}

void Minimap::setWanted(bool isWanted) {
    m_isWanted = isWanted;
    readView();
}

void Minimap::readPicture() {
    m_isStale = true;
    if (m_canvas.hasPicture()) {
        const QRectF bounds = m_canvas.scene()->bounds();
        m_scale = std::min(largest.width() / bounds.width(), largest.height() / bounds.height());
        const double width = std::max(leastSide, bounds.width() * m_scale), height = std::max(leastSide, bounds.height() * m_scale);
        resize(QSizeF(width + 2 * frameWidth, height + 2 * frameWidth).toSize());
    }
    readView();
    update();
}

void Minimap::readView() {
    const bool seesAll = !m_canvas.hasPicture() || QRectF(m_canvas.rect()).adjusted(-1, -1, 1, 1).contains(m_canvas.view().toWidget(m_canvas.scene()->bounds()));
    const bool hasRoom = m_canvas.width() > leastRoom * width() && m_canvas.height() > leastRoom * height();
    const bool isShown = m_isWanted && !seesAll && hasRoom;
    if (isShown == isHidden()) setVisible(isShown);
    update();
    Q_EMIT changed();
}

QRectF Minimap::imageRect() const {
    const QSizeF size = m_canvas.scene()->bounds().size() * m_scale;
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

QRectF Minimap::seenRect() const {
    const QRectF seen = m_canvas.view().toPicture(QRectF(m_canvas.rect()));
    const QRectF place = imageRect();
    return QRectF(place.topLeft() + seen.topLeft() * m_scale, seen.size() * m_scale).intersected(place);
}

// Frames and boxes as plain rectangles: lines would be a grey cloud.
void Minimap::renderImage() {
    const double ratio = devicePixelRatioF();
    const Theme& colors = themeOf(m_appearance);
    m_image = QImage((imageRect().size() * ratio).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(toQColor(colors.background));
    QPainter painter(&m_image);
    m_canvas.scene()->paintOverview(painter, m_appearance.isDark() ? ThemeName::Dark : ThemeName::Light, m_scale);
    m_isStale = false;
}

void Minimap::paintEvent(QPaintEvent*) {
    if (!m_canvas.hasPicture()) return;
    if (m_isStale || m_image.devicePixelRatio() != devicePixelRatioF()) renderImage();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_appearance.colors().border, 1));
    painter.setBrush(toQColor(themeOf(m_appearance).background));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRectF place = imageRect();
    painter.drawImage(place.topLeft(), m_image);
    QColor veil = m_appearance.colors().base;
    veil.setAlphaF(0.55F);
    const QRectF seen = seenRect();
    QPainterPath outside;
    outside.addRect(place);
    outside.addRect(seen);
    painter.fillPath(outside, veil);
    painter.setPen(QPen(toQColor(themeOf(m_appearance).selection), 1.5));
    painter.setBrush(Qt::NoBrush);
    // Where one is far in, still to be seen.
    const QRectF marked(seen.center() - QPointF(std::max(seen.width(), 6.0), std::max(seen.height(), 6.0)) / 2,
                        QSizeF(std::max(seen.width(), 6.0), std::max(seen.height(), 6.0)));
    painter.drawRect(marked);
}

void Minimap::moveViewTo(QPointF position) {
    if (m_canvas.hasPicture()) m_canvas.centerOn((position - imageRect().topLeft()) / m_scale);
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) moveViewTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) moveViewTo(event->position());
}

void Minimap::wheelEvent(QWheelEvent* event) {
    event->accept();
    event->angleDelta().y() > 0 ? m_canvas.zoomIn() : m_canvas.zoomOut();
}

}  // namespace namescape
