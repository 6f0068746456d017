// A button of one icon, whose words are its tool tip and what it is called for those who cannot see it.
#pragma once

class QString;
class QToolButton;
class QWidget;

namespace namescape {

// With the icon resources/icons/NAME.svg.
QToolButton* makeIconButton(const char* iconName, const QString& words, QWidget* parent);

}  // namespace namescape
