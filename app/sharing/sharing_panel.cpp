#include "sharing/sharing_panel.h"

#include "appearance/cell_delegate.h"
#include "appearance/column_widths.h"
#include "appearance/empty_hint.h"
#include "live/newest_job.h"
#include "live/selection.h"
#include "sharing/sharing_model.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace namescape {

namespace {

// Larger graphs are counted on a thread of their own.
constexpr std::size_t kMostCountedAtOnce = 5'000;
constexpr std::size_t kMostListedAtOnce = 500;  // variables
// So many scopes are shown open.
constexpr std::size_t kMostOpenRows = 2'000;

}  // namespace

// What was counted, with the snapshot that it points into.
struct SharingPanel::Counted {
    std::shared_ptr<const Snapshot> snapshot;
    Sharing sharing;
};

SharingPanel::SharingPanel(Selection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_model(new SharingModel(this)), m_filter(new QLineEdit(this)), m_sharedOnly(new QAction(tr("Shared Only"), this)),
      m_copy(new QAction(tr("Copy as Text"), this)), m_summary(new QLabel(this)), m_view(new QTreeView(this)), m_empty(addEmptyHint(*m_view)), m_job(new NewestJob(this)) {
    build();
    connectView();
    connect(m_filter, &QLineEdit::textChanged, this, &SharingPanel::showRows);
    connect(m_sharedOnly, &QAction::toggled, this, &SharingPanel::showRows);
    connect(m_copy, &QAction::triggered, this, &SharingPanel::copy);
    connect(&selection, &Selection::changed, this, &SharingPanel::showSelection);
    showEmptyState();
}

void SharingPanel::build() {
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter of the shared variables"));
    m_filter->setClearButtonEnabled(true);
    m_sharedOnly->setCheckable(true);
    m_sharedOnly->setToolTip(tr("Leaves out variables that have one user only"));
    m_copy->setToolTip(tr("Copies all rows, with tabs between the columns (Ctrl+C)"));
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Shared variables"));
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameStyle(QFrame::NoFrame);
    m_view->setIndentation(16);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setSortingEnabled(true);
    m_view->header()->setSortIndicatorClearable(true);
    m_view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setItemDelegate(new CellDelegate(m_view));
    new ColumnWidths(*m_view);
    setFocusProxy(m_view);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 0, 6, 0);
    top->addWidget(m_filter);
    for (QAction* action : {m_sharedOnly, m_copy}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        top->addWidget(button);
    }
    column->addLayout(top);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 6, 0);
    line->addWidget(m_summary);
    column->addLayout(line);
    column->addWidget(m_view);
}

void SharingPanel::connectView() {
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SharingPanel::handleViewSelection);
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (m_model->rowAt(index).kind == SharingRow::Kind::Request) activate(index);
    });
    connect(m_view, &QTreeView::activated, this, &SharingPanel::activate);
    connect(m_view->header(), &QHeaderView::sortIndicatorChanged, this, &SharingPanel::showRows);
    const auto remember = [this](bool isOpen) { return [this, isOpen](const QModelIndex& index) { if (!m_isPutting) m_isOpen[pathOf(index)] = isOpen; }; };
    connect(m_view, &QTreeView::expanded, this, &SharingPanel::spanChildren);
    connect(m_view, &QTreeView::expanded, this, remember(true));
    connect(m_view, &QTreeView::collapsed, this, remember(false));
}

// --- What is counted

void SharingPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    // Seen otherwise, it is the same program.
    const bool isSame = snapshot && m_snapshot && snapshot->evaluation == m_snapshot->evaluation;
    m_snapshot = snapshot;
    if (isSame) return;
    m_isOutdated = true;
    if (isVisible()) refresh();
}

void SharingPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isOutdated) refresh();
    else showSelection();
}

void SharingPanel::refresh() {
    m_isOutdated = false;
    m_isCounting = m_isListing = false;
    m_job->drop();
    if (!m_snapshot) return showCounted(nullptr);
    if (m_snapshot->graph().operationCount() <= kMostCountedAtOnce) return showCounted(std::make_shared<const Counted>(Counted{m_snapshot, sharingOf(*m_snapshot)}));
    count();
}

void SharingPanel::count() {
    m_isCounting = true;
    showEmptyState();
    auto counted = std::make_shared<std::shared_ptr<const Counted>>();
    m_job->start([counted, snapshot = m_snapshot](std::stop_token) { *counted = std::make_shared<const Counted>(Counted{snapshot, sharingOf(*snapshot)}); },
                 [this, counted] {
                     m_isCounting = false;
                     showCounted(*counted);
                 });
}

void SharingPanel::showCounted(std::shared_ptr<const Counted> counted) {
    m_counted = std::move(counted);
    showRows();
}

// --- What is shown of it

SharingRowsOptions SharingPanel::options() const {
    const QHeaderView* header = m_view->header();
    return {m_filter->text().trimmed(), m_sharedOnly->isChecked(), header->sortIndicatorSection(), header->sortIndicatorOrder() == Qt::DescendingOrder};
}

void SharingPanel::showRows() {
    if (!m_counted) return showMade({});
    if (m_counted->sharing.variables.size() <= kMostListedAtOnce) return showMade(sharingRows(*m_counted->snapshot, m_counted->sharing, options()));
    if (!m_isCounting) listMeanwhile();
}

void SharingPanel::listMeanwhile() {
    m_isListing = true;
    auto rows = std::make_shared<SharingRows>();
    m_job->start([rows, counted = m_counted, options = options()](std::stop_token) { *rows = sharingRows(*counted->snapshot, counted->sharing, options); },
                 [this, rows] {
                     m_isListing = false;
                     showMade(std::move(*rows));
                 });
}

void SharingPanel::showMade(SharingRows rows) {
    putRows(std::move(rows));
    m_summary->setText(summary());
    m_summary->setToolTip(summary());
    m_summary->setVisible(!summary().isEmpty());
    const bool isOfFile = m_counted && !m_counted->sharing.tellsTrainable;
    m_view->setColumnHidden(TrainedColumn, isOfFile);
    showEmptyState();
    showSelection();
}

void SharingPanel::putRows(SharingRows rows) {
    m_isPutting = true;
    const int scrolled = m_view->verticalScrollBar()->value();
    bool wasReset = false;
    const auto connection = connect(m_model, &QAbstractItemModel::modelReset, this, [&] { wasReset = true; });
    m_model->setRows(std::move(rows));
    disconnect(connection);
    if (wasReset) {
        restoreOpenRows();
        m_view->verticalScrollBar()->setValue(scrolled);
    }
    m_isPutting = false;
}

// Long words take the whole width: their rows have no numbers, or say them. Those below a closed row are made so when it is opened.
void SharingPanel::spanChildren(const QModelIndex& parent) {
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const SharingRow& child = m_model->rowAt(m_model->index(row, 0, parent));
        const bool isOfNumbers = child.kind == SharingRow::Kind::Scope || child.kind == SharingRow::Kind::Variable;
        if (child.kind == SharingRow::Kind::Towers || (!isOfNumbers && child.texts[ParametersColumn].isEmpty())) m_view->setFirstColumnSpanned(row, parent, true);
    }
}

void SharingPanel::restoreOpenRows() {
    spanChildren({});
    const auto& rows = m_model->rows().rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].children.empty()) continue;
        const QModelIndex index = m_model->indexOf(static_cast<int>(i));
        const auto known = m_isOpen.find(pathOf(index));
        if (known == m_isOpen.end() ? isOpenAtFirst(rows[i]) : *known) m_view->expand(index);
    }
}

bool SharingPanel::isOpenAtFirst(const SharingRow& row) const {
    if (m_model->rows().rows.size() > kMostOpenRows && m_filter->text().isEmpty()) return row.kind == SharingRow::Kind::Section && row.key != QLatin1String("helpers");
    return row.kind == SharingRow::Kind::Scope || (row.kind == SharingRow::Kind::Section && row.key != QLatin1String("helpers"));
}

// Keys are full names: no other parent has the same.
QString SharingPanel::pathOf(const QModelIndex& index) const {
    const SharingRow& row = m_model->rowAt(index);
    return QString::number(static_cast<int>(row.kind)) + row.key;
}

QString SharingPanel::summary() const {
    return m_model->rows().summary;
}

void SharingPanel::showEmptyState() {
    m_empty->setVisible(m_model->rowCount() == 0);
    const bool hasVariables = m_model->rows().variableCount > 0;
    m_empty->setText(m_isCounting    ? tr("Counting…")
                     : !hasVariables ? tr("Each variable is listed here with the calls that made it or shared it: how many parameters there are in each scope, and how many sharing saves.")
                     : m_filter->text().isEmpty() ? tr("No variable is shared: each has one user.")
                                                  : tr("No variable matches the filter."));
}

void SharingPanel::copy() {
    if (m_model->rowCount() > 0) QGuiApplication::clipboard()->setText(summary() + u'\n' + m_model->asText());
}

// --- What is selected

void SharingPanel::handleViewSelection() {
    if (m_isPutting || !m_view->selectionModel()->hasSelection()) return;
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid()) return;
    const SharingRow& row = m_model->rowAt(current);
    switch (row.kind) {
    case SharingRow::Kind::Variable:
    case SharingRow::Kind::Request: return m_selection.selectVariable(row.target);
    case SharingRow::Kind::Tower:
    case SharingRow::Kind::Scope: return m_selection.selectNode(row.target);
    case SharingRow::Kind::Section:
    case SharingRow::Kind::Towers:
    case SharingRow::Kind::Use:
    case SharingRow::Kind::More: return;
    }
}

void SharingPanel::activate(const QModelIndex& index) {
    const SharingRow& row = m_model->rowAt(index);
    if (row.kind == SharingRow::Kind::Request) {
        if (row.line > 0) Q_EMIT lineRequested(row.line);
    } else if (row.kind == SharingRow::Kind::Use || row.kind == SharingRow::Kind::Tower) {
        Q_EMIT goToRequested(row.target);
    } else if (!row.children.empty()) {
        const QModelIndex first = index.siblingAtColumn(0);
        m_view->setExpanded(first, !m_view->isExpanded(first));
    }
}

// The variable that was chosen in any view; a row below it stays chosen.
void SharingPanel::showSelection() {
    const Selected& selected = m_selection.current();
    const QModelIndex current = m_view->currentIndex();
    if (!isVisible() || selected.variables.size() != 1) return;
    const std::string& name = selected.variables.front();
    if (current.isValid() && m_view->selectionModel()->isSelected(current) && m_model->rowAt(current).target == name) return;
    const QModelIndex index = m_model->indexOfVariable(name);
    if (!index.isValid()) return;
    m_isPutting = true;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_isPutting = false;
}

}  // namespace namescape
