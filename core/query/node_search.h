// Finds what a search text asks for among all nodes of a graph, whether they are visible or not.
#pragma once

#include "diagram/scope_tree.h"
#include "support/result.h"

#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

namespace namescape {

class Graph;

class NodeSearch {
public:
    // Terms parted by blanks, all of which must hold: a part of the full name in any case, `op:TYPE` (a part of an operation's type),
    // `shape:2,?` (sizes that follow one another in an output's shape; all of it where they stand in parentheses), `device:PART`, or
    // `/regular expression/` of the full name. Fails with what is wrong with a term.
    static Result<NodeSearch> fromText(std::string_view text);

    // Without a term, nothing is found.
    bool isEmpty() const;

    struct Found {
        std::vector<NodeId> nodes;  // in the tree's order: what is made first comes first, a scope before what is in it
        std::size_t tooHard = 0;    // names that the regular expression was given up for
        bool wasGivenUp = false;    // for so many that the rest was not looked at
    };
    // Scopes that are no operations are found by their names only. A plain text takes 20 to 30 ns a node. When stopped, what there is up to then.
    Found run(const Graph& graph, const ScopeTree& tree, std::stop_token stop = {}) const;

private:
    struct Terms;
    explicit NodeSearch(std::shared_ptr<const Terms> terms) : m_terms(std::move(terms)) {}

    std::shared_ptr<const Terms> m_terms;
};

}  // namespace namescape
