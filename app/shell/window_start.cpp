#include "shell/window_start.h"

#include "document/document.h"
#include "editor/editor_panel.h"
#include "lessons/lessons.h"
#include "shell/main_window.h"
#include "shell/settings.h"
#include "shell/window_actions.h"
#include "shell/window_docks.h"
#include "start/start_page.h"
#include "start/tour.h"
#include "start/tour_bubble.h"

#include <QApplication>
#include <QStackedWidget>
#include <QTimer>

#include <utility>

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
    connect(m_page, &StartPage::fileRemovalRequested, &m_settings, &UserSettings::removeRecentFile);
    connect(&m_settings, &UserSettings::recentFilesChanged, this, [this] {
        if (isShown()) showFiles();
    });
    connect(&window.document(), &Document::textChanged, this, [this] {
        if (!isShown()) return;
        // Who types needs no hints now.
        if (m_window.editorPanel().isAncestorOf(QApplication::focusWidget())) m_offersTour = false;
        hide();
    });
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
    m_offersTour = true;
    rememberKeyboard();
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
    if (hadKeyboard) giveKeyboardBack();
}

void WindowStart::rememberKeyboard() {
    QWidget* focus = m_window.focusWidget();
    if (!m_page->isAncestorOf(focus) && !(m_tour && m_tour->bubble().isAncestorOf(focus))) m_before = focus;
}

// A panel behind another one's tab would have it unseen.
void WindowStart::giveKeyboardBack() {
    QWidget* before = std::exchange(m_before, nullptr);
    if (before && !before->visibleRegion().isEmpty()) before->setFocus();
    else m_window.docks().show(&m_window.editorPanel());
}

void WindowStart::begin() {
    m_before = nullptr;  // what has come is a program
    hide();
    if (!std::exchange(m_offersTour, false) || m_settings.isTourDone()) return;
    // Once the panels are where they will be.
    QTimer::singleShot(0, this, &WindowStart::startTour);
}

// --- The tour

void WindowStart::makeTour() {
    const auto panel = [this](const char* name) { return [this, name] { return m_window.docks().placeOf(name); }; };
    const auto picture = [this] { return QRect(m_centre->mapTo(&m_window, QPoint()), m_centre->size()); };
    m_tour = new Tour(
        m_window,
        {{tr("The program"), tr("Write TensorFlow 1 code here. At each key its names, scopes and graph are worked out anew; nothing needs to be run."), panel("program")},
         {tr("The picture"), tr("The graph that the program makes, its scopes as nested boxes. Click a box to see its line; double-click a scope to open or close it."), picture},
         {tr("Blocks"), tr("The same program as blocks, each with the names that it comes to. Drag them, or press Insert for a new one: the text follows."), panel("blocks")},
         {tr("Changes"), tr("After each edit, the names that are new, gone, or called otherwise. Keep a version to compare with, and see which edit breaks a checkpoint."), panel("changes")},
         {tr("Problems"), tr("Mistakes are listed with their lines and fixes: Alt+Enter applies one. And whatever is selected, Alt+W tells why it is called so."), panel("problems")}});
    connect(m_tour, &Tour::finished, this, [this](bool hadKeyboard) {
        m_settings.setTourDone();
        if (hadKeyboard) giveKeyboardBack();
    });
}

void WindowStart::startTour() {
    hide();
    if (!m_tour) makeTour();
    rememberKeyboard();
    m_tour->start();
}

bool WindowStart::giveTourTheKeyboard() {
    if (!m_tour || !m_tour->isRunning() || m_tour->bubble().isAncestorOf(QApplication::focusWidget())) return false;
    m_tour->bubble().takeKeyboard();
    return true;
}

}  // namespace namescape
