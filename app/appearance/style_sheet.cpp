#include "appearance/style_sheet.h"

#include "appearance/appearance.h"

#include <utility>

namespace namescape {

namespace {

// Words after a dollar stand for colours.
constexpr const char* sheet = R"(
QToolTip { border: 1px solid $border; padding: 4px 6px; background: $base; color: $text; }
QMenuBar { background: $window; border-bottom: 1px solid $border; }
QToolBar { background: $window; border: none; border-bottom: 1px solid $border; padding: 3px 6px; spacing: 2px; }
QToolBar::separator { background: $border; width: 1px; margin: 5px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QStatusBar { background: $window; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { color: $mutedText; }
QDockWidget[hasKeyboard="true"] { color: $accent; }
QDockWidget::title { background: $window; padding: 4px 8px; border-bottom: 1px solid $border; }
QSplitter::handle { background: $border; }
QTabBar::tab { background: transparent; color: $mutedText; padding: 5px 12px; border: none; border-top: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-top-color: $accent; }
QTabBar::tab:hover:!selected { background: $hover; }
#overlay { background: $base; border: 1px solid $border; border-radius: 6px; }
#canvasBar { background: $window; border-bottom: 1px solid $border; }
QTreeView::item { padding: 3px 4px; }
QTreeView > QWidget > QLineEdit, QTreeView > QWidget > QPlainTextEdit { background: $base; border: 1px solid $accent; padding: 0 3px; }
QHeaderView { background: $window; border: none; }
QHeaderView::section { background: $window; color: $mutedText; border: none; border-bottom: 1px solid $border; padding: 3px 4px; }
QHeaderView::section:hover { color: $text; }
)";

constexpr const char* largeSheet = R"(
QLabel, QToolButton, QPushButton, QMenuBar, QMenu, QTabBar, QDockWidget, QTreeView, QHeaderView, QLineEdit, QComboBox, QTextBrowser, QStatusBar,
namescape--BriefLabel, namescape--OutputPanel, namescape--StartEntry { font-size: $typeSizept; }
QToolBar { padding: 6px 8px; spacing: 6px; }
QToolButton { padding: 7px; }
QMenuBar::item { padding: 7px 12px; }
QMenuBar::item:selected { background: $hover; }
QTabBar::tab { padding: 10px 20px; }
QDockWidget::title { padding: 8px 10px; }
QTreeView::item { padding: 7px 6px; }
QMainWindow::separator { width: 7px; height: 7px; background: $window; }
QScrollBar:vertical { width: 20px; margin: 0; background: $window; border: none; }
QScrollBar:horizontal { height: 20px; margin: 0; background: $window; border: none; }
QScrollBar::handle { background: $border; border-radius: 6px; margin: 4px; min-width: 48px; min-height: 48px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $accent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
)";

QString withColors(const char* words, const Colors& colors) {
    QString text = QString::fromLatin1(words);
    const std::pair<const char*, QColor> names[] = {
        {"$window", colors.window},   {"$base", colors.base},           {"$text", colors.text},     {"$mutedText", colors.mutedText},
        {"$border", colors.border},   {"$hover", colors.hover},         {"$accent", colors.accent}, {"$selection", colors.selection},
    };
    for (const auto& [name, color] : names) text.replace(QLatin1String(name), color.name());
    return text;
}

}  // namespace

QString styleSheetOf(const Colors& colors) {
    return withColors(sheet, colors);
}

QString largeStyleSheetOf(const Colors& colors, double typeSize) {
    return withColors(largeSheet, colors).replace(QLatin1String("$typeSize"), QString::number(typeSize));
}

}  // namespace namescape
