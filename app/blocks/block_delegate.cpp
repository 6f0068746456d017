#include "blocks/block_delegate.h"

#include "appearance/appearance.h"
#include "blocks/block_badge.h"
#include "blocks/block_line.h"
#include "blocks/block_lines_box.h"
#include "blocks/blocks_model.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QTreeView>

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

    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    // What comes to nothing has all of the row for its code: each cell paints its part of it.
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    const QModelIndex header = index.siblingAtColumn(BlocksModel::Header), facts = index.siblingAtColumn(BlocksModel::Facts);
    const bool isOnlyCode = view && facts.data().toString().isEmpty();
    const QRect rect = isOnlyCode ? view->visualRect(header).united(view->visualRect(facts)) : option.rect;
    paintText(*painter, rect.adjusted(kPadding, 0, -kPadding, 0), option.font, isOnlyCode ? header : index);
    painter->restore();
}

void BlockDelegate::paintText(QPainter& painter, QRect rect, const QFont& font, const QModelIndex& index) const {
    if (index.column() == BlocksModel::Header) {
        rect.setLeft(badgeOf(index).paint(painter, rect, font, m_appearance) + kPadding);
        painter.setFont(codeFont(font.pointSize()));
    }
    const Colors& colors = m_appearance.colors();
    const bool isMuted = index.data(BlocksModel::MutedRole).toBool();
    painter.setPen(index.data(BlocksModel::ErrorRole).toBool() ? colors.error : isMuted ? colors.mutedText : colors.text);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
}

QWidget* BlockDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool isComment = static_cast<BlockKind>(index.data(BlocksModel::KindRole).toInt()) == BlockKind::Comment;
    QWidget* editor = nullptr;
    if (isComment || index.data(Qt::EditRole).toString().contains(u'\n')) editor = new BlockLinesBox(parent);
    else editor = new BlockLine(parent);
    editor->setFont(codeFont(option.font.pointSize()));
    return editor;
}

void BlockDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    QStyledItemDelegate::setEditorData(editor, index);
    if (auto* lines = qobject_cast<BlockLinesBox*>(editor)) lines->selectAll();
}

// Over the code, the badge stays in sight; over what it comes to, which is about to change.
void BlockDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QRect code = option.rect.adjusted(kPadding + badgeOf(index).size(option.font).width(), 0, 0, 0);
    if (auto* lines = qobject_cast<BlockLinesBox*>(editor)) lines->place(code);
    else editor->setGeometry(QRect(code.topLeft(), QPoint(std::max(code.right(), editor->parentWidget()->rect().right()), code.bottom())));
}

// Tab stays in the line, and Enter means the same in lines as in one.
bool BlockDelegate::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QStyledItemDelegate::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    auto* line = qobject_cast<BlockLine*>(watched);
    if (line && (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)) {
        line->selectField(key->key() == Qt::Key_Tab ? 1 : -1);
        return true;
    }
    auto* lines = qobject_cast<BlockLinesBox*>(watched);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!lines || !isEnter) return QStyledItemDelegate::eventFilter(watched, event);
    if (key->modifiers() & Qt::ShiftModifier) {
        lines->textCursor().insertBlock();
        return true;
    }
    Q_EMIT commitData(lines);
    Q_EMIT closeEditor(lines);
    return true;
}

}  // namespace namescape
