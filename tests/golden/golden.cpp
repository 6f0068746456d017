#include "golden/golden.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace namescape {

namespace {

QByteArray firstDifferentLine(const QByteArray& got, const QByteArray& want) {
    const QList<QByteArray> gotLines = got.split('\n');
    const QList<QByteArray> wantLines = want.split('\n');
    qsizetype line = 0;
    while (line < gotLines.size() && line < wantLines.size() && gotLines[line] == wantLines[line]) ++line;
    return "line " + QByteArray::number(line + 1) + "\n got: " + gotLines.value(line, "<end>") +
           "\nwant: " + wantLines.value(line, "<end>") + "\n(UPDATE_GOLDEN=1 rewrites it)";
}

QByteArray rewrite(const QString& path, const QByteArray& text) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) return "cannot be written";
    return "rewritten: look at it, and run the test again without UPDATE_GOLDEN";
}

}  // namespace

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void addProgramRows(const QString& folder) {
    QTest::addColumn<QString>("name");
    const QDir programs(QString(NAMESCAPE_TESTS_DIR "/") + folder);
    for (const QString& file : programs.entryList({QStringLiteral("*.py")})) QTest::newRow(qPrintable(file.chopped(3))) << file.chopped(3);
}

QByteArray goldenDifference(const QString& name, const QByteArray& got) {
    const QString path = QString(NAMESCAPE_TESTS_DIR "/golden/") + name;
    QFile file(path);
    const bool isThere = file.open(QIODevice::ReadOnly);
    const QByteArray want = isThere ? file.readAll() : QByteArray();
    if (isThere && got == want) return {};
    const QByteArray problem = qEnvironmentVariableIsSet("UPDATE_GOLDEN") ? rewrite(path, got)
                               : isThere                                  ? firstDifferentLine(got, want)
                                                                          : "there is no such file; UPDATE_GOLDEN=1 makes it";
    return name.toUtf8() + ": " + problem;
}

}  // namespace namescape
