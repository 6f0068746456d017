#include "fuzz/asked_names.h"

#include "compare/text_difference.h"
#include "explain/name_explainer.h"
#include "fuzz/bytes.h"
#include "pipeline/block_facts.h"
#include "pipeline/compare.h"
#include "pipeline/explain.h"
#include "pipeline/scope_stacks.h"
#include "pipeline/sharing.h"
#include "pipeline/stacks_text.h"
#include "rewrite/program_blocks.h"

#include <algorithm>
#include <string>

namespace namescape {

namespace {

constexpr std::size_t kMostNames = 30;  // explained in words, each with a look at the whole program

void askStacks(const Snapshot& snapshot, StackPlace place) {
    for (std::size_t run = 0; run < std::min<std::size_t>(place.runs.size(), 3); ++run) {
        place.chosen = run;
        const ScopeStacks stacks = stacksAt(snapshot, place);
        require(!stacks.frames.empty());
        for (const StackFrame& frame : stacks.frames) require(std::string_view(frame.nameScope).ends_with(frame.ownNameScope));
    }
    (void)stacksText(snapshot, place);
    (void)stacksJson(snapshot, place);
}

void askStacksOfLines(const Snapshot& snapshot) {
    const LineIndex& lines = snapshot.tree->lines();
    for (std::uint32_t number = 1; number <= lines.lineCount(); ++number) {
        const std::string_view line = lines.lineText(snapshot.text(), number);
        const auto begin = static_cast<std::uint32_t>(std::min(line.find_first_not_of(" \t\f"), line.size())), end = static_cast<std::uint32_t>(line.size());
        for (const std::uint32_t column : {begin, (begin + end) / 2, end}) askStacks(snapshot, stackPlaceAt(snapshot, lines.lineBegin(number) + column));
    }
}

// The innermost frame where an operation was made has the name scope that its name begins with.
void askStacksOfOperations(const Snapshot& snapshot) {
    const Graph& graph = snapshot.graph();
    for (std::uint32_t id = 0; id < graph.operationCount(); ++id) {
        const StackPlace place = stackPlaceOf(snapshot, OperationId{id});
        const std::string innermost = stacksAt(snapshot, place).frames.back().nameScope;
        const NameScopeOpening& opening = graph.nameScopeOpening(graph.nameScopeOpeningOf(OperationId{id}));
        if (opening.note == static_cast<std::uint32_t>(ScopeNameSource::Unknown) || place.runs.empty()) continue;
        const std::string scope(graph.operationName(OperationId{id}).substr(0, opening.pathLength));
        require(scope == innermost || scope == innermost + '/');
    }
    for (const VariableInfo& variable : snapshot.variables())
        for (const VariableRequest& request : variable.requests) askStacks(snapshot, stackPlaceOf(snapshot, request));
}

void askBlocks(const Snapshot& snapshot) {
    const ProgramBlocks blocks(*snapshot.tree);
    BlockNumber number = 0;
    for (const ProgramBlock& block : blocks.all()) {
        require(block.end > number && block.end <= blocks.all().size() && block.range.begin <= block.range.end && block.range.end <= snapshot.text().size());
        require(block.parent == kNoBlock || (block.parent < number && block.end <= blocks[block.parent].end));
        const BlockFacts facts = factsOf(snapshot, block.header);
        if (facts.scope && !facts.runs.empty()) (void)factsOf(snapshot, block.header, {static_cast<std::uint32_t>(facts.scope - snapshot.blocks().data()), facts.runs.back()});
        ++number;
    }
}

// Whatever pieces are empty: a scope named '' leaves two slashes, of which no part is told.
std::string withoutEmptyPieces(std::string_view name) {
    std::string kept(name);
    kept.erase(std::unique(kept.begin(), kept.end(), [](char a, char b) { return a == '/' && b == '/'; }), kept.end());
    if (kept.ends_with('/')) kept.pop_back();
    return kept;
}

void askNames(const Snapshot& snapshot) {
    const NameExplainer explainer(*snapshot.tree, *snapshot.evaluation, snapshot.evaluation->main);
    for (std::uint32_t i = 0; i < snapshot.graph().operationCount(); ++i) {
        std::string joined;
        for (const NamePart& part : explainer.partsOf({i})) {
            if (part.text.empty()) continue;
            joined += (joined.empty() ? "" : "/") + part.text;
            require(withoutEmptyPieces(part.path) == withoutEmptyPieces(joined));
        }
        require(withoutEmptyPieces(joined) == withoutEmptyPieces(snapshot.graph().operationName({i})));
    }
    std::vector<std::string> names = explainer.names();
    names.resize(std::min(names.size(), kMostNames));
    for (const std::string& name : names) require(explainName(snapshot, name).has_value());
    (void)namesLike(snapshot, "scope/weight");
}

void askSharing(const Snapshot& snapshot) {
    const Sharing sharing = sharingOf(snapshot);
    ParameterCount all;
    for (std::size_t i = 0; i < sharing.scopes.size(); ++i) {
        all += sharing.scopes[i].own;
        require(i == 0 ? sharing.scopes[i].parent == ScopeSharing::kNone : sharing.scopes[i].parent < i);
    }
    require(sharing.total().total == all);
    for (const TowerSharing& tower : sharing.towers) require(tower.scopes.size() >= 2 && tower.variables.size() >= 2);
}

void requireCounts(const ItemDifferences& items, std::size_t before, std::size_t after) {
    require(before - items.removed.size() == after - items.added.size() && items.renamed.size() <= after);
}

}  // namespace

void askEverything(const Snapshot& snapshot) {
    askStacksOfLines(snapshot);
    askStacksOfOperations(snapshot);
    askBlocks(snapshot);
    askNames(snapshot);
    askSharing(snapshot);
    require(compareSnapshots(snapshot, snapshot).isEmpty());
}

void askWhatChanged(const Snapshot& before, const Snapshot& after) {
    const GraphDifference difference = compareSnapshots(before, after);
    requireCounts(difference.operations, before.graph().operationCount(), after.graph().operationCount());
    requireCounts(difference.variables, before.variables().size(), after.variables().size());
    (void)differenceJson(difference);
    const TextDifference lines = differenceOfTexts(before.text(), after.text());
    require(before.tree->lines().lineCount() - lines.removed == after.tree->lines().lineCount() - lines.added);
}

}  // namespace namescape
