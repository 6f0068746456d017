#include "canvas/picture_text.h"

#include "diagram/theme.h"

#include <QFontMetricsF>

#include <algorithm>

namespace namescape {

namespace {

// Labels of a large picture; beyond that they are forgotten and laid out again.
constexpr qsizetype maxPrepared = 20'000;

QStringList familiesOf(const char* cssList) {
    QStringList families;
    for (const QString& family : QString::fromLatin1(cssList).split(u',')) {
        const QString name = family.trimmed().remove(u'\'');
        if (name != QLatin1String("sans-serif")) families.append(name);
    }
    return families;
}

}  // namespace

PictureText::PictureText() : m_families(familiesOf(kMeasures.families)) {}

QFont PictureText::font(TextStyle style) const {
    QFont font;
    font.setFamilies(m_families);
    font.setStyleHint(QFont::SansSerif);
    // Pixels of the painter's own coordinates, which are the picture's points.
    font.setPixelSize(static_cast<int>(style.size));
    font.setWeight(style.weight == TextWeight::Bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

const PictureText::Prepared& PictureText::prepare(const std::string& text, TextStyle style) {
    QByteArray key = QByteArray::fromStdString(text);
    key.append(static_cast<char>(style.size)).append(style.weight == TextWeight::Bold ? 'b' : 'r');
    const auto known = m_prepared.constFind(key);
    if (known != m_prepared.constEnd()) return *known;
    if (m_prepared.size() >= maxPrepared) m_prepared.clear();
    Prepared prepared;
    prepared.text.setTextFormat(Qt::PlainText);
    prepared.text.setText(QString::fromStdString(text));
    prepared.text.setPerformanceHint(QStaticText::AggressiveCaching);
    const QFont itsFont = font(style);
    prepared.text.prepare({}, itsFont);
    prepared.ascent = QFontMetricsF(itsFont).ascent();
    const double own = prepared.text.size().width();
    const double wanted = textWidth(text, style);
    prepared.squeeze = own > wanted && own > 0 ? wanted / own : 1;
    return *m_prepared.insert(key, prepared);
}

void PictureText::draw(QPainter& painter, QPointF baseline, const std::string& text, TextStyle style) {
    const Prepared& prepared = prepare(text, style);
    const QPointF topLeft = baseline - QPointF(0, prepared.ascent);
    painter.setFont(font(style));
    if (prepared.squeeze > 0.995) return painter.drawStaticText(topLeft, prepared.text);
    painter.save();
    painter.translate(topLeft);
    painter.scale(prepared.squeeze, 1);
    painter.drawStaticText(QPointF(), prepared.text);
    painter.restore();
}

}  // namespace namescape
