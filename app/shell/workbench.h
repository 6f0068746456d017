// All windows of the application, and what they share.
#pragma once

#include "shell/window_services.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace namescape {

class MainWindow;
struct Draft;

class Workbench : public QObject {
    Q_OBJECT

public:
    explicit Workbench(const WindowServices& services, QObject* parent = nullptr);
    // Closes what is still open without asking.
    ~Workbench() override;

    // Opens the first windows: unsaved work that was left behind, these files, or else what one would want to see.
    void start(const QStringList& files);
    // Each file in a window: the one that has it, `near` where that one may be taken, or a new one.
    void openFiles(const QStringList& files, MainWindow* near);
    void openLesson(int lesson, MainWindow* near);
    void takeProgram(const QString& text, MainWindow* near);
    MainWindow* newWindow();
    // Asks each window; stops where one wants to stay.
    void quit();

    const std::vector<MainWindow*>& windows() const { return m_windows; }

private:
    void openFile(const QString& file, MainWindow* near);
    void openDraft(const Draft& draft);
    void openSomething();
    MainWindow* windowOf(const QString& file) const;
    MainWindow* windowFor(MainWindow* near);

    WindowServices m_services;
    std::vector<MainWindow*> m_windows;
};

}  // namespace namescape
