#include "compare/text_alignment.h"

#include "compare/sequence_alignment.h"
#include "compare/words.h"
#include "support/line_index.h"

#include <algorithm>

namespace namescape {

namespace {

// Below this share of words that stay, two stretches are taken for different ones.
constexpr double kLeastShare = 0.4;

}  // namespace

// The words and signs of some lines.
struct TextAlignment::Words {
    std::vector<std::uint64_t> hashes;
    std::vector<Same> places;  // `before` and `length` alone

    Words(std::string_view text, const std::vector<Line>& lines, std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = begin; i < end; ++i)
            for (std::uint32_t offset = lines[i].begin; offset < lines[i].end;) offset = add(text, offset, lines[i].end);
    }

    std::uint32_t add(std::string_view text, std::uint32_t offset, std::uint32_t end) {
        if (isBlank(text[offset])) return offset + 1;
        const std::uint32_t next = wordEnd(text, offset, end);
        hashes.push_back(hashOf(text.substr(offset, next - offset)));
        places.push_back({offset, 0, next - offset});
        return next;
    }
};

std::vector<TextAlignment::Line> TextAlignment::linesOf(std::string_view text) {
    const LineIndex index(text);
    std::vector<Line> lines;
    lines.reserve(index.lineCount());
    for (std::uint32_t number = 1; number <= index.lineCount(); ++number) {
        Line line{index.lineBegin(number), 0};
        line.end = line.begin + static_cast<std::uint32_t>(index.lineText(text, number).size());
        while (line.begin < line.end && isBlank(text[line.begin])) ++line.begin;
        while (line.begin < line.end && isBlank(text[line.end - 1])) --line.end;
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::uint64_t> TextAlignment::hashesOf(std::string_view text, const std::vector<Line>& lines) {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(lines.size());
    for (const Line& line : lines) hashes.push_back(hashOf(text.substr(line.begin, line.end - line.begin)));
    return hashes;
}

TextAlignment::TextAlignment(std::string_view before, std::string_view after)
    : m_before(before), m_after(after), m_beforeLines(linesOf(before)), m_afterLines(linesOf(after)), m_isTaken(m_afterLines.size(), false) {
    alignLines();
    alignMovedLines();
    for (std::uint32_t i = 0; i < m_beforeLines.size(); ++i) {
        const Line& line = m_beforeLines[i];
        if (m_lineTwins[i] != kUnaligned) m_same.push_back({line.begin, m_afterLines[m_lineTwins[i]].begin, line.end - line.begin});
    }
    alignWordsBetween();
    std::sort(m_same.begin(), m_same.end(), [](const Same& a, const Same& b) { return a.before < b.before; });
}

void TextAlignment::alignLines() {
    m_lineTwins = alignSequences(hashesOf(m_before, m_beforeLines), hashesOf(m_after, m_afterLines));
    for (const std::uint32_t twin : m_lineTwins)
        if (twin != kUnaligned) m_isTaken[twin] = true;
}

// Of the lines that are left.
void TextAlignment::alignMovedLines() {
    std::vector<std::uint32_t> before, after;
    std::vector<Line> beforeLines, afterLines;
    for (std::uint32_t i = 0; i < m_beforeLines.size(); ++i)
        if (m_lineTwins[i] == kUnaligned && !m_beforeLines[i].isEmpty()) before.push_back(i), beforeLines.push_back(m_beforeLines[i]);
    for (std::uint32_t j = 0; j < m_afterLines.size(); ++j)
        if (!m_isTaken[j] && !m_afterLines[j].isEmpty()) after.push_back(j), afterLines.push_back(m_afterLines[j]);
    for (const Twins& twins : soleTwins(hashesOf(m_before, beforeLines), hashesOf(m_after, afterLines))) {
        m_lineTwins[before[twins.before]] = after[twins.after];
        m_isTaken[after[twins.after]] = true;
    }
}

void TextAlignment::alignWordsBetween() {
    const auto beforeCount = static_cast<std::uint32_t>(m_beforeLines.size()), afterCount = static_cast<std::uint32_t>(m_afterLines.size());
    for (std::uint32_t i = 0; i < beforeCount;) {
        if (m_lineTwins[i] != kUnaligned) {
            ++i;
            continue;
        }
        std::uint32_t end = i;
        while (end < beforeCount && m_lineTwins[end] == kUnaligned) ++end;
        // What follows the line before, up to what is somebody else's.
        const std::uint32_t afterBegin = i == 0 ? 0 : m_lineTwins[i - 1] + 1;
        std::uint32_t afterEnd = afterBegin;
        while (afterEnd < afterCount && !m_isTaken[afterEnd]) ++afterEnd;
        alignWords(i, end, afterBegin, afterEnd);
        i = end;
    }
}

void TextAlignment::alignWords(std::uint32_t beforeBegin, std::uint32_t beforeEnd, std::uint32_t afterBegin, std::uint32_t afterEnd) {
    const Words before(m_before, m_beforeLines, beforeBegin, beforeEnd), after(m_after, m_afterLines, afterBegin, afterEnd);
    const std::vector<std::uint32_t> twins = alignSequences(before.hashes, after.hashes);
    const auto kept = std::count_if(twins.begin(), twins.end(), [](std::uint32_t twin) { return twin != kUnaligned; });
    if (static_cast<double>(kept) < kLeastShare * static_cast<double>(std::min(before.hashes.size(), after.hashes.size()))) return;
    for (std::size_t i = 0; i < twins.size(); ++i)
        if (twins[i] != kUnaligned) m_same.push_back({before.places[i].before, after.places[twins[i]].before, before.places[i].length});
}

std::optional<std::uint32_t> TextAlignment::after(std::uint32_t offset) const {
    auto place = std::upper_bound(m_same.begin(), m_same.end(), offset, [](std::uint32_t wanted, const Same& same) { return wanted < same.before; });
    if (place == m_same.begin() || offset >= (--place)->before + place->length) return std::nullopt;
    return place->after + (offset - place->before);
}

}  // namespace namescape
