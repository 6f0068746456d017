// What is not Python 3 but shows plainly what is meant: Python 2, and keywords with a slip of the finger.
#include "syntax/parser_core.h"

#include <fmt/format.h>

namespace namescape {

namespace {

// Tokens that can't follow the name at the begin of a statement.
bool beginsOperand(TokenKind kind) {
    switch (kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::FormatStart:
    case TokenKind::False:
    case TokenKind::None:
    case TokenKind::True:
    case TokenKind::Lambda: return true;
    default: return false;
    }
}

}  // namespace

// A name followed by an operand, or by a colon alone, is no statement; it may be a keyword with a slip of the finger.
bool Parser::failOnMisspeltKeyword() {
    if (!at(TokenKind::Name)) return false;
    const bool isHeader = ahead(1).kind == TokenKind::Colon && ahead(2).kind == TokenKind::Newline;
    if (!isHeader && !beginsOperand(ahead(1).kind)) return false;
    const auto keyword = nearestKeyword(textOf(current()));
    if (keyword.empty()) return false;
    const SourceRange range = current().range;
    reportWithFix(DiagnosticKind::MisspeltKeyword, range, {std::string(textOf(current())), std::string(keyword)},
                  fmt::format("write '{}'", keyword), {{range, std::string(keyword)}});
    giveUp();
    return true;
}

// What `print` of Python 2 stands for.
struct Parser::OldPrint {
    SourceRange keyword;
    std::vector<Argument> arguments;
    const Expression* file = nullptr;  // behind `>>`; null without one
    std::uint32_t argumentsBegin = 0, argumentsEnd = 0;
    bool endsWithComma = false;
};

bool Parser::atPrintStatement() const {
    if (!at(TokenKind::Name) || textOf(current()) != "print") return false;
    return beginsOperand(ahead(1).kind) || ahead(1).kind == TokenKind::RightShift;
}

// `print a, b` is read as `print(a, b)`, `print >>f, a` as `print(a, file=f)`, and a comma at the end as `end=" "`.
const Statement* Parser::parsePrintStatement() {
    OldPrint print;
    const Token& keyword = advance();
    print.keyword = keyword.range;
    if (accept(TokenKind::RightShift)) {
        print.file = parseExpression();
        accept(TokenKind::Comma);
    }
    print.argumentsBegin = current().range.begin;
    print.argumentsEnd = lastEnd();
    while (!m_isGivenUp && !atLineEnd() && !at(TokenKind::Semicolon)) {
        Argument argument;
        argument.value = parseExpression();
        argument.range = argument.value->range;
        print.arguments.push_back(argument);
        print.argumentsEnd = lastEnd();
        print.endsWithComma = accept(TokenKind::Comma);
        if (!print.endsWithComma) break;
    }
    if (!m_isGivenUp && !at(TokenKind::Semicolon) && !atLineEnd()) failHere();
    if (!m_isGivenUp) reportPrint(print);
    auto* callee = m_arena.make<NameExpression>();
    callee->range = keyword.range;
    callee->kind = ExpressionKind::Name;
    callee->variable.name = nameOf(keyword);
    return expressionStatement(keyword.range.begin, printCall(print, callee));
}

void Parser::reportPrint(const OldPrint& print) {
    std::string rest;
    if (print.file)
        rest += fmt::format(", file={}",
                            m_text.substr(print.file->range.begin, print.file->range.end - print.file->range.begin));
    if (print.endsWithComma) rest += ", end=\" \"";
    std::vector<TextEdit> edits{{{print.keyword.end, print.argumentsBegin}, "("},
                                {{print.argumentsEnd, lastEnd()}, rest + ")"}};
    if (print.arguments.empty())
        edits = {{{print.keyword.end, lastEnd()}, "(" + (rest.empty() ? rest : rest.substr(2)) + ")"}};
    reportWithFix(DiagnosticKind::Python2, {print.keyword.begin, lastEnd()}, {"print x", "print(x)"},
                  "put it in parentheses", std::move(edits));
}

const Expression* Parser::printCall(OldPrint& print, const Expression* callee) {
    const SourceRange end{print.argumentsEnd, print.argumentsEnd};
    const auto positionalCount = static_cast<std::uint32_t>(print.arguments.size());
    if (print.file) print.arguments.push_back({ArgumentKind::Keyword, m_names.intern("file"), print.file, end});
    if (print.endsWithComma) {
        auto* space = make<StringExpression>(ExpressionKind::String, end.begin);
        space->value = " ";
        space->constant = constantCount++;
        print.arguments.push_back({ArgumentKind::Keyword, m_names.intern("end"), space, end});
    }
    std::uint16_t height = 0;
    for (const Argument& argument : print.arguments) height = std::max(height, heightOf(argument.value));
    auto* call = make<CallExpression>(ExpressionKind::Call, print.keyword.begin, height);
    call->callee = callee;
    call->positionalCount = positionalCount;
    call->arguments = keep(print.arguments, 0);
    return call;
}

// At the comma of `raise E, words`, which is read as `raise E(words)`.
const Expression* Parser::parseOldRaise(std::uint32_t begin, const Expression* exception) {
    const std::uint32_t end = lastEnd();
    accept(TokenKind::Comma);
    Argument argument;
    argument.value = parseExpression();
    argument.range = argument.value->range;
    if (!m_isGivenUp)
        reportWithFix(DiagnosticKind::Python2, {begin, lastEnd()}, {"raise E, words", "raise E(words)"},
                      "put the words in parentheses",
                      {{{end, argument.range.begin}, "("}, {{lastEnd(), lastEnd()}, ")"}});
    auto* call =
        make<CallExpression>(ExpressionKind::Call, exception->range.begin, heightOf({exception, argument.value}));
    call->callee = exception;
    call->arguments = m_arena.copy(std::span<const Argument>(&argument, 1));
    call->positionalCount = 1;
    return call;
}

}  // namespace namescape
