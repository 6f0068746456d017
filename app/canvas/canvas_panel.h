// The picture with what lies over it: zoom buttons, what is wrong, what is looked at, and what to do where there is nothing to see.
#pragma once

#include "canvas/canvas.h"
#include "live/live_build.h"

#include <QWidget>

class QLabel;
class QTimer;
class QToolButton;

namespace namescape {

class CanvasBar;
class Minimap;
class NoticeBar;

class CanvasPanel : public QWidget {
    Q_OBJECT

public:
    CanvasPanel(LiveBuild& live, Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);

    Canvas& canvas() { return *m_canvas; }
    CanvasBar& bar() { return *m_bar; }
    Minimap& minimap() { return *m_minimap; }

    // Draws live's picture, and says what is wrong with its latest.
    void showBuilds(Arrival arrival);
    void showBusy(bool isBusy);
    // Tells of other work that goes on, with a way to end it; empty words when it has ended.
    void showWork(const QString& words, const std::function<void()>& cancel = {});

    void openAllScopes();
    void closeAllScopes();
    // As many as stay readable: what one sees at first.
    void openScopesAutomatically();
    // Name scopes down to that depth; 1 opens those at the root.
    void openScopesToDepth(std::uint32_t depth);
    // Selects an operation or a scope and brings it into view, with the scopes around it opened and the focus left where they are in the way.
    void goTo(const std::string& fullName);
    void setDirection(FlowDirection direction);
    void setControlEdges(ControlEdges which);
    // Whether hubs and what only helps training stand beside the flow; whether long series are one box.
    void setStubs(bool hasStubs);
    void setFoldsSeries(bool folds);
    // Whether the legend of the colours tells all, or only what they are by.
    void setLegendOpen(bool isOpen);
    // Only this scope's inside; everything where it is empty.
    void lookInto(const std::string& fullName);
    // What is selected: its inside alone, or the scope's around it; out of the flow or back into it; its name to the clipboard.
    void lookIntoSelection();
    void moveSelectionInFlow();
    void copySelectedName();

Q_SIGNALS:
    void legendFolded(bool isOpen);
    // The user wants to see the problem that ended the program.
    void problemRequested();
    // The user wants to see the fixes of problems, by their numbers in the latest snapshot, near a place of the screen.
    void fixesRequested(const std::vector<std::uint32_t>& problems, const QRect& place);
    // The user wants to see where in the text the selected thing was made.
    void sourceRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildOverlays();
    QToolButton* overlayButton(const char* iconName, const QString& words);
    void placeOverlays();
    void changeView(const std::function<void(ViewOptions&)>& change);
    QString busyWords() const;
    void moveInFlow(const Box& box);
    void setInFlow(const std::string& fullName, bool isInFlow);
    void showState();
    void showErrorState();
    void showEmptyState();
    void showScope();
    void showLegend();
    void goToScope(const std::string& fullName);
    void showMenu(const QPoint& globalPosition, BoxId box);
    void addBoxActions(class QMenu& menu, const Box& box);

    LiveBuild& m_live;
    Selection& m_selection;
    const Appearance& m_appearance;
    Canvas* m_canvas;
    NoticeBar* m_notice;
    NoticeBar* m_busy;
    NoticeBar* m_work;
    QLabel* m_empty;
    QWidget* m_zoomBar;
    QToolButton* m_scaleButton;
    CanvasBar* m_bar;
    Minimap* m_minimap;
    QLabel* m_legend;
    bool m_isLegendOpen = true;
    QTimer* m_stateTimer;
};

}  // namespace namescape
