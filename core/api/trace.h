// Records what a program does with scopes and variables while it runs, for the tables of the window.
#pragma once

#include "api/evaluation.h"
#include "api/settings_recorder.h"
#include "scope/variable_scope.h"
#include "script/interpreter.h"

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

namespace namescape {

class Api;
class SyntaxTree;

class Trace : public WithObserver {
public:
    explicit Trace(Api& api) : m_api(api) {}

    using BlockId = BlockRunId;

    // A block of the program has been entered, and is about to be left.
    BlockId enterBlock(ScopeBlockKind kind, ScopeNameSource source = ScopeNameSource::Name);
    void leaveBlock(BlockId id);
    // A call has changed a scope's settings or reuse flag.
    void noteSettingCall(const VariableScope& scope);

    // `with` items whose context manager is the program's own, or Python's, are blocks as well.
    std::uint64_t enteringWith() override { return m_entered; }
    void enteredWith(std::uint64_t mark, const Object* exit) override;
    void leavingWith(const Object* exit) override;

    // A variable is about to be asked for with this reuse in force: what is known of the request that an error ends.
    void noteRequest(const std::string& storeKey, const ReuseSetting& reuse) { m_lastAttempt = {storeKey, currentRequest(reuse)}; }
    const std::optional<VariableAttempt>& lastAttempt() const { return m_lastAttempt; }

    // A variable was made, be it for tf.Variable or for get_variable.
    void recordMade(const VariablePointer& variable);
    // What get_variable gave, parts of partitioned variables one by one.
    void recordAnswer(const VariableAnswer& answer);

    // The blocks, with what the text says of each: the `with` items that stand where the blocks were entered.
    std::vector<ScopeBlock> blocks(const SyntaxTree& tree) const;
    // The variables of a graph in order of creation.
    std::vector<VariableInfo> variables(const Graph& graph) const;
    const std::vector<Settings>& settings() const { return m_settings.all(); }
    const std::vector<SettingsChange>& settingsChanges() const { return m_changes; }

private:
    struct Open {
        BlockId id;
        std::uint64_t number = 0;      // counts all that were ever entered
        const Object* exit = nullptr;  // of enteredWith()
        InForce inForce;
    };

    struct Asked {
        VariablePointer variable;
        std::string storeKey;
        std::vector<VariableRequest> requests;
    };

    void recordVariable(const VariablePointer& variable, const std::string& storeKey, const VariableRequest& request);
    BlockId pushBlock(ScopeBlockKind kind, const Object* exit);
    ScopeBlockRun* runOf(BlockId id);
    ScopeBlockRun currentRun() const;
    void describeReuse(ScopeBlockRun& run) const;
    VariableRequest currentRequest(const ReuseSetting& reuse) const;

    Api& m_api;
    std::vector<ScopeBlock> m_blocks;
    std::unordered_map<std::uint64_t, std::uint32_t> m_blockByRange;
    std::vector<Open> m_open;
    std::uint64_t m_entered = 0;
    SettingsRecorder m_settings;
    InForce m_moduleLevel;
    std::vector<SettingsChange> m_changes;
    std::vector<Asked> m_asked;
    std::unordered_map<const Variable*, std::size_t> m_askedByVariable;
    std::optional<VariableAttempt> m_lastAttempt;
};

}  // namespace namescape
