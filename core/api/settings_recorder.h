// What is in force inside blocks while a program runs: kept once, however many blocks share it.
#pragma once

#include "api/evaluation.h"
#include "graph/control_dependencies.h"
#include "scope/variable_scope.h"

#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace namescape {

class Api;

// What is in force somewhere, with what tells whether it still is.
struct InForce {
    std::uint32_t settings = 0;
    const Graph* graph = nullptr;
    const VariableScope* scope = nullptr;
    std::size_t deviceCount = 0;
    std::size_t colocationCount = 0;
    std::vector<const ControlDependencyStack::Controller*> controllers;
};

class SettingsRecorder {
public:
    // What is in force now, inside a block that has just been entered.
    InForce inForce(Api& api, const InForce& around);
    // The same outside of all blocks.
    void noteModuleLevel(InForce& moduleLevel, Api& api);
    // What `inForce` is after a call has changed its variable scope.
    std::uint32_t withScope(Api& api, const InForce& inForce, const VariableScope& scope);
    // A call that changes settings stands there.
    void noteCall(OriginId origin) { m_calls.insert(origin); }

    const std::vector<Settings>& all() const { return m_all; }

private:
    void addOfScope(Api& api, const VariableScope& scope, Settings& settings) const;
    void add(Settings& settings, SettingKind kind, OriginId origin, std::string value) const;
    void addDevices(Graph& graph, OriginId here, const InForce& around, Settings& settings) const;
    void addColocation(Graph& graph, OriginId here, const InForce& around, Settings& settings) const;
    void addControls(Graph& graph, OriginId here, const InForce& around, Settings& settings) const;
    // Adds the first `count` of a kind that were in force around.
    void inherit(const InForce& around, SettingKind kind, std::size_t count, Settings& settings) const;
    std::uint32_t numberOf(Settings settings);

    std::vector<Settings> m_all = std::vector<Settings>(1);
    std::unordered_multimap<std::size_t, std::uint32_t> m_byHash;
    std::unordered_set<OriginId> m_calls;
};

}  // namespace namescape
