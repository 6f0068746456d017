// What one writes in the place of a block: its code or its comment, as it is to be written there and as it stands in the text.
#pragma once

#include "rewrite/program_blocks.h"

#include <QString>

#include <string>

namespace namescape {

// Of a comment, its lines without marks; else its code, lines after the first without the indentation of the place.
QString wordsOf(const ProgramBlocks& blocks, const ProgramBlock& block);

// The header of that block with these words in place of its own; where they end with a colon and the block has no body yet, with a body.
std::string headerWith(const ProgramBlocks& blocks, const ProgramBlock& block, const QString& words);

}  // namespace namescape
