#include "command_line/caret_report.h"

#include "command_line/character_width.h"
#include "support/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace namescape {

namespace {

constexpr int tabStop = 4;
constexpr int longestQuote = 100;                 // terminal columns
constexpr std::uint32_t longestReach = 1000;      // bytes looked at on either side of the place
constexpr std::string_view margin = "    ";
constexpr std::string_view ellipsis = "…";
constexpr std::string_view replacement = "\uFFFD";

// One character as it is printed.
struct Cell {
    std::uint32_t offset = 0;  // in the line
    std::string shown;
    int width = 0;  // terminal columns
};

struct QuotedPlace {
    std::string_view line;
    std::uint32_t begin = 0;  // offsets in the line
    std::uint32_t end = 0;
};

std::size_t characterLength(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (length < 4 && at + length < text.size() && continuesCodePoint(text[at + length])) ++length;
    return length;
}

Cell cellOf(std::string_view line, std::size_t at, int column) {
    const std::string_view bytes = line.substr(at, characterLength(line, at));
    const auto offset = static_cast<std::uint32_t>(at);
    if (bytes == "\t") {
        const int width = tabStop - column % tabStop;
        return {offset, std::string(static_cast<std::size_t>(width), ' '), width};
    }
    const char32_t character = decodeUtf8(bytes);
    if (isControl(character)) return {offset, std::string(replacement), 1};
    return {offset, std::string(bytes), characterWidth(character)};
}

// The characters around the place; of a very long line only those near it.
std::vector<Cell> cellsAround(const QuotedPlace& place) {
    std::size_t at = place.begin > longestReach ? place.begin - longestReach : 0;
    while (at < place.line.size() && at > 0 && continuesCodePoint(place.line[at])) ++at;
    const std::size_t end = std::min<std::size_t>(place.line.size(), place.begin + longestReach);
    std::vector<Cell> cells;
    for (int column = 0; at < end; at += characterLength(place.line, at)) {
        cells.push_back(cellOf(place.line, at, column));
        column += cells.back().width;
    }
    return cells;
}

int widthOf(std::vector<Cell>::const_iterator begin, std::vector<Cell>::const_iterator end) {
    int width = 0;
    for (; begin != end; ++begin) width += begin->width;
    return width;
}

// Drops cells from both ends until what is left fits, the place a third of the way in.
void clip(std::vector<Cell>& cells, std::uint32_t begin) {
    const auto place = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) { return cell.offset >= begin; });
    auto first = place;
    for (int room = longestQuote / 3; first != cells.begin() && room >= (first - 1)->width;) room -= (--first)->width;
    if (widthOf(cells.begin(), place) <= longestQuote * 2 / 3) first = cells.begin();
    auto last = first;
    for (int room = longestQuote; last != cells.end() && room >= last->width; ++last) room -= last->width;
    cells = std::vector<Cell>(first, last);
}

// The quoted line and the line with the caret under it.
std::string quote(const QuotedPlace& place) {
    std::vector<Cell> cells = cellsAround(place);
    clip(cells, place.begin);
    const bool cutBefore = !cells.empty() && cells.front().offset > 0;
    const bool cutAfter =
        !cells.empty() && cells.back().offset + characterLength(place.line, cells.back().offset) < place.line.size();
    std::string line(cutBefore ? ellipsis : "");
    std::string blank(cutBefore ? 1 : 0, ' ');
    std::string underline;
    for (const Cell& cell : cells) {
        line += cell.shown;
        const auto width = static_cast<std::size_t>(cell.width);
        if (cell.offset < place.begin) blank.append(width, ' ');
        else if (cell.offset < place.end) underline.append(width, '~');
    }
    if (underline.empty()) underline = "~";
    underline[0] = '^';
    if (cutAfter) line += ellipsis;
    return fmt::format("{0}{1}\n{0}{2}{3}\n", margin, line, blank, underline);
}

const char* word(Severity severity) {
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Hint: return "hint";
    }
    return "note";
}

// Every line of the text that is not blank, behind the margin.
std::string indented(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.find_first_not_of(' ') != std::string_view::npos) result += fmt::format("{}{}\n", margin, line);
    }
    return result;
}

// "FILE:LINE:COLUMN: KIND: WORDS" and the quoted line; of words with several lines, those behind the first come last.
std::string placed(const ReportedText& reported, SourceRange range, std::string_view kind, std::string_view words) {
    const auto size = static_cast<std::uint32_t>(reported.text.size());
    const std::uint32_t begin = std::min(range.begin, size);
    const LineColumn position = reported.lines.position(reported.text, begin);
    const std::uint32_t lineBegin = reported.lines.lineBegin(position.line);
    const std::string_view line = reported.lines.lineText(reported.text, position.line);
    const std::string_view name = reported.name == "-" ? "<stdin>" : std::string_view(reported.name);
    const std::string_view headline = words.substr(0, words.find('\n'));
    return fmt::format("{}:{}:{}: {}: {}\n", name, position.line, position.column, kind, headline) +
           quote({line, begin - lineBegin, std::max(range.end, begin) - lineBegin}) + indented(words.substr(headline.size()));
}

}  // namespace

std::string quotedLine(std::string_view line, std::uint32_t begin) {
    return quote({line, begin, begin});
}

std::string caretReport(const ReportedText& reported, const Diagnostic& diagnostic) {
    std::string report = placed(reported, diagnostic.range, word(diagnostic.severity), message(diagnostic));
    for (const Fix& fix : diagnostic.fixes) report += fmt::format("{}fix: {}\n", margin, fix.title);
    if (!diagnostic.note.empty()) report += indented("note: " + diagnostic.note);
    for (const RelatedRange& related : diagnostic.related)
        report += placed(reported, related.range, "note", related.message);
    return report;
}

}  // namespace namescape
