#include "syntax/parser_core.h"

#include <fmt/format.h>

namespace namescape {

// A statement with blocks, or null where none begins.
const Statement* Parser::parseCompound() {
    const std::uint32_t begin = current().range.begin;
    switch (current().kind) {
    case TokenKind::If: return parseIf();
    case TokenKind::While: return parseWhile();
    case TokenKind::For: return parseFor(begin, false);
    case TokenKind::With: return parseWith(begin, false);
    case TokenKind::Try: return parseTry();
    case TokenKind::Def: return parseFunction(begin, {}, false);
    case TokenKind::Class: return parseClass(begin, {});
    case TokenKind::At: return parseDecorated();
    case TokenKind::Async: return parseAsync(begin, {});
    case TokenKind::Elif:
    case TokenKind::Else:
    case TokenKind::Except:
    case TokenKind::Finally: return parseOrphan();
    default: return atMatchStatement() ? parseMatch() : nullptr;
    }
}

// The statement, or an ErrorStatement where one of its headers was given up.
const Statement* Parser::finish(Compound& compound, Statement* statement) {
    const std::uint32_t end = std::max(compound.begin, lastEnd());
    if (!compound.isBroken) {
        statement->range = {compound.begin, end};
        return statement;
    }
    auto* error = make<ErrorStatement>(StatementKind::Error, compound.begin);
    error->range.end = end;
    error->blocks = keep(compound.blocks, 0);
    return error;
}

// ---- Blocks ------------------------------------------------------------------------------------------------------

// The colon of a header. A missing one is reported and then read as if it were there.
Parser::Colon Parser::parseColon(std::string_view description) {
    if (m_isGivenUp) return Colon::Unreadable;
    if (accept(TokenKind::Colon)) return Colon::Found;
    const auto lineBegin = m_tokens.begin() + static_cast<std::ptrdiff_t>(m_at);
    const auto lineEnd = m_tokens.begin() + static_cast<std::ptrdiff_t>(lineEndIndex(m_at));
    const bool isFurtherOn =
        std::any_of(lineBegin, lineEnd, [](const Token& token) { return token.kind == TokenKind::Colon; });
    if (isFurtherOn || at(TokenKind::Error) || current().isMissing) {
        failHere();
        return Colon::Unreadable;
    }
    const Token& last = m_tokens[m_at - 1];
    const std::uint32_t end = last.range.end;
    const SourceRange range{last.isMissing ? end - 1 : last.range.begin, end};
    reportWithFix(DiagnosticKind::MissingColon, range, {std::string(description)}, "add ':'", {{{end, end}, ":"}});
    return Colon::Missing;
}

// The colon behind a header and what it leads in: an indented block, or statements on the same line.
Block Parser::parseBlock(Compound& compound, const Token& header, std::string_view description) {
    Block block;
    const Colon colon = parseColon(description);
    compound.isBroken |= colon == Colon::Unreadable;
    m_isGivenUp = false;
    block.colonEnd = lastEnd();
    if (accept(TokenKind::Newline)) {
        if (at(TokenKind::Indent)) {
            parseIndentedInto(block);
        } else if (colon == Colon::Found) {
            report(DiagnosticKind::MissingBlock, {header.range.begin, block.colonEnd}, {std::string(description)});
        }
    } else if (!at(TokenKind::EndOfFile)) {
        const std::size_t mark = m_statements.size();
        parseSimpleLine();
        block.statements = keep(m_statements, mark);
        if (!block.statements.empty())
            block.range = {block.statements.front()->range.begin, block.statements.back()->range.end};
    }
    compound.blocks.push_back(block);
    return block;
}

Block Parser::parseIndented() {
    Block block;
    block.colonEnd = lastEnd();
    parseIndentedInto(block);
    return block;
}

// From an Indent to its Dedent.
void Parser::parseIndentedInto(Block& block) {
    const std::size_t mark = m_statements.size();
    advance();
    parseStatements();
    accept(TokenKind::Dedent);
    block.statements = keep(m_statements, mark);
    if (!block.statements.empty())
        block.range = {block.statements.front()->range.begin, block.statements.back()->range.end};
}

// An `else` and its block, where there is one.
Block Parser::parseElse(Compound& compound) {
    if (!at(TokenKind::Else)) return {};
    const Token& header = advance();
    return parseBlock(compound, header, "'else'");
}

// The condition of if, while and assert, where a single `=` is reported and then read as `==`.
const Expression* Parser::parseCondition() {
    const std::uint32_t begin = current().range.begin;
    const Expression* condition = parseNamedExpression();
    if (!at(TokenKind::Assign)) return condition;
    reportWithFix(DiagnosticKind::AssignmentInExpression, current().range, {}, "write '=='", {{current().range, "=="}});
    advance();
    const Expression* operands[] = {condition, parseOr()};
    const CompareOperator op = CompareOperator::Equal;
    auto* compare = make<CompareExpression>(ExpressionKind::Compare, begin, heightOf({operands[0], operands[1]}));
    compare->operators = m_arena.copy(std::span<const CompareOperator>(&op, 1));
    compare->operands = m_arena.copy(std::span<const Expression* const>(operands));
    return compare;
}

// ---- if, while, for ----------------------------------------------------------------------------------------------

// `else if`, which is `elif` in Python: reported, and read as such.
bool Parser::acceptElseIf() {
    if (!at(TokenKind::Else) || ahead(1).kind != TokenKind::If) return false;
    const SourceRange range{current().range.begin, ahead(1).range.end};
    reportWithFix(DiagnosticKind::ForeignOperator, range, {"else if", "elif"}, "write elif", {{range, "elif"}});
    advance();
    return true;
}

const Statement* Parser::parseIf() {
    Compound compound{current().range.begin, false, {}};
    std::vector<IfBranch> branches;
    do {
        IfBranch branch;
        const Token& header = advance();
        branch.condition = parseCondition();
        branch.body =
            parseBlock(compound, header, header.kind == TokenKind::If ? "'if' statement" : "'elif' statement");
        branch.range = {header.range.begin, lastEnd()};
        branches.push_back(branch);
    } while (at(TokenKind::Elif) || acceptElseIf());
    const Block orElse = parseElse(compound);
    auto* statement = make<IfStatement>(StatementKind::If, compound.begin);
    statement->branches = keep(branches, 0);
    statement->orElse = orElse;
    return finish(compound, statement);
}

const Statement* Parser::parseWhile() {
    const Token& header = advance();
    Compound compound{header.range.begin, false, {}};
    auto* statement = make<WhileStatement>(StatementKind::While, compound.begin);
    statement->condition = parseCondition();
    const bool wasInLoop = std::exchange(m_context.isInLoop, true);
    statement->body = parseBlock(compound, header, "'while' statement");
    m_context.isInLoop = wasInLoop;
    statement->orElse = parseElse(compound);
    return finish(compound, statement);
}

const Statement* Parser::parseFor(std::uint32_t begin, bool isAsync) {
    const Token& header = advance();
    Compound compound{begin, false, {}};
    auto* statement = make<ForStatement>(StatementKind::For, begin);
    statement->isAsync = isAsync;
    statement->target = parseTargetList();
    expect(TokenKind::In, "'in'");
    statement->iterable = parseExpressionList();
    const bool wasInLoop = std::exchange(m_context.isInLoop, true);
    statement->body = parseBlock(compound, header, "'for' statement");
    m_context.isInLoop = wasInLoop;
    statement->orElse = parseElse(compound);
    return finish(compound, statement);
}

// ---- with --------------------------------------------------------------------------------------------------------

// Whether the parenthesis behind `with` holds items, as in `with (a as b, c):`, and not the begin of an expression.
bool Parser::hasParenthesisedItems() const {
    if (!at(TokenKind::LeftParenthesis)) return false;
    std::size_t depth = 0, i = m_at;
    bool isOneExpression = false;
    for (;; ++i) {
        const Token& token = m_tokens[i];
        if (token.kind == TokenKind::Newline || token.kind == TokenKind::EndOfFile) return false;
        if (isOpeningBracket(token.kind)) ++depth;
        if (isClosingBracket(token.kind) && --depth == 0) break;
        isOneExpression |= depth == 1 && (token.kind == TokenKind::For || token.kind == TokenKind::Yield ||
                                          token.kind == TokenKind::ColonAssign);
    }
    const TokenKind behind = m_tokens[i + 1].kind;
    return !isOneExpression && (behind == TokenKind::Colon || behind == TokenKind::Newline) &&
           ahead(1).kind != TokenKind::RightParenthesis;
}

void Parser::parseWithItem(std::vector<WithItem>& items) {
    WithItem item;
    item.range.begin = current().range.begin;
    item.context = parseExpression();
    if (accept(TokenKind::As)) {
        item.target = parseTarget();
        checkTarget(item.target);
    }
    item.range.end = lastEnd();
    items.push_back(item);
}

const Statement* Parser::parseWith(std::uint32_t begin, bool isAsync) {
    const Token& header = advance();
    Compound compound{begin, false, {}};
    std::vector<WithItem> items;
    if (hasParenthesisedItems()) {
        advance();
        do {
            if (at(TokenKind::RightParenthesis)) break;
            parseWithItem(items);
        } while (acceptComma(TokenKind::RightParenthesis));
        expect(TokenKind::RightParenthesis, "',' or ')'");
    } else {
        do parseWithItem(items);
        while (accept(TokenKind::Comma));
    }
    auto* statement = make<WithStatement>(StatementKind::With, begin);
    statement->isAsync = isAsync;
    statement->items = keep(items, 0);
    statement->body = parseBlock(compound, header, "'with' statement");
    return finish(compound, statement);
}

// ---- try ---------------------------------------------------------------------------------------------------------

const Statement* Parser::parseTry() {
    const Token& header = advance();
    Compound compound{header.range.begin, false, {}};
    std::vector<ExceptHandler> handlers;
    auto* statement = make<TryStatement>(StatementKind::Try, compound.begin);
    statement->body = parseBlock(compound, header, "'try'");
    while (at(TokenKind::Except)) {
        if (!handlers.empty() && !handlers.back().type && !compound.isBroken)
            report(DiagnosticKind::BareExceptNotLast, handlers.back().range);
        handlers.push_back(parseHandler(compound));
    }
    if (!handlers.empty()) statement->orElse = parseElse(compound);
    const bool hasFinally = at(TokenKind::Finally);
    if (hasFinally) {
        const Token& finallyHeader = advance();
        statement->finally = parseBlock(compound, finallyHeader, "'finally'");
    }
    statement->handlers = keep(handlers, 0);
    if (statement->handlers.empty() && !hasFinally && !compound.isBroken)
        report(DiagnosticKind::MissingHandler, header.range);
    return finish(compound, statement);
}

// `except E as e:`; also `except E, e:`, which is Python 2.
ExceptHandler Parser::parseHandler(Compound& compound) {
    ExceptHandler handler;
    const Token& header = advance();
    handler.range.begin = header.range.begin;
    if (at(TokenKind::Star)) fail(DiagnosticKind::Unsupported, current().range, {"'except*' clauses"});
    if (!at(TokenKind::Colon) && !atLineEnd()) handler.type = parseExpression();
    const bool isOldForm = at(TokenKind::Comma) && ahead(1).kind == TokenKind::Name &&
                           (ahead(2).kind == TokenKind::Colon || ahead(2).kind == TokenKind::Newline);
    if (isOldForm)
        reportWithFix(DiagnosticKind::Python2, {handler.range.begin, ahead(1).range.end},
                      {"except E, e", "except E as e"}, "write 'as'", {{{lastEnd(), current().range.end}, " as"}});
    if (isOldForm ? accept(TokenKind::Comma) : handler.type && accept(TokenKind::As)) {
        const Token& name = current();
        if (expect(TokenKind::Name, "a name behind 'as'")) handler.variable.name = nameOf(name);
        handler.hasName = true;
    }
    handler.body = parseBlock(compound, header, "'except' statement");
    handler.range.end = lastEnd();
    return handler;
}

// ---- Definitions -------------------------------------------------------------------------------------------------

const Statement* Parser::parseDecorated() {
    const std::uint32_t begin = current().range.begin;
    const std::size_t mark = m_expressions.size();
    while (at(TokenKind::At)) {
        advance();
        m_expressions.push_back(parseNamedExpression());
        if (!m_isGivenUp && !at(TokenKind::Newline)) failHere();
        if (m_isGivenUp) break;
        accept(TokenKind::Newline);
    }
    const auto decorators = keepExpressions(mark);
    if (!m_isGivenUp && at(TokenKind::Def)) return parseFunction(begin, decorators, false);
    if (!m_isGivenUp && at(TokenKind::Class)) return parseClass(begin, decorators);
    if (!m_isGivenUp && at(TokenKind::Async)) return parseAsync(begin, decorators);
    if (!m_isGivenUp)
        report(DiagnosticKind::Expected, current().range,
               {"a function or a class behind its decorator", describe(current())});
    return abandonedStatement(begin);
}

const Statement* Parser::parseAsync(std::uint32_t begin, ExpressionList decorators) {
    const TokenKind what = ahead(1).kind;
    advance();
    if (what == TokenKind::Def) return parseFunction(begin, decorators, true);
    if (what == TokenKind::For && decorators.empty()) return parseFor(begin, true);
    if (what == TokenKind::With && decorators.empty()) return parseWith(begin, true);
    failHere("'def', 'for' or 'with' behind 'async'");
    return abandonedStatement(begin);
}

const Statement* Parser::parseFunction(std::uint32_t begin, ExpressionList decorators, bool isAsync) {
    const Token& header = advance();
    Compound compound{begin, false, {}};
    auto* statement = make<FunctionStatement>(StatementKind::Function, begin);
    statement->isAsync = isAsync;
    statement->decorators = decorators;
    const Token& name = current();
    if (expect(TokenKind::Name, "the name of the function")) statement->variable.name = nameOf(name);
    statement->nameRange = name.range;
    expect(TokenKind::LeftParenthesis, "'('");
    statement->parameters = parseParameters(TokenKind::RightParenthesis);
    expect(TokenKind::RightParenthesis, "',' or ')'");
    if (accept(TokenKind::Arrow)) statement->returns = parseExpression();
    const Context outer = std::exchange(m_context, {true, false, false, m_context.className});
    statement->body = parseBlock(compound, header, "function definition");
    m_context = outer;
    return finish(compound, statement);
}

const Statement* Parser::parseClass(std::uint32_t begin, ExpressionList decorators) {
    const Token& header = advance();
    Compound compound{begin, false, {}};
    auto* statement = make<ClassStatement>(StatementKind::Class, begin);
    statement->decorators = decorators;
    const Token& name = current();
    if (expect(TokenKind::Name, "the name of the class")) statement->variable.name = nameOf(name);
    statement->nameRange = name.range;
    if (at(TokenKind::LeftParenthesis)) statement->arguments = parseArguments();
    auto className = textOf(name);
    while (className.starts_with('_')) className.remove_prefix(1);
    const Context outer = std::exchange(m_context, {false, false, false, className});
    statement->body = parseBlock(compound, header, "class definition");
    m_context = outer;
    return finish(compound, statement);
}

// ---- What belongs to nothing, and what is not supported ----------------------------------------------------------

// An else, elif, except or finally without its statement.
const Statement* Parser::parseOrphan() {
    const Token& header = current();
    const bool isOfTry = header.kind == TokenKind::Except || header.kind == TokenKind::Finally;
    const std::string_view owner = isOfTry                          ? "'try'"
                                   : header.kind == TokenKind::Elif ? "'if'"
                                                                    : "'if', 'for', 'while' or 'try'";
    fail(DiagnosticKind::OrphanClause, header.range, {std::string(spelling(header.kind)), std::string(owner)});
    return abandonedStatement(header.range.begin);
}

// `match` is a name unless a block of `case`s follows.
bool Parser::atMatchStatement() const {
    if (!at(TokenKind::Name) || textOf(current()) != "match" || ahead(1).kind == TokenKind::Assign) return false;
    const std::size_t end = lineEndIndex(m_at);
    if (end + 2 >= m_tokens.size() || m_tokens[end - 1].kind != TokenKind::Colon) return false;
    return m_tokens[end + 1].kind == TokenKind::Indent && textOf(m_tokens[end + 2]) == "case";
}

const Statement* Parser::parseMatch() {
    const std::uint32_t begin = current().range.begin;
    fail(DiagnosticKind::Unsupported, current().range, {"match statements"});
    const std::uint32_t end = lastEnd();
    m_isGivenUp = false;
    accept(TokenKind::Newline);
    std::size_t depth = 0;
    std::uint32_t blockEnd = end;
    while (!at(TokenKind::EndOfFile)) {  // the cases are not read: they are no statements
        if (at(TokenKind::Indent)) ++depth;
        if (at(TokenKind::Dedent) && --depth == 0) break;
        if (at(TokenKind::Newline)) blockEnd = lastEnd();
        advance();
    }
    accept(TokenKind::Dedent);
    auto* statement = make<ErrorStatement>(StatementKind::Error, begin);
    statement->range.end = blockEnd;
    return statement;
}

}  // namespace namescape
