#include "compare/text_difference.h"

#include "compare/sequence_alignment.h"
#include "compare/words.h"
#include "support/line_index.h"
#include "support/utf8.h"

#include <algorithm>

namespace namescape {

namespace {

// Nobody reads more of one line; it is shown from a little before what is other in it.
constexpr std::uint32_t kLongestLine = 400;
constexpr std::uint32_t kBeforeTheChange = 60;

// Below this share of letters that stay, a line is not the other one edited.
constexpr double kLeastShare = 0.3;

using Lines = std::vector<std::string_view>;

Lines linesOf(std::string_view text) {
    const LineIndex index(text);
    Lines lines;
    lines.reserve(index.lineCount());
    for (std::uint32_t number = 1; number <= index.lineCount(); ++number) lines.push_back(index.lineText(text, number));
    return lines;
}

std::vector<std::uint64_t> hashesOf(const Lines& lines) {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(lines.size());
    for (const std::string_view line : lines) hashes.push_back(hashOf(line));
    return hashes;
}

struct Words {
    std::vector<SourceRange> places;
    std::vector<std::uint64_t> hashes;

    explicit Words(std::string_view line) {
        const auto end = static_cast<std::uint32_t>(line.size());
        for (std::uint32_t offset = 0, next = 0; offset < end; offset = next) {
            next = wordEnd(line, offset, end);
            places.push_back({offset, next});
            hashes.push_back(hashOf(line.substr(offset, next - offset)));
        }
    }
};

void addStretch(std::vector<SourceRange>& stretches, SourceRange word) {
    if (!stretches.empty() && stretches.back().end == word.begin) stretches.back().end = word.end;
    else stretches.push_back(word);
}

// Marks in both lines what the other one does not have; nothing where they have little in common.
void markWords(DifferenceLine& removed, DifferenceLine& added) {
    const Words before(removed.text), after(added.text);
    const std::vector<std::uint32_t> twins = alignSequences(before.hashes, after.hashes);
    std::vector<bool> stays(after.places.size(), false);
    std::size_t same = 0;
    for (std::size_t i = 0; i < twins.size(); ++i) {
        if (twins[i] == kUnaligned) continue;
        stays[twins[i]] = true;
        same += before.places[i].end - before.places[i].begin;
    }
    if (static_cast<double>(same) < kLeastShare * static_cast<double>(std::max(removed.text.size(), added.text.size()))) return;
    for (std::size_t i = 0; i < twins.size(); ++i)
        if (twins[i] == kUnaligned) addStretch(removed.changed, before.places[i]);
    for (std::size_t i = 0; i < stays.size(); ++i)
        if (!stays[i]) addStretch(added.changed, after.places[i]);
}

void shorten(DifferenceLine& line) {
    if (line.text.size() <= kLongestLine) return;
    const std::uint32_t first = line.changed.empty() ? 0 : line.changed.front().begin;
    std::uint32_t begin = first > kLongestLine - kBeforeTheChange ? first - kBeforeTheChange : 0;
    while (begin > 0 && continuesCodePoint(line.text[begin])) --begin;
    std::uint32_t end = std::min(begin + kLongestLine, static_cast<std::uint32_t>(line.text.size()));
    while (end < line.text.size() && continuesCodePoint(line.text[end])) --end;
    const std::string head = begin > 0 ? "…" : "", tail = end < line.text.size() ? "…" : "";
    const auto shift = static_cast<std::uint32_t>(head.size());
    line.text = head + line.text.substr(begin, end - begin) + tail;
    std::erase_if(line.changed, [=](SourceRange range) { return range.begin >= end; });
    for (SourceRange& range : line.changed) range = {range.begin - begin + shift, std::min(range.end, end) - begin + shift};
}

class Comparison {
public:
    Comparison(std::string_view before, std::string_view after, std::uint32_t context, std::uint32_t mostLines)
        : m_before(linesOf(before)), m_after(linesOf(after)), m_context(context), m_room(mostLines) {}

    TextDifference run() && {
        const std::vector<std::uint32_t> twins = alignSequences(hashesOf(m_before), hashesOf(m_after));
        std::uint32_t before = 0, after = 0;
        while (before < m_before.size() || after < m_after.size()) {
            const std::uint32_t beforeBegin = before, afterBegin = after;
            while (before < m_before.size() && twins[before] == kUnaligned) ++before;
            const auto next = before < m_before.size() ? twins[before] : static_cast<std::uint32_t>(m_after.size());
            after = next;
            if (before > beforeBegin || after > afterBegin) addStretch(beforeBegin, before, afterBegin, after);
            for (; before < m_before.size() && twins[before] == after; ++before) ++after;
        }
        closeHunk();
        for (auto& hunk : m_result.hunks) std::for_each(hunk.begin(), hunk.end(), shorten);
        return std::move(m_result);
    }

private:
    using Kind = DifferenceLine::Kind;

    void addStretch(std::uint32_t beforeBegin, std::uint32_t beforeEnd, std::uint32_t afterBegin, std::uint32_t afterEnd) {
        const std::uint32_t removed = beforeEnd - beforeBegin, added = afterEnd - afterBegin;
        m_result.removed += removed;
        m_result.added += added;
        const std::uint32_t shownRemoved = std::min(removed, m_room);
        m_room -= shownRemoved;
        const std::uint32_t shownAdded = std::min(added, m_room);
        m_room -= shownAdded;
        m_result.leftOut += removed - shownRemoved + added - shownAdded;
        if (shownRemoved + shownAdded == 0) return;
        openHunk(afterBegin);
        auto& hunk = m_result.hunks.back();
        const std::size_t firstRemoved = hunk.size();
        for (std::uint32_t i = 0; i < shownRemoved; ++i) hunk.push_back({Kind::Removed, beforeBegin + i + 1, std::string(m_before[beforeBegin + i])});
        for (std::uint32_t i = 0; i < shownAdded; ++i) hunk.push_back({Kind::Added, afterBegin + i + 1, std::string(m_after[afterBegin + i])});
        for (std::uint32_t i = 0; i < std::min(shownRemoved, shownAdded); ++i) markWords(hunk[firstRemoved + i], hunk[firstRemoved + shownRemoved + i]);
        m_shownAfter = afterEnd;
    }

    // Goes on with the last hunk where the lines between are shown anyway.
    void openHunk(std::uint32_t after) {
        const bool isNear = !m_result.hunks.empty() && after <= m_shownAfter + 2 * m_context;
        if (!isNear) {
            closeHunk();
            m_result.hunks.emplace_back();
        }
        addSame(isNear ? m_shownAfter : std::max(m_shownAfter, after - std::min(after, m_context)), after);
    }

    void closeHunk() {
        if (!m_result.hunks.empty()) addSame(m_shownAfter, std::min(m_shownAfter + m_context, static_cast<std::uint32_t>(m_after.size())));
    }

    void addSame(std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = begin; i < end; ++i) m_result.hunks.back().push_back({Kind::Same, i + 1, std::string(m_after[i])});
        m_shownAfter = std::max(m_shownAfter, end);
    }

    Lines m_before, m_after;
    std::uint32_t m_context, m_room;
    std::uint32_t m_shownAfter = 0;  // lines after that are shown, or lie before those that are
    TextDifference m_result;
};

}  // namespace

TextDifference differenceOfTexts(std::string_view before, std::string_view after, std::uint32_t context, std::uint32_t mostLines) {
    return Comparison(before, after, context, mostLines).run();
}

}  // namespace namescape
