#include "shell/workbench.h"

#include "document/document.h"
#include "lessons/lessons.h"
#include "shell/drafts.h"
#include "shell/main_window.h"
#include "shell/settings.h"
#include "shell/window_docks.h"
#include "shell/window_start.h"

#include <QFileInfo>

#include <algorithm>

namespace namescape {

Workbench::Workbench(const WindowServices& services, QObject* parent) : QObject(parent), m_services(services) {}

Workbench::~Workbench() {
    const std::vector<MainWindow*> windows = m_windows;
    for (MainWindow* window : windows) delete window;
}

MainWindow* Workbench::newWindow() {
    auto* window = new MainWindow(m_services);
    const bool isFirst = m_windows.empty();
    m_windows.push_back(window);
    connect(window, &QObject::destroyed, this, [this, window] { std::erase(m_windows, window); });
    connect(window, &MainWindow::filesRequested, this, [this, window](const QStringList& files) { openFiles(files, window); });
    connect(window, &MainWindow::lessonRequested, this, [this, window](int lesson) { openLesson(lesson, window); });
    connect(window, &MainWindow::programGiven, this, [this, window](const QString& text) { takeProgram(text, window); });
    connect(window, &MainWindow::newProgramRequested, this, &Workbench::newWindow);
    connect(window, &MainWindow::quitRequested, this, &Workbench::quit);
    if (isFirst) window->restoreLayout();
    window->show();
    window->docks().leaveRoomForCentre();
    return window;
}

void Workbench::start(const QStringList& files) {
    for (const Draft& draft : abandonedDrafts(m_services.draftFolder)) openDraft(draft);
    openFiles(files, nullptr);
    if (m_windows.empty()) openSomething();
}

void Workbench::openDraft(const Draft& draft) {
    newWindow()->restoreDraft(draft);
    removeDraft(draft);
}

void Workbench::openSomething() {
    const QStringList recent = m_services.settings.recentFiles();
    const bool isFirstStart = m_services.settings.takeFirstStart();
    if (isFirstStart || recent.isEmpty())
        newWindow()->start().show();
    else
        openFile(recent.front(), nullptr);
}

void Workbench::openFiles(const QStringList& files, MainWindow* near) {
    for (const QString& file : files) openFile(file, near);
}

MainWindow* Workbench::windowOf(const QString& file) const {
    const QString path = QFileInfo(file).absoluteFilePath();
    const auto found = std::find_if(m_windows.begin(), m_windows.end(), [&](MainWindow* window) { return window->document().filePath() == path; });
    return found == m_windows.end() ? nullptr : *found;
}

MainWindow* Workbench::windowFor(MainWindow* near) {
    return near && near->isReplaceable() ? near : newWindow();
}

void Workbench::openFile(const QString& file, MainWindow* near) {
    MainWindow* window = windowOf(file);
    if (!window) {
        window = windowFor(near);
        window->openFile(file);
    }
    window->raise();
    window->activateWindow();
}

void Workbench::openLesson(int lesson, MainWindow* near) {
    const std::vector<Lesson> all = lessons();
    if (lesson < 0 || lesson >= static_cast<int>(all.size())) return;
    windowFor(near)->openLesson(all[static_cast<std::size_t>(lesson)]);
}

void Workbench::takeProgram(const QString& text, MainWindow* near) {
    windowFor(near)->takeProgram(text);
}

void Workbench::quit() {
    const std::vector<MainWindow*> windows = m_windows;
    for (MainWindow* window : windows)
        if (!window->close()) return;
}

}  // namespace namescape
