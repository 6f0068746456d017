// The two layouts of a window: "explore", to work in, and "present", to show to an audience. Each remembers where its panels are.
#pragma once

#include "shell/window_services.h"

#include <QByteArray>
#include <QObject>
#include <QSize>

#include <vector>

class QDockWidget;

namespace namescape {

class MainWindow;
class PointerRing;

class WindowLayouts : public QObject {
    Q_OBJECT

public:
    WindowLayouts(MainWindow& window, const WindowServices& services);

    bool isPresenting() const { return m_isPresenting; }
    // Large type and targets, only the program beside the picture, and the pointer marked.
    void present();
    // All as it was before presenting.
    void explore();
    // Closes the program and the blocks, or opens again those that were closed so.
    void toggleCode();

    // Where the window and its panels were the last time; and keeps that for the next one.
    void restore();
    void save();

private:
    void enlarge();
    void readColors();

    MainWindow& m_window;
    Appearance& m_appearance;
    UserSettings& m_settings;
    PointerRing* m_ring;
    bool m_isPresenting = false;
    // What exploring is to come back to.
    QByteArray m_state;
    QSize m_size;
    QSize m_iconSize;
    int m_fontSize = 0;
    std::vector<QDockWidget*> m_hiddenCode;
};

}  // namespace namescape
