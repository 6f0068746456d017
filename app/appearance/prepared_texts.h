// Lines of text that are shaped once, to be measured and painted often.
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

#include <utility>

class QPainter;
class QRect;

namespace namescape {

class PreparedTexts {
public:
    // Pixels.
    int widthOf(const QString& text, const QFont& font);

    // In the painter's font and pen; shortened to what fits.
    void paint(QPainter& painter, const QRect& room, const QString& text, Qt::Alignment alignment, Qt::TextElideMode mode);

private:
    // Until the next text is asked for.
    const QStaticText& prepared(const QString& text, const QFont& font);

    QCache<std::pair<QFont, QString>, QStaticText> m_texts{1'000};
};

}  // namespace namescape
