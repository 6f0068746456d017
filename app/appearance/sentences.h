// Messages made short.
#pragma once

#include <QString>

namespace namescape {

// The first sentence: TensorFlow's messages go on with what might help, which the problems' list has in full.
inline QString firstSentence(const QString& text) {
    const QString line = text.section(u'\n', 0, 0);
    const qsizetype end = line.indexOf(QLatin1String(". "));
    return end < 0 ? line : line.first(end + 1);
}

}  // namespace namescape
