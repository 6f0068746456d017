#include "rewrite/block_edits.h"

#include "rewrite/block_choice.h"
#include "rewrite/block_lines.h"
#include "rewrite/edit_list.h"
#include "rewrite/snippet.h"

#include <algorithm>

namespace namescape {

namespace {

// A try wants an except or a finally, and an except before its else.
bool leavesBrokenTry(const ProgramBlocks& blocks, BlockNumber attempt, const BlockChoice& choice) {
    bool hasExcept = false, hasElse = false, hasFinally = false;
    for (const BlockNumber child : blocks.children(attempt)) {
        if (blocks[child].kind != BlockKind::Arm || choice.has(child)) continue;
        const std::string_view words = blocks.text().substr(blocks[child].range.begin);
        hasExcept = hasExcept || words.starts_with("except");
        hasElse = hasElse || words.starts_with("else");
        hasFinally = hasFinally || words.starts_with("finally");
    }
    return hasElse ? !hasExcept : !hasExcept && !hasFinally;
}

bool leavesBrokenTry(const ProgramBlocks& blocks, const BlockChoice& choice) {
    return std::any_of(choice.all().begin(), choice.all().end(), [&](BlockNumber block) {
        const BlockNumber parent = blocks[block].parent;
        return blocks[block].kind == BlockKind::Arm && blocks[parent].kind == BlockKind::Try && leavesBrokenTry(blocks, parent, choice);
    });
}

class Removal {
public:
    Removal(const ProgramBlocks& blocks, const BlockChoice& choice) : m_blocks(blocks), m_lines(blocks), m_choice(choice) {}

    TextEdits run(BlockNumber filled) && {
        for (const BlockNumber parent : m_choice.parents(m_blocks)) {
            m_needsPass = parent != kNoBlock && parent != filled && m_choice.empties(m_blocks, parent);
            for (const LineGroup& group : m_lines.groups(parent)) removeFrom(group);
        }
        for (const BlockNumber block : m_choice.all())
            if (m_blocks[block].kind == BlockKind::Arm) m_edits.push_back({m_lines.linesOf(m_blocks[block].range), {}});
        sortEdits(m_edits);
        return std::move(m_edits);
    }

private:
    void removeFrom(const LineGroup& group) {
        const auto chosen = std::count_if(group.blocks.begin(), group.blocks.end(), [this](BlockNumber block) { return m_choice.has(block); });
        if (chosen == 0) return;
        if (static_cast<std::size_t>(chosen) < group.blocks.size()) removeSome(group);
        else removeAll(group);
    }

    void removeAll(const LineGroup& group) {
        const SourceRange words{m_blocks[group.blocks.front()].range.begin, m_blocks[group.blocks.back()].range.end};
        const bool isComment = m_blocks[group.blocks.front()].kind == BlockKind::Comment;
        if (!group.isBesideHeader && (!m_needsPass || isComment)) m_edits.push_back({group.lines, {}});
        else m_edits.push_back({words, m_needsPass || group.isBesideHeader ? "pass" : ""});
        m_needsPass = m_needsPass && isComment;
    }

    // Of statements with semicolons between them: each with what parts it from its neighbour.
    void removeSome(const LineGroup& group) {
        const std::vector<BlockNumber>& members = group.blocks;
        for (std::size_t i = 0; i < members.size();) {
            if (!m_choice.has(members[i])) {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < members.size() && m_choice.has(members[end])) ++end;
            const std::uint32_t first = m_blocks[members[i]].range.begin;
            if (end < members.size()) m_edits.push_back({{first, m_blocks[members[end]].range.begin}, {}});
            else m_edits.push_back({{m_blocks[members[i - 1]].range.end, m_blocks[members[end - 1]].range.end}, {}});
            i = end;
        }
    }

    const ProgramBlocks& m_blocks;
    BlockLines m_lines;
    const BlockChoice& m_choice;
    bool m_needsPass = false;  // of the body at hand; set until it has one
    TextEdits m_edits;
};

}  // namespace

TextEdits removalOf(const ProgramBlocks& blocks, const BlockChoice& choice, BlockNumber filled) {
    return Removal(blocks, choice).run(filled);
}

Result<TextEdits> removeBlocks(const ProgramBlocks& blocks, BlockNumbers given) {
    const BlockChoice choice(blocks, given);
    if (leavesBrokenTry(blocks, choice)) return Failure{"a try needs an except or a finally, and an except before an else"};
    return removalOf(blocks, choice, kNoBlock);
}

}  // namespace namescape
