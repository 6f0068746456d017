// Blocks on a graph, as RAII objects: name_scope, control_dependencies, device, colocate_with.
#pragma once

#include "graph/graph.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// Whether TensorFlow takes the text as an operation's full name, and as the name of a name scope.
bool isValidOperationName(std::string_view name);
bool isValidRootScopeName(std::string_view name);
bool isValidNestedScopeName(std::string_view name);

// Graph.name_scope: opens `name` below the current name scope, uniquified; enters it exactly when it ends in "/"; goes to the
// root when it is empty. Throws TensorFlowError (ValueError) when it is no valid scope name.
class NameScope {
public:
    NameScope(Graph& graph, std::string_view name);
    ~NameScope();
    NameScope(const NameScope&) = delete;
    NameScope& operator=(const NameScope&) = delete;

    // The scope's full name with a trailing slash; empty at the root.
    const std::string& path() const { return m_path; }

private:
    Graph& m_graph;
    std::string m_path;
    std::string m_former;
    bool m_formerWasReset = false;
    Graph::FormerOpening m_formerOpening;
};

// Graph.control_dependencies: operations made inside run after `controls`.
class ControlDependencies {
public:
    ControlDependencies(Graph& graph, std::vector<OperationId> controls);
    // control_dependencies(None): nothing from further out applies, control flow context included.
    struct Clear {};
    ControlDependencies(Graph& graph, Clear);
    ~ControlDependencies();
    ControlDependencies(const ControlDependencies&) = delete;
    ControlDependencies& operator=(const ControlDependencies&) = delete;

private:
    Graph& m_graph;
    std::shared_ptr<ControlDependencyStack::Controller> m_controller;
    ControlDependencyStack::Frames m_formerFrames;
    ControlFlowContext* m_formerContext = nullptr;
};

// tf.device.
class DeviceScope {
public:
    DeviceScope(Graph& graph, DeviceFrame frame);
    ~DeviceScope();
    DeviceScope(const DeviceScope&) = delete;
    DeviceScope& operator=(const DeviceScope&) = delete;

private:
    Graph& m_graph;
    DeviceStack m_former;
};

// Graph.colocate_with: operations made inside go where `operation` is; devices from further out do not apply.
class ColocationScope {
public:
    enum class Existing : std::uint8_t { Keep, Ignore };

    // An invalid operation with Existing::Ignore resets colocation; with Existing::Keep it is a ValueError.
    ColocationScope(Graph& graph, Operation operation, Existing existing = Existing::Keep);
    ~ColocationScope();
    ColocationScope(const ColocationScope&) = delete;
    ColocationScope& operator=(const ColocationScope&) = delete;

private:
    Graph& m_graph;
    DeviceStack m_formerDevices;
    std::vector<OperationId> m_formerStack;
};

// Operations made inside that name no colocation group of their own get this one, though no operation of that name exists yet.
class DefaultColocation {
public:
    DefaultColocation(Graph& graph, std::string_view operationName);
    ~DefaultColocation() { m_graph.exchangeDefaultColocation(std::move(m_former)); }
    DefaultColocation(const DefaultColocation&) = delete;
    DefaultColocation& operator=(const DefaultColocation&) = delete;

private:
    Graph& m_graph;
    std::vector<std::string> m_former;
};

// ops.init_scope in graph mode: out of all control dependencies and control flow, in the same name scope.
class InitScope {
public:
    explicit InitScope(Graph& graph) : m_nameScope(graph, graph.nameScope().empty() ? std::string() : graph.nameScope() + '/'), m_cleared(graph, ControlDependencies::Clear{}) {}

private:
    NameScope m_nameScope;
    ControlDependencies m_cleared;
};

}  // namespace namescape
