// What Fusion draws too heavily for this window, drawn flat: bars, dock titles, tabs, table headers.
#pragma once

#include <QString>

namespace namescape {

struct Colors;

QString styleSheetOf(const Colors& colors);

}  // namespace namescape
