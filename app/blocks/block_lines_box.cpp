#include "blocks/block_lines_box.h"

#include <QTextDocument>

#include <algorithm>

namespace namescape {

namespace {

constexpr int kMargin = 2;

}  // namespace

BlockLinesBox::BlockLinesBox(QWidget* parent) : QPlainTextEdit(parent) {
    setLineWrapMode(NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(kMargin);
    setAccessibleName(tr("The block's lines"));
    setToolTip(tr("Enter: done; Shift+Enter: another line; Esc: as it was"));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &BlockLinesBox::fit);
}

void BlockLinesBox::place(const QRect& firstLine) {
    m_firstLine = firstLine;
    fit();
}

void BlockLinesBox::fit() {
    const int needed = std::max(m_firstLine.height(), blockCount() * fontMetrics().lineSpacing() + 2 * (kMargin + frameWidth()));
    const int room = parentWidget()->height();
    const int height = std::min(needed, room);
    setGeometry(m_firstLine.left(), std::clamp(m_firstLine.top(), 0, room - height), parentWidget()->width() - m_firstLine.left(), height);
}

}  // namespace namescape
