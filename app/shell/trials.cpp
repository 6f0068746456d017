#include "shell/trials.h"

#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "live/live_build.h"
#include "live/selection.h"
#include "trial/fix_chooser.h"
#include "trial/scope_trial.h"

#include <QTextBlock>

#include <algorithm>
#include <optional>

namespace namescape {

namespace {

// One that stands in the program's text: TensorFlow's own have no words there.
bool isOfProgram(const ScopeBlock& block) {
    return block.kind != ScopeBlockKind::Other && !block.callee.empty();
}

bool opensScope(const ScopeBlock& block, const std::string& name) {
    return isOfProgram(block) && std::any_of(block.runs.begin(), block.runs.end(), [&](const ScopeBlockRun& run) { return run.nameScope == name; });
}

// The first of the program's own around a block, itself included.
std::optional<std::uint32_t> blockOfProgram(const std::vector<ScopeBlock>& blocks, std::uint32_t block) {
    while (block < blocks.size() && !isOfProgram(blocks[block])) block = blocks[block].runs.empty() ? UINT32_MAX : blocks[block].runs.front().parentBlock;
    return block < blocks.size() ? std::optional(block) : std::nullopt;
}

bool isScopeByItself(const Selected& selected) {
    return selected.kind == SelectionKind::Block || (selected.kind == SelectionKind::Node && !selected.scopes.empty());
}

// The blocks that a selection stands for: those that open the scope, or the one that the selected thing was made in.
std::vector<std::uint32_t> blocksOf(const Selected& selected, const Snapshot& snapshot) {
    std::vector<std::uint32_t> found;
    const bool isScope = isScopeByItself(selected);
    for (std::uint32_t block = 0; isScope && block < snapshot.blocks().size(); ++block) {
        const bool isMeant = selected.kind == SelectionKind::Block ? block == selected.index && isOfProgram(snapshot.blocks()[block]) : opensScope(snapshot.blocks()[block], selected.name);
        if (isMeant) found.push_back(block);
    }
    for (const std::uint32_t block : isScope ? std::vector<std::uint32_t>() : selected.blocks)
        if (const auto own = blockOfProgram(snapshot.blocks(), block); own && std::find(found.begin(), found.end(), *own) == found.end()) found.push_back(*own);
    return found;
}

// A scope without a block: who opened it.
Failure openedElsewhere(const Selected& selected, const Snapshot& snapshot) {
    const ProgramText program(*snapshot.tree);
    if (selected.places.empty()) return {"no with statement of the program opens this scope"};
    const SourceRange place = selected.places.front();
    const std::string name = !selected.name.empty() ? selected.name : selected.scopes.empty() ? "this scope" : selected.scopes.front();
    return {name + " is opened by " + program.actor(place) + " in line " + std::to_string(program.line(place)) + ", not by a with statement of the program"};
}

}  // namespace

Trials::Trials(const Window& window)
    : QObject(&window.widget), m_window(window), m_chooser(new FixChooser(window.document, window.appearance, &window.widget)),
      m_scopeTrial(new ScopeTrial(window.document, window.appearance, &window.widget)) {
    connect(&window.live, &LiveBuild::built, m_scopeTrial, [this] { m_scopeTrial->showSnapshot(m_window.live.latest().snapshot); });
}

void Trials::offerFixes(const std::vector<std::uint32_t>& problems, const QRect& place) {
    const std::shared_ptr<const Snapshot>& latest = m_window.live.latest().snapshot;
    if (latest && latest->revision != m_window.document.revision()) return Q_EMIT refused(tr("The program is still being evaluated."));
    if (!m_chooser->offer(latest, problems, place)) Q_EMIT refused(tr("There is no fix for this line."));
}

void Trials::tryScope() {
    const std::shared_ptr<const Snapshot> snapshot = m_window.live.latest().snapshot;
    if (m_window.document.isGraphFile()) return Q_EMIT refused(tr("A graph file has no program to change."));
    if (!snapshot || snapshot->revision != m_window.document.revision()) return Q_EMIT refused(tr("The program is still being evaluated."));
    Result<std::vector<ScopeOpening>> found = openings(*snapshot);
    if (!found) return Q_EMIT refused(tr("Not possible: %1.").arg(QString::fromStdString(found.error())));
    m_scopeTrial->openOn(snapshot, std::move(*found));
}

Result<std::vector<ScopeOpening>> Trials::openings(const Snapshot& snapshot) const {
    if (m_window.selection.isOutsideText()) return openingsOfSelection(snapshot);
    std::vector<ScopeOpening> around = scopeOpeningsAround(*snapshot.tree, cursorLines(snapshot));
    if (around.empty()) return Failure{"no name_scope or variable_scope is open in this line"};
    return around;
}

Result<std::vector<ScopeOpening>> Trials::openingsOfSelection(const Snapshot& snapshot) const {
    const Selected& selected = m_window.selection.current();
    const Snapshot& picture = *m_window.live.picture().snapshot;
    const bool isScope = isScopeByItself(selected), isFoundByName = isScope && selected.kind == SelectionKind::Node;
    if (picture.revision != snapshot.revision && !isFoundByName) return Failure{"the picture is of another text than the program is now"};
    std::vector<ScopeOpening> openings;
    Failure reason{"what is selected stands in no name_scope or variable_scope"};
    for (const std::uint32_t block : blocksOf(selected, snapshot)) {
        Result<ScopeOpening> opening = scopeOpeningAt(*snapshot.tree, snapshot.blocks()[block].range.begin);
        if (opening) openings.push_back(*opening);
        else reason.message = opening.error();
    }
    if (!openings.empty()) return openings;
    return isScope && picture.revision == snapshot.revision && blocksOf(selected, snapshot).empty() ? openedElsewhere(selected, snapshot) : reason;
}

SourceRange Trials::cursorLines(const Snapshot& snapshot) const {
    const QTextBlock line = m_window.editor.editor().textCursor().block();
    const std::uint32_t number = static_cast<std::uint32_t>(line.blockNumber()) + 1;
    const LineIndex& lines = snapshot.tree->lines();
    const std::uint32_t begin = lines.lineBegin(std::min(number, lines.lineCount()));
    return {begin, begin + std::max(1U, static_cast<std::uint32_t>(lines.lineText(snapshot.text(), std::min(number, lines.lineCount())).size()))};
}

}  // namespace namescape
