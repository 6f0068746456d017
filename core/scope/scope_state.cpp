#include "scope/scope_state.h"

namespace namescape {

namespace {

const char kStateKey = 0;

}  // namespace

ScopeState& ScopeState::of(Graph& graph) {
    auto& held = graph.extension(&kStateKey);
    if (!held) {
        auto state = std::make_shared<ScopeState>();
        state->current->settings.dataType = DataType::Float32;
        held = state;
    }
    return *static_cast<ScopeState*>(held.get());
}

int ScopeState::openCount(const std::string& scopeName) const {
    const auto found = openCounts.find(scopeName);
    return found == openCounts.end() ? 0 : found->second;
}

void ScopeState::closeSubscopes(const std::string& scopeName) {
    const std::string prefix = scopeName + '/';
    for (auto it = openCounts.lower_bound(prefix); it != openCounts.end() && it->first.starts_with(prefix);) it = openCounts.erase(it);
}

std::string ScopeState::uniqueScopeName(const std::string& prefix) const {
    const std::string full = current->name.empty() ? prefix : current->name + '/' + prefix;
    if (openCount(full) == 0) return prefix;
    int index = 1;
    while (openCount(full + '_' + std::to_string(index)) > 0) ++index;
    return prefix + '_' + std::to_string(index);
}

}  // namespace namescape
