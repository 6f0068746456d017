// What feeds operations and what they feed: neighbours, all ancestors and descendants, and a path between two.
#pragma once

#include "graph/operation.h"

#include <cstdint>
#include <span>
#include <vector>

namespace namescape {

class Graph;

// Who uses each operation, by data or control inputs. Built in time linear in the graph's connections; 4 bytes each and 4 an operation.
// Does not keep the graph.
class OperationUsers {
public:
    explicit OperationUsers(const Graph& graph);

    // Ascending, each once per input.
    std::span<const OperationId> of(OperationId operation) const {
        return std::span(m_users).subspan(m_begins[operation.value], m_begins[operation.value + 1] - m_begins[operation.value]);
    }

private:
    std::vector<OperationId> m_users;
    std::vector<std::uint32_t> m_begins;
};

enum class Reach : std::uint8_t { Inputs, Users, Ancestors, Descendants };

// What is reached from the operations, themselves included, in order of creation. Control dependencies count as inputs do.
std::vector<OperationId> reached(const Graph& graph, std::span<const OperationId> from, Reach reach);

// A shortest way from one of `from` to one of `to` along the flow, both ends included; one without control dependencies where there is one.
// Empty where there is none.
std::vector<OperationId> pathBetween(const Graph& graph, std::span<const OperationId> from, std::span<const OperationId> to);

}  // namespace namescape
