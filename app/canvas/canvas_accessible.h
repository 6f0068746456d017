// The picture for screen readers: a tree of its boxes, scopes around what is in them.
#pragma once

#include "diagram/diagram.h"

#include <QString>

class QAccessibleInterface;
class QObject;

namespace namescape {

// "scope net_1, open", "variable w, shared by 2", "operation MatMul".
QString accessibleNameOf(const Box& box);

// Qt asks it for what stands for an object; null where that is no Canvas. Installed by Canvas.
QAccessibleInterface* makeCanvasAccessible(const QString& className, QObject* object);

// What stands for a box of the canvas that `canvas` stands for; null where there is none.
QAccessibleInterface* accessibleBox(const QAccessibleInterface& canvas, BoxId box);

}  // namespace namescape
