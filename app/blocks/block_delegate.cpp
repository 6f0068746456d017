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
#include <utility>

namespace namescape {

namespace {

constexpr int kPadding = 6;
constexpr int kRowPadding = 4;

BlockBadge badgeOf(const QModelIndex& index) {
    return {index.data(BlocksModel::BadgeRole).toString(), static_cast<BlockKind>(index.data(BlocksModel::KindRole).toInt()), index.data(BlocksModel::ScopeRole).toString().toStdString()};
}

// Of a scope's line, what its badge does not say already, to be shown where all of it has no room; of others, all.
QString shortCode(const QModelIndex& header) {
    const QString code = header.data().toString();
    const qsizetype bracket = isScope(badgeOf(header).kind) ? code.indexOf(u'(') : -1;
    return bracket < 0 ? code : u'…' + code.mid(bracket);
}

}  // namespace

BlockDelegate::BlockDelegate(const Appearance& appearance, QObject* parent) : QStyledItemDelegate(parent), m_appearance(appearance) {}

QSize BlockDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFont code = codeFont(option.font.pointSize());
    const QString text = index.data().toString();
    const int width = index.column() == BlocksModel::Header ? badgeOf(index).size(option.font).width() + 3 * kPadding + m_texts.widthOf(text, code) : m_texts.widthOf(text, option.font) + 2 * kPadding;
    return {width, std::max(QFontMetrics(code).height(), option.fontMetrics.height()) + 2 * kRowPadding};
}

void BlockDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    // Each cell paints what lies in it of both texts.
    const RowParts parts = partsOf(option, index);
    for (const auto& [part, rect] : {std::pair(index.siblingAtColumn(BlocksModel::Header), parts.header), std::pair(index.siblingAtColumn(BlocksModel::Facts), parts.facts)})
        if (rect.intersects(option.rect)) paintText(*painter, rect.adjusted(kPadding, 0, -kPadding, 0), option.font, part);
    painter->restore();
}

// Where one of the two texts is too long for its column, it gets what the other one can spare.
BlockDelegate::RowParts BlockDelegate::partsOf(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QModelIndex header = index.siblingAtColumn(BlocksModel::Header), facts = index.siblingAtColumn(BlocksModel::Facts);
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    if (!view) return index == header ? RowParts{option.rect, {}} : RowParts{{}, option.rect};
    RowParts parts{view->visualRect(header), view->visualRect(facts)};
    const int end = parts.facts.right() + 1;
    const int factsBegin = end - (facts.data().toString().isEmpty() ? 0 : sizeHint(option, facts).width());
    int headerEnd = parts.header.left() + sizeHint(option, header).width();
    if (headerEnd > factsBegin) {
        const QFont code = codeFont(option.font.pointSize());
        headerEnd -= m_texts.widthOf(header.data().toString(), code) - m_texts.widthOf(shortCode(header), code);
    }
    const auto [least, most] = std::minmax(headerEnd, factsBegin);
    const int border = std::clamp(parts.facts.left(), least, most);
    parts.header.setRight(border - 1);
    parts.facts.setLeft(border);
    return parts;
}

void BlockDelegate::paintText(QPainter& painter, QRect rect, const QFont& font, const QModelIndex& index) const {
    const bool isHeader = index.column() == BlocksModel::Header;
    painter.setFont(isHeader ? codeFont(font.pointSize()) : font);
    if (isHeader) rect.setLeft(badgeOf(index).paint(painter, rect, font, m_appearance) + kPadding);
    QString text = index.data().toString();
    if (isHeader && m_texts.widthOf(text, painter.font()) > rect.width()) text = shortCode(index);
    const Colors& colors = m_appearance.colors();
    const bool isMuted = index.data(BlocksModel::MutedRole).toBool();
    painter.setPen(index.data(BlocksModel::ErrorRole).toBool() ? colors.error : isMuted ? colors.mutedText : colors.text);
    m_texts.paint(painter, rect, text, Qt::AlignVCenter | Qt::AlignLeft, Qt::ElideRight);
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
    if (lines && key->key() == Qt::Key_Tab) {
        // Not in place of all that is selected at first.
        if (!lines->textCursor().hasSelection()) lines->insertPlainText(QStringLiteral("    "));
        return true;
    }
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
