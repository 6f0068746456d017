#include "syntax/lexer_core.h"

#include <fmt/format.h>

namespace namescape {

namespace {

// How a character is called in a message.
std::string codePointName(char32_t codePoint) {
    return fmt::format("U+{:04X}", static_cast<std::uint32_t>(codePoint));
}

struct Operator {
    TokenKind kind = TokenKind::Error;
    std::uint32_t length = 1;
};

// An operator that may be followed by '='.
Operator withAssign(TokenKind plain, TokenKind assigning, std::uint32_t length, char next) {
    return next == '=' ? Operator{assigning, length + 1} : Operator{plain, length};
}

// The longest operator that begins with the characters a, b, c.
Operator findOperator(char a, char b, char c) {
    using enum TokenKind;
    switch (a) {
    case '(': return {LeftParenthesis};
    case ')': return {RightParenthesis};
    case '[': return {LeftBracket};
    case ']': return {RightBracket};
    case '{': return {LeftBrace};
    case '}': return {RightBrace};
    case ',': return {Comma};
    case ';': return {Semicolon};
    case '~': return {Tilde};
    case ':': return withAssign(Colon, ColonAssign, 1, b);
    case '.': return b == '.' && c == '.' ? Operator{TokenKind::Ellipsis, 3} : Operator{Dot};
    case '+': return withAssign(Plus, PlusAssign, 1, b);
    case '-': return b == '>' ? Operator{Arrow, 2} : withAssign(Minus, MinusAssign, 1, b);
    case '*': return b == '*' ? withAssign(DoubleStar, DoubleStarAssign, 2, c) : withAssign(Star, StarAssign, 1, b);
    case '/': return b == '/' ? withAssign(DoubleSlash, DoubleSlashAssign, 2, c) : withAssign(Slash, SlashAssign, 1, b);
    case '@': return withAssign(At, AtAssign, 1, b);
    case '%': return withAssign(Percent, PercentAssign, 1, b);
    case '&': return withAssign(Ampersand, AmpersandAssign, 1, b);
    case '|': return withAssign(Bar, BarAssign, 1, b);
    case '^': return withAssign(Caret, CaretAssign, 1, b);
    case '=': return withAssign(Assign, Equal, 1, b);
    case '<': return b == '<' ? withAssign(LeftShift, LeftShiftAssign, 2, c) : withAssign(Less, LessEqual, 1, b);
    case '>':
        return b == '>' ? withAssign(RightShift, RightShiftAssign, 2, c) : withAssign(Greater, GreaterEqual, 1, b);
    case '!': return b == '=' ? Operator{NotEqual, 2} : Operator{Exclamation};
    default: return {};
    }
}

}  // namespace

void Lexer::add(TokenKind kind, std::uint32_t begin, std::uint32_t end) {
    if (result.tokens.size() >= m_limits.maxTokens) {
        if (!m_isOverLimit)
            report(DiagnosticKind::TooManyTokens, {begin, end}, {fmt::format("{}", m_limits.maxTokens)});
        m_isOverLimit = true;
        m_at = size();
        return;
    }
    result.tokens.push_back({{begin, end}, kind});
}

void Lexer::take(TokenKind kind, std::uint32_t length) {
    const std::uint32_t begin = m_at;
    m_at += length;
    add(kind, begin, begin + length);
}

// The diagnostic to add to, or null where enough have been reported already.
Diagnostic* Lexer::report(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments) {
    if (m_mode == LexerMode::Editor || result.diagnostics.size() > m_limits.maxDiagnostics) return nullptr;
    Diagnostic diagnostic;
    diagnostic.kind = kind;
    diagnostic.arguments = std::move(arguments);
    diagnostic.range = range;
    result.diagnostics.push_back(std::move(diagnostic));
    return &result.diagnostics.back();
}

void Lexer::reportWithFix(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments, std::string title,
                          std::vector<TextEdit> edits) {
    if (auto* diagnostic = report(kind, range, std::move(arguments)))
        diagnostic->fixes.push_back({std::move(title), std::move(edits)});
}

void Lexer::skipBlanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\f') ++m_at;
}

void Lexer::lexToken() {
    const auto byte = static_cast<unsigned char>(peek());
    Quote quote;
    if (isWordStart(byte)) return lexName();
    if (isDigit(byte) || (byte == '.' && isDigit(static_cast<unsigned char>(peek(1))))) return lexNumber();
    if (isQuoteAt(m_at, quote)) return lexString(m_at, m_at, false, false);
    if (byte >= 0x80) return lexNonAscii();
    if (byte == '\\') return lexBackslash();
    lexOperator();
}

void Lexer::lexName() {
    const std::uint32_t begin = m_at;
    bool isAscii = true;
    while (!atEnd()) {
        const auto byte = static_cast<unsigned char>(peek());
        if (byte < 0x80 && !isWordByte(byte)) break;
        std::uint32_t length = 1;
        if (byte >= 0x80) {
            const Character character = characterAt(m_text, m_at);
            const bool isWideWord = !asciiTwin(character.codePoint).empty() &&
                                    isWordByte(static_cast<unsigned char>(asciiTwin(character.codePoint)[0]));
            if (!character.isValid || isOddSpace(character.codePoint)) break;
            if (!isWideWord && !isIdentifierCharacter(character.codePoint)) break;
            isAscii = false;
            length = character.length;
        }
        m_at += length;
    }
    if (m_at - begin <= 2 && lexStringAfterPrefix(begin, m_at)) return;
    const auto kind = isAscii ? keywordKind(m_text.substr(begin, m_at - begin)) : TokenKind::Name;
    add(kind, begin, m_at);
}

void Lexer::lexNonAscii() {
    const Character character = characterAt(m_text, m_at);
    if (!character.isValid) return lexInvalid(character);
    if (isOddSpace(character.codePoint)) return lexOddSpace(character);
    const auto twin = asciiTwin(character.codePoint);
    if (!twin.empty() && isWordStart(static_cast<unsigned char>(twin[0]))) return lexName();
    if (!twin.empty()) return lexTwin(character, twin);
    if (isIdentifierCharacter(character.codePoint)) return lexName();
    lexInvalid(character);
}

void Lexer::lexOddSpace(Character character) {
    reportOddSpaces({m_at, m_at + character.length});
    m_at += character.length;
}

// One diagnostic for a run of them.
void Lexer::reportOddSpaces(SourceRange range) {
    std::uint32_t width = 0;
    for (std::uint32_t at = range.begin; at < range.end;) {
        const Character character = characterAt(m_text, at);
        width += oddSpaceWidth(character.codePoint);
        at += character.length;
    }
    const auto first = characterAt(m_text, range.begin).codePoint;
    reportWithFix(DiagnosticKind::OddSpace, range, {codePointName(first)},
                  width == 0 ? "remove it" : "replace it by a space", {{range, std::string(width, ' ')}});
}

void Lexer::lexTwin(Character character, std::string_view ascii) {
    const SourceRange range{m_at, m_at + character.length};
    const auto op = findOperator(ascii[0], ascii.size() > 1 ? ascii[1] : '\0', ascii.size() > 2 ? ascii[2] : '\0');
    if (ascii[0] == '#') {
        reportWithFix(DiagnosticKind::FullWidth, range, {std::string(m_text.substr(m_at, character.length)), "#"},
                      "replace it by '#'", {{range, "#"}});
        return lexComment();
    }
    if (op.kind == TokenKind::Error || op.kind == TokenKind::Exclamation) return lexInvalid(character);
    reportWithFix(DiagnosticKind::FullWidth, range,
                  {std::string(m_text.substr(range.begin, character.length)), std::string(ascii)},
                  fmt::format("replace it by '{}'", ascii), {{range, std::string(ascii)}});
    if (isOpeningBracket(op.kind)) {
        take(op.kind, character.length);
        return openBracket(op.kind);
    }
    if (isClosingBracket(op.kind)) return lexClosingBracket(op.kind, character.length);
    if (op.kind == TokenKind::Colon && colonEndsHeaderInside()) closeBrackets(0);
    take(op.kind, character.length);
}

// A run of what can't be read is one token and one diagnostic.
void Lexer::lexInvalid(Character character) {
    const std::uint32_t begin = m_at;
    m_at += character.length;
    const auto isInvalidAt = [this] {
        if (atLineEnd()) return false;
        const auto next = characterAt(m_text, m_at);
        if (!next.isValid) return true;
        return next.codePoint >= 0x80 && !isOddSpace(next.codePoint) && asciiTwin(next.codePoint).empty() &&
               !isIdentifierCharacter(next.codePoint);
    };
    while (isInvalidAt()) m_at += characterAt(m_text, m_at).length;
    if (!character.isValid) {
        report(DiagnosticKind::NotUtf8, {begin, m_at},
               {fmt::format("0x{:02X}", static_cast<unsigned char>(m_text[begin]))});
    } else {
        const bool isPrintable = character.codePoint >= 0x20 && character.codePoint != 0x7F;
        const auto shown = isPrintable ? std::string(m_text.substr(begin, character.length)) : std::string("\\x") +
                                             fmt::format("{:02x}", static_cast<std::uint32_t>(character.codePoint));
        report(DiagnosticKind::InvalidCharacter, {begin, m_at}, {shown, codePointName(character.codePoint)});
    }
    add(TokenKind::Error, begin, m_at);
}

std::uint32_t Lexer::scanDigits(std::uint32_t at, int base) const {
    const auto isDigitOf = [base](char byte) {
        if (base <= 10) return byte >= '0' && byte < '0' + base;
        return isDigit(static_cast<unsigned char>(byte)) || (byte >= 'a' && byte <= 'f') ||
               (byte >= 'A' && byte <= 'F');
    };
    while (at < size()) {
        const bool isSeparator = m_text[at] == '_' && at + 1 < size() && isDigitOf(m_text[at + 1]);
        if (!isSeparator && !isDigitOf(m_text[at])) break;
        ++at;
    }
    return at;
}

// The end of a decimal number with its fraction and exponent.
std::uint32_t Lexer::scanDecimal(std::uint32_t at, bool& isInteger) const {
    const auto byteAt = [this](std::uint32_t offset) { return offset < size() ? m_text[offset] : '\0'; };
    at = scanDigits(at, 10);
    isInteger = byteAt(at) != '.';
    if (!isInteger) at = scanDigits(at + 1, 10);
    if (byteAt(at) == 'e' || byteAt(at) == 'E') {
        const bool hasSign = byteAt(at + 1) == '+' || byteAt(at + 1) == '-';
        const std::uint32_t digits = at + (hasSign ? 2 : 1);
        if (isDigit(static_cast<unsigned char>(byteAt(digits)))) {
            isInteger = false;
            at = scanDigits(digits, 10);
        }
    }
    return at;
}

void Lexer::lexNumber() {
    const std::uint32_t begin = m_at;
    const char marker = static_cast<char>(peek(1) | 0x20);
    const int base = peek() != '0' ? 10 : marker == 'x' ? 16 : marker == 'o' ? 8 : marker == 'b' ? 2 : 10;
    bool isInteger = true;
    std::uint32_t end = 0;
    if (base == 10) {
        end = scanDecimal(begin, isInteger);
        if (end < size() && (m_text[end] | 0x20) == 'j') {
            ++end;
            isInteger = false;
        }
    } else {
        end = scanDigits(begin + 2 + (peek(2) == '_' ? 1 : 0), base);
        if (end <= begin + 2) end = begin + 1;  // no digits: a zero with a wrong suffix
    }
    lexNumberSuffix(begin, end, isInteger);
}

// What stands right behind a number: nothing, a keyword as in `1if x`, the `L` of Python 2, or a mistake.
void Lexer::lexNumberSuffix(std::uint32_t begin, std::uint32_t end, bool isInteger) {
    m_at = end;
    while (!atEnd() && isWordByte(static_cast<unsigned char>(peek()))) ++m_at;
    const SourceRange whole{begin, m_at};
    const auto digits = m_text.substr(begin, end - begin);
    const auto suffix = m_text.substr(end, m_at - end);
    const bool isKeywordBehind = isKeyword(keywordKind(suffix));
    if (isKeywordBehind) m_at = end;
    const bool isOctal = isInteger && digits.size() > 1 && digits[0] == '0' &&
                         isDigit(static_cast<unsigned char>(digits[1])) &&
                         digits.find_first_not_of("0_") != std::string_view::npos;
    if (isInteger && (suffix == "L" || suffix == "l")) {
        reportWithFix(DiagnosticKind::Python2, whole,
                      {std::string(m_text.substr(begin, m_at - begin)), std::string(digits)}, "remove the suffix",
                      {{{end, m_at}, ""}});
    } else if (isOctal && (suffix.empty() || isKeywordBehind)) {
        const auto octal = "0o" + std::string(digits.substr(digits.find_first_not_of('0')));
        reportWithFix(DiagnosticKind::LeadingZeros, {begin, end}, {std::string(digits)}, fmt::format("write {}", octal),
                      {{{begin, end}, octal}});
    } else if (!suffix.empty() && !isKeywordBehind) {
        report(DiagnosticKind::InvalidNumber, whole, {std::string(m_text.substr(begin, m_at - begin))});
        return add(TokenKind::Error, begin, m_at);
    }
    add(TokenKind::Number, begin, end);
}

void Lexer::lexOperator() {
    const char a = peek(), b = peek(1), c = peek(2);
    if (a == '&' && b == '&') return lexForeign(TokenKind::And, 2, "and");
    if (a == '|' && b == '|') return lexForeign(TokenKind::Or, 2, "or");
    if (a == '=' && b == '=' && c == '=') return lexForeign(TokenKind::Equal, 3, "==");
    if (a == '!' && b == '=' && c == '=') return lexForeign(TokenKind::NotEqual, 3, "!=");
    if (a == '<' && b == '>') return lexForeign(TokenKind::NotEqual, 2, "!=");
    if (a == '!' && b != '=' && !isInField()) return lexForeign(TokenKind::Not, 1, "not ");
    const Operator op = findOperator(a, b, c);
    if (op.kind == TokenKind::Error) return lexInvalid(characterAt(m_text, m_at));
    if (isClosingBracket(op.kind)) return lexClosingBracket(op.kind, op.length);
    if (op.kind == TokenKind::Colon && colonEndsHeaderInside()) closeBrackets(0);
    take(op.kind, op.length);
    if (isOpeningBracket(op.kind)) openBracket(op.kind);
}

// An operator of another language, or of Python 2.
void Lexer::lexForeign(TokenKind kind, std::uint32_t length, std::string_view python) {
    const SourceRange range{m_at, m_at + length};
    const auto written = python.back() == ' ' ? python.substr(0, python.size() - 1) : python;
    reportWithFix(DiagnosticKind::ForeignOperator, range,
                  {std::string(m_text.substr(m_at, length)), std::string(written)}, fmt::format("write '{}'", written),
                  {{range, std::string(python)}});
    take(kind, length);
}

void Lexer::lexBackslash() {
    const std::uint32_t begin = m_at++;
    const std::uint32_t behind = m_at;
    while (peek() == ' ' || peek() == '\t' || peek() == '\f') ++m_at;
    if (!atLineEnd()) {
        report(DiagnosticKind::StrayBackslash, {begin, behind});
        return add(TokenKind::Error, begin, behind);
    }
    if (m_at > behind)
        reportWithFix(DiagnosticKind::SpaceAfterBackslash, {begin, m_at}, {}, "remove the spaces",
                      {{{behind, m_at}, ""}});
    if (!atEnd()) skipLineEnd();
}

}  // namespace namescape
