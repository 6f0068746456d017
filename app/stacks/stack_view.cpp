#include "stacks/stack_view.h"

#include "appearance/appearance.h"
#include "diagram/theme.h"
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
constexpr double mostOfSource = 0.4;

// As the picture's frame of that scope.
QColor colorOf(const std::string& scope, bool isDark) {
    const auto& frames = theme(isDark ? ThemeName::Dark : ThemeName::Light).frames;
    const auto depth = static_cast<std::size_t>(std::count(scope.begin(), scope.end(), '/'));
    return QColor::fromRgb(frames[std::min(depth, frames.size() - 1)].border.rgb);
}

class StackDelegate : public QStyledItemDelegate {
public:
    StackDelegate(StackView& view, const StackModel& model, const Appearance& appearance) : QStyledItemDelegate(&view), m_view(view), m_model(model), m_appearance(appearance) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool isLast = index.row() + 1 == m_model.rowCount();
        return {40, heightOf(option, index) + (isLast ? (m_view.depth() + 1) * bottomGap + 2 : 0)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const StackRow& row = m_model.rows()[static_cast<std::size_t>(index.row())];
        const Colors& colors = m_appearance.colors();
        const bool isFrame = row.kind == StackRowKind::Frame;
        QRect area = option.rect;
        area.setHeight(heightOf(option, index));
        area.adjust(row.depth * m_view.indentation() + 2, isFrame ? 4 : 0, -row.depth * bottomGap - 2, 0);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected) && m_view.hasFocus()) painter->fillRect(area.adjusted(1, 1, -1, -1), colors.selection);
        area.adjust(padding, 0, -padding, 0);
        QFont font = option.font;
        const int sourceWidth = std::min(QFontMetrics(font).horizontalAdvance(row.source), static_cast<int>(area.width() * mostOfSource));
        put(*painter, font, colors.mutedText, {area.right() - sourceWidth + 1, area.top(), sourceWidth, area.height()}, row.source, Qt::ElideRight);
        if (sourceWidth > 0) area.setRight(area.right() - sourceWidth - textGap);
        if (!row.value.isEmpty()) {
            const int labelWidth = std::min(QFontMetrics(font).horizontalAdvance(row.label) + 1, static_cast<int>(area.width() * mostOfLabel));
            put(*painter, font, colors.mutedText, {area.left(), area.top(), labelWidth, area.height()}, row.label, Qt::ElideRight);
            area.setLeft(area.left() + labelWidth + textGap);
        }
        font.setBold(isFrame);
        put(*painter, font, row.isMuted ? colors.mutedText : colors.text, area, isFrame ? row.label : row.value.isEmpty() ? row.label : row.value, Qt::ElideMiddle);
        painter->restore();
    }

private:
    int heightOf(const QStyleOptionViewItem& option, const QModelIndex& index) const {
        const bool isFrame = m_model.rows()[static_cast<std::size_t>(index.row())].kind == StackRowKind::Frame;
        return option.fontMetrics.height() + (isFrame ? 10 : 4);
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
            const QColor color = row.scope.empty() ? m_appearance.colors().border : colorOf(row.scope, m_appearance.isDark());
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
