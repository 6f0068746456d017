#include "appearance/notice_bar.h"

#include "appearance/appearance.h"
#include "appearance/brief_label.h"
#include "appearance/icons.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace namescape {

namespace {

constexpr int kButtonMargin = 28;  // the words do not touch the frame

struct NoticeLook {
    const char* iconName;
    QColor color;
    QColor ground;
};

NoticeLook lookOf(NoticeKind kind, const Colors& colors) {
    switch (kind) {
    case NoticeKind::Error: return {"error", colors.error, colors.errorGround};
    case NoticeKind::Warning: return {"warning", colors.warning, colors.warningGround};
    case NoticeKind::Hint: return {"hint", colors.hint, colors.hintGround};
    }
    return {"hint", colors.hint, colors.hintGround};
}

}  // namespace

NoticeBar::NoticeBar(const Appearance& appearance, QWidget* parent)
    : QFrame(parent), m_appearance(appearance), m_icon(new QLabel(this)), m_label(new BriefLabel(kMaxLines, this)), m_grid(new QGridLayout(this)), m_buttons(new QHBoxLayout),
      m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("notice"));
    setVisible(false);
    m_close->setIcon(icon("close"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the notice"));
    m_close->setIconSize({12, 12});
    m_grid->setContentsMargins(10, 4, 4, 4);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    m_grid->addWidget(m_label, 0, 1);
    m_grid->addLayout(m_buttons, 0, 2);
    m_grid->addWidget(m_close, 0, 3, Qt::AlignVCenter);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    connect(&appearance, &Appearance::changed, this, &NoticeBar::readColors);
}

void NoticeBar::showNotice(NoticeKind kind, const QString& words) {
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_kind = kind;
    m_words = words;
    m_label->setText(words);
    readColors();
    show();
}

void NoticeBar::addButton(const QString& words, std::function<void()> act) {
    auto* button = new QPushButton(words, this);
    button->setAutoDefault(false);
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(words) + kButtonMargin);
    m_buttons->addWidget(button);
    // At once, not with the next event: until then the layout would leave it out, and tell too small a height.
    button->show();
    connect(button, &QPushButton::clicked, this, [act = std::move(act)] { act(); });
}

void NoticeBar::arrangeFor(int width) {
    constexpr int fewestLetters = 34;
    const int beside = m_buttons->sizeHint().width() + m_icon->sizeHint().width() + m_close->sizeHint().width();
    const bool isNarrow = width - beside < fontMetrics().averageCharWidth() * fewestLetters;
    if (isNarrow == m_hasButtonsBelow) return;
    m_hasButtonsBelow = isNarrow;
    m_grid->removeItem(m_buttons);
    if (isNarrow)
        m_grid->addLayout(m_buttons, 1, 1, Qt::AlignLeft);
    else
        m_grid->addLayout(m_buttons, 0, 2);
    m_grid->invalidate();
}

void NoticeBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrangeFor(width());
}

void NoticeBar::setWords(const QString& words) {
    m_words = words;
    m_label->setText(words);
}

QString NoticeBar::words() const {
    return m_words;
}

void NoticeBar::readColors() {
    const NoticeLook look = lookOf(m_kind, m_appearance.colors());
    m_icon->setPixmap(iconPixmap(look.iconName, look.color, 16, devicePixelRatioF()));
    setStyleSheet(QStringLiteral("#notice { background: %1; border: 1px solid %2; border-radius: 6px; }").arg(look.ground.name(), look.color.name()));
}

}  // namespace namescape
