#include "rewrite/block_edits.h"

#include "rewrite/block_choice.h"
#include "rewrite/block_lines.h"
#include "rewrite/disabled_code.h"
#include "rewrite/edit_list.h"
#include "rewrite/snippet.h"

#include <algorithm>

namespace namescape {

namespace {

// A mark at the beginning of every line of a range, as deep as its first line, or as its own where that is less; so that they are one comment
// and the lines are the same again without it.
void addMarks(const ProgramBlocks& blocks, SourceRange range, TextEdits& edits) {
    const LineIndex& lines = blocks.tree().lines();
    const std::string_view depth = indentOf(blocks.text().substr(range.begin));
    for (std::uint32_t number = lines.line(range.begin); number <= lines.lineCount() && lines.lineBegin(number) < range.end; ++number) {
        const std::string_view line = lines.lineText(blocks.text(), number);
        const std::uint32_t at = lines.lineBegin(number) + static_cast<std::uint32_t>(std::min(depth.size(), indentOf(line).size()));
        edits.push_back({{at, at}, line.empty() ? std::string(depth) + '#' : "# "});
    }
}

// A line that was made a comment.
struct Uncommented {
    explicit Uncommented(std::string_view line) : mark(commentMark(line)), text(std::string(line.substr(0, mark.begin)) + std::string(line.substr(mark.end))), indent(indentOf(text)) {}

    // Takes the mark away, and sets the line from one indentation to another; by bytes of the line.
    TextEdit indented(std::string_view from, std::string_view to) const {
        const bool moves = from != to && text.starts_with(from) && from.size() >= mark.begin;
        return moves ? TextEdit{{0, mark.end + static_cast<std::uint32_t>(from.size()) - mark.begin}, std::string(to)} : TextEdit{mark, {}};
    }

    SourceRange mark;
    std::string text, indent;
};

}  // namespace

Result<TextEdits> disableBlocks(const ProgramBlocks& blocks, BlockNumbers given) {
    const BlockChoice choice(blocks, given);
    const BlockLines lines(blocks);
    if (choice.hasArms(blocks)) return Failure{"this part cannot be disabled without its statement"};
    TextEdits edits;
    std::vector<BlockNumber> done;
    for (const BlockNumber number : choice.all()) {
        if (blocks[number].kind == BlockKind::Comment) continue;
        const LineGroup group = lines.groupOf(number);
        if (group.isBesideHeader) return Failure{"a statement beside its header cannot be disabled"};
        if (std::any_of(group.blocks.begin(), group.blocks.end(), [&](BlockNumber block) { return !choice.has(block); })) return Failure{"statements with a semicolon between them stay together"};
        if (number != group.blocks.front()) continue;
        const BlockNumber parent = blocks[number].parent;
        const bool needsPass = parent != kNoBlock && choice.empties(blocks, parent) && std::find(done.begin(), done.end(), parent) == done.end();
        if (needsPass) {
            edits.push_back({{group.lines.begin, group.lines.begin}, lines.bodyIndent(parent) + "pass" + std::string(lineEnd(blocks.text()))});
            done.push_back(parent);
        }
        addMarks(blocks, group.lines, edits);
    }
    sortEdits(edits);
    return edits;
}

Result<TextEdits> enableBlock(const ProgramBlocks& blocks, BlockNumber comment) {
    if (!blocks[comment].isDisabledCode) return Failure{"this comment is not a statement"};
    const BlockLines places(blocks);
    const BlockNumber parent = blocks[comment].parent;
    if (parent != kNoBlock && places.groups(parent).front().isBesideHeader) return Failure{"below what stands beside the header there is no place for statements"};
    TextEdits edits;
    const LineIndex& lines = blocks.tree().lines();
    const SourceRange range = blocks[comment].range;
    const Uncommented first(lines.lineText(blocks.text(), lines.line(range.begin)));
    const std::string there = places.bodyIndent(parent);
    for (std::uint32_t number = lines.line(range.begin); number <= lines.line(range.end); ++number) {
        TextEdit edit = Uncommented(lines.lineText(blocks.text(), number)).indented(first.indent, there);
        edit.range.begin += lines.lineBegin(number);
        edit.range.end += lines.lineBegin(number);
        edits.push_back(std::move(edit));
    }
    return edits;
}

}  // namespace namescape
