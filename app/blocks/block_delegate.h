// Paints the rows of blocks: bars in the colours of the scopes around them, a badge that says what each is, and its code.
#pragma once

#include "appearance/prepared_texts.h"

#include <QRect>
#include <QStyledItemDelegate>

namespace namescape {

class Appearance;

class BlockDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit BlockDelegate(const Appearance& appearance, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct RowParts {
        QRect header, facts;
    };

    RowParts partsOf(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintText(QPainter& painter, QRect rect, const QFont& font, const QModelIndex& index) const;

    const Appearance& m_appearance;
    mutable PreparedTexts m_texts;
};

}  // namespace namescape
