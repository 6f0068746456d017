#include "canvas/canvas_panel.h"

#include "appearance/appearance.h"
#include "appearance/icon_button.h"
#include "appearance/notice_bar.h"
#include "appearance/sentences.h"
#include "canvas/canvas_bar.h"
#include "canvas/minimap.h"
#include "diagram/sibling_groups.h"
#include "live/selection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace namescape {

namespace {

using namespace std::chrono_literals;

// While one types, a program is wrong at most letters: only an error that stays is worth a word.
constexpr auto errorDelay = 500ms;
constexpr int gap = 10;
constexpr int narrowestNotice = 560;
constexpr int widestNotice = 720;
constexpr int widestLegend = 200;

QString errorWords(const Snapshot& snapshot) {
    if (snapshot.graphFile) {
        const FileProblem* first = snapshot.graphFile->problems.empty() ? nullptr : &snapshot.graphFile->problems.front();
        return first ? QString::fromUtf8(first->place.empty() ? first->message : first->place + ": " + first->message) : QString();
    }
    const auto problem = gravestProblem(snapshot);
    if (!problem) return {};
    const Diagnostic& diagnostic = snapshot.diagnostics[*problem];
    return CanvasPanel::tr("Line %1: %2").arg(snapshot.tree->lines().line(diagnostic.range.begin)).arg(firstSentence(QString::fromUtf8(message(diagnostic))));
}

QString legendTitle(ColourBy by) {
    switch (by) {
    case ColourBy::Scope: return CanvasPanel::tr("Colours by scope");
    case ColourBy::Type: return CanvasPanel::tr("Colours by type");
    case ColourBy::Device: return CanvasPanel::tr("Colours by device");
    case ColourBy::Structure: return CanvasPanel::tr("Colours by equal structure");
    default: return {};
    }
}

}  // namespace

CanvasPanel::CanvasPanel(LiveBuild& live, Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_live(live), m_selection(selection), m_appearance(appearance), m_canvas(new Canvas(selection, appearance, this)),
      m_notice(new NoticeBar(appearance, this)), m_busy(new NoticeBar(appearance, this)), m_work(new NoticeBar(appearance, this)), m_empty(new QLabel(this)), m_zoomBar(new QWidget(this)),
      m_bar(new CanvasBar(appearance, this)), m_minimap(new Minimap(*m_canvas, appearance, this)), m_legend(new QLabel(this)), m_stateTimer(new QTimer(this)) {
    setFocusProxy(m_canvas);
    buildOverlays();
    m_stateTimer->setSingleShot(true);
    m_stateTimer->setInterval(errorDelay);
    connect(m_stateTimer, &QTimer::timeout, this, &CanvasPanel::showErrorState);
    connect(&live, &LiveBuild::progressed, this, [this] {
        if (!m_busy->isHidden()) m_busy->setWords(busyWords());
    });
    connect(m_canvas, &Canvas::openRequested, this, [this](const std::string& name) {
        changeView([&](ViewOptions& view) { view.open = view.open.withOpened(name); });
    });
    connect(m_canvas, &Canvas::closeRequested, this, [this](const std::string& name) {
        changeView([&](ViewOptions& view) { view.open = view.open.withClosed(name); });
    });
    connect(m_canvas, &Canvas::scaleChanged, this, [this](double scale) { m_scaleButton->setText(tr("%1 %").arg(std::lround(scale * 100))); });
    connect(m_canvas, &Canvas::menuRequested, this, &CanvasPanel::showMenu);
    connect(m_bar, &CanvasBar::scopeRequested, this, &CanvasPanel::goToScope);
    connect(m_bar, &CanvasBar::highlightEndRequested, m_canvas, [this] { m_canvas->highlight({}); });
    connect(m_canvas, &Canvas::highlightChanged, this, [this] { m_bar->showHighlight(m_canvas->highlighting(), m_canvas->highlightedCount()); });
    connect(m_canvas, &Canvas::viewMoved, this, &CanvasPanel::showScope);
    connect(m_canvas, &Canvas::pictureShown, this, &CanvasPanel::showScope);
    connect(&selection, &Selection::changed, this, &CanvasPanel::showScope);
    connect(m_canvas, &Canvas::pictureShown, this, &CanvasPanel::showLegend);
    connect(&appearance, &Appearance::changed, this, &CanvasPanel::showLegend);
    connect(m_minimap, &Minimap::changed, this, &CanvasPanel::placeOverlays);
    connect(m_notice, &NoticeBar::dismissed, this, &CanvasPanel::placeOverlays);
}

QToolButton* CanvasPanel::overlayButton(const char* iconName, const QString& words) {
    QToolButton* button = makeIconButton(iconName, words, m_zoomBar);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

void CanvasPanel::buildOverlays() {
    m_zoomBar->setObjectName(QStringLiteral("overlay"));
    m_zoomBar->setAttribute(Qt::WA_StyledBackground);
    QToolButton* out = overlayButton("zoom-out", tr("Zoom out (−)"));
    QToolButton* in = overlayButton("zoom-in", tr("Zoom in (+)"));
    QToolButton* fit = overlayButton("fit", tr("Show all of the picture (F)"));
    m_scaleButton = new QToolButton(m_zoomBar);
    m_scaleButton->setText(tr("%1 %").arg(100));
    m_scaleButton->setToolTip(tr("Show in actual size (1)"));
    m_scaleButton->setFocusPolicy(Qt::NoFocus);
    m_scaleButton->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 %").arg(1000)) + 12);
    connect(out, &QToolButton::clicked, m_canvas, &Canvas::zoomOut);
    connect(in, &QToolButton::clicked, m_canvas, &Canvas::zoomIn);
    connect(fit, &QToolButton::clicked, m_canvas, &Canvas::fit);
    connect(m_scaleButton, &QToolButton::clicked, m_canvas, &Canvas::showActualSize);
    auto* row = new QHBoxLayout(m_zoomBar);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(1);
    for (QToolButton* button : {out, m_scaleButton, in, fit}) row->addWidget(button);

    m_legend->setObjectName(QStringLiteral("overlay"));
    m_legend->setMargin(6);
    m_legend->setAccessibleName(tr("Legend of the colours"));
    connect(m_legend, &QLabel::linkActivated, this, [this] { setLegendOpen(!m_isLegendOpen); });
    m_legend->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::RichText);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void CanvasPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeOverlays();
}

void CanvasPanel::placeOverlays() {
    const int barHeight = m_bar->sizeHint().height();
    m_bar->setGeometry(0, 0, width(), barHeight);
    m_canvas->setGeometry(rect().adjusted(0, barHeight, 0, 0));
    m_zoomBar->adjustSize();
    m_zoomBar->move(width() - m_zoomBar->width() - gap, height() - m_zoomBar->height() - gap);
    m_empty->setGeometry(rect().adjusted(40, 40, -40, -40));
    m_legend->adjustSize();
    m_legend->move(gap, barHeight + gap);
    // Pictures begin at their top: what is said about them stands at the bottom.
    const int beside = width() - m_zoomBar->width() - 3 * gap;
    const bool hasRoomBeside = beside >= narrowestNotice;
    const int noticeWidth = std::clamp(hasRoomBeside ? beside : width() - 2 * gap, 0, widestNotice);
    int bottom = height() - gap - (hasRoomBeside ? 0 : m_zoomBar->height() + gap);
    for (NoticeBar* notice : {m_notice, m_busy, m_work}) {
        if (notice->isHidden()) continue;
        notice->arrangeFor(noticeWidth);
        const int noticeHeight = notice->heightForWidth(noticeWidth);
        notice->setGeometry(gap, bottom - noticeHeight, noticeWidth, noticeHeight);
        bottom -= noticeHeight + gap;
    }
    // Above notices that reach below it, for these have buttons.
    const int left = width() - m_minimap->width() - gap;
    const bool isOverNotice = gap + noticeWidth > left;
    m_minimap->move(left, (isOverNotice ? std::min(m_zoomBar->y() - gap, bottom) : m_zoomBar->y() - gap) - m_minimap->height());
}

void CanvasPanel::showBuilds(Arrival arrival) {
    m_canvas->showPicture(m_live.picture().snapshot, arrival);
    showState();
}

void CanvasPanel::showState() {
    const bool hasError = m_live.isPictureOld() || !isWhole(*m_live.latest().snapshot);
    showEmptyState();
    if (!hasError) {
        m_stateTimer->stop();
        m_canvas->setDimmed(false);
        const bool hadNotice = !m_notice->isHidden();
        m_notice->hide();
        if (hadNotice) placeOverlays();
    } else if (m_notice->isVisible()) {
        showErrorState();
    } else if (!m_stateTimer->isActive()) {
        m_stateTimer->start();
    }
}

void CanvasPanel::showErrorState() {
    const bool isOld = m_live.isPictureOld();
    m_canvas->setDimmed(isOld);
    const QString words = errorWords(*m_live.latest().snapshot);
    if (words.isEmpty()) return;
    m_notice->showNotice(NoticeKind::Error, isOld ? tr("%1\nThe picture is from before the error.").arg(words)
                                                  : tr("%1\nThe picture shows what was made up to the error.").arg(words));
    m_notice->addButton(tr("Show"), [this] { Q_EMIT problemRequested(); });
    if (const auto problem = gravestProblem(*m_live.latest().snapshot); problem && !m_live.latest().snapshot->diagnostics[*problem].fixes.empty())
        m_notice->addButton(tr("Fix…"), [this, problem = *problem] { Q_EMIT fixesRequested({problem}, QRect(m_notice->mapToGlobal(QPoint()), m_notice->size())); });
    if (isOld) m_notice->addButton(tr("Draw Up to It"), [this] { m_live.setErrorPicture(ErrorPicture::UpToError); });
    placeOverlays();
}

void CanvasPanel::showEmptyState() {
    const bool isEmpty = !m_canvas->hasPicture();
    m_empty->setVisible(isEmpty);
    if (!isEmpty) return;
    if (m_live.latest().snapshot->graphFile) return m_empty->setText(tr("<p><b>Nothing to draw</b></p><p>This file has no operations.</p>"));
    const bool hasText = !m_live.latest().snapshot->text().empty();
    m_empty->setText(hasText ? tr("<p><b>Nothing to draw yet</b></p><p>This program makes no operations. Try <code>x = tf.constant(1.0, name=\"x\")</code>.</p>")
                             : tr("<p><b>Nothing to draw yet</b></p><p>Type a program, and its graph appears here as you type. Or put one together from "
                                  "blocks, in the panel of that name (Alt+9). The start page (Ctrl+Shift+H) has lessons and recent files.</p>"));
}

QString CanvasPanel::busyWords() const {
    switch (m_live.activity()) {
    case LiveBuild::Activity::Evaluating: return tr("Evaluating…");
    case LiveBuild::Activity::ReadingFile: return tr("Reading the file… %1 %").arg(std::lround(m_live.progress() * 100));
    case LiveBuild::Activity::Drawing: return tr("Drawing the graph…");
    }
    return {};
}

void CanvasPanel::showBusy(bool isBusy) {
    m_busy->setVisible(false);
    if (isBusy) {
        m_busy->showNotice(NoticeKind::Hint, busyWords());
        m_busy->addButton(tr("Cancel"), [this] { m_live.cancel(); });
    }
    placeOverlays();
}

void CanvasPanel::showWork(const QString& words, const std::function<void()>& cancel) {
    if (words.isEmpty()) {
        m_work->hide();
    } else if (!m_work->isHidden()) {
        m_work->setWords(words);
    } else {
        m_work->showNotice(NoticeKind::Hint, words);
        if (cancel) m_work->addButton(tr("Cancel"), cancel);
    }
    placeOverlays();
}

// --- The view

void CanvasPanel::changeView(const std::function<void(ViewOptions&)>& change) {
    ViewOptions view = m_live.view();
    change(view);
    m_live.setView(view);
}

void CanvasPanel::openAllScopes() {
    changeView([](ViewOptions& view) { view.open = {.rule = OpenScopes::Rule::All, .depth = 0, .opened = {}, .closed = {}}; });
}

void CanvasPanel::closeAllScopes() {
    changeView([](ViewOptions& view) { view.open = {.rule = OpenScopes::Rule::None, .depth = 0, .opened = {}, .closed = {}}; });
}

void CanvasPanel::openScopesAutomatically() {
    changeView([](ViewOptions& view) { view.open = {}; });
}

void CanvasPanel::openScopesToDepth(std::uint32_t depth) {
    changeView([=](ViewOptions& view) { view.open = {.rule = OpenScopes::Rule::ToDepth, .depth = depth, .opened = {}, .closed = {}}; });
}

void CanvasPanel::goTo(const std::string& fullName) {
    const std::shared_ptr<const Snapshot> snapshot = m_live.picture().snapshot;
    const auto node = snapshot ? snapshot->scopes->find(fullName) : std::nullopt;
    if (!node || fullName.empty()) return;
    const ScopeTree& tree = *snapshot->scopes;
    const Diagram& diagram = snapshot->diagram;
    const BoxId box = diagram.visibleBox(*node);
    const bool isShown = box.isValid() && diagram.box(box).node == *node && diagram.box(box).memberCount == 0 && m_live.view() == snapshot->view;
    m_selection.selectNode(fullName);
    m_canvas->bring(fullName, isShown ? Arriving::Now : Arriving::WithNextPicture);
    if (isShown) return;
    changeView([&](ViewOptions& view) {
        if (!diagram.focusName.empty() && !tree.contains(diagram.focus, *node)) view.focus.clear();
        if (const NodeId around = tree.parent(*node); around != ScopeTree::kRoot) view.open = view.open.withOpened(tree.fullName(around));
        if (const std::string series = seriesWith(snapshot->graph(), tree, *snapshot->structure, *node); !series.empty()) view.open = view.open.withOpened(series);
    });
}

void CanvasPanel::setDirection(FlowDirection direction) {
    changeView([=](ViewOptions& view) { view.direction = direction; });
}

void CanvasPanel::setStubs(bool hasStubs) {
    changeView([=](ViewOptions& view) {
        view.hasStubs = hasStubs;
        view.inFlow.clear();
        view.besideFlow.clear();
    });
}

void CanvasPanel::setFoldsSeries(bool folds) {
    changeView([=](ViewOptions& view) { view.foldsSeries = folds; });
}

void CanvasPanel::setInFlow(const std::string& fullName, bool isInFlow) {
    changeView([&](ViewOptions& view) {
        (isInFlow ? view.besideFlow : view.inFlow).erase(fullName);
        (isInFlow ? view.inFlow : view.besideFlow).insert(fullName);
    });
}

void CanvasPanel::moveInFlow(const Box& box) {
    const bool isSeries = box.memberCount > 0;
    setInFlow(std::string(isSeries ? m_canvas->scene()->snapshot()->scopes->fullName(box.node) : box.fullName), box.isAuxiliary);
}

void CanvasPanel::moveSelectionInFlow() {
    if (m_canvas->selectedBox().isValid()) moveInFlow(m_canvas->scene()->diagram().box(m_canvas->selectedBox()));
}

void CanvasPanel::copySelectedName() {
    const BoxId box = m_canvas->selectedBox();
    if (box.isValid()) QGuiApplication::clipboard()->setText(QString::fromUtf8(m_canvas->scene()->diagram().box(box).fullName));
}

void CanvasPanel::setControlEdges(ControlEdges which) {
    changeView([=](ViewOptions& view) { view.controlEdges = which; });
}

void CanvasPanel::lookInto(const std::string& fullName) {
    changeView([&](ViewOptions& view) { view.focus = fullName; });
}

void CanvasPanel::lookIntoSelection() {
    const BoxId scope = m_canvas->chosenScope();
    if (scope.isValid()) lookInto(std::string(m_canvas->scene()->diagram().box(scope).fullName));
}

void CanvasPanel::showScope() {
    const BoxId scope = m_canvas->currentScope();
    const std::string name(scope.isValid() ? m_canvas->scene()->diagram().box(scope).fullName : std::string_view());
    m_bar->showScope(name, m_canvas->hasPicture() ? std::string(m_canvas->scene()->diagram().focusName) : std::string());
}

void CanvasPanel::showLegend() {
    const bool hasLegend = m_canvas->hasPicture() && !m_canvas->scene()->colouring().legend.empty();
    m_legend->setVisible(hasLegend);
    if (!hasLegend) return;
    const ThemeName themeName = m_appearance.isDark() ? ThemeName::Dark : ThemeName::Light;
    const QString heading = QStringLiteral("<a href='fold' style='text-decoration:none; color:%1'>%2 %3</a>")
                                .arg(m_appearance.colors().mutedText.name(), m_isLegendOpen ? QStringLiteral("\u25BE") : QStringLiteral("\u25B8"), legendTitle(m_canvas->colourBy()));
    QString rows;
    const std::vector<LegendEntry> none;
    for (const LegendEntry& entry : m_isLegendOpen ? m_canvas->scene()->colouring().legend : none)
        rows += QStringLiteral("<tr><td style='color:%1; padding-right:6px'>\u25A0</td><td style='white-space:nowrap'>%2</td><td align='right' style='color:%3; padding-left:12px'>%L4</td></tr>")
                    .arg(toQColor(paletteColours(themeName, entry.colour).border).name(),
                         fontMetrics().elidedText(QString::fromUtf8(entry.words), Qt::ElideMiddle, widestLegend).toHtmlEscaped(), m_appearance.colors().mutedText.name())
                    .arg(entry.boxCount);
    m_legend->setText(rows.isEmpty() ? heading : heading + QStringLiteral("<table cellspacing='0' cellpadding='1'>%1</table>").arg(rows));
    placeOverlays();
}

// So that it covers less of the picture.
void CanvasPanel::setLegendOpen(bool isOpen) {
    if (isOpen == m_isLegendOpen) return;
    m_isLegendOpen = isOpen;
    showLegend();
    Q_EMIT legendFolded(isOpen);
}

void CanvasPanel::goToScope(const std::string& fullName) {
    if (!m_canvas->hasPicture()) return;
    const Diagram& diagram = m_canvas->scene()->diagram();
    const bool isOutside = !diagram.focusName.empty() && diagram.focusName.starts_with(fullName) && diagram.focusName.size() > fullName.size();
    if (isOutside) return lookInto(fullName);
    if (fullName == diagram.focusName) return m_canvas->fit();
    const auto node = m_canvas->scene()->snapshot()->scopes->find(fullName);
    if (!node) {
        if (const BoxId series = diagram.seriesNamed(fullName); series.isValid()) m_canvas->zoomTo(series);
        return;
    }
    m_selection.selectNode(fullName);
    m_canvas->zoomTo(diagram.frameOf(*node).isValid() ? diagram.frameOf(*node) : diagram.visibleBox(*node));
}

void CanvasPanel::showMenu(const QPoint& globalPosition, BoxId box) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (box.isValid()) addBoxActions(*menu, m_canvas->scene()->diagram().box(box));
    menu->addAction(tr("Open All Scopes"), this, &CanvasPanel::openAllScopes);
    menu->addAction(tr("Close All Scopes"), this, &CanvasPanel::closeAllScopes);
    menu->addAction(tr("Open Scopes Automatically"), this, &CanvasPanel::openScopesAutomatically);
    menu->addSeparator();
    menu->addAction(tr("Show All of the Picture"), m_canvas, &Canvas::fit);
    menu->addAction(tr("Show in Actual Size"), m_canvas, &Canvas::showActualSize);
    if (!m_live.view().focus.empty()) menu->addAction(tr("Back to the Whole Graph"), this, [this] { lookInto({}); });
    menu->popup(globalPosition);
}

void CanvasPanel::addBoxActions(QMenu& menu, const Box& box) {
    const std::string name(box.fullName);
    if (box.isOpen)
        menu.addAction(tr("Close Scope"), this, [this, name] { Q_EMIT m_canvas->closeRequested(name); });
    else if (box.canOpen)
        menu.addAction(tr("Open Scope"), this, [this, name] { Q_EMIT m_canvas->openRequested(name); });
    if ((box.isOpen || box.canOpen) && box.memberCount == 0) menu.addAction(tr("Show Only This Scope"), this, [this, name] { lookInto(name); });
    menu.addAction(box.isAuxiliary ? tr("Put Back Into the Flow") : tr("Take Out of the Flow"), this, [this, copy = box] { moveInFlow(copy); });
    QMenu* highlights = menu.addMenu(tr("Highlight"));
    const auto add = [&](const QString& words, HighlightKind kind) { highlights->addAction(words, m_canvas, [this, kind] { m_canvas->highlightSelection(kind); }); };
    add(tr("Inputs"), HighlightKind::Inputs);
    add(tr("Users"), HighlightKind::Users);
    add(tr("All That Leads to It"), HighlightKind::Ancestors);
    add(tr("All That It Leads To"), HighlightKind::Descendants);
    add(tr("Path from What Was Selected Before"), HighlightKind::Path);
    // What the window can do with what is selected.
    menu.addActions(actions());
    menu.addAction(tr("Go to Where It Is Made"), this, [this] { Q_EMIT sourceRequested(); });
    menu.addAction(tr("Copy Full Name"), this, [name] { QGuiApplication::clipboard()->setText(QString::fromStdString(name)); });
    menu.addSeparator();
}

}  // namespace namescape
