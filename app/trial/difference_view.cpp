#include "trial/difference_view.h"

#include "appearance/appearance.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

constexpr int fontSize = 10;
constexpr int mostLines = 10;

using Kind = DifferenceLine::Kind;

QColor colorOf(Kind kind, const Colors& colors) {
    return kind == Kind::Removed ? colors.error : colors.string;
}

// The indentation that all lines have: told by none, and room for what is.
std::size_t commonIndent(const TextDifference& difference) {
    std::size_t least = std::string::npos;
    for (const auto& hunk : difference.hunks)
        for (const DifferenceLine& line : hunk)
            if (const std::size_t indent = line.text.find_first_not_of(' '); indent != std::string::npos) least = std::min(least, indent);
    return least == std::string::npos ? 0 : least;
}

int digitsOf(const TextDifference& difference) {
    std::uint32_t most = 0;
    for (const auto& hunk : difference.hunks)
        for (const DifferenceLine& line : hunk) most = std::max(most, line.number);
    return static_cast<int>(QString::number(most).size());
}

// Writes lines at the end of a document.
class Writer {
public:
    Writer(QTextDocument& document, const Colors& colors, const TextDifference& difference)
        : m_cursor(&document), m_colors(colors), m_digits(digitsOf(difference)), m_indent(static_cast<std::uint32_t>(commonIndent(difference))) {}

    void writeHunks(const TextDifference& difference) {
        for (std::size_t i = 0; i < difference.hunks.size(); ++i) {
            if (i > 0) beginLine({}), m_cursor.insertText(QString(m_digits + 1, u' ') + QStringLiteral("⋮"), muted());
            for (const DifferenceLine& line : difference.hunks[i]) write(line);
        }
        if (difference.leftOut > 0) beginLine({}), m_cursor.insertText(DifferenceView::tr("… and %L1 more lines").arg(difference.leftOut), muted());
    }

private:
    QTextCharFormat muted() const {
        QTextCharFormat format;
        format.setForeground(m_colors.mutedText);
        return format;
    }

    void beginLine(const QTextBlockFormat& format) {
        if (std::exchange(m_isFirst, false)) m_cursor.setBlockFormat(format);
        else m_cursor.insertBlock(format);
    }

    void write(const DifferenceLine& line) {
        const bool isSame = line.kind == Kind::Same;
        const QColor color = colorOf(line.kind, m_colors);
        QTextBlockFormat block;
        if (!isSame) block.setBackground(mixed(m_colors.base, color, 0.11));
        beginLine(block);
        m_cursor.insertText(QString::number(line.number).rightJustified(m_digits) + u' ', muted());
        QTextCharFormat sign;
        sign.setForeground(isSame ? m_colors.mutedText : color);
        sign.setFontWeight(QFont::Bold);
        m_cursor.insertText(isSame ? QStringLiteral("  ") : line.kind == Kind::Removed ? QStringLiteral("− ") : QStringLiteral("+ "), sign);
        writeText(line, mixed(m_colors.base, color, 0.32));
    }

    void writeText(const DifferenceLine& line, const QColor& ground) {
        QTextCharFormat plain, marked;
        plain.setForeground(line.kind == Kind::Same ? m_colors.mutedText : m_colors.text);
        marked.setForeground(m_colors.text);
        marked.setBackground(ground);
        std::uint32_t done = std::min(m_indent, static_cast<std::uint32_t>(line.text.size()));
        const auto writeUpTo = [&](std::uint32_t end, const QTextCharFormat& format) {
            if (end <= done) return;
            m_cursor.insertText(QString::fromUtf8(line.text.data() + done, static_cast<qsizetype>(end - done)), format);
            done = end;
        };
        for (const SourceRange range : line.changed) {
            writeUpTo(range.begin, plain);
            writeUpTo(range.end, marked);
        }
        writeUpTo(static_cast<std::uint32_t>(line.text.size()), plain);
    }

    QTextCursor m_cursor;
    const Colors& m_colors;
    int m_digits;
    std::uint32_t m_indent;  // is left out
    bool m_isFirst = true;
};

}  // namespace

DifferenceView::DifferenceView(const Appearance& appearance, QWidget* parent) : QPlainTextEdit(parent), m_appearance(appearance) {
    setReadOnly(true);
    setUndoRedoEnabled(false);
    // What is other must be seen, however long its line is.
    setWordWrapMode(QTextOption::WrapAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameStyle(QFrame::NoFrame);
    setFont(codeFont(fontSize));
    setAccessibleName(tr("Change of the text"));
    // So that Tab leads on.
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, &DifferenceView::fill);
}

void DifferenceView::showDifference(const TextDifference& difference) {
    if (difference == m_difference) return;
    m_difference = difference;
    fill();
    updateGeometry();
}

void DifferenceView::fill() {
    clear();
    Writer(*document(), m_appearance.colors(), m_difference).writeHunks(m_difference);
    verticalScrollBar()->setValue(0);
}

QSize DifferenceView::sizeHint() const {
    // Lines may be wrapped, and those with letters of another script are higher.
    qreal height = 0;
    const int most = mostLines * fontMetrics().lineSpacing();
    for (QTextBlock block = document()->begin(); block.isValid() && height < most; block = block.next()) height += blockBoundingRect(block).height();
    return {560, std::min(static_cast<int>(std::ceil(height)), most) + 2 * static_cast<int>(document()->documentMargin()) + 2};
}

void DifferenceView::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) updateGeometry();
}

QSize DifferenceView::minimumSizeHint() const {
    return {200, sizeHint().height()};
}

}  // namespace namescape
