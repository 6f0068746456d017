#include "editor/editing_commands.h"

#include <QTest>
#include <QTextDocument>

using namespace namescape;

namespace {

// "|" is the cursor, "^" the other end of what is selected, where there is any, and stands before it.
QTextCursor cursorIn(QTextDocument& document, QString text) {
    const int anchor = static_cast<int>(text.indexOf(u'^'));
    if (anchor >= 0) text.remove(anchor, 1);
    const int position = static_cast<int>(text.indexOf(u'|'));
    text.remove(position, 1);
    document.setPlainText(text);
    QTextCursor cursor(&document);
    cursor.setPosition(anchor >= 0 ? anchor : position);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    return cursor;
}

}  // namespace

class EditingCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    // In the rows below "|" is the cursor and "^" the other end of a selection.
    void aNewLineIsIndentedAsPythonWants_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("plain") << "a = 1|" << "a = 1\n";
        QTest::newRow("keeps-indentation") << "    a = 1|" << "    a = 1\n    ";
        QTest::newRow("deeper-behind-colon") << "with a:|" << "with a:\n    ";
        QTest::newRow("colon-before-comment") << "with a:  # why|" << "with a:  # why\n    ";
        QTest::newRow("colon-in-string") << "a = 'b:'|" << "a = 'b:'\n";
        QTest::newRow("colon-in-comment") << "a  # b:|" << "a  # b:\n";
        QTest::newRow("deeper-behind-open-bracket") << "f(|" << "f(\n    ";
        QTest::newRow("less-behind-return") << "    return a|" << "    return a\n";
        QTest::newRow("less-behind-pass") << "        pass|" << "        pass\n    ";
        QTest::newRow("takes-the-rest-along") << "  a|  b" << "  a\n  b";
        QTest::newRow("tabs-stay-tabs") << "\ta|" << "\ta\n\t";
        QTest::newRow("replaces-the-selection") << "a^bc|d" << "a\nd";
    }

    void aNewLineIsIndentedAsPythonWants() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTextDocument document;
        insertNewLine(cursorIn(document, before));
        QCOMPARE(document.toPlainText(), after);
    }

    void tabGoesToTheNextStopOrMovesLines_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("from-the-start") << "|a" << "    a";
        QTest::newRow("to-the-stop") << "ab|" << "ab  ";
        QTest::newRow("lines") << "^a\n\nb|" << "    a\n\n    b";
        QTest::newRow("not-the-line-behind") << "^a\nb\n|c" << "    a\n    b\nc";
    }

    void tabGoesToTheNextStopOrMovesLines() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTextDocument document;
        indent(cursorIn(document, before));
        QCOMPARE(document.toPlainText(), after);
    }

    void shiftTabMovesLinesBack_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("one-line") << "        a|" << "    a";
        QTest::newRow("odd-indentation") << "      a|" << "    a";
        QTest::newRow("nothing-to-take") << "a|" << "a";
        QTest::newRow("lines") << "    ^a\n  b\nc|" << "a\nb\nc";
        QTest::newRow("tab") << "\ta|" << "    a";
    }

    void shiftTabMovesLinesBack() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTextDocument document;
        unindent(cursorIn(document, before));
        QCOMPARE(document.toPlainText(), after);
    }

    void commentsComeAndGo_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("one-line") << "    a|" << "    # a";
        QTest::newRow("and-back") << "    # a|" << "    a";
        QTest::newRow("without-space") << "#a|" << "a";
        QTest::newRow("in-line-with-the-least-indented") << "    ^a\n        b|" << "    # a\n    #     b";
        QTest::newRow("mixed-becomes-comment") << "^# a\nb|" << "# # a\n# b";
        QTest::newRow("blank-lines-stay") << "^a\n\nb|" << "# a\n\n# b";
        QTest::newRow("nothing") << "|" << "";
    }

    void commentsComeAndGo() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTextDocument document;
        toggleComment(cursorIn(document, before));
        QCOMPARE(document.toPlainText(), after);
    }

    void eachCommandIsOneUndoStep() {
        QTextDocument document;
        const QString text = "a:\n    b\n    c";
        for (int command = 0; command < 5; ++command) {
            document.setPlainText(text);
            QTextCursor cursor(&document);
            cursor.select(QTextCursor::Document);
            switch (command) {
            case 0: indent(cursor); break;
            case 1: unindent(cursor); break;
            case 2: toggleComment(cursor); break;
            case 3: duplicateLines(cursor); break;
            default: cursor.clearSelection(); insertNewLine(cursor);
            }
            QVERIFY(document.toPlainText() != text);
            document.undo();
            QCOMPARE(document.toPlainText(), text);
        }
    }

    void linesMoveUpAndDownWithTheirSelection() {
        QTextDocument document;
        const QTextCursor down = moveLines(cursorIn(document, "a\n^b\nc|\nd"), LineMove::Down);
        QCOMPARE(document.toPlainText(), QString("a\nd\nb\nc"));
        QCOMPARE(down.selectedText(), QString("b\u2029c"));
        const QTextCursor up = moveLines(down, LineMove::Up);
        QCOMPARE(document.toPlainText(), QString("a\nb\nc\nd"));
        QCOMPARE(up.selectedText(), QString("b\u2029c"));
    }

    void theFirstLineCannotMoveUpNorTheLastDown() {
        QTextDocument document;
        moveLines(cursorIn(document, "|a\nb"), LineMove::Up);
        QCOMPARE(document.toPlainText(), QString("a\nb"));
        moveLines(cursorIn(document, "a\nb|"), LineMove::Down);
        QCOMPARE(document.toPlainText(), QString("a\nb"));
    }

    void backspaceTakesAnIndentationStep() {
        QTextDocument document;
        QVERIFY(deleteIndentBackwards(cursorIn(document, "        |a")));
        QCOMPARE(document.toPlainText(), QString("    a"));
        QVERIFY(deleteIndentBackwards(cursorIn(document, "     |")));
        QCOMPARE(document.toPlainText(), QString("    "));
        QVERIFY(!deleteIndentBackwards(cursorIn(document, "a    |")));
        QVERIFY(!deleteIndentBackwards(cursorIn(document, "|a")));
    }

    void homeGoesToTheFirstLetterThenToTheStart() {
        QTextDocument document;
        QCOMPARE(smartLineStart(cursorIn(document, "    a|b")), 4);
        QCOMPARE(smartLineStart(cursorIn(document, "    |ab")), 0);
        QCOMPARE(smartLineStart(cursorIn(document, "|    ab")), 4);
    }

    void linesAreDoubled() {
        QTextDocument document;
        duplicateLines(cursorIn(document, "a\n^b\nc|\nd"));
        QCOMPARE(document.toPlainText(), QString("a\nb\nc\nb\nc\nd"));
    }
};

QTEST_GUILESS_MAIN(EditingCommandsTest)
#include "tst_editing_commands.moc"
