// Variable scopes: the prefix of get_variable's names, the reuse flag, and defaults for the variables made inside.
#pragma once

#include "graph/graph_scopes.h"
#include "scope/initializer.h"
#include "scope/partitioned_variable.h"
#include "scope/variable.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace namescape {

// Whether get_variable makes variables, must find them, or does either.
enum class Reuse : std::uint8_t { False, True, Auto };

// A scope's reuse flag with where it comes from.
struct ReuseSetting {
    enum class Source : std::uint8_t { Default, Given, Inherited, FromObject, ReuseVariablesCall };

    Reuse value = Reuse::False;
    Source source = Source::Default;
    OriginId origin = 0;  // of the block or call that set the value
};

// Adds a loss for a new variable; null where there is none. Without a function: given, to have no loss.
struct Regularizer {
    std::function<CollectionItemPointer(Graph&, const VariablePointer&)> function;
    Token token;
};

struct GetVariableRequest;
// What get_variable gives: a Variable, a PartitionedVariable, or whatever a custom getter returns.
using VariableGetter = std::function<CollectionItemPointer(const GetVariableRequest&)>;

// Stands between get_variable and the store: may change the request, or what comes back.
struct CustomGetter {
    std::function<CollectionItemPointer(const VariableGetter& getter, const GetVariableRequest&)> function;
    Token token;
};

// Who has set each setting of a scope; 0: nobody.
struct SettingOrigins {
    OriginId initializer = 0;
    OriginId regularizer = 0;
    OriginId cachingDevice = 0;
    OriginId partitioner = 0;
    OriginId dataType = 0;
    OriginId useResource = 0;
    OriginId constraint = 0;
};

// One of the custom getters that a scope has composed.
struct GetterInForce {
    Token token;
    OriginId origin = 0;
};

// The defaults that a scope holds. Not given: nothing is set.
struct ScopeSettings {
    std::optional<Initializer> initializer;
    std::optional<Regularizer> regularizer;
    CachingDevice cachingDevice;
    Token cachingDeviceToken;
    std::optional<Partitioner> partitioner;
    std::optional<CustomGetter> customGetter;
    DataType dataType;    // Invalid: not given, or something that is no data type
    Token dataTypeToken;  // as the program gave it
    std::optional<bool> useResource;
    Token constraint;
    SettingOrigins origins;
    std::vector<GetterInForce> getters;  // from the outside in
};

// The arguments of get_variable. Those not given come from the scope.
struct GetVariableRequest {
    std::optional<std::string> name;
    std::optional<Shape> shape;
    DataType dataType;  // Invalid: not given
    std::optional<Initializer> initializer;
    std::optional<Regularizer> regularizer;
    std::optional<Reuse> reuse;
    std::optional<bool> trainable;
    std::optional<std::vector<std::string>> collections;
    CachingDevice cachingDevice;
    Token cachingDeviceToken;
    std::optional<Partitioner> partitioner;
    bool validateShape = true;
    std::optional<bool> useResource;
    std::optional<CustomGetter> customGetter;
    Token constraint;
    Synchronization synchronization = Synchronization::Auto;
    Aggregation aggregation = Aggregation::None;
    Token shapeToken;
    Token collectionsToken;
    std::function<void(const VariableOptions&)> checkArguments;
    std::string dataTypeText;       // as the program wrote it, for a message
    bool isShapeSequence = true;    // a list or tuple; an empty one is not partitioned, unlike a TensorShape
};

class VariableScope;
using VariableScopePointer = std::shared_ptr<VariableScope>;

// tf.VariableScope. Opening a scope makes a new object; scopes opened inside copy its settings.
class VariableScope {
public:
    std::string name;  // full, without slashes at the ends: "foo/bar"
    std::string originalNameScope;
    ReuseSetting reuse;
    ScopeSettings settings;

    // scope.reuse_variables(): from here on, variables must be found.
    void reuseVariables(OriginId origin) { reuse = {Reuse::True, ReuseSetting::Source::ReuseVariablesCall, origin}; }
};

// The scope in force on a graph (tf.get_variable_scope()); never null.
VariableScopePointer currentVariableScope(Graph& graph);
// The one that is in force outside of all blocks; lives as long as the graph.
const VariableScope& rootVariableScope(Graph& graph);

// `prefix` with the first suffix under which no variable scope was opened in the current one: how default names are made unique.
std::string uniqueVariableScopeName(Graph& graph, const std::string& prefix);

// tf.get_variable in the current variable scope. Throws TensorFlowError with TensorFlow 1.15's words
// (python/ops/variable_scope.py) when the variable exists, does not exist, or does not match.
CollectionItemPointer getVariable(Graph& graph, const GetVariableRequest& request);
// The same, in a scope that need not be open (scope.get_variable).
CollectionItemPointer getVariable(Graph& graph, const VariableScope& scope, const GetVariableRequest& request);
// The common case; `shape` as Shape{2, 3}, default initializer unless one is given.
VariablePointer getVariable(Graph& graph, std::string_view name, const Shape& shape, std::optional<Initializer> initializer = {});

// Told about each variable that an answered get_variable took from the store, and about its answer: who asked for which variable is known nowhere else.
struct VariableAnswer {
    std::string storeKey;
    CollectionItemPointer variable;
    bool wasCreated = false;
    ReuseSetting reuse;
};
using VariableObserver = std::function<void(const VariableAnswer&)>;
void setVariableObserver(Graph& graph, VariableObserver observer);
// Told about each get_variable before it is looked up.
using VariableAskedObserver = std::function<void(const std::string& storeKey, const ReuseSetting& reuse)>;
void setVariableAskedObserver(Graph& graph, VariableAskedObserver observer);
// Writes the place where something was made as a stack trace, for "Originally defined at".
using OriginDescriber = std::function<std::string(OriginId)>;
void setOriginDescriber(Graph& graph, OriginDescriber describer);
// Where the stored variable of that full name was made; nothing when there is none.
std::optional<OriginId> originOfVariable(Graph& graph, std::string_view storeKey);

// The arguments of tf.variable_scope.
struct VariableScopeOptions {
    std::variant<std::monostate, std::string, VariableScopePointer> nameOrScope;
    std::optional<std::string> defaultName;
    std::optional<Reuse> reuse;  // False means the same as not given: inherited
    ScopeSettings settings;
    bool auxiliaryNameScope = true;
    OriginId origin = 0;
};

// One `with tf.variable_scope(…)` block: entered and left, possibly several times. Python's context manager needs this form;
// C++ programs use VariableScopeBlock.
class VariableScopeContext {
public:
    // Throws TensorFlowError on contradictory arguments.
    VariableScopeContext(Graph& graph, VariableScopeOptions options);
    ~VariableScopeContext();
    VariableScopeContext(const VariableScopeContext&) = delete;
    VariableScopeContext& operator=(const VariableScopeContext&) = delete;

    VariableScopePointer enter();
    // Throws TensorFlowError (RuntimeError) when another scope was left open.
    void exit();

private:
    class Pure;

    void openNameScope(std::string_view name);
    VariableScopePointer enterAnew();

    Graph& m_graph;
    VariableScopeOptions m_options;
    std::optional<std::string> m_nameScopeToOpen;  // what is opened again on each entry; nothing for the root scope
    std::vector<std::unique_ptr<NameScope>> m_nameScopes;
    std::unique_ptr<Pure> m_pure;  // kept from the first entry on, with the name found then
};

// A variable_scope as a C++ block: open while the object lives.
class VariableScopeBlock {
public:
    VariableScopeBlock(Graph& graph, std::string name, std::optional<Reuse> reuse = {}, ScopeSettings settings = {});
    VariableScopeBlock(Graph& graph, VariableScopePointer scope, std::optional<Reuse> reuse = {}, ScopeSettings settings = {});
    ~VariableScopeBlock();

    const VariableScope& scope() const { return *m_scope; }
    const VariableScopePointer& pointer() const { return m_scope; }

private:
    VariableScopeContext m_context;
    VariableScopePointer m_scope;
};

}  // namespace namescape
