#include "query/reachability.h"

#include "graph/graph.h"

#include <algorithm>

namespace namescape {

namespace {

template <typename Visit>
void forEachInput(const Graph& graph, OperationId operation, const Visit& visit) {
    for (const TensorId input : graph.inputs(operation)) visit(input.operation);
    for (const OperationId control : graph.controlInputs(operation)) visit(control);
}

std::vector<OperationId> marked(const std::vector<bool>& marks) {
    std::vector<OperationId> operations;
    for (std::uint32_t index = 0; index < marks.size(); ++index)
        if (marks[index]) operations.push_back({index});
    return operations;
}

// Marks all that `forEachNext` leads to, however far.
template <typename ForEachNext>
void markAll(std::vector<bool>& marks, std::vector<OperationId> waiting, const ForEachNext& forEachNext) {
    while (!waiting.empty()) {
        const OperationId operation = waiting.back();
        waiting.pop_back();
        forEachNext(operation, [&](OperationId next) {
            if (marks[next.value]) return;
            marks[next.value] = true;
            waiting.push_back(next);
        });
    }
}

enum class Edges { Data, DataAndControl };

// Backwards from `to`, so that no index of users is needed.
std::vector<OperationId> shortestPath(const Graph& graph, std::span<const OperationId> from, std::span<const OperationId> to, Edges edges) {
    std::vector<OperationId> next(graph.operationCount());  // on the way to `to`; of its own, themselves
    std::vector<bool> isStart(graph.operationCount());
    for (const OperationId operation : from) isStart[operation.value] = true;
    std::vector<OperationId> waiting(to.begin(), to.end());
    for (const OperationId operation : waiting) next[operation.value] = operation;
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        const OperationId user = waiting[at];
        if (isStart[user.value]) {
            std::vector<OperationId> path{user};
            while (next[path.back().value] != path.back()) path.push_back(next[path.back().value]);
            return path;
        }
        const auto visit = [&](OperationId input) {
            if (next[input.value].isValid()) return;
            next[input.value] = user;
            waiting.push_back(input);
        };
        for (const TensorId input : graph.inputs(user)) visit(input.operation);
        if (edges == Edges::Data) continue;
        for (const OperationId control : graph.controlInputs(user)) visit(control);
    }
    return {};
}

}  // namespace

OperationUsers::OperationUsers(const Graph& graph) : m_begins(graph.operationCount() + 2) {
    const auto count = static_cast<std::uint32_t>(graph.operationCount());
    // Two places ahead, so that filling moves each begin to where it belongs.
    for (std::uint32_t user = 0; user < count; ++user) forEachInput(graph, {user}, [&](OperationId input) { ++m_begins[input.value + 2]; });
    for (std::size_t at = 2; at < m_begins.size(); ++at) m_begins[at] += m_begins[at - 1];
    m_users.resize(m_begins.back());
    for (std::uint32_t user = 0; user < count; ++user) forEachInput(graph, {user}, [&](OperationId input) { m_users[m_begins[input.value + 1]++] = {user}; });
    m_begins.pop_back();
}

std::vector<OperationId> reached(const Graph& graph, std::span<const OperationId> from, Reach reach) {
    std::vector<bool> marks(graph.operationCount());
    for (const OperationId operation : from) marks[operation.value] = true;
    std::vector<OperationId> waiting(from.begin(), from.end());
    const auto inputs = [&](OperationId operation, const auto& visit) { forEachInput(graph, operation, visit); };
    const auto mark = [&](OperationId operation) { marks[operation.value] = true; };
    switch (reach) {
    case Reach::Inputs:
        for (const OperationId operation : from) inputs(operation, mark);
        break;
    case Reach::Ancestors: markAll(marks, std::move(waiting), inputs); break;
    case Reach::Users:
    case Reach::Descendants: {
        const OperationUsers users(graph);
        const auto outputs = [&](OperationId operation, const auto& visit) {
            for (const OperationId user : users.of(operation)) visit(user);
        };
        if (reach == Reach::Descendants) {
            markAll(marks, std::move(waiting), outputs);
            break;
        }
        for (const OperationId operation : from) outputs(operation, mark);
        break;
    }
    }
    return marked(marks);
}

std::vector<OperationId> pathBetween(const Graph& graph, std::span<const OperationId> from, std::span<const OperationId> to) {
    std::vector<OperationId> path = shortestPath(graph, from, to, Edges::Data);
    return path.empty() ? shortestPath(graph, from, to, Edges::DataAndControl) : path;
}

}  // namespace namescape
