// The window's help: its keys, and what it is.
#pragma once

#include <QList>

class QAction;
class QWidget;

namespace namescape {

class WindowActions;

// All keys of the window, of the text, of the blocks and of the picture, as a table.
void showShortcuts(QWidget* window, const WindowActions& actions, const QList<QAction*>& blockActions);
void showAbout(QWidget* window);

}  // namespace namescape
