#include "explain/call_edits.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::size_t indexOf(const ProgramText& program, const CallExpression& call, std::string_view keyword, int position) {
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const Argument& argument = call.arguments[i];
        if (argument.kind == ArgumentKind::Keyword && program.tree().name(argument.name) == keyword) return i;
    }
    const bool isGiven = position >= 0 && static_cast<std::uint32_t>(position) < call.positionalCount;
    return isGiven ? static_cast<std::size_t>(position) : kNone;
}

// From its keyword on, parentheses around the value included.
SourceRange wholeRange(const Argument& argument) {
    return {std::min(argument.range.begin, argument.value->range.begin), std::max(argument.range.end, argument.value->range.end)};
}

// Behind the comma that follows there, if one does.
std::uint32_t behindComma(std::string_view text, std::uint32_t offset) {
    const std::size_t next = text.find_first_not_of(" \t\f\r\n", offset);
    return next != std::string_view::npos && text[next] == ',' ? static_cast<std::uint32_t>(next + 1) : offset;
}

// The lines of an argument that has them to itself, with the comma and the comment beside it.
std::optional<SourceRange> ownLines(const SyntaxTree& tree, SourceRange argument, bool isLast) {
    const LineIndex& lines = tree.lines();
    const std::uint32_t last = lines.line(argument.end);
    const std::uint32_t begin = lines.lineBegin(lines.line(argument.begin));
    const std::string_view before = tree.text({begin, argument.begin}), line = lines.lineText(tree.text(), last);
    std::string_view behind = line.substr(argument.end - lines.lineBegin(last));
    const std::size_t comma = behind.find_first_not_of(" \t\f");
    const bool hasComma = comma != std::string_view::npos && behind[comma] == ',';
    if (hasComma) behind.remove_prefix(comma + 1);
    const std::size_t rest = behind.find_first_not_of(" \t\f");
    const bool isAlone = before.find_first_not_of(" \t\f") == std::string_view::npos && (rest == std::string_view::npos || behind[rest] == '#');
    if (!isAlone || (!hasComma && !isLast) || last == lines.lineCount()) return std::nullopt;
    return SourceRange{begin, lines.lineBegin(last + 1)};
}

// An argument with what parts it from its neighbour. Comments stay, and the neighbour's comma with them.
SourceRange withGap(std::string_view text, SourceRange argument, SourceRange gap, SourceRange together) {
    const SourceRange alone{argument.begin, behindComma(text, argument.end)};
    const bool hasComment = text.substr(gap.begin, gap.end - gap.begin).find('#') != std::string_view::npos;
    const bool needsNoComma = gap.end == argument.begin || alone.end > argument.end;
    return hasComment && needsNoComma ? alone : together;
}

}  // namespace

TextEdit setArgument(const ProgramText& program, const CallExpression& call, std::string_view keyword, int position, std::string_view value) {
    const std::size_t index = indexOf(program, call, keyword, position);
    if (index != kNone) return {call.arguments[index].value->range, std::string(value)};
    std::string text = std::string(keyword) + "=" + std::string(value);
    if (!call.arguments.empty()) {
        const std::uint32_t end = wholeRange(call.arguments.back()).end;
        return {{end, end}, ", " + text};
    }
    const std::uint32_t end = call.range.end - 1;
    return {{end, end}, std::move(text)};
}

std::optional<TextEdit> removeArgument(const ProgramText& program, const CallExpression& call, std::string_view keyword, int position) {
    const std::size_t index = indexOf(program, call, keyword, position);
    if (index == kNone) return std::nullopt;
    const Argument& argument = call.arguments[index];
    if (argument.kind == ArgumentKind::Positional && index + 1 < call.positionalCount) return TextEdit{argument.value->range, "None"};
    const std::string_view text = program.tree().text();
    const SourceRange range = wholeRange(argument);
    const bool isLast = index + 1 == call.arguments.size();
    if (const auto lines = ownLines(program.tree(), range, isLast)) return TextEdit{*lines, ""};
    if (index > 0) {
        const std::uint32_t former = wholeRange(call.arguments[index - 1]).end;
        return TextEdit{withGap(text, range, {former, range.begin}, {former, range.end}), ""};
    }
    if (isLast) return TextEdit{{range.begin, behindComma(text, range.end)}, ""};
    const std::uint32_t next = wholeRange(call.arguments[1]).begin;
    return TextEdit{withGap(text, range, {range.end, next}, {range.begin, next}), ""};
}

TextEdit replaceExpression(const Expression& expression, std::string_view text) {
    return {expression.range, std::string(text)};
}

std::string quotedLike(const ProgramText& program, const Expression& like, std::string_view text) {
    const std::string_view written = program.text(like.range);
    const char quote = written.find('\'') < written.find('"') ? '\'' : '"';
    return quote + std::string(text) + quote;
}

std::optional<TextEdit> wrapStatement(const ProgramText& program, const Statement& statement, std::string_view header) {
    const auto& lines = program.tree().lines();
    const std::uint32_t line = lines.line(statement.range.begin);
    const std::uint32_t begin = lines.lineBegin(line);
    const std::string_view indent = program.text({begin, statement.range.begin});
    const bool isAlone = indent.find_first_not_of(" \t") == std::string_view::npos;
    const bool isSimple = statement.kind == StatementKind::Expression || statement.kind == StatementKind::Assign || statement.kind == StatementKind::Return ||
                          statement.kind == StatementKind::AugmentedAssign;
    // What follows on the same line behind a semicolon would come along.
    if (!isAlone || !isSimple) return std::nullopt;
    return TextEdit{{statement.range.begin, statement.range.begin}, std::string(header) + ":\n" + std::string(indent) + "    "};
}

}  // namespace namescape
