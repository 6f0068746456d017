// `with ops.name_scope(name, default_name, values) as name:` as the functions of TensorFlow's library open it.
#pragma once

#include "api/api.h"
#include "graph/graph_scopes.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace namescape {

class DefaultGraphBlock;

// Makes the values' graph the default one and opens the name scope `name`, or where that is None `defaultName`.
class NamedScope {
public:
    NamedScope(Api& api, const Value& name, std::string_view defaultName, std::span<const Value> values = {});
    ~NamedScope();
    NamedScope(const NamedScope&) = delete;
    NamedScope& operator=(const NamedScope&) = delete;

    // With a slash at its end, so that an operation of that name gets exactly it; empty at the root.
    const std::string& path() const { return m_scope->path(); }
    // The same for functions that take a name.
    Value name() const { return m_api.interpreter().string(path()); }
    Graph& graph() const { return m_graph; }

private:
    Api& m_api;
    Graph& m_graph;
    std::unique_ptr<DefaultGraphBlock> m_default;
    std::optional<NameScope> m_scope;
};

}  // namespace namescape
