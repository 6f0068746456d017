#include "blocks/blocks_panel.h"

#include "appearance/appearance.h"
#include "appearance/empty_hint.h"
#include "blocks/block_delegate.h"
#include "blocks/block_details.h"
#include "blocks/block_palette.h"
#include "blocks/blocks_model.h"
#include "blocks/blocks_view.h"
#include "blocks/new_blocks.h"
#include "document/document.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace namescape {

namespace {

// Longer texts are parsed where they are built, not at each key.
constexpr qsizetype kLargeText = 400'000;
// Shares of what is there, in pixels.
constexpr int kTreeHeight = 260;
constexpr int kDetailsHeight = 130;
constexpr int kLeastHeight = 44;

}  // namespace

BlocksPanel::BlocksPanel(Document& document, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new BlocksModel(this)), m_view(new BlocksView(this)), m_details(new BlockDetails(appearance, this)),
      m_palette(new BlockPalette(appearance, this)), m_empty(addEmptyHint(*m_view)) {
    build(appearance);
    makeActions();
    connect(&document, &Document::textChanged, this, &BlocksPanel::handleTextChange);
    connect(m_palette, &BlockPalette::chosen, this, &BlocksPanel::insertNew);
    connect(m_palette, &BlockPalette::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_details, &BlockDetails::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_details, &BlockDetails::previousRunRequested, this, &BlocksPanel::showPreviousRun);
    connect(m_details, &BlockDetails::nextRunRequested, this, &BlocksPanel::showNextRun);
    connect(m_details, &BlockDetails::argumentRequested, this, &BlocksPanel::setArgument);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        // What blocks come to is painted beyond its column.
        m_view->viewport()->update();
        const QModelIndex current = m_view->currentIndex();
        if (current.parent() == first.parent() && first.row() <= current.row() && current.row() <= last.row()) showRunsOfCurrent();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &BlocksPanel::handleCurrent);
    connect(m_model, &BlocksModel::moveRequested, this,
            [this](const std::vector<BlockNumber>& blocks, BlockPlace place, bool isCopy) { afterDrop([=, this] { move(blocks, place, isCopy); }); });
    connect(m_model, &BlocksModel::insertionRequested, this, [this](const QString& statements, BlockPlace place) {
        afterDrop([=, this] { isNewBlock(statements) ? insertNewAt(statements, place) : insertAt(statements, place); });
    });
    connect(m_model, &BlocksModel::editRequested, this, [this](const TextEdit& edit) { applyInPlace(editWithImport(m_model->blocks(), edit)); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& around, int first, int last) {
        for (int row = first; row <= last; ++row) m_view->expandRecursively(m_model->index(row, 0, around));
        m_view->expand(around);
    });
    handleTextChange();
}

// What is still being written is handed over when its editor goes, which is after this panel.
BlocksPanel::~BlocksPanel() {
    m_model->disconnect(this);
    m_details->disconnect(this);
}

void BlocksPanel::build(const Appearance& appearance) {
    m_view->setModel(m_model);
    m_view->setItemDelegate(new BlockDelegate(appearance, m_view));
    m_view->setAccessibleName(tr("Blocks"));
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameStyle(QFrame::NoFrame);
    m_view->setIndentation(18);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setDragDropMode(QAbstractItemView::DragDrop);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->installEventFilter(this);
    m_view->header()->setSectionResizeMode(BlocksModel::Header, QHeaderView::Interactive);
    m_view->header()->resizeSection(BlocksModel::Header, 330);
    m_view->header()->setStretchLastSection(true);
    setFocusProxy(m_view);
    // Two rows of each in the lowest windows.
    m_view->setMinimumHeight(kLeastHeight);
    m_details->view().setMinimumHeight(kLeastHeight);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_view);
    parts->addWidget(m_details);
    m_details->hide();
    parts->setStretchFactor(0, 1);
    parts->setSizes({kTreeHeight, kDetailsHeight});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_palette);
    column->addWidget(parts, 1);
    // As they stand.
    setTabOrder(m_palette, m_view);
    setTabOrder(m_view, &m_details->view());
}

QAction* BlocksPanel::make(const QString& text, const QKeySequence& keys, void (BlocksPanel::*slot)()) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (slot) connect(action, &QAction::triggered, this, [this, slot] {
            makeWaitingEdit();
            bringUpToDate();
            (this->*slot)();
        });
    m_actions.append(action);
    m_view->addAction(action);
    return action;
}

// With its key the menu opens at the current block.
void BlocksPanel::makeMenuAction(const QString& text, const QKeySequence& keys, QMenu* menu) {
    QAction* action = make(text, keys, nullptr);
    action->setMenu(menu);
    connect(action, &QAction::triggered, this, [this, menu] {
        menu->popup(m_view->viewport()->mapToGlobal(m_view->visualRect(m_view->currentIndex()).bottomLeft()));
        menu->setActiveAction(menu->actions().constFirst());
    });
}

void BlocksPanel::makeActions() {
    const auto separate = [this] { make({}, {}, nullptr)->setSeparator(true); };
    makeMenuAction(tr("&Insert"), QKeySequence(Qt::Key_Insert), insertMenu());
    make(tr("Ar&guments\tEnter"), {}, &BlocksPanel::editArguments);
    make(tr("&Edit"), QKeySequence(Qt::Key_F2), nullptr);
    connect(m_actions.back(), &QAction::triggered, this, [this] { m_view->edit(m_view->currentIndex().siblingAtColumn(BlocksModel::Header)); });
    separate();
    make(tr("&Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), &BlocksPanel::duplicateSelected);
    make(tr("De&lete"), QKeySequence(Qt::Key_Delete), &BlocksPanel::removeSelected);
    make(tr("Disable or En&able"), QKeySequence(Qt::CTRL | Qt::Key_Slash), &BlocksPanel::toggleSelected);
    separate();
    makeMenuAction(tr("&Wrap In"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), wrapMenu());
    make(tr("&Unwrap"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U), &BlocksPanel::unwrapCurrent);
    separate();
    make(tr("Move U&p"), QKeySequence(Qt::ALT | Qt::Key_Up), nullptr);
    connect(m_actions.back(), &QAction::triggered, this, [this] { moveSelected(-1); });
    make(tr("Move D&own"), QKeySequence(Qt::ALT | Qt::Key_Down), nullptr);
    connect(m_actions.back(), &QAction::triggered, this, [this] { moveSelected(1); });
    make(tr("Move Ou&t of Its Block"), QKeySequence(Qt::ALT | Qt::Key_Left), &BlocksPanel::moveOut);
    make(tr("Move Into the Block A&bove"), QKeySequence(Qt::ALT | Qt::Key_Right), &BlocksPanel::moveIn);
    separate();
    make(tr("Previous &Run"), QKeySequence(Qt::ALT | Qt::Key_PageUp), &BlocksPanel::showPreviousRun);
    make(tr("&Next Run"), QKeySequence(Qt::ALT | Qt::Key_PageDown), &BlocksPanel::showNextRun);
}

// Some keys mean the same for blocks as for lines of text, and are the window's too: here they are the blocks'.
bool BlocksPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    // While a line is edited in its place, Enter comes here from its editor.
    if (event->type() == QEvent::KeyPress && m_view->hasFocus() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        editArguments();
        return true;
    }
    // In a window of several panels it would be one behind another one's tab.
    if (event->type() == QEvent::KeyPress && m_view->hasFocus() && key == Qt::Key_Backtab) {
        m_palette->setFocus(Qt::BacktabFocusReason);
        return true;
    }
    const QKeySequence keys(static_cast<QKeyEvent*>(event)->keyCombination());
    const auto action = std::find_if(m_actions.begin(), m_actions.end(), [&](const QAction* each) { return !each->shortcut().isEmpty() && each->shortcut() == keys; });
    if (action == m_actions.end()) return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) (*action)->trigger();
    return true;
}

QMenu* BlocksPanel::insertMenu() {
    auto* menu = new QMenu(this);
    for (const NewBlock& block : newBlocks()) connect(menu->addAction(block.menuTitle), &QAction::triggered, this, [this, statements = block.statements] { insertNew(statements); });
    return menu;
}

QMenu* BlocksPanel::wrapMenu() {
    auto* menu = new QMenu(this);
    for (const Wrapping& wrapping : wrappings()) connect(menu->addAction(wrapping.menuTitle), &QAction::triggered, this, [this, header = wrapping.header] { wrapInNew(header); });
    return menu;
}

void BlocksPanel::handleTextChange() {
    m_isOld = true;
    if (isVisible()) bringUpToDate();
}

void BlocksPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    bringUpToDate();
    showLine(m_line);
}

void BlocksPanel::bringUpToDate() {
    if (!m_isOld) return;
    const QString text = m_document.text();
    const bool isBuilt = m_snapshot && m_snapshot->revision == m_document.revision();
    if (text.size() > kLargeText && !isBuilt) return;
    m_isOld = false;
    m_model->setText(text, m_document.revision());
    m_model->setSnapshot(m_snapshot);
    showEmptyState();
    showDetails();
}

void BlocksPanel::showEmptyState() {
    m_empty->setVisible(m_model->rowCount() == 0);
    m_empty->setText(tr("The program is shown here as blocks, with the names that each comes to. Click one of the signs above, drag it here, or press Insert to begin."));
}

void BlocksPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    m_snapshot = snapshot;
    if (!isVisible()) return;
    bringUpToDate();
    m_model->setSnapshot(snapshot);
}

void BlocksPanel::showLine(int line) {
    m_line = line;
    if (!isVisible()) return;
    const LineIndex& lines = m_model->blocks().tree().lines();
    if (line < 1 || static_cast<std::uint32_t>(line) > lines.lineCount() || m_view->hasFocus()) return;
    const std::string_view text = lines.lineText(m_model->blocks().text(), static_cast<std::uint32_t>(line));
    const std::size_t words = text.find_first_not_of(" \t");
    const BlockNumber block = m_model->blocks().blockAt(lines.lineBegin(static_cast<std::uint32_t>(line)) + static_cast<std::uint32_t>(words == std::string_view::npos ? 0 : words));
    m_isShowingLine = true;
    const QModelIndex index = m_model->indexOf(block);
    makeCurrent(index);
    m_isShowingLine = false;
}

// Alone: the view itself would ask which keys are held down.
void BlocksPanel::makeCurrent(const QModelIndex& index) {
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (index.isValid()) m_view->scrollTo(index);
}

void BlocksPanel::handleCurrent() {
    const QModelIndex current = m_view->currentIndex();
    showDetails();
    if (m_isShowingLine || m_isApplying || !current.isValid()) return;
    const BlockNumber block = m_model->blockOf(current);
    if (block >= m_model->blocks().all().size()) return;
    Q_EMIT lineRequested(static_cast<int>(m_model->blocks().tree().lines().line(m_model->blocks()[block].header.begin)));
}

void BlocksPanel::showDetails() {
    if (m_isApplying) return;
    const QModelIndex current = m_view->currentIndex();
    m_details->showBlock(m_model->blocks(), current.isValid() ? m_model->blockOf(current) : kNoBlock);
    showRunsOfCurrent();
}

// Of one block the arguments stay the same while what it came to changes.
void BlocksPanel::showRunsOfCurrent() {
    const QModelIndex current = m_view->currentIndex();
    const std::uint32_t count = m_model->runCount(current);
    m_details->showRuns(m_model->run(current), count);
    const bool wasHidden = m_details->isHidden();
    // Once there they stay: rows that jump from under the mouse cannot be clicked twice.
    m_details->setVisible(!wasHidden || m_details->model().rowCount() > 0 || count > 1);
    // Once the blocks have the height that is left to them.
    if (wasHidden && !m_details->isHidden()) QTimer::singleShot(0, this, [this] { m_view->scrollTo(m_view->currentIndex()); });
}

void BlocksPanel::showRun(std::uint32_t run) {
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid()) return;
    m_model->setRun(current, run);
    const QString name = run > 0 ? m_model->chosenName(current) : QString();
    if (name.isEmpty()) return;
    if (name.contains(u':')) Q_EMIT variableChosen(name);
    else Q_EMIT scopeChosen(name);
}

// All of them are one more, before the first.
void BlocksPanel::showRunBeyond(std::int64_t step) {
    const QModelIndex current = m_view->currentIndex();
    const std::int64_t run = m_model->run(current), count = m_model->runCount(current);
    if (count > 1 || run > 0) showRun(static_cast<std::uint32_t>((run + step + count + 1) % (count + 1)));
}

void BlocksPanel::showNextRun() {
    showRunBeyond(1);
}

void BlocksPanel::showPreviousRun() {
    showRunBeyond(-1);
}

void BlocksPanel::editArguments() {
    if (m_details->model().rowCount() > 0) return m_details->editCurrent();
    if (m_view->currentIndex().isValid()) m_view->edit(m_view->currentIndex().siblingAtColumn(BlocksModel::Header));
}

}  // namespace namescape
