#include "shell/window_actions.h"

#include "appearance/icons.h"

#include <QKeySequence>

namespace namescape {

WindowActions::WindowActions(QObject* parent) : QObject(parent) {
    makeFileActions();
    makeEditActions();
    makeViewActions();
    makeHelpActions();
}

QAction* WindowActions::make(const QString& text, const QKeySequence& keys, const char* iconName) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    if (iconName) action->setIcon(icon(iconName));
    QString toolTip = text;
    toolTip.remove(u'&').remove(u'…');
    if (!keys.isEmpty()) toolTip += QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
    action->setToolTip(toolTip);
    m_all.push_back(action);
    return action;
}

void WindowActions::group(const std::vector<QAction*>& actions) {
    auto* exclusive = new QActionGroup(this);
    for (QAction* action : actions) {
        action->setCheckable(true);
        exclusive->addAction(action);
    }
    actions.front()->setChecked(true);
}

void WindowActions::makeFileActions() {
    startPage = make(tr("S&tart Page"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    newWindow = make(tr("&New Program"), QKeySequence::New, "new");
    open = make(tr("&Open…"), QKeySequence::Open, "open");
    save = make(tr("&Save"), QKeySequence::Save, "save");
    saveAs = make(tr("Save &As…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    reload = make(tr("Re&load from Disk"), QKeySequence(Qt::Key_F5), "reload");
    exportPicture = make(tr("&Export Picture…"), QKeySequence(Qt::CTRL | Qt::Key_E), "picture");
    exportScope = make(tr("Export Sco&pe…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    for (const int scale : {2, 1, 4, 8}) {
        pngScales.push_back(make(tr("&%1 pixels per point").arg(scale)));
        pngScales.back()->setData(scale);
    }
    group(pngScales);
    clearRecent = make(tr("&Clear This List"));
    closeWindow = make(tr("&Close Window"), QKeySequence(Qt::CTRL | Qt::Key_W));
    quit = make(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void WindowActions::makeEditActions() {
    undo = make(tr("&Undo"), QKeySequence::Undo, "undo");
    redo = make(tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), "redo");
    cut = make(tr("Cu&t"), QKeySequence::Cut);
    copy = make(tr("&Copy"), QKeySequence::Copy);
    paste = make(tr("&Paste"), QKeySequence::Paste);
    selectAll = make(tr("Select &All"), QKeySequence::SelectAll);
    find = make(tr("&Find…"), QKeySequence::Find, "search");
    replace = make(tr("Find and Rep&lace…"), QKeySequence(Qt::CTRL | Qt::Key_H));
    findNext = make(tr("Find &Next"), QKeySequence(Qt::Key_F3));
    findPrevious = make(tr("Find Pre&vious"), QKeySequence(Qt::SHIFT | Qt::Key_F3));
    findInGraph = make(tr("Find &in the Graph…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    goToLine = make(tr("&Go to Line…"), QKeySequence(Qt::CTRL | Qt::Key_G));
    toggleComment = make(tr("Toggle Co&mment"), QKeySequence(Qt::CTRL | Qt::Key_Slash));
    duplicateLines = make(tr("&Duplicate Lines"), QKeySequence(Qt::CTRL | Qt::Key_D));
    applyFix = make(tr("Apply Fi&x"), QKeySequence(Qt::ALT | Qt::Key_Return), "fix");
    showFixes = make(tr("&Show Fixes…"), QKeySequence(Qt::CTRL | Qt::Key_Period));
    whatIf = make(tr("&What If This Scope…"), QKeySequence(Qt::ALT | Qt::Key_I));
}

void WindowActions::makeViewActions() {
    openAllScopes = make(tr("&Open All Scopes"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right), "open-scopes");
    closeAllScopes = make(tr("&Close All Scopes"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left), "close-scopes");
    openScopesAutomatically = make(tr("Open Scopes &Automatically"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    for (int depth = 1; depth <= 9; ++depth)
        openToDepth.push_back(make(tr("&%1").arg(depth), QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(Qt::Key_0 + depth))));
    zoomIn = make(tr("Zoom &In"), QKeySequence(Qt::CTRL | Qt::Key_Plus), "zoom-in");
    zoomIn->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = make(tr("Zoom O&ut"), QKeySequence(Qt::CTRL | Qt::Key_Minus), "zoom-out");
    actualSize = make(tr("Actual &Size"), QKeySequence(Qt::CTRL | Qt::Key_1), "actual-size");
    fit = make(tr("Show All of the &Picture"), QKeySequence(Qt::CTRL | Qt::Key_0), "fit");
    zoomToSelection = make(tr("&Zoom to the Selection"), QKeySequence(Qt::CTRL | Qt::Key_2));
    zoomToScope = make(tr("Zoom to the &Scope Around"), QKeySequence(Qt::CTRL | Qt::Key_3));
    const auto alone = [](Qt::Key key) { return QKeySequence(Qt::ALT | Qt::SHIFT | key); };
    highlightInputs = make(tr("Highlight &Inputs"), alone(Qt::Key_I));
    highlightUsers = make(tr("Highlight &Users"), alone(Qt::Key_U));
    highlightAncestors = make(tr("Highlight &All That Leads to It"), alone(Qt::Key_A));
    highlightDescendants = make(tr("Highlight All That It &Leads To"), alone(Qt::Key_D));
    highlightPath = make(tr("Highlight the &Path from What Was Selected Before"), alone(Qt::Key_P));
    highlightNothing = make(tr("&End Highlighting"), alone(Qt::Key_E));
    minimap = make(tr("&Overview in the Corner"), alone(Qt::Key_O));
    legend = make(tr("Lege&nd of the Colours"), alone(Qt::Key_L));
    for (QAction* action : {minimap, legend}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    lookIntoScope = make(tr("Show Onl&y This Scope"), alone(Qt::Key_F));
    lookAtAll = make(tr("Back to the &Whole Graph"), alone(Qt::Key_W));
    moveInFlow = make(tr("&Take Out of the Flow, or Put Back"), alone(Qt::Key_T));
    copyName = make(tr("Copy Full Na&me"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    chooseGraph = make(tr("Choose a G&raph of This File…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    const QString coloured[] = {tr("&Kind"), tr("&Scope"), tr("&Type"), tr("&Device"), tr("&Equal Structure")};
    for (int at = 0; at < 5; ++at) coloursBy.push_back(make(coloured[at], alone(static_cast<Qt::Key>(Qt::Key_1 + at))));
    group(coloursBy);
    topToBottom = make(tr("From &Top to Bottom"), alone(Qt::Key_V));
    leftToRight = make(tr("From &Left to Right"), alone(Qt::Key_H));
    group({topToBottom, leftToRight});
    controlEdgesAutomatic = make(tr("&Where They Are Few"), alone(Qt::Key_7));
    controlEdgesShown = make(tr("&Always"), alone(Qt::Key_8));
    controlEdgesHidden = make(tr("&Never"), alone(Qt::Key_9));
    group({controlEdgesAutomatic, controlEdgesShown, controlEdgesHidden});
    stubs = make(tr("Hubs and Helpers &Beside the Flow"), alone(Qt::Key_B));
    series = make(tr("Series of Man&y as One Box"), alone(Qt::Key_S));
    for (QAction* action : {stubs, series}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    themeSystem = make(tr("As the &System"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S));
    themeLight = make(tr("&Light"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L));
    themeDark = make(tr("&Dark"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D));
    group({themeSystem, themeLight, themeDark});
    motion = make(tr("&Glide to New Places"), alone(Qt::Key_M));
    motion->setCheckable(true);
    nextPanel = make(tr("Go to Ne&xt Panel"), QKeySequence(Qt::Key_F6));
    goToPicture = make(tr("Pi&cture"), QKeySequence(Qt::ALT | Qt::Key_1));
    goToProgram = make(tr("P&rogram"), QKeySequence(Qt::ALT | Qt::Key_2));
    goToBlocks = make(tr("&Blocks"), QKeySequence(Qt::ALT | Qt::Key_9));
    goToChanges = make(tr("C&hanges"), QKeySequence(Qt::ALT | Qt::Key_0));
    goToScopes = make(tr("&Scopes"), QKeySequence(Qt::ALT | Qt::Key_3));
    goToVariables = make(tr("&Variables"), QKeySequence(Qt::ALT | Qt::Key_4));
    goToSharing = make(tr("Sharin&g"), QKeySequence(Qt::ALT | Qt::Key_U));
    goToProblems = make(tr("&Problems"), QKeySequence(Qt::ALT | Qt::Key_5));
    goToOutput = make(tr("&Output"), QKeySequence(Qt::ALT | Qt::Key_6));
    goToFind = make(tr("&Find in the Graph"), QKeySequence(Qt::ALT | Qt::Key_7));
    goToInspector = make(tr("&Inspector"), QKeySequence(Qt::ALT | Qt::Key_8));
    goToWhy = make(tr("&Why This Name"), QKeySequence(Qt::ALT | Qt::Key_W));
    goToStacks = make(tr("Stac&ks"), QKeySequence(Qt::ALT | Qt::Key_K));
    explore = make(tr("&Explore"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1));
    present = make(tr("&Present"), QKeySequence(Qt::Key_F9));
    present->setShortcuts({QKeySequence(Qt::Key_F9), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2)});
    group({explore, present});
    toggleCode = make(tr("Close or Open Program and &Blocks"), QKeySequence(Qt::Key_F8));
    floatPanel = make(tr("&Float This Panel, or Dock It"), alone(Qt::Key_J));
    dockAll = make(tr("&Dock All Panels"), alone(Qt::Key_K));
    resetLayout = make(tr("&Reset Layout"), alone(Qt::Key_R));
    fullScreen = make(tr("&Full Screen"), QKeySequence(Qt::Key_F11));
    fullScreen->setCheckable(true);
}

void WindowActions::makeHelpActions() {
    shortcuts = make(tr("&Keyboard Shortcuts"), QKeySequence(Qt::Key_F1));
    tour = make(tr("&Tour of the Window"), QKeySequence(Qt::SHIFT | Qt::Key_F1));
    about = make(tr("&About Namescape"));
}

}  // namespace namescape
