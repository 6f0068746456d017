#include "explain/name_explainer.h"

#include "explain/name_paths.h"

#include <algorithm>

namespace namescape {

// Default names are made unique among the variable scopes, whatever the name scopes are.
void NameExplainer::addDefaultNameSuffix(NamePart& part, BlockRunId id) const {
    const auto digits = part.text.find_last_not_of("0123456789");
    if (digits == std::string::npos || part.text[digits] != '_' || digits + 1 == part.text.size()) return;
    const std::string suffix = part.text.substr(digits);
    const auto earlier = entriesOf(part.path.substr(0, part.path.size() - suffix.size()));
    if (earlier.empty() || (earlier.front().place.range == part.place.range && earlier.front().place.run >= id.run)) return;
    part.suffix = suffix;
    part.holder = NameHolder{part.path.substr(0, part.path.size() - suffix.size()), HolderKind::VariableScope, earlier.front().place};
}

NamePart NameExplainer::variableScopePart(BlockRunId id, std::string_view path, std::string_view outerPath) const {
    const ScopeBlockRun& run = *m_evaluation.runOf(id);
    const ScopeBlock& block = m_evaluation.blocks[id.block];
    const bool isOfLibrary = block.callee.empty();
    const bool isJump = run.nameSource == ScopeNameSource::ScopeObject || !(outerPath.empty() || isBelow(path, outerPath));
    NamePart part;
    part.kind = NamePartKind::VariableKey;
    part.path = std::string(path);
    part.place = placeOfRun(id);
    part.text = std::string((isJump && !isBelow(path, outerPath)) || outerPath.empty() ? path : path.substr(outerPath.size() + 1));
    if (isOfLibrary) {
        addDefaultNameSuffix(part, id);
        part.source = NamePartSource::Inner;
        return part;
    }
    if (isJump) {
        part.text = std::string(path);
        part.source = NamePartSource::ScopeObject;
        const auto entries = entriesOf(path);
        if (!entries.empty() && entries.front().place.range != part.place.range) part.holder = NameHolder{std::string(path), HolderKind::VariableScope, entries.front().place};
        return part;
    }
    if (run.nameSource != ScopeNameSource::DefaultName) return part;
    part.source = NamePartSource::DefaultName;
    addDefaultNameSuffix(part, id);
    return part;
}

// The blocks that a variable scope's path is made of, from the innermost out. False where they do not add up to it.
bool NameExplainer::addVariableScope(BlockRunId within, std::string_view path, std::vector<NamePart>& reversed) const {
    while (!path.empty()) {
        const ScopeBlockRun* run = m_evaluation.runOf(within);
        if (!run) return false;
        const BlockRunId around = m_evaluation.around(within);
        const ScopeBlock& block = m_evaluation.blocks[within.block];
        if (block.kind != ScopeBlockKind::VariableScope || run->variableScope != path) {
            within = around;
            continue;
        }
        const ScopeBlockRun* outer = m_evaluation.runOf(around);
        const std::string_view outerPath = outer ? std::string_view(outer->variableScope) : std::string_view();
        reversed.push_back(variableScopePart(within, path, outerPath));
        if (reversed.back().text.size() == path.size()) return true;
        path = outerPath;
        within = around;
    }
    return true;
}

// A custom getter may open name scopes around its call of what it was given: the innermost of those that come before the key; 0 where none does.
OpeningId NameExplainer::openingBeforeKey(const VariableInfo& variable) const {
    const std::string_view name = graph().operationName(variable.operation), key = variable.storeKey;
    if (name.size() < key.size() + 2 || !name.ends_with(key) || name[name.size() - key.size() - 1] != '/') return 0;
    OpeningId opening = graph().nameScopeOpeningOf(variable.operation);
    while (opening != 0 && graph().nameScopeOpening(opening).pathLength != name.size() - key.size() - 1) opening = graph().nameScopeOpening(opening).parent;
    return opening;
}

std::vector<NamePart> NameExplainer::keyParts(const VariableInfo& variable) const {
    const VariableRequest& request = variable.requests.front();
    const std::string_view name = graph().operationName(variable.operation);
    const OpeningId before = openingBeforeKey(variable);
    const std::size_t prefix = before == 0 ? 0 : graph().nameScopeOpening(before).pathLength + 1;
    const std::string_view below = name.substr(prefix);
    const ScopeBlockRun* run = m_evaluation.runOf(request.within);
    std::string_view scope = run ? std::string_view(run->variableScope) : std::string_view();
    if (!isBelow(variable.storeKey, scope)) scope = {};
    NamePart own;
    own.path = std::string(name);
    own.place = placeOf(request.origin);
    const bool isBelowScope = !scope.empty() && isBelow(below, scope);
    own.text = std::string(isBelowScope ? below.substr(scope.size() + 1) : below);
    addSuffix(own);
    const std::string_view asked = own.asked();
    const auto partition = asked.rfind("/part_");
    std::vector<NamePart> parts;
    if (partition != std::string_view::npos && partition > 0 && sourceOfCall(request.origin, asked.substr(0, partition)) == NamePartSource::Given) {
        NamePart slice = own;
        slice.text = own.text.substr(partition + 1);
        slice.source = NamePartSource::Partition;
        parts.push_back(std::move(slice));
        own.suffix.clear();
        own.path.resize(own.path.size() - (own.text.size() - partition));
        own.text.resize(partition);
    } else {
        own.source = sourceOfCall(request.origin, asked);
        if (own.source == NamePartSource::DefaultName) own.source = NamePartSource::Inner;
    }
    parts.push_back(own);
    if (isBelowScope && !addVariableScope(request.within, scope, parts) && !parts.empty()) {
        NamePart rest;
        rest.kind = NamePartKind::VariableKey;
        rest.source = NamePartSource::Inner;
        const std::size_t known = parts.back().kind == NamePartKind::Own ? scope.size() : parts.back().path.size() - parts.back().text.size() - 1;
        rest.text = rest.path = std::string(scope.substr(0, known));
        rest.place = own.place;
        parts.push_back(rest);
    }
    for (NamePart& part : parts)
        if (part.kind == NamePartKind::VariableKey) part.path.insert(0, name.substr(0, prefix));
    addOpenings(before, name, parts);
    std::ranges::reverse(parts);
    return parts;
}

VariableExplanation NameExplainer::explainVariable(const VariableInfo& variable) const {
    VariableExplanation explained{variable.storeKey, {}};
    for (const VariableRequest& request : variable.requests) {
        VariableLookup lookup;
        lookup.place = placeOf(request.origin);
        lookup.created = request.created;
        lookup.reuse = request.reuse;
        lookup.reuseSource = request.reuseSource;
        lookup.reusePlace = reusePlaceOf(request.reuseSource, request.reuseOrigin);
        if (const ScopeBlockRun* run = m_evaluation.runOf(request.within)) {
            lookup.nameScope = run->nameScope;
            lookup.variableScope = run->variableScope;
            lookup.place.run = request.within.run;
            lookup.place.runCount = m_evaluation.blocks[request.within.block].runCount;
        }
        explained.lookups.push_back(std::move(lookup));
    }
    return explained;
}

}  // namespace namescape
