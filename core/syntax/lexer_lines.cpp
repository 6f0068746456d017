#include "syntax/lexer_core.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

Lexer::Lexer(std::string_view text, const ParseLimits& limits, LexerMode mode)
    : m_text(text), m_limits(limits), m_mode(mode) {}

LexedProgram lex(std::string_view text, const ParseLimits& limits) {
    Lexer lexer(text, limits, LexerMode::Program);
    lexer.lexProgram();
    return std::move(lexer.result);
}

void Lexer::lexProgram() {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (m_text.starts_with(byteOrderMark)) m_at = static_cast<std::uint32_t>(byteOrderMark.size());
    result.tokens.reserve(std::min<std::size_t>(m_text.size() / 4, m_limits.maxTokens) + 16);
    while (true) {
        while (!atEnd()) {
            beginLine();
            lexPhysicalLine();
        }
        if (m_brackets.empty() || !rewindToUnclosedBracket()) break;
        lexPhysicalLine();
    }
    finish();
}

// What was open at the end of the text is closed there.
void Lexer::finish() {
    m_isOverLimit = false;
    if (!m_brackets.empty()) closeBrackets(0);
    endStatement();
    const std::uint32_t end = result.tokens.empty() ? 0 : result.tokens.back().range.end;
    for (; m_indents.size() > 1; m_indents.pop_back()) result.tokens.push_back({{end, end}, TokenKind::Dedent});
    result.tokens.push_back({{size(), size()}, TokenKind::EndOfFile});
}

void Lexer::skipLineEnd() {
    m_at += peek() == '\r' && peek(1) == '\n' ? 2 : 1;
}

void Lexer::lexComment() {
    const std::uint32_t begin = m_at;
    m_at = lineEnd(m_at);
    if (m_mode == LexerMode::Editor) return add(TokenKind::Comment, begin, m_at);
    result.comments.push_back({begin, m_at});
}

std::uint32_t Lexer::lineEnd(std::uint32_t at) const {
    while (at < size() && m_text[at] != '\n' && m_text[at] != '\r') ++at;
    return at;
}

// Puts a Newline behind the running statement, if there is one.
void Lexer::endStatement() {
    const TokenKind last = lastKind();
    if (last == TokenKind::Newline || last == TokenKind::Indent || last == TokenKind::Dedent) return;
    const std::uint32_t end = result.tokens.back().range.end;
    result.tokens.push_back({{end, end}, TokenKind::Newline});
}

// Up to the end of the line, or further where a string or a backslash goes on.
void Lexer::lexPhysicalLine() {
    while (true) {
        skipBlanks();
        if (atLineEnd()) break;
        if (m_isAbandoned) {
            m_at = lineEnd(m_at);
        } else if (peek() == '#') {
            lexComment();
        } else {
            lexToken();
        }
    }
    m_isAbandoned = false;
    if (m_brackets.empty() && m_mode == LexerMode::Program) endStatement();
    if (!atEnd()) skipLineEnd();
}

void Lexer::beginLine() {
    if (!m_brackets.empty()) return beginContinuationLine();
    beginStatementLine();
}

// Skips a blank line's indentation; turns another's into Indent and Dedent. True where a statement begins.
bool Lexer::beginStatementLine() {
    const Indentation indentation = measureIndentation(m_at);
    m_at = indentation.range.end;
    if (atLineEnd() || peek() == '#') return false;
    for (std::uint32_t at = indentation.range.begin; at < m_at;) {
        const std::uint32_t length = characterAt(m_text, at).length;
        std::uint32_t end = at + length;
        if (length > 1) {
            while (end < m_at && characterAt(m_text, end).length > 1) end += characterAt(m_text, end).length;
            reportOddSpaces({at, end});
        }
        at = end;
    }
    applyIndentation(indentation);
    m_lineColumn = indentation.column8;
    m_statement = result.tokens.size();
    return true;
}

// ---- Indentation -------------------------------------------------------------------------------------------------

Lexer::Indentation Lexer::measureIndentation(std::uint32_t at) const {
    Indentation measured{0, 0, 0, {at, at}};
    const auto advance = [&measured](std::uint32_t columns) {
        measured.column8 += columns;
        measured.column1 += columns;
        measured.column4 += columns;
    };
    for (; at < size(); measured.range.end = at) {
        const auto byte = static_cast<unsigned char>(m_text[at]);
        if (byte == '\t') {
            measured.column8 = (measured.column8 / 8 + 1) * 8;
            measured.column4 = (measured.column4 / 4 + 1) * 4;
            ++measured.column1;
            ++at;
        } else if (byte == ' ') {
            advance(1);
            ++at;
        } else if (byte == '\f') {
            measured.column8 = measured.column1 = measured.column4 = 0;
            ++at;
        } else if (byte >= 0x80 && isOddSpace(characterAt(m_text, at).codePoint)) {
            const Character character = characterAt(m_text, at);
            advance(oddSpaceWidth(character.codePoint));
            at += character.length;
        } else {
            break;
        }
    }
    return measured;
}

// Python refuses two lines whose order depends on how wide a tab is.
bool Lexer::isMixed(const Indentation& left, const Indentation& right) const {
    return (left.column8 < right.column8) != (left.column1 < right.column1) ||
           (left.column8 > right.column8) != (left.column1 > right.column1);
}

// Where tabs and spaces are mixed, what an editor with tabs of four columns shows is most likely meant.
bool Lexer::isDeeper(const Indentation& left, const Indentation& right) const {
    return isMixed(left, right) ? left.column4 > right.column4 : left.column8 > right.column8;
}

void Lexer::applyIndentation(Indentation indentation) {
    if (isMixed(indentation, m_indents.back())) report(DiagnosticKind::InconsistentTabs, indentation.range);
    if (isDeeper(indentation, m_indents.back())) {
        if (m_indents.size() > m_limits.maxIndents) {
            report(DiagnosticKind::TooManyIndents, indentation.range, {fmt::format("{}", m_limits.maxIndents)});
            return;
        }
        m_indents.push_back(indentation);
        m_badColumn = noColumn;
        return add(TokenKind::Indent, indentation.range.begin, indentation.range.end);
    }
    if (isDeeper(m_indents.back(), indentation)) popIndentation(indentation);
}

// What gives a line, and those below that are indented as far, another indentation; up to a string that may go on in the next lines.
std::vector<TextEdit> Lexer::realigned(SourceRange odd, std::string_view wanted) const {
    constexpr std::size_t mostLines = 200;
    const std::string_view indent = m_text.substr(odd.begin, odd.end - odd.begin);
    std::vector<TextEdit> edits;
    for (std::uint32_t at = odd.begin; at < size() && edits.size() < mostLines;) {
        const std::uint32_t end = lineEnd(at);
        const std::string_view line = m_text.substr(at, end - at);
        const bool isBlank = line.find_first_not_of(" \t\f") == std::string_view::npos;
        if (!isBlank && !line.starts_with(indent)) break;
        if (!isBlank) edits.push_back({{at, at + static_cast<std::uint32_t>(indent.size())}, std::string(wanted)});
        if (line.find("\"\"\"") != std::string_view::npos || line.find("'''") != std::string_view::npos) break;
        at = end < size() && m_text[end] == '\r' && end + 1 < size() && m_text[end + 1] == '\n' ? end + 2 : end + 1;
    }
    return edits;
}

// Leaves the blocks that end before a line. One that matches no block around it is taken for part of the nearest.
void Lexer::popIndentation(const Indentation& indentation) {
    Indentation inner = m_indents.back();
    while (isDeeper(m_indents.back(), indentation)) {
        inner = m_indents.back();
        m_indents.pop_back();
        const std::uint32_t end = result.tokens.back().range.end;  // where the block's last line ends
        add(TokenKind::Dedent, end, end);
    }
    if (!isDeeper(indentation, m_indents.back())) {
        m_badColumn = noColumn;
        return;
    }
    const bool isNearerInner = inner.column8 - indentation.column8 < indentation.column8 - m_indents.back().column8;
    const Indentation& nearest = isNearerInner ? inner : m_indents.back();
    if (m_badColumn != indentation.column8)
        reportWithFix(DiagnosticKind::UnindentMismatch, indentation.range, {}, "align it with the lines above",
                      realigned(indentation.range, m_text.substr(nearest.range.begin, nearest.range.end - nearest.range.begin)));
    m_badColumn = indentation.column8;
    if (isNearerInner) {
        m_indents.push_back(inner);
        if (lastKind() == TokenKind::Dedent) result.tokens.pop_back();
    }
}

}  // namespace namescape
