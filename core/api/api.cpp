#include "api/api.h"

#include "api/convert.h"
#include "api/context_manager.h"
#include "api/indexed_slices.h"
#include "api/library.h"
#include "api/library_index.h"
#include "api/registration.h"
#include "api/stack_trace.h"
#include "api/tensor_library.h"
#include "api/trace.h"
#include "api/unknown_api.h"
#include "scope/partitioned_variable.h"
#include "scope/variable_scope.h"

#include <algorithm>

namespace namescape {

namespace {

// TensorFlow's exceptions and our limits, as the program sees them.
std::optional<ScriptError> translated(Interpreter& in, const std::exception& error) {
    if (const auto* limit = dynamic_cast<const OperationLimitReached*>(&error)) throw LimitReached(LimitKind::Operations, limit->operationLimit);
    const auto* own = dynamic_cast<const TensorFlowError*>(&error);
    if (!own) return std::nullopt;
    const Value type = in.getAttribute(&in.builtins(), name(own->type()));
    return in.error(*type.as<TypeObject>(), own->what());
}

}  // namespace

Api::Api(Interpreter& interpreter, std::size_t operationLimit)
    : m_interpreter(interpreter), m_operationLimit(operationLimit), m_tf(interpreter.makeModule("tensorflow")), m_trace(std::make_unique<Trace>(*this)) {
    interpreter.setErrorTranslator(translated);
    m_globalGraph = makeGraph();
    knowMissing(*m_tf, "");
    registerAll();
}

// Objects of the program may hold what refers to this, such as blocks that nobody left.
Api::~Api() {
    m_interpreter.heap().takeApart();
    m_interpreter.setWithObserver(nullptr);
}

void Api::registerAll() {
    m_interpreter.setWithObserver(m_trace.get());
    registerContextManagers(*this);
    registerUnknownApi(*this);
    registerLibrarySupport(*this);
    registerGraphs(*this);
    registerTensorLibrary(*this);
    registerCollections(*this);
    registerVariables(*this);
    registerVariableScopes(*this);
    registerControlFlow(*this);
    NativeModule(m_interpreter, *m_tf).set("__version__", m_interpreter.string("1.15.0")).set("VERSION", m_interpreter.string("1.15.0"));
    NativeModule(m_interpreter, module("compat")).set("v1", m_tf);
    m_interpreter.setUnknownModuleHook([this](Interpreter&, std::string_view name) { return importable(name); });
}

// What `import name` gives: `tensorflow` itself, one of its modules, or a stand-in for one that is not known.
Value Api::importable(std::string_view name) {
    constexpr std::string_view kRoot = "tensorflow";
    if (!name.starts_with(kRoot)) return {};
    name.remove_prefix(kRoot.size());
    if (name.empty()) return m_tf;
    if (name.front() != '.') return {};
    Value at = m_tf;
    for (name.remove_prefix(1); !name.empty();) {
        const auto dot = name.find('.');
        at = m_interpreter.getAttribute(at, name.substr(0, dot));
        name = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    }
    return at;
}

// A function, which stays once it was asked for, or a stand-in for what is not known.
std::optional<Value> Api::missing(const std::string& path, std::string_view name) {
    if (name.starts_with("__")) return std::nullopt;
    if (auto found = findOpFunction(*this, path, name)) return found;
    if (auto found = findInLibrary(*this, path, name)) {
        NativeModule(m_interpreter, module(path)).set(name, *found);
        return found;
    }
    const std::string whole = (path.empty() ? std::string() : path + '.') + std::string(name);
    if (isLibraryModule(whole) || isOpFunctionModule(whole)) return Value(&module(whole));
    return unknownApi(*this, "tf." + whole);
}

std::vector<std::string_view> missingNames(std::string_view path) {
    std::vector<std::string_view> names = opFunctionNames(path);
    const std::vector<std::string_view> library = libraryNames(path);
    names.insert(names.end(), library.begin(), library.end());
    return names;
}

void Api::knowMissing(ModuleObject& module, const std::string& path) {
    if (module.onMissing) return;
    module.onMissing = [this, path](Interpreter&, std::string_view name) { return missing(path, name); };
    module.missingNames = [path] { return missingNames(path); };
}

ModuleObject& Api::module(std::string_view path) {
    ModuleObject* at = m_tf.get();
    std::string whole;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const std::string part(path.substr(0, dot));
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
        whole += (whole.empty() ? "" : ".") + part;
        at = &NativeModule(m_interpreter, *at).module(part);
        knowMissing(*at, whole);
    }
    return *at;
}

const GraphPointer& Api::defaultGraphPointer() const {
    return m_graphStack.empty() ? m_globalGraph : m_graphStack.back();
}

GraphPointer Api::makeGraph() {
    auto graph = std::make_shared<Graph>();
    graph->setOperationLimit(m_operationLimit);
    setVariableMadeObserver(*graph, [this](const VariablePointer& variable) { m_trace->recordMade(variable); });
    setVariableAskedObserver(*graph, [this](const std::string& storeKey, const ReuseSetting& reuse) { m_trace->noteRequest(storeKey, reuse); });
    setVariableObserver(*graph, [this](const VariableAnswer& answer) { m_trace->recordAnswer(answer); });
    setOriginDescriber(*graph, [this](OriginId origin) { return stackTrace(*this, origin, TraceOrder::InnermostFirst); });
    namescape::setResourceVariables(*graph, m_resourceVariables);
    m_graphs.push_back(graph);
    return graph;
}

void Api::setResourceVariables(bool enabled) {
    m_resourceVariables = enabled;
    for (const GraphPointer& graph : m_graphs) namescape::setResourceVariables(*graph, enabled);
}

GraphPointer Api::pointerTo(const Graph& graph) const {
    return *std::ranges::find(m_graphs, &graph, &GraphPointer::get);
}

void Api::resetDefaultGraph() {
    if (!m_graphStack.empty())
        throw TensorFlowError(ErrorType::AssertionError,
                              "Do not use tf.reset_default_graph() to clear nested graphs. If you need a cleared graph, exit the nesting and create a new graph.");
    m_globalGraph = makeGraph();
}

Value Api::wrap(const std::shared_ptr<Variable>& variable) {
    TypeObject& type = variable->kind == VariableKind::Reference ? *types.referenceVariable
                       : variable->readAfter.isValid()           ? *types.unreadVariable
                                                                 : *types.resourceVariable;
    return m_interpreter.wrap<VariablePointer>(type, variable);
}

Value Api::wrap(const std::shared_ptr<PartitionedVariable>& variable) {
    return m_interpreter.wrap<std::shared_ptr<PartitionedVariable>>(*types.partitionedVariable, variable);
}

Value Api::wrap(const GraphPointer& graph) {
    return m_interpreter.wrap<GraphPointer>(*types.graph, graph);
}

Value Api::wrap(const std::shared_ptr<VariableScope>& scope) {
    return m_interpreter.wrap<VariableScopePointer>(*types.variableScope, scope);
}

Value Api::wrap(const CollectionItemPointer& item) {
    if (!item) return {};
    if (const auto variable = std::dynamic_pointer_cast<Variable>(item)) return wrap(variable);
    if (const auto partitioned = std::dynamic_pointer_cast<PartitionedVariable>(item)) return wrap(partitioned);
    if (const auto* tensor = dynamic_cast<const TensorItem*>(item.get())) return wrap(tensor->tensor);
    if (const auto* operation = dynamic_cast<const OperationItem*>(item.get())) return wrap(operation->operation);
    if (const auto* script = dynamic_cast<const ScriptItem*>(item.get())) return script->value;
    return m_interpreter.string(item->itemName().value_or(""));
}

CollectionItemPointer Api::item(const Value& value) {
    if (const auto* variable = value.as<VariablePointer>()) return *variable;
    if (const auto* partitioned = value.as<std::shared_ptr<PartitionedVariable>>()) return *partitioned;
    if (const auto* tensor = value.as<Tensor>()) return std::make_shared<TensorItem>(*tensor);
    if (const auto* operation = value.as<Operation>()) return std::make_shared<OperationItem>(*operation);
    return std::make_shared<ScriptItem>(m_interpreter, value);
}

std::optional<std::string> ScriptItem::itemName() const {
    const auto name = m_interpreter.findAttribute(value, "name");
    if (!name || !name->is<StringObject>()) return std::nullopt;
    return m_interpreter.str(*name);
}

}  // namespace namescape
