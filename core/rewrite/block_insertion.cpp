#include "rewrite/block_edits.h"

#include "rewrite/block_choice.h"
#include "rewrite/block_lines.h"
#include "rewrite/edit_list.h"
#include "rewrite/snippet.h"

#include <algorithm>

namespace namescape {

namespace {

// The lines of a text with the line ends of a program, the last one's included.
std::string withLineEnds(std::string_view text, std::string_view end) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (isPair) continue;
        if (text[i] == '\n' || text[i] == '\r') result += end;
        else result += text[i];
    }
    if (!result.ends_with(end)) result += end;
    return result;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\f\r\n") == std::string_view::npos;
}

// Comments alone do not fill a body.
bool hasStatement(std::string_view text) {
    return !parse(std::string(text)).module().body.statements.empty();
}

class Insertion {
public:
    Insertion(const ProgramBlocks& blocks, std::string_view statements, BlockPlace place)
        : m_blocks(blocks), m_lines(blocks), m_place(place), m_end(lineEnd(blocks.text())), m_indent(m_lines.bodyIndent(place.parent)),
          m_statements(indented(withLineEnds(statements, m_end), m_indent)), m_hasStatement(hasStatement(statements)), m_groups(groupsOfFirstBody()) {}

    TextEdits run() const {
        if (const LineGroup* pass = lonePass()) return {{pass->lines, endsInLine(pass->lines.end) ? withoutEnd() : m_statements}};
        if (m_groups.empty()) return intoNothing();
        std::uint32_t before = 0;
        for (const LineGroup& group : m_groups) {
            if (m_place.index < before + group.blocks.size()) return into(group, m_place.index - before);
            before += static_cast<std::uint32_t>(group.blocks.size());
        }
        return behind(m_groups.back());
    }

private:
    // Whether a text that ends there lacks the end of its last line.
    bool endsInLine(std::uint32_t offset) const {
        return offset == m_blocks.text().size() && offset > 0 && m_blocks.text()[offset - 1] != '\n' && m_blocks.text()[offset - 1] != '\r';
    }

    std::string withoutEnd() const { return m_statements.substr(0, m_statements.size() - m_end.size()); }

    // Comments between arms are blocks of the statement too, but behind one of its arms.
    std::vector<LineGroup> groupsOfFirstBody() const {
        std::vector<LineGroup> groups = m_lines.groups(m_place.parent);
        const auto children = m_blocks.children(m_place.parent);
        const auto arm = std::find_if(children.begin(), children.end(), [this](BlockNumber child) { return m_blocks[child].kind == BlockKind::Arm; });
        if (arm != children.end()) std::erase_if(groups, [&](const LineGroup& group) { return group.blocks.front() > *arm; });
        return groups;
    }

    const LineGroup* lonePass() const {
        if (!m_hasStatement) return nullptr;
        const LineGroup* found = nullptr;
        for (const LineGroup& group : m_groups) {
            if (m_blocks[group.blocks.front()].kind == BlockKind::Comment) continue;
            if (found || group.blocks.size() > 1 || group.isBesideHeader) return nullptr;
            found = &group;
        }
        if (!found || m_place.parent == kNoBlock) return nullptr;
        const Statement* statement = m_blocks[found->blocks.front()].statement;
        return statement->kind == StatementKind::Pass && isBlank(m_blocks.text().substr(statement->range.end, found->lines.end - statement->range.end)) ? found : nullptr;
    }

    TextEdits behindLine(std::uint32_t lineEndOffset) const {
        const SourceRange there{lineEndOffset, lineEndOffset};
        return {{there, endsInLine(lineEndOffset) ? std::string(m_end) + withoutEnd() : m_statements}};
    }

    TextEdits intoNothing() const {
        if (m_place.parent == kNoBlock) return behindLine(static_cast<std::uint32_t>(m_blocks.text().size()));
        const std::uint32_t colon = m_blocks[m_place.parent].bodyBegin;
        return behindLine(m_lines.linesOf({colon, colon}).end);
    }

    // What stood behind the colon gets lines of its own, `statements` before it.
    TextEdit brokenHeader(std::string_view statements) const {
        return {{m_blocks[m_place.parent].bodyBegin, m_blocks[m_groups.front().blocks.front()].range.begin}, std::string(m_end) + std::string(statements) + m_indent};
    }

    // Edits further down in the body, where nothing can be on a line of its own while something stands beside the header.
    TextEdits withBrokenHeader(TextEdits edits) const {
        if (m_groups.front().isBesideHeader) edits.insert(edits.begin(), brokenHeader({}));
        return edits;
    }

    TextEdits into(const LineGroup& group, std::uint32_t index) const {
        if (index == 0 && group.isBesideHeader) return {brokenHeader(m_statements)};
        if (index == 0) return withBrokenHeader({{{group.lines.begin, group.lines.begin}, m_statements}});
        const SourceRange between{m_blocks[group.blocks[index - 1]].range.end, m_blocks[group.blocks[index]].range.begin};
        return withBrokenHeader({{between, std::string(m_end) + m_statements + m_indent}});
    }

    TextEdits behind(const LineGroup& group) const { return withBrokenHeader(behindLine(group.lines.end)); }

    const ProgramBlocks& m_blocks;
    BlockLines m_lines;
    BlockPlace m_place;
    std::string_view m_end;
    std::string m_indent;
    std::string m_statements;
    bool m_hasStatement = false;
    std::vector<LineGroup> m_groups;
};

// What the indices of places count.
std::vector<BlockNumber> childrenWithoutArms(const ProgramBlocks& blocks, BlockNumber parent) {
    std::vector<BlockNumber> children = blocks.children(parent);
    std::erase_if(children, [&](BlockNumber child) { return blocks[child].kind == BlockKind::Arm; });
    return children;
}

// The place after `choice` has been taken away, so that nothing is put where something goes.
BlockPlace behindChosen(const ProgramBlocks& blocks, const BlockChoice& choice, BlockPlace place) {
    const std::vector<BlockNumber> children = childrenWithoutArms(blocks, place.parent);
    while (place.index < children.size() && choice.has(children[place.index])) ++place.index;
    return place;
}

// Whether the blocks are where they would be put.
bool isThereAlready(const ProgramBlocks& blocks, const BlockChoice& choice, BlockPlace place) {
    const auto isElsewhere = [&](BlockNumber block) { return blocks[block].parent != place.parent; };
    if (std::any_of(choice.all().begin(), choice.all().end(), isElsewhere)) return false;
    const std::vector<BlockNumber> children = childrenWithoutArms(blocks, place.parent);
    auto first = std::min(place.index, static_cast<std::uint32_t>(children.size()));
    place.index = first;
    while (first > 0 && choice.has(children[first - 1])) --first;
    return place.index - first == choice.all().size();
}

}  // namespace

std::string textOfBlocks(const ProgramBlocks& blocks, BlockNumbers given) {
    const BlockLines lines(blocks);
    const BlockChoice choice(blocks, given);
    const std::string_view end = lineEnd(blocks.text());
    std::string text;
    for (std::size_t i = 0; i < choice.all().size();) {
        const LineGroup group = lines.groupOf(choice.all()[i]);
        const bool isWhole = !group.isBesideHeader && std::all_of(group.blocks.begin(), group.blocks.end(), [&](BlockNumber block) { return choice.has(block); });
        const SourceRange range = isWhole ? group.lines : blocks[choice.all()[i]].range;
        text += withLineEnds(dedented(blocks.tree().text(range), lines.indentAt(range.begin)), end);
        i += isWhole ? group.blocks.size() : 1;
    }
    return text;
}

Result<TextEdits> insertStatements(const ProgramBlocks& blocks, std::string_view statements, BlockPlace place) {
    if (isBlank(statements)) return TextEdits{};
    if (place.parent != kNoBlock && !blocks[place.parent].hasBody) return Failure{"nothing can be put into this block"};
    return Insertion(blocks, withoutOuterIndent(statements), place).run();
}

Result<TextEdits> moveBlocks(const ProgramBlocks& blocks, BlockNumbers given, BlockPlace place) {
    const BlockChoice choice(blocks, given);
    if (choice.hasArms(blocks)) return Failure{"this part cannot be moved away from its statement"};
    if (choice.covers(blocks, place.parent)) return Failure{"a block cannot be put into itself"};
    place = behindChosen(blocks, choice, place);
    if (isThereAlready(blocks, choice, place)) return TextEdits{};
    auto inserted = insertStatements(blocks, textOfBlocks(blocks, given), place);
    if (!inserted) return inserted;
    TextEdits edits = removalOf(blocks, choice, place.parent);
    edits.insert(edits.begin(), inserted->begin(), inserted->end());
    sortEdits(edits);
    if (haveOverlap(edits)) return Failure{"statements between semicolons cannot be moved so: put each on a line of its own first"};
    return edits;
}

Result<TextEdits> duplicateBlocks(const ProgramBlocks& blocks, BlockNumbers given) {
    const BlockChoice choice(blocks, given);
    if (choice.all().empty()) return TextEdits{};
    if (choice.hasArms(blocks)) return Failure{"this part cannot be there twice"};
    const BlockNumber last = choice.all().back();
    const std::vector<BlockNumber> siblings = childrenWithoutArms(blocks, blocks[last].parent);
    const auto place = std::find(siblings.begin(), siblings.end(), last) - siblings.begin();
    return insertStatements(blocks, textOfBlocks(blocks, given), {blocks[last].parent, static_cast<std::uint32_t>(place) + 1});
}

}  // namespace namescape
