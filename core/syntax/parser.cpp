#include "syntax/parser_core.h"

#include "support/utf8.h"
#include "syntax/characters.h"

#include <fmt/format.h>

namespace namescape {

Parser::Parser(std::string_view text, const LexedProgram& lexed, const ParseLimits& limits, Arena& arena,
               NameTable& names)
    : m_text(text), m_tokens(lexed.tokens), m_limits(limits), m_arena(arena), m_names(names) {}

Block Parser::parseProgram() {
    Block block;
    while (!at(TokenKind::EndOfFile)) {
        parseStatements();
        accept(TokenKind::Dedent);  // of a block that belongs to nothing
    }
    block.statements = keep(m_statements, 0);
    if (!block.statements.empty())
        block.range = {block.statements.front()->range.begin, block.statements.back()->range.end};
    return block;
}

bool Parser::accept(TokenKind kind) {
    if (!at(kind)) return false;
    advance();
    return true;
}

bool Parser::expect(TokenKind kind, std::string_view description) {
    if (accept(kind)) return true;
    failHere(description);
    return false;
}

std::string_view Parser::textOf(const Token& token) const {
    return m_text.substr(token.range.begin, token.range.end - token.range.begin);
}

// How a token is called in a message.
std::string Parser::describe(const Token& token) const {
    switch (token.kind) {
    case TokenKind::EndOfFile: return "the end of the text";
    case TokenKind::Newline: return "the end of the line";
    case TokenKind::Indent: return "an indented line";
    case TokenKind::Dedent: return "the end of the block";
    case TokenKind::String:
    case TokenKind::FormatStart: return "a string";
    case TokenKind::FormatText:
    case TokenKind::FormatEnd: return "the end of a field";
    default: break;
    }
    constexpr std::size_t shownLength = 40;
    const auto text = textOf(token);
    if (text.size() <= shownLength) return fmt::format("'{}'", text);
    std::size_t end = shownLength;
    while (continuesCodePoint(text[end])) --end;
    return fmt::format("'{}…'", text.substr(0, end));
}

void Parser::enter() {
    if (++m_depth > m_limits.maxDepth)
        fail(DiagnosticKind::TooDeep, current().range, {fmt::format("{}", m_limits.maxDepth)});
}

// The index of the token that ends a logical line.
std::size_t Parser::lineEndIndex(std::size_t from) const {
    while (m_tokens[from].kind != TokenKind::Newline && m_tokens[from].kind != TokenKind::EndOfFile) ++from;
    return from;
}

void Parser::giveUp() {
    m_isGivenUp = true;
    m_at = m_isOverLimit ? m_tokens.size() - 1 : lineEndIndex(m_at);
}

void Parser::fail(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments) {
    if (!m_isGivenUp) report(kind, range, std::move(arguments));
    giveUp();
}

// For a token that fits nothing here. Where the lexer has already said what is wrong with it, nothing is added.
void Parser::failHere(std::string_view expected) {
    const Token& token = current();
    if (token.kind == TokenKind::Error || token.isMissing || token.isBroken) return giveUp();
    SourceRange range = token.range;
    if (atLineEnd() && m_at > 0) range = {lastEnd(), lastEnd()};
    if (expected.empty()) return fail(DiagnosticKind::InvalidSyntax, range, {describe(token)});
    fail(DiagnosticKind::Expected, range, {std::string(expected), describe(token)});
}

Diagnostic* Parser::report(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments) {
    if (diagnostics.size() > m_limits.maxDiagnostics) return nullptr;
    Diagnostic diagnostic;
    diagnostic.kind = kind;
    diagnostic.range = range;
    diagnostic.arguments = std::move(arguments);
    diagnostics.push_back(std::move(diagnostic));
    return &diagnostics.back();
}

void Parser::reportWithFix(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments,
                           std::string title, std::vector<TextEdit> edits) {
    if (auto* diagnostic = report(kind, range, std::move(arguments)))
        diagnostic->fixes.push_back({std::move(title), std::move(edits)});
}

std::uint16_t Parser::heightOf(std::initializer_list<const Expression*> expressions) {
    return heightOf(ExpressionList(expressions.begin(), expressions.size()));
}

std::uint16_t Parser::heightOf(ExpressionList expressions) {
    std::uint16_t height = 0;
    for (const auto* expression : expressions) height = std::max(height, heightOf(expression));
    return height;
}

void Parser::checkExpression(const Expression& expression) {
    countNode(expression.range);
    if (expression.height > m_limits.maxHeight)
        fail(DiagnosticKind::TooHigh, expression.range, {fmt::format("{}", m_limits.maxHeight)});
}

void Parser::countNode(SourceRange range) {
    if (++m_nodes <= m_limits.maxNodes || m_isOverLimit) return;
    m_isOverLimit = true;
    report(DiagnosticKind::TooManyNodes, range, {fmt::format("{}", m_limits.maxNodes)});
    giveUp();
}

const Expression* Parser::errorExpression() {
    auto* node = m_arena.make<Expression>();
    node->range = {lastEnd(), lastEnd()};
    return node;
}

// Full-width letters and digits are those of ASCII to Python.
std::string_view Parser::normalised(std::string_view name) {
    if (name.find('\xEF') == std::string_view::npos) return name;
    std::string result;
    for (std::size_t offset = 0; offset < name.size();) {
        const Character character = characterAt(name, offset);
        const auto twin = asciiTwin(character.codePoint);
        result += twin.empty() ? name.substr(offset, character.length) : twin;
        offset += character.length;
    }
    return m_arena.copy(result);
}

// Inside a class, a name such as __x belongs to that class.
NameId Parser::nameOf(const Token& token) {
    const auto name = normalised(textOf(token));
    const bool isPrivate = !m_context.className.empty() && name.starts_with("__") && !name.ends_with("__");
    if (!isPrivate) return m_names.intern(name);
    return m_names.internCopy(fmt::format("_{}{}", m_context.className, name));
}

}  // namespace namescape
