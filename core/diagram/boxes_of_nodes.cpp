#include "diagram/boxes_of_nodes.h"

#include <utility>

namespace namescape {

BoxId BoxesOfNodes::leaf(NodeId node) const {
    if (m_entries.empty() || node.value >= m_tree->nodeCount()) return {};
    if (const Entry* own = find(node)) return own->leaf;
    for (NodeId at = node; at != ScopeTree::kRoot && at != m_focus;) {
        at = m_tree->parent(at);
        // What an open frame has is visible, and was found above.
        if (const Entry* around = find(at)) return around->frame.isValid() ? BoxId{} : around->leaf;
    }
    return {};
}

BoxId BoxesOfNodes::frame(NodeId node) const {
    const Entry* own = m_entries.empty() ? nullptr : find(node);
    return own ? own->frame : BoxId{};
}

BoxesOfNodes::Entry& BoxesOfNodes::entry(NodeId node) {
    if ((m_count + 1) * 2 > m_entries.size()) grow();
    Entry& found = m_entries[slotOf(node)];
    if (!found.node.isValid()) found.node = node, ++m_count;
    return found;
}

const BoxesOfNodes::Entry* BoxesOfNodes::find(NodeId node) const {
    const Entry& found = m_entries[slotOf(node)];
    return found.node.isValid() ? &found : nullptr;
}

// Of the node's entry, or of the free one that it would take.
std::size_t BoxesOfNodes::slotOf(NodeId node) const {
    const std::size_t mask = m_entries.size() - 1;
    std::size_t slot = (node.value * 0x9E3779B97F4A7C15ull >> 20) & mask;
    while (m_entries[slot].node.isValid() && m_entries[slot].node != node) slot = (slot + 1) & mask;
    return slot;
}

void BoxesOfNodes::grow() {
    constexpr std::size_t kLeast = 64;
    std::vector<Entry> before = std::exchange(m_entries, std::vector<Entry>(m_entries.empty() ? kLeast : m_entries.size() * 2));
    for (const Entry& each : before)
        if (each.node.isValid()) m_entries[slotOf(each.node)] = each;
}

}  // namespace namescape
