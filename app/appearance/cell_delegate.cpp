#include "appearance/cell_delegate.h"

#include <QApplication>
#include <QPainter>

namespace namescape {

namespace {

QPalette::ColorGroup groupOf(const QStyleOptionViewItem& cell) {
    if (!(cell.state & QStyle::State_Enabled)) return QPalette::Disabled;
    return cell.state & QStyle::State_Active ? QPalette::Normal : QPalette::Inactive;
}

QIcon::Mode modeOf(const QStyleOptionViewItem& cell) {
    if (!(cell.state & QStyle::State_Enabled)) return QIcon::Disabled;
    return cell.state & QStyle::State_Selected ? QIcon::Selected : QIcon::Normal;
}

}  // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle& style = cell.widget ? *cell.widget->style() : *QApplication::style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    if (!cell.icon.isNull()) {
        const QRect place(QPoint(room.left(), cell.rect.center().y() - (cell.decorationSize.height() - 1) / 2), cell.decorationSize);
        cell.icon.paint(painter, QStyle::visualRect(cell.direction, cell.rect, place), Qt::AlignCenter, modeOf(cell));
        room.setLeft(place.right() + 1 + 2 * margin);
    }
    paintText(*painter, cell, QStyle::visualRect(cell.direction, cell.rect, room));
    if (!(cell.state & QStyle::State_HasFocus)) return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(cell);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = cell.palette.color(groupOf(cell), cell.state & QStyle::State_Selected ? QPalette::Highlight : QPalette::Window);
    style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, cell.widget);
}

void CellDelegate::paintText(QPainter& painter, const QStyleOptionViewItem& cell, const QRect& room) const {
    painter.setFont(cell.font);
    painter.setPen(cell.palette.color(groupOf(cell), cell.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    m_texts.paint(painter, room, cell.text, cell.displayAlignment, cell.textElideMode);
}

}  // namespace namescape
