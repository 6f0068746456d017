// The main window's menus and tool bar, and what its actions lead to.
#include "appearance/appearance.h"
#include "blocks/blocks_panel.h"
#include "canvas/canvas_panel.h"
#include "changes/changes_panel.h"
#include "canvas/minimap.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "editor/find_bar.h"
#include "find/find_panel.h"
#include "inspector/inspector_panel.h"
#include "live/live_build.h"
#include "output/output_panel.h"
#include "problems/problems_panel.h"
#include "scopes/scopes_panel.h"
#include "sharing/sharing_panel.h"
#include "shell/graphs_dialog.h"
#include "shell/help_dialogs.h"
#include "shell/main_window.h"
#include "shell/settings.h"
#include "shell/trials.h"
#include "shell/window_actions.h"
#include "shell/window_docks.h"
#include "shell/window_layouts.h"
#include "shell/window_start.h"
#include "variables/variables_panel.h"
#include "stacks/stacks_panel.h"
#include "why/why_panel.h"

#include <QApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QTreeView>

#include <algorithm>

namespace namescape {

namespace {

// More would not fit on a screen; the others are found in a dialog.
constexpr std::size_t maxListedGraphs = 20;

void addAll(QMenu& menu, const QList<QAction*>& actions) {
    for (QAction* action : actions) {
        if (action)
            menu.addAction(action);
        else
            menu.addSeparator();
    }
}

// Calls a slot that text widgets have in common on the one that has the keyboard, or on the innermost around it that has the slot.
void callOnFocus(const char* slot) {
    for (QWidget* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (widget->metaObject()->indexOfSlot((QByteArray(slot) + "()").constData()) < 0) continue;
        QMetaObject::invokeMethod(widget, slot);
        return;
    }
}

}  // namespace

void MainWindow::makeMenus() {
    WindowActions& a = *m_actions;
    QMenu* file = menuBar()->addMenu(tr("&File"));
    addAll(*file, {a.startPage, a.newWindow, a.open});
    QMenu* recent = file->addMenu(tr("Open &Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(*recent); });
    addAll(*file, {nullptr, a.save, a.saveAs, a.reload, nullptr, a.exportPicture, a.exportScope});
    addAll(*file->addMenu(tr("Size of PN&G Images")), QList<QAction*>(a.pngScales.begin(), a.pngScales.end()));
    addAll(*file, {nullptr, a.closeWindow, a.quit});

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    addAll(*edit, {a.undo, a.redo, nullptr, a.cut, a.copy, a.paste, a.selectAll, nullptr, a.find, a.replace, a.findNext, a.findPrevious, a.findInGraph, a.goToLine, nullptr,
                   a.toggleComment, a.duplicateLines, a.applyFix, a.showFixes, a.whatIf, nullptr});
    edit->addAction(&m_changes->pinAction());
    edit->addMenu(tr("&Blocks"))->addActions(m_blocks->blockActions());

    QMenu* view = menuBar()->addMenu(tr("&View"));
    addAll(*view, {a.openAllScopes, a.closeAllScopes, a.openScopesAutomatically});
    addAll(*view->addMenu(tr("Open Scopes to Dept&h")), QList<QAction*>(a.openToDepth.begin(), a.openToDepth.end()));
    addAll(*view, {nullptr, a.zoomIn, a.zoomOut, a.actualSize, a.fit, nullptr});
    addAll(*view->addMenu(tr("&Direction")), {a.topToBottom, a.leftToRight});
    addAll(*view->addMenu(tr("Control D&ependencies")), {a.controlEdgesAutomatic, a.controlEdgesShown, a.controlEdgesHidden});
    addAll(*view, {a.stubs, a.series});
    addAll(*view->addMenu(tr("&Theme")), {a.themeSystem, a.themeLight, a.themeDark});
    addAll(*view, {a.motion, nullptr});
    QMenu* panels = view->addMenu(tr("Pa&nels"));
    m_docks->addSwitches(*panels);
    addAll(*view->addMenu(tr("Go to Pane&l")), {a.goToPicture, a.goToProgram, a.goToBlocks, a.goToChanges, a.goToScopes, a.goToVariables, a.goToSharing, a.goToProblems, a.goToOutput, a.goToFind, a.goToInspector, a.goToWhy, a.goToStacks});
    addAll(*view->addMenu(tr("Windo&w Layout")), {a.explore, a.present, nullptr, a.toggleCode, a.floatPanel, a.dockAll});
    addAll(*view, {a.nextPanel, a.resetLayout, a.fullScreen});

    QMenu* graph = menuBar()->addMenu(tr("&Graph"));
    addAll(*graph, {a.zoomToSelection, a.zoomToScope, a.lookIntoScope, a.lookAtAll, a.moveInFlow, a.copyName, nullptr, a.highlightInputs, a.highlightUsers, a.highlightAncestors, a.highlightDescendants, a.highlightPath,
                    a.highlightNothing, nullptr, a.minimap, a.legend, nullptr});
    addAll(*graph->addMenu(tr("&Colour By")), QList<QAction*>(a.coloursBy.begin(), a.coloursBy.end()));
    QMenu* graphs = graph->addMenu(tr("&Graphs of This File"));
    connect(graphs, &QMenu::aboutToShow, this, [this, graphs] { fillGraphsMenu(*graphs); });
    graph->addAction(a.chooseGraph);

    QMenu* lessonMenu = menuBar()->addMenu(tr("&Lessons"));
    int number = 0;
    for (const Lesson& lesson : lessons()) {
        QAction* action = lessonMenu->addAction(lesson.title);
        connect(action, &QAction::triggered, this, [this, number] { Q_EMIT lessonRequested(number); });
        ++number;
    }

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    addAll(*help, {a.shortcuts, a.tour, a.about});
}

void MainWindow::makeToolBar() {
    WindowActions& a = *m_actions;
    QToolBar* bar = addToolBar(tr("Tool Bar"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setIconSize({18, 18});
    bar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    for (QAction* action : {a.newWindow, a.open, a.save}) bar->addAction(action);
    bar->addSeparator();
    for (QAction* action : {a.undo, a.redo}) bar->addAction(action);
    bar->addSeparator();
    for (QAction* action : {a.openAllScopes, a.closeAllScopes, a.fit, a.exportPicture}) bar->addAction(action);
}

void MainWindow::fillRecentMenu(QMenu& menu) {
    menu.clear();
    for (const QString& path : m_services.settings.recentFiles()) {
        QString words = QStringLiteral("%1  —  %2").arg(QFileInfo(path).fileName(), shownFolder(path));
        QAction* action = menu.addAction(words.replace(u'&', QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT filesRequested({path}); });
    }
    if (menu.isEmpty()) menu.addAction(tr("No recent files"))->setEnabled(false);
    menu.addSeparator();
    menu.addAction(m_actions->clearRecent);
}

void MainWindow::fillGraphsMenu(QMenu& menu) {
    menu.clear();
    const std::shared_ptr<const Snapshot> snapshot = m_live->picture().snapshot;
    const GraphFile* file = snapshot ? snapshot->graphFile.get() : nullptr;
    if (!file || file->graphs.size() < 2) {
        menu.addAction(file ? tr("It has one graph only") : tr("This is a program: it has one graph only"))->setEnabled(false);
        return;
    }
    for (std::size_t at = 0; at < std::min(file->graphs.size(), maxListedGraphs); ++at) {
        const GraphEntry& entry = file->graphs[at];
        QAction* action = menu.addAction(graphTitle(entry).replace(u'&', QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(entry == file->shown);
        connect(action, &QAction::triggered, this, [this, graph = entry.name] { openGraphOfFile(graph); });
    }
    if (file->graphs.size() <= maxListedGraphs) return;
    menu.addSeparator();
    menu.addAction(tr("All %L1…").arg(file->graphs.size()), this, &MainWindow::chooseGraph);
}

void MainWindow::connectFileActions() {
    const WindowActions& a = *m_actions;
    connect(a.newWindow, &QAction::triggered, this, &MainWindow::newProgram);
    connect(a.startPage, &QAction::triggered, m_start, &WindowStart::show);
    connect(a.open, &QAction::triggered, this, &MainWindow::openDialog);
    connect(a.save, &QAction::triggered, m_files, &FileCommands::save);
    connect(a.saveAs, &QAction::triggered, m_files, &FileCommands::saveAs);
    connect(a.reload, &QAction::triggered, m_files, &FileCommands::reload);
    connect(a.exportPicture, &QAction::triggered, this, &MainWindow::exportPicture);
    connect(a.exportScope, &QAction::triggered, this, &MainWindow::exportScope);
    connect(a.clearRecent, &QAction::triggered, &m_services.settings, &UserSettings::clearRecentFiles);
    connect(a.closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(a.quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(a.shortcuts, &QAction::triggered, this, [this] { showShortcuts(this, *m_actions, m_blocks->blockActions()); });
    connect(a.tour, &QAction::triggered, m_start, &WindowStart::startTour);
    connect(a.about, &QAction::triggered, this, [this] { showAbout(this); });
}

void MainWindow::connectEditActions() {
    const WindowActions& a = *m_actions;
    CodeEditor* editor = &m_editor->editor();
    QTextDocument* text = m_document->textDocument();
    connect(a.undo, &QAction::triggered, editor, &QPlainTextEdit::undo);
    connect(a.redo, &QAction::triggered, editor, &QPlainTextEdit::redo);
    connect(text, &QTextDocument::undoAvailable, a.undo, &QAction::setEnabled);
    connect(text, &QTextDocument::redoAvailable, a.redo, &QAction::setEnabled);
    a.undo->setEnabled(false);
    a.redo->setEnabled(false);
    connect(a.cut, &QAction::triggered, this, [] { callOnFocus("cut"); });
    connect(a.copy, &QAction::triggered, this, [] { callOnFocus("copy"); });
    connect(a.paste, &QAction::triggered, this, [] { callOnFocus("paste"); });
    connect(a.selectAll, &QAction::triggered, this, [] { callOnFocus("selectAll"); });
    connect(a.find, &QAction::triggered, this, &MainWindow::find);
    connect(a.findInGraph, &QAction::triggered, this, [this] {
        m_docks->show(m_find);
        m_find->open();
    });
    connect(a.replace, &QAction::triggered, this, [this] {
        m_docks->show(m_editor);
        m_editor->findBar().openForReplace();
    });
    connect(a.findNext, &QAction::triggered, this, [this] { findAgain(1); });
    connect(a.findPrevious, &QAction::triggered, this, [this] { findAgain(-1); });
    connect(a.goToLine, &QAction::triggered, m_editor, &EditorPanel::goToLine);
    connect(a.toggleComment, &QAction::triggered, m_editor, &EditorPanel::toggleComment);
    connect(a.duplicateLines, &QAction::triggered, m_editor, &EditorPanel::duplicateLines);
    connect(a.applyFix, &QAction::triggered, this, [this] {
        if (m_problems->isAncestorOf(QApplication::focusWidget()))
            m_problems->fixCurrent();
        else
            m_editor->fixAtCursor();
    });
    connect(a.showFixes, &QAction::triggered, this, [this] { m_problems->isAncestorOf(QApplication::focusWidget()) ? m_problems->offerFixes() : m_editor->offerFixes(); });
    connect(a.whatIf, &QAction::triggered, m_trials, &Trials::tryScope);
    for (QTreeView* table : {&m_scopes->view(), &m_variables->view()}) table->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (QTreeView* view : {&m_scopes->view(), &m_variables->view(), &m_blocks->view()}) view->addAction(a.whatIf);
    for (QTreeView* view : {&m_scopes->view(), &m_variables->view()}) view->addAction(a.goToWhy);
    m_blocks->view().insertActions(m_blocks->view().actions().value(0), {a.cut, a.copy, a.paste});
    m_canvas->addActions({a.whatIf, a.goToWhy});
    editor->addActions({a.showFixes, a.whatIf});
}

void MainWindow::connectViewActions() {
    const WindowActions& a = *m_actions;
    connect(a.openAllScopes, &QAction::triggered, m_canvas, &CanvasPanel::openAllScopes);
    connect(a.closeAllScopes, &QAction::triggered, m_canvas, &CanvasPanel::closeAllScopes);
    connect(a.openScopesAutomatically, &QAction::triggered, m_canvas, &CanvasPanel::openScopesAutomatically);
    for (std::size_t at = 0; at < a.openToDepth.size(); ++at)
        connect(a.openToDepth[at], &QAction::triggered, m_canvas, [this, at] { m_canvas->openScopesToDepth(static_cast<std::uint32_t>(at + 1)); });
    const auto highlights = [this](QAction* action, HighlightKind kind) {
        connect(action, &QAction::triggered, m_canvas, [this, kind] { m_canvas->canvas().highlightSelection(kind); });
    };
    highlights(a.highlightInputs, HighlightKind::Inputs);
    highlights(a.highlightUsers, HighlightKind::Users);
    highlights(a.highlightAncestors, HighlightKind::Ancestors);
    highlights(a.highlightDescendants, HighlightKind::Descendants);
    highlights(a.highlightPath, HighlightKind::Path);
    highlights(a.highlightNothing, HighlightKind::None);
    for (std::size_t at = 0; at < a.coloursBy.size(); ++at)
        connect(a.coloursBy[at], &QAction::triggered, m_canvas, [this, at] { m_canvas->canvas().setColourBy(static_cast<ColourBy>(at)); });
    connect(a.minimap, &QAction::toggled, m_canvas, [this](bool isOn) { m_canvas->minimap().setWanted(isOn); });
    connect(a.lookIntoScope, &QAction::triggered, m_canvas, &CanvasPanel::lookIntoSelection);
    connect(a.lookAtAll, &QAction::triggered, m_canvas, [this] { m_canvas->lookInto({}); });
    connect(a.moveInFlow, &QAction::triggered, m_canvas, &CanvasPanel::moveSelectionInFlow);
    connect(a.copyName, &QAction::triggered, m_canvas, &CanvasPanel::copySelectedName);
    connect(a.legend, &QAction::toggled, m_canvas, &CanvasPanel::setLegendOpen);
    connect(m_canvas, &CanvasPanel::legendFolded, a.legend, &QAction::setChecked);
    connect(a.chooseGraph, &QAction::triggered, this, &MainWindow::chooseGraph);
    connect(a.zoomToSelection, &QAction::triggered, &m_canvas->canvas(), &Canvas::zoomToSelection);
    connect(a.zoomToScope, &QAction::triggered, &m_canvas->canvas(), &Canvas::zoomToScope);
    connect(a.zoomIn, &QAction::triggered, this, [this] { zoom(1); });
    connect(a.zoomOut, &QAction::triggered, this, [this] { zoom(-1); });
    connect(a.actualSize, &QAction::triggered, &m_canvas->canvas(), &Canvas::showActualSize);
    connect(a.fit, &QAction::triggered, &m_canvas->canvas(), &Canvas::fit);
    connect(a.topToBottom, &QAction::triggered, this, [this] { m_canvas->setDirection(FlowDirection::TopToBottom); });
    connect(a.leftToRight, &QAction::triggered, this, [this] { m_canvas->setDirection(FlowDirection::LeftToRight); });
    connect(a.stubs, &QAction::triggered, m_canvas, &CanvasPanel::setStubs);
    connect(a.series, &QAction::triggered, m_canvas, &CanvasPanel::setFoldsSeries);
    connect(a.controlEdgesAutomatic, &QAction::triggered, this, [this] { m_canvas->setControlEdges(ControlEdges::Automatic); });
    connect(a.controlEdgesShown, &QAction::triggered, this, [this] { m_canvas->setControlEdges(ControlEdges::Shown); });
    connect(a.controlEdgesHidden, &QAction::triggered, this, [this] { m_canvas->setControlEdges(ControlEdges::Hidden); });
    const auto chooseTheme = [this](ThemeChoice theme) {
        m_services.settings.setTheme(theme);
        m_services.appearance.choose(theme);
    };
    connect(a.themeSystem, &QAction::triggered, this, [=] { chooseTheme(ThemeChoice::System); });
    connect(a.themeLight, &QAction::triggered, this, [=] { chooseTheme(ThemeChoice::Light); });
    connect(a.themeDark, &QAction::triggered, this, [=] { chooseTheme(ThemeChoice::Dark); });
    connect(a.motion, &QAction::triggered, this, [this](bool isOn) {
        m_services.settings.setMotion(isOn);
        m_services.appearance.setMotion(isOn);
    });
    const auto goTo = [this](QAction* action, QWidget* panel) { connect(action, &QAction::triggered, m_docks, [this, panel] { m_docks->show(panel); }); };
    connect(a.goToPicture, &QAction::triggered, m_start, &WindowStart::hide);
    goTo(a.goToPicture, m_canvas);
    goTo(a.goToProgram, m_editor);
    goTo(a.goToBlocks, m_blocks);
    goTo(a.goToChanges, m_changes);
    goTo(a.goToScopes, m_scopes);
    goTo(a.goToVariables, m_variables);
    goTo(a.goToSharing, m_sharing);
    goTo(a.goToProblems, m_problems);
    goTo(a.goToOutput, m_output);
    goTo(a.goToFind, m_find);
    goTo(a.goToInspector, m_inspector);
    goTo(a.goToWhy, m_why);
    goTo(a.goToStacks, m_stacks);
    connect(a.nextPanel, &QAction::triggered, m_docks, [this] {
        if (!m_start->giveTourTheKeyboard()) m_docks->focusNext();
    });
    connect(a.explore, &QAction::triggered, m_layouts, &WindowLayouts::explore);
    connect(a.present, &QAction::triggered, m_layouts, [this, &a] {
        if (m_layouts->isPresenting()) a.explore->trigger();
        else m_layouts->present();
    });
    connect(a.toggleCode, &QAction::triggered, m_layouts, &WindowLayouts::toggleCode);
    connect(a.floatPanel, &QAction::triggered, m_docks, &WindowDocks::toggleFloating);
    connect(a.dockAll, &QAction::triggered, m_docks, &WindowDocks::dockAll);
    connect(a.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(a.fullScreen, &QAction::triggered, this, [this](bool isOn) { isOn ? showFullScreen() : showNormal(); });
}

}  // namespace namescape
