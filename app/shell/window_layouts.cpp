#include "shell/window_layouts.h"

#include "appearance/appearance.h"
#include "appearance/style_sheet.h"
#include "canvas/canvas_panel.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "shell/main_window.h"
#include "shell/pointer_ring.h"
#include "shell/settings.h"
#include "shell/window_docks.h"

#include <QApplication>
#include <QDockWidget>
#include <QLayout>
#include <QMenuBar>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>

#include <utility>

namespace namescape {

namespace {

constexpr int stateVersion = 1;
constexpr double typeScale = 1.5;
constexpr QSize largeIcons{30, 30};

// Sizes that follow from fonts are worked out with the next event; panels are to be placed by them now. The bars tell their new heights to
// nobody until they are laid out anew.
void settleSizes(QMainWindow& window) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (QWidget* bar : {static_cast<QWidget*>(window.statusBar()), static_cast<QWidget*>(window.menuBar()), static_cast<QWidget*>(window.findChild<QToolBar*>())}) {
        if (bar->layout()) bar->layout()->invalidate();
        bar->updateGeometry();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    window.layout()->invalidate();
    window.layout()->activate();
}

}  // namespace

WindowLayouts::WindowLayouts(MainWindow& window, const WindowServices& services)
    : QObject(&window), m_window(window), m_appearance(services.appearance), m_settings(services.settings), m_ring(new PointerRing(window)) {
    connect(&m_appearance, &Appearance::changed, this, &WindowLayouts::readColors);
}

void WindowLayouts::readColors() {
    if (m_isPresenting) m_window.setStyleSheet(largeStyleSheetOf(m_appearance.colors(), m_window.font().pointSizeF() * typeScale));
}

void WindowLayouts::enlarge() {
    readColors();
    m_window.findChild<QToolBar*>()->setIconSize(largeIcons);
    CodeEditor& editor = m_window.editorPanel().editor();
    editor.setFontSize(static_cast<int>(editor.fontSize() * typeScale));
}

void WindowLayouts::present() {
    if (m_isPresenting) return;
    m_state = m_window.saveState(stateVersion);
    m_size = m_window.size();
    m_iconSize = m_window.findChild<QToolBar*>()->iconSize();
    m_fontSize = m_window.editorPanel().editor().fontSize();
    m_isPresenting = true;
    m_hiddenCode.clear();
    // First, before type is large: with all panels, it might make the window larger than the screen.
    m_window.docks().arrangeForAudience();
    enlarge();
    settleSizes(m_window);
    if (!m_window.restoreState(m_settings.presentState(), stateVersion)) m_window.docks().shareWithAudience();
    m_ring->setOn(true);
    Canvas& canvas = m_window.canvasPanel().canvas();
    canvas.setForAudience(true);
    canvas.fit();
}

void WindowLayouts::explore() {
    if (!m_isPresenting) return;
    m_settings.setPresentState(m_window.saveState(stateVersion));
    m_ring->setOn(false);
    // What had its type from a style sheet keeps the last one when the sheet goes: so the last one is the usual one.
    m_window.setStyleSheet(largeStyleSheetOf(m_appearance.colors(), m_window.font().pointSizeF()));
    m_window.setStyleSheet({});
    m_window.findChild<QToolBar*>()->setIconSize(m_iconSize);
    m_window.editorPanel().editor().setFontSize(m_fontSize);
    m_isPresenting = false;
    m_hiddenCode.clear();
    settleSizes(m_window);
    // Large panels may have made it larger.
    if (!m_window.isMaximized() && !m_window.isFullScreen()) m_window.resize(m_size);
    m_window.restoreState(m_state, stateVersion);
    // Once more when the bars have their heights again: until then the panels have other room to share.
    QTimer::singleShot(0, this, [this] {
        if (m_isPresenting) return;
        settleSizes(m_window);
        m_window.restoreState(m_state, stateVersion);
    });
    Canvas& canvas = m_window.canvasPanel().canvas();
    canvas.setForAudience(false);
    canvas.fit();
}

void WindowLayouts::toggleCode() {
    std::vector<QDockWidget*> shown;
    for (const char* name : {"program", "blocks"})
        if (QDockWidget* dock = m_window.docks().dock(name); !dock->isHidden()) shown.push_back(dock);
    if (!shown.empty()) {
        for (QDockWidget* dock : shown) dock->hide();
        m_hiddenCode = shown;
        return m_window.canvasPanel().setFocus();
    }
    if (m_hiddenCode.empty()) m_hiddenCode = {m_window.docks().dock("program")};
    for (QDockWidget* dock : std::exchange(m_hiddenCode, {})) dock->show();
    m_window.docks().show(&m_window.editorPanel());
}

void WindowLayouts::restore() {
    m_window.restoreGeometry(m_settings.windowGeometry());
    m_window.restoreState(m_settings.windowState(), stateVersion);
}

void WindowLayouts::save() {
    const QByteArray state = m_isPresenting ? m_state : m_window.saveState(stateVersion);
    explore();
    m_settings.setWindow(m_window.saveGeometry(), state);
}

}  // namespace namescape
