// Model Explorer's JSON: graphs of nodes, as they stand there.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace namescape {

using ModelExplorerAttributes = std::vector<std::pair<std::string, std::string>>;

struct ModelExplorerEdge {
    std::string sourceNode, sourceOutput, targetInput;
};

struct ModelExplorerOutput {
    std::string id;
    ModelExplorerAttributes attributes;
};

struct ModelExplorerNode {
    std::string id, label, space;  // `space`: the scopes around it, "a/b"
    ModelExplorerAttributes attributes;
    std::vector<ModelExplorerEdge> incoming;
    std::vector<ModelExplorerOutput> outputs;
    std::vector<std::string> subgraphs;  // ids of graphs that say what is inside
    std::uint64_t offset = 0;            // in the text
};

struct ModelExplorerGraph {
    std::string id;
    std::vector<ModelExplorerNode> nodes;
};

struct ModelExplorerFile {
    std::vector<ModelExplorerGraph> graphs;
    std::optional<std::uint64_t> errorAt;  // offset in the text; what came before counts
    std::string error;
};

// A collection of graphs ("graphs", or, as adapters have it, "subgraphs"), several such, or one graph alone. However deeply the text is
// nested, what is of no use here is stepped over. Reads up to `mostNodes` nodes and one more.
ModelExplorerFile readModelExplorer(std::string_view text, std::uint64_t mostNodes, const std::stop_token& stop);

}  // namespace namescape
