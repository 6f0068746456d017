#include "shell/pointer_ring.h"

#include <QApplication>
#include <QCursor>
#include <QPainter>
#include <QTimer>

#include <chrono>

namespace namescape {

namespace {

using namespace std::chrono_literals;

constexpr int diameter = 48;  // pixels
constexpr double lineWidth = 3;
// Asked for, not waited for: many widgets are told of the pointer only while a button is held.
constexpr auto followInterval = 16ms;

}  // namespace

PointerRing::PointerRing(QWidget& window) : QWidget(&window), m_timer(new QTimer(this)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    resize(diameter, diameter);
    hide();
    m_timer->setInterval(followInterval);
    connect(m_timer, &QTimer::timeout, this, &PointerRing::follow);
}

void PointerRing::setOn(bool isOn) {
    isOn ? m_timer->start() : m_timer->stop();
    isOn ? follow() : hide();
}

void PointerRing::follow() {
    const QPoint pointer = parentWidget()->mapFromGlobal(QCursor::pos());
    const bool isSeen = parentWidget()->isActiveWindow() && parentWidget()->rect().contains(pointer) && !QApplication::activePopupWidget();
    if (!isSeen) return hide();
    const bool isPressed = QGuiApplication::mouseButtons() != Qt::NoButton;
    if (isPressed != m_isPressed) update();
    m_isPressed = isPressed;
    const QPoint place = pointer - rect().center();
    if (place == pos() && isVisible()) return;
    move(place);
    show();
    raise();
}

void PointerRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = palette().color(QPalette::Link), ground = line;
    line.setAlphaF(0.85F);
    ground.setAlphaF(m_isPressed ? 0.4F : 0.15F);
    const double inset = m_isPressed ? 3 * lineWidth : lineWidth;
    painter.setPen(QPen(line, lineWidth));
    painter.setBrush(ground);
    painter.drawEllipse(QRectF(rect()).adjusted(inset, inset, -inset, -inset));
}

}  // namespace namescape
