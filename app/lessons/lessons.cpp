#include "lessons/lessons.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

// Resources of a static library are registered only when asked for, and from outside of any namespace.
static void registerLessons() {
    Q_INIT_RESOURCE(lessons);
}

namespace namescape {

namespace {

// Their first line is "# Lesson 1: what it is about".
QString titleOf(const QString& text, const QString& fileName) {
    static const QRegularExpression pattern(QStringLiteral("^#\\s*Lesson\\s+(\\d+):\\s*(.+)"));
    const QRegularExpressionMatch match = pattern.match(text.section(u'\n', 0, 0));
    return match.hasMatch() ? match.captured(1) + QStringLiteral(". ") + match.captured(2).trimmed() : fileName;
}

// The first sentence of the comment below the title.
QString summaryOf(const QString& text) {
    QString words;
    for (const QString& line : text.split(u'\n').mid(1)) {
        if (!line.startsWith(u'#')) break;
        const QString more = line.mid(1).trimmed();
        if (!more.isEmpty()) words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + more;
        else if (!words.isEmpty()) break;
    }
    const qsizetype end = words.indexOf(QLatin1String(". "));
    return end < 0 ? words : words.first(end + 1);
}

}  // namespace

std::vector<Lesson> lessons() {
    registerLessons();
    std::vector<Lesson> found;
    const QDir folder(QStringLiteral(":/lessons"));
    for (const QString& name : folder.entryList({QStringLiteral("*.py")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QString text = QString::fromUtf8(file.readAll());
        found.push_back({titleOf(text, name), text, summaryOf(text)});
    }
    return found;
}

}  // namespace namescape
