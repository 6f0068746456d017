#include "shell/window_start.h"

#include "document/document.h"
#include "editor/editor_panel.h"
#include "lessons/lessons.h"
#include "shell/main_window.h"
#include "shell/settings.h"
#include "shell/window_actions.h"
#include "start/start_page.h"

#include <QApplication>
#include <QStackedWidget>

namespace namescape {

WindowStart::WindowStart(MainWindow& window, const WindowServices& services, QWidget& picture)
    : QObject(&window), m_window(window), m_settings(services.settings), m_centre(new QStackedWidget), m_page(new StartPage), m_picture(picture) {
    m_centre->addWidget(&picture);
    m_centre->addWidget(m_page);
    m_centre->setFocusProxy(&picture);
    std::vector<StartLesson> entries;
    for (const Lesson& lesson : lessons()) entries.push_back({lesson.title, lesson.summary});
    m_page->showLessons(entries);
    connect(m_page, &StartPage::lessonRequested, &window, &MainWindow::lessonRequested);
    connect(m_page, &StartPage::filesRequested, &window, &MainWindow::filesRequested);
    connect(m_page, &StartPage::programGiven, &window, &MainWindow::programGiven);
    connect(m_page, &StartPage::newProgramRequested, &window, [&window] { window.actions().newWindow->trigger(); });
    connect(m_page, &StartPage::openRequested, &window, [&window] { window.actions().open->trigger(); });
    connect(m_page, &StartPage::closeRequested, this, &WindowStart::hide);
    connect(m_page, &StartPage::fileRemovalRequested, &m_settings, &Settings::removeRecentFile);
    connect(&m_settings, &Settings::recentFilesChanged, this, [this] {
        if (isShown()) showFiles();
    });
    connect(&window.document(), &Document::textChanged, this, &WindowStart::hide);
}

bool WindowStart::isShown() const {
    return m_centre->currentWidget() == m_page;
}

void WindowStart::showFiles() {
    std::vector<StartFile> files;
    for (const RecentFile& file : m_settings.allRecentFiles()) files.push_back({file.path, shownFolder(file.path), file.used});
    m_page->showFiles(files);
}

void WindowStart::show() {
    showFiles();
    m_centre->setCurrentWidget(m_page);
    m_centre->setFocusProxy(m_page);
    m_page->setFocus();
}

void WindowStart::hide() {
    if (!isShown()) return;
    const bool hadKeyboard = m_page->isAncestorOf(QApplication::focusWidget());
    m_centre->setCurrentWidget(&m_picture);
    m_centre->setFocusProxy(&m_picture);
    if (hadKeyboard) m_window.editorPanel().setFocus();
}

}  // namespace namescape
