#include "editor/code_margin.h"

#include "appearance/appearance.h"
#include "appearance/icons.h"
#include "live/scope_color.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

constexpr int iconSize = 14;
constexpr int gap = 5;
constexpr int barWidth = 3;
constexpr int barStep = 5;
// Deeper ones share the last column: the text must keep its room.
constexpr int maxColumns = 6;

const char* iconName(Severity severity) {
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Hint: return "hint";
    }
    return "error";
}

}  // namespace

CodeMargin::CodeMargin(CodeEditor& editor, const Appearance& appearance) : QWidget(&editor), m_editor(editor), m_appearance(appearance) {
    setCursor(Qt::ArrowCursor);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

int CodeMargin::numberWidth() const {
    const int digits = std::max(2, static_cast<int>(QString::number(m_editor.blockCount()).size()));
    return m_editor.fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits;
}

int CodeMargin::barsWidth() const {
    return m_columnCount == 0 ? 0 : m_columnCount * barStep + 2;
}

int CodeMargin::widthHint() const {
    return gap + iconSize + gap + numberWidth() + gap + 2 + barsWidth() + gap;
}

void CodeMargin::setScopeBars(std::vector<ScopeBar> bars) {
    if (bars == m_bars) return;
    m_bars = std::move(bars);
    m_columns.assign(m_bars.size(), 0);
    m_columnCount = 0;
    for (std::size_t inner = 0; inner < m_bars.size(); ++inner) {
        for (std::size_t outer = 0; outer < inner; ++outer)
            if (m_bars[outer].firstLine <= m_bars[inner].firstLine && m_bars[inner].firstLine <= m_bars[outer].lastLine)
                m_columns[inner] = std::min(std::max(m_columns[inner], m_columns[outer] + 1), maxColumns - 1);
        m_columnCount = std::max(m_columnCount, m_columns[inner] + 1);
    }
    update();
}

void CodeMargin::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), m_appearance.colors().base);
    const int current = m_editor.textCursor().blockNumber();
    QTextBlock block = m_editor.firstVisibleBlock();
    qreal top = m_editor.blockBoundingGeometry(block).translated(m_editor.contentOffset()).top();
    for (; block.isValid() && top <= event->rect().bottom(); block = block.next()) {
        const qreal height = m_editor.blockBoundingRect(block).height();
        const int next = static_cast<int>(top + height + 0.5);
        const int first = static_cast<int>(top + 0.5);
        if (next >= event->rect().top())
            paintLine(painter, {block.blockNumber(), QRect(0, first, width(), next - first), block.blockNumber() == current});
        top += height;
    }
}

void CodeMargin::paintLine(QPainter& painter, const Line& line) const {
    const Colors& colors = m_appearance.colors();
    if (line.isCurrent) painter.fillRect(line.rect, colors.currentLine);
    painter.setPen(line.isCurrent ? colors.text : colors.mutedText);
    painter.setFont(m_editor.font());
    const QRect place(gap + iconSize + gap, line.rect.top(), numberWidth(), line.rect.height());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString::number(line.number + 1));
    paintBars(painter, line);
    paintProblem(painter, line);
}

void CodeMargin::paintBars(QPainter& painter, const Line& line) const {
    const int left = gap + iconSize + gap + numberWidth() + gap + 2;
    for (std::size_t index = 0; index < m_bars.size(); ++index) {
        const ScopeBar& bar = m_bars[index];
        if (line.number < bar.firstLine || line.number > bar.lastLine) continue;
        QRect rect(left + m_columns[index] * barStep, line.rect.top(), barWidth, line.rect.height());
        if (line.number == bar.firstLine) rect.setTop(rect.top() + 3);
        if (line.number == bar.lastLine) rect.setBottom(rect.bottom() - 3);
        painter.fillRect(rect, scopeColor(bar.nameScope, m_appearance.isDark()));
    }
}

const ProblemMark* CodeMargin::worstProblem(int line) const {
    const ProblemMark* worst = nullptr;
    for (const ProblemMark& problem : m_editor.problems()) {
        const int where = m_editor.document()->findBlock(problem.cursor.selectionStart()).blockNumber();
        if (where == line && (!worst || problem.severity < worst->severity)) worst = &problem;
    }
    return worst;
}

void CodeMargin::paintProblem(QPainter& painter, const Line& line) const {
    const ProblemMark* problem = worstProblem(line.number);
    if (!problem) return;
    const Colors& colors = m_appearance.colors();
    const QColor color = problem->severity == Severity::Error ? colors.error : problem->severity == Severity::Warning ? colors.warning : colors.hint;
    const int height = m_editor.fontMetrics().height();
    const QPixmap icon = iconPixmap(iconName(problem->severity), color, iconSize, devicePixelRatioF());
    painter.drawPixmap(gap, line.rect.top() + (height - iconSize) / 2, icon);
}

int CodeMargin::lineAt(int y) const {
    return m_editor.cursorForPosition({0, y}).blockNumber();
}

void CodeMargin::selectLines(int from, int to) {
    const QTextBlock first = m_editor.document()->findBlockByNumber(from);
    const QTextBlock last = m_editor.document()->findBlockByNumber(to);
    QTextCursor cursor(first);
    const bool isDown = to >= from;
    cursor.setPosition(isDown ? first.position() : first.position() + first.length() - 1);
    cursor.setPosition(isDown ? last.position() + last.length() - 1 : last.position(), QTextCursor::KeepAnchor);
    m_editor.setTextCursor(cursor);
}

void CodeMargin::mousePressEvent(QMouseEvent* event) {
    m_pressedLine = lineAt(event->pos().y());
    selectLines(m_pressedLine, m_pressedLine);
    m_editor.setFocus();
}

void CodeMargin::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) selectLines(m_pressedLine, lineAt(event->pos().y()));
}

bool CodeMargin::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const ProblemMark* problem = worstProblem(lineAt(help->pos().y()));
    QToolTip::showText(help->globalPos(), problem ? problem->toolTip : QString(), this);
    return true;
}

}  // namespace namescape
