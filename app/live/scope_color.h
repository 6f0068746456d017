// The colour that a scope has in every view: the border of its frame in the picture.
#pragma once

#include <QColor>
#include <QSize>

#include <string_view>

namespace namescape {

// Of a name scope by its full name; invalid for the root, which has no frame.
QColor scopeColor(std::string_view fullName, bool isDark);
// The same in the theme that the window is shown in.
QColor scopeColor(std::string_view fullName);

// The same as the decoration of a table's row: a bar, of no colour for the root, so that texts stand below one another.
inline constexpr QSize kScopeMarkSize{4, 14};
QColor scopeMark(std::string_view fullName);

}  // namespace namescape
