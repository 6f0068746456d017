// Tests command_line/caret_report: whole messages, character by character.
#include "command_line/caret_report.h"

#include "command_line/character_width.h"

#include <QTest>

using namespace namescape;

namespace {

Diagnostic problem(std::uint32_t begin, std::uint32_t end) {
    Diagnostic diagnostic;
    diagnostic.arguments = {"ValueError", "no"};
    diagnostic.range = {begin, end};
    return diagnostic;
}

QString report(const std::string& text, const Diagnostic& diagnostic) {
    return QString::fromStdString(caretReport({"a.py", text}, diagnostic));
}

}  // namespace

class CaretReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pointsAtThePlace_data();
    void pointsAtThePlace();
    void cutsALongLineAroundThePlace();
    void looksAtNoMoreThanIsNearInAnEndlessLine();
    void callsStandardInputByItsName();
    void addsFixesNoteAndRelatedPlaces();
    void putsFurtherLinesOfTheWordsBehindTheQuote();
    void knowsTheWidthOfCharacters_data();
    void knowsTheWidthOfCharacters();
};

void CaretReportTest::pointsAtThePlace_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked");  // the text that the range covers; empty: the end of the text
    QTest::addColumn<QString>("expected");
    QTest::newRow("word") << "x = 1\nwith foo:\n" << "foo" << "a.py:2:6: error: ValueError: no\n    with foo:\n         ^~~\n";
    QTest::newRow("end-of-text") << "x = (" << "" << "a.py:1:6: error: ValueError: no\n    x = (\n         ^\n";
    QTest::newRow("empty-text") << "" << "" << "a.py:1:1: error: ValueError: no\n    \n    ^\n";
    QTest::newRow("tabs") << "\tx\ty" << "y" << "a.py:1:4: error: ValueError: no\n        x   y\n            ^\n";
    QTest::newRow("two-bytes") << "é = y" << "y" << "a.py:1:5: error: ValueError: no\n    é = y\n        ^\n";
    QTest::newRow("wide") << "漢字 = y" << "y" << "a.py:1:6: error: ValueError: no\n    漢字 = y\n           ^\n";
    QTest::newRow("wide-marked") << "'漢字'" << "漢字" << "a.py:1:2: error: ValueError: no\n    '漢字'\n     ^~~~\n";
    QTest::newRow("emoji") << "'😀' + y" << "y" << "a.py:1:7: error: ValueError: no\n    '😀' + y\n           ^\n";
    QTest::newRow("combining") << "'e\u0301' + y" << "y" << "a.py:1:8: error: ValueError: no\n    'e\u0301' + y\n          ^\n";
    QTest::newRow("control") << "'\x1b' + y" << "y" << "a.py:1:7: error: ValueError: no\n    '\uFFFD' + y\n          ^\n";
    QTest::newRow("several-lines") << "f(a,\n  b)\n" << "a,\n  b" << "a.py:1:3: error: ValueError: no\n    f(a,\n      ^~\n";
    QTest::newRow("windows-line-ends") << "a\r\nbc\r\n" << "bc" << "a.py:2:1: error: ValueError: no\n    bc\n    ^~\n";
}

void CaretReportTest::pointsAtThePlace() {
    QFETCH(QString, text);
    QFETCH(QString, marked);
    QFETCH(QString, expected);
    const std::string program = text.toStdString();
    const auto begin = marked.isEmpty() ? program.size() : program.find(marked.toStdString());
    const auto end = begin + marked.toStdString().size();
    QCOMPARE(report(program, problem(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end))), expected);
}

void CaretReportTest::cutsALongLineAroundThePlace() {
    const std::string text = std::string(200, 'a') + "HERE" + std::string(200, 'b');
    const QString expected = "a.py:1:201: error: ValueError: no\n    …" + QString(33, 'a') + "HERE" + QString(63, 'b') +
                             "…\n     " + QString(33, ' ') + "^~~~\n";
    QCOMPARE(report(text, problem(200, 204)), expected);
}

void CaretReportTest::looksAtNoMoreThanIsNearInAnEndlessLine() {
    std::string text;
    for (int i = 0; i < 1'000'000; ++i) text += "漢";
    const auto middle = static_cast<std::uint32_t>(text.size() / 2 / 3 * 3);
    const QString shown = report(text, problem(middle, middle + 3));
    QVERIFY(shown.size() < 300);
    QVERIFY(shown.startsWith("a.py:1:500001: error"));
}

void CaretReportTest::callsStandardInputByItsName() {
    const std::string text = "x";
    QVERIFY(caretReport({"-", text}, problem(0, 1)).starts_with("<stdin>:1:1: error: "));
}

void CaretReportTest::addsFixesNoteAndRelatedPlaces() {
    Diagnostic diagnostic = problem(2, 3);
    diagnostic.severity = Severity::Warning;
    diagnostic.fixes = {{"add a colon", {}}};
    diagnostic.note = "SyntaxError: expected ':'";
    diagnostic.related = {{{0, 1}, "first made here"}};
    QCOMPARE(report("a\nb", diagnostic), "a.py:2:1: warning: ValueError: no\n    b\n    ^\n    fix: add a colon\n"
                                         "    note: SyntaxError: expected ':'\na.py:1:1: note: first made here\n    a\n    ^\n");
}

void CaretReportTest::putsFurtherLinesOfTheWordsBehindTheQuote() {
    Diagnostic diagnostic = problem(0, 1);
    diagnostic.arguments[1] = "taken. Made at:\n\n  File \"a.py\"\n";
    QCOMPARE(report("x", diagnostic), "a.py:1:1: error: ValueError: taken. Made at:\n    x\n    ^\n      File \"a.py\"\n");
}

void CaretReportTest::knowsTheWidthOfCharacters_data() {
    QTest::addColumn<QString>("character");
    QTest::addColumn<int>("width");
    QTest::newRow("letter") << "a" << 1;
    QTest::newRow("accented") << "é" << 1;
    QTest::newRow("greek") << "λ" << 1;
    QTest::newRow("combining") << "\u0301" << 0;
    QTest::newRow("joiner") << "\u200D" << 0;
    QTest::newRow("han") << "漢" << 2;
    QTest::newRow("hangul") << "한" << 2;
    QTest::newRow("full-width") << "Ａ" << 2;
    QTest::newRow("half-width") << "ｱ" << 1;
    QTest::newRow("emoji") << "😀" << 2;
}

void CaretReportTest::knowsTheWidthOfCharacters() {
    QFETCH(QString, character);
    QFETCH(int, width);
    QCOMPARE(characterWidth(decodeUtf8(character.toStdString())), width);
}

QTEST_GUILESS_MAIN(CaretReportTest)
#include "tst_caret_report.moc"
