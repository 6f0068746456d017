#include "explain/mistake.h"

#include "explain/mistake_explainers.h"

#include <fmt/format.h>

#include <optional>

namespace namescape {

namespace {

// What TensorFlow says of a kind of mistake, and who explains it.
struct KnownMessage {
    std::string_view begin;  // how the message begins; empty: anyhow
    std::string_view then;   // what comes later in it; empty: anything
    // One of them is set. `name` is what stands between `begin` and `then`.
    void (*explain)(Mistake&) = nullptr;
    void (*explainName)(Mistake&, const std::string& name) = nullptr;

    constexpr KnownMessage(std::string_view messageBegin, std::string_view messageThen, void (*function)(Mistake&)) : begin(messageBegin), then(messageThen), explain(function) {}
    constexpr KnownMessage(std::string_view messageBegin, std::string_view messageThen, void (*function)(Mistake&, const std::string&))
        : begin(messageBegin), then(messageThen), explainName(function) {}
};

constexpr KnownMessage kKnownMessages[] = {
    {"Variable ", " already exists, disallowed.", explainExisting},
    {"Partitioned variable with name ", " already exists.", explainExisting},
    {"Variable ", " does not exist, or was not created with tf.get_variable().", explainMissing},
    {"PartitionedVariable ", " does not exist, or was not created with tf.get_variable().", explainMissing},
    {"Trying to share variable ", ", but specified ", explainMismatch},
    {"Trying to reuse partitioned variable ", ", but specified ", explainMismatch},
    {"If initializer is a constant, do not specify shape.", "", explainConstantWithShape},
    {"The initializer passed is not valid.", "", explainMissingShape},
    {"Initializer type '", "and explicit dtype '", explainInitializerType},
    {"No partitioner was provided, but a partitioned version", "", explainPartitionerMismatch},
    {"Trainable variable created when calling a template after the first time", "", explainTemplate},

    {"'", "' is not a valid scope name", explainInvalidName},
    {"'", "' is not a valid node name", explainInvalidName},
    {"Duplicate node name in graph: '", "'", explainDuplicate},
    {"", "refers to an Operation not in the graph.", explainLookup},
    {"", "does not exist in the graph.", explainLookup},
    {"", "refers to an Operation, not a Tensor.", explainOperationForTensor},
    {"", "appears to refer to a Tensor, not a Operation.", explainTensorForOperation},

    {"reuse=True cannot be used without a name_or_scope", "", explainReuseWithoutName},
    {"At least one of name (None) and default_name (None)", "", explainScopeWithoutName},
    {"`default_name` type (", "", explainValuesAsDefaultName},
    {"If default_name is None then name_or_scope is required", "", explainVariableScopeWithoutName},
    {"The reuse parameter must be True or False or None.", "", explainReuseValue},
    {"The auxiliary_name_scope must be `True` or `False`", "", explainAuxiliaryNameScope},
    {"VariableScope: name_or_scope must be a string or VariableScope.", "", explainScopeType},
    {"", "unexpected keyword argument '", explainKeyword},
    {"", "is an invalid keyword argument for ", explainKeyword},
};

// True where the message is of that kind.
bool explainAs(const KnownMessage& known, Mistake& mistake) {
    std::string_view message = mistake.message();
    if (!message.starts_with(known.begin)) return false;
    message.remove_prefix(known.begin.size());
    const auto end = message.find(known.then);
    if (end == std::string_view::npos) return false;
    if (known.explainName) known.explainName(mistake, std::string(message.substr(0, end)));
    else known.explain(mistake);
    return true;
}

// What the program raises itself means what the program says, in whosever words.
bool isRaisedByProgram(const Mistake& mistake) {
    const Statement* statement = mistake.program().statementAt(mistake.range().begin);
    return statement && statement->kind == StatementKind::Raise;
}

void explainError(Mistake& mistake) {
    if (isRaisedByProgram(mistake)) return;
    for (const KnownMessage& known : kKnownMessages)
        if (explainAs(known, mistake)) return;
}

// A name of TensorFlow's that nobody knows: the one that was probably meant is told with it.
void explainUnknownApi(Mistake& mistake) {
    const Diagnostic& diagnostic = mistake.diagnostic();
    if (diagnostic.arguments.size() < 2 || diagnostic.arguments[1].empty()) return;
    const std::string& path = diagnostic.arguments[0];
    const std::string wrong = path.substr(path.rfind('.') + 1);
    for (const Expression* expression : mistake.program().expressions()) {
        if (!isWithin(expression->range, diagnostic.range) || expression->kind != ExpressionKind::Attribute) continue;
        const SourceRange name = as<AttributeExpression>(*expression).attributeRange;
        if (mistake.program().text(name) != wrong) continue;
        return mistake.addFix(fmt::format("Write '{}'", diagnostic.arguments[1]), TextEdit{name, diagnostic.arguments[1]});
    }
}

}  // namespace

void explainMistakes(const SyntaxTree& tree, const Evaluation& evaluation, std::span<Diagnostic> diagnostics) {
    std::optional<NameExplainer> explainer;  // reads the whole program: made once, and only where something is wrong
    for (Diagnostic& diagnostic : diagnostics) {
        const bool isUnknownApi = diagnostic.kind == DiagnosticKind::UnknownApi;
        const bool isError = diagnostic.kind == DiagnosticKind::UncaughtException && evaluation.error && !evaluation.error->limit;
        if (!isUnknownApi && !isError) continue;
        if (!explainer) explainer.emplace(tree, evaluation, evaluation.main);
        Mistake mistake(evaluation, *explainer, diagnostic, isError ? &*evaluation.error : nullptr);
        if (isUnknownApi) explainUnknownApi(mistake);
        else explainError(mistake);
    }
}

}  // namespace namescape
