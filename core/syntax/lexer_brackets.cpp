#include "syntax/lexer_core.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

// Keywords that no expression contains: at the begin of a line they begin a statement, whatever is open.
bool beginsStatementOnly(TokenKind kind) {
    switch (kind) {
    case TokenKind::Assert:
    case TokenKind::Break:
    case TokenKind::Class:
    case TokenKind::Continue:
    case TokenKind::Def:
    case TokenKind::Del:
    case TokenKind::Elif:
    case TokenKind::Except:
    case TokenKind::Finally:
    case TokenKind::Global:
    case TokenKind::Import:
    case TokenKind::Nonlocal:
    case TokenKind::Pass:
    case TokenKind::Raise:
    case TokenKind::Return:
    case TokenKind::Try:
    case TokenKind::While:
    case TokenKind::With: return true;
    default: return false;
    }
}

// Keywords that a block follows.
bool beginsBlock(TokenKind kind) {
    switch (kind) {
    case TokenKind::Async:
    case TokenKind::Class:
    case TokenKind::Def:
    case TokenKind::Elif:
    case TokenKind::Else:
    case TokenKind::Except:
    case TokenKind::Finally:
    case TokenKind::For:
    case TokenKind::If:
    case TokenKind::Try:
    case TokenKind::While:
    case TokenKind::With: return true;
    default: return false;
    }
}

// Whether an operand (a name, a literal, a bracketed expression) may end with this token.
bool endsOperand(TokenKind kind) {
    switch (kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::FormatEnd:
    case TokenKind::False:
    case TokenKind::None:
    case TokenKind::True:
    case TokenKind::Ellipsis: return true;
    default: return isClosingBracket(kind);
    }
}

// Keywords that go on with an expression, so that they may stand behind an operand.
bool joinsOperands(TokenKind kind) {
    switch (kind) {
    case TokenKind::And:
    case TokenKind::As:
    case TokenKind::Async:
    case TokenKind::Else:
    case TokenKind::For:
    case TokenKind::From:
    case TokenKind::If:
    case TokenKind::In:
    case TokenKind::Is:
    case TokenKind::Not:
    case TokenKind::Or: return true;
    default: return false;
    }
}

std::string_view wordAt(std::string_view text, std::uint32_t at) {
    std::size_t end = at;
    while (end < text.size() && isWordByte(static_cast<unsigned char>(text[end]))) ++end;
    return text.substr(at, end - at);
}

}  // namespace

// For a bracket that is the last token.
void Lexer::openBracket(TokenKind kind) {
    if (m_brackets.size() >= m_limits.maxDepth) {
        if (!isInField() && kind != TokenKind::FieldOpen && rewindToUnclosedBracket()) return;
        report(DiagnosticKind::TooDeep, result.tokens.back().range, {fmt::format("{}", m_limits.maxDepth)});
        return abandonStatement();
    }
    const auto index = static_cast<std::uint32_t>(result.tokens.size() - 1);
    if (m_brackets.empty() && kind != TokenKind::FieldOpen && !m_isSuspicious)
        m_snapshot = {result.tokens.back().range.begin, index, result.comments.size(), result.diagnostics.size()};
    m_brackets.push_back({kind, index});
}

// The rest of the line is skipped, and nothing stays open.
void Lexer::abandonStatement() {
    m_isAbandoned = true;
    m_brackets.clear();
    if (!result.tokens.empty()) result.tokens.back().kind = TokenKind::Error;
    m_at = lineEnd(m_at);
}

void Lexer::lexClosingBracket(TokenKind kind, std::uint32_t length) {
    const SourceRange range{m_at, m_at + length};
    const auto isBarrier = [](const OpenBracket& bracket) { return bracket.kind == TokenKind::FieldOpen; };
    const auto matches = [kind](const OpenBracket& bracket) { return closingBracketOf(bracket.kind) == kind; };
    const auto barrier = std::find_if(m_brackets.rbegin(), m_brackets.rend(), isBarrier);
    const auto opening = std::find_if(m_brackets.rbegin(), barrier, matches);
    if (opening == barrier && (m_brackets.empty() || isBarrier(m_brackets.back()))) {
        m_at += length;
        if (m_mode == LexerMode::Editor) return add(kind, range.begin, range.end);
        return reportWithFix(DiagnosticKind::UnmatchedBracket, range, {std::string(spelling(kind))}, "remove it",
                             {{range, ""}});
    }
    const TokenKind expected = closingBracketOf(m_brackets.back().kind);
    if (opening == m_brackets.rbegin()) {
        // the usual case
    } else if (opening != barrier) {
        closeBrackets(static_cast<std::size_t>(m_brackets.rend() - opening));
    } else {
        reportWithFix(DiagnosticKind::MismatchedBracket, range,
                      {std::string(spelling(kind)), std::string(spelling(m_brackets.back().kind)),
                       std::string(spelling(expected))},
                      fmt::format("replace it by '{}'", spelling(expected)),
                      {{range, std::string(spelling(expected))}});
        kind = expected;
    }
    m_brackets.pop_back();
    if (m_brackets.empty()) m_isSuspicious = mayNotRewind();
    take(kind, length);
}

// Reports and closes the innermost brackets, down to `keep` of them: behind the last token, but before the colon of a
// header such as `with f(x:`.
void Lexer::closeBrackets(std::size_t keep) {
    const TokenKind first = m_statement < result.tokens.size() ? result.tokens[m_statement].kind : TokenKind::Newline;
    const bool isBeforeColon = keep == 0 && lastKind() == TokenKind::Colon && beginsBlock(first);
    const Token colon = result.tokens.back();
    if (isBeforeColon) result.tokens.pop_back();
    const Token opening = result.tokens[m_brackets.back().token];
    const std::uint32_t end = result.tokens.back().range.end;
    std::string closers;
    for (std::size_t i = m_brackets.size(); i > keep; --i)
        closers += spelling(closingBracketOf(m_brackets[i - 1].kind));
    const auto closer = closers.substr(0, 1);
    reportWithFix(DiagnosticKind::UnclosedBracket, opening.range, {std::string(spelling(opening.kind)), closer},
                  fmt::format("add '{}'", closers), {{{end, end}, closers}});
    insertClosers(keep);
    if (isBeforeColon) result.tokens.push_back(colon);
}

void Lexer::insertClosers(std::size_t keep) {
    const std::uint32_t end = result.tokens.back().range.end;
    for (; m_brackets.size() > keep; m_brackets.pop_back())
        if (m_mode == LexerMode::Program)
            result.tokens.push_back({{end, end}, closingBracketOf(m_brackets.back().kind), true});
    if (keep == 0) m_isSuspicious = mayNotRewind();
}

// At a colon: whether it ends a header line although a bracket is open. Inside one, only lambdas and slices have a
// colon, and nobody breaks the line there.
bool Lexer::colonEndsHeaderInside() const {
    if (m_mode == LexerMode::Editor || isInField() || m_brackets.empty()) return false;
    if (m_brackets.back().kind == TokenKind::LeftBrace) return false;  // a dict may well go on in the next line
    if (m_statement >= result.tokens.size() || !beginsBlock(result.tokens[m_statement].kind)) return false;
    const auto isSpace = [](char byte) { return byte == ' ' || byte == '\t' || byte == '\f'; };
    std::uint32_t behind = m_at + characterAt(m_text, m_at).length;
    while (behind < size() && isSpace(m_text[behind])) ++behind;
    if (behind < size() && m_text[behind] != '\n' && m_text[behind] != '\r' && m_text[behind] != '#') return false;
    const auto inside = result.tokens.begin() + m_brackets.back().token;
    return std::none_of(inside, result.tokens.end(),
                        [](const Token& token) { return token.kind == TokenKind::Lambda; });
}

// ---- Brackets that are never closed
// ----------------------------------------------------------------------------------

// Inside brackets, indentation means nothing; but a line may show that the bracket was meant to be closed before it.
void Lexer::beginContinuationLine() {
    const Indentation indentation = measureIndentation(m_at);
    if (!endsStatementInside(indentation.range.end, indentation.column8)) return;
    if (rewindToUnclosedBracket()) return;
    closeBrackets(0);
    endStatement();
    beginStatementLine();
}

bool Lexer::endsStatementInside(std::uint32_t at, std::uint32_t column) const {
    if (at >= size() || m_text[at] == '\n' || m_text[at] == '\r' || m_text[at] == '#') return false;
    const TokenKind keyword = keywordKind(wordAt(m_text, at));
    if (beginsStatementOnly(keyword)) return true;
    if (keyword == TokenKind::From && lastKind() != TokenKind::Yield) return true;
    if (!m_isSuspicious) return false;
    const bool closes = m_text[at] == ')' || m_text[at] == ']' || m_text[at] == '}';
    if (column <= m_lineColumn && !closes) return true;
    return endsOperand(lastKind()) && lineStartsOperand(at);
}

bool Lexer::lineStartsOperand(std::uint32_t at) const {
    const auto byte = static_cast<unsigned char>(m_text[at]);
    if (byte == '"' || byte == '\'') return lastKind() != TokenKind::String && lastKind() != TokenKind::FormatEnd;
    if (byte < 0x80) return isWordByte(byte) && !joinsOperands(keywordKind(wordAt(m_text, at)));
    return isIdentifierCharacter(characterAt(m_text, at).codePoint);
}

// At a place where the outermost bracket can't be open any more: reads on from it once more, expecting it to lack its
// end.
bool Lexer::rewindToUnclosedBracket() {
    if (m_isSuspicious || m_isOverLimit) return false;
    m_rewound += m_at - m_snapshot.at;
    m_at = m_snapshot.at;
    result.tokens.resize(m_snapshot.tokens);
    result.comments.resize(m_snapshot.comments);
    result.diagnostics.resize(m_snapshot.diagnostics);
    m_brackets.clear();
    m_isSuspicious = true;
    return true;
}

}  // namespace namescape
