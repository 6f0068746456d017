#include "changes/changes_panel.h"

#include "appearance/cell_delegate.h"
#include "appearance/column_widths.h"
#include "appearance/empty_hint.h"
#include "difference/changes_model.h"
#include "changes/version_comparison.h"
#include "live/selection.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace namescape {

ChangesPanel::ChangesPanel(VersionComparison& comparison, Selection& selection, QWidget* parent)
    : QWidget(parent), m_comparison(comparison), m_selection(selection), m_model(new ChangesModel(this)), m_pin(new QAction(tr("Compare with This Version"), this)),
      m_summary(new QLabel(this)), m_view(new QTreeView(this)), m_empty(addEmptyHint(*m_view)) {
    build();
    connect(m_pin, &QAction::toggled, &comparison, &VersionComparison::setPinned);
    connect(&comparison, &VersionComparison::changed, this, &ChangesPanel::showDifference);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChangesPanel::handleViewSelection);
    showDifference();
}

void ChangesPanel::build() {
    m_pin->setCheckable(true);
    m_pin->setToolTip(tr("Keeps the program as it is now, and compares every later version with it"));
    auto* pin = new QToolButton(this);
    pin->setDefaultAction(m_pin);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Changes"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameStyle(QFrame::NoFrame);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_view->setItemDelegate(new CellDelegate(m_view));
    new ColumnWidths(*m_view);
    setFocusProxy(m_view);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 0, 6, 0);
    top->addWidget(m_summary, 1);
    top->addWidget(pin);
    column->addLayout(top);
    column->addWidget(m_view);
}

QString ChangesPanel::summary() const {
    if (!m_comparison.comparedSnapshot()) return {};
    const QString what = summaryOf(m_comparison.difference());
    return m_comparison.isPinned() ? tr("Since the version that is kept: %1.").arg(what) : tr("By the last edit: %1.").arg(what);
}

void ChangesPanel::showDifference() {
    m_model->setDifference(m_comparison.difference());
    m_pin->setChecked(m_comparison.isPinned());
    m_summary->setText(summary());
    m_summary->setToolTip(summary());
    m_empty->setVisible(m_model->rowCount() == 0);
    m_empty->setText(m_comparison.comparedSnapshot() ? tr("No name is another one.")
                                                     : tr("Names that an edit changes are listed here, and the variables that checkpoints then no longer fit."));
}

void ChangesPanel::handleViewSelection() {
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid() || !m_view->selectionModel()->hasSelection()) return;
    const QString name = m_model->nameAfter(current.row());
    if (!name.isEmpty()) m_selection.selectNode(name.toStdString());
}

}  // namespace namescape
