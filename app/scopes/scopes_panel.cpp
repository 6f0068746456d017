#include "scopes/scopes_panel.h"

#include "appearance/brief_marks.h"
#include "appearance/column_widths.h"
#include "appearance/empty_hint.h"
#include "live/scope_color.h"
#include "live/selection.h"
#include "scopes/scopes_model.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace namescape {

ScopesPanel::ScopesPanel(Selection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_model(new ScopesModel(this)), m_view(new QTreeView(this)), m_empty(addEmptyHint(*m_view)) {
    build();
    connect(m_model, &QAbstractItemModel::modelReset, m_view, &QTreeView::expandAll);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ScopesPanel::handleViewSelection);
    connect(&selection, &Selection::changed, this, &ScopesPanel::showSelection);
}

void ScopesPanel::build() {
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Scopes"));
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameStyle(QFrame::NoFrame);
    m_view->setIndentation(16);
    m_view->setIconSize(kScopeMarkSize);
    setFocusProxy(m_view);
    m_marks = new BriefMarks(*m_view, {ScopesModel::NameScopeColumn, ScopesModel::VariableScopeColumn});
    new ColumnWidths(*m_view);
    m_empty->setText(tr("Every name_scope and variable_scope block is listed here with the names that it opens, and with the reuse flag "
                        "that holds in it."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
}

// Nobody has to wait for what nobody sees.
void ScopesPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    m_snapshot = snapshot;
    m_isOutdated = true;
    if (isVisible()) refresh();
}

void ScopesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isOutdated) refresh();
    else showSelection();
}

void ScopesPanel::refresh() {
    m_isOutdated = false;
    m_isShowingSelection = true;
    m_model->setSnapshot(m_snapshot);
    m_isShowingSelection = false;
    m_marks->noteRows(m_snapshot ? QString::fromStdString(m_snapshot->fileName) : QString());
    m_empty->setVisible(m_model->rowCount() == 0);
    showSelection();
}

void ScopesPanel::handleViewSelection() {
    if (m_isShowingSelection) return;
    const QModelIndex current = m_view->selectionModel()->currentIndex();
    if (current.isValid() && m_view->selectionModel()->hasSelection()) m_selection.selectBlock(m_model->blockOf(current));
}

void ScopesPanel::showSelection() {
    if (!isVisible()) return;
    QItemSelection rows;
    QModelIndex first;
    for (const std::uint32_t block : m_selection.current().blocks) {
        const QModelIndex index = m_model->indexOf(block);
        if (!index.isValid()) continue;
        rows.select(index, index);
        if (!first.isValid()) first = index;
    }
    m_isShowingSelection = true;
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (first.isValid()) {
        m_view->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_view->scrollTo(first);
    }
    m_isShowingSelection = false;
}

}  // namespace namescape
