// Which operations compute with which variables of a graph, whatever only reads them or hands them on left out.
#pragma once

#include "diagram/scope_tree.h"

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace namescape {

class Graph;
class Structure;

// Whether operations of that type are variables.
bool isVariableType(std::string_view type);

struct VariableUse {
    std::uint32_t variable = 0;  // into VariableUses::variables
    OperationId user;
    auto operator<=>(const VariableUse&) const = default;
};

// What a variable's name has below it is its own, and no user; nor is what trains, saves, sums up or sets it.
struct VariableUses {
    std::vector<OperationId> variables;  // in order of creation
    std::vector<VariableUse> uses;       // each once; by variable, then by user

    // Of an operation of `variables`; empty for any other.
    std::span<const VariableUse> usesOf(OperationId variable) const;
};

// Of the structure, roles alone are asked. Takes time linear in the graph's connections; hardly any where it has no variables.
VariableUses variableUses(const Graph& graph, const ScopeTree& tree, const Structure& structure);

}  // namespace namescape
