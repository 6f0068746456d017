#include "explain/mistake.h"

#include "explain/call_edits.h"
#include "explain/explanation_text.h"
#include "explain/name_explainer.h"
#include "graph/graph_scopes.h"
#include "script/nearest_name.h"
#include "support/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace namescape {

namespace {

constexpr int kReusePosition = 9;  // among variable_scope's arguments

// What stands between two fixed texts of a message; nothing where it does not begin with the first or lacks the second.
std::optional<std::string> between(std::string_view message, std::string_view before, std::string_view after) {
    if (!message.starts_with(before)) return std::nullopt;
    message.remove_prefix(before.size());
    const auto end = after.empty() ? message.size() : message.find(after);
    if (end == std::string_view::npos) return std::nullopt;
    return std::string(message.substr(0, end));
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool isText(const Expression* expression) {
    return expression && expression->kind == ExpressionKind::String;
}

std::string_view textOf(const Expression& expression) {
    return as<StringExpression>(expression).value;
}

class MistakeExplainer {
public:
    MistakeExplainer(const Evaluation& evaluation, const NameExplainer& explainer, Diagnostic& diagnostic)
        : m_evaluation(evaluation), m_explainer(explainer), m_program(explainer.program()), m_diagnostic(diagnostic), m_call(m_program.callAt(diagnostic.range)) {}

    void explainError(const ProgramError& error) {
        m_range = m_evaluation.rangeOf(error.origin);
        if (const CallExpression* call = m_program.callAt(m_range)) m_call = call;
        if (m_evaluation.lastAttempt && m_evaluation.lastAttempt->request.origin == error.origin) m_attempt = &*m_evaluation.lastAttempt;
        explainMessage(error.message, error.suggestion);
    }

    // A name of TensorFlow's that nobody knows: the one that was probably meant is told with it.
    void explainUnknownApi() {
        if (m_diagnostic.arguments.size() < 2 || m_diagnostic.arguments[1].empty()) return;
        const std::string& path = m_diagnostic.arguments[0];
        const std::string wrong = path.substr(path.rfind('.') + 1);
        for (const Expression* expression : m_program.expressions()) {
            const bool isInside = m_diagnostic.range.begin <= expression->range.begin && expression->range.end <= m_diagnostic.range.end;
            if (!isInside || expression->kind != ExpressionKind::Attribute) continue;
            const SourceRange name = as<AttributeExpression>(*expression).attributeRange;
            if (m_program.text(name) != wrong) continue;
            addFix("Write '" + m_diagnostic.arguments[1] + "'", {name, m_diagnostic.arguments[1]});
            return;
        }
    }

private:
    void explainMessage(std::string_view message, const std::string& suggestion) {
        if (const auto name = between(message, "Variable ", " already exists, disallowed.")) return explainExisting(*name);
        if (const auto name = between(message, "Partitioned variable with name ", " already exists.")) return explainExisting(*name);
        if (const auto name = between(message, "Variable ", " does not exist, or was not created with tf.get_variable().")) return explainMissing(*name);
        if (const auto name = between(message, "PartitionedVariable ", " does not exist, or was not created with tf.get_variable().")) return explainMissing(*name);
        if (const auto name = between(message, "Trying to share variable ", ", but specified ")) return explainMismatch(*name, message);
        if (const auto name = between(message, "Trying to reuse partitioned variable ", ", but specified ")) return explainMismatch(*name, message);
        if (const auto name = between(message, "'", "' is not a valid scope name")) return explainInvalidName(*name);
        if (const auto name = between(message, "'", "' is not a valid node name")) return explainInvalidName(*name);
        if (const auto name = between(message, "Duplicate node name in graph: '", "'")) return explainDuplicate(*name);
        if (message == "reuse=True cannot be used without a name_or_scope") return explainReuseWithoutName();
        if (message.starts_with("At least one of name (None) and default_name (None)")) return explainScopeWithoutName();
        if (message.starts_with("`default_name` type (")) return explainValuesAsDefaultName();
        if (message == "If default_name is None then name_or_scope is required") return explainVariableScopeWithoutName();
        if (message == "The reuse parameter must be True or False or None.") return explainReuseValue();
        if (message.starts_with("The auxiliary_name_scope must be `True` or `False`")) return explainAuxiliaryNameScope();
        if (message.starts_with("VariableScope: name_or_scope must be a string or VariableScope.")) return explainScopeType();
        if (message == "If initializer is a constant, do not specify shape.") return explainConstantWithShape();
        if (message.starts_with("The initializer passed is not valid.")) return explainMissingShape();
        if (message.starts_with("Initializer type '") && contains(message, "and explicit dtype '")) return explainInitializerType();
        if (message.starts_with("No partitioner was provided, but a partitioned version")) return explainPartitionerMismatch();
        if (message.starts_with("Trainable variable created when calling a template after the first time")) return explainTemplate();
        if (contains(message, "refers to an Operation not in the graph.") || contains(message, "does not exist in the graph.")) return explainLookup(message);
        if (contains(message, "refers to an Operation, not a Tensor.")) return explainOperationForTensor(message);
        if (contains(message, "appears to refer to a Tensor, not a Operation.")) return explainTensorForOperation(message);
        if (contains(message, "unexpected keyword argument '") || contains(message, "is an invalid keyword argument for ")) return explainKeyword(message, suggestion);
    }

    // --- What is said

    void say(const std::string& sentence) {
        if (!m_diagnostic.note.empty()) m_diagnostic.note += "; ";
        m_diagnostic.note += sentence;
    }

    void relate(SourceRange range, const std::string& message) {
        if (range.begin < range.end && range != m_diagnostic.range) m_diagnostic.related.push_back({range, message});
    }

    void addFix(const std::string& title, TextEdit edit) { m_diagnostic.fixes.push_back({title, {std::move(edit)}}); }
    void addFix(const std::string& title, std::optional<TextEdit> edit) {
        if (edit) addFix(title, std::move(*edit));
    }

    std::uint32_t lineOf(SourceRange range) const { return m_program.line(range); }

    // The edit that gives a variable_scope another `reuse`.
    TextEdit setReuse(const CallExpression& scope, std::string_view value) const { return setArgument(m_program, scope, "reuse", kReusePosition, value); }

    // --- What is known

    const VariableInfo* variableWithKey(std::string_view key) const {
        for (const EvaluatedGraph* graph : graphs())
            for (const VariableInfo& variable : graph->variables)
                if (variable.storeKey == key || variable.storeKey == std::string(key) + "/part_0") return &variable;
        return nullptr;
    }

    std::vector<const EvaluatedGraph*> graphs() const {
        std::vector<const EvaluatedGraph*> all{&m_evaluation.main};
        for (const EvaluatedGraph& other : m_evaluation.others) all.push_back(&other);
        return all;
    }

    // The innermost variable_scope block of the program around a request.
    BlockRunId variableScopeAround(BlockRunId id) const {
        for (; id.isValid(); id = m_evaluation.around(id)) {
            const ScopeBlock& block = m_evaluation.blocks[id.block];
            if (block.kind == ScopeBlockKind::VariableScope && !block.callee.empty()) return id;
        }
        return {};
    }

    // The call behind a block's `with`.
    const CallExpression* callOf(BlockRunId id) const {
        const WithPlace place = m_program.withFrom(m_evaluation.blocks[id.block].range.begin);
        return place.item ? m_program.callAt(place.item->context->range) : nullptr;
    }

    // How the program writes the module: "tf" of `tf.get_variable`.
    std::string moduleOf(const CallExpression* call) const {
        if (!call) return "tf";
        const std::string_view callee = m_program.text(call->callee->range);
        const auto dot = callee.rfind(".get_variable") != std::string_view::npos ? callee.rfind('.') : callee.rfind(".variable_scope");
        const std::string_view prefix = dot == std::string_view::npos ? std::string_view() : callee.substr(0, dot);
        return prefix == "tf" || prefix == "tensorflow" || prefix == "tf.compat.v1" ? std::string(prefix) : "tf";
    }

    bool isCallOf(std::string_view function) const {
        if (!m_call) return false;
        const std::string_view callee = m_program.text(m_call->callee->range);
        return callee == function || (callee.ends_with(function) && callee[callee.size() - function.size() - 1] == '.');
    }
    bool asksForVariable() const { return isCallOf("get_variable") || isCallOf("get_local_variable"); }

    // The literal that gives the call its name; null where it is worked out.
    const Expression* nameLiteral() const {
        if (!m_call) return nullptr;
        const Expression* name = m_program.argument(*m_call, asksForVariable() || isCallOf("name_scope") ? "name" : isCallOf("variable_scope") ? "name_or_scope" : "name",
                                                    asksForVariable() || isCallOf("name_scope") || isCallOf("variable_scope") ? 0 : -1);
        return isText(name) ? name : nullptr;
    }

    // --- get_variable

    void explainExisting(const std::string& name) {
        const VariableInfo* variable = variableWithKey(name);
        if (!variable || variable->requests.empty()) return;
        const VariableRequest& first = variable->requests.front();
        const ExplainedPlace place = m_explainer.placeOf(first.origin);
        const BlockRunId firstScope = variableScopeAround(first.within);
        const std::string inside = firstScope.isValid() ? fmt::format(" inside {} (line {})", m_program.excerpt(callOf(firstScope) ? callOf(firstScope)->range : m_evaluation.blocks[firstScope.block].range),
                                                                      lineOf(m_evaluation.blocks[firstScope.block].range))
                                                        : std::string();
        say(fmt::format("{} was first made in {}{}, and no reuse is in force here, so that get_variable must make a new one", name, placeText(place), inside));
        relate(place.range, name + " was first made here");
        offerReuse(first, name);
        offerAnotherName(name, first);
    }

    void offerReuse(const VariableRequest& first, const std::string& name) {
        if (!m_attempt) return;
        const BlockRunId scope = variableScopeAround(m_attempt->request.within);
        const CallExpression* scopeCall = scope.isValid() ? callOf(scope) : nullptr;
        const std::string module = moduleOf(scopeCall ? scopeCall : m_call);
        if (scopeCall && acceptsReuse(*scopeCall)) {
            const std::uint32_t line = lineOf(scopeCall->range);
            if (!makesVariables(scope.block)) addFix(fmt::format("Set reuse=True on the scope of line {}", line), setReuse(*scopeCall, "True"));
            addFix(fmt::format("Set reuse={}.AUTO_REUSE on the scope of line {}", module, line), setReuse(*scopeCall, module + ".AUTO_REUSE"));
            return;
        }
        if (!asksForVariable()) return offerLayerReuse(first);
        const Statement* statement = m_program.statementAt(m_range.begin);
        if (statement)
            addFix(fmt::format("Reuse {} here", name), wrapStatement(m_program, *statement, fmt::format("with {0}.variable_scope({0}.get_variable_scope(), reuse={0}.AUTO_REUSE)", module)));
    }

    // A default_name always makes a new scope: it takes no reuse.
    bool acceptsReuse(const CallExpression& scope) const {
        const Expression* name = m_program.argument(scope, "name_or_scope", 0);
        return !scope.hasUnpacking && name && name->kind != ExpressionKind::None && m_program.text(scope.callee->range).ends_with("variable_scope");
    }

    void offerLayerReuse(const VariableRequest& first) {
        const bool isLayer = m_call && contains(m_program.text(m_call->callee->range), "layers.");
        if (isLayer && m_evaluation.rangeOf(first.origin) != m_range) addFix("Set reuse=True on this layer", setArgument(m_program, *m_call, "reuse", -1, "True"));
    }

    // Whether a variable was made in any run of the block: reuse=True would forbid that.
    bool makesVariables(std::uint32_t block) const {
        for (const EvaluatedGraph* graph : graphs())
            for (const VariableInfo& variable : graph->variables)
                for (const VariableRequest& request : variable.requests)
                    if (request.created && !variable.storeKey.empty() && isInside(request.within, block)) return true;
        return false;
    }

    bool isInside(BlockRunId id, std::uint32_t block) const {
        for (; id.isValid(); id = m_evaluation.around(id))
            if (id.block == block) return true;
        return false;
    }

    void offerAnotherName(const std::string& name, const VariableRequest& first) {
        const Expression* literal = nameLiteral();
        const bool isTheSameCode = m_evaluation.rangeOf(first.origin) == m_range;
        if (!literal || isTheSameCode) return;
        const std::string asked(textOf(*literal));
        if (!contains(name, asked)) return;
        const std::string outer = name.ends_with(asked) ? name.substr(0, name.size() - asked.size()) : std::string();
        for (int number = 1;; ++number) {
            const std::string other = fmt::format("{}_{}", asked, number);
            if (variableWithKey(outer + other)) continue;
            return addFix(fmt::format("Make another variable, \"{}\"", other), replaceExpression(*literal, quotedLike(m_program, *literal, other)));
        }
    }

    void explainMissing(const std::string& name) {
        if (m_attempt) {
            const VariableRequest& request = m_attempt->request;
            const SourceRange source = m_evaluation.rangeOf(request.reuseOrigin);
            say(fmt::format("{}, and get_variable has not made {} before", reuseText(request.reuse, request.reuseSource, lineOf(source)), name));
            relate(source, "reuse is set here");
        }
        tellOfVariableByAnotherWay(name);
        offerNearestVariable(name);
        if (m_attempt) offerLessReuse(m_evaluation.rangeOf(m_attempt->request.reuseOrigin));
    }

    void tellOfVariableByAnotherWay(const std::string& name) {
        for (const VariableInfo& variable : m_evaluation.main.variables) {
            if (!variable.storeKey.empty() || variable.name != name + ":0") continue;
            const SourceRange range = m_evaluation.rangeOf(variable.requests.front().origin);
            say(fmt::format("the variable {} of line {} was made by tf.Variable, which get_variable does not find", name, lineOf(range)));
            return relate(range, name + " is made here");
        }
    }

    void offerNearestVariable(const std::string& name) {
        const Expression* literal = nameLiteral();
        if (!literal || !asksForVariable()) return;
        const std::string asked(textOf(*literal));
        if (!name.ends_with(asked)) return;
        const std::string outer = name.substr(0, name.size() - asked.size());
        std::vector<std::string_view> known;
        for (const VariableInfo& variable : m_evaluation.main.variables)
            if (variable.storeKey.size() > outer.size() && variable.storeKey.starts_with(outer)) known.push_back(std::string_view(variable.storeKey).substr(outer.size()));
        const std::string nearest = nearestName(asked, known);
        if (!nearest.empty()) addFix(fmt::format("Ask for \"{}\"", nearest), replaceExpression(*literal, quotedLike(m_program, *literal, nearest)));
    }

    void offerLessReuse(SourceRange source) {
        const CallExpression* call = m_program.callAt(source);
        if (!call) return;
        const std::string_view callee = m_program.text(call->callee->range);
        if (callee.ends_with(".reuse_variables")) return addFix(fmt::format("Take away the call of reuse_variables() in line {}", lineOf(source)), TextEdit{source, "pass"});
        if (call->hasUnpacking || !m_program.argument(*call, "reuse", callee.ends_with("variable_scope") ? kReusePosition : -1)) return;
        const std::string module = moduleOf(call);
        addFix(fmt::format("Set reuse={}.AUTO_REUSE in line {}", module, lineOf(source)), setReuse(*call, module + ".AUTO_REUSE"));
    }

    void explainMismatch(const std::string& name, std::string_view message) {
        const VariableInfo* variable = variableWithKey(name);
        if (!variable) return;
        const ExplainedPlace place = m_explainer.placeOf(variable->requests.front().origin);
        const bool isPartitioned = variable->storeKey != name;
        const Shape& shape = variable->shape;
        const std::string what = isPartitioned ? "in parts" : fmt::format("with shape {} and type {}", shape.text(), variable->dataType.name());
        say(fmt::format("{} was first made in {} {}, and is shared here", name, placeText(place), what));
        relate(place.range, name + " was first made here");
        if (!m_call || !asksForVariable() || m_call->hasUnpacking) return;
        if (contains(message, "but specified shape") && !isPartitioned && shape.isFullyDefined()) {
            const std::string text = listText(shape);
            if (m_program.argument(*m_call, "shape", 1)) addFix(fmt::format("Ask for its shape, {}", text), setArgument(m_program, *m_call, "shape", 1, text));
        }
        if (contains(message, "but specified dtype") && m_program.argument(*m_call, "dtype", 2)) {
            const std::string type = moduleOf(m_call) + '.' + variable->dataType.name();
            addFix(fmt::format("Ask for its type, {}", type), setArgument(m_program, *m_call, "dtype", 2, type));
        }
    }

    static std::string listText(const Shape& shape) {
        std::string text = "[";
        for (const std::int64_t size : shape.sizes()) text += (text.size() > 1 ? ", " : "") + std::to_string(size);
        return text + "]";
    }

    void explainConstantWithShape() {
        say("the initializer is a value, which has a shape of its own");
        if (m_call && asksForVariable()) addFix("Take away the shape", removeArgument(m_program, *m_call, "shape", 1));
    }

    void explainMissingShape() {
        if (!m_call || !asksForVariable()) return;
        if (m_program.argument(*m_call, "shape", 1)) return say("the shape is not fully known here, but the initializer needs every size");
        const std::string name = m_attempt ? m_attempt->storeKey : "the variable";
        say(fmt::format("{} is to be made here for the first time, and its initializer must know of which shape", name));
        if (!m_call->hasUnpacking) addFix("Give it a shape, [1]", setArgument(m_program, *m_call, "shape", 1, "[1]"));
    }

    void explainInitializerType() {
        say("the initializer is a value, which has a type of its own");
        if (m_call && asksForVariable()) addFix("Take away the dtype", removeArgument(m_program, *m_call, "dtype", 2));
    }

    void explainPartitionerMismatch() {
        if (m_attempt && variableWithKey(m_attempt->storeKey)) {
            const ExplainedPlace place = m_explainer.placeOf(variableWithKey(m_attempt->storeKey)->requests.front().origin);
            say(fmt::format("{} was made with a partitioner in {}", m_attempt->storeKey, placeText(place)));
            relate(place.range, m_attempt->storeKey + " was first made here");
        }
    }

    void explainTemplate() { say("a template makes its variables on its first call and finds them later; tf.Variable always makes a new one, and tf.get_variable finds it"); }

    // --- Names

    static std::string validName(std::string_view name) {
        const auto colon = name.rfind(':');
        if (colon != std::string_view::npos && colon > 0 && name.find_first_not_of("0123456789", colon + 1) == std::string_view::npos) name = name.substr(0, colon);
        std::string valid;
        for (const char c : name) {
            // A character of several bytes becomes one.
            if (continuesCodePoint(c)) continue;
            valid += isValidNestedScopeName({&c, 1}) ? c : '_';
        }
        const auto begin = valid.find_first_not_of("_-/");
        return begin == std::string::npos ? std::string() : valid.substr(begin);
    }

    void explainInvalidName(const std::string& name) {
        say("a name may have letters from A to Z, digits and _ . - /, and begins with a letter, a digit or a dot");
        const Expression* literal = nullptr;
        for (const Expression* each : m_program.expressions()) {
            const bool isInside = m_range.begin <= each->range.begin && each->range.end <= m_range.end;
            if (isInside && isText(each) && !textOf(*each).empty() && (textOf(*each) == name || name.ends_with("/" + std::string(textOf(*each))))) literal = each;
        }
        if (!literal) return;
        const std::string valid = validName(textOf(*literal));
        if (!valid.empty()) addFix(fmt::format("Call it \"{}\"", valid), replaceExpression(*literal, quotedLike(m_program, *literal, valid)));
    }

    void explainDuplicate(const std::string& name) {
        const auto known = m_explainer.explain(name);
        say(known ? fmt::format("a name that ends in \"/\" is taken as it is, and {} was made in {}", name, placeText(known->place)) : "a name that ends in \"/\" is taken as it is");
        if (known) relate(known->place.range, name + " was made here");
        const Expression* literal = nameLiteral();
        if (literal && textOf(*literal).ends_with('/')) {
            const std::string other(textOf(*literal).substr(0, textOf(*literal).size() - 1));
            addFix(fmt::format("Let it be made unique: \"{}\"", other), replaceExpression(*literal, quotedLike(m_program, *literal, other)));
        } else if (m_call) {
            addFix("Let it have its default name", removeArgument(m_program, *m_call, "name", -1));
        }
    }

    // --- Arguments of scopes

    void explainReuseWithoutName() {
        say("a default_name makes a new scope each time, in which there is nothing to reuse");
        if (!m_call) return;
        addFix("Take away reuse", removeArgument(m_program, *m_call, "reuse", kReusePosition));
        const Expression* name = m_program.argument(*m_call, "name_or_scope", 0);
        const Expression* defaultName = m_program.argument(*m_call, "default_name", 1);
        if (name && isText(defaultName)) addFix("Use the default name as the name", replaceExpression(*name, m_program.text(defaultName->range)));
    }

    void explainScopeWithoutName() {
        say("a name scope with values needs a name of its own, or a default one");
        if (m_call) addFix("Give it a default name, \"scope\"", setArgument(m_program, *m_call, "default_name", 1, "\"scope\""));
    }

    void explainVariableScopeWithoutName() {
        say("a variable scope needs a name, a scope object, or a default name");
        if (m_call) addFix("Give it a default name, \"scope\"", setArgument(m_program, *m_call, "default_name", 1, "\"scope\""));
    }

    void explainValuesAsDefaultName() {
        say("the second argument of name_scope is the default name; the values come third");
        if (!m_call || m_call->positionalCount != 2) return;
        const std::uint32_t at = m_call->arguments[1].range.begin;
        addFix("Give it as values", TextEdit{{at, at}, "values="});
    }

    void explainReuseValue() {
        say("True: variables must exist; tf.AUTO_REUSE: they are made where they do not; None: as in the scope around");
        if (!m_call || !m_program.argument(*m_call, "reuse", kReusePosition)) return;
        const std::string module = moduleOf(m_call);
        addFix(fmt::format("Write reuse={}.AUTO_REUSE", module), setReuse(*m_call, module + ".AUTO_REUSE"));
        addFix("Write reuse=None", setReuse(*m_call, "None"));
    }

    void explainAuxiliaryNameScope() {
        if (!m_call || !m_program.argument(*m_call, "auxiliary_name_scope", 13)) return;
        for (const char* value : {"True", "False"}) addFix(fmt::format("Write auxiliary_name_scope={}", value), setArgument(m_program, *m_call, "auxiliary_name_scope", 13, value));
    }

    void explainScopeType() {
        say("a scope is entered by its name or by its object, as in \"with tf.variable_scope(…) as scope\"");
        const Expression* name = m_call ? m_program.argument(*m_call, "name_or_scope", 0) : nullptr;
        if (name && name->kind == ExpressionKind::Integer) addFix("Make it a text", replaceExpression(*name, fmt::format("\"scope_{}\"", m_program.text(name->range))));
    }

    // --- Looking up what is in the graph

    const Expression* literalWith(std::string_view text) const {
        for (const Expression* each : m_program.expressions()) {
            const bool isInside = m_range.begin <= each->range.begin && each->range.end <= m_range.end;
            if (isInside && isText(each) && textOf(*each) == text) return each;
        }
        return nullptr;
    }

    // The first text in single quotes.
    static std::string quoted(std::string_view message) {
        const auto begin = message.find('\'');
        const auto end = message.find('\'', begin + 1);
        return begin == std::string_view::npos || end == std::string_view::npos ? std::string() : std::string(message.substr(begin + 1, end - begin - 1));
    }

    void explainLookup(std::string_view message) {
        const std::string asked = quoted(message);
        const auto colon = asked.find(':');
        const std::string output = colon == std::string::npos ? std::string() : asked.substr(colon);
        std::vector<std::string> operations;
        const Graph& graph = *m_evaluation.main.graph;
        for (std::uint32_t i = 0; i < graph.operationCount(); ++i) operations.emplace_back(graph.operationName({i}));
        std::ranges::sort(operations);
        const auto nearest = nearestNames(asked, operations, 3);
        if (nearest.empty()) return say("no operation of that name was made before this line");
        say(fmt::format("operations with names near it are {}", fmt::join(nearest, ", ")));
        const Expression* literal = literalWith(asked);
        for (const std::string& each : nearest)
            if (literal) addFix(fmt::format("Ask for \"{}{}\"", each, output), replaceExpression(*literal, quotedLike(m_program, *literal, each + output)));
    }

    void explainOperationForTensor(std::string_view message) {
        const std::string asked = quoted(message);
        say("an operation's first output is the tensor of its name with :0 behind");
        if (const Expression* literal = literalWith(asked)) addFix(fmt::format("Ask for \"{}:0\"", asked), replaceExpression(*literal, quotedLike(m_program, *literal, asked + ":0")));
    }

    void explainTensorForOperation(std::string_view message) {
        const std::string asked = quoted(message);
        const std::string operation = asked.substr(0, asked.find(':'));
        say("an operation's name has no colon");
        if (const Expression* literal = literalWith(asked)) addFix(fmt::format("Ask for \"{}\"", operation), replaceExpression(*literal, quotedLike(m_program, *literal, operation)));
    }

    // --- Calls

    void explainKeyword(std::string_view message, const std::string& suggestion) {
        const auto before = message.find("argument '");
        const std::string keyword = quoted(before == std::string_view::npos ? message : message.substr(before));
        const Argument* argument = m_call ? m_program.keyword(*m_call, keyword) : nullptr;
        if (suggestion.empty() || !argument) return;
        say(fmt::format("perhaps {}= was meant", suggestion));
        addFix(fmt::format("Write '{}'", suggestion), TextEdit{{argument->range.begin, argument->range.begin + static_cast<std::uint32_t>(keyword.size())}, suggestion});
    }

    const Evaluation& m_evaluation;
    const NameExplainer& m_explainer;
    const ProgramText& m_program;
    Diagnostic& m_diagnostic;
    const CallExpression* m_call = nullptr;
    SourceRange m_range;
    const VariableAttempt* m_attempt = nullptr;
};

}  // namespace

void explainMistakes(const SyntaxTree& tree, const Evaluation& evaluation, std::span<Diagnostic> diagnostics) {
    std::optional<NameExplainer> explainer;  // reads the whole program: made once, and only where something is wrong
    for (Diagnostic& diagnostic : diagnostics) {
        const bool isUnknownApi = diagnostic.kind == DiagnosticKind::UnknownApi;
        const bool isError = diagnostic.kind == DiagnosticKind::UncaughtException && evaluation.error && !evaluation.error->limit;
        if (!isUnknownApi && !isError) continue;
        if (!explainer) explainer.emplace(tree, evaluation, evaluation.main);
        MistakeExplainer mistake(evaluation, *explainer, diagnostic);
        if (isUnknownApi) mistake.explainUnknownApi();
        else mistake.explainError(*evaluation.error);
    }
}

}  // namespace namescape
