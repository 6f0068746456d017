#include "rewrite/block_lines.h"

#include "rewrite/snippet.h"

#include <algorithm>

namespace namescape {

namespace {

// Whether no line ends between two statements, or between a colon and a statement: a backslash before the end joins lines.
bool isWithinLine(std::string_view gap) {
    for (std::size_t i = 0; i < gap.size(); ++i) {
        if (gap[i] == '#' || gap[i] == '\n' || gap[i] == '\r') return false;
        if (gap[i] == '\\') i += gap.substr(i + 1).starts_with("\r\n") ? 2 : 1;
    }
    return true;
}

}  // namespace

std::vector<LineGroup> BlockLines::groups(BlockNumber parent) const {
    std::vector<LineGroup> found;
    std::uint32_t done = parent == kNoBlock ? 0 : m_blocks[parent].bodyBegin;
    for (const BlockNumber child : m_blocks.children(parent)) {
        const ProgramBlock& block = m_blocks[child];
        if (block.kind == BlockKind::Arm) continue;
        const SourceRange lines = linesOf(block.range);
        const bool goesOn = done > 0 && done <= block.range.begin && block.kind != BlockKind::Comment && isWithinLine(m_blocks.tree().text({done, block.range.begin}));
        if (found.empty() || !goesOn) found.push_back({{}, goesOn, lines});
        found.back().blocks.push_back(child);
        found.back().lines.end = std::max(found.back().lines.end, lines.end);
        done = block.range.end;
    }
    return found;
}

LineGroup BlockLines::groupOf(BlockNumber block) const {
    for (LineGroup& group : groups(m_blocks[block].parent))
        if (std::find(group.blocks.begin(), group.blocks.end(), block) != group.blocks.end()) return std::move(group);
    return {{block}, false, linesOf(m_blocks[block].range)};
}

SourceRange BlockLines::linesOf(SourceRange range) const {
    const LineIndex& lines = m_blocks.tree().lines();
    const std::uint32_t last = line(range.end);
    return {lines.lineBegin(line(range.begin)), last < lines.lineCount() ? lines.lineBegin(last + 1) : static_cast<std::uint32_t>(m_blocks.text().size())};
}

std::string_view BlockLines::indentAt(std::uint32_t offset) const {
    return indentOf(m_blocks.text().substr(m_blocks.tree().lines().lineBegin(line(offset))));
}

std::string BlockLines::bodyIndent(BlockNumber parent) const {
    if (parent == kNoBlock) return {};
    const std::vector<LineGroup> inside = groups(parent);
    // Comments may stand anywhere.
    for (const LineGroup& group : inside)
        if (!group.isBesideHeader && m_blocks[group.blocks.front()].kind != BlockKind::Comment) return std::string(indentAt(group.lines.begin));
    return std::string(indentAt(m_blocks[parent].range.begin)) + unit();
}

std::string BlockLines::unit() const {
    for (const ProgramBlock& block : m_blocks.all()) {
        if (block.parent == kNoBlock || block.kind == BlockKind::Comment || block.kind == BlockKind::Arm) continue;
        const std::string_view outer = indentAt(m_blocks[block.parent].range.begin), inner = indentAt(block.range.begin);
        if (inner.size() > outer.size() && inner.starts_with(outer)) return std::string(inner.substr(outer.size()));
    }
    return "    ";
}

}  // namespace namescape
