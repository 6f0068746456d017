// Makes a graph of NodeDefs in two walks: first all names, then what they have as inputs, which may come later in the file.
#pragma once

#include "graph/graph.h"
#include "graph_file/graph_file_limits.h"
#include "graph_file/output_rules.h"
#include "graph_file/undecoded_nodes.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace namescape {

// What is odd about a graph, said once for each name.
struct NodeProblem {
    std::uint64_t offset = 0;  // of the first node that shows it
    std::string message;
};

class NodeLoader {
public:
    NodeLoader(const std::shared_ptr<const FileBytes>& file, const GraphFileLimits& limits);

    Graph& graph() { return *m_graph; }
    OutputRules& rules() { return m_rules; }
    void reserve(std::size_t nodes);

    // A NodeDef that begins at `offset` of the file; it must stay in sight until the end. What is wrong with it, where it can't be taken.
    std::optional<std::string> add(std::string_view nodeDef, std::uint64_t offset);
    // An operation that is no NodeDef: a function's argument or result.
    void add(std::string_view name, std::string_view type, std::span<const std::string_view> inputs, std::span<const OutputSpec> outputs);
    std::size_t count() const { return m_nodes.size(); }
    // The limit that an operation was refused for.
    std::optional<GraphFileLimit> hitLimit() const { return m_hitLimit; }

    // Resolves the inputs.
    std::shared_ptr<Graph> finish();
    // Dangling inputs and duplicates, after finish(): the first ones, and how many there are.
    const std::vector<NodeProblem>& problems() const { return m_problems; }
    std::size_t problemCount() const { return m_problemCount; }

private:
    struct Missing {
        std::string_view name;
        std::uint32_t users = 0;
        std::uint32_t outputs = 0;
        OperationId firstUser;
    };

    // An input as it is written, taken apart.
    struct Reference {
        std::string_view operation;
        std::uint32_t output = 0;
    };

    std::optional<std::string> checkLimits(std::string_view name);
    void readAttribute(std::string_view entry);
    void setColocation(OperationId id);
    Reference parse(std::string_view text);
    Reference parseFunctionReference(std::string_view text, std::size_t firstColon);
    std::optional<OperationId> find(std::string_view name);
    OperationId resolve(std::string_view name, std::uint32_t outputs, OperationId user);
    void loadInputs(OperationId id);
    void widenOutputs();
    void addMissing();
    void reportDuplicates();
    bool isWorthReporting();
    void report(OperationId at, std::string message);

    std::shared_ptr<Graph> m_graph;
    std::shared_ptr<const FileBytes> m_file;
    GraphFileLimits m_limits;
    OutputRules m_rules;

    std::vector<FileRange> m_nodes;
    std::vector<std::string_view> m_views;          // of the nodes
    std::vector<std::string_view> m_inputTexts;     // of all nodes, in order
    std::vector<std::uint64_t> m_inputEnds;         // by node
    std::vector<OperationId> m_duplicates;
    std::string_view m_previousName;
    std::uint64_t m_scopes = 0;
    std::optional<GraphFileLimit> m_hitLimit;

    std::vector<MapEntry> m_attributes;             // of the node in hand
    std::array<OperationId, 4096> m_recent{};       // by hash of their names
    std::vector<TensorId> m_inputs;
    std::vector<OperationId> m_controls;

    std::unordered_map<std::string_view, std::uint32_t> m_missingIds;
    std::vector<Missing> m_missing;
    std::unordered_map<std::uint32_t, std::uint32_t> m_wantedOutputs;  // of operations that are known to have fewer
    std::vector<NodeProblem> m_problems;
    std::size_t m_problemCount = 0;
};

}  // namespace namescape
