#include "problems/problems_panel.h"

#include "appearance/empty_hint.h"
#include "appearance/icons.h"
#include "live/selection.h"
#include "problems/problems_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace namescape {

namespace {

// A tree view asks for heights without saying how wide a column is: texts would not be broken into lines.
class WrappingDelegate : public QStyledItemDelegate {
public:
    explicit WrappingDelegate(QTreeView& view) : QStyledItemDelegate(&view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem inColumn = option;
        inColumn.rect = QRect(0, 0, m_view.columnWidth(index.column()), 1);
        return QStyledItemDelegate::sizeHint(inColumn, index);
    }

private:
    QTreeView& m_view;
};

}  // namespace

ProblemsPanel::ProblemsPanel(Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_model(new ProblemsModel(appearance, this)), m_view(new QTreeView(this)), m_empty(addEmptyHint(*m_view)) {
    build();
    connect(m_view, &QTreeView::clicked, this, &ProblemsPanel::handleClick);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex& index) {
        // A row may be current without having been chosen.
        m_selection.selectProblem(static_cast<std::uint32_t>(index.row()));
        Q_EMIT placeRequested();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProblemsPanel::handleViewSelection);
    connect(&selection, &Selection::changed, this, &ProblemsPanel::showSelection);
}

void ProblemsPanel::build() {
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Problems"));
    m_view->setRootIsDecorated(false);
    // Messages are sentences: where the panel is narrow they take another line.
    m_view->setWordWrap(true);
    m_view->setItemDelegate(new WrappingDelegate(*m_view));
    connect(m_view->header(), &QHeaderView::sectionResized, m_view, &QTreeView::doItemsLayout, Qt::QueuedConnection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ProblemsPanel::showMenu);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameStyle(QFrame::NoFrame);
    setFocusProxy(m_view);
    const int letter = fontMetrics().averageCharWidth();
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ProblemsModel::Message, QHeaderView::Stretch);
    m_view->setColumnWidth(ProblemsModel::Line, 7 * letter + 30);
    m_view->setColumnWidth(ProblemsModel::FixColumn, 26 * letter);
    m_empty->setText(tr("No problems. Mistakes of the program are listed here with their lines, and with fixes where there are any."));
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

void ProblemsPanel::handleClick(const QModelIndex& index) {
    if (index.column() == ProblemsModel::FixColumn && !m_model->fixes(index.row()).isEmpty())
        offerFixes(index);
    else
        m_selection.selectProblem(static_cast<std::uint32_t>(index.row()));
}

void ProblemsPanel::fixCurrent() {
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_model->fixes(current.row()).size() == 1)
        Q_EMIT fixRequested(static_cast<std::uint32_t>(current.row()), 0);
    else
        offerFixes();
}

void ProblemsPanel::offerFixes() {
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && !m_model->fixes(current.row()).isEmpty())
        offerFixes(current);
    else
        Q_EMIT noFixFound();
}

void ProblemsPanel::offerFixes(const QModelIndex& index) {
    const QRect cell = m_view->visualRect(index.siblingAtColumn(ProblemsModel::FixColumn));
    Q_EMIT fixesRequested({static_cast<std::uint32_t>(index.row())}, QRect(m_view->viewport()->mapToGlobal(cell.topLeft()), cell.size()));
}

void ProblemsPanel::addFixes(QMenu& menu, int row) {
    const QStringList& fixes = m_model->fixes(row);
    for (qsizetype fix = 0; fix < fixes.size(); ++fix) {
        QString words = fixes[fix];
        menu.addAction(icon("fix"), words.replace(u'&', QLatin1String("&&")), this,
                       [this, row, fix] { Q_EMIT fixRequested(static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(fix)); });
    }
}

void ProblemsPanel::showMenu(const QPoint& place) {
    const QModelIndex index = m_view->indexAt(place).isValid() ? m_view->indexAt(place) : m_view->currentIndex();
    if (!index.isValid()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFixes(*menu, index.row());
    if (!menu->isEmpty()) menu->addSeparator();
    menu->addAction(tr("&Go to Its Place"), this, [this, row = index.row()] {
        m_selection.selectProblem(static_cast<std::uint32_t>(row));
        Q_EMIT placeRequested();
    });
    menu->addAction(tr("&Copy Message"), this, [words = m_model->fullText(index.row())] { QGuiApplication::clipboard()->setText(words); });
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

void ProblemsPanel::handleViewSelection() {
    if (m_isShowingSelection || !m_view->hasFocus()) return;
    const QModelIndex current = m_view->selectionModel()->currentIndex();
    if (current.isValid() && m_view->selectionModel()->hasSelection()) m_selection.selectProblem(static_cast<std::uint32_t>(current.row()));
}

void ProblemsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showSelection();
}

void ProblemsPanel::showSelection() {
    if (!isVisible()) return;
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
