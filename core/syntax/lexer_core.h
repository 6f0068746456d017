// The lexer's inside: one class, whose members are written in several files (lines, brackets, words, strings).
#pragma once

#include "syntax/characters.h"
#include "syntax/lexer.h"

#include <string>
#include <vector>

namespace namescape {

enum class LexerMode : std::uint8_t { Program, Editor };

class Lexer {
public:
    Lexer(std::string_view text, const ParseLimits& limits, LexerMode mode);

    void lexProgram();
    void lexLines(LineState& state);

    LexedProgram result;

private:
    struct Indentation {
        std::uint32_t column8 = 0;  // with tabs to the next multiple of 8, as Python counts
        std::uint32_t column1 = 0;  // with tabs as one column: where the two disagree, tabs and spaces are mixed
        std::uint32_t column4 = 0;  // with tabs to the next multiple of 4, as most editors show them
        SourceRange range;
    };

    struct OpenBracket {
        TokenKind kind;
        std::uint32_t token;  // index
    };

    // Where to begin again when a bracket turns out never to be closed.
    struct Snapshot {
        std::uint32_t at = 0;
        std::size_t tokens = 0, comments = 0, diagnostics = 0;
    };

    struct Quote {
        char character = '"';
        bool isTriple = false;
        bool isTypographic = false;  // “ ”: any of its kind closes it
        std::uint32_t length = 1;    // bytes of the opening
    };

    // lexer_lines.cpp: lines and indentation
    void beginLine();
    void lexPhysicalLine();
    bool beginStatementLine();
    Indentation measureIndentation(std::uint32_t at) const;
    void reportOddSpaces(SourceRange range);
    void applyIndentation(Indentation indentation);
    std::vector<TextEdit> realigned(SourceRange odd, std::string_view wanted) const;
    void popIndentation(const Indentation& indentation);
    bool isDeeper(const Indentation& left, const Indentation& right) const;
    bool isMixed(const Indentation& left, const Indentation& right) const;
    void skipLineEnd();
    void lexComment();
    void endStatement();
    void finish();

    // lexer_brackets.cpp: brackets, and how they are closed where the program does not
    void openBracket(TokenKind kind);
    void lexClosingBracket(TokenKind kind, std::uint32_t length);
    void closeBrackets(std::size_t keep);
    void insertClosers(std::size_t keep);
    bool colonEndsHeaderInside() const;
    void beginContinuationLine();
    bool endsStatementInside(std::uint32_t at, std::uint32_t column) const;
    bool lineStartsOperand(std::uint32_t at) const;
    bool rewindToUnclosedBracket();
    // Keeps hostile text linear: from then on every bracket is expected to lack its end.
    bool mayNotRewind() const { return m_rewound > 4 * std::uint64_t{size()} + 65536; }

    // lexer_words.cpp: one token
    void lexToken();
    void lexName();
    void lexNonAscii();
    void lexOddSpace(Character character);
    void lexTwin(Character character, std::string_view ascii);
    void lexInvalid(Character character);
    void lexNumber();
    std::uint32_t scanDigits(std::uint32_t at, int base) const;
    std::uint32_t scanDecimal(std::uint32_t at, bool& isInteger) const;
    void lexNumberSuffix(std::uint32_t begin, std::uint32_t end, bool isInteger);
    void lexOperator();
    void lexForeign(TokenKind kind, std::uint32_t length, std::string_view python);
    void lexBackslash();

    // lexer_strings.cpp: strings and f-strings
    bool lexStringAfterPrefix(std::uint32_t begin, std::uint32_t quoteAt);
    void lexString(std::uint32_t begin, std::uint32_t quoteAt, bool isRaw, bool isFormatted);
    void lexPlainString(std::uint32_t begin, const Quote& quote);
    void lexFormattedString(std::uint32_t begin, const Quote& quote, bool isRawText);
    void giveUpFormatted(std::size_t start, std::uint32_t end);
    bool lexFormattedBody(const Quote& quote, bool isRawText);
    bool lexFormatText(const Quote& quote, bool isRawText);
    bool lexField(const Quote& quote, bool isRawText);
    bool lexFieldPart(const Quote& quote, bool isRawText, std::size_t depth);
    bool lexFieldFormat(const Quote& quote, bool isRawText);
    bool quoteEndsField(const Quote& quote) const;
    bool isQuoteAt(std::uint32_t at, Quote& quote) const;
    std::uint32_t closingLength(const Quote& quote, std::uint32_t at) const;
    std::uint32_t scanString(const Quote& quote, std::uint32_t at, bool& isClosed);
    bool endAtTypographic(std::uint32_t begin, const Quote& quote, std::uint32_t end);
    void reportUnterminated(std::uint32_t begin, const Quote& quote, std::uint32_t end);
    void reportTypographic(std::vector<SourceRange> quotes, char ascii);
    bool lexTripleStart(LineState& state);
    void lexTripleRest(std::uint32_t begin, const Quote& quote, LineState& state);
    std::uint32_t lineEnd(std::uint32_t at) const;

    // Shared
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek(std::uint32_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool atLineEnd() const { return atEnd() || peek() == '\n' || peek() == '\r'; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_text.size()); }
    bool isInField() const { return m_fieldDepth != 0; }
    TokenKind lastKind() const { return result.tokens.empty() ? TokenKind::Newline : result.tokens.back().kind; }
    void skipBlanks();
    void add(TokenKind kind, std::uint32_t begin, std::uint32_t end);
    void take(TokenKind kind, std::uint32_t length);
    Diagnostic* report(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments = {});
    void reportWithFix(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments, std::string title,
                       std::vector<TextEdit> edits);
    void abandonStatement();

    std::string_view m_text;
    const ParseLimits& m_limits;
    LexerMode m_mode;
    std::uint32_t m_at = 0;
    std::vector<Indentation> m_indents{Indentation{}};
    std::vector<OpenBracket> m_brackets;
    std::uint32_t m_lineColumn = 0;            // of the first token of the running statement
    std::size_t m_statement = 0;               // index of that token
    std::uint32_t m_fieldDepth = 0;            // replacement fields that we are inside of
    std::uint32_t m_badColumn = noColumn;      // of the last line whose indentation matched nothing
    bool m_isAbandoned = false;                // the rest of the physical line is skipped
    bool m_isSuspicious = false;               // a bracket opened at the snapshot is never closed
    bool m_isOverLimit = false;
    std::uint64_t m_rewound = 0;               // bytes read a second time
    int m_unterminatedTriples[2] = {0, 0};
    Snapshot m_snapshot;

    static constexpr std::uint32_t noColumn = 0xffffffff;
};

}  // namespace namescape
