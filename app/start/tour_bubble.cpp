#include "start/tour_bubble.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace namescape {

namespace {

// Pixels.
constexpr int arrow = 9;
constexpr int padding = 14;
constexpr int radius = 8;
constexpr int smallTarget = 60;  // lower ones are tabs and the like: what is beside them belongs to them
constexpr int lettersWide = 50;

}  // namespace

TourBubble::TourBubble(QWidget& window)
    : QWidget(&window), m_title(new QLabel(this)), m_words(new QLabel(this)), m_progress(new QLabel(this)), m_dismiss(new QPushButton(tr("&Don’t show again"), this)),
      m_back(new QPushButton(tr("&Back"), this)), m_next(new QPushButton(this)) {
    setAccessibleName(tr("Tour"));
    setFocusProxy(m_next);
    m_words->setWordWrap(true);
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    m_dismiss->setFlat(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_progress);
    buttons->addStretch(1);
    for (QPushButton* button : {m_dismiss, m_back, m_next}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(padding + arrow, padding + arrow, padding + arrow, padding + arrow);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addLayout(buttons);
    connect(m_dismiss, &QPushButton::clicked, this, &TourBubble::dismissed);
    connect(m_back, &QPushButton::clicked, this, &TourBubble::backRequested);
    connect(m_next, &QPushButton::clicked, this, &TourBubble::nextRequested);
    hide();
}

void TourBubble::showHint(const QString& title, const QString& words, int number, int count) {
    m_title->setText(title);
    m_words->setText(words);
    m_progress->setText(tr("%1 of %2").arg(number).arg(count));
    m_back->setEnabled(number > 1);
    m_next->setText(number < count ? tr("&Next") : tr("D&one"));
    m_next->setAccessibleDescription(title + QLatin1String(". ") + words);
    show();
    raise();
    readFont();
}

// Its style is only known once it is shown.
void TourBubble::readFont() {
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    const int width = fontMetrics().averageCharWidth() * lettersWide;
    setFixedWidth(std::max(width, m_dismiss->sizeHint().width() + m_back->sizeHint().width() + m_next->sizeHint().width() + m_progress->sizeHint().width() + 2 * (padding + arrow) + 30));
    setFixedHeight(layout()->heightForWidth(width));
}

QString TourBubble::title() const {
    return m_title->text();
}

QString TourBubble::progress() const {
    return m_progress->text();
}

void TourBubble::takeKeyboard() {
    m_next->setFocus();
}

QRect TourBubble::placeOn(Side side, const QRect& target) const {
    const QRect room = parentWidget()->rect();
    const int x = std::clamp(target.center().x() - width() / 2, 0, std::max(0, room.width() - width()));
    const int y = std::clamp(target.top() + std::min(target.height() / 3, 140) - height() / 2, 0, std::max(0, room.height() - height()));
    switch (side) {
    case Side::Left: return {target.left() - width(), y, width(), height()};
    case Side::Right: return {target.right() + 1, y, width(), height()};
    case Side::Above: return {x, target.top() - height(), width(), height()};
    case Side::Below: return {x, target.bottom() + 1, width(), height()};
    case Side::None: break;
    }
    return {room.right() - width() - padding, room.bottom() - height() - padding, width(), height()};
}

void TourBubble::pointAt(const QRect& target) {
    const bool isSmall = target.height() < smallTarget;
    const std::array sides = isSmall ? std::array{Side::Above, Side::Below, Side::Right, Side::Left} : std::array{Side::Right, Side::Left, Side::Below, Side::Above};
    const auto fits = [&](Side side) { return parentWidget()->rect().contains(placeOn(side, target)); };
    const auto side = std::find_if(sides.begin(), sides.end(), fits);
    m_side = side == sides.end() ? Side::None : *side;
    setGeometry(placeOn(m_side, target));
    const bool isBeside = m_side == Side::Left || m_side == Side::Right;
    const int at = isBeside ? std::clamp(target.center().y() - y(), radius + 2 * arrow, height() - radius - 2 * arrow)
                            : std::clamp(target.center().x() - x(), radius + 2 * arrow, width() - radius - 2 * arrow);
    m_tip = isBeside ? QPoint(m_side == Side::Right ? 0 : width(), at) : QPoint(at, m_side == Side::Below ? 0 : height());
    update();
}

void TourBubble::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape: return void(Q_EMIT dismissed());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        for (QPushButton* button : {m_dismiss, m_back, m_next})
            if (button->hasFocus()) return button->click();
        return;
    default: return QWidget::keyPressEvent(event);
    }
}

void TourBubble::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(arrow, arrow, -arrow, -arrow);
    QPainterPath shape;
    shape.addRoundedRect(box, radius, radius);
    if (m_side != Side::None) {
        const bool isBeside = m_side == Side::Left || m_side == Side::Right;
        const QPointF across = isBeside ? QPointF(0, arrow) : QPointF(arrow, 0);
        const QPointF inwards = isBeside ? QPointF(m_side == Side::Right ? arrow + 1 : -arrow - 1, 0) : QPointF(0, m_side == Side::Below ? arrow + 1 : -arrow - 1);
        QPainterPath tip(m_tip);
        tip.lineTo(m_tip + inwards + across);
        tip.lineTo(m_tip + inwards - across);
        tip.closeSubpath();
        shape = shape.united(tip);
    }
    painter.setPen(QPen(palette().color(QPalette::Link), 1.5));
    painter.setBrush(palette().base());
    painter.drawPath(shape);
}

void TourBubble::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible()) readFont();
}

}  // namespace namescape
