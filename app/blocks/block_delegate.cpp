#include "blocks/block_delegate.h"

#include "appearance/appearance.h"
#include "blocks/block_badge.h"
#include "blocks/blocks_model.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace namescape {

namespace {

constexpr int kPadding = 6;
constexpr int kRowPadding = 4;

BlockBadge badgeOf(const QModelIndex& index) {
    return {index.data(BlocksModel::BadgeRole).toString(), static_cast<BlockKind>(index.data(BlocksModel::KindRole).toInt()), index.data(BlocksModel::ScopeRole).toString().toStdString()};
}

}  // namespace

BlockDelegate::BlockDelegate(const Appearance& appearance, QObject* parent) : QStyledItemDelegate(parent), m_appearance(appearance) {}

QSize BlockDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics code(codeFont(option.font.pointSize()));
    const QString text = index.data().toString();
    const int width = index.column() == BlocksModel::Header ? badgeOf(index).size(option.font).width() + 3 * kPadding + code.horizontalAdvance(text) : option.fontMetrics.horizontalAdvance(text) + 2 * kPadding;
    return {width, std::max(code.height(), option.fontMetrics.height()) + 2 * kRowPadding};
}

void BlockDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Colors& colors = m_appearance.colors();
    const bool isMuted = index.data(BlocksModel::MutedRole).toBool();
    painter->save();
    QRect rest = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    if (index.column() == BlocksModel::Header) {
        rest.setLeft(badgeOf(index).paint(*painter, rest, option.font, m_appearance) + kPadding);
        painter->setFont(codeFont(option.font.pointSize()));
    }
    painter->setPen(isMuted ? colors.mutedText : colors.text);
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rest.width());
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->restore();
}

QWidget* BlockDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex&) const {
    auto* line = new QLineEdit(parent);
    line->setFrame(false);
    line->setFont(codeFont(option.font.pointSize()));
    line->setAccessibleName(tr("The block's code"));
    return line;
}

// Over the code, the badge stays in sight; over what it comes to, which is about to change.
void BlockDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QRect rect = option.rect.adjusted(kPadding + badgeOf(index).size(option.font).width(), 0, 0, 0);
    rect.setRight(std::max(rect.right(), editor->parentWidget()->rect().right()));
    editor->setGeometry(rect);
}

}  // namespace namescape
