// What is told of mistakes, for a program per mistake; and that every fix makes its mistake go away.
#include "evaluated_program.h"
#include "golden/golden.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace namescape;
using namespace namescape::test;

namespace {

std::string programNamed(const QString& name) {
    return contentsOf(QStringLiteral(NAMESCAPE_TESTS_DIR "/mistakes/") + name + QStringLiteral(".py")).toStdString();
}

std::string edited(std::string text, std::vector<TextEdit> edits) {
    std::ranges::sort(edits, std::greater<>(), [](const TextEdit& edit) { return edit.range.begin; });
    for (const TextEdit& edit : edits) text.replace(edit.range.begin, edit.range.end - edit.range.begin, edit.replacement);
    return text;
}

// The first line that the texts do not share, as it is after the edit.
QByteArray firstChange(const std::string& before, const std::string& after) {
    const auto old = QByteArray::fromStdString(before).split('\n'), now = QByteArray::fromStdString(after).split('\n');
    QByteArray change;
    const auto extra = std::max<qsizetype>(0, now.size() - old.size());
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (i < old.size() && now[i] == old[i]) continue;
        for (qsizetype j = i; j <= i + extra && j < now.size(); ++j) change += "      " + QByteArray::number(j + 1) + ": " + now[j] + '\n';
        return change;
    }
    return change;
}

QByteArray toldOf(const Snapshot& snapshot) {
    QByteArray told;
    for (const Diagnostic& diagnostic : snapshot.diagnostics) {
        const std::string words = message(diagnostic);
        told += "line " + QByteArray::number(snapshot.tree->lines().line(diagnostic.range.begin)) + ": " + QByteArray::fromStdString(words.substr(0, words.find('\n'))) + '\n';
        if (!diagnostic.note.empty()) told += "  note: " + QByteArray::fromStdString(diagnostic.note) + '\n';
        for (const RelatedRange& related : diagnostic.related)
            told += "  line " + QByteArray::number(snapshot.tree->lines().line(related.range.begin)) + ": " + QByteArray::fromStdString(related.message) + '\n';
        for (const Fix& fix : diagnostic.fixes)
            told += "  fix: " + QByteArray::fromStdString(fix.title) + '\n' + firstChange(std::string(snapshot.text()), edited(std::string(snapshot.text()), fix.edits));
    }
    return told;
}

}  // namespace

class TestMistakes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void everyFixHelps_data() { tellsWhatIsWrong_data(); }
    void everyFixHelps();
    void fixesOfRecordedErrorsHelp_data();
    void fixesOfRecordedErrorsHelp();
};

void TestMistakes::tellsWhatIsWrong_data() {
    addProgramRows(QStringLiteral("mistakes"));
}

void TestMistakes::tellsWhatIsWrong() {
    QFETCH(QString, name);
    QCOMPARE(goldenDifference(QStringLiteral("../mistakes/") + name + QStringLiteral(".txt"), toldOf(*evaluatedProgram(programNamed(name)))), QByteArray());
}

// After the fix, nothing is wrong any more.
void TestMistakes::everyFixHelps() {
    QFETCH(QString, name);
    const std::string program = programNamed(name);
    const auto snapshot = evaluatedProgram(program);
    QVERIFY(!snapshot->diagnostics.empty());
    for (const Diagnostic& diagnostic : snapshot->diagnostics) {
        for (const Fix& fix : diagnostic.fixes) {
            const auto fixed = evaluatedProgram(edited(program, fix.edits));
            const QByteArray left = toldOf(*fixed);
            QVERIFY2(left.isEmpty(), (QByteArray::fromStdString(fix.title) + " leaves\n" + left).constData());
        }
    }
}

void TestMistakes::fixesOfRecordedErrorsHelp_data() {
    QTest::addColumn<QString>("path");
    for (const char* folder : {"scopes", "fuzz"}) {
        const QDir programs(QStringLiteral(NAMESCAPE_TESTS_DIR "/conformance/") + QLatin1String(folder));
        for (const QString& file : programs.entryList({QStringLiteral("*.py")})) QTest::newRow(qPrintable(file.chopped(3))) << programs.filePath(file);
    }
}

// The error that the fix is for is gone, though others may come to light behind it.
void TestMistakes::fixesOfRecordedErrorsHelp() {
    QFETCH(QString, path);
    const std::string program = contentsOf(path).toStdString();
    const auto snapshot = evaluatedProgram(program);
    if (!snapshot->evaluation->error) return;
    for (const Diagnostic& diagnostic : snapshot->diagnostics) {
        if (diagnostic.kind != DiagnosticKind::UncaughtException) continue;
        for (const Fix& fix : diagnostic.fixes) {
            const auto fixed = evaluatedProgram(edited(program, fix.edits));
            const auto& error = fixed->evaluation->error;
            const std::string left = error ? error->message : std::string();
            QVERIFY2(left != snapshot->evaluation->error->message, (fix.title + " leaves " + left + "\n" + edited(program, fix.edits)).c_str());
            QVERIFY2(std::ranges::none_of(fixed->tree->diagnostics(), [](const Diagnostic& each) { return each.severity == Severity::Error; }), fix.title.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestMistakes)
#include "tst_mistakes.moc"
