#include "pipeline/code_places.h"

#include "syntax/syntax_walk.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

// The end counts as inside: the cursor stands there behind the last letter.
bool reaches(SourceRange range, std::uint32_t offset) {
    return range.begin <= offset && offset <= range.end;
}

bool isInside(SourceRange range, SourceRange outer) {
    return outer.begin <= range.begin && range.end <= outer.end;
}

const WithItem* itemAt(const WithStatement& with, std::uint32_t offset) {
    for (const WithItem& item : with.items)
        if (reaches(item.range, offset)) return &item;
    return &with.items.back();
}

const Expression* valueOf(const Statement& statement) {
    if (statement.kind == StatementKind::Expression) return as<ExpressionStatement>(statement).value;
    return statement.kind == StatementKind::Assign ? as<AssignStatement>(statement).value : nullptr;
}

const Block* bodyOf(const Statement& loop) {
    if (loop.kind == StatementKind::For) return &as<ForStatement>(loop).body;
    return loop.kind == StatementKind::While ? &as<WhileStatement>(loop).body : nullptr;
}

}  // namespace

CodePlaces::CodePlaces(const SyntaxTree& tree) : m_tree(tree) {
    const auto addCall = [this](const Expression* expression) {
        if (expression && expression->kind == ExpressionKind::Call) m_calls.try_emplace(expression->range.key(), &as<CallExpression>(*expression));
    };
    walkSyntax(
        tree.module().body,
        [&](const Statement& statement) {
            addCall(valueOf(statement));
            const bool isWith = statement.kind == StatementKind::With;
            if (isWith)
                for (const WithItem& item : as<WithStatement>(statement).items) addCall(item.context);
            if (isWith || statement.kind == StatementKind::Function || bodyOf(statement)) m_statements.push_back(&statement);
        },
        [this](const Expression& expression) {
            if (expression.kind == ExpressionKind::Lambda || expression.kind == ExpressionKind::Generator) m_lambdas.push_back(expression.range);
        });
}

bool CodePlaces::isIn(const Block& body, std::uint32_t offset, std::uint32_t blankFrom, std::uint32_t indentation) const {
    if (body.statements.empty()) return false;
    if (body.colonEnd <= offset && offset <= body.range.end) return true;
    if (blankFrom == kNone || body.colonEnd > blankFrom || blankFrom > body.range.end) return false;
    const std::uint32_t begin = body.range.begin;
    return begin - m_tree.lines().lineBegin(m_tree.lines().line(begin)) <= indentation;
}

CodeAround CodePlaces::around(std::uint32_t offset, std::uint32_t blankFrom, std::uint32_t indentation) const {
    CodeAround found;
    for (const Statement* statement : m_statements) {
        if (statement->kind == StatementKind::Function) {
            const auto& function = as<FunctionStatement>(*statement);
            if (isIn(function.body, offset, blankFrom, indentation)) found = {nullptr, &function};
        } else if (statement->kind == StatementKind::With) {
            const auto& with = as<WithStatement>(*statement);
            if (with.items.empty()) continue;
            if (isIn(with.body, offset, blankFrom, indentation)) found.with = &with.items.back();
            else if (reaches(with.range, offset)) found.with = itemAt(with, offset);
        }
    }
    return found;
}

CodeAround CodePlaces::aroundCursor(std::uint32_t offset) const {
    const std::string_view text = m_tree.text();
    const LineIndex& lines = m_tree.lines();
    const auto isBlank = [&](std::uint32_t line) {
        const std::string_view content = lines.lineText(text, line);
        const auto first = content.find_first_not_of(" \t");
        return first == std::string_view::npos || content[first] == '#';
    };
    std::uint32_t line = lines.line(offset);
    if (!isBlank(line)) return around(offset, kNone, 0);
    const std::string_view content = lines.lineText(text, line);
    const auto comment = content.find('#');
    const auto column = comment == std::string_view::npos ? offset - lines.lineBegin(line) : static_cast<std::uint32_t>(comment);
    while (line > 1 && isBlank(line)) --line;
    const auto end = lines.lineBegin(line) + static_cast<std::uint32_t>(lines.lineText(text, line).find_last_not_of(" \t") + 1);
    return around(offset, end, column);
}

CodeAround CodePlaces::aroundCode(std::uint32_t offset) const {
    CodeAround found;
    for (const Statement* statement : m_statements) {
        if (statement->kind == StatementKind::Function) {
            const auto& function = as<FunctionStatement>(*statement);
            if (isIn(function.body, offset, kNone, 0)) found = {nullptr, &function};
        } else if (statement->kind == StatementKind::With) {
            const auto& with = as<WithStatement>(*statement);
            for (const WithItem& item : with.items)
                if (item.range.end <= offset && offset <= std::max(with.range.end, with.body.range.end)) found.with = &item;
        }
    }
    return found;
}

bool CodePlaces::isInOneLoop(std::uint32_t a, std::uint32_t b) const {
    return std::any_of(m_statements.begin(), m_statements.end(), [&](const Statement* statement) {
        const Block* body = bodyOf(*statement);
        return body && reaches(body->range, a) && reaches(body->range, b);
    });
}

bool CodePlaces::isOwnCode(const FunctionStatement& function, SourceRange range) const {
    if (!isInside(range, function.body.range)) return false;
    const auto isAround = [&](SourceRange inner) { return isInside(inner, function.body.range) && isInside(range, inner) && !(inner == range); };
    if (std::any_of(m_lambdas.begin(), m_lambdas.end(), isAround)) return false;
    return aroundCode(range.begin).function == &function;
}

const CallExpression* CodePlaces::callAt(SourceRange range) const {
    const auto found = m_calls.find(range.key());
    return found == m_calls.end() ? nullptr : found->second;
}

}  // namespace namescape
