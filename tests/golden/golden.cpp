#include "golden/golden.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

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
