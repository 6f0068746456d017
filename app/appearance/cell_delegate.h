// Paints the cells of a table: an icon, where there is one, and one line of text.
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>
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
    const QStaticText& prepared(const QString& text, const QFont& font) const;
    void paintText(QPainter& painter, const QStyleOptionViewItem& cell, const QRect& room) const;

    // Of one font.
    mutable QCache<QString, QStaticText> m_texts;
    mutable QFont m_font;
};

}  // namespace namescape
