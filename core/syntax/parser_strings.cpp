#include "syntax/parser_core.h"

namespace namescape {

// One string or several side by side.
const Expression* Parser::parseStrings() {
    bool hasFormatted = false;
    for (std::size_t i = m_at;; ++i) {
        const Token& token = m_tokens[i];
        if (token.isBroken) {
            giveUp();
            return errorExpression();
        }
        hasFormatted |= token.kind == TokenKind::FormatStart;
        if (token.kind != TokenKind::String) break;
    }
    return hasFormatted ? parseFormattedStrings() : parsePlainStrings();
}

const Expression* Parser::parsePlainStrings() {
    const std::uint32_t begin = current().range.begin;
    const bool isBytes = splitString(textOf(current())).isBytes;
    std::string value;
    while (at(TokenKind::String)) {
        const Token& token = advance();
        const auto literal = textOf(token);
        const StringParts parts = splitString(literal);
        if (parts.isBytes != isBytes) fail(DiagnosticKind::MixedStringKinds, token.range);
        const bool isAscii = std::none_of(literal.begin(), literal.end(),
                                          [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
        if (isBytes && !isAscii) fail(DiagnosticKind::BytesCharacter, token.range);
        decode(parts.text, token.range.begin + parts.begin, parts, Braces::Plain, value);
    }
    auto* node = make<StringExpression>(isBytes ? ExpressionKind::Bytes : ExpressionKind::String, begin);
    node->value = m_arena.copy(value);
    node->constant = constantCount++;
    return node;
}

void Parser::decode(std::string_view text, std::uint32_t begin, const StringParts& parts, Braces braces,
                    std::string& result) {
    const EscapeError error = decodeString(text, parts, braces, result);
    if (!error) return;
    const SourceRange range{begin + error.begin, begin + error.end};
    if (error.isNamed) {
        if (auto* diagnostic = report(DiagnosticKind::NamedCharacter, range)) diagnostic->severity = Severity::Warning;
        return;
    }
    reportWithFix(DiagnosticKind::BadEscape, range, {std::string(text.substr(error.begin, error.end - error.begin))},
                  "double the backslash", {{{range.begin, range.begin}, "\\"}});
}

const Expression* Parser::parseFormattedStrings() {
    const DepthGuard guard(*this);
    const std::uint32_t begin = current().range.begin;
    Pieces pieces;
    while (!m_isGivenUp && (at(TokenKind::String) || at(TokenKind::FormatStart))) {
        if (current().isBroken) {
            giveUp();
        } else if (at(TokenKind::FormatStart)) {
            parseFormattedPieces(pieces);
        } else {
            const Token& token = advance();
            const StringParts parts = splitString(textOf(token));
            if (parts.isBytes) fail(DiagnosticKind::MixedStringKinds, token.range);
            addText(pieces, token.range, parts.text, parts, Braces::Plain);
        }
    }
    auto* node = make<FormattedStringExpression>(ExpressionKind::FormattedString, begin, heightOf(pieces));
    node->pieces = keepPieces(pieces);
    return node;
}

std::uint16_t Parser::heightOf(const Pieces& pieces) {
    std::uint16_t height = 0;
    for (const FormattedPiece& piece : pieces.all)
        height = std::max({height, heightOf(piece.value), heightOf(piece.format)});
    return height;
}

void Parser::addText(Pieces& pieces, SourceRange range, std::string_view text) {
    if (pieces.text.empty()) pieces.textRange = range;
    pieces.text += text;
    pieces.textRange.end = range.end;
}

void Parser::addField(Pieces& pieces, const FormattedPiece& field) {
    if (!pieces.text.empty()) {
        FormattedPiece text;
        text.range = pieces.textRange;
        text.text = m_arena.copy(pieces.text);
        pieces.text.clear();
        pieces.all.push_back(text);
    }
    if (field.value) pieces.all.push_back(field);
}

List<FormattedPiece> Parser::keepPieces(Pieces& pieces) {
    addField(pieces, {});
    return keep(pieces.all, 0);
}

void Parser::addText(Pieces& pieces, SourceRange range, std::string_view text, const StringParts& parts,
                     Braces braces) {
    std::string value;
    const bool isLiteral = braces == Braces::Plain && parts.begin != 0;
    decode(text, range.begin + (isLiteral ? parts.begin : 0), parts, braces, value);
    addText(pieces, range, value);
}

// One f-string, from its FormatStart to its FormatEnd.
void Parser::parseFormattedPieces(Pieces& pieces) {
    StringParts parts = splitString(textOf(advance()));
    parts.begin = 0;
    while (!accept(TokenKind::FormatEnd) && !m_isGivenUp) {
        if (at(TokenKind::FormatText)) {
            const Token& token = advance();
            addText(pieces, token.range, textOf(token), parts, Braces::Doubled);
        } else if (at(TokenKind::FieldOpen)) {
            parseField(pieces, parts);
        } else {
            failHere();
        }
    }
}

// `{value!r:format}`.
void Parser::parseField(Pieces& pieces, const StringParts& parts) {
    const DepthGuard guard(*this);
    if (m_isGivenUp) return;
    FormattedPiece piece;
    piece.range.begin = current().range.begin;
    const std::uint32_t valueBegin = advance().range.end;
    piece.value = at(TokenKind::Yield) ? parseYield() : parseExpressionList();
    const bool showsItself = accept(TokenKind::Assign);
    if (showsItself) {
        const SourceRange shown{valueBegin, current().range.begin};
        addText(pieces, shown, m_text.substr(shown.begin, shown.end - shown.begin));
    }
    if (accept(TokenKind::Exclamation)) {
        const Token& conversion = current();
        const auto letter = textOf(conversion);
        if (letter != "r" && letter != "s" && letter != "a") return failHere("'r', 's' or 'a' behind '!'");
        piece.conversion = letter[0];
        advance();
    } else if (showsItself && !at(TokenKind::Colon)) {
        piece.conversion = 'r';
    }
    if (accept(TokenKind::Colon)) piece.format = parseFieldFormat(parts);
    expect(TokenKind::FieldClose, "'}'");
    piece.range.end = lastEnd();
    addField(pieces, piece);
}

const FormattedStringExpression* Parser::parseFieldFormat(const StringParts& parts) {
    const std::uint32_t begin = lastEnd();
    Pieces pieces;
    while (!at(TokenKind::FieldClose) && !m_isGivenUp) {
        if (at(TokenKind::FormatText)) {
            const Token& token = advance();
            addText(pieces, token.range, textOf(token), parts, Braces::Plain);
        } else if (at(TokenKind::FieldOpen)) {
            parseField(pieces, parts);
        } else {
            failHere();
        }
    }
    auto* format = make<FormattedStringExpression>(ExpressionKind::FormattedString, begin, heightOf(pieces));
    format->pieces = keepPieces(pieces);
    return format;
}

}  // namespace namescape
