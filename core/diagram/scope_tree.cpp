#include "diagram/scope_tree.h"

#include "graph/graph.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace namescape {

namespace {

constexpr std::uint32_t kEmpty = UINT32_MAX;

std::uint64_t hashOf(NodeId parent, std::string_view localName) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ull ^ (parent.value * 0xBF58476D1CE4E5B9ull);
    for (const char c : localName) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
    return hash ^ hash >> 29;
}

std::string_view firstComponent(std::string_view name, std::size_t begin) {
    return name.substr(begin, std::min(name.find('/', begin), name.size()) - begin);
}

}  // namespace

// Adds names one by one; where a name begins as the one before it, the walk starts below what they share.
class ScopeTree::Builder {
public:
    Builder(ScopeTree& tree, std::size_t operationCount) : m_tree(tree) {
        m_tree.m_index.assign(std::bit_ceil(std::max<std::size_t>(16, operationCount * 2)), kEmpty);
        m_tree.m_nodeOfOperation.reserve(operationCount);
    }

    void add(OperationId operation, std::string_view name) {
        keepSharedPath(name);
        std::size_t begin = m_path.empty() ? 0 : m_tree.m_nodes[m_path.back().value].length + 1;
        while (begin <= name.size()) {
            const NodeId parent = m_path.empty() ? kRoot : m_path.back();
            const std::string_view component = firstComponent(name, begin);
            m_path.push_back(findOrAdd(parent, name, begin, component));
            begin += component.size() + 1;
        }
        m_previous = name;
        Node& node = m_tree.m_nodes[m_path.back().value];
        if (!node.operation.isValid()) node.operation = operation;
        ++node.operationCount;
        m_tree.m_nodeOfOperation.push_back(m_path.back());
    }

    void finish() {
        sumOperationCounts();
        sortChildren();
    }

private:
    // Cuts the path of the name before back to the scopes that `name` lies in too.
    void keepSharedPath(std::string_view name) {
        const auto differ = std::mismatch(name.begin(), name.end(), m_previous.begin(), m_previous.end()).first;
        const auto shared = static_cast<std::size_t>(differ - name.begin());
        const auto isShared = [&](NodeId node) {
            const std::size_t length = m_tree.m_nodes[node.value].length;
            return length < name.size() && length <= shared && name[length] == '/';
        };
        while (!m_path.empty() && !isShared(m_path.back())) m_path.pop_back();
    }

    NodeId findOrAdd(NodeId parent, std::string_view name, std::size_t begin, std::string_view component) {
        const std::size_t mask = m_tree.m_index.size() - 1;
        std::size_t slot = hashOf(parent, component) & mask;
        for (; m_tree.m_index[slot] != kEmpty; slot = (slot + 1) & mask) {
            const NodeId found{m_tree.m_index[slot]};
            if (m_tree.parent(found) == parent && m_tree.localName(found) == component) return found;
        }
        const NodeId added{static_cast<std::uint32_t>(m_tree.m_nodes.size())};
        m_tree.m_index[slot] = added.value;
        Node node;
        node.text = name.data();
        node.length = static_cast<std::uint32_t>(begin + component.size());
        node.localBegin = static_cast<std::uint32_t>(begin);
        node.parent = parent;
        node.depth = m_tree.depth(parent) + 1;
        m_tree.m_nodes.push_back(node);
        if (m_tree.m_nodes.size() * 2 > m_tree.m_index.size()) growIndex();
        return added;
    }

    void growIndex() {
        m_tree.m_index.assign(m_tree.m_index.size() * 2, kEmpty);
        const std::size_t mask = m_tree.m_index.size() - 1;
        for (std::uint32_t i = 1; i < m_tree.m_nodes.size(); ++i) {
            std::size_t slot = hashOf(m_tree.parent({i}), m_tree.localName({i})) & mask;
            while (m_tree.m_index[slot] != kEmpty) slot = (slot + 1) & mask;
            m_tree.m_index[slot] = i;
        }
    }

    void sumOperationCounts() {
        auto& nodes = m_tree.m_nodes;
        for (std::size_t i = nodes.size(); i-- > 1;) {
            nodes[nodes[i].parent.value].operationCount += nodes[i].operationCount;
            ++nodes[nodes[i].parent.value].childCount;
        }
    }

    void sortChildren() {
        auto& nodes = m_tree.m_nodes;
        std::uint32_t begin = 0;
        for (Node& node : nodes) {
            node.childBegin = begin;
            begin += node.childCount;
        }
        m_tree.m_children.resize(begin);
        std::vector<std::uint32_t> next(nodes.size());
        for (std::size_t i = 0; i < nodes.size(); ++i) next[i] = nodes[i].childBegin;
        for (std::uint32_t i = 1; i < nodes.size(); ++i) m_tree.m_children[next[nodes[i].parent.value]++] = {i};
    }

    ScopeTree& m_tree;
    std::string_view m_previous;
    std::vector<NodeId> m_path;  // of m_previous, without the root
};

ScopeTree::ScopeTree() : m_nodes(1), m_index(16, kEmpty) {}

ScopeTree::ScopeTree(const Graph& graph) : ScopeTree() {
    Builder builder(*this, graph.operationCount());
    for (std::uint32_t i = 0; i < graph.operationCount(); ++i) builder.add({i}, graph.operationName({i}));
    builder.finish();
}

ScopeTree::ScopeTree(std::span<const std::string_view> names) : ScopeTree() {
    Builder builder(*this, names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) builder.add({i}, names[i]);
    builder.finish();
}

std::string_view ScopeTree::localName(NodeId node) const {
    return fullName(node).substr(m_nodes[node.value].localBegin);
}

std::span<const NodeId> ScopeTree::children(NodeId node) const {
    return std::span(m_children).subspan(m_nodes[node.value].childBegin, m_nodes[node.value].childCount);
}

std::optional<NodeId> ScopeTree::find(std::string_view fullName) const {
    if (fullName.empty()) return kRoot;
    const std::size_t mask = m_index.size() - 1;
    NodeId at = kRoot;
    for (std::size_t begin = 0; begin <= fullName.size();) {
        const std::string_view component = firstComponent(fullName, begin);
        std::size_t slot = hashOf(at, component) & mask;
        const auto isWanted = [&](NodeId node) { return parent(node) == at && localName(node) == component; };
        while (m_index[slot] != kEmpty && !isWanted({m_index[slot]})) slot = (slot + 1) & mask;
        const bool isTrailingSlash = component.empty() && begin == fullName.size() && begin > 0;
        if (m_index[slot] == kEmpty) return isTrailingSlash ? std::optional(at) : std::nullopt;
        at = {m_index[slot]};
        begin += component.size() + 1;
    }
    return at;
}

bool ScopeTree::contains(NodeId ancestor, NodeId node) const {
    while (depth(node) > depth(ancestor)) node = parent(node);
    return node == ancestor;
}

}  // namespace namescape
