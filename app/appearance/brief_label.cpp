#include "appearance/brief_label.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

// In average letters: enough for a button's worth of words, so that a notice can stand in a narrow panel.
constexpr int narrowestLetters = 12;
constexpr int usualLetters = 60;

// Breaks the paragraph into at most `count` lines; the last one is shortened where more would follow.
QStringList brokenUp(const QString& paragraph, int count, const QFont& font, int width) {
    QTextLayout layout(paragraph, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        const bool isLast = lines.size() == count - 1;
        const QString text = isLast ? paragraph.mid(line.textStart()) : paragraph.mid(line.textStart(), line.textLength());
        lines.append(isLast ? QFontMetrics(font).elidedText(text, Qt::ElideRight, width) : text);
        if (isLast) break;
    }
    layout.endLayout();
    return lines;
}

}  // namespace

BriefLabel::BriefLabel(int maxLines, QWidget* parent) : QWidget(parent), m_maxLines(maxLines) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void BriefLabel::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    resizeEvent(nullptr);
    update();
}

QStringList BriefLabel::linesFor(int width) const {
    const QStringList paragraphs = m_text.split(u'\n');
    const int share = std::max(1, m_maxLines / static_cast<int>(paragraphs.size()));
    QStringList lines;
    for (const QString& paragraph : paragraphs) lines += brokenUp(paragraph, share, font(), width);
    return lines;
}

int BriefLabel::heightForWidth(int width) const {
    return static_cast<int>(linesFor(width).size()) * fontMetrics().lineSpacing();
}

QSize BriefLabel::sizeHint() const {
    const int width = std::min(fontMetrics().averageCharWidth() * usualLetters, fontMetrics().size(0, m_text).width() + 2);
    return {width, heightForWidth(width)};
}

QSize BriefLabel::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * narrowestLetters, fontMetrics().lineSpacing()};
}

void BriefLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QStringList lines = linesFor(width());
    const int spacing = fontMetrics().lineSpacing();
    int top = (height() - static_cast<int>(lines.size()) * spacing) / 2;
    painter.setPen(palette().color(foregroundRole()));
    for (const QString& line : lines) {
        painter.drawText(0, top + fontMetrics().ascent(), line);
        top += spacing;
    }
}

void BriefLabel::resizeEvent(QResizeEvent*) {
    const QString shown = linesFor(width()).join(QString());
    setToolTip(shown.contains(u'…') && !m_text.contains(u'…') ? m_text : QString());
}

}  // namespace namescape
