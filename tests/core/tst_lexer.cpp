// Tests syntax/lexer: the tokens of programs, of broken ones too, and of single lines for a highlighter.
#include "syntax/dump.h"
#include "syntax/lexer.h"

#include <QTest>

#include <algorithm>

using namespace namescape;

class LexerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsAProgramIntoTokens_data();
    void cutsAProgramIntoTokens();
    void readsEveryKindOfNumber_data();
    void readsEveryKindOfNumber();
    void readsEveryPrefixOfAString_data();
    void readsEveryPrefixOfAString();
    void keepsCommentsApart();
    void alwaysPairsBrackets_data();
    void alwaysPairsBrackets();
    void followsThePythonRulesOfTabs_data();
    void followsThePythonRulesOfTabs();
    void stopsAtTheTokenLimit();
    void tokenizesLinesForAHighlighter_data();
    void tokenizesLinesForAHighlighter();
    void remembersWhatALineBeginsInsideOf();
};

namespace {

std::string tokensOf(std::string_view text) {
    return dump(text, lex(text).tokens);
}

// The text with its line ends shown as '|', so that a row is one line.
QByteArray onOneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', '|');
    return QByteArray::fromStdString(text);
}

}  // namespace

void LexerTest::cutsAProgramIntoTokens_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tokens");
    const auto row = [](const char* tag, const QByteArray& text, const char* tokens) {
        QTest::newRow(tag) << text << QByteArray(tokens);
    };
    row("empty", "", "end|");
    row("blank-lines-and-comments", "\n  \n# c\n\t# d\n", "end|");
    row("a-line", "x = 1\n", "name \"x\"|operator \"=\"|number \"1\"|newline|end|");
    row("no-line-end", "x", "name \"x\"|newline|end|");
    row("byte-order-mark", "\xEF\xBB\xBFx", "name \"x\"|newline|end|");
    row("windows-line-end", "x\r\ny", "name \"x\"|newline|name \"y\"|newline|end|");
    row("form-feed", "\fx\n", "name \"x\"|newline|end|");
    row("keyword", "if iff", "keyword \"if\"|name \"iff\"|newline|end|");
    row("longest-operator", "a**=b//c->d",
        "name \"a\"|operator \"**=\"|name \"b\"|operator \"//\"|name \"c\"|operator \"->\"|name \"d\"|newline|end|");
    row("dots", "a...b.c", "name \"a\"|operator \"...\"|name \"b\"|operator \".\"|name \"c\"|newline|end|");
    row("block", "a\n  b\nc", "name \"a\"|newline|indent \"  \"|name \"b\"|newline|dedent|name \"c\"|newline|end|");
    row("two-blocks-end", "a\n b\n  c\n",
        "name \"a\"|newline|indent \" \"|name \"b\"|newline|indent \"  \"|name \"c\"|newline|dedent|dedent|end|");
    row("comment-does-not-end-block", "a\n  b\n# c\n  d",
        "name \"a\"|newline|indent \"  \"|name \"b\"|newline|name \"d\"|newline|dedent|end|");
    row("lines-in-brackets", "f(\n 1,\n\n 2)\n",
        "name \"f\"|operator \"(\"|number \"1\"|operator \",\"|number \"2\"|operator \")\"|newline|end|");
    row("backslash", "a \\\n  b", "name \"a\"|name \"b\"|newline|end|");
    row("backslash-at-end", "a \\", "name \"a\"|newline|end|");
    row("triple-quoted", "'''a\nb''' c", "string \"'''a\\nb'''\"|name \"c\"|newline|end|");
    row("quote-in-triple", "\"\"\"a\"b\"\"\"", "string \"\\\"\\\"\\\"a\\\"b\\\"\\\"\\\"\"|newline|end|");
    row("unterminated-string", "'a\nb", "string \"'a\" broken|newline|name \"b\"|newline|end|");
    row("letters-of-any-script", "\xE5\x8F\x98\xE9\x87\x8F = \xC3\xA9",
        "name \"\xE5\x8F\x98\xE9\x87\x8F\"|operator \"=\"|name \"\xC3\xA9\"|newline|end|");
    row("invalid-characters-in-a-run", "a $ \xE2\x86\x92\xE2\x86\x92",
        "name \"a\"|error \"$\"|error \"\xE2\x86\x92\xE2\x86\x92\"|newline|end|");
    row("f-string", "f'a{b!r:>{c}}d'",
        "format-start \"f'\"|format-text \"a\"|field-open \"{\"|name \"b\"|operator \"!\"|name \"r\"|operator "
        "\":\"|format-text \">\"|"
        "field-open \"{\"|name \"c\"|field-close \"}\"|field-close \"}\"|format-text \"d\"|format-end "
        "\"'\"|newline|end|");
    row("f-string-doubled-braces", "f'{{{a}}}'",
        "format-start \"f'\"|format-text \"{{\"|field-open \"{\"|name \"a\"|field-close \"}\"|format-text "
        "\"}}\"|format-end \"'\"|newline|end|");
    row("f-string-same-quotes-inside", "f'{a['b']}'",
        "format-start \"f'\"|field-open \"{\"|name \"a\"|operator \"[\"|string \"'b'\"|operator \"]\"|field-close "
        "\"}\"|format-end \"'\"|newline|end|");
    row("f-string-dict-inside", "f'{ {1: 2}[1] }'",
        "format-start \"f'\"|field-open \"{\"|operator \"{\"|number \"1\"|operator \":\"|number \"2\"|operator "
        "\"}\"|operator \"[\"|number \"1\"|"
        "operator \"]\"|field-close \"}\"|format-end \"'\"|newline|end|");
    row("f-string-not-equal", "f'{a!=b}'",
        "format-start \"f'\"|field-open \"{\"|name \"a\"|operator \"!=\"|name \"b\"|field-close \"}\"|format-end "
        "\"'\"|newline|end|");
    row("f-string-over-lines", "f'''{\n a\n}\n'''",
        "format-start \"f'''\"|field-open \"{\"|name \"a\"|field-close \"}\"|format-text \"\\n\"|format-end "
        "\"'''\"|newline|end|");
    row("f-string-open-field", "f'{a' b",
        "format-start \"f'\" broken|format-text \"{a'\"|format-end|name \"b\"|newline|end|");
}

void LexerTest::cutsAProgramIntoTokens() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tokens);
    QCOMPARE(onOneLine(tokensOf(text.toStdString())), tokens);
}

void LexerTest::readsEveryKindOfNumber_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"0", "00", "12", "1_000", "0x1F", "0b1_0", "0o17", "1.", ".5", "1.5", "1e5", "1E+5",
                             "1.e-5", "1_0.5_0", "2j", "1.5J", "1e3j"})
        QTest::newRow(text) << QByteArray(text);
}

void LexerTest::readsEveryKindOfNumber() {
    QFETCH(QByteArray, text);
    QCOMPARE(onOneLine(tokensOf(text.toStdString())), "number \"" + text + "\"|newline|end|");
}

void LexerTest::readsEveryPrefixOfAString_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"'x'", "r'x'", "R'\\'x'", "b'x'", "u'x'", "U'x'", "br'x'", "Rb'x'", "rB'''x'''"})
        QTest::newRow(text) << QByteArray(text);
}

void LexerTest::readsEveryPrefixOfAString() {
    QFETCH(QByteArray, text);
    const auto tokens = lex(text.toStdString()).tokens;
    QCOMPARE(static_cast<int>(tokens.size()), 3);
    QVERIFY(tokens[0].kind == TokenKind::String);
    QCOMPARE(static_cast<int>(tokens[0].range.end), static_cast<int>(text.size()));
}

void LexerTest::keepsCommentsApart() {
    constexpr std::string_view text = "# first\nx = [1,  # inside\n 2]  # last\r\n";
    const auto lexed = lex(text);
    std::vector<std::string_view> comments;
    for (const SourceRange range : lexed.comments)
        comments.push_back(text.substr(range.begin, range.end - range.begin));
    QCOMPARE(comments, (std::vector<std::string_view>{"# first", "# inside", "# last"}));
}

void LexerTest::alwaysPairsBrackets_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("unclosed") << QByteArray("f(1\ng(2)\n");
    QTest::newRow("unclosed-in-block") << QByteArray("with a:\n  f([1, {2: 3\n  b = 1\nc = 2\n");
    QTest::newRow("unmatched") << QByteArray("f(1))\n]\n}\n");
    QTest::newRow("mismatched") << QByteArray("f(1]\ng[(2]\n{(})\n");
    QTest::newRow("in-f-string") << QByteArray("f'{a(}' + f'{(b}'\nf'{[}'\n");
    QTest::newRow("too-deep") << QByteArray(1000, '(');
    QTest::newRow("before-keyword") << QByteArray("f(1,\ndef g(): pass\n");
}

void LexerTest::alwaysPairsBrackets() {
    QFETCH(QByteArray, text);
    const auto lexed = lex(text.toStdString());
    std::vector<TokenKind> open;
    for (const Token& token : lexed.tokens) {
        if (token.kind == TokenKind::Error || token.kind == TokenKind::Newline)
            open.clear();  // a line that is given up
        if (isOpeningBracket(token.kind)) open.push_back(token.kind);
        if (!isClosingBracket(token.kind)) continue;
        QVERIFY(!open.empty());
        QVERIFY(closingBracketOf(open.back()) == token.kind);
        open.pop_back();
    }
    QVERIFY(open.empty());
    QVERIFY(!lexed.diagnostics.empty());
}

void LexerTest::followsThePythonRulesOfTabs_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isConsistent");
    QTest::newRow("tabs-only") << QByteArray("a\n\tb\n\t\tc\n\td\n") << true;
    QTest::newRow("spaces-then-tab-each-block-alone") << QByteArray("a\n    b\nc\n\td\n") << true;
    QTest::newRow("tab-behind-spaces-of-its-block") << QByteArray("a\n  b\n  \tc\n") << true;
    QTest::newRow("tab-against-eight-spaces") << QByteArray("a\n        b\n\tc\n") << false;
    QTest::newRow("tab-against-four-spaces") << QByteArray("a\n    b\n\tc\n") << false;
}

void LexerTest::followsThePythonRulesOfTabs() {
    QFETCH(QByteArray, text);
    QFETCH(bool, isConsistent);
    const auto lexed = lex(text.toStdString());
    QCOMPARE(lexed.diagnostics.empty(), isConsistent);
    if (!isConsistent) QVERIFY(lexed.diagnostics[0].kind == DiagnosticKind::InconsistentTabs);
}

void LexerTest::stopsAtTheTokenLimit() {
    ParseLimits limits;
    limits.maxTokens = 10;
    const auto lexed = lex("a b c d e f g h i j k l m n o\n", limits);
    QVERIFY(lexed.tokens.size() <= 12);
    QVERIFY(lexed.tokens.back().kind == TokenKind::EndOfFile);
    QCOMPARE(static_cast<int>(lexed.diagnostics.size()), 1);
    QVERIFY(lexed.diagnostics[0].kind == DiagnosticKind::TooManyTokens);
}

void LexerTest::tokenizesLinesForAHighlighter_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tokens");
    QTest::newRow("comment") << QByteArray("x = 1  # one")
                             << QByteArray("name \"x\"|operator \"=\"|number \"1\"|comment \"# one\"|");
    QTest::newRow("closing-bracket-alone")
        << QByteArray("  ), b)") << QByteArray("operator \")\"|operator \",\"|name \"b\"|operator \")\"|");
    QTest::newRow("unterminated") << QByteArray("'abc") << QByteArray("string \"'abc\" broken|");
    QTest::newRow("error") << QByteArray("a ? b") << QByteArray("name \"a\"|error \"?\"|name \"b\"|");
    QTest::newRow("f-string")
        << QByteArray("f'a{b}'")
        << QByteArray(
               "format-start \"f'\"|format-text \"a\"|field-open \"{\"|name \"b\"|field-close \"}\"|format-end \"'\"|");
    QTest::newRow("missing-brackets-are-not-shown")
        << QByteArray("[(1]") << QByteArray("operator \"[\"|operator \"(\"|number \"1\"|operator \"]\"|");
}

void LexerTest::tokenizesLinesForAHighlighter() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tokens);
    LineState state = 0;
    const std::string line = text.toStdString();
    QCOMPARE(onOneLine(dump(line, tokenize(line, state))), tokens);
    QCOMPARE(static_cast<int>(state), 0);
}

void LexerTest::remembersWhatALineBeginsInsideOf() {
    LineState state = 0;
    const auto shown = [&state](std::string_view line) { return onOneLine(dump(line, tokenize(line, state))); };
    QCOMPARE(shown("a = '''one"), QByteArray("name \"a\"|operator \"=\"|string \"'''one\"|"));
    QVERIFY(state != 0);
    QCOMPARE(shown("two \" three"), QByteArray("string \"two \\\" three\"|"));
    QCOMPARE(shown("four''' + b"), QByteArray("string \"four'''\"|operator \"+\"|name \"b\"|"));
    QCOMPARE(static_cast<int>(state), 0);
    QCOMPARE(shown("f\"\"\"{a}"),
             QByteArray("format-start \"f\\\"\\\"\\\"\"|field-open \"{\"|name \"a\"|field-close \"}\"|"));
    QVERIFY(state != 0);
    QCOMPARE(shown("{b} {c\"\"\" d"),
             QByteArray("field-open \"{\"|name \"b\"|field-close \"}\"|format-text \" \"|field-open \"{\"|name "
                        "\"c\"|format-end \"\\\"\\\"\\\"\"|name \"d\"|"));
    QCOMPARE(static_cast<int>(state), 0);
}

QTEST_GUILESS_MAIN(LexerTest)
#include "tst_lexer.moc"
