#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "document/document.h"
#include "editor/bracket_match.h"
#include "editor/code_editor.h"
#include "editor/highlighter.h"

#include <QApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace namescape;

class CodeEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        test::failOnWarnings();
        m_document = std::make_unique<Document>();
        m_editor = std::make_unique<CodeEditor>(*m_document, *m_appearance);
        m_editor->resize(600, 400);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    }

    void cleanup() {
        m_editor.reset();
        m_document.reset();
    }

    void typingIndentsAndUndoTakesItBack() {
        QTest::keyClicks(m_editor.get(), "with a:");
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClicks(m_editor.get(), "pass");
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClicks(m_editor.get(), "b");
        QCOMPARE(m_document->text(), QString("with a:\n    pass\nb"));
        while (m_document->textDocument()->isUndoAvailable()) m_editor->undo();
        QCOMPARE(m_document->text(), QString());
    }

    void tabAndShiftTabIndent() {
        m_document->setUntitledText({}, "a\nb\n");
        m_editor->selectAll();
        QTest::keyClick(m_editor.get(), Qt::Key_Tab);
        QCOMPARE(m_document->text(), QString("    a\n    b\n"));
        QTest::keyClick(m_editor.get(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(m_document->text(), QString("a\nb\n"));
    }

    void altArrowsMoveTheLine() {
        m_document->setUntitledText({}, "a\nb");
        m_editor->goToLine(1);
        QTest::keyClick(m_editor.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_document->text(), QString("b\na"));
    }

    void wordsAreColouredByTheLexer() {
        m_document->setUntitledText({}, "def f(x):  # why\n    return \"text\"\n");
        QTRY_VERIFY(!formatsOf(0).isEmpty());
        const Colors& colors = m_appearance->colors();
        QCOMPARE(colorAt(0, 0), colors.keyword);
        QCOMPARE(colorAt(0, 4), colors.definition);
        QCOMPARE(colorAt(0, 12), colors.comment);
        QCOMPARE(colorAt(1, 4), colors.keyword);
        QCOMPARE(colorAt(1, 12), colors.string);
    }

    void aStringOverSeveralLinesIsColouredToItsEnd() {
        m_document->setUntitledText({}, "a = '''one\ntwo\nthree''' + b\n");
        QTRY_COMPARE(colorAt(1, 1), m_appearance->colors().string);
        QCOMPARE(colorAt(2, 1), m_appearance->colors().string);
        QCOMPARE(colorAt(2, 9), m_appearance->colors().operatorSign);
    }

    void anotherThemeColoursAnew() {
        m_document->setUntitledText({}, "pass");
        QTRY_COMPARE(colorAt(0, 0), m_appearance->colors().keyword);
        const QColor light = m_appearance->colors().keyword;
        m_appearance->choose(ThemeChoice::Dark);
        QVERIFY(m_appearance->colors().keyword != light);
        QTRY_COMPARE(colorAt(0, 0), m_appearance->colors().keyword);
        m_appearance->choose(ThemeChoice::Light);
    }

    void bracketsFindTheirPartnersAcrossLinesButNotInStrings() {
        m_document->setUntitledText({}, "f(\"(\",\n  [1, 2])\n(");
        QTRY_VERIFY(m_document->textDocument()->firstBlock().userData());
        const QTextDocument& text = *m_document->textDocument();
        QCOMPARE(matchBracket(text, 1), (BracketPair{1, 15}));
        QCOMPARE(matchBracket(text, 16), (BracketPair{15, 1}));
        QCOMPARE(matchBracket(text, 9), (BracketPair{9, 14}));
        QCOMPARE(matchBracket(text, 18), (BracketPair{17, -1}));
        QVERIFY(!matchBracket(text, 4).has_value());
    }

    void controlAndWheelChangeTheTextsSize() {
        QSignalSpy changes(m_editor.get(), &CodeEditor::fontSizeChanged);
        const int before = m_editor->fontSize();
        const QPoint middle(100, 100);
        QWheelEvent wheel(middle, m_editor->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_editor->viewport(), &wheel);
        QCOMPARE(m_editor->fontSize(), before + 1);
        QCOMPARE(changes.count(), 1);
        m_editor->setFontSize(1'000);
        QCOMPARE(m_editor->fontSize(), CodeEditor::kLargestFontSize);
    }

    void itsSizeOutlivesTheTheme() {
        m_editor->setFontSize(9);
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_appearance->choose(theme);
            QCOMPARE(m_editor->font().pointSize(), 9);
            QCOMPARE(m_editor->viewport()->font().pointSize(), 9);
        }
    }

    void problemsAreFoundOnTheCursorsLine() {
        m_document->setUntitledText({}, "a\nbad\nc");
        QTextCursor cursor(m_document->textDocument());
        cursor.setPosition(2);
        cursor.setPosition(5, QTextCursor::KeepAnchor);
        m_editor->setProblems({{cursor, Severity::Error, 0, "why"}});
        m_editor->goToLine(1);
        QVERIFY(m_editor->problemsAtCursor().empty());
        m_editor->goToLine(2);
        QCOMPARE(m_editor->problemsAtCursor().size(), std::size_t(1));
        QCOMPARE(m_editor->extraSelections().back().format.underlineStyle(), QTextCharFormat::WaveUnderline);
    }

    void filesThatAreDroppedAreLeftToTheWindow() {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile("/tmp/a.py")});
        QMimeData words;
        words.setText("a = 1");
        struct Probe : CodeEditor {
            using CodeEditor::canInsertFromMimeData;
            using CodeEditor::CodeEditor;
        } probe(*m_document, *m_appearance);
        QVERIFY(!probe.canInsertFromMimeData(&files));
        QVERIFY(probe.canInsertFromMimeData(&words));
    }

private:
    QList<QTextLayout::FormatRange> formatsOf(int line) const { return m_document->textDocument()->findBlockByNumber(line).layout()->formats(); }

    QColor colorAt(int line, int column) const {
        for (const QTextLayout::FormatRange& range : formatsOf(line))
            if (range.start <= column && column < range.start + range.length) return range.format.foreground().color();
        return {};
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<CodeEditor> m_editor;
};

QTEST_MAIN(CodeEditorTest)
#include "tst_code_editor.moc"
