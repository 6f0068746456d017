// Paints the cells of a table: an icon, where there is one, and one line of text.
#pragma once

#include "appearance/prepared_texts.h"

#include <QStyledItemDelegate>

namespace namescape {

// As the style paints them; but the style shapes each text four times, to measure, place, shorten and paint it, and with each key that
// renames a scope all rows are painted anew.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CellDelegate(QObject* parent = nullptr) : QStyledItemDelegate(parent) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintText(QPainter& painter, const QStyleOptionViewItem& cell, const QRect& room) const;

    mutable PreparedTexts m_texts;
};

}  // namespace namescape
