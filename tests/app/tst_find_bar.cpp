#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/find_bar.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace namescape;

class FindBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        test::failOnWarnings();
        m_document = std::make_unique<Document>();
        m_document->setUntitledText({}, "one two\nOne\ntwo one");
        m_editor = std::make_unique<CodeEditor>(*m_document, *m_appearance);
        m_bar = std::make_unique<FindBar>(*m_editor);
        m_editor->show();
        m_bar->openForReplace();
        m_pattern = m_bar->findChildren<QLineEdit*>().at(0);
        m_replacement = m_bar->findChildren<QLineEdit*>().at(1);
    }

    void cleanup() {
        m_bar.reset();
        m_editor.reset();
        m_document.reset();
    }

    void itFindsForwardBackwardAndAround() {
        m_pattern->setText("one");
        QCOMPARE(m_editor->textCursor().selectionStart(), 0);
        m_bar->findNext();
        QCOMPARE(m_editor->textCursor().selectionStart(), 8);
        m_bar->findNext();
        QCOMPARE(m_editor->textCursor().selectionStart(), 16);
        m_bar->findNext();
        QCOMPARE(m_editor->textCursor().selectionStart(), 0);
        m_bar->findPrevious();
        QCOMPARE(m_editor->textCursor().selectionStart(), 16);
    }

    void caseMattersOnWish() {
        const auto buttons = m_bar->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
        buttons.front()->setChecked(true);
        m_pattern->setText("One");
        QCOMPARE(m_editor->textCursor().selectionStart(), 8);
        m_bar->findNext();
        QCOMPARE(m_editor->textCursor().selectionStart(), 8);
    }

    void allAreReplacedInOneUndoStep() {
        m_pattern->setText("one");
        m_replacement->setText("1");
        m_bar->replaceAll();
        QCOMPARE(m_document->text(), QString("1 two\n1\ntwo 1"));
        m_editor->undo();
        QCOMPARE(m_document->text(), QString("one two\nOne\ntwo one"));
    }

    void oneIsReplacedAndTheNextFound() {
        m_pattern->setText("two");
        m_replacement->setText("2");
        m_bar->replaceOne();
        QCOMPARE(m_document->text(), QString("one 2\nOne\ntwo one"));
        QCOMPARE(m_editor->textCursor().selectedText(), QString("two"));
    }

    void whatContainsThePatternIsReplacedOnce() {
        m_pattern->setText("o");
        m_replacement->setText("oo");
        m_bar->replaceAll();
        QCOMPARE(m_document->text(), QString("oone twoo\noone\ntwoo oone"));
    }

    void whatIsNotThereChangesNothing() {
        m_pattern->setText("three");
        m_bar->findNext();
        m_bar->replaceAll();
        QCOMPARE(m_document->text(), QString("one two\nOne\ntwo one"));
    }

private:
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<CodeEditor> m_editor;
    std::unique_ptr<FindBar> m_bar;
    QLineEdit* m_pattern = nullptr;
    QLineEdit* m_replacement = nullptr;
};

QTEST_MAIN(FindBarTest)
#include "tst_find_bar.moc"
