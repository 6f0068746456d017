#include "editor/find_bar.h"

#include "appearance/counted.h"
#include "appearance/icon_button.h"
#include "editor/code_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace namescape {

namespace {

// More are counted as "many": marking them would be slow and tell nothing.
constexpr std::size_t maxHits = 2'000;

}  // namespace

FindBar::FindBar(CodeEditor& editor, QWidget* parent) : QWidget(parent), m_editor(editor) {
    build();
    setVisible(false);
    connect(m_pattern, &QLineEdit::textChanged, this, &FindBar::searchFromStart);
    connect(m_caseSwitch, &QToolButton::toggled, this, &FindBar::searchFromStart);
    connect(m_wordSwitch, &QToolButton::toggled, this, &FindBar::searchFromStart);
    connect(editor.document(), &QTextDocument::contentsChanged, this, [this] {
        if (isVisible()) search();
    });
}

QToolButton* FindBar::makeSwitch(const char* iconName, const QString& words) {
    QToolButton* button = makeIconButton(iconName, words, this);
    button->setCheckable(true);
    return button;
}

void FindBar::build() {
    m_pattern = new QLineEdit(this);
    m_pattern->setPlaceholderText(tr("Find"));
    m_pattern->setAccessibleName(tr("Text to find"));
    m_pattern->setClearButtonEnabled(true);
    m_caseSwitch = makeSwitch("case", tr("Match upper and lower case"));
    m_wordSwitch = makeSwitch("word", tr("Match whole words"));
    m_count = new QLabel(this);
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(9999).arg(9999)));
    QToolButton* previous = makeIconButton("previous", tr("Previous match (Shift+F3)"), this);
    QToolButton* next = makeIconButton("next", tr("Next match (F3)"), this);
    QToolButton* close = makeIconButton("close", tr("Close (Esc)"), this);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);

    auto* findRow = new QHBoxLayout;
    findRow->setSpacing(4);
    for (QWidget* widget : {static_cast<QWidget*>(m_pattern), static_cast<QWidget*>(m_caseSwitch), static_cast<QWidget*>(m_wordSwitch),
                            static_cast<QWidget*>(m_count), static_cast<QWidget*>(previous), static_cast<QWidget*>(next), static_cast<QWidget*>(close)})
        findRow->addWidget(widget);
    findRow->setStretch(0, 1);

    m_replaceRow = new QWidget(this);
    m_replacement = new QLineEdit(m_replaceRow);
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replacement"));
    auto* one = new QPushButton(tr("Replace"), m_replaceRow);
    auto* all = new QPushButton(tr("Replace All"), m_replaceRow);
    for (QPushButton* button : {one, all}) button->setAutoDefault(false);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    auto* replaceRow = new QHBoxLayout(m_replaceRow);
    replaceRow->setContentsMargins(0, 0, 0, 0);
    replaceRow->setSpacing(4);
    replaceRow->addWidget(m_replacement, 1);
    replaceRow->addWidget(one);
    replaceRow->addWidget(all);

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 5, 6, 5);
    rows->setSpacing(4);
    rows->addLayout(findRow);
    rows->addWidget(m_replaceRow);
}

void FindBar::openForFind() {
    m_replaceRow->hide();
    open();
}

void FindBar::openForReplace() {
    m_replaceRow->show();
    open();
}

void FindBar::open() {
    const QTextCursor cursor = m_editor.textCursor();
    const QString selected = cursor.selectedText();
    m_startPosition = cursor.selectionStart();
    show();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)) m_pattern->setText(selected);
    m_pattern->setFocus();
    m_pattern->selectAll();
    search();
}

std::vector<QTextCursor> FindBar::findAll() const {
    std::vector<QTextCursor> hits;
    if (m_pattern->text().isEmpty()) return hits;
    QTextDocument::FindFlags flags;
    flags.setFlag(QTextDocument::FindCaseSensitively, m_caseSwitch->isChecked());
    flags.setFlag(QTextDocument::FindWholeWords, m_wordSwitch->isChecked());
    QTextCursor hit = m_editor.document()->find(m_pattern->text(), 0, flags);
    while (!hit.isNull() && hits.size() < maxHits) {
        hits.push_back(hit);
        hit = m_editor.document()->find(m_pattern->text(), hit, flags);
    }
    return hits;
}

void FindBar::search() {
    m_hits = findAll();
    m_editor.setSearchHits(m_hits);
    const QTextCursor cursor = m_editor.textCursor();
    const auto current = std::find_if(m_hits.begin(), m_hits.end(), [&](const QTextCursor& hit) {
        return hit.selectionStart() == cursor.selectionStart() && hit.selectionEnd() == cursor.selectionEnd();
    });
    if (m_pattern->text().isEmpty())
        m_count->clear();
    else if (m_hits.empty())
        m_count->setText(tr("No match"));
    else if (current == m_hits.end())
        m_count->setText(counted(static_cast<qsizetype>(m_hits.size()), tr("1 match"), tr("%1 matches")));
    else
        m_count->setText(tr("%1 of %2").arg(current - m_hits.begin() + 1).arg(m_hits.size()));
}

void FindBar::searchFromStart() {
    search();
    const auto next = std::find_if(m_hits.begin(), m_hits.end(), [this](const QTextCursor& hit) { return hit.selectionStart() >= m_startPosition; });
    if (!m_hits.empty()) select(next == m_hits.end() ? 0 : static_cast<std::size_t>(next - m_hits.begin()));
}

void FindBar::select(std::size_t hit) {
    m_editor.setTextCursor(m_hits[hit]);
    search();
}

void FindBar::findNext() {
    search();
    if (m_hits.empty()) return;
    const int from = m_editor.textCursor().selectionEnd();
    const auto next = std::find_if(m_hits.begin(), m_hits.end(), [from](const QTextCursor& hit) { return hit.selectionStart() >= from; });
    select(next == m_hits.end() ? 0 : static_cast<std::size_t>(next - m_hits.begin()));
}

void FindBar::findPrevious() {
    search();
    if (m_hits.empty()) return;
    const int from = m_editor.textCursor().selectionStart();
    const auto next = std::find_if(m_hits.rbegin(), m_hits.rend(), [from](const QTextCursor& hit) { return hit.selectionEnd() <= from; });
    select(next == m_hits.rend() ? m_hits.size() - 1 : m_hits.size() - 1 - static_cast<std::size_t>(next - m_hits.rbegin()));
}

void FindBar::replaceOne() {
    QTextCursor cursor = m_editor.textCursor();
    const bool isHit = std::find(m_hits.begin(), m_hits.end(), cursor) != m_hits.end();
    if (isHit) cursor.insertText(m_replacement->text());
    findNext();
}

void FindBar::replaceAll() {
    const std::vector<QTextCursor> hits = findAll();
    QTextCursor edit(m_editor.document());
    edit.beginEditBlock();
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
        edit.setPosition(hit->selectionStart());
        edit.setPosition(hit->selectionEnd(), QTextCursor::KeepAnchor);
        edit.insertText(m_replacement->text());
    }
    edit.endEditBlock();
    search();
    m_count->setText(tr("%1 replaced").arg(hits.size()));
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        hide();
    else if (isEnter && m_replacement->hasFocus())
        replaceOne();
    else if (isEnter && event->modifiers() & Qt::ShiftModifier)
        findPrevious();
    else if (isEnter)
        findNext();
    else
        return QWidget::keyPressEvent(event);
    event->accept();
}

void FindBar::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_hits.clear();
    m_editor.setSearchHits({});
    m_editor.setFocus();
}

}  // namespace namescape
