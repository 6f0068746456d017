// Every action of a window, made once: menus, bar and keys all use the same objects.
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include <vector>

namespace namescape {

class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QObject* parent);

    QAction* startPage;
    QAction* newWindow;
    QAction* open;
    QAction* save;
    QAction* saveAs;
    QAction* reload;
    QAction* exportPicture;
    QAction* exportScope;
    std::vector<QAction*> pngScales;  // each with the scale as its data
    QAction* clearRecent;
    QAction* closeWindow;
    QAction* quit;

    QAction* undo;
    QAction* redo;
    QAction* cut;
    QAction* copy;
    QAction* paste;
    QAction* selectAll;
    QAction* find;
    QAction* replace;
    QAction* findNext;
    QAction* findPrevious;
    QAction* findInGraph;
    QAction* goToLine;
    QAction* toggleComment;
    QAction* duplicateLines;
    QAction* applyFix;
    QAction* showFixes;
    QAction* whatIf;

    QAction* openAllScopes;
    QAction* closeAllScopes;
    QAction* openScopesAutomatically;
    QAction* zoomIn;
    QAction* zoomOut;
    std::vector<QAction*> openToDepth;  // from depth 1
    QAction* actualSize;
    QAction* fit;
    QAction* zoomToSelection;
    QAction* zoomToScope;
    QAction* highlightInputs;
    QAction* highlightUsers;
    QAction* highlightAncestors;
    QAction* highlightDescendants;
    QAction* highlightPath;
    QAction* highlightNothing;
    QAction* minimap;
    QAction* legend;
    QAction* lookIntoScope;
    QAction* lookAtAll;
    QAction* moveInFlow;
    QAction* copyName;
    QAction* chooseGraph;
    std::vector<QAction*> coloursBy;  // in the order of ColourBy
    QAction* topToBottom;
    QAction* leftToRight;
    QAction* controlEdgesAutomatic;
    QAction* controlEdgesShown;
    QAction* controlEdgesHidden;
    QAction* stubs;
    QAction* series;
    QAction* themeSystem;
    QAction* themeLight;
    QAction* themeDark;
    QAction* motion;
    QAction* nextPanel;
    QAction* goToPicture;
    QAction* goToProgram;
    QAction* goToBlocks;
    QAction* goToChanges;
    QAction* goToScopes;
    QAction* goToVariables;
    QAction* goToSharing;
    QAction* goToProblems;
    QAction* goToOutput;
    QAction* goToFind;
    QAction* goToInspector;
    QAction* goToWhy;
    QAction* goToStacks;
    QAction* explore;
    QAction* present;
    QAction* toggleCode;
    QAction* floatPanel;
    QAction* dockAll;
    QAction* resetLayout;
    QAction* fullScreen;

    QAction* shortcuts;
    QAction* tour;
    QAction* about;

    // All of them, in the order of the menus.
    const std::vector<QAction*>& all() const { return m_all; }

private:
    void makeFileActions();
    void makeEditActions();
    void makeViewActions();
    void makeHelpActions();
    QAction* make(const QString& text, const QKeySequence& keys = {}, const char* iconName = nullptr);
    void group(const std::vector<QAction*>& actions);

    std::vector<QAction*> m_all;
};

}  // namespace namescape
