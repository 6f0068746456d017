#include "editor/code_editor.h"

#include "appearance/appearance.h"
#include "document/document.h"
#include "editor/bracket_match.h"
#include "editor/code_margin.h"
#include "editor/editing_commands.h"
#include "editor/highlighter.h"

#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

QColor colorOf(Severity severity, const Colors& colors) {
    switch (severity) {
    case Severity::Error: return colors.error;
    case Severity::Warning: return colors.warning;
    case Severity::Hint: return colors.hint;
    }
    return colors.error;
}

QTextEdit::ExtraSelection fullLine(const QTextCursor& cursor, const QColor& color) {
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(color);
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    mark.cursor = cursor;
    mark.cursor.clearSelection();
    return mark;
}

QTextEdit::ExtraSelection stretch(const QTextCursor& cursor, const QColor& color) {
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(color);
    mark.cursor = cursor;
    return mark;
}

}  // namespace

CodeEditor::CodeEditor(Document& document, const Appearance& appearance, QWidget* parent)
    : QPlainTextEdit(parent), m_document(document), m_appearance(appearance) {
    setDocument(document.textDocument());
    m_highlighter = new Highlighter(document.textDocument(), appearance);
    m_margin = new CodeMargin(*this, appearance);
    setLineWrapMode(NoWrap);
    setFrameStyle(QFrame::NoFrame);
    setAccessibleName(tr("Program text"));
    setPlaceholderText(tr("Type or paste a program here. For example:\n\n"
                          "import tensorflow as tf\n\n"
                          "with tf.variable_scope(\"layer\"):\n"
                          "    w = tf.get_variable(\"w\", [2, 3])\n"
                          "    x = tf.matmul(tf.ones([1, 2]), w)"));
    setFontSize(kDefaultFontSize);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEditor::placeMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int scrolled) {
        if (scrolled != 0)
            m_margin->scroll(0, scrolled);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEditor::showMarks);
    connect(&appearance, &Appearance::changed, this, [this] {
        useFont();  // with a new style sheet it would be the first one again
        showMarks();
    });
    placeMargin();
    showMarks();
}

void CodeEditor::setFontSize(int points) {
    m_fontSize = std::clamp(points, kSmallestFontSize, kLargestFontSize);
    useFont();
    Q_EMIT fontSizeChanged(m_fontSize);
}

void CodeEditor::useFont() {
    const QFont font = codeFont(m_fontSize);
    setFont(font);
    viewport()->setFont(font);
    setTabStopDistance(QFontMetricsF(font).horizontalAdvance(u' ') * 8);
    placeMargin();
}

void CodeEditor::setProblems(std::vector<ProblemMark> problems) {
    if (problems.empty() && m_problems.empty()) return;
    m_problems = std::move(problems);
    m_margin->update();
    showMarks();
}

void CodeEditor::setLinkedPlaces(std::vector<QTextCursor> places) {
    if (places == m_linkedPlaces) return;
    m_linkedPlaces = std::move(places);
    showMarks();
}

void CodeEditor::setScopeBars(std::vector<ScopeBar> bars) {
    m_margin->setScopeBars(std::move(bars));
    placeMargin();
}

void CodeEditor::setSearchHits(std::vector<QTextCursor> hits) {
    if (hits.empty() && m_searchHits.empty()) return;
    m_searchHits = std::move(hits);
    showMarks();
}

void CodeEditor::revealPosition(int position) {
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::clamp(position, 0, std::max(0, document()->characterCount() - 1)));
    const QTextBlock block = cursor.block();
    const bool isSeen = block.isVisible() && viewport()->rect().contains(cursorRect(cursor).center());
    setTextCursor(cursor);
    if (!isSeen) centerCursor();
}

void CodeEditor::goToLine(int line) {
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, document()->blockCount()) - 1);
    revealPosition(block.position());
}

std::vector<const ProblemMark*> CodeEditor::problemsAtCursor() const {
    const QTextBlock line = textCursor().block();
    std::vector<const ProblemMark*> found;
    for (const ProblemMark& problem : m_problems) {
        const bool begins = document()->findBlock(problem.cursor.selectionStart()) == line;
        const bool isAround = problem.cursor.selectionStart() <= textCursor().position() && textCursor().position() <= problem.cursor.selectionEnd();
        if (begins || isAround) found.push_back(&problem);
    }
    return found;
}

bool CodeEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // The window has no such shortcuts, but a text widget would otherwise leave Tab to the focus.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) event->accept();
    }
    // The words for an empty program are written in the viewport's font, which a style sheet of the application takes back before it is shown.
    if (event->type() == QEvent::Show) viewport()->setFont(font());
    return QPlainTextEdit::event(event);
}

void CodeEditor::keyPressEvent(QKeyEvent* event) {
    if (!isReadOnly() && handleEditingKey(*event)) {
        event->accept();
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool CodeEditor::handleEditingKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers & ~Qt::ShiftModifier) return false;
        insertNewLine(textCursor());
        return true;
    case Qt::Key_Tab:
        if (modifiers) return false;
        indent(textCursor());
        return true;
    case Qt::Key_Backtab: unindent(textCursor()); return true;
    case Qt::Key_Backspace: return !modifiers && deleteIndentBackwards(textCursor());
    case Qt::Key_Home:
        if (modifiers & ~Qt::ShiftModifier) return false;
        goToLineStart(modifiers & Qt::ShiftModifier);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (modifiers != Qt::AltModifier) return false;
        replaceCursor(moveLines(textCursor(), event.key() == Qt::Key_Up ? LineMove::Up : LineMove::Down));
        return true;
    default: return false;
    }
}

void CodeEditor::goToLineStart(bool selects) {
    QTextCursor cursor = textCursor();
    cursor.setPosition(smartLineStart(cursor), selects ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
    replaceCursor(cursor);
}

void CodeEditor::replaceCursor(const QTextCursor& cursor) {
    setTextCursor(cursor);
}

void CodeEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void CodeEditor::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return QPlainTextEdit::wheelEvent(event);
    const int turn = event->angleDelta().y();
    if (turn != 0) setFontSize(m_fontSize + (turn > 0 ? 1 : -1));
    event->accept();
}

void CodeEditor::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_margin) placeMargin();
}

bool CodeEditor::canInsertFromMimeData(const QMimeData* source) const {
    // Files that are dropped here are for the window to open.
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

void CodeEditor::placeMargin() {
    const int width = m_margin->widthHint();
    if (viewportMargins().left() != width) setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), width, viewport()->height());
}

void CodeEditor::showMarks() {
    const Colors& colors = m_appearance.colors();
    QList<QTextEdit::ExtraSelection> marks;
    for (const QTextCursor& place : m_linkedPlaces) marks.append(fullLine(place, colors.linkedLine));
    // On an empty text it would cover the words that stand there instead.
    if (m_linkedPlaces.empty() && !textCursor().hasSelection() && !document()->isEmpty()) marks.append(fullLine(textCursor(), colors.currentLine));
    for (const QTextCursor& hit : m_searchHits) marks.append(stretch(hit, colors.searchHit));
    addBracketMarks(marks);
    for (const ProblemMark& problem : m_problems) {
        QTextEdit::ExtraSelection mark;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(colorOf(problem.severity, colors));
        mark.cursor = problem.cursor;
        marks.append(mark);
    }
    setExtraSelections(marks);
    m_margin->update();
}

void CodeEditor::addBracketMarks(QList<QTextEdit::ExtraSelection>& marks) const {
    const auto pair = matchBracket(*document(), textCursor().position());
    if (!pair) return;
    const Colors& colors = m_appearance.colors();
    for (const int position : {pair->atCursor, pair->other}) {
        if (position < 0) continue;
        QTextCursor cursor(document());
        cursor.setPosition(position);
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        marks.append(stretch(cursor, pair->other < 0 ? colors.errorGround : colors.bracket));
    }
}

bool CodeEditor::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (showProblemToolTip(help->pos(), help->globalPos())) return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

bool CodeEditor::showProblemToolTip(const QPoint& position, const QPoint& globalPosition) {
    const int at = cursorForPosition(position).position();
    QStringList texts;
    for (const ProblemMark& problem : m_problems)
        if (problem.cursor.selectionStart() <= at && at <= problem.cursor.selectionEnd()) texts.append(problem.toolTip);
    if (texts.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(globalPosition, texts.join(QStringLiteral("<hr>")), viewport());
    return true;
}

}  // namespace namescape
