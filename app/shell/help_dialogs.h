// The window's help: its keys, and what it is.
#pragma once

class QWidget;

namespace namescape {

class WindowActions;

// All keys of the window, of the text and of the picture, as a table.
void showShortcuts(QWidget* window, const WindowActions& actions);
void showAbout(QWidget* window);

}  // namespace namescape
