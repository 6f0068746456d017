#include "blocks/block_palette.h"

#include "appearance/appearance.h"
#include "blocks/block_badge.h"
#include "blocks/new_blocks.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace namescape {

namespace {

constexpr int kSpacing = 3;
constexpr int kLeastHeight = 24;

const NewBlock& blockOf(const QModelIndex& index) { return newBlocks()[static_cast<std::size_t>(index.row())]; }

class PaletteModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : static_cast<int>(newBlocks().size()); }

    QVariant data(const QModelIndex& index, int role) const override {
        if (role == Qt::DisplayRole) return blockOf(index).title();
        if (role == Qt::ToolTipRole) return BlockPalette::tr("Drag it to its place, or click to put it behind the current block:\n%1").arg(blockOf(index).statements.trimmed());
        return {};
    }

    Qt::ItemFlags flags(const QModelIndex& index) const override {
        return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
    }

    QMimeData* mimeData(const QModelIndexList& indexes) const override {
        auto* data = new QMimeData;
        QString statements;
        for (const QModelIndex& index : indexes) statements += blockOf(index).statements;
        data->setText(statements);
        return data;
    }
};

class PaletteDelegate : public QStyledItemDelegate {
public:
    PaletteDelegate(const Appearance& appearance, QObject* parent) : QStyledItemDelegate(parent), m_appearance(appearance) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override { return badgeOf(index).size(option.font) + QSize(2 * kSpacing, 2 * kSpacing); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QFont font = option.font;
        const bool isPointed = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
        if (isPointed) painter->fillRect(option.rect, m_appearance.colors().hover);
        badgeOf(index).paint(*painter, option.rect.adjusted(kSpacing, 0, 0, 0), font, m_appearance);
        if (!(option.state & QStyle::State_HasFocus)) return;
        painter->setPen(m_appearance.colors().accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }

private:
    static BlockBadge badgeOf(const QModelIndex& index) { return {blockOf(index).title(), blockOf(index).kind, {}}; }

    const Appearance& m_appearance;
};

}  // namespace

BlockPalette::BlockPalette(const Appearance& appearance, QWidget* parent) : QListView(parent) {
    setModel(new PaletteModel(this));
    setItemDelegate(new PaletteDelegate(appearance, this));
    setAccessibleName(tr("Palette of blocks"));
    setFlow(LeftToRight);
    setWrapping(true);
    setResizeMode(Adjust);
    setFrameStyle(NoFrame);
    setMouseTracking(true);
    setDragDropMode(DragOnly);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT chosen(blockOf(index).statements); });
}

int BlockPalette::heightOfRows() const {
    const QRect last = visualRect(model()->index(model()->rowCount() - 1, 0));
    return last.bottom() + 1 + verticalOffset();
}

// All rows where there is room for them; in a low window, one, and the others by scrolling.
QSize BlockPalette::minimumSizeHint() const {
    return {80, kLeastHeight};
}

QSize BlockPalette::sizeHint() const {
    return {200, std::max(heightOfRows(), kLeastHeight)};
}

void BlockPalette::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    doItemsLayout();
    setMaximumHeight(sizeHint().height());
    updateGeometry();
}

void BlockPalette::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (isEnter && currentIndex().isValid()) Q_EMIT chosen(blockOf(currentIndex()).statements);
    else if (event->key() == Qt::Key_Escape) Q_EMIT left();
    else QListView::keyPressEvent(event);
}

}  // namespace namescape
