#include "find/find_panel.h"

#include "appearance/empty_hint.h"
#include "appearance/icon_button.h"
#include "find/found_model.h"
#include "live/newest_job.h"
#include "live/selection.h"
#include "query/node_search.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace namescape {

struct FindPanel::Search {
    std::shared_ptr<const Snapshot> snapshot;
    std::optional<NodeSearch> wanted;
    NodeSearch::Found found;
};

FindPanel::FindPanel(Selection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_job(new NewestJob(this)), m_model(new FoundModel(this)), m_pattern(new QLineEdit(this)),
      m_count(new QLabel(this)), m_view(new QTreeView(this)), m_empty(addEmptyHint(*m_view)) {
    build();
    connect(m_pattern, &QLineEdit::textChanged, this, &FindPanel::search);
    // Clicks and Enter alike.
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex& index) { goTo(static_cast<std::size_t>(index.row())); });
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex& index) { goTo(static_cast<std::size_t>(index.row())); });
    showEmptyState();
}

void FindPanel::build() {
    m_pattern->setPlaceholderText(tr("Name, op:MatMul, shape:2,?, /expression/"));
    m_pattern->setToolTip(tr("A part of the name; op:MatMul for a type, shape:2,? for sizes, device:gpu for a device, "
                             "/regular expression/ for names. All words must match."));
    m_pattern->setAccessibleName(tr("What to find in the graph"));
    m_pattern->setClearButtonEnabled(true);
    m_pattern->installEventFilter(this);
    setFocusProxy(m_pattern);
    QToolButton* previous = makeIconButton("previous", tr("Previous match (Shift+F3)"), this);
    QToolButton* next = makeIconButton("next", tr("Next match (F3)"), this);
    for (QToolButton* each : {previous, next}) each->setAutoRaise(true);
    connect(previous, &QToolButton::clicked, this, &FindPanel::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindPanel::findNext);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setAccessibleName(tr("Number of matches"));

    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Matches"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameStyle(QFrame::NoFrame);
    m_view->setTextElideMode(Qt::ElideLeft);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(FoundModel::Name, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(FoundModel::Type, QHeaderView::Interactive);
    m_view->header()->resizeSection(FoundModel::Type, fontMetrics().horizontalAdvance(QStringLiteral("Placeholder")) + 24);

    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(4);
    row->addWidget(m_pattern, 1);
    row->addWidget(previous);
    row->addWidget(next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    auto* counts = new QHBoxLayout;
    counts->setContentsMargins(8, 0, 8, 0);
    counts->addWidget(m_count, 1);
    column->addLayout(counts);
    column->addWidget(m_view, 1);
}

void FindPanel::open() {
    m_pattern->setFocus();
    m_pattern->selectAll();
}

bool FindPanel::isSearching() const {
    return m_job->isRunning();
}

QString FindPanel::countText() const {
    return m_count->text();
}

// --- Searching

void FindPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    const bool isSameGraph = m_snapshot && snapshot && m_snapshot->scopes == snapshot->scopes;
    m_snapshot = snapshot;
    if (!isSameGraph) search();
}

void FindPanel::search() {
    m_note.clear();
    if (!m_snapshot || !isVisible()) return clear();
    const auto wanted = NodeSearch::fromText(m_pattern->text().toStdString());
    if (!wanted) {
        clear();
        return showEmptyState(QString::fromStdString(wanted.error()));
    }
    if (wanted->isEmpty()) return clear();
    const auto search = std::make_shared<Search>(Search{m_snapshot, *wanted, {}});
    m_job->start([search](std::stop_token stop) { search->found = search->wanted->run(search->snapshot->graph(), *search->snapshot->scopes, std::move(stop)); },
                 [this, search] { finish(*search); });
}

void FindPanel::finish(Search& search) {
    m_current.reset();
    if (search.found.wasGivenUp)
        m_note = tr("The expression takes too long: the search ended early.");
    else if (search.found.tooHard > 0)
        m_note = tr("The expression takes too long for %L1 names.").arg(search.found.tooHard);
    m_model->setFound(search.snapshot, std::move(search.found.nodes));
    m_current = hitOfSelection();
    showEmptyState();
    showCount();
    Q_EMIT foundChanged(search.snapshot, m_model->nodes());
}

void FindPanel::clear() {
    m_job->drop();
    m_current.reset();
    m_model->setFound(m_snapshot, {});
    showEmptyState();
    showCount();
    Q_EMIT foundChanged(m_snapshot, {});
}

void FindPanel::showCount() {
    const QLocale locale;
    const auto count = static_cast<qulonglong>(m_model->nodes().size());
    QString words;
    if (count > 0 && m_current)
        words = tr("%1 of %2").arg(locale.toString(static_cast<qulonglong>(*m_current + 1)), locale.toString(count));
    else if (count > 0)
        words = count == 1 ? tr("1 match") : tr("%1 matches").arg(locale.toString(count));
    if (count > static_cast<qulonglong>(FoundModel::kMaxRows)) words += tr(", the first %1 listed").arg(locale.toString(FoundModel::kMaxRows));
    if (!m_note.isEmpty()) words = words.isEmpty() ? m_note : words + QStringLiteral(". ") + m_note;
    m_count->setText(words);
    m_count->setVisible(!words.isEmpty());
}

void FindPanel::showEmptyState(const QString& failure) {
    m_empty->setVisible(m_model->nodes().empty());
    if (!failure.isEmpty())
        m_empty->setText(failure.at(0).toUpper() + failure.sliced(1) + u'.');
    else if (m_pattern->text().trimmed().isEmpty())
        m_empty->setText(tr("Finds operations and scopes of the graph, in closed scopes too: by a part of their name, by type (op:MatMul), "
                            "shape (shape:2,?), device (device:gpu) or a /regular expression/."));
    else
        m_empty->setText(tr("Nothing in the graph matches."));
}

// --- Going to what was found

std::optional<std::size_t> FindPanel::hitOfSelection() const {
    const Selected& selected = m_selection.current();
    if (selected.kind != SelectionKind::Node || !m_snapshot) return std::nullopt;
    const auto node = m_snapshot->scopes->find(selected.name);
    if (!node) return std::nullopt;
    const std::vector<NodeId>& nodes = m_model->nodes();
    const auto found = std::lower_bound(nodes.begin(), nodes.end(), *node);
    if (found == nodes.end() || *found != *node) return std::nullopt;
    return static_cast<std::size_t>(found - nodes.begin());
}

void FindPanel::findNext() {
    step(1);
}

void FindPanel::findPrevious() {
    step(-1);
}

void FindPanel::step(int direction) {
    const std::size_t count = m_model->nodes().size();
    if (count == 0) return;
    if (!m_current) return goTo(direction > 0 ? 0 : count - 1);
    goTo((*m_current + (direction > 0 ? 1 : count - 1)) % count);
}

void FindPanel::goTo(std::size_t hit) {
    if (hit >= m_model->nodes().size()) return;
    m_current = hit;
    if (m_model->fetchUpTo(hit)) {
        m_view->setCurrentIndex(m_model->index(static_cast<int>(hit), 0));
        m_view->scrollTo(m_view->currentIndex());
    } else {
        m_view->clearSelection();
    }
    showCount();
    Q_EMIT goToRequested(m_model->nameOf(hit).toStdString());
}

// --- Keys

bool FindPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_pattern || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Down && key->key() != Qt::Key_Up) return false;
    step(key->key() == Qt::Key_Down ? 1 : -1);
    return true;
}

void FindPanel::keyPressEvent(QKeyEvent* event) {
    // The list has gone to its own row then.
    const bool isEnter = !m_view->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
    if (isEnter && event->modifiers() & Qt::ShiftModifier)
        findPrevious();
    else if (isEnter)
        findNext();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        return QWidget::keyPressEvent(event);
    event->accept();
}

void FindPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    search();
}

void FindPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    clear();
}

}  // namespace namescape
