#include "ops/operations.h"
#include "scope/variable_scope.h"

#include <cstdio>
#include <string>

using namespace namescape;

// Called twice, it makes its weights once: the second call finds what the first one made.
Tensor tower(Graph& graph, Tensor input) {
    const VariableScopeBlock net(graph, "net", Reuse::Auto);
    const NameScope hidden(graph, "hidden");
    const VariablePointer weights = getVariable(graph, "weights", Shape{4, 2}, zerosInitializer());
    return ops::matmul(input, weights->value());
}

int main() {
    Graph graph;
    const Tensor input = ops::placeholder(graph, DataType::Float32, Shape{Shape::kUnknownSize, 4}, "input");
    tower(graph, input);
    tower(graph, input);
    for (std::uint32_t i = 0; i < graph.operationCount(); ++i)
        std::puts(std::string(graph.operationName({i})).c_str());
}
