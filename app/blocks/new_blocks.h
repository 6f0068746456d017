// What can be put into a program from the palette, as statements to be changed then.
#pragma once

#include "rewrite/program_blocks.h"

#include <QString>

#include <vector>

namespace namescape {

struct NewBlock {
    QString menuTitle;   // with "&" before the letter that chooses it
    BlockKind kind;
    QString statements;  // without indentation, each line with its end

    QString title() const { return QString(menuTitle).remove(u'&'); }
};

// In the order of the palette.
const std::vector<NewBlock>& newBlocks();

// Whether these are the palette's.
bool isNewBlock(const QString& statements);

// Statements whose names nobody has in the program yet: "v2" in place of "v".
QString withFreshNames(const QString& statements, const QString& program);

// What blocks can be put into: the header without colon.
struct Wrapping {
    QString menuTitle;
    QString header;
};
const std::vector<Wrapping>& wrappings();

}  // namespace namescape
