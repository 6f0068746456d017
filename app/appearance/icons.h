// The window's own icons: drawings of one colour, which takes after the text around them in either theme.
#pragma once

#include <QColor>
#include <QIcon>

namespace namescape {

// The icon resources/icons/NAME.svg in the text's colour, dimmed where disabled; it follows a change of theme by itself.
QIcon icon(const char* name);

// The same in a colour of its own, for marks that tell by colour.
QPixmap iconPixmap(const char* name, const QColor& color, int size, qreal devicePixelRatio);

}  // namespace namescape
