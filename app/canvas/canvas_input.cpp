// The canvas's mouse, wheel, touchpad and keys.
#include "appearance/appearance.h"
#include "canvas/box_card.h"
#include "canvas/canvas.h"
#include "live/selection.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTimer>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <optional>

namespace namescape {

namespace {

// Zoom per degree that a wheel turns: a notch of 15 degrees is a fifth.
constexpr double zoomPerDegree = 0.0122;
constexpr double panPerKey = 64;
constexpr double edgeReach = 4;

std::optional<WalkDirection> directionOf(int key) {
    switch (key) {
    case Qt::Key_Left: return WalkDirection::Left;
    case Qt::Key_Right: return WalkDirection::Right;
    case Qt::Key_Up: return WalkDirection::Up;
    case Qt::Key_Down: return WalkDirection::Down;
    default: return std::nullopt;
    }
}

QPointF stepOf(WalkDirection direction) {
    switch (direction) {
    case WalkDirection::Left: return {panPerKey, 0};
    case WalkDirection::Right: return {-panPerKey, 0};
    case WalkDirection::Up: return {0, panPerKey};
    case WalkDirection::Down: return {0, -panPerKey};
    }
    return {};
}

}  // namespace

bool Canvas::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        return showCard(help->pos(), help->globalPos());
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
    return QWidget::event(event);
}

bool Canvas::showCard(const QPoint& position, const QPoint& globalPosition) {
    QString card;
    if (m_scene) {
        const QPointF point = m_view.toPicture(QPointF(position));
        const BoxId box = m_scene->boxAt(point);
        const bool isOnLeaf = box.isValid() && !m_scene->diagram().box(box).isOpen;
        const EdgeId edge = isOnLeaf ? EdgeId{} : m_scene->edgeAt(point, edgeReach / m_view.scale);
        if (edge.isValid())
            card = cardOf(*m_scene->snapshot(), edge);
        else if (box.isValid())
            card = cardOf(*m_scene->snapshot(), box);
    }
    QToolTip::showText(globalPosition, card, this);
    return true;
}

void Canvas::setPanning(bool isPanning) {
    m_isPanning = isPanning;
    updateCursor();
}

void Canvas::updateCursor() {
    if (m_isPanning)
        setCursor(Qt::ClosedHandCursor);
    else if (m_isSpaceHeld)
        setCursor(Qt::OpenHandCursor);
    else
        unsetCursor();
}

void Canvas::mousePressEvent(QMouseEvent* event) {
    m_pressedAt = m_lastAt = event->position();
    m_wasDragged = false;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceHeld)) setPanning(true);
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() == Qt::NoButton) {
        setHovered(m_scene ? m_scene->boxAt(m_view.toPicture(event->position())) : BoxId{});
        return;
    }
    if (!m_wasDragged && (event->position() - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
    m_wasDragged = true;
    if (event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) {
        setPanning(true);
        moveBy(event->position() - m_lastAt);
    }
    m_lastAt = event->position();
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_wasDragged && !m_isPanning && event->button() == Qt::LeftButton) selectAt(event->position(), event->modifiers());
    setPanning(false);
}

void Canvas::selectAt(QPointF position, Qt::KeyboardModifiers modifiers) {
    if (!m_scene) return;
    const BoxId box = m_scene->boxAt(m_view.toPicture(position));
    if (!box.isValid()) return m_selection.clear();
    const bool wantsPath = modifiers & Qt::ShiftModifier && !m_selectedName.empty();
    m_selection.selectNode(m_scene->diagram().box(box).fullName);
    if (wantsPath) highlightSelection(HighlightKind::Path);
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!m_scene || event->button() != Qt::LeftButton) return;
    // The second release of a double click must not select what comes to lie there.
    m_wasDragged = true;
    toggle(m_scene->boxAt(m_view.toPicture(event->position())));
}

void Canvas::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    setHovered({});
}

void Canvas::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAt(event->position(), std::exp(event->angleDelta().y() / 8.0 * zoomPerDegree));
        if (m_frame.isSlow()) m_sharpTimer->start();
        return;
    }
    QPointF distance = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(event->pixelDelta());
    if (event->modifiers() & Qt::ShiftModifier && distance.x() == 0) distance = QPointF(distance.y(), 0);
    moveBy(distance);
}

void Canvas::contextMenuEvent(QContextMenuEvent* event) {
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const BoxId box = !m_scene ? BoxId{} : isByMouse ? m_scene->boxAt(m_view.toPicture(QPointF(event->pos()))) : m_selectedBox;
    const QPoint place = !isByMouse && box.isValid() ? mapToGlobal(widgetRect(box).center().toPoint()) : event->globalPos();
    if (box.isValid()) m_selection.selectNode(m_scene->diagram().box(box).fullName);
    Q_EMIT menuRequested(place, box);
}

void Canvas::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space) {
        m_isSpaceHeld = true;
        updateCursor();
    } else if (!handleKey(*event)) {
        QWidget::keyPressEvent(event);
    }
}

void Canvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return QWidget::keyReleaseEvent(event);
    m_isSpaceHeld = false;
    updateCursor();
}

bool Canvas::handleKey(const QKeyEvent& event) {
    const auto direction = directionOf(event.key());
    if (direction && event.modifiers() & Qt::ControlModifier) {
        moveBy(stepOf(*direction));
        return true;
    }
    if (direction) {
        walk(*direction);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: toggle(m_selectedBox); return true;
    case Qt::Key_Escape: m_highlight.kind == HighlightKind::None ? m_selection.clear() : highlight({}); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return true;
    case Qt::Key_Minus: zoomOut(); return true;
    case Qt::Key_0:
    case Qt::Key_F:
    case Qt::Key_Home: fit(); return true;
    case Qt::Key_1: showActualSize(); return true;
    case Qt::Key_Backspace:
        if (m_selectedBox.isValid() && m_scene->diagram().box(m_selectedBox).parent.isValid())
            m_selection.selectNode(m_scene->diagram().box(m_scene->diagram().box(m_selectedBox).parent).fullName);
        return true;
    default: return false;
    }
}

void Canvas::walk(WalkDirection direction) {
    if (!m_scene) return;
    const BoxId from = m_selectedBox.isValid() || m_linkedBoxes.empty() ? m_selectedBox : m_linkedBoxes.front();
    const BoxId next = nextBox(m_scene->diagram(), m_scene->snapshot()->drawing, from, direction);
    if (next.isValid()) m_selection.selectNode(m_scene->diagram().box(next).fullName);
}

}  // namespace namescape
