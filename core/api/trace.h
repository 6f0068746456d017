// Records what a program does with scopes and variables while it runs, for the tables of the window.
#pragma once

#include "api/evaluation.h"
#include "scope/variable_scope.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace namescape {

class Api;
class SyntaxTree;

class Trace {
public:
    explicit Trace(Api& api) : m_api(api) {}

    struct BlockId {
        std::uint32_t block = UINT32_MAX;
        std::uint32_t run = 0;
    };

    // A block of the program has been entered, and is about to be left.
    BlockId enterBlock(ScopeBlockKind kind);
    void leaveBlock(BlockId id);

    // A variable was asked for; `storeKey` is empty for tf.Variable.
    void recordVariable(const VariablePointer& variable, const std::string& storeKey, bool wasCreated);

    // The same for what get_variable gave, parts of partitioned variables one by one.
    void recordAnswer(const VariableAnswer& answer);

    // The blocks, with what the text says of each: the `with` items that stand where the blocks were entered.
    std::vector<ScopeBlock> blocks(const SyntaxTree& tree) const;
    // The variables of a graph in order of creation.
    std::vector<VariableInfo> variables(const Graph& graph) const;

private:
    struct Asked {
        VariablePointer variable;
        std::string storeKey;
        std::vector<VariableRequest> requests;
    };

    ScopeBlockRun currentRun() const;
    void describeReuse(ScopeBlockRun& run) const;

    Api& m_api;
    std::vector<ScopeBlock> m_blocks;
    std::unordered_map<std::uint64_t, std::uint32_t> m_blockByRange;
    std::vector<BlockId> m_open;
    std::vector<Asked> m_asked;
    std::unordered_map<const Variable*, std::size_t> m_askedByVariable;
};

}  // namespace namescape
