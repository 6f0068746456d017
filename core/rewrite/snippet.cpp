#include "rewrite/snippet.h"

#include "support/line_index.h"
#include "syntax/lexer.h"
#include "syntax/syntax_tree.h"

#include <algorithm>

namespace namescape {

bool isEmptyLine(std::string_view text, std::uint32_t begin) {
    return begin >= text.size() || text[begin] == '\n' || text[begin] == '\r';
}

namespace {

// The strings of a text, f-strings with all that is within them.
std::vector<SourceRange> stringsOf(std::string_view text) {
    std::vector<SourceRange> found;
    LineState state = 0;
    int depth = 0;  // of f-strings
    for (const Token& token : tokenize(text, state)) {
        const bool isOutermost = depth == 0;
        if (token.kind == TokenKind::FormatStart) ++depth;
        if (token.kind == TokenKind::FormatEnd) --depth;
        if (isOutermost && (depth > 0 || token.kind == TokenKind::String)) found.push_back(token.range);
        else if (!isOutermost) found.back().end = token.range.end;
    }
    return found;
}

std::ptrdiff_t errorCount(std::string_view text) {
    const SyntaxTree tree = parse(std::string(text));
    return std::count_if(tree.diagnostics().begin(), tree.diagnostics().end(), [](const Diagnostic& each) { return each.severity == Severity::Error; });
}

}  // namespace

std::vector<std::uint32_t> movableLines(std::string_view text) {
    const LineIndex lines(text);
    const std::vector<SourceRange> strings = stringsOf(text);
    std::vector<std::uint32_t> begins;
    auto string = strings.begin();
    for (std::uint32_t number = 1; number <= lines.lineCount(); ++number) {
        const std::uint32_t begin = lines.lineBegin(number);
        while (string != strings.end() && string->end <= begin) ++string;
        if (string == strings.end() || string->begin >= begin) begins.push_back(begin);
    }
    return begins;
}

std::string dedented(std::string_view text, std::string_view indent) {
    std::string result;
    std::uint32_t done = 0;
    for (const std::uint32_t begin : movableLines(text)) {
        if (!text.substr(begin).starts_with(indent)) continue;
        result += text.substr(done, begin - done);
        done = begin + static_cast<std::uint32_t>(indent.size());
    }
    result += text.substr(done);
    return result;
}

std::string withoutOuterIndent(std::string_view text) {
    std::vector<std::string_view> indents;  // of the first two lines that say something
    for (const std::uint32_t begin : movableLines(text)) {
        const std::string_view indent = indentOf(text.substr(begin));
        const std::uint32_t first = begin + static_cast<std::uint32_t>(indent.size());
        if (!isEmptyLine(text, first) && text[first] != '#' && indents.size() < 2) indents.push_back(indent);
    }
    if (indents.empty()) return std::string(text);
    if (!indents.front().empty() || indents.size() == 1) return dedented(text, indents.front());
    // The first line was taken from its first word on.
    std::string rest = dedented(text, indents.back());
    return errorCount(rest) < errorCount(text) ? rest : std::string(text);
}

std::string indented(std::string_view text, std::string_view indent) {
    std::string result;
    std::uint32_t done = 0;
    for (const std::uint32_t begin : movableLines(text)) {
        if (isEmptyLine(text, begin)) continue;
        result += text.substr(done, begin - done);
        result += indent;
        done = begin;
    }
    result += text.substr(done);
    return result;
}

std::string_view indentOf(std::string_view line) {
    const std::size_t end = line.find_first_not_of(" \t\f");
    return line.substr(0, end == std::string_view::npos ? line.size() : end);
}

std::string_view lineEnd(std::string_view program) {
    const std::size_t end = program.find_first_of("\r\n");
    return end != std::string_view::npos && program.substr(end).starts_with("\r\n") ? "\r\n" : "\n";
}

}  // namespace namescape
