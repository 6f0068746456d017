// What a panel says while it has nothing to show.
#pragma once

class QAbstractScrollArea;
class QLabel;

namespace namescape {

// A label in the middle of the area, made its child: muted, wrapped, and no obstacle for the mouse. Whoever owns the area gives it its words, and hides it.
QLabel* addEmptyHint(QAbstractScrollArea& area);

}  // namespace namescape
