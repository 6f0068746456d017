// Tests support/diagnostic: the words and names of diagnostics.
#include "support/diagnostic.h"

#include <QTest>

using namespace namescape;

class DiagnosticTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsTheArgumentsIntoTheWords();
    void hasAStableName();
};

void DiagnosticTest::putsTheArgumentsIntoTheWords() {
    Diagnostic diagnostic;
    diagnostic.kind = DiagnosticKind::UncaughtException;
    diagnostic.arguments = {"ValueError", "Variable v already exists"};
    QCOMPARE(QString::fromStdString(message(diagnostic)), QString("ValueError: Variable v already exists"));
    diagnostic.arguments = {"AssertionError", ""};
    QCOMPARE(QString::fromStdString(message(diagnostic)), QString("AssertionError"));
}

void DiagnosticTest::hasAStableName() {
    QCOMPARE(name(DiagnosticKind::UncaughtException), "uncaught-exception");
}

QTEST_GUILESS_MAIN(DiagnosticTest)
#include "tst_diagnostic.moc"
