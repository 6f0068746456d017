#include "diagram/structure.h"

#include "graph/graph.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

namespace namescape {

namespace {

constexpr std::array<std::string_view, 10> kSavingTypes{"MergeV2Checkpoints", "Restore", "RestoreSlice", "RestoreV2", "Save", "SaveSlices", "SaveV2",
                                                        "ShardedFilename", "ShardedFilespec", "CheckpointExists"};

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15ull;
    return hash ^ hash >> 32;
}

std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
    return hash;
}

bool isSaving(std::string_view type) {
    return std::find(kSavingTypes.begin(), kSavingTypes.end(), type) != kSavingTypes.end();
}

bool isSummary(std::string_view type) {
    return type.ends_with("Summary") || type.ends_with("SummaryV2");  // ScalarSummary, WriteImageSummary, TensorSummaryV2
}

}  // namespace

class Structure::Builder {
public:
    Builder(Structure& structure, const Graph& graph, const ScopeTree& tree, const EdgeIndex& index)
        : m_structure(structure), m_graph(graph), m_tree(tree), m_index(index) {}

    void build() {
        const std::size_t count = m_tree.nodeCount();
        m_hashes.resize(count), m_ranks.resize(count), m_contents.resize(count);
        for (std::size_t i = count; i-- > 0;) describe({static_cast<std::uint32_t>(i)});
        numberEqual();
        setRoles();
    }

private:
    // What there is in a node, its own operation included; of what has a name for it, directly inside.
    enum Content : std::uint8_t { kComputation = 1, kSummary = 2, kGrouping = 4, kSaving = 8, kSavingInside = 16, kApply = 32, kUpdate = 64, kTraining = 128 };
    static constexpr std::uint8_t kAnywhere = kComputation | kSummary | kGrouping;

    // Children come after their parents: they have been described before.
    void describe(NodeId node) {
        std::uint64_t hash = 1;
        std::uint8_t content = 0;
        if (const OperationId operation = m_tree.operation(node); operation.isValid()) {
            const std::string_view type = m_graph.operationType(operation);
            const std::size_t inputs = m_graph.inputs(operation).size();
            hash = mixed(hashOf(type), inputs);
            content = contentOf(type, inputs == 0 && m_graph.outputCount(operation) == 0);
        }
        std::uint32_t rank = 1;
        for (const NodeId child : m_tree.children(node)) {
            m_ranks[child.value] = rank++;
            hash = mixed(hash, m_hashes[child.value]);
            content |= m_contents[child.value] & kAnywhere;
            if (m_contents[child.value] & kSaving) content |= kSavingInside;
            if (m_contents[child.value] & (kApply | kUpdate)) content |= m_tree.localName(child).starts_with("update_") ? kTraining : kUpdate;
            if (m_tree.localName(child) == "gradients" && isMostOf(child, node)) content |= kTraining;
        }
        if (isGradients(node)) content |= kTraining;
        if (rank > 1) hash = withConnections(node, mixed(hash, rank));
        m_hashes[node.value] = hash;
        m_contents[node.value] = content;
    }

    // `gradients`, `gradients_1`: what tf.gradients makes.
    bool isGradients(NodeId node) const {
        std::string_view name = m_tree.localName(node);
        name = name.substr(0, name.find_last_not_of("0123456789_") + 1);
        return name == "gradients" && m_tree.isScope(node);
    }

    // Such as a `train` that has the gradients and an optimizer, and not a whole model that has all of its training too.
    bool isMostOf(NodeId child, NodeId scope) const { return 2 * m_tree.operationCount(child) > m_tree.operationCount(scope); }

    std::uint64_t withConnections(NodeId scope, std::uint64_t hash) const {
        const auto rankOf = [&](NodeId end) { return std::uint64_t{end == scope ? 0 : m_ranks[end.value]}; };
        for (const EdgeBundle& bundle : m_index.bundles(scope)) {
            const std::uint64_t kind = bundle.kind == EdgeKind::Data ? 0 : 1;
            hash = mixed(hash, rankOf(bundle.source) << 33 | rankOf(bundle.target) << 1 | kind);
            hash = mixed(hash, bundle.count);
        }
        return hash;
    }

    static std::uint8_t contentOf(std::string_view type, bool isWithoutData) {
        if (isSummary(type)) return kSummary;
        if (isSaving(type)) return kSaving | kComputation;
        if (type.starts_with("Apply") || type.starts_with("ResourceApply") || type.starts_with("SparseApply")) return kApply | kComputation;
        if (isWithoutData) return kGrouping;
        return type == "Const" ? 0 : kComputation;
    }

    bool isCompared(NodeId node) const { return node != ScopeTree::kRoot && m_tree.isScope(node) && m_tree.operationCount(node) > 1; }

    // Numbers count up in the order in which the tree has the first node of each.
    void numberEqual() {
        struct Slot {
            std::uint64_t hash = 0;
            std::uint32_t count = 0, id = 0;
        };
        std::size_t compared = 0;
        for (std::uint32_t i = 0; i < m_hashes.size(); ++i) compared += isCompared({i});
        std::vector<Slot> slots(std::bit_ceil(2 * compared + 2));
        const auto slotOf = [&](std::uint32_t node) -> Slot& {
            std::size_t at = m_hashes[node] & (slots.size() - 1);
            while (slots[at].count > 0 && slots[at].hash != m_hashes[node]) at = (at + 1) & (slots.size() - 1);
            return slots[at];
        };
        for (std::uint32_t i = 0; i < m_hashes.size(); ++i) {
            if (!isCompared({i})) continue;
            Slot& slot = slotOf(i);
            slot.hash = m_hashes[i];
            ++slot.count;
        }
        m_structure.m_ids.assign(m_hashes.size(), 0);
        m_structure.m_counts = {0};
        for (std::uint32_t i = 0; i < m_hashes.size(); ++i) {
            if (!isCompared({i})) continue;
            Slot& slot = slotOf(i);
            if (slot.count < 2) continue;
            if (slot.id == 0) {
                slot.id = static_cast<std::uint32_t>(m_structure.m_counts.size());
                m_structure.m_counts.push_back(slot.count);
            }
            m_structure.m_ids[i] = slot.id;
        }
    }

    void setRoles() {
        m_structure.m_roles.resize(m_contents.size());
        for (std::uint32_t i = 0; i < m_contents.size(); ++i) m_structure.m_roles[i] = roleOf({i});
    }

    NodeRole roleOf(NodeId node) const {
        const std::uint8_t content = m_contents[node.value];
        if (node == ScopeTree::kRoot) return NodeRole::Computation;
        if (content & (kSaving | kSavingInside)) return NodeRole::Saving;
        if (content & (kApply | kTraining)) return NodeRole::Training;
        if (content & kComputation) return m_tree.localName(node) == "global_step" ? NodeRole::Step : NodeRole::Computation;
        if (content & kSummary) return NodeRole::Summary;
        return content & kGrouping ? NodeRole::Grouping : NodeRole::Computation;
    }

    Structure& m_structure;
    const Graph& m_graph;
    const ScopeTree& m_tree;
    const EdgeIndex& m_index;
    std::vector<std::uint64_t> m_hashes;   // by node
    std::vector<std::uint32_t> m_ranks;    // by node: among its siblings, from 1
    std::vector<std::uint8_t> m_contents;  // by node
};

Structure::Structure(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index) {
    Builder(*this, graph, tree, index).build();
    m_variableUses = namescape::variableUses(graph, tree, *this);
    m_towers = findTowers(graph, tree, index, *this, m_variableUses);
    for (std::uint32_t number = 1; number <= m_towers.size(); ++number)
        for (const NodeId scope : m_towers[number - 1].scopes) m_towersOf.emplace_back(scope, number);
    std::sort(m_towersOf.begin(), m_towersOf.end());
    // Most of a tower's operations may be its gradients: it is the model all the same.
    for (const auto& [scope, number] : m_towersOf) m_roles[scope.value] = NodeRole::Computation;
}

std::uint32_t Structure::towersWith(NodeId node) const {
    const auto found = std::lower_bound(m_towersOf.begin(), m_towersOf.end(), std::pair(node, 0u));
    return found != m_towersOf.end() && found->first == node ? found->second : 0;
}

}  // namespace namescape
