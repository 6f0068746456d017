#include "problems/problems_panel.h"

#include "live/selection.h"
#include "problems/problems_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace namescape {

ProblemsPanel::ProblemsPanel(Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_model(new ProblemsModel(appearance, this)), m_view(new QTreeView(this)), m_empty(new QLabel(m_view)) {
    build();
    connect(m_view, &QTreeView::clicked, this, &ProblemsPanel::handleClick);
    connect(m_view, &QTreeView::activated, this, &ProblemsPanel::placeRequested);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProblemsPanel::handleViewSelection);
    connect(&selection, &Selection::changed, this, &ProblemsPanel::showSelection);
}

void ProblemsPanel::build() {
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Problems"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameStyle(QFrame::NoFrame);
    m_view->installEventFilter(this);
    const int letter = fontMetrics().averageCharWidth();
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ProblemsModel::Message, QHeaderView::Stretch);
    m_view->setColumnWidth(ProblemsModel::Line, 7 * letter + 30);
    m_view->setColumnWidth(ProblemsModel::FixColumn, 28 * letter);
    m_empty->setText(tr("No problems."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* overlay = new QVBoxLayout(m_view->viewport());
    overlay->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
}

void ProblemsPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    m_isShowingSelection = true;
    m_model->setSnapshot(snapshot);
    m_isShowingSelection = false;
    m_empty->setVisible(m_model->rowCount() == 0);
    showSelection();
}

bool ProblemsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QModelIndex current = m_view->currentIndex();
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers() & Qt::AltModifier && current.isValid() && m_model->hasFix(current.row())) {
            Q_EMIT fixRequested(static_cast<std::uint32_t>(current.row()), 0);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ProblemsPanel::handleClick(const QModelIndex& index) {
    const auto problem = static_cast<std::uint32_t>(index.row());
    if (index.column() == ProblemsModel::FixColumn && m_model->hasFix(index.row()))
        Q_EMIT fixRequested(problem, 0);
    else
        m_selection.selectProblem(problem);
}

void ProblemsPanel::handleViewSelection() {
    if (m_isShowingSelection || !m_view->hasFocus()) return;
    const QModelIndex current = m_view->selectionModel()->currentIndex();
    if (current.isValid() && m_view->selectionModel()->hasSelection()) m_selection.selectProblem(static_cast<std::uint32_t>(current.row()));
}

void ProblemsPanel::showSelection() {
    QItemSelection rows;
    for (const std::uint32_t problem : m_selection.current().problems) {
        const QModelIndex index = m_model->index(static_cast<int>(problem), 0);
        if (index.isValid()) rows.select(index, index);
    }
    m_isShowingSelection = true;
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!rows.isEmpty()) {
        m_view->selectionModel()->setCurrentIndex(rows.indexes().front(), QItemSelectionModel::NoUpdate);
        m_view->scrollTo(rows.indexes().front());
    }
    m_isShowingSelection = false;
}

}  // namespace namescape
