// Runs the programs of this folder and holds what they print, and the error that ends them, against what CPython 3.11 did (record.py).
#include "script/interpreter.h"
#include "syntax/syntax_tree.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cstdio>

using namespace namescape;

namespace {

const QString home = NAMESCAPE_TESTS_DIR "/script/";

QString contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// In the form that record.py writes.
QString outcome(const QString& text) {
    ScriptOptions options;
    options.wording = ErrorWording::Python311;
    options.brokenStatements = BrokenStatements::EndTheRun;
    Interpreter interpreter(options);
    const SyntaxTree tree = parse(text.toStdString());
    const RunResult result = interpreter.run(tree);
    QString printed = QString::fromStdString(interpreter.output());
    if (const auto& error = result.error)
        printed += QString("!! %1: %2 (line %3)\n").arg(QString::fromStdString(error->type), QString::fromStdString(error->message)).arg(error->line);
    static const QRegularExpression address(" at 0x[0-9a-f]+");
    return printed.replace(address, " at 0x");
}

// The differing lines with their numbers, a few of them.
QString difference(const QString& got, const QString& recorded) {
    constexpr int most = 40;
    const QStringList left = got.split('\n');
    const QStringList right = recorded.split('\n');
    QStringList lines;
    for (qsizetype i = 0; i < std::max(left.size(), right.size()) && lines.size() < most; ++i)
        if (left.value(i, "(nothing)") != right.value(i, "(nothing)"))
            lines += QString("line %1\n  got      %2\n  recorded %3").arg(i + 1).arg(left.value(i, "(nothing)"), right.value(i, "(nothing)"));
    return lines.join('\n');
}

}  // namespace

class TestRecordedPrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsWhatPythonPrints_data() {
        QTest::addColumn<QString>("name");
        for (const QString& file : QDir(home).entryList({"*.out"}, QDir::Files, QDir::Name)) {
            const QString name = file.chopped(4);
            QTest::addRow("%s", qPrintable(name)) << name;
        }
    }

    void printsWhatPythonPrints() {
        QFETCH(QString, name);
        const QString got = outcome(contents(home + name + ".py"));
        const QString recorded = contents(home + name + ".out");
        if (got == recorded) return;
        std::puts(qPrintable(difference(got, recorded)));  // Qt Test would cut it short
        QFAIL("prints something else than Python; see above");
    }
};

QTEST_GUILESS_MAIN(TestRecordedPrograms)
#include "tst_recorded_programs.moc"
