#include "explain/argument_choices.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

// ---- what a name of the text stands for

class NameCollector {
public:
    NameCollector(const SyntaxTree& tree, std::uint32_t offset) : m_tree(tree), m_offset(offset) {}

    std::vector<std::string> run() && {
        addAll(m_tree.module().body.statements);
        std::vector<std::string> latestFirst;
        for (auto name = m_names.rbegin(); name != m_names.rend(); ++name)
            if (std::find(latestFirst.begin(), latestFirst.end(), *name) == latestFirst.end()) latestFirst.push_back(std::move(*name));
        return latestFirst;
    }

private:
    void addAll(List<const Statement*> statements) {
        for (const Statement* statement : statements)
            if (statement->range.begin < m_offset) add(*statement);
    }

    bool isAround(const Statement& statement) const { return statement.range.begin <= m_offset && m_offset <= statement.range.end; }

    void add(const Statement& statement) {
        switch (statement.kind) {
        case StatementKind::Assign:
            // What is being assigned has no value yet where its own value is written.
            if (isAround(statement)) return;
            for (const Expression* target : as<AssignStatement>(statement).targets) addTarget(*target);
            return;
        case StatementKind::AnnotatedAssign:
            if (!isAround(statement)) addTarget(*as<AnnotatedAssignStatement>(statement).target);
            return;
        case StatementKind::If:
            for (const IfBranch& branch : as<IfStatement>(statement).branches) addAll(branch.body.statements);
            return addAll(as<IfStatement>(statement).orElse.statements);
        case StatementKind::While: return addAll(as<WhileStatement>(statement).body.statements);
        case StatementKind::For:
            addTarget(*as<ForStatement>(statement).target);
            addAll(as<ForStatement>(statement).body.statements);
            return addAll(as<ForStatement>(statement).orElse.statements);
        case StatementKind::With: return addWith(as<WithStatement>(statement));
        case StatementKind::Try:
            addAll(as<TryStatement>(statement).body.statements);
            for (const ExceptHandler& handler : as<TryStatement>(statement).handlers) addAll(handler.body.statements);
            addAll(as<TryStatement>(statement).orElse.statements);
            return addAll(as<TryStatement>(statement).finally.statements);
        case StatementKind::Function: return addFunction(as<FunctionStatement>(statement));
        case StatementKind::Class:
            if (isAround(statement)) addAll(as<ClassStatement>(statement).body.statements);
            return;
        default: return;
        }
    }

    void addWith(const WithStatement& with) {
        for (const WithItem& item : with.items)
            if (item.target && item.range.end < m_offset) addTarget(*item.target);
        addAll(with.body.statements);
    }

    // A function's own names are for those inside of it.
    void addFunction(const FunctionStatement& function) {
        if (!isAround(function)) return;
        for (const Parameter& parameter : function.parameters.all) m_names.emplace_back(m_tree.text(parameter.nameRange));
        addAll(function.body.statements);
    }

    void addTarget(const Expression& target) {
        if (target.kind == ExpressionKind::Name) m_names.emplace_back(m_tree.text(target.range));
        if (target.kind == ExpressionKind::Tuple || target.kind == ExpressionKind::List)
            for (const Expression* element : as<SequenceExpression>(target).elements) addTarget(*element);
    }

    const SyntaxTree& m_tree;
    std::uint32_t m_offset;
    std::vector<std::string> m_names;  // in the order of the text
};

// ---- what parameters of a name are given

using Words = std::vector<std::string_view>;

struct Offer {
    Words parameters;  // by their whole names; one that begins with '*' stands for all that end so
    Words values;      // `tf` as in the table
};

// The parameters that several functions have in common, as TensorFlow 1.15 documents them.
const std::vector<Offer>& offers() {
    static const std::vector<Offer> all{
        {{"reuse", "_reuse"}, {"None", "True", "tf.AUTO_REUSE"}},
        {{"dtype", "out_type", "DstT"}, {"tf.float32", "tf.float64", "tf.float16", "tf.int32", "tf.int64", "tf.bool", "tf.string", "tf.complex64"}},
        {{"*initializer"},
         {"tf.zeros_initializer()", "tf.ones_initializer()", "tf.constant_initializer(0.1)", "tf.random_normal_initializer(stddev=0.1)", "tf.truncated_normal_initializer(stddev=0.1)",
          "tf.random_uniform_initializer(-0.1, 0.1)", "tf.glorot_uniform_initializer()", "tf.variance_scaling_initializer()", "tf.orthogonal_initializer()"}},
        {{"*regularizer"}, {"tf.contrib.layers.l2_regularizer(0.01)", "tf.contrib.layers.l1_regularizer(0.01)"}},
        {{"activation", "activation_fn"}, {"tf.nn.relu", "tf.nn.sigmoid", "tf.nn.tanh", "tf.nn.softmax", "tf.nn.elu", "None"}},
        {{"partitioner"}, {"tf.fixed_size_partitioner(2)", "tf.min_max_variable_partitioner(max_partitions=2)", "tf.variable_axis_size_partitioner(1048576)"}},
        {{"trainable", "training", "use_resource"}, {"True", "False"}},
        {{"shape"}, {"[]", "[1]", "[10]", "[3, 4]", "[None, 10]"}},
        {{"collections"}, {"[tf.GraphKeys.GLOBAL_VARIABLES]", "[tf.GraphKeys.LOCAL_VARIABLES]"}},
        {{"synchronization"}, {"tf.VariableSynchronization.AUTO", "tf.VariableSynchronization.NONE", "tf.VariableSynchronization.ON_WRITE", "tf.VariableSynchronization.ON_READ"}},
        {{"aggregation"}, {"tf.VariableAggregation.NONE", "tf.VariableAggregation.SUM", "tf.VariableAggregation.MEAN"}},
        {{"axis"}, {"0", "1", "-1"}},
        {{"device_name_or_function"}, {"'/cpu:0'", "'/gpu:0'", "'/job:ps/task:0'", "None"}},
        {{"perm"}, {"[1, 0]"}},
    };
    return all;
}

// Words that functions of tf.layers and those of tf.nn spell in different ways.
const std::vector<std::pair<Offer, Offer>>& spellings() {
    static const std::vector<std::pair<Offer, Offer>> all{
        {{{"padding"}, {"'same'", "'valid'"}}, {{"padding"}, {"'SAME'", "'VALID'"}}},
        {{{"data_format"}, {"'channels_last'", "'channels_first'"}}, {{"data_format"}, {"'NHWC'", "'NCHW'"}}},
    };
    return all;
}

// Names of scopes and of what is made: whatever one likes.
bool isFreeName(std::string_view parameter) { return parameter == "name" || parameter == "scope" || parameter == "default_name"; }

bool has(const Words& words, std::string_view name) {
    return std::any_of(words.begin(), words.end(), [=](std::string_view word) { return word.starts_with('*') ? name.ends_with(word.substr(1)) : name == word; });
}

std::vector<std::string> valuesOf(const Offer& offer, std::string_view tf) {
    std::vector<std::string> values;
    for (const std::string_view value : offer.values) {
        std::string text(value);
        for (std::size_t at = text.find("tf."); at != std::string::npos; at = text.find("tf.", at + tf.size())) text.replace(at, 2, tf);
        values.push_back(std::move(text));
    }
    return values;
}

}  // namespace

std::vector<std::string> namesBefore(const SyntaxTree& tree, std::uint32_t offset) {
    return NameCollector(tree, offset).run();
}

std::vector<std::string> argumentChoices(const SyntaxTree& tree, std::uint32_t offset, std::string_view callee, std::string_view parameter, std::string_view tf) {
    if (isFreeName(parameter)) return {};
    const bool isLayer = callee.find(".layers.") != std::string_view::npos;
    for (const auto& [ofLayers, ofOthers] : spellings())
        if (has(ofLayers.parameters, parameter)) return valuesOf(isLayer ? ofLayers : ofOthers, tf);
    for (const Offer& offer : offers())
        if (has(offer.parameters, parameter)) return valuesOf(offer, tf);
    return namesBefore(tree, offset);
}

}  // namespace namescape
