// The small sign that says what a block is, in the colours that the picture has for what such a block makes.
#pragma once

#include "rewrite/program_blocks.h"

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>

#include <string>

class QPainter;

namespace namescape {

class Appearance;

struct BlockBadge {
    QString words;
    BlockKind kind = BlockKind::Statement;
    std::string scope;  // of a scope: its full name; empty where it has none, or is not known yet

    // With `font` for the texts beside it.
    QSize size(const QFont& font) const;
    // At the left of `rect`, in the middle of its height. Returns where it ends.
    int paint(QPainter& painter, const QRect& rect, const QFont& font, const Appearance& appearance) const;
};

}  // namespace namescape
