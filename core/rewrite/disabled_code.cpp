#include "rewrite/disabled_code.h"

#include "rewrite/snippet.h"
#include "syntax/syntax_tree.h"

#include <algorithm>
#include <span>
#include <string>

namespace namescape {

namespace {

// Long comments are words, and looking at what follows each of their lines would take long.
constexpr std::size_t kMostLines = 200;
constexpr int kMostLooks = 3;

using Lines = std::span<const std::string_view>;

// What a statement may want around it, so that `return` and `break` are read too.
constexpr std::string_view kAround = "def f():\n while True:\n";
constexpr std::size_t kAroundLines = 2;

// Whether a statement does something: words that happen to be Python ("note: this"), and texts, do not.
bool isCode(const Statement& statement) {
    if (statement.kind == StatementKind::AnnotatedAssign) return as<AnnotatedAssignStatement>(statement).value != nullptr;
    if (statement.kind != StatementKind::Expression) return statement.kind != StatementKind::Error;
    const ExpressionKind kind = as<ExpressionStatement>(statement).value->kind;
    return kind == ExpressionKind::Call || kind == ExpressionKind::Await || kind == ExpressionKind::Yield || kind == ExpressionKind::YieldFrom;
}

std::string withoutMark(std::string_view line) {
    const SourceRange mark = commentMark(line);
    return std::string(line.substr(0, mark.begin)) + std::string(line.substr(mark.end)) + '\n';
}

bool isEmpty(std::string_view line) {
    return isEmptyLine(withoutMark(line), static_cast<std::uint32_t>(indentOf(withoutMark(line)).size()));
}

SyntaxTree parsed(Lines lines) {
    std::string text;
    for (const std::string_view line : lines) text += withoutMark(line);
    return parse(std::string(kAround) + indented(text, "  "));
}

// The first statement of a parsed piece that is no code, or is not indented as the first one is.
const Statement* firstOther(const SyntaxTree& tree) {
    const auto& outer = tree.module().body.statements;
    const auto& middle = as<FunctionStatement>(*outer.front()).body.statements;
    for (const Statement* statement : as<WhileStatement>(*middle.front()).body.statements)
        if (!isCode(*statement)) return statement;
    if (middle.size() > 1) return middle[1];
    return outer.size() > 1 ? outer[1] : nullptr;
}

// How many of the lines are before all that is no code or cannot be read.
std::size_t readableLines(Lines lines) {
    const SyntaxTree tree = parsed(lines);
    std::size_t count = lines.size();
    const auto endBefore = [&](SourceRange range) {
        const std::size_t line = tree.lines().line(range.begin);
        count = std::min(count, line > kAroundLines ? std::min(line - kAroundLines, lines.size()) - 1 : 0);
    };
    if (const Statement* other = firstOther(tree)) endBefore(other->range);
    for (const Diagnostic& diagnostic : tree.diagnostics())
        if (diagnostic.severity == Severity::Error) endBefore(diagnostic.range);
    return count;
}

// Whether a line says of itself that it is no code: most words do, and need not be read with all that follows.
bool isPlainlyWords(const std::string_view& line) {
    return line.find_first_of("([{\"'\\:@") == std::string_view::npos && readableLines({&line, 1}) == 0;
}

// How many of the lines are statements, from the first one on.
std::size_t codeLines(Lines lines) {
    if (isEmpty(lines.front()) || isPlainlyWords(lines.front())) return 0;
    // What is cut off may have closed what is left, but words are soon found to be nothing else.
    for (int look = 0; look < kMostLooks && !lines.empty(); ++look) {
        const std::size_t count = readableLines(lines);
        if (count == lines.size()) return count;
        lines = lines.first(count);
    }
    return 0;
}

}  // namespace

SourceRange commentMark(std::string_view line) {
    const auto begin = static_cast<std::uint32_t>(line.find('#'));
    if (begin + 1 == line.size()) return {0, begin + 1};
    return {begin, begin + (line[begin + 1] == ' ' ? 2 : 1)};
}

std::vector<CommentPart> commentParts(const std::vector<std::string_view>& lines) {
    if (lines.size() > kMostLines) return {{0, lines.size(), false}};
    std::vector<CommentPart> parts;
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + codeLines(Lines(lines).subspan(begin));
        while (end > begin && isEmpty(lines[end - 1])) --end;
        const bool isCode = end > begin;
        if (!isCode && !parts.empty() && !parts.back().isCode) parts.back().end = ++begin;
        else parts.push_back({begin, isCode ? end : begin + 1, isCode});
        begin = parts.back().end;
    }
    return parts;
}

}  // namespace namescape
