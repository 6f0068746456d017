#include "variables/variables_panel.h"

#include "appearance/brief_marks.h"
#include "appearance/column_widths.h"
#include "appearance/empty_hint.h"
#include "live/scope_color.h"
#include "live/selection.h"
#include "variables/variables_model.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

namespace namescape {

VariablesPanel::VariablesPanel(Selection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_model(new VariablesModel(this)), m_sorted(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit(this)), m_view(new QTreeView(this)), m_empty(addEmptyHint(*m_view)) {
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(VariablesModel::kSortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setDynamicSortFilter(true);
    build();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_sorted->setFilterFixedString(text);
        showEmptyState();
        showSelection();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &VariablesPanel::handleViewSelection);
    connect(&selection, &Selection::changed, this, &VariablesPanel::showSelection);
    showEmptyState();
}

void VariablesPanel::build() {
    m_filter->setPlaceholderText(tr("Filter by name, shape or type"));
    m_filter->setAccessibleName(tr("Filter of the variables"));
    m_filter->setClearButtonEnabled(true);
    m_view->setModel(m_sorted);
    m_view->setAccessibleName(tr("Variables"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setFrameStyle(QFrame::NoFrame);
    m_view->setIconSize(kScopeMarkSize);
    setFocusProxy(m_view);
    m_view->setSortingEnabled(true);
    m_view->header()->setSortIndicatorClearable(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_marks = new BriefMarks(*m_view, {VariablesModel::Name});
    new ColumnWidths(*m_view);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 0, 6, 0);
    top->addWidget(m_filter);
    column->addLayout(top);
    column->addWidget(m_view);
}

// Nobody has to wait for what nobody sees.
void VariablesPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    m_snapshot = snapshot;
    m_isOutdated = true;
    if (isVisible()) refresh();
}

void VariablesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isOutdated) refresh();
    else showSelection();
}

void VariablesPanel::refresh() {
    m_isOutdated = false;
    m_isShowingSelection = true;
    m_model->setSnapshot(m_snapshot);
    m_isShowingSelection = false;
    m_isOfFile = m_snapshot && m_snapshot->graphFile;
    m_marks->noteRows(m_snapshot && !m_isOfFile ? QString::fromStdString(m_snapshot->fileName) : QString());
    // A graph file has no lines, and does not say who asked for what.
    for (const int column : {VariablesModel::RequestCount, VariablesModel::Lines}) m_view->setColumnHidden(column, m_isOfFile);
    m_view->setColumnHidden(VariablesModel::Trainable, m_isOfFile && !m_model->tellsTrainable());
    showEmptyState();
    showSelection();
    // Now: rows that are placed in the next turn of the event loop would be painted twice.
    m_view->doItemsLayout();
}

void VariablesPanel::showEmptyState() {
    m_empty->setVisible(m_sorted->rowCount() == 0);
    m_empty->setText(m_model->rowCount() > 0 ? tr("No variable matches the filter.")
                     : m_isOfFile            ? tr("This graph has no variables.")
                                             : tr("Variables that the program makes are listed here: with get_variable or tf.Variable."));
}

void VariablesPanel::handleViewSelection() {
    if (m_isShowingSelection) return;
    const QModelIndex current = m_sorted->mapToSource(m_view->selectionModel()->currentIndex());
    if (current.isValid() && m_view->selectionModel()->hasSelection()) m_selection.selectVariable(m_model->nameOf(current.row()).toStdString());
}

void VariablesPanel::showSelection() {
    if (!isVisible()) return;
    QItemSelection rows;
    QModelIndex first;
    for (const std::string& name : m_selection.current().variables) {
        const int row = m_model->rowOf(QString::fromStdString(name));
        const QModelIndex index = row < 0 ? QModelIndex() : m_sorted->mapFromSource(m_model->index(row, 0));
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
