#include "explain/name_explainer.h"

#include "script/nearest_name.h"
#include "support/ascii.h"

#include <algorithm>
#include <set>

namespace namescape {

namespace {

bool isBelow(std::string_view name, std::string_view path) {
    return name.size() > path.size() && name.starts_with(path) && name[path.size()] == '/';
}

std::string_view lastComponent(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

std::string_view withoutOutput(std::string_view name) {
    const auto colon = name.rfind(':');
    const bool isTensor = colon != std::string_view::npos && colon + 1 < name.size() && std::ranges::all_of(name.substr(colon + 1), [](char c) { return c >= '0' && c <= '9'; });
    return isTensor ? name.substr(0, colon) : name;
}

}  // namespace

NameExplainer::NameExplainer(const SyntaxTree& tree, const Evaluation& evaluation, const EvaluatedGraph& evaluated)
    : m_evaluation(evaluation), m_evaluated(evaluated), m_program(tree) {
    for (const ScopeBlock& block : evaluation.blocks)
        if (!block.callee.empty()) m_blocksByBegin.try_emplace(block.range.begin, &block);
    for (const VariableInfo& variable : evaluated.variables) m_variablesByOperation.try_emplace(variable.operation.value, &variable);
}

// ---- Places ------------------------------------------------------------------------------------------------------

ExplainedPlace NameExplainer::placeOf(OriginId origin) const {
    ExplainedPlace place;
    if (origin == 0 || origin >= m_evaluation.origins.size()) return place;
    const CodeOrigin& code = m_evaluation.origins[origin];
    place.origin = origin;
    place.range = code.range;
    place.line = m_program.line(code.range);
    place.callLines = callLines(code.caller, place.line);
    return place;
}

// A lambda called on its own line is not worth telling.
std::vector<std::uint32_t> NameExplainer::callLines(OriginId caller, std::uint32_t line) const {
    std::vector<std::uint32_t> lines;
    for (; caller != 0; caller = m_evaluation.origins[caller].caller) {
        const std::uint32_t each = m_program.line(m_evaluation.origins[caller].range);
        if (each != (lines.empty() ? line : lines.back())) lines.push_back(each);
    }
    return lines;
}

const ScopeBlock* NameExplainer::blockAt(SourceRange context) const {
    const auto found = m_blocksByBegin.find(context.begin);
    return found != m_blocksByBegin.end() && context.end <= found->second->range.end ? found->second : nullptr;
}

ExplainedPlace NameExplainer::placeOfRun(BlockRunId id) const {
    const ScopeBlock& block = m_evaluation.blocks[id.block];
    ExplainedPlace place;
    place.range = block.range;
    if (const WithPlace with = m_program.withFrom(block.range.begin); with.item) place.range = with.item->context->range;
    place.line = m_program.line(block.range);
    // What runs inside a library's function does so as often as it likes.
    if (!block.callee.empty()) {
        place.run = id.run;
        place.runCount = block.runCount;
    }
    if (const ScopeBlockRun* run = m_evaluation.runOf(id)) place.callLines = callLines(run->caller, place.line);
    return place;
}

ExplainedPlace NameExplainer::reusePlaceOf(ReuseSource source, OriginId origin) const {
    return source == ReuseSource::Default ? ExplainedPlace{} : placeOf(origin);
}

// ---- Suffixes ----------------------------------------------------------------------------------------------------

const VariableInfo* NameExplainer::variableAt(OperationId operation) const {
    const auto found = m_variablesByOperation.find(operation.value);
    return found == m_variablesByOperation.end() ? nullptr : found->second;
}

const VariableInfo* NameExplainer::variableWithKey(std::string_view key) const {
    const auto found = std::ranges::find(m_evaluated.variables, key, &VariableInfo::storeKey);
    return found == m_evaluated.variables.end() || key.empty() ? nullptr : &*found;
}

std::optional<NameHolder> NameExplainer::holderOf(std::string_view name, Holders holders) const {
    const auto taking = graph().namesInUse().taking(name);
    if (!taking) return std::nullopt;
    NameHolder holder{std::string(name), HolderKind::Request, placeOf(taking->origin)};
    if (holders == Holders::PlacesOnly) return holder;
    const std::string wanted = lowered(name);
    for (std::uint32_t i = 0; i < graph().operationCount(); ++i) {
        const std::string_view each = graph().operationName({i});
        if (each.size() < wanted.size() || (each.size() > wanted.size() && each[wanted.size()] != '/')) continue;
        if (lowered(each.substr(0, wanted.size())) != wanted) continue;
        const bool isItself = each.size() == wanted.size();
        if (holder.kind == HolderKind::Request || (isItself && graph().origin({i}) == taking->origin)) {
            holder.name = std::string(each.substr(0, wanted.size()));
            holder.kind = !isItself ? HolderKind::NameScope : variableAt({i}) ? HolderKind::Variable : HolderKind::Operation;
        }
        // An operation that was given the name of an open scope has not taken it.
        if (isItself && graph().origin({i}) != taking->origin && holder.kind != HolderKind::NameScope) holder.kind = HolderKind::NameScope;
        if (isItself) break;
    }
    if (holder.kind != HolderKind::Request) return holder;
    for (const ScopeBlock& block : m_evaluation.blocks)
        for (const ScopeBlockRun& run : block.runs)
            if (holder.kind == HolderKind::Request && lowered(run.nameScope) == wanted) {
                holder.name = run.nameScope;
                holder.kind = HolderKind::NameScope;
            }
    return holder;
}

void NameExplainer::addSuffix(NamePart& part, Holders holders) const {
    const auto taking = graph().namesInUse().taking(part.path);
    if (!taking || taking->suffixLength == 0 || taking->suffixLength >= part.text.size()) return;
    part.suffix = part.text.substr(part.text.size() - taking->suffixLength);
    part.holder = holderOf(std::string_view(part.path).substr(0, part.path.size() - taking->suffixLength), holders);
}

// ---- Parts -------------------------------------------------------------------------------------------------------

bool NameExplainer::isOfTheSameCall(OpeningId opening, OriginId origin) const {
    return opening != 0 && graph().nameScopeOpening(opening).origin == origin && blockAt(m_evaluation.rangeOf(origin)) == nullptr;
}

// Whether a call was given the name, as far as the text tells, or made it up.
NamePartSource NameExplainer::sourceOfCall(OriginId origin, std::string_view asked) const {
    const CallExpression* call = m_program.callAt(m_evaluation.rangeOf(origin));
    if (!call) return NamePartSource::DefaultName;
    const auto isText = [](const Expression& value) { return value.kind == ExpressionKind::String; };
    if (const Expression* name = m_program.argument(*call, "name")) {
        const bool isVariable = m_program.text(call->callee->range).ends_with("get_variable");
        if (isText(*name)) return as<StringExpression>(*name).value == asked ? NamePartSource::Given : isVariable ? NamePartSource::Changed : NamePartSource::DefaultName;
        return name->kind == ExpressionKind::None ? NamePartSource::DefaultName : NamePartSource::Given;
    }
    for (const Argument& argument : call->arguments)
        if (argument.kind == ArgumentKind::Positional && isText(*argument.value) && as<StringExpression>(*argument.value).value == asked) return NamePartSource::Given;
    const std::string_view callee = m_program.text(call->callee->range);
    if (callee.ends_with("get_variable") && call->positionalCount > 0 && isText(*call->arguments[0].value)) return NamePartSource::Changed;
    const bool needsName = lastComponent(callee).ends_with("get_variable") || callee.ends_with("unique_name");
    return needsName || call->hasUnpacking ? NamePartSource::Given : NamePartSource::DefaultName;
}

NamePart NameExplainer::openingPart(OpeningId id, std::string_view name, Holders holders) const {
    const NameScopeOpening& opening = graph().nameScopeOpening(id);
    NamePart part;
    part.path = std::string(name.substr(0, opening.pathLength));
    part.place = placeOf(opening.origin);
    const bool isExact = opening.kind == NameScopeOpening::Kind::Entered;
    const std::size_t outer = isExact ? 0 : graph().nameScopeOpening(opening.parent).pathLength;
    part.text = part.path.substr(outer == 0 ? 0 : std::min(outer + 1, part.path.size()));
    if (!isExact) addSuffix(part, holders);
    const ScopeBlock* block = blockAt(part.place.range);
    if (block) {
        part.kind = block->kind == ScopeBlockKind::VariableScope ? NamePartKind::VariableScope : NamePartKind::NameScope;
        part.place.run = opening.run;
        part.place.runCount = block->runCount;
        const auto source = static_cast<ScopeNameSource>(opening.note);
        if (source == ScopeNameSource::DefaultName) part.source = NamePartSource::DefaultName;
        if (source == ScopeNameSource::ScopeObject) part.source = NamePartSource::ScopeObject;
    } else {
        part.kind = NamePartKind::CallScope;
        const std::string_view asked = part.asked();
        part.source = isOfTheSameCall(opening.parent, opening.origin) ? NamePartSource::Inner : sourceOfCall(opening.origin, asked);
    }
    if (opening.kind == NameScopeOpening::Kind::Root) part.kind = NamePartKind::Root;
    if (!isExact) return part;
    const auto taking = graph().namesInUse().taking(part.path);
    if (part.kind == NamePartKind::CallScope && taking && taking->origin == opening.origin) {
        // A library's function that comes back to the scope that it has opened itself.
        addSuffix(part, holders);
        part.source = sourceOfCall(opening.origin, part.asked());
    } else {
        part.source = NamePartSource::Exact;
        part.holder = holderOf(part.path, holders);
    }
    return part;
}

void NameExplainer::addOpenings(OpeningId id, std::string_view name, std::vector<NamePart>& reversed) const {
    while (id != 0) {
        const NameScopeOpening& opening = graph().nameScopeOpening(id);
        const std::string_view path = name.substr(0, opening.pathLength);
        const NameScopeOpening& outer = graph().nameScopeOpening(opening.parent);
        const bool changesNothing = opening.kind == NameScopeOpening::Kind::Entered && outer.pathLength == opening.pathLength && outer.holds(path);
        if (!changesNothing) {
            const auto operation = graph().findOperation(path);
            const VariableInfo* variable = operation ? variableAt(*operation) : nullptr;
            if (variable && !variable->storeKey.empty() && graph().origin(*operation) == opening.origin) {
                const auto parts = keyParts(*variable);
                reversed.insert(reversed.end(), parts.rbegin(), parts.rend());
                return;
            }
            reversed.push_back(openingPart(id, name));
            if (opening.kind != NameScopeOpening::Kind::Made) return;
        }
        id = opening.parent;
    }
}

// The innermost opening, without those by which a call enters the name that it has taken for the operation already.
OpeningId NameExplainer::openingAround(OperationId operation) const {
    const std::string_view name = graph().operationName(operation);
    const OriginId origin = graph().origin(operation);
    OpeningId id = graph().nameScopeOpeningOf(operation);
    while (isOfTheSameCall(id, origin)) {
        const NameScopeOpening& opening = graph().nameScopeOpening(id);
        if (opening.kind != NameScopeOpening::Kind::Entered || opening.pathLength != name.size() || !opening.holds(name)) break;
        id = opening.parent;
    }
    return id;
}

NamePart NameExplainer::ownPart(OperationId operation, Holders holders) const {
    const std::string_view name = graph().operationName(operation);
    const OriginId origin = graph().origin(operation);
    const OpeningId innermost = openingAround(operation);
    const NameScopeOpening& opening = graph().nameScopeOpening(innermost);
    NamePart part;
    part.path = std::string(name);
    part.place = placeOf(origin);
    const bool isScopesOwn = innermost != 0 && opening.pathLength == name.size() && opening.holds(name);
    if (isScopesOwn && opening.origin == origin && !blockAt(part.place.range)) {
        part = openingPart(innermost, name, holders);
        part.kind = NamePartKind::Own;
        return part;
    }
    const auto taking = graph().namesInUse().taking(name);
    const bool isExact = !opening.holds(name) || isScopesOwn || !taking || taking->origin != origin;
    if (isExact) {
        part.text = std::string(opening.holds(name) && !isScopesOwn && opening.pathLength != 0 ? name.substr(opening.pathLength + 1) : name);
        part.source = isOfTheSameCall(innermost, origin) ? NamePartSource::Inner : NamePartSource::Exact;
        if (part.source == NamePartSource::Exact) {
            part.text = std::string(name);
            if (taking && taking->origin != origin) part.holder = holderOf(name, holders);
        }
        return part;
    }
    part.text = std::string(opening.pathLength == 0 ? name : name.substr(opening.pathLength + 1));
    addSuffix(part, holders);
    const std::string_view asked = part.asked();
    const bool isInner = isOfTheSameCall(innermost, origin);
    if (!isInner) {
        part.source = sourceOfCall(origin, asked);
        if (part.source == NamePartSource::DefaultName && graph().operationType(operation) == "Const" && asked != "Const") part.source = NamePartSource::ImplicitInput;
        return part;
    }
    part.source = NamePartSource::Inner;
    const auto owner = graph().findOperation(name.substr(0, opening.pathLength));
    const bool isDeeper = isOfTheSameCall(opening.parent, origin);
    const bool isInput = owner && !isDeeper && std::ranges::any_of(graph().inputs(*owner), [&](TensorId input) { return input.operation == operation; });
    if (isInput && graph().operationType(operation) == "Const") part.source = NamePartSource::ImplicitInput;
    return part;
}

std::vector<NamePart> NameExplainer::partsOf(OperationId operation) const {
    const std::string_view name = graph().operationName(operation);
    if (const VariableInfo* variable = variableAt(operation); variable && !variable->storeKey.empty()) return keyParts(*variable);
    std::vector<NamePart> parts{ownPart(operation)};
    const bool isWholeName = parts.front().text.size() == name.size();
    if (!isWholeName || parts.front().source != NamePartSource::Exact) {
        OpeningId around = openingAround(operation);
        const bool isScopesOwn = around != 0 && graph().nameScopeOpening(around).pathLength == name.size();
        if (isScopesOwn) around = graph().nameScopeOpening(around).parent;
        addOpenings(around, name, parts);
    }
    std::ranges::reverse(parts);
    return parts;
}

// ---- Variables ---------------------------------------------------------------------------------------------------

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

std::vector<NamePart> NameExplainer::keyParts(const VariableInfo& variable) const {
    const VariableRequest& request = variable.requests.front();
    const std::string_view name = graph().operationName(variable.operation);
    const ScopeBlockRun* run = m_evaluation.runOf(request.within);
    std::string_view scope = run ? std::string_view(run->variableScope) : std::string_view();
    if (!isBelow(variable.storeKey, scope)) scope = {};
    NamePart own;
    own.path = std::string(name);
    own.place = placeOf(request.origin);
    const bool isBelowScope = !scope.empty() && isBelow(name, scope);
    own.text = std::string(isBelowScope ? name.substr(scope.size() + 1) : name);
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

// ---- Scopes ------------------------------------------------------------------------------------------------------

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

// From the first operation inside that got its name from a scope opened as such (or, for VariableKey, from a variable's name).
bool NameExplainer::addPartsOfAnOperation(NameExplanation& scope, NamePartKind wantedKind) const {
    for (std::uint32_t i = 0; i < graph().operationCount(); ++i) {
        if (!isBelow(graph().operationName({i}), scope.name)) continue;
        std::vector<NamePart> parts = partsOf({i});
        std::erase_if(parts, [&](const NamePart& part) { return part.path.size() > scope.name.size(); });
        const bool isThere = !parts.empty() && (parts.back().path == scope.name || wantedKind == NamePartKind::VariableKey);
        if (!isThere || (parts.back().kind == NamePartKind::VariableKey) != (wantedKind == NamePartKind::VariableKey)) continue;
        scope.place = parts.back().place;
        scope.parts = std::move(parts);
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
    if (!addPartsOfAnOperation(explained, NamePartKind::NameScope) && !addPartsOfARun(explained)) {
        const bool hasOperations = addPartsOfAnOperation(explained, NamePartKind::VariableKey);
        if (!hasOperations && explained.entries.empty()) return std::nullopt;
        explained.kind = explained.entries.empty() ? ExplainedKind::NameScope : ExplainedKind::VariableScope;
        if (!explained.entries.empty()) explained.place = explained.entries.front().place;
    }
    return explained;
}

// ---- All of it ---------------------------------------------------------------------------------------------------

NameExplanation NameExplainer::explainOperation(OperationId operation) const {
    NameExplanation explained;
    explained.name = std::string(graph().operationName(operation));
    explained.operationType = std::string(graph().operationType(operation));
    explained.place = placeOf(graph().origin(operation));
    explained.parts = partsOf(operation);
    if (const VariableInfo* variable = variableAt(operation)) {
        explained.kind = ExplainedKind::Variable;
        explained.variable = explainVariable(*variable);
        explained.place = placeOf(variable->requests.front().origin);
    }
    return explained;
}

std::optional<NameExplanation> NameExplainer::explain(std::string_view name) const {
    while (name.ends_with('/')) name.remove_suffix(1);
    const std::string_view operationName = withoutOutput(name);
    if (const auto operation = graph().findOperation(operationName)) {
        if (operationName.size() == name.size()) return explainOperation(*operation);
        const std::string output(name.substr(operationName.size() + 1));
        if (output.size() < 6 && std::stoul(output) < graph().outputCount(*operation)) return explainOperation(*operation);
        return std::nullopt;
    }
    if (const VariableInfo* variable = variableWithKey(name)) return explainOperation(variable->operation);
    return name.empty() ? std::nullopt : explainScope(name);
}

std::vector<std::string> NameExplainer::names() const {
    std::set<std::string, std::less<>> all;
    for (std::uint32_t i = 0; i < graph().operationCount(); ++i) {
        const std::string_view name = graph().operationName({i});
        all.emplace(name);
        for (auto slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1)) all.emplace(name.substr(0, slash));
    }
    for (const ScopeBlock& block : m_evaluation.blocks)
        for (const ScopeBlockRun& run : block.runs)
            for (const std::string& scope : {run.nameScope, run.variableScope})
                if (!scope.empty()) all.insert(scope);
    for (const VariableInfo& variable : m_evaluated.variables)
        if (!variable.storeKey.empty()) all.insert(variable.storeKey);
    return {all.begin(), all.end()};
}

std::vector<std::string> nearestNames(std::string_view name, const std::vector<std::string>& names, std::size_t count) {
    std::vector<std::string> nearest;
    const std::string_view wanted = lastComponent(withoutOutput(name));
    for (const std::string& each : names)
        if (nearest.size() < count && !wanted.empty() && each.size() > wanted.size() && each.ends_with(wanted) && each[each.size() - wanted.size() - 1] == '/') nearest.push_back(each);
    std::vector<std::string_view> candidates(names.begin(), names.end());
    while (nearest.size() < count) {
        const std::string found = nearestName(withoutOutput(name), candidates);
        if (found.empty()) break;
        std::erase(candidates, found);
        if (std::ranges::find(nearest, found) == nearest.end()) nearest.push_back(found);
    }
    for (auto slash = name.rfind('/'); nearest.empty() && slash != std::string_view::npos && slash > 0; slash = name.rfind('/', slash - 1)) {
        const std::string outer(name.substr(0, slash));
        if (std::ranges::binary_search(names, outer)) nearest.push_back(outer);
    }
    return nearest;
}

}  // namespace namescape
