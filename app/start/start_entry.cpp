#include "start/start_entry.h"

#include "appearance/brief_label.h"
#include "appearance/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace namescape {

namespace {

constexpr int iconPixels = 18;
constexpr int radius = 6;
constexpr int maxLines = 2;

}  // namespace

StartEntry::StartEntry(const char* iconName, const QString& title, const QString& words, const QString& key, QWidget* parent)
    : QAbstractButton(parent), m_icon(new QLabel(this)), m_title(new BriefLabel(1, this)), m_words(new BriefLabel(maxLines, this)), m_key(new QLabel(key, this)), m_iconName(iconName) {
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(words);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    m_title->setText(title);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_key->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget* part : {static_cast<QWidget*>(m_icon), static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_key)})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 6, 8, 6);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_key, 0, 2, Qt::AlignVCenter);
    grid->addWidget(m_words, 1, 1, 1, 2);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    showState();
}

QString StartEntry::words() const {
    return m_words->text();
}

void StartEntry::setMissing() {
    m_isMissing = true;
    m_title->setForegroundRole(QPalette::PlaceholderText);
    showState();
}

void StartEntry::setRemovable() {
    m_remove = new QToolButton(this);
    m_remove->setIcon(namescape::icon("close"));
    m_remove->setIconSize({12, 12});
    m_remove->setFocusPolicy(Qt::NoFocus);
    m_remove->setToolTip(tr("Take out of this list (Delete)"));
    m_remove->setAccessibleName(tr("Take %1 out of this list").arg(text()));
    // Its room is kept, so that the words beside it stay where they are.
    QSizePolicy policy = m_remove->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_remove->setSizePolicy(policy);
    static_cast<QGridLayout*>(layout())->addWidget(m_remove, 0, 3, 2, 1, Qt::AlignVCenter);
    connect(m_remove, &QToolButton::clicked, this, &StartEntry::removeRequested);
    showState();
}

QSize StartEntry::sizeHint() const {
    return layout()->sizeHint();
}

void StartEntry::showState() {
    const QColor color = palette().color(m_isMissing ? QPalette::PlaceholderText : QPalette::Link);
    m_icon->setPixmap(iconPixmap(m_iconName.constData(), color, iconPixels, devicePixelRatioF()));
    if (m_remove) m_remove->setVisible(hasFocus() || underMouse());
    update();
}

bool StartEntry::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave:
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::PaletteChange: {
        const bool isDone = QAbstractButton::event(event);
        showState();
        return isDone;
    }
    default: return QAbstractButton::event(event);
    }
}

// Arrow keys are the page's, which knows what is beside what.
void StartEntry::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
    if (event->key() == Qt::Key_Space) return QAbstractButton::keyPressEvent(event);
    if (event->key() == Qt::Key_Delete && m_remove) return void(Q_EMIT removeRequested());
    event->ignore();
}

void StartEntry::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Link), 1.5) : QPen(Qt::NoPen));
    painter.setBrush(isDown() ? palette().highlight() : underMouse() ? palette().window() : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, radius, radius);
}

}  // namespace namescape
