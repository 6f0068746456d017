#include "editor/editor_panel.h"

#include "appearance/notice_bar.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editing_commands.h"
#include "editor/find_bar.h"
#include "live/selection.h"

#include <QInputDialog>
#include <QMenu>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

// More marks than that make typing slow, and nobody reads them.
constexpr std::size_t maxMarks = 200;
constexpr std::size_t maxBars = 1'000;

QString toolTipOf(const Diagnostic& diagnostic) {
    QString text = QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(QString::fromStdString(message(diagnostic)).toHtmlEscaped());
    if (!diagnostic.note.empty()) text += QStringLiteral("<p><small>%1</small></p>").arg(QString::fromStdString(diagnostic.note).toHtmlEscaped());
    if (!diagnostic.fixes.empty())
        text += QStringLiteral("<p><b>Alt+Enter</b>: %1 &nbsp; <b>Ctrl+.</b>: what it would change</p>").arg(QString::fromStdString(diagnostic.fixes.front().title).toHtmlEscaped());
    return text;
}

}  // namespace

EditorPanel::EditorPanel(Document& document, Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_editor(new CodeEditor(document, appearance, this)),
      m_findBar(new FindBar(*m_editor, this)), m_notice(new NoticeBar(appearance, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_editor, 1);
    column->addWidget(m_findBar);
    setFocusProxy(m_editor);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &EditorPanel::handleCursorMove);
    connect(m_editor, &QPlainTextEdit::selectionChanged, this, &EditorPanel::handleCursorMove);
    m_editor->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_editor, &QWidget::customContextMenuRequested, this, &EditorPanel::showMenu);
    connect(&selection, &Selection::chosen, this, &EditorPanel::handleChosen);
    connect(&selection, &Selection::changed, this, &EditorPanel::showLinkedPlaces);
}

void EditorPanel::showBuilds(const Build& latest, const Build& picture) {
    m_latest = latest;
    m_picture = picture;
    showProblems();
    showScopeBars();
}

int EditorPanel::positionOf(std::uint32_t place, const Build& build) const {
    const int end = m_document.textDocument()->characterCount() - 1;
    return std::clamp(m_document.changes().toNow(build.snapshot->revision, build.offsets->toUtf16(place)), 0, end);
}

QTextCursor EditorPanel::cursorOf(SourceRange range, const Build& build) const {
    QTextCursor cursor(m_document.textDocument());
    cursor.setPosition(positionOf(range.begin, build));
    cursor.setPosition(positionOf(range.end, build), QTextCursor::KeepAnchor);
    return cursor;
}

void EditorPanel::showProblems() {
    std::vector<ProblemMark> marks;
    const std::vector<Diagnostic>& diagnostics = m_latest.snapshot->diagnostics;
    for (std::uint32_t index = 0; index < diagnostics.size() && marks.size() < maxMarks; ++index) {
        QTextCursor cursor = cursorOf(diagnostics[index].range, m_latest);
        // A place between two letters could not be seen.
        if (!cursor.hasSelection() && !cursor.movePosition(cursor.atBlockEnd() ? QTextCursor::PreviousCharacter : QTextCursor::NextCharacter, QTextCursor::KeepAnchor))
            cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
        marks.push_back({cursor, diagnostics[index].severity, index, toolTipOf(diagnostics[index])});
    }
    m_editor->setProblems(std::move(marks));
}

void EditorPanel::showScopeBars() {
    std::vector<ScopeBar> bars;
    for (const ScopeBlock& block : m_picture.snapshot->blocks()) {
        if (block.kind == ScopeBlockKind::Other || block.runs.empty() || bars.size() >= maxBars) continue;
        const std::string& nameScope = block.runs.front().nameScope;
        // Cursors would lay out each line that they are put on.
        const auto lineAt = [this](int position) { return m_document.textDocument()->findBlock(position).blockNumber(); };
        const int bodyEnd = positionOf(block.bodyRange.end, m_picture);
        if (nameScope.empty() || bodyEnd <= positionOf(block.bodyRange.begin, m_picture)) continue;
        const int first = lineAt(positionOf(block.range.end, m_picture));
        bars.push_back({first, std::max(first, lineAt(bodyEnd - 1)), nameScope});
    }
    std::stable_sort(bars.begin(), bars.end(), [](const ScopeBar& left, const ScopeBar& right) {
        return std::pair(left.firstLine, -left.lastLine) < std::pair(right.firstLine, -right.lastLine);
    });
    m_editor->setScopeBars(std::move(bars));
}

SourceRange EditorPanel::placeOfCursor(const Build& build) const {
    const QTextCursor cursor = m_editor->textCursor();
    const QTextDocument& document = *m_document.textDocument();
    const QTextBlock first = document.findBlock(cursor.selectionStart());
    const QTextBlock last = document.findBlock(cursor.selectionEnd());
    const int begin = cursor.hasSelection() && first == last ? cursor.selectionStart() : first.position();
    const int end = cursor.hasSelection() && first == last ? cursor.selectionEnd() : last.position() + last.length() - 1;
    const std::uint64_t revision = build.snapshot->revision;
    const RevisionLog& changes = m_document.changes();
    return build.offsets->toUtf8(changes.fromNow(revision, begin), changes.fromNow(revision, end));
}

void EditorPanel::followCursor() {
    if (m_picture) m_selection.followPlace(placeOfCursor(m_picture), placeOfCursor(m_latest));
}

void EditorPanel::handleCursorMove() {
    const QTextCursor cursor = m_editor->textCursor();
    Q_EMIT cursorMoved(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    // While the text is ahead of the build, its places are about to change: the build asks again.
    if (m_isMovingCursor || !m_latest || m_latest.snapshot->revision != m_document.revision()) return;
    const std::pair place = cursor.hasSelection() ? std::pair(cursor.selectionStart(), cursor.selectionEnd()) : std::pair(cursor.block().position(), -1);
    if (place == m_lastPlace && m_selection.followsCursor()) return;
    m_lastPlace = place;
    m_selection.selectPlace(placeOfCursor(m_picture), placeOfCursor(m_latest));
}

void EditorPanel::handleChosen() {
    const Selected& selected = m_selection.current();
    if (!m_picture || selected.kind == SelectionKind::Place || selected.kind == SelectionKind::Nothing) return;
    const bool isProblem = selected.kind == SelectionKind::Problem;
    if (!isProblem && selected.places.empty()) return;
    const SourceRange place = isProblem ? selected.problemRange : selected.places.front();
    const QTextCursor cursor = cursorOf(place, isProblem ? m_latest : m_picture);
    m_isMovingCursor = true;
    m_editor->revealPosition(cursor.selectionStart());
    m_isMovingCursor = false;
    m_lastPlace = {-1, -1};
}

void EditorPanel::showLinkedPlaces() {
    std::vector<QTextCursor> cursors;
    const Selected& selected = m_selection.current();
    if (m_picture && m_selection.isOutsideText())
        for (const SourceRange place : selected.places) {
            QTextCursor cursor = cursorOf(place, m_picture);
            cursor.setPosition(cursor.selectionStart());
            cursors.push_back(cursor);
        }
    m_editor->setLinkedPlaces(std::move(cursors));
}

void EditorPanel::goToLine() {
    bool isAccepted = false;
    const int line = QInputDialog::getInt(this, tr("Go to Line"), tr("Line number:"), m_editor->textCursor().blockNumber() + 1, 1,
                                          m_editor->blockCount(), 1, &isAccepted);
    if (isAccepted) m_editor->goToLine(line);
    m_editor->setFocus();
}

void EditorPanel::applyFix(std::uint32_t problem, std::uint32_t fix) {
    if (!m_latest || m_latest.snapshot->revision != m_document.revision()) return;
    const std::vector<Diagnostic>& diagnostics = m_latest.snapshot->diagnostics;
    if (problem >= diagnostics.size() || fix >= diagnostics[problem].fixes.size()) return;
    m_document.apply(diagnostics[problem].fixes[fix].edits);
}

std::vector<std::uint32_t> EditorPanel::fixableAtCursor() const {
    std::vector<std::uint32_t> problems;
    if (!m_latest) return problems;
    for (const ProblemMark* mark : m_editor->problemsAtCursor())
        if (!m_latest.snapshot->diagnostics[mark->problem].fixes.empty()) problems.push_back(mark->problem);
    return problems;
}

void EditorPanel::fixAtCursor() {
    const std::vector<std::uint32_t> problems = fixableAtCursor();
    const bool isOnlyOne = problems.size() == 1 && m_latest.snapshot->diagnostics[problems.front()].fixes.size() == 1;
    if (isOnlyOne) return applyFix(problems.front(), 0);
    problems.empty() ? Q_EMIT noFixFound() : offerFixes();
}

void EditorPanel::offerFixes() {
    std::vector<std::uint32_t> problems = fixableAtCursor();
    for (std::uint32_t problem = 0; problems.empty() && m_latest && problem < m_latest.snapshot->diagnostics.size(); ++problem)
        if (!m_latest.snapshot->diagnostics[problem].fixes.empty()) problems.push_back(problem);
    if (problems.empty()) return Q_EMIT noFixFound();
    const QRect cursor = m_editor->cursorRect();
    Q_EMIT fixesRequested(problems, QRect(m_editor->viewport()->mapToGlobal(cursor.topLeft()), cursor.size()));
}

// What texts have, and what the window can do at the cursor.
void EditorPanel::showMenu(const QPoint& place) {
    QMenu* menu = m_editor->createStandardContextMenu(place);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addActions(m_editor->actions());
    menu->popup(m_editor->viewport()->mapToGlobal(place));
}

void EditorPanel::toggleComment() {
    namescape::toggleComment(m_editor->textCursor());
}

void EditorPanel::duplicateLines() {
    namescape::duplicateLines(m_editor->textCursor());
}

}  // namespace namescape
