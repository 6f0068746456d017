// What the panel of blocks does to the program: each by edits of its text.
#include "blocks/blocks_panel.h"

#include "blocks/block_details.h"
#include "blocks/block_line.h"
#include "blocks/blocks_model.h"
#include "blocks/blocks_view.h"
#include "blocks/new_blocks.h"
#include "document/document.h"
#include "rewrite/block_choice.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

std::int64_t growth(const TextEdit& edit) {
    return static_cast<std::int64_t>(edit.replacement.size()) - (edit.range.end - edit.range.begin);
}

// Where the longest of the new pieces begins in the text with the edits made; where something was only taken away, there. An import that
// comes along before the first of them is not what one has asked for.
std::uint32_t placeOfChange(const TextEdits& edits, bool isBehindImport) {
    std::int64_t shift = 0, place = 0;
    std::size_t longest = 0;
    for (const TextEdit& edit : edits) {
        if (isBehindImport && &edit == &edits.front() && edits.size() > 1) {
            shift += static_cast<std::int64_t>(edit.replacement.size());
            continue;
        }
        if (edit.replacement.size() > longest || longest == 0) {
            longest = edit.replacement.size();
            const std::size_t words = edit.replacement.find_first_not_of(" \t\r\n");
            place = edit.range.begin + shift + static_cast<std::int64_t>(words == std::string::npos ? 0 : words);
        }
        shift += growth(edit);
    }
    return static_cast<std::uint32_t>(place);
}

// Where what begins at `place` begins with the edits made; what is put in there comes before it.
std::uint32_t placeAfter(const TextEdits& edits, std::uint32_t place) {
    std::int64_t after = place;
    for (const TextEdit& edit : edits)
        if (edit.range.end <= place) after += growth(edit);
    return static_cast<std::uint32_t>(after);
}

}  // namespace

void BlocksPanel::setArgument(const CallParameter& parameter, const QString& value) {
    const QModelIndex current = m_view->currentIndex();
    const BlockNumber block = current.isValid() ? m_model->blockOf(current) : kNoBlock;
    const ProgramBlocks& blocks = m_model->blocks();
    if (block >= blocks.all().size() || !blocks[block].call) return;
    applyInPlace(editOfArgument(blocks.tree(), *blocks[block].call, parameter, value.toStdString()));
}

std::vector<BlockNumber> BlocksPanel::selected() const {
    std::vector<BlockNumber> blocks;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) blocks.push_back(m_model->blockOf(index));
    std::sort(blocks.begin(), blocks.end());
    return blocks;
}

void BlocksPanel::apply(const Edit& edits, Imports imports) {
    if (m_isOld) return void(Q_EMIT refused(tr("the program is still being read")));
    if (!edits) return void(Q_EMIT refused(QString::fromStdString(edits.error())));
    if (edits->empty()) return;
    const std::uint32_t place = placeOfChange(*edits, imports == Imports::MayBeFirst);
    // Items come and go on the way: only the one that is current in the end is shown.
    m_isApplying = true;
    m_document.apply(*edits);
    const QModelIndex index = m_model->indexOf(m_model->blocks().blockAt(place));
    if (index.isValid()) makeCurrent(index);
    m_isApplying = false;
    index.isValid() ? handleCurrent() : showDetails();
}

// The view still works on the items that an edit exchanges. What is said of blocks is of this text only.
void BlocksPanel::afterDrop(std::function<void()> edit) {
    const auto makeEdit = [this, edit = std::move(edit), revision = m_document.revision()] {
        if (m_document.revision() == revision) edit();
    };
    QMetaObject::invokeMethod(this, makeEdit, Qt::QueuedConnection);
}

void BlocksPanel::applyInPlace(const Edit& edits) {
    if (!edits) return void(Q_EMIT refused(QString::fromStdString(edits.error())));
    m_waiting = *edits;
    m_waitingRevision = m_document.revision();
    QMetaObject::invokeMethod(this, &BlocksPanel::makeWaitingEdit, Qt::QueuedConnection);
}

void BlocksPanel::makeWaitingEdit() {
    const TextEdits edits = std::exchange(m_waiting, {});
    if (edits.empty() || m_document.revision() != m_waitingRevision) return;
    const QModelIndex before = m_view->currentIndex();
    const std::uint32_t place = before.isValid() ? placeAfter(edits, m_model->blocks()[m_model->blockOf(before)].header.begin) : 0;
    m_document.apply(edits);
    // An import before it may have taken its item.
    const QModelIndex current = before.isValid() ? m_model->indexOf(m_model->blocks().blockAt(place)) : QModelIndex();
    if (current.isValid() && current != m_view->currentIndex().siblingAtColumn(BlocksModel::Header)) makeCurrent(current);
}

// What comes behind them is current then, or, where nothing does, what is before.
void BlocksPanel::removeSelected() {
    const std::vector<BlockNumber> blocks = selected();
    if (blocks.empty()) return;
    const QModelIndex first = m_model->indexOf(blocks.front());
    const QPersistentModelIndex around(first.parent());
    const bool isOutermost = !first.parent().isValid();
    const int row = first.row();
    const std::uint64_t revision = m_document.revision();
    apply(removeBlocks(m_model->blocks(), blocks));
    if (m_document.revision() == revision || (!isOutermost && !around.isValid())) return;
    const int count = m_model->rowCount(around);
    makeCurrent(count > 0 ? m_model->index(std::min(row, count - 1), BlocksModel::Header, around) : QModelIndex(around));
}

void BlocksPanel::duplicateSelected() {
    apply(duplicateBlocks(m_model->blocks(), selected()));
}

// Past the next one on that side; at an end, nothing.
void BlocksPanel::moveSelected(int rows) {
    const std::vector<BlockNumber> blocks = selected();
    if (blocks.empty()) return;
    const QModelIndex first = m_model->indexOf(blocks.front()), last = m_model->indexOf(blocks.back());
    const int row = rows < 0 ? first.row() - 1 : last.row() + 2;
    if (row < 0 || row > m_model->rowCount(first.parent()) || first.parent() != last.parent()) return;
    move(blocks, {m_model->blockOf(first.parent()), static_cast<std::uint32_t>(row)}, false);
}

void BlocksPanel::moveOut() {
    const std::vector<BlockNumber> blocks = selected();
    const QModelIndex around = blocks.empty() ? QModelIndex() : m_model->indexOf(blocks.front()).parent();
    if (!around.isValid()) return;
    // An arm is no place of its own among the blocks around it.
    const QModelIndex whole = m_model->blocks()[m_model->blockOf(around)].kind == BlockKind::Arm ? around.parent() : around;
    move(blocks, {m_model->blockOf(whole.parent()), static_cast<std::uint32_t>(whole.row() + 1)}, false);
}

void BlocksPanel::moveIn() {
    const std::vector<BlockNumber> blocks = selected();
    if (blocks.empty()) return;
    const QModelIndex first = m_model->indexOf(blocks.front());
    const QModelIndex above = first.siblingAtRow(first.row() - 1);
    if (first.row() == 0 || !m_model->blocks()[m_model->blockOf(above)].hasBody) return;
    move(blocks, {m_model->blockOf(above), static_cast<std::uint32_t>(m_model->rowCount(above))}, false);
}

void BlocksPanel::move(const std::vector<BlockNumber>& blocks, BlockPlace place, bool isCopy) {
    const ProgramBlocks& program = m_model->blocks();
    const auto count = static_cast<int>(BlockChoice(program, blocks).all().size());
    const std::uint64_t revision = m_document.revision();
    apply(isCopy ? insertStatements(program, textOfBlocks(program, blocks), place) : moveBlocks(program, blocks, place));
    if (m_document.revision() != revision) selectOnwards(count);
}

// They lie side by side now, the current one first.
void BlocksPanel::selectOnwards(int count) {
    const QModelIndex first = m_view->currentIndex();
    const QModelIndex last = first.siblingAtRow(std::min(first.row() + count, m_model->rowCount(first.parent())) - 1);
    if (first.isValid()) m_view->selectionModel()->select(QItemSelection(first, last), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void BlocksPanel::toggleSelected() {
    const std::vector<BlockNumber> blocks = selected();
    if (blocks.empty()) return;
    const ProgramBlocks& program = m_model->blocks();
    apply(program[blocks.front()].isDisabledCode ? enableBlock(program, blocks.front()) : disableBlocks(program, blocks));
}

void BlocksPanel::wrapSelected(const QString& header) {
    apply(wrapBlocks(m_model->blocks(), selected(), header.toStdString()));
}

void BlocksPanel::unwrapCurrent() {
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid()) apply(unwrapBlock(m_model->blocks(), m_model->blockOf(current)));
}

void BlocksPanel::copy() {
    const std::vector<BlockNumber> blocks = selected();
    if (!blocks.empty()) QGuiApplication::clipboard()->setText(QString::fromStdString(textOfBlocks(m_model->blocks(), blocks)));
}

void BlocksPanel::cut() {
    copy();
    removeSelected();
}

void BlocksPanel::paste() {
    const QString text = QGuiApplication::clipboard()->text();
    if (!text.trimmed().isEmpty()) insert(text);
}

void BlocksPanel::selectAll() {
    m_view->selectAll();
}

BlockPlace BlocksPanel::placeForNew() const {
    const QModelIndex current = m_view->currentIndex().siblingAtColumn(0);
    if (!current.isValid()) return {kNoBlock, static_cast<std::uint32_t>(m_model->rowCount())};
    const BlockNumber block = m_model->blockOf(current);
    if (m_model->blocks()[block].hasBody && m_view->isExpanded(current)) return {block, 0};
    return {m_model->blockOf(current.parent()), static_cast<std::uint32_t>(current.row() + 1)};
}

void BlocksPanel::insert(const QString& statements) {
    insertAt(statements, placeForNew());
}

void BlocksPanel::insertAt(const QString& statements, BlockPlace place) {
    apply(insertWithImport(m_model->blocks(), statements.toStdString(), place), Imports::MayBeFirst);
}

void BlocksPanel::insertNew(const QString& statements) {
    makeWaitingEdit();
    insertNewAt(statements, placeForNew());
}

void BlocksPanel::insertNewAt(const QString& statements, BlockPlace place) {
    const std::uint64_t revision = m_document.revision();
    insertAt(withFreshNames(statements, m_document.text()), place);
    if (m_document.revision() != revision) writeCurrent();
}

void BlocksPanel::wrapInNew(const QString& header) {
    makeWaitingEdit();
    const std::uint64_t revision = m_document.revision();
    wrapSelected(withFreshNames(header, m_document.text()));
    if (m_document.revision() != revision) writeCurrent();
}

void BlocksPanel::writeCurrent() {
    const QModelIndex header = m_view->currentIndex().siblingAtColumn(BlocksModel::Header);
    // A try has nothing to write in it.
    if (static_cast<BlockKind>(header.data(BlocksModel::KindRole).toInt()) == BlockKind::Try) return m_view->setFocus();
    m_view->edit(header);
    if (auto* line = qobject_cast<BlockLine*>(m_view->indexWidget(header))) line->selectFirstField();
}

}  // namespace namescape
