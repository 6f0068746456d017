// Texts of the picture, in the font that core's text widths are of, or squeezed to those widths where another one has to do.
#pragma once

#include "diagram/text_metrics.h"

#include <QFont>
#include <QHash>
#include <QPainter>
#include <QStaticText>

#include <string>

namespace namescape {

class PictureText {
public:
    PictureText();

    // Writes the text with its baseline's left end there, in picture points. The pen is the painter's.
    void draw(QPainter& painter, QPointF baseline, const std::string& text, TextStyle style);

    QFont font(TextStyle style) const;

private:
    // A text that has been laid out once.
    struct Prepared {
        QStaticText text;
        double ascent = 0;
        double squeeze = 1;  // of its own width
    };

    const Prepared& prepare(const std::string& text, TextStyle style);

    QStringList m_families;
    QHash<QByteArray, Prepared> m_prepared;
};

}  // namespace namescape
