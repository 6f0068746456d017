#include "live/selection.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace namescape {

namespace {

// A calling chain of a recursive function may be long; nobody reads more.
constexpr std::size_t maxCallers = 20;

bool overlap(SourceRange left, SourceRange right) {
    return left.begin < right.end && right.begin < left.end;
}

Selected ofKind(SelectionKind kind) {
    Selected selected;
    selected.kind = kind;
    return selected;
}

// Finds what belongs to a selection in one pair of snapshots.
class Resolver {
public:
    Resolver(const Snapshot& picture, const Snapshot& latest) : m_picture(picture), m_latest(latest) {}

    Selected place(SourceRange ofPicture, SourceRange ofLatest) const {
        Selected selected = ofKind(SelectionKind::Place);
        selected.range = ofPicture;
        addWhatWasMadeIn(ofPicture, selected);
        addInnermostBlock(ofPicture, selected);
        addProblems(ofLatest, selected);
        return selected;
    }

    Selected node(std::string_view fullName) const {
        const std::optional<NodeId> node = m_picture.scopes->find(fullName);
        const bool isSeries = !node && m_picture.diagram.seriesNamed(fullName).isValid();
        if ((!node && !isSeries) || fullName.empty()) return {};
        Selected selected = ofKind(SelectionKind::Node);
        selected.name = fullName;
        if (isSeries) selected.scopes = {selected.name};
        if (isSeries) return selected;
        const OperationId operation = m_picture.scopes->operation(*node);
        if (operation.isValid()) addOperation(operation, selected);
        const VariableInfo* variable = operation.isValid() ? m_picture.variableOf(operation) : nullptr;
        if (variable && variable->operation == operation) addRequests(*variable, selected);
        if (m_picture.scopes->isScope(*node)) addScope(*node, selected);
        return selected;
    }

    Selected variable(std::string_view name) const {
        const VariableInfo* info = find(name);
        if (!info) return {};
        Selected selected = ofKind(SelectionKind::Variable);
        selected.name = name;
        addOperation(info->operation, selected);
        addRequests(*info, selected);
        return selected;
    }

    Selected block(std::uint32_t index) const {
        if (index >= m_picture.blocks().size()) return {};
        const ScopeBlock& block = m_picture.blocks()[index];
        Selected selected = ofKind(SelectionKind::Block);
        selected.index = index;
        selected.blocks.push_back(index);
        selected.places.push_back(block.range);
        addScopesOf(block, selected);
        return selected;
    }

    Selected problem(std::uint32_t index) const {
        if (index >= m_latest.diagnostics.size()) return {};
        const SourceRange range = m_latest.diagnostics[index].range;
        Selected selected = m_picture.revision == m_latest.revision ? place(range, range) : Selected{};
        selected.kind = SelectionKind::Problem;
        selected.index = index;
        selected.range = {};
        selected.problemRange = range;
        selected.problems = {index};
        return selected;
    }

private:
    const VariableInfo* find(std::string_view name) const {
        for (const VariableInfo& info : m_picture.variables())
            if (info.name == name) return &info;
        return nullptr;
    }

    // Where a variable was asked for, and in which blocks.
    void addRequests(const VariableInfo& info, Selected& selected) const {
        for (const VariableRequest& request : info.requests) {
            Selected one;
            addOrigin(request.origin, one);
            addBlockOfPlaces(one);
            for (const SourceRange place : one.places) addOnce(selected.places, place);
            for (const std::uint32_t block : one.blocks) addOnce(selected.blocks, block);
        }
    }

    template <typename Element, typename Added>
    static void addOnce(std::vector<Element>& all, const Added& added) {
        if (std::find(all.begin(), all.end(), added) == all.end()) all.emplace_back(added);
    }

    void addOrigin(OriginId origin, Selected& selected) const {
        const std::vector<CodeOrigin>& origins = m_picture.evaluation->origins;
        for (std::size_t depth = 0; origin != 0 && origin < origins.size() && depth < maxCallers; ++depth) {
            const SourceRange range = origins[origin].range;
            addOnce(selected.places, range);
            origin = origins[origin].caller;
        }
    }

    void addOperation(OperationId operation, Selected& selected) const {
        addOnce(selected.operations, m_picture.graph().operationName(operation));
        if (const VariableInfo* info = m_picture.variableOf(operation)) addOnce(selected.variables, info->name);
        addOrigin(m_picture.graph().origin(operation), selected);
        addBlockOfPlaces(selected);
    }

    // Inside a function there may be no block: then the one that its call stands in.
    void addBlockOfPlaces(Selected& selected) const {
        for (std::size_t place = 0; place < selected.places.size() && selected.blocks.empty(); ++place) addInnermostBlock(selected.places[place], selected);
    }

    void addScope(NodeId node, Selected& selected) const {
        const std::string_view fullName = m_picture.scopes->fullName(node);
        addOnce(selected.scopes, fullName);
        const std::vector<ScopeBlock>& blocks = m_picture.blocks();
        for (std::uint32_t index = 0; index < blocks.size(); ++index) {
            const auto opens = [fullName](const ScopeBlockRun& run) { return run.nameScope == fullName; };
            if (blocks[index].kind == ScopeBlockKind::Other || std::none_of(blocks[index].runs.begin(), blocks[index].runs.end(), opens)) continue;
            selected.blocks.push_back(index);
            selected.places.push_back(blocks[index].range);
        }
        const std::string prefix = std::string(fullName) + '/';
        for (const VariableInfo& info : m_picture.variables())
            if (m_picture.graph().operationName(info.operation).starts_with(prefix)) addOnce(selected.variables, info.name);
        if (selected.places.empty()) addFirstOperationBelow(node, selected);
    }

    // A scope that no block opens was opened by the function that made its operations.
    void addFirstOperationBelow(NodeId node, Selected& selected) const {
        while (m_picture.scopes->isScope(node)) {
            const NodeId child = m_picture.scopes->children(node).front();
            if (const OperationId operation = m_picture.scopes->operation(child); operation.isValid()) {
                addOrigin(m_picture.graph().origin(operation), selected);
                return;
            }
            node = child;
        }
    }

    void addScopesOf(const ScopeBlock& block, Selected& selected) const {
        if (block.kind == ScopeBlockKind::Other) return;
        for (const ScopeBlockRun& run : block.runs)
            if (!run.nameScope.empty()) addOnce(selected.scopes, run.nameScope);
    }

    void addWhatWasMadeIn(SourceRange range, Selected& selected) const {
        for (const OperationId operation : m_picture.operationsIn(range)) {
            selected.operations.emplace_back(m_picture.graph().operationName(operation));
            if (const VariableInfo* info = m_picture.variableOf(operation)) addOnce(selected.variables, info->name);
        }
        for (const VariableInfo& info : m_picture.variables())
            for (const VariableRequest& request : info.requests)
                if (overlap(m_picture.evaluation->rangeOf(request.origin), range)) {
                    addOnce(selected.variables, info.name);
                    addOnce(selected.operations, m_picture.graph().operationName(info.operation));
                }
        for (const ScopeBlock& block : m_picture.blocks())
            if (overlap(block.range, range)) addScopesOf(block, selected);
    }

    void addInnermostBlock(SourceRange range, Selected& selected) const {
        const std::vector<ScopeBlock>& blocks = m_picture.blocks();
        std::optional<std::uint32_t> innermost;
        for (std::uint32_t index = 0; index < blocks.size(); ++index) {
            // A line begins before the indentation of what it says; a place may be empty.
            const bool isInside = overlap(blocks[index].bodyRange, range) || blocks[index].bodyRange.contains(range.begin);
            if (!isInside && !overlap(blocks[index].range, range)) continue;
            if (!innermost || blocks[index].range.begin >= blocks[*innermost].range.begin) innermost = index;
        }
        if (innermost) addOnce(selected.blocks, *innermost);
    }

    void addProblems(SourceRange range, Selected& selected) const {
        const std::vector<Diagnostic>& diagnostics = m_latest.diagnostics;
        for (std::uint32_t index = 0; index < diagnostics.size(); ++index) {
            const SourceRange where = diagnostics[index].range;
            if (overlap(where, range) || range.contains(where.begin)) selected.problems.push_back(index);
        }
    }

    const Snapshot& m_picture;
    const Snapshot& m_latest;
};

}  // namespace

Selection::Selection(QObject* parent) : QObject(parent) {}

void Selection::setSnapshots(std::shared_ptr<const Snapshot> picture, std::shared_ptr<const Snapshot> latest) {
    m_picture = std::move(picture);
    m_latest = std::move(latest);
    if (!m_picture || !m_latest) return put({});
    const Resolver resolver(*m_picture, *m_latest);
    switch (m_current.kind) {
    case SelectionKind::Node: return put(resolver.node(m_current.name));
    case SelectionKind::Variable: return put(resolver.variable(m_current.name));
    case SelectionKind::Nothing:
    case SelectionKind::Place:
    case SelectionKind::Block:
    case SelectionKind::Problem: m_isOutdated = true;
    }
}

void Selection::clear() {
    choose({});
}

void Selection::selectPlace(SourceRange ofPicture, SourceRange ofLatest) {
    if (m_picture) choose(Resolver(*m_picture, *m_latest).place(ofPicture, ofLatest));
}

void Selection::followPlace(SourceRange ofPicture, SourceRange ofLatest) {
    if (m_picture) put(Resolver(*m_picture, *m_latest).place(ofPicture, ofLatest));
}

void Selection::selectNode(std::string_view fullName) {
    if (m_picture) choose(Resolver(*m_picture, *m_latest).node(fullName));
}

void Selection::selectVariable(std::string_view name) {
    if (m_picture) choose(Resolver(*m_picture, *m_latest).variable(name));
}

void Selection::selectBlock(std::uint32_t block) {
    if (m_picture) choose(Resolver(*m_picture, *m_latest).block(block));
}

void Selection::selectProblem(std::uint32_t problem) {
    if (m_picture) choose(Resolver(*m_picture, *m_latest).problem(problem));
}

void Selection::choose(Selected selected) {
    put(std::move(selected));
    Q_EMIT chosen();
}

void Selection::put(Selected selected) {
    const bool wasOutdated = std::exchange(m_isOutdated, false);
    if (selected == m_current && !wasOutdated) return;
    m_current = std::move(selected);
    Q_EMIT changed();
}

}  // namespace namescape
