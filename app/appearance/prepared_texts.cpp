#include "appearance/prepared_texts.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

namespace namescape {

const QStaticText& PreparedTexts::prepared(const QString& text, const QFont& font) {
    const std::pair key(font, text);
    if (const QStaticText* known = m_texts.object(key)) return *known;
    auto* made = new QStaticText(text);
    made->setTextFormat(Qt::PlainText);
    made->prepare(QTransform(), font);
    m_texts.insert(key, made);
    return *made;
}

int PreparedTexts::widthOf(const QString& text, const QFont& font) {
    return static_cast<int>(std::ceil(prepared(text, font).size().width()));
}

void PreparedTexts::paint(QPainter& painter, const QRect& room, const QString& text, Qt::Alignment alignment, Qt::TextElideMode mode) {
    if (text.isEmpty() || room.width() <= 0) return;
    const QFont font = painter.font();
    const QFontMetrics metrics = painter.fontMetrics();
    const QString line = widthOf(text, font) <= room.width() ? text : metrics.elidedText(text, mode, room.width());
    const QRect place = QStyle::alignedRect(painter.layoutDirection(), alignment, {widthOf(line, font), metrics.height()}, room);
    painter.drawStaticText(place.topLeft(), prepared(line, font));
}

}  // namespace namescape
