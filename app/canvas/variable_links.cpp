#include "canvas/variable_links.h"

#include <algorithm>

namespace namescape {

namespace {

// More would be a black area.
constexpr std::size_t kMostLines = 300;

// What shows the variable and all that its name has below it: its read, and whatever it is hidden in.
std::vector<BoxId> ownBoxes(const Snapshot& snapshot, OperationId variable) {
    const NodeId node = snapshot.scopes->nodeOf(variable);
    std::vector<BoxId> boxes{snapshot.boxOf(variable)};
    if (const BoxId leaf = snapshot.diagram.leafOf(node); leaf.isValid()) boxes.push_back(leaf);
    for (const NodeId child : snapshot.scopes->children(node)) boxes.push_back(snapshot.diagram.visibleBox(child));
    return boxes;
}

bool has(const std::vector<BoxId>& boxes, BoxId box) {
    return std::find(boxes.begin(), boxes.end(), box) != boxes.end();
}

}  // namespace

OperationId selectedVariable(const Snapshot& snapshot, const Selected& selected) {
    const bool isChosen = selected.kind == SelectionKind::Variable || selected.kind == SelectionKind::Node;
    if (!isChosen || selected.variables.size() != 1 || selected.operations.size() != 1) return {};
    const auto& variables = snapshot.variables();
    const auto found = std::find_if(variables.begin(), variables.end(), [&](const VariableInfo& each) { return each.name == selected.variables.front(); });
    return found == variables.end() ? OperationId{} : found->operation;
}

VariableLinks linksOf(const Snapshot& snapshot, OperationId variable) {
    VariableLinks links;
    const Diagram& diagram = snapshot.diagram;
    const std::vector<BoxId> own = ownBoxes(snapshot, variable);
    for (const VariableUse& use : snapshot.structure->variableUses().usesOf(variable)) {
        const BoxId box = snapshot.boxOf(use.user);
        if (box.isValid() && !has(own, box)) links.users.push_back(box);
    }
    std::sort(links.users.begin(), links.users.end());
    links.users.erase(std::unique(links.users.begin(), links.users.end()), links.users.end());
    if (links.users.empty()) return links;

    std::vector<bool> isReached(diagram.boxes.size());
    for (std::uint32_t i = 0; i < diagram.edges.size(); ++i) {
        const Edge& edge = diagram.edges[i];
        if (edge.kind != EdgeKind::Data || !has(own, edge.source) || !std::binary_search(links.users.begin(), links.users.end(), edge.target)) continue;
        links.edges.push_back({i});
        isReached[edge.target.value] = true;
    }
    const BoxId from = diagram.leafOf(snapshot.scopes->nodeOf(variable)).isValid() ? diagram.leafOf(snapshot.scopes->nodeOf(variable)) : own.front();
    for (const BoxId user : links.users)
        if (from.isValid() && !isReached[user.value] && links.lines.size() < kMostLines) links.lines.emplace_back(from, user);
    return links;
}

}  // namespace namescape
