#include "graph/graph_scopes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace namescape {

namespace {

bool isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr auto kIsNameCharacter = [] {
    std::array<bool, 256> is{};
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-/")) is[static_cast<unsigned char>(c)] = true;
    return is;
}();

}  // namespace

// TensorFlow's pattern, for operations and root scopes: a letter, digit or dot, then also any of _ - /
bool isValidOperationName(std::string_view name) {
    return !name.empty() && (isAlphanumeric(name[0]) || name[0] == '.') && isValidNestedScopeName(name.substr(1));
}

bool isValidRootScopeName(std::string_view name) {
    return isValidOperationName(name);
}

bool isValidNestedScopeName(std::string_view name) {
    return std::ranges::all_of(name, [](char c) { return kIsNameCharacter[static_cast<unsigned char>(c)]; });
}

NameScope::NameScope(Graph& graph, std::string_view name) : m_graph(graph) {
    if (name.empty()) {
        m_former = graph.exchangeNameScope({});
        m_formerWasReset = graph.exchangeNameScopeWasReset(true);
        m_formerOpening = graph.openNameScope(NameScopeOpening::Kind::Root, false);
        return;
    }
    const bool isValid = graph.nameScope().empty() ? isValidRootScopeName(name) : isValidNestedScopeName(name);
    if (!isValid) throw TensorFlowError(ErrorType::ValueError, "'" + std::string(name) + "' is not a valid scope name");
    const bool isExact = name.ends_with('/');
    std::string scope = isExact ? std::string(name.substr(0, name.size() - 1)) : graph.uniqueName(name);
    m_path = scope + '/';
    const bool stays = isExact && scope == graph.nameScope();
    m_former = graph.exchangeNameScope(std::move(scope));
    m_formerWasReset = graph.exchangeNameScopeWasReset(false);
    m_formerOpening = graph.openNameScope(isExact ? NameScopeOpening::Kind::Entered : NameScopeOpening::Kind::Made, stays);
}

NameScope::~NameScope() {
    m_graph.exchangeNameScope(std::move(m_former));
    m_graph.exchangeNameScopeWasReset(m_formerWasReset);
    m_graph.closeNameScope(m_formerOpening);
}

ControlDependencies::ControlDependencies(Graph& graph, std::vector<OperationId> controls)
    : m_graph(graph), m_controller(std::make_shared<ControlDependencyStack::Controller>()) {
    m_controller->controls = std::move(controls);
    graph.controlDependencies().push(m_controller);
}

ControlDependencies::ControlDependencies(Graph& graph, Clear) : m_graph(graph), m_controller(std::make_shared<ControlDependencyStack::Controller>()) {
    m_controller->clearsOuter = true;
    m_formerFrames = graph.controlDependencies().exchange({});
    m_formerContext = graph.exchangeControlFlowContext(nullptr);
    graph.controlDependencies().push(m_controller);
}

ControlDependencies::~ControlDependencies() {
    m_graph.controlDependencies().remove(m_controller.get());
    if (!m_controller->clearsOuter) return;
    m_graph.controlDependencies().exchange(std::move(m_formerFrames));
    m_graph.exchangeControlFlowContext(m_formerContext);
}

DeviceScope::DeviceScope(Graph& graph, DeviceFrame frame) : m_graph(graph), m_former(graph.devices()) {
    graph.devices().push_back(std::move(frame));
}

DeviceScope::~DeviceScope() {
    m_graph.devices() = std::move(m_former);
}

ColocationScope::ColocationScope(Graph& graph, Operation operation, Existing existing) : m_graph(graph) {
    if (!operation.isValid() && existing == Existing::Keep)
        throw TensorFlowError(ErrorType::ValueError, "Trying to reset colocation (op is None) but ignore_existing is not True");
    m_formerDevices = std::exchange(graph.devices(), {});
    m_formerStack = graph.colocationStack();
    if (existing == Existing::Ignore) graph.colocationStack().clear();
    if (operation.isValid()) graph.colocationStack().push_back(operation.id());
}

DefaultColocation::DefaultColocation(Graph& graph, std::string_view operationName)
    : m_graph(graph), m_former(graph.exchangeDefaultColocation({"loc:@" + std::string(operationName)})) {}

ColocationScope::~ColocationScope() {
    m_graph.devices() = std::move(m_formerDevices);
    m_graph.colocationStack() = std::move(m_formerStack);
}

}  // namespace namescape
