#include "explain/name_explainer.h"

#include "explain/name_paths.h"

#include <algorithm>

namespace namescape {

std::vector<ScopeEntry> NameExplainer::entriesOf(std::string_view variableScope) const {
    std::vector<ScopeEntry> entries;
    for (std::uint32_t index = 0; index < m_evaluation.blocks.size(); ++index) {
        const ScopeBlock& block = m_evaluation.blocks[index];
        if (block.kind != ScopeBlockKind::VariableScope) continue;
        for (std::uint32_t number = 0; number < block.runs.size(); ++number) {
            const ScopeBlockRun& run = block.runs[number];
            if (run.variableScope != variableScope) continue;
            // A library's function may open one scope often; the first time says it all.
            if (block.callee.empty() && !entries.empty() && entries.back().place.range == block.range) continue;
            ScopeEntry entry;
            entry.place = placeOfRun({index, number});
            entry.nameScope = run.nameScope;
            entry.reuse = run.reuse;
            entry.reuseSource = run.reuseSource;
            entry.reusePlace.range = run.reuseRange;
            entry.reusePlace.line = m_program.line(run.reuseRange);
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

// From the first operation inside that got its name from a scope opened as such (or, for VariableKey, from a variable scope).
bool NameExplainer::addPartsOfAnOperation(NameExplanation& scope, NamePartKind wantedKind) const {
    for (std::uint32_t i = 0; i < graph().operationCount(); ++i) {
        if (!isBelow(graph().operationName({i}), scope.name)) continue;
        std::vector<NamePart> parts = partsOf({i});
        std::erase_if(parts, [&](const NamePart& part) { return part.path.size() > scope.name.size(); });
        const bool isThere = !parts.empty() && parts.back().path == scope.name;
        if (!isThere || (parts.back().kind == NamePartKind::VariableKey) != (wantedKind == NamePartKind::VariableKey)) continue;
        scope.place = parts.back().place;
        scope.parts = std::move(parts);
        return true;
    }
    return false;
}

// A scope that is there in names only: of a name with slashes, given as a whole, it is where that begins.
bool NameExplainer::addBeginning(NameExplanation& scope) const {
    for (std::uint32_t i = 0; i < graph().operationCount(); ++i) {
        if (!isBelow(graph().operationName({i}), scope.name)) continue;
        scope.parts = partsOf({i});
        const auto whole = std::ranges::find_if(scope.parts, [&](const NamePart& part) { return part.path.size() > scope.name.size(); });
        if (whole == scope.parts.end()) continue;
        NamePart part;
        part.source = NamePartSource::Beginning;
        part.place = scope.place = whole->place;
        part.whole = whole->text;
        part.path = scope.name;
        part.text = scope.name.substr(whole->path.size() - whole->text.size());
        scope.parts.erase(whole, scope.parts.end());
        scope.parts.push_back(std::move(part));
        return true;
    }
    return false;
}

// A scope without operations: all that is known of it is that its blocks were entered.
bool NameExplainer::addPartsOfARun(NameExplanation& scope) const {
    for (std::uint32_t index = 0; index < m_evaluation.blocks.size(); ++index) {
        const auto& runs = m_evaluation.blocks[index].runs;
        const auto found = std::ranges::find(runs, scope.name, &ScopeBlockRun::nameScope);
        if (found == runs.end()) continue;
        BlockRunId id{index, static_cast<std::uint32_t>(found - runs.begin())};
        scope.place = placeOfRun(id);
        std::string_view path = scope.name;
        while (!path.empty()) {
            const ScopeBlockRun* run = m_evaluation.runOf(id);
            if (!run) break;
            const BlockRunId around = m_evaluation.around(id);
            const ScopeBlockRun* outer = m_evaluation.runOf(around);
            const std::string_view outerPath = outer ? std::string_view(outer->nameScope) : std::string_view();
            const bool isInside = !outerPath.empty() && isBelow(path, outerPath);
            if (outerPath != path) {
                NamePart part;
                part.kind = m_evaluation.blocks[id.block].kind == ScopeBlockKind::VariableScope ? NamePartKind::VariableScope : NamePartKind::NameScope;
                part.path = std::string(path);
                part.text = std::string(isInside ? path.substr(outerPath.size() + 1) : path);
                part.place = placeOfRun(id);
                addSuffix(part);
                scope.parts.insert(scope.parts.begin(), std::move(part));
            }
            if (!isInside && outerPath != path) break;
            path = outerPath;
            id = around;
        }
        return true;
    }
    return false;
}

std::optional<NameExplanation> NameExplainer::explainScope(std::string_view name) const {
    NameExplanation explained;
    explained.name = std::string(name);
    explained.kind = ExplainedKind::NameScope;
    explained.entries = entriesOf(name);
    if (addPartsOfAnOperation(explained, NamePartKind::NameScope) || addPartsOfARun(explained)) return explained;
    const bool hasOperations = addPartsOfAnOperation(explained, NamePartKind::VariableKey) || addBeginning(explained);
    if (!hasOperations && explained.entries.empty()) return std::nullopt;
    if (explained.entries.empty()) return explained;
    explained.kind = ExplainedKind::VariableScope;
    explained.place = explained.entries.front().place;
    return explained;
}

}  // namespace namescape
