#include "explain/name_explainer.h"

#include "explain/name_paths.h"
#include "support/ascii.h"

#include <algorithm>

namespace namescape {

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
    for (const Argument& argument : call->arguments) {
        if (argument.kind != ArgumentKind::Positional) continue;
        // In `stack.enter_context(tf.name_scope("a"))` it is one call further in.
        const auto* inner = argument.value->kind == ExpressionKind::Call ? &as<CallExpression>(*argument.value) : nullptr;
        const Expression& given = inner && inner->positionalCount > 0 ? *inner->arguments[0].value : *argument.value;
        if (isText(given) && as<StringExpression>(given).value == asked) return NamePartSource::Given;
    }
    const std::string_view callee = m_program.text(call->callee->range);
    if (callee.ends_with("get_variable") && call->positionalCount > 0 && isText(*call->arguments[0].value)) return NamePartSource::Changed;
    const bool needsName = lastComponent(callee).ends_with("get_variable") || callee.ends_with("unique_name");
    return needsName || call->hasUnpacking ? NamePartSource::Given : NamePartSource::DefaultName;
}

// Whether a scope that is entered as it is had been opened, or an operation of its name been made; `inside` is that of an operation in it.
bool NameExplainer::wasTakenBefore(OpeningId entered, std::string_view path, std::string_view inside) const {
    for (OpeningId id = 1; id < entered; ++id) {
        const NameScopeOpening& opening = graph().nameScopeOpening(id);
        if (opening.kind == NameScopeOpening::Kind::Made && opening.pathLength == path.size() && opening.holds(path)) return true;
    }
    const auto holder = graph().findOperation(path), first = graph().findOperation(inside);
    return holder && first && holder->value < first->value;
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
        if (holders == Holders::PlacesOnly || wasTakenBefore(id, part.path, name)) part.holder = holderOf(part.path, holders);
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
        if (part.source != NamePartSource::DefaultName) return part;
        // No default name has scopes in it.
        if (asked.find('/') != std::string_view::npos) part.source = NamePartSource::Inner;
        else if (graph().operationType(operation) == "Const" && asked != "Const") part.source = NamePartSource::ImplicitInput;
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
    OpeningId around = openingAround(operation);
    if (graph().nameScopeOpening(around).holds(name) && (!isWholeName || parts.front().source != NamePartSource::Exact)) {
        const bool isScopesOwn = around != 0 && graph().nameScopeOpening(around).pathLength == name.size();
        if (isScopesOwn) around = graph().nameScopeOpening(around).parent;
        addOpenings(around, name, parts);
    }
    std::ranges::reverse(parts);
    return parts;
}

}  // namespace namescape
