#include "explain/program_text.h"

#include "support/utf8.h"
#include "syntax/syntax_walk.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t kLongestExcerpt = 60;

const Argument* keywordOf(const SyntaxTree& tree, const CallExpression& call, std::string_view keyword) {
    for (const Argument& argument : call.arguments)
        if (argument.kind == ArgumentKind::Keyword && tree.name(argument.name) == keyword) return &argument;
    return nullptr;
}

}  // namespace

std::string onOneLine(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool isSpace = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!isSpace) line += c;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    return line;
}

ProgramText::ProgramText(const SyntaxTree& tree) : m_tree(tree) {
    walkSyntax(
        tree.module().body,
        [this](const Statement& statement) {
            m_statements.push_back(&statement);
            if (statement.kind != StatementKind::With) return;
            const auto& with = as<WithStatement>(statement);
            for (const WithItem& item : with.items) m_withByBegin.try_emplace(item.context->range.begin, WithPlace{&with, &item});
        },
        [this](const Expression& expression) {
            m_expressions.push_back(&expression);
            m_byRange.try_emplace(expression.range.key(), &expression);
        });
}

const Expression* ProgramText::expressionAt(SourceRange range) const {
    const auto found = m_byRange.find(range.key());
    return found == m_byRange.end() ? nullptr : found->second;
}

const CallExpression* ProgramText::callAt(SourceRange range) const {
    const Expression* expression = expressionAt(range);
    return expression && expression->kind == ExpressionKind::Call ? &as<CallExpression>(*expression) : nullptr;
}

WithPlace ProgramText::withFrom(std::uint32_t begin) const {
    const auto found = m_withByBegin.find(begin);
    return found == m_withByBegin.end() ? WithPlace{} : found->second;
}

const Statement* ProgramText::statementAt(std::uint32_t offset) const {
    const Statement* innermost = nullptr;
    for (const Statement* statement : m_statements)
        if (statement->range.contains(offset)) innermost = statement;
    return innermost;
}

const Argument* ProgramText::keyword(const CallExpression& call, std::string_view keyword) const {
    return keywordOf(m_tree, call, keyword);
}

const Expression* argumentOf(const SyntaxTree& tree, const CallExpression& call, std::string_view keyword, int position) {
    if (const Argument* given = keywordOf(tree, call, keyword)) return given->value;
    if (position < 0 || static_cast<std::uint32_t>(position) >= call.positionalCount) return nullptr;
    return call.arguments[static_cast<std::size_t>(position)].value;
}

std::string ProgramText::actor(SourceRange range) const {
    const Expression* expression = expressionAt(range);
    if (!expression) return excerpt(range);
    switch (expression->kind) {
    case ExpressionKind::Call: return excerpt(as<CallExpression>(*expression).callee->range);
    case ExpressionKind::Binary: return "the operator " + std::string(spelling(as<BinaryExpression>(*expression).op));
    case ExpressionKind::Unary: return "the operator " + std::string(spelling(as<UnaryExpression>(*expression).op));
    case ExpressionKind::Compare: return "the operator " + std::string(spelling(as<CompareExpression>(*expression).operators.front()));
    case ExpressionKind::Subscript: return "the index in " + excerpt(range);
    default: return excerpt(range);
    }
}

bool ProgramText::isOfModule(std::string_view actor) const {
    const auto dot = actor.find('.');
    return dot != std::string_view::npos && std::any_of(m_statements.begin(), m_statements.end(), [&](const Statement* statement) {
        if (statement->kind != StatementKind::Import) return false;
        const auto& names = as<ImportStatement>(*statement).names;
        return std::any_of(names.begin(), names.end(), [&](const ImportedName& each) { return m_tree.name(each.variable.name) == actor.substr(0, dot); });
    });
}

std::string ProgramText::excerpt(SourceRange range) const {
    std::string line = onOneLine(m_tree.text(range));
    if (line.size() <= kLongestExcerpt) return line;
    std::size_t head = kLongestExcerpt / 2, tail = line.size() - kLongestExcerpt / 3;
    while (head > 0 && continuesCodePoint(line[head])) --head;
    while (tail < line.size() && continuesCodePoint(line[tail])) ++tail;
    return line.substr(0, head) + "…" + line.substr(tail);
}

}  // namespace namescape
