// One window on one program: it makes the panels, and hands each new snapshot to all of them.
#pragma once

#include "canvas/canvas.h"
#include "lessons/lessons.h"
#include "shell/file_commands.h"
#include "shell/window_services.h"

#include <QMainWindow>

#include <memory>
#include <vector>

namespace namescape {

class BlocksPanel;
class CanvasPanel;
class ChangesPanel;
class Document;
class EditorPanel;
class FindPanel;
class InspectorPanel;
class LiveBuild;
class OutputPanel;
class PictureExport;
class ProblemsPanel;
class ScopesPanel;
class Selection;
class SharingPanel;
class StatusLine;
class Trials;
class VariablesPanel;
class VersionComparison;
class StacksPanel;
class WhyPanel;
class WindowActions;
class WindowDocks;
class WindowLayouts;
class WindowStart;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowServices& services);
    ~MainWindow() override;

    // Puts a file, a lesson or put-aside work in place of what the window has. A file that can't be opened is reported in the window.
    bool openFile(const QString& path);
    void openLesson(const Lesson& lesson);
    void restoreDraft(const Draft& draft);
    // A program that was pasted or dropped: unsaved work.
    void takeProgram(const QString& text);
    // Whether another program may take this window: there is nothing in it that would be missed.
    bool isReplaceable() const;
    // Where the window and its panels were when the last one was closed.
    void restoreLayout();

    Document& document() { return *m_document; }
    LiveBuild& live() { return *m_live; }
    Selection& selection() { return *m_selection; }
    WindowActions& actions() { return *m_actions; }
    WindowDocks& docks() { return *m_docks; }
    WindowStart& start() { return *m_start; }
    WindowLayouts& layouts() { return *m_layouts; }
    EditorPanel& editorPanel() { return *m_editor; }
    ChangesPanel& changesPanel() { return *m_changes; }
    BlocksPanel& blocksPanel() { return *m_blocks; }
    CanvasPanel& canvasPanel() { return *m_canvas; }
    VariablesPanel& variablesPanel() { return *m_variables; }
    SharingPanel& sharingPanel() { return *m_sharing; }
    ScopesPanel& scopesPanel() { return *m_scopes; }
    ProblemsPanel& problemsPanel() { return *m_problems; }
    OutputPanel& outputPanel() { return *m_output; }
    FindPanel& findPanel() { return *m_find; }
    WhyPanel& whyPanel() { return *m_why; }
    StacksPanel& stacksPanel() { return *m_stacks; }
    InspectorPanel& inspectorPanel() { return *m_inspector; }
    Trials& trials() { return *m_trials; }

Q_SIGNALS:
    // The user wants other programs, each in a window of its own where this one is taken.
    void filesRequested(const QStringList& paths);
    void lessonRequested(int lesson);
    void newProgramRequested();
    void programGiven(const QString& text);
    void quitRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void fitIntoScreen();
    void makePanels();
    void makeMenus();
    void makeToolBar();
    void fillRecentMenu(class QMenu& menu);
    void fillGraphsMenu(QMenu& menu);
    void chooseGraph();
    void openGraphOfFile(const std::string& graph);
    void connectDocument();
    void connectPanels();
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();
    void connectSettings();

    void newProgram();
    void beginProgram();
    void showBeginning();
    void showProgramDocks(bool hasProgram);
    void rebuild();
    void showBuilds(Arrival arrival);
    void showChanges();
    void showTitle();
    void showSettings();
    void zoom(int steps);
    void exportPicture();
    void exportScope();
    QString askForPicture(const QString& name);
    bool mayWrite(QStringList paths, const QString& path);
    void writePicture(const std::shared_ptr<const Snapshot>& snapshot, const QString& path);
    void showProblem();
    void showSource();
    bool looksAtGraph() const;
    void find();
    void findAgain(int direction);
    void openDialog();
    void resetLayout();

    WindowServices m_services;
    Document* m_document;
    LiveBuild* m_live;
    Selection* m_selection;
    WindowActions* m_actions;
    WindowDocks* m_docks;
    EditorPanel* m_editor;
    BlocksPanel* m_blocks;
    VersionComparison* m_versions;
    ChangesPanel* m_changes;
    CanvasPanel* m_canvas;
    VariablesPanel* m_variables;
    SharingPanel* m_sharing;
    ScopesPanel* m_scopes;
    ProblemsPanel* m_problems;
    OutputPanel* m_output;
    FindPanel* m_find;
    InspectorPanel* m_inspector;
    WhyPanel* m_why;
    StacksPanel* m_stacks;
    WindowStart* m_start;
    WindowLayouts* m_layouts;
    StatusLine* m_status;
    Trials* m_trials;
    FileCommands* m_files;
    PictureExport* m_export;
    std::shared_ptr<const Snapshot> m_shownPicture;
    std::string m_graphName;  // which one of the graph file is shown; empty for the main one
    std::vector<QDockWidget*> m_hiddenDocks;  // as long as there is no program to show in them
};

}  // namespace namescape
