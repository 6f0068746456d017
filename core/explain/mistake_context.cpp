#include "explain/mistake_context.h"

#include "explain/call_edits.h"

namespace namescape {

Mistake::Mistake(const Evaluation& evaluation, const NameExplainer& explainer, Diagnostic& diagnostic, const ProgramError* error)
    : m_evaluation(evaluation), m_explainer(explainer), m_diagnostic(diagnostic), m_error(error),
      m_range(error ? evaluation.rangeOf(error->origin) : diagnostic.range), m_call(program().callAt(diagnostic.range)) {
    if (!error) return;
    if (const CallExpression* call = program().callAt(m_range)) m_call = call;
    const auto& attempt = evaluation.lastAttempt;
    if (attempt && attempt->request.origin == error->origin) m_attempt = &*attempt;
}

void Mistake::say(const std::string& sentence) {
    if (!m_diagnostic.note.empty()) m_diagnostic.note += "; ";
    m_diagnostic.note += sentence;
}

void Mistake::relate(SourceRange range, const std::string& message) {
    if (range.begin < range.end && range != m_diagnostic.range) m_diagnostic.related.push_back({range, message});
}

void Mistake::addFix(const std::string& title, std::optional<TextEdit> edit) {
    if (edit) m_diagnostic.fixes.push_back({title, {std::move(*edit)}});
}

std::vector<const EvaluatedGraph*> Mistake::graphs() const {
    std::vector<const EvaluatedGraph*> all{&m_evaluation.main};
    for (const EvaluatedGraph& other : m_evaluation.others) all.push_back(&other);
    return all;
}

const VariableInfo* Mistake::variableWithKey(std::string_view key) const {
    for (const EvaluatedGraph* graph : graphs())
        for (const VariableInfo& variable : graph->variables)
            if (variable.storeKey == key || variable.storeKey == std::string(key) + "/part_0") return &variable;
    return nullptr;
}

BlockRunId Mistake::variableScopeAround(BlockRunId id) const {
    for (; id.isValid(); id = m_evaluation.around(id)) {
        const ScopeBlock& block = m_evaluation.blocks[id.block];
        if (block.kind == ScopeBlockKind::VariableScope && !block.callee.empty()) return id;
    }
    return {};
}

const CallExpression* Mistake::callOf(BlockRunId id) const {
    const WithPlace place = program().withFrom(m_evaluation.blocks[id.block].range.begin);
    return place.item ? program().callAt(place.item->context->range) : nullptr;
}

std::string Mistake::moduleOf(const CallExpression* call) const {
    if (!call) return "tf";
    const std::string_view callee = program().text(call->callee->range);
    const auto dot = callee.rfind(".get_variable") != std::string_view::npos ? callee.rfind('.') : callee.rfind(".variable_scope");
    const std::string_view prefix = dot == std::string_view::npos ? std::string_view() : callee.substr(0, dot);
    return prefix == "tf" || prefix == "tensorflow" || prefix == "tf.compat.v1" ? std::string(prefix) : "tf";
}

bool Mistake::isCallOf(std::string_view function) const {
    if (!m_call) return false;
    const std::string_view callee = program().text(m_call->callee->range);
    return callee == function || (callee.ends_with(function) && callee[callee.size() - function.size() - 1] == '.');
}

const Expression* Mistake::argument(std::string_view keyword, int position) const {
    return m_call ? program().argument(*m_call, keyword, position) : nullptr;
}

const Expression* Mistake::nameLiteral() const {
    const bool isScope = isCallOf("variable_scope");
    const bool isFirst = isScope || asksForVariable() || isCallOf("name_scope");
    const Expression* name = argument(isScope ? "name_or_scope" : "name", isFirst ? 0 : -1);
    return isText(name) ? name : nullptr;
}

const Expression* Mistake::literalWith(std::string_view text) const {
    for (const Expression* each : program().expressions())
        if (isText(each) && isWithin(each->range, m_range) && textOf(*each) == text) return each;
    return nullptr;
}

TextEdit Mistake::setReuse(const CallExpression& scope, std::string_view value) const {
    return setArgument(program(), scope, "reuse", kReusePosition, value);
}

TextEdit Mistake::rename(const Expression& literal, std::string_view text) const {
    return replaceExpression(literal, quotedLike(program(), literal, text));
}

bool isWithin(SourceRange inner, SourceRange outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

bool isText(const Expression* expression) {
    return expression && expression->kind == ExpressionKind::String;
}

std::string_view textOf(const Expression& expression) {
    return as<StringExpression>(expression).value;
}

std::string_view quoted(std::string_view message) {
    const auto begin = message.find('\'');
    const auto end = message.find('\'', begin + 1);
    return begin == std::string_view::npos || end == std::string_view::npos ? std::string_view() : message.substr(begin + 1, end - begin - 1);
}

}  // namespace namescape
