#include "syntax/lexer_core.h"

#include "support/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace namescape {

namespace {

// After so many triple quotes without an end, further ones are not searched for: keeps hostile text linear.
constexpr int maxUnterminatedTriples = 8;

// LineState: 0, or inside a triple-quoted string of that kind.
constexpr LineState inTriple = 1, inSingleQuotes = 2, inFormatted = 4, inRaw = 8;

struct Prefix {
    std::string_view word;
    bool isRaw, isFormatted;
};

constexpr std::array prefixes{
    Prefix{"r", true, false}, Prefix{"b", false, false}, Prefix{"u", false, false},
    Prefix{"f", false, true}, Prefix{"br", true, false}, Prefix{"rb", true, false},
    Prefix{"fr", true, true}, Prefix{"rf", true, true},  Prefix{"ur", true, false},
};

}  // namespace

// The word before a quote: true, and the string is read, when it is a prefix such as rb or f.
bool Lexer::lexStringAfterPrefix(std::uint32_t begin, std::uint32_t quoteAt) {
    Quote quote;
    if (!isQuoteAt(quoteAt, quote)) return false;
    std::string word(m_text.substr(begin, quoteAt - begin));
    for (char& letter : word) letter = static_cast<char>(letter | 0x20);
    const auto prefix =
        std::find_if(prefixes.begin(), prefixes.end(), [&word](const Prefix& entry) { return entry.word == word; });
    if (prefix == prefixes.end()) return false;
    if (prefix->word == "ur")
        reportWithFix(DiagnosticKind::Python2, {begin, quoteAt}, {word, "r"}, "write r", {{{begin, quoteAt}, "r"}});
    lexString(begin, quoteAt, prefix->isRaw, prefix->isFormatted);
    return true;
}

bool Lexer::isQuoteAt(std::uint32_t at, Quote& quote) const {
    if (at >= size()) return false;
    const auto byte = static_cast<unsigned char>(m_text[at]);
    if (byte == '"' || byte == '\'') {
        const bool isTriple = at + 2 < size() && m_text[at + 1] == m_text[at] && m_text[at + 2] == m_text[at];
        quote = {m_text[at], isTriple, false, isTriple ? 3u : 1u};
        return true;
    }
    if (byte < 0x80) return false;
    const Character character = characterAt(m_text, at);
    const auto twin = asciiTwin(character.codePoint);
    if (twin != "\"" && twin != "'") return false;
    quote = {twin[0], false, true, character.length};
    return true;
}

// How many bytes of closing quote stand at an offset; 0 where the string goes on.
std::uint32_t Lexer::closingLength(const Quote& quote, std::uint32_t at) const {
    if (at >= size()) return 0;
    if (quote.isTypographic) {
        Quote closing;
        return isQuoteAt(at, closing) && closing.character == quote.character
                   ? (closing.isTypographic ? closing.length : 1)
                   : 0;
    }
    if (m_text[at] != quote.character) return 0;
    if (!quote.isTriple) return 1;
    return at + 2 < size() && m_text[at + 1] == quote.character && m_text[at + 2] == quote.character ? 3 : 0;
}

// The end of the string whose text begins at `at`, closing quote included. Without one: the end of the line.
std::uint32_t Lexer::scanString(const Quote& quote, std::uint32_t at, bool& isClosed) {
    int& unterminated = m_unterminatedTriples[quote.character == '"' ? 1 : 0];
    const bool maySpanLines = quote.isTriple && unterminated < maxUnterminatedTriples;
    isClosed = false;
    for (std::uint32_t i = at; i < size(); ++i) {
        const char byte = m_text[i];
        if (byte == '\\') {
            ++i;
            if (i + 1 < size() && m_text[i] == '\r' && m_text[i + 1] == '\n') ++i;
        } else if (const std::uint32_t length = closingLength(quote, i)) {
            isClosed = true;
            return i + length;
        } else if (!maySpanLines && (byte == '\n' || byte == '\r')) {
            return i;
        }
    }
    if (maySpanLines) ++unterminated;
    return quote.isTriple ? lineEnd(at) : size();
}

void Lexer::lexString(std::uint32_t begin, std::uint32_t quoteAt, bool isRaw, bool isFormatted) {
    Quote quote;
    isQuoteAt(quoteAt, quote);
    m_at = quoteAt + quote.length;
    if (isFormatted && !quote.isTypographic) return lexFormattedString(begin, quote, isRaw);
    lexPlainString(begin, quote);
}

void Lexer::lexPlainString(std::uint32_t begin, const Quote& quote) {
    const std::uint32_t textBegin = m_at;
    bool isClosed = false;
    const std::uint32_t end = scanString(quote, m_at, isClosed);
    if (!isClosed && m_mode == LexerMode::Program && endAtTypographic(begin, quote, end)) return;
    m_at = end;
    add(TokenKind::String, begin, end);
    if (!isClosed) return reportUnterminated(begin, quote, end);
    if (!quote.isTypographic) return;
    std::uint32_t closing = end - 1;
    while (continuesCodePoint(m_text[closing])) --closing;
    std::vector<SourceRange> quotes{{textBegin - quote.length, textBegin}};
    if (end - closing > 1) quotes.push_back({closing, end});
    reportTypographic(std::move(quotes), quote.character);
}

// A string begun with an ASCII quote may have been ended with a typographic one.
bool Lexer::endAtTypographic(std::uint32_t begin, const Quote& quote, std::uint32_t end) {
    if (quote.isTriple || quote.isTypographic) return false;
    for (std::uint32_t at = m_at; at < end; ++at) {
        Quote closing;
        const bool isOther = static_cast<unsigned char>(m_text[at]) >= 0x80 && isQuoteAt(at, closing);
        if (!isOther || closing.character != quote.character) continue;
        m_at = at + closing.length;
        add(TokenKind::String, begin, m_at);
        reportTypographic({{at, m_at}}, quote.character);
        return true;
    }
    return false;
}

void Lexer::reportTypographic(std::vector<SourceRange> quotes, char ascii) {
    const SourceRange first = quotes.front();
    std::vector<TextEdit> edits;
    edits.reserve(quotes.size());
    for (const SourceRange range : quotes) edits.push_back({range, std::string(1, ascii)});
    reportWithFix(DiagnosticKind::FullWidth, first,
                  {std::string(m_text.substr(first.begin, first.end - first.begin)), std::string(1, ascii)},
                  fmt::format("replace it by {}", ascii), std::move(edits));
}

// Offers to end the string where the line's closing punctuation begins: "foo): becomes "foo"):
void Lexer::reportUnterminated(std::uint32_t begin, const Quote& quote, std::uint32_t end) {
    if (!result.tokens.empty()) result.tokens.back().isBroken = true;
    if (m_mode == LexerMode::Editor) return;
    const std::string closing(quote.isTriple ? 3 : 1, quote.character);
    if (quote.isTriple) {
        report(DiagnosticKind::UnterminatedTripleString, {begin, end}, {closing});
    } else {
        constexpr std::string_view punctuation = ")]}:, \t\f";
        const auto last = m_text.substr(begin, end - begin).find_last_not_of(punctuation);
        const std::uint32_t insertAt = std::max(begin + static_cast<std::uint32_t>(last) + 1, begin + quote.length);
        reportWithFix(DiagnosticKind::UnterminatedString, {begin, end}, {closing}, fmt::format("add {}", closing),
                      {{{insertAt, insertAt}, closing}});
    }
    if (!m_brackets.empty() && !isInField()) insertClosers(0);  // most likely they are closed in what was read as text
}

// ---- f-strings ---------------------------------------------------------------------------------------------------

void Lexer::lexFormattedString(std::uint32_t begin, const Quote& quote, bool isRawText) {
    const std::size_t start = result.tokens.size();
    const std::size_t brackets = m_brackets.size();
    const std::size_t diagnostics = result.diagnostics.size();
    const std::uint32_t textBegin = m_at;
    bool isClosed = false;
    const std::uint32_t end = scanString(quote, m_at, isClosed);
    add(TokenKind::FormatStart, begin, m_at);
    if (!isClosed) {
        giveUpFormatted(start, end);
        return reportUnterminated(begin, quote, end);
    }
    if (lexFormattedBody(quote, isRawText) || m_isAbandoned || m_isOverLimit) return;
    result.tokens.resize(start + 1);
    m_brackets.resize(brackets);
    result.diagnostics.resize(diagnostics);
    m_at = textBegin;
    giveUpFormatted(start, end);
    report(DiagnosticKind::BrokenField, {begin, end});
}

// Reads the string as one piece of text.
void Lexer::giveUpFormatted(std::size_t start, std::uint32_t end) {
    if (start < result.tokens.size()) result.tokens[start].isBroken = true;
    if (m_at < end) add(TokenKind::FormatText, m_at, end);
    m_at = end;
    add(TokenKind::FormatEnd, end, end);
}

// Behind the opening quote; false where the string can't be read with its fields.
bool Lexer::lexFormattedBody(const Quote& quote, bool isRawText) {
    while (!m_isOverLimit) {
        if (const std::uint32_t length = closingLength(quote, m_at)) {
            take(TokenKind::FormatEnd, length);
            return true;
        }
        if (atEnd() || (!quote.isTriple && atLineEnd())) return false;
        const bool isField = peek() == '{' && peek(1) != '{';
        if (isField ? !lexField(quote, isRawText) : !lexFormatText(quote, isRawText)) return false;
    }
    return false;
}

// Text up to the next field or the closing quote; doubled braces are text.
bool Lexer::lexFormatText(const Quote& quote, bool isRawText) {
    const std::uint32_t begin = m_at;
    while (!atEnd() && closingLength(quote, m_at) == 0) {
        const char byte = peek(), next = peek(1);
        if (byte == '{' && next != '{') break;
        if (byte == '}' && next != '}') return false;
        if (!quote.isTriple && (byte == '\n' || byte == '\r')) break;
        if (byte == '\\' && !isRawText && next == 'N' && peek(2) == '{') {
            const auto close = m_text.find_first_of("}\"'\n", m_at + 3);
            m_at = close == std::string_view::npos ? size() : static_cast<std::uint32_t>(close);
            if (peek() == '}') ++m_at;
            continue;
        }
        const bool isPair = byte == '{' || byte == '}' || (byte == '\\' && next != '{' && next != '}');
        m_at += isPair ? 2 : 1;
        if (byte == '\\' && next == '\r' && peek() == '\n') ++m_at;
    }
    m_at = std::min(m_at, size());
    add(TokenKind::FormatText, begin, m_at);
    return true;
}

bool Lexer::lexField(const Quote& quote, bool isRawText) {
    take(TokenKind::FieldOpen, 1);
    if (m_isOverLimit) return false;
    openBracket(TokenKind::FieldOpen);
    const std::size_t depth = m_brackets.size();
    ++m_fieldDepth;
    bool isReadable = !m_isAbandoned;
    while (isReadable && m_brackets.size() >= depth) isReadable = lexFieldPart(quote, isRawText, depth);
    --m_fieldDepth;
    return isReadable;
}

// One token of a replacement field, whose `{` is the bracket number `depth`.
bool Lexer::lexFieldPart(const Quote& quote, bool isRawText, std::size_t depth) {
    skipBlanks();
    if (atEnd() || m_isAbandoned || m_isOverLimit) return false;
    if (atLineEnd()) {
        if (quote.isTriple) skipLineEnd();
        return quote.isTriple;
    }
    if (peek() == '#' || peek() == '\\' || quoteEndsField(quote)) return false;
    if (m_brackets.size() > depth) {
        const auto isBrace = [](const OpenBracket& bracket) { return bracket.kind == TokenKind::LeftBrace; };
        const auto inside = m_brackets.begin() + static_cast<std::ptrdiff_t>(depth);
        if (peek() == '}' && std::none_of(inside, m_brackets.end(), isBrace)) return false;
        lexToken();
        return true;
    }
    if (peek() == '}') {
        take(TokenKind::FieldClose, 1);
        m_brackets.pop_back();
    } else if (peek() == '!' && peek(1) != '=') {
        take(TokenKind::Exclamation, 1);
    } else if (peek() == ':') {
        take(TokenKind::Colon, 1);
        return lexFieldFormat(quote, isRawText);
    } else {
        lexToken();
    }
    return true;
}

// The format behind a field's colon, up to the field's `}`.
bool Lexer::lexFieldFormat(const Quote& quote, bool isRawText) {
    while (peek() != '}') {
        if (atEnd() || m_isOverLimit || closingLength(quote, m_at) != 0 || (!quote.isTriple && atLineEnd()))
            return false;
        if (peek() == '{') {
            if (!lexField(quote, isRawText)) return false;
            continue;
        }
        const std::uint32_t begin = m_at;
        while (!atEnd() && peek() != '{' && peek() != '}' && closingLength(quote, m_at) == 0 &&
               (quote.isTriple || !atLineEnd()))
            m_at += peek() == '\\' && peek(1) != '{' && peek(1) != '}' ? 2 : 1;
        m_at = std::min(m_at, size());
        add(TokenKind::FormatText, begin, m_at);
    }
    return true;
}

// Inside a field, the quote of the f-string around it may begin a string (since Python 3.12) or end the f-string.
bool Lexer::quoteEndsField(const Quote& quote) const {
    if (closingLength(quote, m_at) == 0) return false;
    if (quote.isTriple) return true;
    const TokenKind last = lastKind();
    const bool mayBegin = last == TokenKind::FieldOpen || isOpeningBracket(last) || last == TokenKind::Comma ||
                          last == TokenKind::Colon || (last >= TokenKind::Assign && last <= TokenKind::GreaterEqual) ||
                          isKeyword(last);
    if (!mayBegin) return true;
    const char stops[] = {quote.character, '\n', '\r'};
    const auto next = m_text.find_first_of(std::string_view(stops, sizeof stops), m_at + 1);
    return next == std::string_view::npos || m_text[next] != quote.character;
}

// ---- For editors -------------------------------------------------------------------------------------------------

std::vector<Token> tokenize(std::string_view lines, LineState& state) {
    const ParseLimits limits;
    Lexer lexer(lines, limits, LexerMode::Editor);
    lexer.lexLines(state);
    return std::move(lexer.result.tokens);
}

void Lexer::lexLines(LineState& state) {
    if (state & inTriple) {
        const Quote quote{(state & inSingleQuotes) ? '\'' : '"', true, false, 0};
        lexTripleRest(0, quote, state);
    }
    while (!atEnd() && state == 0) {
        skipBlanks();
        if (atEnd()) break;
        if (atLineEnd()) {
            m_isAbandoned = false;
            skipLineEnd();
        } else if (m_isAbandoned) {
            m_at = lineEnd(m_at);
        } else if (peek() == '#') {
            lexComment();
        } else if (!lexTripleStart(state)) {
            lexToken();
        }
    }
}

// A triple-quoted string that may go on behind the lines at hand.
bool Lexer::lexTripleStart(LineState& state) {
    std::uint32_t quoteAt = m_at;
    LineState kind = inTriple;
    for (; quoteAt < size() && quoteAt - m_at < 2; ++quoteAt) {
        const char letter = static_cast<char>(m_text[quoteAt] | 0x20);
        if (letter == 'f') kind |= inFormatted;
        else if (letter == 'r') kind |= inRaw;
        else if (letter != 'b' && letter != 'u') break;
    }
    Quote quote;
    if (!isQuoteAt(quoteAt, quote) || !quote.isTriple) return false;
    if (quote.character == '\'') kind |= inSingleQuotes;
    const std::uint32_t begin = m_at;
    m_at = quoteAt + 3;
    state = kind;
    if (kind & inFormatted) {
        add(TokenKind::FormatStart, begin, m_at);
        lexTripleRest(m_at, quote, state);
    } else {
        lexTripleRest(begin, quote, state);
    }
    return true;
}

// From inside a triple-quoted string to its end, or to the end of the lines at hand.
void Lexer::lexTripleRest(std::uint32_t begin, const Quote& quote, LineState& state) {
    bool isClosed = false;
    m_unterminatedTriples[0] = m_unterminatedTriples[1] = 0;
    const std::uint32_t textEnd = scanString(quote, m_at, isClosed);
    const std::uint32_t end = isClosed ? textEnd : size();
    if (!(state & inFormatted)) {
        add(TokenKind::String, begin, end);
    } else {
        const std::size_t brackets = m_brackets.size();
        while (m_at < end && closingLength(quote, m_at) == 0) {
            const std::uint32_t partBegin = m_at;
            const bool isField = peek() == '{' && peek(1) != '{';
            if (isField ? lexField(quote, (state & inRaw) != 0) : lexFormatText(quote, (state & inRaw) != 0)) continue;
            m_brackets.resize(std::min(brackets, m_brackets.size()));
            m_at = std::max(m_at, partBegin + 1);
            if (peek() == '}') ++m_at;
        }
        if (isClosed && closingLength(quote, m_at) != 0) add(TokenKind::FormatEnd, m_at, end);
    }
    m_at = end;
    if (isClosed) state = 0;
}

}  // namespace namescape
