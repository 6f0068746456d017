#include "rewrite/block_edits.h"

#include "rewrite/block_choice.h"
#include "rewrite/block_lines.h"
#include "rewrite/edit_list.h"
#include "rewrite/snippet.h"

#include <algorithm>

namespace namescape {

namespace {

// Whether blocks follow one another in one body.
bool areNeighbours(const ProgramBlocks& blocks, const BlockChoice& choice) {
    for (std::size_t i = 1; i < choice.all().size(); ++i)
        if (blocks[choice.all()[i - 1]].end != choice.all()[i] || blocks[choice.all()[i - 1]].parent != blocks[choice.all()[i]].parent) return false;
    return !choice.all().empty() && !choice.hasArms(blocks);
}

bool areComments(const ProgramBlocks& blocks, const BlockChoice& choice) {
    return std::all_of(choice.all().begin(), choice.all().end(), [&](BlockNumber block) { return blocks[block].kind == BlockKind::Comment; });
}

// Where lines begin in a range, strings' lines left out.
std::vector<std::uint32_t> movableLinesIn(const ProgramBlocks& blocks, SourceRange range) {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t begin : movableLines(blocks.text()))
        if (range.contains(begin)) found.push_back(begin);
    return found;
}

}  // namespace

Result<TextEdits> wrapBlocks(const ProgramBlocks& blocks, BlockNumbers given, std::string_view header) {
    const BlockChoice choice(blocks, given);
    if (!areNeighbours(blocks, choice)) return Failure{"only neighbours can be put into one block"};
    const BlockLines lines(blocks);
    const LineGroup first = lines.groupOf(choice.all().front()), last = lines.groupOf(choice.all().back());
    if (!choice.has(first.blocks.front()) || !choice.has(last.blocks.back())) return Failure{"statements with a semicolon between them stay together"};
    const BlockNumber parent = blocks[choice.all().front()].parent;
    const std::string end(lineEnd(blocks.text())), indent = lines.bodyIndent(parent), unit = lines.unit();
    const std::string opening = indent + std::string(header) + ':' + end;
    if (first.isBesideHeader) return TextEdits{{{blocks[parent].bodyBegin, blocks[first.blocks.front()].range.begin}, end + opening + indent + unit}};
    if (lines.groups(parent).front().isBesideHeader) return Failure{"what stands beside the header has to go into the block too"};
    TextEdits edits{{{first.lines.begin, first.lines.begin}, opening + (areComments(blocks, choice) ? indent + unit + "pass" + end : "")}};
    for (const std::uint32_t begin : movableLinesIn(blocks, {first.lines.begin, last.lines.end})) {
        if (isEmptyLine(blocks.text(), begin)) continue;
        // Behind the blanks that are there: tabs and blanks would not be the same the other way round.
        const std::uint32_t at = begin + static_cast<std::uint32_t>(blocks.text().substr(begin).starts_with(indent) ? indent.size() : 0);
        edits.push_back({{at, at}, unit});
    }
    return edits;
}

Result<TextEdits> unwrapBlock(const ProgramBlocks& blocks, BlockNumber number) {
    const ProgramBlock& block = blocks[number];
    const BlockLines lines(blocks);
    const std::vector<BlockNumber> children = blocks.children(number);
    const bool hasArms = std::any_of(children.begin(), children.end(), [&](BlockNumber child) { return blocks[child].kind == BlockKind::Arm; });
    if (!block.hasBody || children.empty()) return Failure{"there is nothing inside of this block"};
    if (block.kind == BlockKind::Arm || hasArms) return Failure{"a statement of several parts cannot be unwrapped"};
    const LineGroup first = lines.groups(number).front();
    if (first.isBesideHeader) return TextEdits{{{block.range.begin, blocks[first.blocks.front()].range.begin}, {}}};
    const std::uint32_t headerEnd = lines.linesOf({block.bodyBegin, block.bodyBegin}).end;
    const SourceRange whole = lines.linesOf(block.range);
    const std::string outer(lines.indentAt(block.range.begin)), inner = lines.bodyIndent(number);
    TextEdits edits{{{whole.begin, headerEnd}, {}}};
    for (const std::uint32_t begin : movableLinesIn(blocks, {headerEnd, whole.end})) {
        if (!blocks.text().substr(begin).starts_with(inner) || inner.size() <= outer.size()) continue;
        edits.push_back({{begin + static_cast<std::uint32_t>(outer.size()), begin + static_cast<std::uint32_t>(inner.size())}, {}});
    }
    return edits;
}

}  // namespace namescape
