#include "blocks/blocks_view.h"

#include <QMouseEvent>
#include <QScrollBar>

namespace namescape {

// Where the base class scrolls to something, it sets the range once more.
BlocksView::BlocksView(QWidget* parent) : QTreeView(parent) {
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int maximum) {
        if (m_isLaidOut && maximum == m_fullRange) addFreeRow();
    });
}

void BlocksView::updateGeometries() {
    m_isLaidOut = false;
    QTreeView::updateGeometries();
    m_isLaidOut = true;
    m_fullRange = verticalScrollBar()->maximum();
    addFreeRow();
}

// A click on the free space means the end: no block is current then.
void BlocksView::mousePressEvent(QMouseEvent* event) {
    QTreeView::mousePressEvent(event);
    if (!indexAt(event->position().toPoint()).isValid()) setCurrentIndex({});
}

void BlocksView::addFreeRow() {
    if (m_fullRange > 0) verticalScrollBar()->setMaximum(m_fullRange + 1);
}

}  // namespace namescape
