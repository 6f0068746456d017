#include "scope/variable_scope.h"

#include "scope/scope_state.h"

#include <utility>

namespace namescape {

namespace {

// An inner custom getter calls the outer one in place of the store.
CustomGetter wrapped(const CustomGetter& inner, const std::optional<CustomGetter>& outer) {
    if (!outer) return inner;
    return {[inner, outer = *outer](const VariableGetter& getter, const GetVariableRequest& request) {
                return inner.function([&](const GetVariableRequest& changed) { return outer.function(getter, changed); }, request);
            },
            nullptr};
}

void applySettings(ScopeSettings& target, const ScopeSettings& given) {
    const auto take = [&](auto ScopeSettings::* setting, OriginId SettingOrigins::* origin) {
        if (!(given.*setting)) return;
        target.*setting = given.*setting;
        target.origins.*origin = given.origins.*origin;
    };
    take(&ScopeSettings::initializer, &SettingOrigins::initializer);
    take(&ScopeSettings::regularizer, &SettingOrigins::regularizer);
    take(&ScopeSettings::partitioner, &SettingOrigins::partitioner);
    take(&ScopeSettings::useResource, &SettingOrigins::useResource);
    if (given.cachingDevice) target.cachingDeviceToken = given.cachingDeviceToken;
    take(&ScopeSettings::cachingDevice, &SettingOrigins::cachingDevice);
    if (given.customGetter) {
        target.customGetter = wrapped(*given.customGetter, target.customGetter);
        target.getters.insert(target.getters.end(), given.getters.begin(), given.getters.end());
    }
    if (given.dataType.isValid() || given.dataTypeToken) {
        target.dataType = given.dataType;
        target.dataTypeToken = given.dataTypeToken;
        target.origins.dataType = given.origins.dataType;
    }
}

// A constraint is not inherited, neither from outer scopes nor from a scope object.
void setConstraint(ScopeSettings& target, const ScopeSettings& given) {
    target.constraint = given.constraint;
    target.origins.constraint = given.origins.constraint;
}

std::string lastComponent(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

bool isInForce(std::optional<Reuse> reuse) {
    return reuse && *reuse != Reuse::False;
}

}  // namespace

// A variable_scope without its name scope (TensorFlow's _pure_variable_scope).
class VariableScopeContext::Pure {
public:
    Pure(Graph& graph, const VariableScopeOptions& options, std::string name, std::string nameScope)
        : m_graph(graph), m_options(options), m_name(std::move(name)), m_nameScope(std::move(nameScope)) {
        if (const auto* object = std::get_if<VariableScopePointer>(&options.nameOrScope)) m_object = scopeFromObject(**object);
    }

    VariableScopePointer enter() {
        ScopeState& state = ScopeState::of(m_graph);
        m_former.push_back({state.current, {}});
        VariableScopePointer entered = m_object ? m_object : scopeFromString(*state.current);
        ++state.openCounts[entered->name];
        if (m_object) m_former.back().openCounts = state.openCounts;
        m_opened = entered;
        state.current = entered;
        return entered;
    }

    void exit() {
        ScopeState& state = ScopeState::of(m_graph);
        if (state.current != m_opened) throw TensorFlowError(ErrorType::RuntimeError, "Improper nesting of variable_scope.");
        Former former = std::move(m_former.back());
        m_former.pop_back();
        if (m_object) state.openCounts = std::move(former.openCounts);
        else state.closeSubscopes(m_opened->name);
        state.current = std::move(former.scope);
    }

private:
    struct Former {
        VariableScopePointer scope;
        std::map<std::string, int> openCounts;
    };

    // The jump: the object's own name and settings, whatever scope is current.
    VariableScopePointer scopeFromObject(const VariableScope& object) const {
        auto scope = std::make_shared<VariableScope>(object);
        setConstraint(scope->settings, m_options.settings);
        applySettings(scope->settings, m_options.settings);
        if (isInForce(m_options.reuse)) scope->reuse = {*m_options.reuse, ReuseSetting::Source::Given, m_options.origin};
        else scope->reuse.source = ReuseSetting::Source::FromObject;
        return scope;
    }

    VariableScopePointer scopeFromString(const VariableScope& outer) const {
        auto scope = std::make_shared<VariableScope>();
        scope->name = outer.name.empty() ? m_name : outer.name + '/' + m_name;
        scope->originalNameScope = m_nameScope;
        scope->settings = outer.settings;
        setConstraint(scope->settings, m_options.settings);
        applySettings(scope->settings, m_options.settings);
        scope->reuse = outer.reuse;
        if (outer.reuse.value != Reuse::False) scope->reuse.source = ReuseSetting::Source::Inherited;
        if (isInForce(m_options.reuse)) scope->reuse = {*m_options.reuse, ReuseSetting::Source::Given, m_options.origin};
        return scope;
    }

    Graph& m_graph;
    VariableScopeOptions m_options;
    std::string m_name;
    std::string m_nameScope;
    VariableScopePointer m_object;  // set when a scope object is entered: one copy for all entries
    VariableScopePointer m_opened;
    std::vector<Former> m_former;
};

VariableScopePointer currentVariableScope(Graph& graph) {
    return ScopeState::of(graph).current;
}

const VariableScope& rootVariableScope(Graph& graph) {
    return *ScopeState::of(graph).root;
}

std::string uniqueVariableScopeName(Graph& graph, const std::string& prefix) {
    return ScopeState::of(graph).uniqueScopeName(prefix);
}

VariableScopeContext::VariableScopeContext(Graph& graph, VariableScopeOptions options) : m_graph(graph), m_options(std::move(options)) {
    if (std::holds_alternative<std::monostate>(m_options.nameOrScope) && !m_options.defaultName)
        throw TensorFlowError(ErrorType::TypeError, "If default_name is None then name_or_scope is required");
}

VariableScopeContext::~VariableScopeContext() = default;

void VariableScopeContext::openNameScope(std::string_view name) {
    m_nameScopes.push_back(std::make_unique<NameScope>(m_graph, name));
    m_nameScopeToOpen = std::string(name);
}

VariableScopePointer VariableScopeContext::enter() {
    if (!m_pure) return enterAnew();
    if (m_nameScopeToOpen) m_nameScopes.push_back(std::make_unique<NameScope>(m_graph, *m_nameScopeToOpen));
    return m_pure->enter();
}

VariableScopePointer VariableScopeContext::enterAnew() {
    const bool isDefault = std::holds_alternative<std::monostate>(m_options.nameOrScope);
    if (isDefault && isInForce(m_options.reuse)) throw TensorFlowError(ErrorType::ValueError, "reuse=True cannot be used without a name_or_scope");
    const auto* object = std::get_if<VariableScopePointer>(&m_options.nameOrScope);
    const std::string scopeName = isDefault ? *m_options.defaultName : object ? (*object)->name : std::get<std::string>(m_options.nameOrScope);
    const std::string ownNameScope = object ? lastComponent(scopeName) : scopeName;

    if (!m_options.auxiliaryNameScope) openNameScope(m_graph.nameScope().empty() ? "" : m_graph.nameScope() + '/');
    else if (isDefault || !ownNameScope.empty()) openNameScope(ownNameScope);
    // The root scope opened by its object, or by an empty name, opens no name scope of its own.
    const std::string path = m_nameScopes.empty() ? std::string() : m_nameScopes.back()->path();
    const std::string name = isDefault ? ScopeState::of(m_graph).uniqueScopeName(scopeName) : scopeName;
    auto pure = std::make_unique<Pure>(m_graph, m_options, name, path);
    auto entered = pure->enter();
    m_pure = std::move(pure);
    return entered;
}

void VariableScopeContext::exit() {
    struct CloseNameScope {
        VariableScopeContext& context;
        ~CloseNameScope() {
            if (context.m_nameScopeToOpen && !context.m_nameScopes.empty()) context.m_nameScopes.pop_back();
        }
    } closing{*this};
    if (m_pure) m_pure->exit();
}

VariableScopeBlock::VariableScopeBlock(Graph& graph, std::string name, std::optional<Reuse> reuse, ScopeSettings settings)
    : m_context(graph, {std::move(name), {}, reuse, std::move(settings), true, graph.currentOrigin()}), m_scope(m_context.enter()) {}

VariableScopeBlock::VariableScopeBlock(Graph& graph, VariableScopePointer scope, std::optional<Reuse> reuse, ScopeSettings settings)
    : m_context(graph, {std::move(scope), {}, reuse, std::move(settings), true, graph.currentOrigin()}), m_scope(m_context.enter()) {}

// A scope that was left open inside is a mistake that a destructor cannot tell of.
VariableScopeBlock::~VariableScopeBlock() {
    try {
        m_context.exit();
    } catch (const TensorFlowError&) {
    }
}

}  // namespace namescape
