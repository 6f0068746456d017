#include "blocks/blocks_view.h"

#include <QScrollBar>

namespace namescape {

namespace {

constexpr int kFreeRows = 1;

}  // namespace

void BlocksView::updateGeometries() {
    QTreeView::updateGeometries();
    QScrollBar& bar = *verticalScrollBar();
    const int lastRow = visualRect(model()->index(model()->rowCount() - 1, 0)).height();
    const bool isFull = bar.maximum() > 0 || (lastRow > 0 && indexAt({0, viewport()->height() - 1}).isValid());
    if (isFull) bar.setMaximum(bar.maximum() + kFreeRows);
}

}  // namespace namescape
