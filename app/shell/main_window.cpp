#include "shell/main_window.h"

#include "appearance/appearance.h"
#include "appearance/notice_bar.h"
#include "blocks/blocks_panel.h"
#include "canvas/canvas_panel.h"
#include "difference/changes_model.h"
#include "changes/changes_panel.h"
#include "changes/version_comparison.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "editor/find_bar.h"
#include "find/find_panel.h"
#include "inspector/inspector_panel.h"
#include "live/build_thread.h"
#include "live/live_build.h"
#include "live/selection.h"
#include "output/output_panel.h"
#include "problems/problems_model.h"
#include "problems/problems_panel.h"
#include "scopes/scopes_panel.h"
#include "sharing/sharing_panel.h"
#include "shell/graphs_dialog.h"
#include "shell/picture_export.h"
#include "shell/settings.h"
#include "shell/status_line.h"
#include "shell/trials.h"
#include "shell/window_actions.h"
#include "shell/window_docks.h"
#include "shell/window_layouts.h"
#include "shell/window_start.h"
#include "variables/variables_panel.h"
#include "stacks/stacks_panel.h"
#include "why/why_panel.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>
#include <utility>

namespace namescape {

namespace {

constexpr int messageMilliseconds = 6'000;
constexpr int smallScreenWidth = 1'440;
constexpr int smallScreenFontSize = 10;

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) files.append(url.toLocalFile());
    return files;
}

}  // namespace

MainWindow::MainWindow(const WindowServices& services)
    : m_services(services), m_document(new Document(this)), m_live(new LiveBuild(services.buildThread, pipelineBuilder(services.graphviz), this)),
      m_selection(new Selection(this)), m_actions(new WindowActions(this)), m_docks(new WindowDocks(*this)), m_export(new PictureExport(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    makePanels();
    m_files = new FileCommands(*m_document, m_editor->notice(), services, *this);
    makeMenus();
    makeToolBar();
    fitIntoScreen();
    connectDocument();
    connectPanels();
    connectFileActions();
    connectEditActions();
    connectViewActions();
    connectSettings();
    m_docks->arrange();
    showSettings();
    showTitle();
    m_editor->setFocus();
    rebuild();
}

MainWindow::~MainWindow() {
    // A panel that floats and has the keyboard loses it while the document that it looks at is there.
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        if (dock->isFloating()) dock->hide();
}

void MainWindow::fitIntoScreen() {
    const QSize room = screen()->availableSize();
    resize(room.boundedTo({1720, 1080}) * 0.92);
    // So that lines of usual length are seen whole beside the picture.
    if (room.width() < smallScreenWidth && m_services.settings.fontSize() == 0) m_editor->editor().setFontSize(smallScreenFontSize);
}

void MainWindow::makePanels() {
    const Appearance& appearance = m_services.appearance;
    m_editor = new EditorPanel(*m_document, *m_selection, appearance);
    m_blocks = new BlocksPanel(*m_document, appearance);
    m_versions = new VersionComparison(this);
    m_changes = new ChangesPanel(*m_versions, *m_selection);
    m_canvas = new CanvasPanel(*m_live, *m_selection, appearance);
    m_variables = new VariablesPanel(*m_selection);
    m_sharing = new SharingPanel(*m_selection);
    m_scopes = new ScopesPanel(*m_selection);
    m_problems = new ProblemsPanel(*m_selection, appearance);
    m_output = new OutputPanel;
    m_find = new FindPanel(*m_selection);
    m_inspector = new InspectorPanel(*m_selection, appearance);
    m_why = new WhyPanel(*m_selection, appearance);
    m_stacks = new StacksPanel(*m_selection, appearance);
    m_status = new StatusLine;
    m_trials = new Trials({*m_document, *m_live, *m_selection, *m_editor, appearance, *this});
    m_start = new WindowStart(*this, m_services, *m_canvas);
    setCentralWidget(&m_start->centre());
    m_layouts = new WindowLayouts(*this, m_services);
    setStatusBar(m_status);
    m_docks->add("program", tr("Program"), m_editor);
    m_docks->add("blocks", tr("Blocks"), m_blocks);
    m_docks->add("scopes", tr("Scopes"), m_scopes);
    m_docks->add("variables", tr("Variables"), m_variables);
    m_docks->add("sharing", tr("Sharing"), m_sharing);
    m_docks->add("changes", tr("Changes"), m_changes);
    m_docks->add("problems", tr("Problems"), m_problems);
    m_docks->add("output", tr("Output"), m_output);
    m_docks->add("find", tr("Find in the Graph"), m_find);
    m_docks->add("inspector", tr("Inspector"), m_inspector);
    m_docks->add("why", tr("Why This Name"), m_why);
    m_docks->add("stacks", tr("Stacks"), m_stacks);
}

void MainWindow::connectDocument() {
    connect(m_document, &Document::textChanged, this, &MainWindow::rebuild);
    connect(m_document, &Document::stateChanged, this, &MainWindow::showTitle);
    connect(m_live, &LiveBuild::built, this, [this] {
        const bool isFresh = !m_shownPicture || !m_live->isOfProgram(*m_shownPicture);
        showBuilds(isFresh ? Arrival::Fresh : Arrival::Edited);
    });
    connect(m_live, &LiveBuild::viewChanged, this, [this] { showBuilds(Arrival::ViewChanged); });
    connect(m_live, &LiveBuild::busyChanged, m_canvas, &CanvasPanel::showBusy);
    connect(m_live, &LiveBuild::cancelled, this, [this] { m_status->showMessage(tr("Stopped. The picture is from before."), messageMilliseconds); });
    connect(m_live, &LiveBuild::outOfMemory, this, [this] { m_status->showMessage(tr("There is not enough memory for this. The picture is from before."), messageMilliseconds); });
}

void MainWindow::connectPanels() {
    connect(m_editor, &EditorPanel::cursorMoved, m_status, &StatusLine::showCursor);
    connect(m_editor, &EditorPanel::cursorMoved, m_blocks, &BlocksPanel::showLine);
    connect(m_blocks, &BlocksPanel::lineRequested, &m_editor->editor(), &CodeEditor::goToLine);
    connect(m_blocks, &BlocksPanel::scopeChosen, m_selection, [this](const QString& name) { m_selection->selectNode(name.toStdString()); });
    connect(m_blocks, &BlocksPanel::variableChosen, m_selection, [this](const QString& name) { m_selection->selectVariable(name.toStdString()); });
    connect(m_blocks, &BlocksPanel::refused, this, [this](const QString& reason) { m_status->showMessage(tr("Not possible: %1.").arg(reason), messageMilliseconds); });
    const auto sayNoFix = [this] { m_status->showMessage(tr("There is no fix for this line."), messageMilliseconds); };
    connect(m_editor, &EditorPanel::noFixFound, this, sayNoFix);
    connect(m_problems, &ProblemsPanel::noFixFound, this, sayNoFix);
    connect(m_problems, &ProblemsPanel::fixRequested, m_editor, &EditorPanel::applyFix);
    connect(m_editor, &EditorPanel::fixesRequested, m_trials, &Trials::offerFixes);
    connect(m_problems, &ProblemsPanel::fixesRequested, m_trials, &Trials::offerFixes);
    connect(m_canvas, &CanvasPanel::fixesRequested, m_trials, &Trials::offerFixes);
    connect(m_trials, &Trials::refused, this, [this](const QString& reason) { m_status->showMessage(reason, messageMilliseconds); });
    connect(m_problems, &ProblemsPanel::placeRequested, this, [this] { m_docks->show(m_editor); });
    connect(m_canvas, &CanvasPanel::problemRequested, this, &MainWindow::showProblem);
    connect(m_canvas, &CanvasPanel::sourceRequested, this, &MainWindow::showSource);
    connect(m_inspector, &InspectorPanel::goToRequested, m_canvas, &CanvasPanel::goTo);
    connect(m_sharing, &SharingPanel::lineRequested, &m_editor->editor(), &CodeEditor::goToLine);
    connect(m_sharing, &SharingPanel::goToRequested, m_canvas, &CanvasPanel::goTo);
    connect(m_why, &WhyPanel::lineRequested, &m_editor->editor(), &CodeEditor::goToLine);
    connect(m_stacks, &StacksPanel::lineRequested, &m_editor->editor(), &CodeEditor::goToLine);
    connect(m_find, &FindPanel::goToRequested, m_canvas, &CanvasPanel::goTo);
    connect(m_find, &FindPanel::foundChanged, &m_canvas->canvas(), &Canvas::setFound);
    connect(m_find, &FindPanel::closeRequested, this, [this] {
        m_docks->dock("find")->hide();
        m_canvas->setFocus();
    });
    connect(m_versions, &VersionComparison::changed, this, &MainWindow::showChanges);
    connect(m_status, &StatusLine::problemsRequested, this, [this] { m_docks->show(m_problems); });
    connect(m_export, &PictureExport::progressed, this, [this](double share) {
        m_canvas->showWork(share > 0 ? tr("Writing the picture… %1 %").arg(std::lround(share * 100)) : tr("Writing the picture…"), [this] { m_export->cancel(); });
    });
    connect(m_export, &PictureExport::cancelled, this, [this] {
        m_canvas->showWork({});
        m_status->showMessage(tr("Stopped. The rest of the picture was not written."), messageMilliseconds);
    });
    connect(m_export, &PictureExport::finished, this, [this](const QString& path, const QString& failure) {
        m_canvas->showWork({});
        m_status->clearMessage();
        if (failure.isEmpty())
            m_status->showMessage(tr("The picture was written to %1.").arg(QDir::toNativeSeparators(path)), messageMilliseconds);
        else
            m_editor->notice().showNotice(NoticeKind::Error, failure);
    });
}

void MainWindow::connectSettings() {
    connect(&m_services.appearance, &Appearance::changed, this, &MainWindow::showSettings);
    connect(&m_editor->editor(), &CodeEditor::fontSizeChanged, this, [this](int points) {
        if (!m_layouts->isPresenting()) m_services.settings.setFontSize(points);
    });
}

void MainWindow::showSettings() {
    const UserSettings& settings = m_services.settings;
    const ThemeChoice theme = m_services.appearance.choice();
    QAction* themeAction = theme == ThemeChoice::Light ? m_actions->themeLight : theme == ThemeChoice::Dark ? m_actions->themeDark : m_actions->themeSystem;
    themeAction->setChecked(true);
    m_actions->motion->setChecked(m_services.appearance.hasMotion());
    if (!m_layouts->isPresenting() && settings.fontSize() > 0 && settings.fontSize() != m_editor->editor().fontSize()) m_editor->editor().setFontSize(settings.fontSize());
}

// --- The program

void MainWindow::rebuild() {
    if (m_document->isGraphFile()) return m_live->setGraphFile(m_document->revision(), m_document->filePath(), m_graphName);
    m_live->setText(m_document->revision(), m_document->text(), m_document->displayName());
}

void MainWindow::beginProgram() {
    m_graphName.clear();
    m_selection->clear();
    ViewOptions view = m_live->view();
    view.open = {};
    view.focus.clear();
    m_live->setErrorPicture(ErrorPicture::LastGood);
    m_live->setView(view);
}

bool MainWindow::openFile(const QString& path) {
    beginProgram();
    if (!m_files->openFile(path)) return false;
    showBeginning();
    return true;
}

void MainWindow::openGraphOfFile(const std::string& graph) {
    beginProgram();
    m_graphName = graph;
    m_document->openGraphFile(m_document->filePath());
    showBeginning();
    showTitle();
}

void MainWindow::chooseGraph() {
    const std::shared_ptr<const Snapshot> snapshot = m_live->picture().snapshot;
    if (!snapshot || !snapshot->graphFile || snapshot->graphFile->graphs.size() < 2) return m_status->showMessage(tr("There is one graph only."), messageMilliseconds);
    auto* dialog = new GraphsDialog(*snapshot->graphFile, this);
    connect(dialog, &GraphsDialog::chosen, this, &MainWindow::openGraphOfFile);
    dialog->open();
}

void MainWindow::takeProgram(const QString& text) {
    beginProgram();
    m_document->setUntitledText({}, {});
    m_document->apply(std::vector<TextEdit>{{{}, text.toStdString()}});
    showBeginning();
}

// In this window while there is nothing in it but the start page.
void MainWindow::newProgram() {
    if (!m_start->isShown() || !isReplaceable() || !m_document->isEmpty()) return void(Q_EMIT newProgramRequested());
    m_start->hide();
    m_docks->show(m_editor);
}

void MainWindow::showBeginning() {
    m_start->begin();
    m_live->beginProgram(m_document->revision());
    m_versions->begin();
    showProgramDocks(!m_document->isGraphFile());
    m_editor->editor().goToLine(1);
    rebuild();
}

// A graph file has no text, and no blocks in it. What the user has closed stays closed.
void MainWindow::showProgramDocks(bool hasProgram) {
    if (hasProgram) {
        for (QDockWidget* dock : std::exchange(m_hiddenDocks, {})) dock->show();
        return;
    }
    for (const char* name : {"program", "blocks", "scopes"}) {
        QDockWidget* dock = m_docks->dock(name);
        if (dock->isHidden()) continue;
        dock->hide();
        m_hiddenDocks.push_back(dock);
    }
}

void MainWindow::openLesson(const Lesson& lesson) {
    beginProgram();
    m_document->setUntitledText(lesson.title, lesson.text);
    showBeginning();
}

void MainWindow::restoreDraft(const Draft& draft) {
    beginProgram();
    m_files->restoreDraft(draft);
    showBeginning();
}

bool MainWindow::isReplaceable() const {
    return m_document->isUntitled() && !m_document->isModified();
}

void MainWindow::showBuilds(Arrival arrival) {
    const Build& latest = m_live->latest();
    const Build& picture = m_live->picture();
    const bool isOtherPicture = picture.snapshot != m_shownPicture;
    m_shownPicture = picture.snapshot;
    m_selection->setSnapshots(picture.snapshot, latest.snapshot);
    m_canvas->showBuilds(arrival);
    m_editor->showBuilds(latest, picture);
    if (isOtherPicture) {
        m_variables->showSnapshot(picture.snapshot);
        m_sharing->showSnapshot(picture.snapshot);
        m_scopes->showSnapshot(picture.snapshot);
        m_find->showSnapshot(picture.snapshot);
        m_inspector->showSnapshot(picture.snapshot);
        m_why->showSnapshot(picture.snapshot);
        m_stacks->showSnapshot(picture.snapshot);
        const auto& notices = picture.snapshot->drawing.notices;
        if (!notices.empty()) m_status->showMessage(QString::fromStdString(notices.front()), messageMilliseconds);
    }
    m_blocks->showSnapshot(latest.snapshot);
    if (m_live->isOfProgram(*latest.snapshot)) m_versions->setLatest(latest.snapshot);
    m_problems->showSnapshot(latest.snapshot);
    m_output->showSnapshot(latest.snapshot);
    m_status->showBuild(latest);
    m_docks->setCount("problems", m_problems->model().rowCount());
    if (m_selection->followsCursor()) m_editor->followCursor();
}

void MainWindow::showChanges() {
    const int count = m_changes->model().rowCount();
    m_docks->setCount("changes", count);
    const std::shared_ptr<const Snapshot>& snapshot = m_versions->comparedSnapshot();
    std::vector<NodeId> nodes;
    for (int row = 0; snapshot && snapshot->scopes && row < count; ++row)
        if (const auto node = snapshot->scopes->find(m_changes->model().nameAfter(row).toStdString())) nodes.push_back(*node);
    m_canvas->canvas().markChanged(snapshot, std::move(nodes));
}

void MainWindow::showTitle() {
    setWindowModified(m_document->isModified());
    const QString name = m_graphName.empty() ? m_document->displayName() : QStringLiteral("%1 – %2").arg(QString::fromStdString(m_graphName), m_document->displayName());
    setWindowTitle(QStringLiteral("%1[*]").arg(name));
    setWindowFilePath(m_document->filePath());
    m_actions->reload->setEnabled(!m_document->isUntitled());
    m_actions->save->setEnabled(!m_document->isGraphFile());
    m_actions->saveAs->setEnabled(!m_document->isGraphFile());
    m_editor->editor().setReadOnly(m_document->isGraphFile());
}

// --- What the actions do

void MainWindow::openDialog() {
    const QStringList paths = m_services.prompts.filesToOpen(this, m_services.settings.lastFolder());
    if (!paths.isEmpty()) Q_EMIT filesRequested(paths);
}

// Whether what is to be found is in the picture: it has the keyboard, or there is no text.
bool MainWindow::looksAtGraph() const {
    if (m_document->isGraphFile()) return true;
    const QWidget* focus = QApplication::focusWidget();
    return focus && (m_canvas->isAncestorOf(focus) || m_find->isAncestorOf(focus) || m_inspector->isAncestorOf(focus) || m_scopes->isAncestorOf(focus) || m_variables->isAncestorOf(focus) || m_sharing->isAncestorOf(focus));
}

void MainWindow::find() {
    if (looksAtGraph()) {
        m_docks->show(m_find);
        return m_find->open();
    }
    m_docks->show(m_editor);
    m_editor->findBar().openForFind();
}

void MainWindow::findAgain(int direction) {
    if (looksAtGraph())
        direction > 0 ? m_find->findNext() : m_find->findPrevious();
    else
        direction > 0 ? m_editor->findBar().findNext() : m_editor->findBar().findPrevious();
}

void MainWindow::zoom(int steps) {
    if (m_editor->editor().hasFocus())
        m_editor->editor().setFontSize(m_editor->editor().fontSize() + steps);
    else if (steps > 0)
        m_canvas->canvas().zoomIn();
    else
        m_canvas->canvas().zoomOut();
}

// Empty when the user gives up.
QString MainWindow::askForPicture(const QString& name) {
    return m_services.prompts.fileToExport(this, QDir(m_services.settings.lastFolder()).filePath(name + QStringLiteral(".svg")));
}

// Of the path itself, the user was asked where it was chosen.
bool MainWindow::mayWrite(QStringList paths, const QString& path) {
    paths.removeIf([&](const QString& each) { return each == path || !QFileInfo::exists(each); });
    return paths.isEmpty() || m_services.prompts.overwriteFiles(this, paths.front(), static_cast<int>(paths.size()));
}

void MainWindow::writePicture(const std::shared_ptr<const Snapshot>& snapshot, const QString& path) {
    PictureSettings settings;
    settings.colourBy = m_canvas->canvas().colourBy();
    settings.theme = m_services.appearance.isDark() ? ThemeName::Dark : ThemeName::Light;
    for (const QAction* action : m_actions->pngScales)
        if (action->isChecked()) settings.pngScale = action->data().toDouble();
    if (!mayWrite(picturePaths(*snapshot, path, settings), path)) return;
    m_status->showMessage(tr("Writing the picture…"));
    m_export->start(snapshot, path, settings);
}

void MainWindow::exportPicture() {
    const std::shared_ptr<const Snapshot> snapshot = m_live->picture().snapshot;
    if (!snapshot || m_export->isRunning()) return;
    const QString path = askForPicture(QFileInfo(m_document->displayName()).completeBaseName());
    if (!path.isEmpty()) writePicture(snapshot, path);
}

// The scope that one is in, by itself: drawn on the build thread, where all drawing is done.
void MainWindow::exportScope() {
    const std::shared_ptr<const Snapshot> snapshot = m_live->picture().snapshot;
    const Canvas& canvas = m_canvas->canvas();
    if (!snapshot || m_export->isRunning() || !canvas.hasPicture()) return;
    const BoxId scope = canvas.chosenScope();
    if (!scope.isValid()) return m_status->showMessage(tr("Select a scope to export, or something in one."), messageMilliseconds);
    ViewOptions view = m_live->view();
    view.focus = std::string(canvas.scene()->diagram().box(scope).fullName);
    const QString path = askForPicture(QString::fromStdString(view.focus).section(u'/', -1));
    if (path.isEmpty()) return;
    const auto drawn = std::make_shared<std::shared_ptr<const Snapshot>>();
    m_services.buildThread.run(
        this,
        [snapshot, view, drawn, graphviz = m_services.graphviz] {
            Caches caches;
            if (graphviz) caches.layout = LayoutCache(LayoutCache::kBytes, graphviz);
            *drawn = rebuildView(*snapshot, view, caches);
        },
        [this, drawn, path] {
            if (m_export->isRunning()) return m_status->showMessage(tr("Another picture is being written; this one was not."), messageMilliseconds);
            if (*drawn) writePicture(*drawn, path);
        });
}

void MainWindow::showProblem() {
    const auto problem = gravestProblem(*m_live->latest().snapshot);
    if (!problem) return;
    m_docks->show(m_editor);
    m_selection->selectProblem(*problem);
}

void MainWindow::showSource() {
    m_docks->show(m_editor);
}

void MainWindow::resetLayout() {
    m_layouts->isPresenting() ? m_docks->arrangeForAudience() : m_docks->arrange();
}

// --- The window

void MainWindow::restoreLayout() {
    m_layouts->restore();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_files->confirmClose()) return event->ignore();
    showProgramDocks(true);
    m_layouts->save();
    m_live->cancel();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    // Where the file system reports nothing (a network drive), coming back to the window is the time to look.
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) m_document->checkFile();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty()) return;
    event->acceptProposedAction();
    Q_EMIT filesRequested(files);
}

}  // namespace namescape
