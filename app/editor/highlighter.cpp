#include "editor/highlighter.h"

#include "appearance/appearance.h"
#include "document/text_offsets.h"
#include "syntax/lexer.h"

#include <algorithm>
#include <string_view>

namespace namescape {

namespace {

constexpr std::array<std::string_view, 34> builtins{
    "abs",   "all",       "any",  "bool",     "dict",       "enumerate", "filter", "float", "format", "getattr",  "hasattr", "int",
    "isinstance", "len",  "list", "map",      "max",        "min",       "object", "print", "range",  "repr",     "reversed", "round",
    "self",  "set",       "sorted", "staticmethod", "str",  "sum",       "super",  "tf",    "tuple",  "zip",
};

bool isBuiltin(std::string_view word) {
    return std::binary_search(builtins.begin(), builtins.end(), word);
}

bool isBracket(TokenKind kind) {
    return isOpeningBracket(kind) || isClosingBracket(kind);
}

QTextCharFormat colored(const QColor& color) {
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

}  // namespace

Highlighter::Highlighter(QTextDocument* document, const Appearance& appearance) : QSyntaxHighlighter(document), m_appearance(appearance) {
    readColors();
    connect(&appearance, &Appearance::changed, this, [this] {
        readColors();
        rehighlight();
    });
}

void Highlighter::readColors() {
    const Colors& colors = m_appearance.colors();
    m_formats[Keyword] = colored(colors.keyword);
    m_formats[String] = colored(colors.string);
    m_formats[Number] = colored(colors.number);
    m_formats[Comment] = colored(colors.comment);
    m_formats[Builtin] = colored(colors.builtin);
    m_formats[Definition] = colored(colors.definition);
    m_formats[Operator] = colored(colors.operatorSign);
    m_formats[Broken] = colored(colors.error);
}

void Highlighter::highlightBlock(const QString& line) {
    const std::string text = line.toStdString();
    const TextOffsets offsets(line);
    LineState state = static_cast<LineState>(std::max(previousBlockState(), 0));
    const std::vector<Token> tokens = tokenize(text, state);
    setCurrentBlockState(state);

    std::vector<Bracket> brackets;
    TokenKind before = TokenKind::Newline;
    for (const Token& token : tokens) {
        const int begin = offsets.toUtf16(token.range.begin);
        const int length = offsets.toUtf16(token.range.end) - begin;
        const std::string_view word = std::string_view(text).substr(token.range.begin, token.range.end - token.range.begin);
        if (isBracket(token.kind) && length == 1) brackets.push_back({begin, line[begin]});
        switch (category(token.kind)) {
        case TokenCategory::Keyword: setFormat(begin, length, m_formats[Keyword]); break;
        case TokenCategory::String: setFormat(begin, length, m_formats[token.isBroken ? Broken : String]); break;
        case TokenCategory::Number: setFormat(begin, length, m_formats[Number]); break;
        case TokenCategory::Comment: setFormat(begin, length, m_formats[Comment]); break;
        case TokenCategory::Operator: setFormat(begin, length, m_formats[Operator]); break;
        case TokenCategory::Error: setFormat(begin, length, m_formats[Broken]); break;
        case TokenCategory::Name:
            if (before == TokenKind::Def || before == TokenKind::Class)
                setFormat(begin, length, m_formats[Definition]);
            else if (before != TokenKind::Dot && isBuiltin(word))
                setFormat(begin, length, m_formats[Builtin]);
            break;
        case TokenCategory::None: break;
        }
        before = token.kind;
    }
    setCurrentBlockUserData(brackets.empty() ? nullptr : new LineBrackets(std::move(brackets)));
}

}  // namespace namescape
