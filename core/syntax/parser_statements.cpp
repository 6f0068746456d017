#include "syntax/parser_core.h"

#include <fmt/format.h>

namespace namescape {

namespace {

BinaryOperator augmentedOperator(TokenKind kind) {
    return static_cast<BinaryOperator>(static_cast<int>(kind) - static_cast<int>(TokenKind::PlusAssign));
}

}  // namespace

// Statements up to the end of a block or of the text, put on the scratch stack.
void Parser::parseStatements() {
    while (!at(TokenKind::Dedent) && !at(TokenKind::EndOfFile)) {
        if (accept(TokenKind::Newline)) continue;
        if (at(TokenKind::Indent)) parseUnexpectedIndent();
        else parseStatement();
    }
}

// Lines that are indented for no reason are read as if they were not.
void Parser::parseUnexpectedIndent() {
    const Token& indent = advance();
    report(DiagnosticKind::UnexpectedIndent, indent.range);
    parseStatements();
    accept(TokenKind::Dedent);
}

void Parser::parseStatement() {
    m_isGivenUp = false;
    const Statement* compound = parseCompound();
    if (compound) m_statements.push_back(compound);
    else parseSimpleLine();
}

// Statements between semicolons, up to the end of the line.
void Parser::parseSimpleLine() {
    do {
        if (atLineEnd()) break;
        const std::uint32_t begin = current().range.begin;
        const std::size_t expressions = m_expressions.size();
        const Statement* statement = parseSimpleStatement();
        if (!m_isGivenUp && !at(TokenKind::Semicolon) && !atLineEnd()) failHere();
        if (m_isGivenUp) {
            m_expressions.resize(expressions);
            m_statements.push_back(abandonedStatement(begin));
            return;
        }
        m_statements.push_back(statement);
    } while (accept(TokenKind::Semicolon));
    accept(TokenKind::Newline);
}

// What is left of a statement that was given up: its line, and the block that may stand below it.
const Statement* Parser::abandonedStatement(std::uint32_t begin) {
    m_isGivenUp = false;
    const std::uint32_t end = std::max(begin, lastEnd());
    std::vector<Block> blocks;
    accept(TokenKind::Newline);
    if (at(TokenKind::Indent)) blocks.push_back(parseIndented());
    auto* statement = make<ErrorStatement>(StatementKind::Error, begin);
    statement->range.end = blocks.empty() ? end : std::max(end, blocks.back().range.end);
    statement->blocks = keep(blocks, 0);
    return statement;
}

const Statement* Parser::parseSimpleStatement() {
    const Token& token = current();
    switch (token.kind) {
    case TokenKind::Pass: advance(); return make<Statement>(StatementKind::Pass, token.range.begin);
    case TokenKind::Break:
    case TokenKind::Continue: return parseLoopJump();
    case TokenKind::Return: return parseReturn();
    case TokenKind::Raise: return parseRaise();
    case TokenKind::Assert: return parseAssert();
    case TokenKind::Del: return parseDelete();
    case TokenKind::Import: return parseImport();
    case TokenKind::From: return parseImportFrom();
    case TokenKind::Global:
    case TokenKind::Nonlocal: return parseDeclaration();
    default: break;
    }
    if (atPrintStatement()) return parsePrintStatement();
    return failOnMisspeltKeyword() ? nullptr : parseExpressionStatement();
}

const Statement* Parser::expressionStatement(std::uint32_t begin, const Expression* value) {
    auto* statement = make<ExpressionStatement>(StatementKind::Expression, begin);
    statement->value = value;
    return statement;
}

// ---- Assignments -------------------------------------------------------------------------------------------------

const Statement* Parser::parseExpressionStatement() {
    const std::uint32_t begin = current().range.begin;
    if (at(TokenKind::Name) && ahead(1).kind == TokenKind::ColonAssign)
        reportWithFix(DiagnosticKind::ForeignOperator, ahead(1).range, {":=", "="}, "write =", {{ahead(1).range, "="}});
    const Expression* value = at(TokenKind::Yield) ? parseYield() : parseExpressionList();
    if (at(TokenKind::Assign)) return parseAssignment(begin, value);
    if (isAugmentedAssign(current().kind)) return parseAugmentedAssignment(begin, value);
    if (at(TokenKind::Colon)) return parseAnnotatedAssignment(begin, value);
    return expressionStatement(begin, value);
}

const Statement* Parser::parseAssignment(std::uint32_t begin, const Expression* first) {
    const std::size_t mark = m_expressions.size();
    const Expression* value = first;
    while (at(TokenKind::Assign)) {
        checkTarget(value);
        m_expressions.push_back(value);
        if (m_isGivenUp) break;
        accept(TokenKind::Assign);
        value = at(TokenKind::Yield) ? parseYield() : parseExpressionList();
    }
    const auto targets = keepExpressions(mark);
    auto* statement = make<AssignStatement>(StatementKind::Assign, begin);
    statement->targets = targets;
    statement->value = value;
    return statement;
}

const Statement* Parser::parseAugmentedAssignment(std::uint32_t begin, const Expression* target) {
    const bool isSimple = target->kind == ExpressionKind::Name || target->kind == ExpressionKind::Attribute ||
                          target->kind == ExpressionKind::Subscript;
    if (!isSimple)
        fail(DiagnosticKind::CannotAssign, target->range,
             {targetDescription(*target) + " with an augmented assignment"});
    const BinaryOperator op = augmentedOperator(current().kind);
    if (!m_isGivenUp) advance();
    const Expression* value = at(TokenKind::Yield) ? parseYield() : parseExpressionList();
    auto* statement = make<AugmentedAssignStatement>(StatementKind::AugmentedAssign, begin);
    statement->op = op;
    statement->target = target;
    statement->value = value;
    return statement;
}

const Statement* Parser::parseAnnotatedAssignment(std::uint32_t begin, const Expression* target) {
    const bool isSimple = target->kind == ExpressionKind::Name || target->kind == ExpressionKind::Attribute ||
                          target->kind == ExpressionKind::Subscript;
    if (!isSimple) failHere();
    accept(TokenKind::Colon);
    const Expression* annotation = parseExpression();
    const Expression* value = nullptr;
    if (accept(TokenKind::Assign)) value = at(TokenKind::Yield) ? parseYield() : parseExpressionList();
    auto* statement = make<AnnotatedAssignStatement>(StatementKind::AnnotatedAssign, begin);
    statement->target = target;
    statement->annotation = annotation;
    statement->value = value;
    return statement;
}

// How an expression that is no target is called in a message.
std::string Parser::targetDescription(const Expression& expression) {
    switch (expression.kind) {
    case ExpressionKind::None: return "None";
    case ExpressionKind::True: return "True";
    case ExpressionKind::False: return "False";
    case ExpressionKind::Ellipsis: return "ellipsis";
    case ExpressionKind::Integer:
    case ExpressionKind::BigInteger:
    case ExpressionKind::Float:
    case ExpressionKind::Imaginary:
    case ExpressionKind::String:
    case ExpressionKind::Bytes: return "literal";
    case ExpressionKind::FormattedString: return "f-string";
    case ExpressionKind::Tuple: return "tuple";
    case ExpressionKind::List: return "list";
    case ExpressionKind::Set: return "set display";
    case ExpressionKind::Dict: return "dict literal";
    case ExpressionKind::ListComprehension: return "list comprehension";
    case ExpressionKind::SetComprehension: return "set comprehension";
    case ExpressionKind::DictComprehension: return "dict comprehension";
    case ExpressionKind::Generator: return "generator expression";
    case ExpressionKind::Compare: return "comparison";
    case ExpressionKind::Conditional: return "conditional expression";
    case ExpressionKind::NamedAssignment: return "named expression";
    case ExpressionKind::Call: return "function call";
    case ExpressionKind::Lambda: return "lambda";
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom: return "yield expression";
    case ExpressionKind::Starred: return "starred expression";
    default: return "expression";
    }
}

void Parser::checkTarget(const Expression* target) {
    if (m_isGivenUp) return;
    switch (target->kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Attribute:
    case ExpressionKind::Subscript: return;
    case ExpressionKind::Starred: return checkTarget(as<StarredExpression>(*target).value);
    case ExpressionKind::Tuple:
    case ExpressionKind::List: {
        int starred = 0;
        for (const auto* element : as<SequenceExpression>(*target).elements) {
            starred += element->kind == ExpressionKind::Starred;
            checkTarget(element);
        }
        if (starred > 1) fail(DiagnosticKind::CannotAssign, target->range, {"several starred names at once"});
        return;
    }
    default: break;
    }
    const bool mayCompare = at(TokenKind::Assign);
    fail(DiagnosticKind::CannotAssign, target->range,
         {targetDescription(*target) + (mayCompare ? "; write '==' to compare" : "")});
}

// ---- Other statements --------------------------------------------------------------------------------------------

const Statement* Parser::parseReturn() {
    const Token& keyword = advance();
    if (!m_context.isInFunction) fail(DiagnosticKind::OutsideFunction, keyword.range, {"return"});
    const Expression* value = canBeginExpression() ? parseExpressionList() : nullptr;
    auto* statement = make<ReturnStatement>(StatementKind::Return, keyword.range.begin);
    statement->value = value;
    return statement;
}

const Statement* Parser::parseLoopJump() {
    const Token& keyword = advance();
    if (!m_context.isInLoop) fail(DiagnosticKind::OutsideLoop, keyword.range, {std::string(spelling(keyword.kind))});
    return make<Statement>(keyword.kind == TokenKind::Break ? StatementKind::Break : StatementKind::Continue,
                           keyword.range.begin);
}

const Statement* Parser::parseRaise() {
    const std::uint32_t begin = advance().range.begin;
    const Expression* exception = canBeginExpression() ? parseExpression() : nullptr;
    if (exception && at(TokenKind::Comma)) exception = parseOldRaise(begin, exception);
    const Expression* cause = exception && accept(TokenKind::From) ? parseExpression() : nullptr;
    auto* statement = make<RaiseStatement>(StatementKind::Raise, begin);
    statement->exception = exception;
    statement->cause = cause;
    return statement;
}

const Statement* Parser::parseAssert() {
    const std::uint32_t begin = advance().range.begin;
    const Expression* condition = parseCondition();
    const Expression* words = accept(TokenKind::Comma) ? parseExpression() : nullptr;
    auto* statement = make<AssertStatement>(StatementKind::Assert, begin);
    statement->condition = condition;
    statement->message = words;
    return statement;
}

const Statement* Parser::parseDelete() {
    const std::uint32_t begin = advance().range.begin;
    const std::size_t mark = m_expressions.size();
    do {
        if (atLineEnd() && m_expressions.size() > mark) break;
        const Expression* target = parseBinary(1);
        checkDeletable(target);
        m_expressions.push_back(target);
    } while (accept(TokenKind::Comma));
    const auto targets = keepExpressions(mark);
    auto* statement = make<DeleteStatement>(StatementKind::Delete, begin);
    statement->targets = targets;
    return statement;
}

void Parser::checkDeletable(const Expression* target) {
    if (m_isGivenUp) return;
    switch (target->kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Attribute:
    case ExpressionKind::Subscript: return;
    case ExpressionKind::Tuple:
    case ExpressionKind::List:
        for (const auto* element : as<SequenceExpression>(*target).elements) checkDeletable(element);
        return;
    default: fail(DiagnosticKind::CannotDelete, target->range, {targetDescription(*target)});
    }
}

const Statement* Parser::parseDeclaration() {
    const Token& keyword = advance();
    std::vector<NameId> names;
    do {
        const Token& name = current();
        if (expect(TokenKind::Name, "a name")) names.push_back(nameOf(name));
    } while (accept(TokenKind::Comma));
    const bool isGlobal = keyword.kind == TokenKind::Global;
    if (!isGlobal && m_context.isAtModuleLevel) fail(DiagnosticKind::NonlocalAtModule, keyword.range);
    auto* statement =
        make<DeclarationStatement>(isGlobal ? StatementKind::Global : StatementKind::Nonlocal, keyword.range.begin);
    statement->names = keep(names, 0);
    return statement;
}

// ---- Imports -----------------------------------------------------------------------------------------------------

std::string_view Parser::parseDottedName() {
    const std::uint32_t begin = current().range.begin;
    bool isContiguous = true;
    do {
        isContiguous &= current().range.begin == begin || current().range.begin == lastEnd();
        expect(TokenKind::Name, "the name of a module");
        isContiguous &= !at(TokenKind::Dot) || current().range.begin == lastEnd();
    } while (accept(TokenKind::Dot));
    if (m_isGivenUp) return {};
    const auto written = m_text.substr(begin, lastEnd() - begin);
    if (isContiguous) return written;
    std::string joined;
    for (const char byte : written)
        if (byte != ' ' && byte != '\t' && byte != '\\' && byte != '\n' && byte != '\r') joined += byte;
    return m_arena.copy(joined);
}

const Statement* Parser::parseImport() {
    const std::uint32_t begin = advance().range.begin;
    const std::size_t mark = m_imports.size();
    do {
        ImportedName imported;
        const Token& first = current();
        imported.name = parseDottedName();
        imported.nameRange = {first.range.begin, lastEnd()};
        imported.hasAlias = accept(TokenKind::As);
        const Token& bound = imported.hasAlias ? current() : first;
        if (imported.hasAlias) expect(TokenKind::Name, "a name behind 'as'");
        if (!m_isGivenUp) imported.variable.name = nameOf(bound);
        imported.range = {first.range.begin, lastEnd()};
        m_imports.push_back(imported);
    } while (accept(TokenKind::Comma));
    auto* statement = make<ImportStatement>(StatementKind::Import, begin);
    statement->names = keep(m_imports, mark);
    return statement;
}

const Statement* Parser::parseImportFrom() {
    const std::uint32_t begin = advance().range.begin;
    auto* statement = make<ImportFromStatement>(StatementKind::ImportFrom, begin);
    statement->moduleRange.begin = current().range.begin;
    for (; at(TokenKind::Dot) || at(TokenKind::Ellipsis); advance()) statement->level += at(TokenKind::Dot) ? 1 : 3;
    if (statement->level == 0 || at(TokenKind::Name)) statement->module = parseDottedName();
    statement->moduleRange.end = lastEnd();
    expect(TokenKind::Import, "'import'");
    if (at(TokenKind::Star)) {
        if (!m_context.isAtModuleLevel) fail(DiagnosticKind::StarImportInside, current().range);
        else advance();
        statement->isStar = true;
    } else {
        const std::size_t mark = m_imports.size();
        const bool isParenthesised = accept(TokenKind::LeftParenthesis);
        parseImportedNames(isParenthesised);
        if (isParenthesised) expect(TokenKind::RightParenthesis, "',' or ')'");
        statement->names = keep(m_imports, mark);
    }
    statement->range.end = lastEnd();
    return statement;
}

void Parser::parseImportedNames(bool isParenthesised) {
    do {
        if (isParenthesised && at(TokenKind::RightParenthesis)) break;
        ImportedName imported;
        const Token& name = current();
        if (!expect(TokenKind::Name, "a name to import")) return;
        imported.name = textOf(name);
        imported.nameRange = name.range;
        imported.hasAlias = accept(TokenKind::As);
        const Token& bound = imported.hasAlias ? current() : name;
        if (imported.hasAlias && !expect(TokenKind::Name, "a name behind 'as'")) return;
        imported.variable.name = nameOf(bound);
        imported.range = {name.range.begin, lastEnd()};
        m_imports.push_back(imported);
    } while (accept(TokenKind::Comma));
}

}  // namespace namescape
