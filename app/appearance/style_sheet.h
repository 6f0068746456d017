// What Fusion draws too heavily for this window, drawn flat: bars, dock titles, tabs, table headers.
#pragma once

#include <QString>

namespace namescape {

struct Colors;

QString styleSheetOf(const Colors& colors);
// For a window that an audience looks at: all that is read and pressed is larger. The type's size is in points.
QString largeStyleSheetOf(const Colors& colors, double typeSize);

}  // namespace namescape
