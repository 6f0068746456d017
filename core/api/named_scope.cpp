#include "api/named_scope.h"

#include "api/convert.h"
#include "api/graph_stack.h"
#include "api/name_scope_type.h"

namespace namescape {

NamedScope::NamedScope(Api& api, const Value& name, std::string_view defaultName, std::span<const Value> values) : m_api(api), m_graph(graphFromInputs(api, values)) {
    if (&m_graph != &api.defaultGraph()) m_default = std::make_unique<DefaultGraphBlock>(api, api.pointerTo(m_graph));
    api.markOrigin(m_graph);
    m_scope.emplace(m_graph, name.isNone() ? std::string(defaultName) : scopeNameArgument(api.interpreter(), name));
}

NamedScope::~NamedScope() = default;

}  // namespace namescape
