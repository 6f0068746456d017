#include "shell/window_docks.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QStyle>
#include <QTabBar>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

// Shares of the window: the text's of its width, the lower panels' of its height, the scopes' of those panels' width.
constexpr double textShare = 0.46;
constexpr double audienceTextShare = 0.4;
constexpr double panelShare = 0.24;
constexpr double programShare = 0.32;  // of the height, blocks below it
constexpr double scopesShare = 0.54;
// More than that of either length leaves too little of the picture.
constexpr double mostShare = 0.6;
// A title that changes asks the whole window for a layout, and half-typed text has mistakes that come and go.
constexpr int quietMilliseconds = 250;
// Pixels.
constexpr int graphDockWidth = 330;
constexpr int leastHeightForBlocks = 700;  // beside the text; in a lower window they take turns

// Beside the picture, and opened when they are asked for: with the text beside it too there is little room.
bool isOfGraph(const QDockWidget* dock) {
    return dock->objectName() == QLatin1String("find") || dock->objectName() == QLatin1String("inspector") || dock->objectName() == QLatin1String("why") || dock->objectName() == QLatin1String("stacks");
}

}  // namespace

WindowDocks::WindowDocks(QMainWindow& window) : QObject(&window), m_window(window), m_countTimer(new QTimer(this)) {
    m_countTimer->setSingleShot(true);
    m_countTimer->setInterval(quietMilliseconds);
    connect(m_countTimer, &QTimer::timeout, this, &WindowDocks::showCounts);
    window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::South);
    window.setDocumentMode(true);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

QDockWidget* WindowDocks::add(const char* name, const QString& title, QWidget* content) {
    auto* dock = new QDockWidget(title, &m_window);
    dock->setObjectName(QString::fromLatin1(name));
    // With a ground of its own, the dock behind it need not be painted with each change.
    content->setAutoFillBackground(true);
    dock->setWidget(content);
    // A dock behind a tab counts as visible, though nobody sees it: its panel would do all its work.
    QSizePolicy policy = content->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    content->setSizePolicy(policy);
    connect(dock, &QDockWidget::visibilityChanged, content, &QWidget::setVisible);
    m_docks.push_back(dock);
    // Which panel has the keyboard is told by its title.
    connect(qApp, &QApplication::focusChanged, dock, [dock](const QWidget*, const QWidget* now) {
        const bool hasKeyboard = now && dock->isAncestorOf(now);
        if (dock->property("hasKeyboard").toBool() == hasKeyboard) return;
        dock->setProperty("hasKeyboard", hasKeyboard);
        dock->style()->polish(dock);
        dock->update();
    });
    return dock;
}

QDockWidget* WindowDocks::dock(const char* name) const {
    const auto found = std::find_if(m_docks.begin(), m_docks.end(), [=](QDockWidget* candidate) { return candidate->objectName() == QLatin1String(name); });
    return found == m_docks.end() ? nullptr : *found;
}

void WindowDocks::setCount(const char* name, int count) {
    QDockWidget* listing = dock(name);
    auto known = std::find_if(m_counts.begin(), m_counts.end(), [=](const Count& each) { return each.dock == listing; });
    if (known == m_counts.end()) known = m_counts.insert(known, {listing, listing->windowTitle()});
    if (std::exchange(known->count, count) != count) m_countTimer->start();
}

void WindowDocks::showCounts() {
    for (const Count& each : m_counts) each.dock->setWindowTitle(each.count == 0 ? each.title : QStringLiteral("%1 (%2)").arg(each.title).arg(each.count));
}

QRect WindowDocks::placeOf(const char* name) const {
    const QDockWidget* panel = dock(name);
    if (!panel || panel->isHidden() || panel->isFloating()) return {};
    if (!panel->visibleRegion().isEmpty()) return {panel->mapTo(&m_window, QPoint()), panel->size()};
    for (const QTabBar* tabs : m_window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab)
            if (tabs->tabText(tab) == panel->windowTitle()) return tabs->tabRect(tab).translated(tabs->mapTo(&m_window, QPoint()));
    return {};
}

void WindowDocks::arrange() {
    QDockWidget* program = dock("program");
    QDockWidget* blocks = dock("blocks");
    QDockWidget* scopes = dock("scopes");
    QDockWidget* variables = dock("variables");
    for (QDockWidget* each : m_docks) {
        each->setFloating(false);
        m_window.removeDockWidget(each);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, program);
    const bool isLow = m_window.height() < leastHeightForBlocks;
    if (isLow) m_window.tabifyDockWidget(program, blocks);
    else m_window.splitDockWidget(program, blocks, Qt::Vertical);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, scopes);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, variables);
    m_window.splitDockWidget(scopes, variables, Qt::Horizontal);
    for (QDockWidget* each : m_docks) {
        if (isOfGraph(each))
            m_window.addDockWidget(Qt::RightDockWidgetArea, each);
        else if (each != program && each != blocks && each != scopes && each != variables)
            m_window.tabifyDockWidget(variables, each);
    }
    for (QDockWidget* each : m_docks) each->setVisible(!isOfGraph(each));
    variables->raise();
    if (isLow) program->raise();
    const int width = m_window.width();
    m_window.resizeDocks({program}, {static_cast<int>(width * textShare)}, Qt::Horizontal);
    if (!isLow) m_window.resizeDocks({program, blocks}, {static_cast<int>(m_window.height() * programShare), static_cast<int>(m_window.height() * (1 - panelShare - programShare))}, Qt::Vertical);
    m_window.resizeDocks({scopes, variables}, {static_cast<int>(width * scopesShare), static_cast<int>(width * (1 - scopesShare))}, Qt::Horizontal);
    m_window.resizeDocks({scopes}, {static_cast<int>(m_window.height() * panelShare)}, Qt::Vertical);
}

void WindowDocks::arrangeForAudience() {
    arrange();
    QDockWidget* program = dock("program");
    QDockWidget* blocks = dock("blocks");
    for (QDockWidget* each : m_docks) each->setVisible(each == program || each == blocks);
    m_window.tabifyDockWidget(program, blocks);
    program->raise();
    shareWithAudience();
}

void WindowDocks::shareWithAudience() {
    m_window.resizeDocks({dock("program")}, {static_cast<int>(m_window.width() * audienceTextShare)}, Qt::Horizontal);
}

void WindowDocks::leaveRoomForCentre() {
    QDockWidget* program = dock("program");
    QDockWidget* scopes = dock("scopes");
    const auto takesTooMuch = [](const QDockWidget* each, int size, int whole) { return !each->isFloating() && !each->isHidden() && size > whole * mostShare; };
    if (takesTooMuch(program, program->width(), m_window.width()))
        m_window.resizeDocks({program}, {static_cast<int>(m_window.width() * textShare)}, Qt::Horizontal);
    if (takesTooMuch(scopes, scopes->height(), m_window.height()))
        m_window.resizeDocks({scopes}, {static_cast<int>(m_window.height() * panelShare)}, Qt::Vertical);
}

void WindowDocks::addSwitches(QMenu& menu) const {
    for (QDockWidget* each : m_docks) menu.addAction(each->toggleViewAction());
}

void WindowDocks::show(QWidget* content) {
    for (QDockWidget* each : m_docks) {
        if (each->widget() != content) continue;
        const bool wasHidden = each->isHidden();
        each->show();
        if (wasHidden && isOfGraph(each) && !each->isFloating()) giveGraphDocksTheirWidth();
        each->raise();
    }
    content->setFocus();
}

// Names are long; where the panel is shown already, it is as wide as the user wants it.
void WindowDocks::giveGraphDocksTheirWidth() {
    QList<QDockWidget*> shown;
    for (QDockWidget* each : m_docks)
        if (isOfGraph(each) && !each->isHidden() && !each->isFloating()) shown.append(each);
    if (shown.size() == 1) m_window.resizeDocks(shown, {std::min(graphDockWidth, m_window.width() / 3)}, Qt::Horizontal);
}

void WindowDocks::toggleFloating() {
    const QWidget* focus = QApplication::focusWidget();
    for (QDockWidget* each : m_docks) {
        if (!each->isAncestorOf(focus)) continue;
        each->setFloating(!each->isFloating());
        each->window()->activateWindow();
        return show(each->widget());
    }
}

void WindowDocks::dockAll() {
    for (QDockWidget* each : m_docks) each->setFloating(false);
}

void WindowDocks::focusNext() {
    std::vector<QWidget*> panels{m_window.centralWidget()};
    for (QDockWidget* each : m_docks)
        if (!each->isHidden()) panels.push_back(each->widget());
    const QWidget* focus = QApplication::focusWidget();
    const auto current = std::find_if(panels.begin(), panels.end(), [=](QWidget* panel) { return panel == focus || panel->isAncestorOf(focus); });
    const auto next = current == panels.end() || current + 1 == panels.end() ? panels.begin() : current + 1;
    show(*next);
}

}  // namespace namescape
