#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "live/selection.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

#include <algorithm>

using namespace namescape;
using namespace namescape::test;

class EditorPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        test::failOnWarnings();
        m_document = std::make_unique<Document>();
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<EditorPanel>(*m_document, *m_selection, *m_appearance);
        m_panel->show();
    }

    void cleanup() {
        m_panel.reset();
        m_selection.reset();
        m_document.reset();
    }

    void aMissingColonIsUnderlinedAndFixedByAKey() {
        setText("import tensorflow as tf\nwith tf.name_scope('é漢🙂')\n    x = tf.constant(1)\n");
        QVERIFY(!m_panel->editor().problems().empty());
        m_panel->editor().goToLine(2);
        m_panel->fixAtCursor();
        QCOMPARE(m_document->text(), QString::fromUtf8("import tensorflow as tf\nwith tf.name_scope('é漢🙂'):\n    x = tf.constant(1)\n"));
        m_panel->editor().undo();
        QVERIFY(!m_document->text().contains("'):"));
    }

    void aFixForAnotherTextIsNotApplied() {
        setText("import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n");
        m_panel->editor().insertPlainText("# ");
        const QString text = m_document->text();
        m_panel->fixAtCursor();
        m_panel->applyFix(0, 0);
        QCOMPARE(m_document->text(), text);
    }

    void fixesAreOfferedFromAnywhereButAppliedAtTheirLineOnly() {
        setText("import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n");
        QSignalSpy offered(m_panel.get(), &EditorPanel::fixesRequested);
        QSignalSpy none(m_panel.get(), &EditorPanel::noFixFound);
        m_panel->editor().goToLine(1);
        m_panel->fixAtCursor();
        QCOMPARE(none.count(), 1);
        QCOMPARE(offered.count(), 0);
        m_panel->offerFixes();
        QCOMPARE(offered.count(), 1);
        QCOMPARE(offered.at(0).at(0).value<std::vector<std::uint32_t>>(), std::vector<std::uint32_t>{0});
    }

    void whereNothingCanBeFixedItSaysSo() {
        setText("import tensorflow as tf\n");
        QSignalSpy none(m_panel.get(), &EditorPanel::noFixFound);
        m_panel->fixAtCursor();
        QCOMPARE(none.count(), 1);
    }

    void theCursorsLineSelectsWhatIsMadeInIt() {
        setText(sharingProgram);
        m_panel->editor().goToLine(7);
        QCOMPARE(m_selection->current().operations, std::vector<std::string>{"x"});
        QCOMPARE(m_selection->current().kind, SelectionKind::Place);
    }

    void aNodeThatIsSelectedElsewhereMovesTheCursorAndMarksItsLines() {
        setText(sharingProgram);
        m_selection->selectNode("net_1/MatMul");
        QCOMPARE(m_panel->editor().textCursor().blockNumber(), 4);
        QCOMPARE(m_selection->current().kind, SelectionKind::Node);
        const auto marks = m_panel->editor().extraSelections();
        const auto lines = std::count_if(marks.begin(), marks.end(), [this](const QTextEdit::ExtraSelection& mark) {
            return mark.format.background().color() == m_appearance->colors().linkedLine;
        });
        QCOMPARE(lines, 2);
    }

    void marksStayAtTheirTextWhileOneTypesAboveThem() {
        setText("import tensorflow as tf\nnothing_of_that_name\n");
        QVERIFY(!m_panel->editor().problems().empty());
        QTextCursor cursor(m_document->textDocument());
        cursor.insertText("# one\n# two\n");
        QCOMPARE(m_panel->editor().problems().front().cursor.selectedText(), QString("nothing_of_that_name"));
    }

    void anOlderPictureIsStillPlacedRight() {
        setText(sharingProgram);
        QTextCursor cursor(m_document->textDocument());
        cursor.insertText("# one\n# two\n");
        m_selection->selectNode("x");
        QCOMPARE(m_panel->editor().textCursor().block().text().left(15), QString("x = tf.placehol"));
    }

private:
    void setText(const QString& text) {
        m_document->setUntitledText("program", text);
        const Build build = builtProgram(text.toStdString(), m_document->revision());
        m_selection->setSnapshots(build.snapshot, build.snapshot);
        m_panel->showBuilds(build, build);
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<EditorPanel> m_panel;
};

QTEST_MAIN(EditorPanelTest)
#include "tst_editor_panel.moc"
