#include "stacks/stack_view.h"

#include "appearance/appearance.h"
#include "live/scope_color.h"
#include "stacks/stack_model.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace namescape {

namespace {

// Pixels.
constexpr int widestIndentation = 10;
constexpr int bottomGap = 4;
constexpr int padding = 6;
constexpr int textGap = 8;
constexpr double radius = 4;
// Most of a row that its ends may take.
constexpr double mostOfLabel = 0.45;
constexpr double mostOfSource = 0.5;

// A setting whose words do not fit beside one another has its value on a line of its own.
class StackDelegate : public QStyledItemDelegate {
public:
    StackDelegate(StackView& view, const StackModel& model, const Appearance& appearance) : QStyledItemDelegate(&view), m_view(view), m_model(model), m_appearance(appearance) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool isLast = index.row() + 1 == m_model.rowCount();
        return {40, heightOf(option, rowAt(index)) + (isLast ? (m_view.depth() + 1) * bottomGap + 2 : 0)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const StackRow& row = rowAt(index);
        QRect area = insideOf(row, option.rect);
        area.setHeight(heightOf(option, row));
        if (row.kind == StackRowKind::Frame) area.setTop(area.top() + 4);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected) && m_view.hasFocus()) painter->fillRect(area.adjusted(1 - padding, 1, padding - 1, -1), m_appearance.colors().selection);
        if (isParted(option.fontMetrics, row)) {
            const int line = area.height() / 2;
            paintEnds(*painter, option.font, row, area.adjusted(0, 0, 0, -line), 1);
            put(*painter, option.font, colorOf(row), area.adjusted(0, line, 0, 0), row.value, Qt::ElideMiddle);
        } else {
            QFont font = option.font;
            const bool isCode = row.kind == StackRowKind::Frame && row.scope.empty();
            const QRect middle = paintEnds(*painter, font, row, area, mostOfLabel);
            font.setBold(row.kind == StackRowKind::Frame);
            put(*painter, font, colorOf(row), middle, row.value.isEmpty() ? row.label : row.value, isCode ? Qt::ElideRight : Qt::ElideMiddle);
        }
        painter->restore();
    }

private:
    const StackRow& rowAt(const QModelIndex& index) const { return m_model.rows()[static_cast<std::size_t>(index.row())]; }
    QColor colorOf(const StackRow& row) const { return row.isMuted ? m_appearance.colors().mutedText : m_appearance.colors().text; }

    // Where words may stand.
    QRect insideOf(const StackRow& row, const QRect& rect) const {
        return rect.adjusted(row.depth * m_view.indentation() + 2 + padding, 0, -row.depth * bottomGap - 2 - padding, 0);
    }

    bool isParted(const QFontMetrics& metrics, const StackRow& row) const {
        if (row.value.isEmpty()) return false;
        const int width = metrics.horizontalAdvance(row.label) + metrics.horizontalAdvance(row.value) + metrics.horizontalAdvance(row.source) + 2 * textGap;
        return width > insideOf(row, m_view.viewport()->rect()).width();
    }

    int heightOf(const QStyleOptionViewItem& option, const StackRow& row) const {
        const int height = option.fontMetrics.height();
        if (row.kind == StackRowKind::Frame) return height + 10;
        return isParted(option.fontMetrics, row) ? 2 * height + 6 : height + 4;
    }

    // Writes where a row comes from at its right, and what a value is of at its left; returns what is left between them.
    QRect paintEnds(QPainter& painter, const QFont& font, const StackRow& row, QRect area, double mostLabel) const {
        const QFontMetrics metrics(font);
        const QColor& color = m_appearance.colors().mutedText;
        QString source = row.source;
        // Which run it is, is said above, too.
        if (metrics.horizontalAdvance(row.label + row.value + source) * 1.1 + 2 * textGap > area.width()) source = source.section(u',', 0, 0);
        const int sourceWidth = std::min(metrics.horizontalAdvance(source) + 1, static_cast<int>(area.width() * mostOfSource));
        put(painter, font, color, {area.right() - sourceWidth + 1, area.top(), sourceWidth, area.height()}, source, Qt::ElideRight);
        if (!row.source.isEmpty()) area.setRight(area.right() - sourceWidth - textGap);
        if (row.value.isEmpty()) return area;
        const int labelWidth = std::min(metrics.horizontalAdvance(row.label) + 1, static_cast<int>(area.width() * mostLabel));
        put(painter, font, color, {area.left(), area.top(), labelWidth, area.height()}, row.label, Qt::ElideRight);
        area.setLeft(area.left() + labelWidth + textGap);
        return area;
    }

    static void put(QPainter& painter, const QFont& font, const QColor& color, const QRect& area, const QString& text, Qt::TextElideMode mode) {
        if (area.width() <= 0) return;
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, QFontMetrics(font).elidedText(text, mode, area.width()));
    }

    StackView& m_view;
    const StackModel& m_model;
    const Appearance& m_appearance;
};

}  // namespace

StackView::StackView(StackModel& model, const Appearance& appearance, QWidget* parent) : QListView(parent), m_model(model), m_appearance(appearance) {
    setModel(&model);
    setItemDelegate(new StackDelegate(*this, model, appearance));
    setFrameStyle(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    setMinimumSize(60, 40);
    // What is inside is of interest first.
    connect(&model, &QAbstractItemModel::modelReset, this, &QListView::scrollToBottom);
    connect(this, &QListView::clicked, this, &StackView::goTo);
    connect(&appearance, &Appearance::changed, viewport(), qOverload<>(&QWidget::update));
}

int StackView::depth() const {
    return m_model.rows().empty() ? 0 : m_model.rows().back().depth;
}

int StackView::indentation() const {
    return depth() == 0 ? widestIndentation : std::clamp(viewport()->width() / 4 / depth(), 1, widestIndentation);
}

void StackView::paintEvent(QPaintEvent* event) {
    const std::vector<StackRow>& rows = m_model.rows();
    if (!rows.empty()) {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        const int bottom = visualRect(m_model.index(static_cast<int>(rows.size()) - 1)).bottom();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const StackRow& row = rows[i];
            if (row.kind != StackRowKind::Frame) continue;
            const int top = visualRect(m_model.index(static_cast<int>(i))).top() + 3;
            const QRectF frame(row.depth * indentation() + 1.5, top + 0.5, viewport()->width() - row.depth * (indentation() + bottomGap) - 3, bottom - row.depth * bottomGap - top - 2);
            const QColor color = row.scope.empty() ? m_appearance.colors().border : scopeColor(row.scope, m_appearance.isDark());
            QColor fill = color;
            fill.setAlphaF(row.scope.empty() ? 0.0f : 0.1f);
            painter.setPen(QPen(color, row.scope.empty() ? 1 : 1.5));
            painter.setBrush(fill);
            painter.drawRoundedRect(frame, radius, radius);
        }
    }
    QListView::paintEvent(event);
}

void StackView::goTo(const QModelIndex& index) {
    if (!index.isValid()) return;
    if (const std::uint32_t line = m_model.rows()[static_cast<std::size_t>(index.row())].line; line > 0) Q_EMIT lineRequested(static_cast<int>(line));
}

void StackView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return goTo(currentIndex());
    case Qt::Key_Left:
    case Qt::Key_Right: Q_EMIT otherRequested(static_cast<Qt::Key>(event->key())); return;
    default: QListView::keyPressEvent(event);
    }
}

void StackView::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    if (!m_model.rows().empty()) scrollToBottom();
}

}  // namespace namescape
