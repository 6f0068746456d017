#include "api/trace.h"

#include "api/api.h"
#include "api/with_items.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace namescape {

namespace {

ReuseValue reuseValue(Reuse reuse) {
    switch (reuse) {
    case Reuse::True: return ReuseValue::True;
    case Reuse::Auto: return ReuseValue::AutoReuse;
    case Reuse::False: break;
    }
    return ReuseValue::False;
}

ReuseSource reuseSource(ReuseSetting::Source source) {
    switch (source) {
    case ReuseSetting::Source::Given: return ReuseSource::Argument;
    case ReuseSetting::Source::Inherited: return ReuseSource::Inherited;
    case ReuseSetting::Source::FromObject: return ReuseSource::ScopeObject;
    case ReuseSetting::Source::ReuseVariablesCall: return ReuseSource::ReuseVariables;
    case ReuseSetting::Source::Default: break;
    }
    return ReuseSource::Default;
}

// The names of the collections that each item is in: few combinations, and many items.
class ItemCollections {
public:
    explicit ItemCollections(const Graph& graph) : m_graph(graph) {
        const auto& entries = graph.collections().entries();
        for (std::uint32_t entry = 0; entry < entries.size(); ++entry)
            for (const CollectionItemPointer& item : entries[entry].items) add(m_byItem[item.get()], entry);
        for (const auto& entriesOfItem : m_combinations) m_names.push_back(namesOf(entriesOfItem));
    }

    const SharedNames& of(const CollectionItem& item) const {
        const auto found = m_byItem.find(&item);
        return m_names[found == m_byItem.end() ? 0 : found->second];
    }

private:
    using Combination = std::uint32_t;  // 0: no collection

    void add(Combination& combination, std::uint32_t entry) {
        if (!m_combinations[combination].empty() && m_combinations[combination].back() == entry) return;
        const auto [known, isNew] = m_larger.try_emplace({combination, entry}, static_cast<Combination>(m_combinations.size()));
        if (isNew) {
            auto larger = m_combinations[combination];
            larger.push_back(entry);
            m_combinations.push_back(std::move(larger));
        }
        combination = known->second;
    }

    SharedNames namesOf(const std::vector<std::uint32_t>& entries) const {
        std::vector<std::string> names;
        for (const std::uint32_t entry : entries) names.push_back(m_graph.collections().entries()[entry].key);
        std::ranges::sort(names);
        return SharedNames(std::move(names));
    }

    const Graph& m_graph;
    std::unordered_map<const CollectionItem*, Combination> m_byItem;
    std::vector<std::vector<std::uint32_t>> m_combinations = std::vector<std::vector<std::uint32_t>>(1);
    std::map<std::pair<Combination, std::uint32_t>, Combination> m_larger;
    std::vector<SharedNames> m_names;
};

}  // namespace

void Trace::describeReuse(ScopeBlockRun& run) const {
    const ReuseSetting& reuse = currentVariableScope(m_api.defaultGraph())->reuse;
    run.reuse = reuseValue(reuse.value);
    run.reuseSource = reuseSource(reuse.source);
    if (run.reuseSource != ReuseSource::Default) run.reuseRange = m_api.interpreter().origins()[reuse.origin].expression;
}

ScopeBlockRun Trace::currentRun() const {
    ScopeBlockRun run;
    Graph& graph = m_api.defaultGraph();
    run.nameScope = graph.nameScope();
    run.variableScope = currentVariableScope(graph)->name;
    describeReuse(run);
    run.caller = m_api.interpreter().origins()[m_api.interpreter().currentOrigin()].caller;
    if (!m_open.empty()) {
        run.parentBlock = m_open.back().id.block;
        run.parentRun = m_open.back().id.run;
    }
    return run;
}

VariableRequest Trace::currentRequest(const ReuseSetting& reuse) const {
    VariableRequest request;
    request.origin = m_api.interpreter().currentOrigin();
    request.reuse = reuseValue(reuse.value);
    request.reuseSource = reuseSource(reuse.source);
    if (request.reuseSource != ReuseSource::Default) request.reuseOrigin = reuse.origin;
    if (!m_open.empty()) request.within = m_open.back().id;
    return request;
}

Trace::BlockId Trace::pushBlock(ScopeBlockKind kind, const Object* exit) {
    const SourceRange range = m_api.interpreter().currentExpression();
    const auto [known, isNew] = m_blockByRange.try_emplace(range.key(), static_cast<std::uint32_t>(m_blocks.size()));
    if (isNew) {
        m_blocks.emplace_back();
        m_blocks.back().range = range;
        m_blocks.back().kind = kind;
    }
    ScopeBlock& block = m_blocks[known->second];
    const BlockId id{known->second, static_cast<std::uint32_t>(block.runCount++)};
    if (block.runs.size() < ScopeBlock::kMaxRuns) block.runs.push_back(currentRun());
    m_settings.noteModuleLevel(m_moduleLevel, m_api);
    InForce inForce = m_settings.inForce(m_api, m_open.empty() ? m_moduleLevel : m_open.back().inForce);
    if (ScopeBlockRun* run = runOf(id)) {
        run->settings = inForce.settings;
        run->changesBefore = static_cast<std::uint32_t>(m_changes.size());
    }
    m_open.push_back({id, ++m_entered, exit, std::move(inForce)});
    return id;
}

ScopeBlockRun* Trace::runOf(BlockId id) {
    auto& runs = m_blocks[id.block].runs;
    return id.run < runs.size() ? &runs[id.run] : nullptr;
}

Trace::BlockId Trace::enterBlock(ScopeBlockKind kind, ScopeNameSource source) {
    const BlockId id = pushBlock(kind, nullptr);
    m_api.defaultGraph().noteNameScope(id.run, static_cast<std::uint32_t>(source));
    if (ScopeBlockRun* run = runOf(id)) run->nameSource = source;
    return id;
}

void Trace::leaveBlock(BlockId id) {
    if (ScopeBlockRun* run = runOf(id)) describeReuse(*run);
    std::erase_if(m_open, [&](const Open& open) { return open.id == id; });
}

void Trace::enteredWith(std::uint64_t mark, const Object* exit) {
    const SourceRange range = m_api.interpreter().currentExpression();
    for (auto open = m_open.rbegin(); open != m_open.rend() && open->number > mark; ++open)
        if (m_blocks[open->id.block].range == range) return;
    pushBlock(ScopeBlockKind::Other, exit);
}

void Trace::leavingWith(const Object* exit) {
    for (auto open = m_open.rbegin(); exit && open != m_open.rend(); ++open)
        if (open->exit == exit) return leaveBlock(open->id);
}

void Trace::noteSettingCall(const VariableScope& scope) {
    const OriginId origin = m_api.interpreter().currentOrigin();
    m_settings.noteCall(origin);
    m_settings.noteModuleLevel(m_moduleLevel, m_api);
    const BlockId during = m_open.empty() ? BlockId{} : m_open.back().id;
    const auto change = [&](InForce& inForce, BlockId within) {
        if (inForce.scope != &scope) return;
        inForce.settings = m_settings.withScope(m_api, inForce, scope);
        m_changes.push_back({within, during, origin, inForce.settings});
    };
    change(m_moduleLevel, {});
    for (Open& open : m_open) change(open.inForce, open.id);
}

void Trace::recordMade(const VariablePointer& variable) {
    VariableRequest request = currentRequest({});
    request.created = true;
    recordVariable(variable, {}, request);
}

void Trace::recordVariable(const VariablePointer& variable, const std::string& storeKey, const VariableRequest& request) {
    const auto [known, isNew] = m_askedByVariable.try_emplace(variable.get(), m_asked.size());
    if (isNew) m_asked.push_back({variable, storeKey, {}});
    Asked& asked = m_asked[known->second];
    // A variable that get_variable has made through tf.Variable was recorded on the way.
    if (!storeKey.empty() && asked.storeKey.empty()) {
        asked.storeKey = storeKey;
        if (request.created) {
            asked.requests.back() = request;
            return;
        }
    }
    asked.requests.push_back(request);
}

void Trace::recordAnswer(const VariableAnswer& answer) {
    VariableRequest request = currentRequest(answer.reuse);
    request.created = answer.wasCreated;
    if (const auto variable = std::dynamic_pointer_cast<Variable>(answer.variable)) return recordVariable(variable, answer.storeKey, request);
    const auto partitioned = std::dynamic_pointer_cast<PartitionedVariable>(answer.variable);
    if (!partitioned) return;
    for (std::size_t index = 0; index < partitioned->parts.size(); ++index)
        recordVariable(partitioned->parts[index], answer.storeKey + "/part_" + std::to_string(index), request);
}

std::vector<ScopeBlock> Trace::blocks(const SyntaxTree& tree) const {
    std::vector<ScopeBlock> blocks = m_blocks;
    for (const WithItemPlace& place : withItems(tree)) {
        const auto known = m_blockByRange.find(place.item->context->range.key());
        if (known == m_blockByRange.end()) continue;
        ScopeBlock& block = blocks[known->second];
        block.range = place.item->range;
        block.bodyRange = place.bodyRange;
        const Expression& context = *place.item->context;
        const SourceRange callee = context.kind == ExpressionKind::Call ? as<CallExpression>(context).callee->range : context.range;
        block.callee = std::string(tree.text(callee));
    }
    return blocks;
}

std::vector<VariableInfo> Trace::variables(const Graph& graph) const {
    std::vector<VariableInfo> infos;
    infos.reserve(m_asked.size());
    const ItemCollections collections(graph);
    for (const Asked& asked : m_asked) {
        const Variable& variable = *asked.variable;
        if (&variable.graph() != &graph) continue;
        VariableInfo info;
        info.name = variable.name();
        info.operation = variable.operation().id();
        info.storeKey = asked.storeKey;
        info.shape = variable.shape();
        info.dataType = variable.elementType;
        info.isTrainable = variable.trainable;
        info.isResource = variable.kind == VariableKind::Resource;
        info.collections = collections.of(variable);
        info.requests = asked.requests;
        infos.push_back(std::move(info));
    }
    std::ranges::sort(infos, {}, [](const VariableInfo& info) { return info.operation; });
    return infos;
}

}  // namespace namescape
