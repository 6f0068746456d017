// Edits of a program by its blocks, as edits of its text: all that is not edited stays byte for byte.
#pragma once

#include "rewrite/program_blocks.h"
#include "support/result.h"
#include "support/text_edit.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// In the order of the text; none reaches into another.
using TextEdits = std::vector<TextEdit>;
using BlockNumbers = std::span<const BlockNumber>;

// Before the `index`-th block inside of `parent`, arms not counted, or behind the last one; kNoBlock: at the module's level.
struct BlockPlace {
    BlockNumber parent = kNoBlock;
    std::uint32_t index = 0;

    bool operator==(const BlockPlace&) const = default;
};

// What is inside of a block that is given goes with it. A failure says why something cannot be done, in words for a message.

// A body that nothing would be left in gets a `pass`.
Result<TextEdits> removeBlocks(const ProgramBlocks& blocks, BlockNumbers given);
// Whole statements, not indented, each on lines of its own: what insertStatements() takes.
std::string textOfBlocks(const ProgramBlocks& blocks, BlockNumbers given);
// In place of a lone `pass`, if that is what is there. Lines get the indentation of the place.
Result<TextEdits> insertStatements(const ProgramBlocks& blocks, std::string_view statements, BlockPlace place);
// The same, with `import tensorflow as tf` behind the program's imports where the statements mean that `tf` and the program has none.
Result<TextEdits> insertWithImport(const ProgramBlocks& blocks, std::string_view statements, BlockPlace place);
// An edit of what is written in a block, with that import where it is the first to mean `tf`.
TextEdits editWithImport(const ProgramBlocks& blocks, const TextEdit& edit);
// No edits where they are there already. They keep their order.
Result<TextEdits> moveBlocks(const ProgramBlocks& blocks, BlockNumbers given, BlockPlace place);
// Once more behind the last of them.
Result<TextEdits> duplicateBlocks(const ProgramBlocks& blocks, BlockNumbers given);

// Puts neighbours into a block of their own; its header without colon: "with tf.name_scope('a')".
Result<TextEdits> wrapBlocks(const ProgramBlocks& blocks, BlockNumbers given, std::string_view header);
// Puts what is inside of a block in its place.
Result<TextEdits> unwrapBlock(const ProgramBlocks& blocks, BlockNumber block);

// As comments.
Result<TextEdits> disableBlocks(const ProgramBlocks& blocks, BlockNumbers given);
// The statements that a comment is made of.
Result<TextEdits> enableBlock(const ProgramBlocks& blocks, BlockNumber comment);

// The text with the edits made.
std::string applied(const TextEdits& edits, std::string_view text);

}  // namespace namescape
