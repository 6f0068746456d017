// Graphs to test and measure pictures with: nets as people build them, and the shapes that are hard to draw.
#pragma once

#include "graph/graph.h"
#include "graph/graph_scopes.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace namescape::generators {

// Adds operations with float outputs, by plain names.
class GraphMaker {
public:
    GraphMaker() : m_graph(std::make_unique<Graph>()) {}

    Graph& graph() { return *m_graph; }
    std::unique_ptr<const Graph> take() { return std::move(m_graph); }

    Tensor add(std::string_view type, std::string_view name, const std::vector<Tensor>& inputs, const Shape& shape = {-1, 64});
    Operation addWithoutOutput(std::string_view type, std::string_view name, const std::vector<Tensor>& inputs = {});
    Tensor constant(std::string_view name, std::vector<double> values, const Shape& shape);
    Tensor placeholder(std::string_view name, const Shape& shape = {-1, 784});
    // As get_variable makes it: the variable with its initializer, Assign and read below its name. Returns the read.
    Tensor variable(std::string_view name, const Shape& shape);
    // x·W + b in a scope of its own, with an activation.
    Tensor dense(std::string_view scope, Tensor input, std::int64_t units);

private:
    std::unique_ptr<Graph> m_graph;
};

using GraphPointer = std::unique_ptr<const Graph>;

GraphPointer empty();
GraphPointer single();
GraphPointer chain(std::size_t length);
// input → dense layers → loss, each in its scope: the picture that a beginner sees.
GraphPointer perceptron(std::size_t layers);
// Blocks of equal structure, each with a bypass; about 16 operations a block.
GraphPointer residualNet(std::size_t blocks);
// As residualNet, but no two blocks alike.
GraphPointer variedNet(std::size_t blocks);
// Towers that share their variables, gradients averaged, all over a few devices' worth of scopes.
GraphPointer towers(std::size_t towerCount, std::size_t layers);
// `count` operations that all feed one, and control edges from all to another.
GraphPointer hub(std::size_t count);
// Dense layers with everything that tf.train makes beside them: gradients, an optimizer, a saver, a step, summaries and what initializes.
GraphPointer training(std::size_t layers);
// `count` operations without a scope, with random edges from earlier to later ones.
GraphPointer flatScope(std::size_t count);
// As flatScope, but a few of them are used by every fourth, and one uses every tenth.
GraphPointer flatScopeWithHubs(std::size_t count);
// Unconnected variables: what a lesson about scopes often makes.
GraphPointer variablesOnly(std::size_t count);
// An operation in `depth` scopes within each other, with one operation on each level.
GraphPointer deepNesting(std::size_t depth);
// A while loop: Enter, Merge, Switch, NextIteration and back.
GraphPointer whileLoop();
// An operation that feeds itself, another that is fed twice by one, and a cycle of two.
GraphPointer oddEdges();
// No graph, but names that a file might bring: with quotes, angle brackets, ampersands, backslashes, Chinese, control characters, broken UTF-8, and one of a million characters.
std::vector<std::string> hostileNames();
// Random nested scopes and edges, cycles among them.
GraphPointer randomGraph(unsigned seed, std::size_t count);

}  // namespace namescape::generators
