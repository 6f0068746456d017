// The picture of a program's graph: one painted widget to pan, zoom, walk and select in.
#pragma once

#include "canvas/box_walk.h"
#include "canvas/canvas_scene.h"
#include "canvas/flow_highlight.h"
#include "canvas/frame_cache.h"
#include "canvas/picture_text.h"
#include "canvas/variable_links.h"
#include "canvas/view_transform.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QTimer;
class QVariantAnimation;

namespace namescape {

class Appearance;
class Selection;

// A box that shows nodes that were found: its own, or some that are hidden in it.
struct FoundBox {
    BoxId box;
    std::uint32_t count = 0;
    bool operator==(const FoundBox&) const = default;
};

// Why another picture comes: decides where the view goes.
enum class Arrival {
    Fresh,        // another program: all of it is shown, at once
    Edited,       // another text of the same program
    ViewChanged,  // the same program seen otherwise
};

// Whether what one wants to see is in the picture that is shown, or in one that comes.
enum class Arriving { Now, WithNextPicture };

class Canvas : public QWidget {
    Q_OBJECT

public:
    Canvas(Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);
    ~Canvas() override;

    // Items that both pictures have glide to their new places. Null: nothing is drawn.
    void showPicture(std::shared_ptr<const Snapshot> snapshot, Arrival arrival);
    // Whether the picture is out of date: it is drawn pale.
    void setDimmed(bool isDimmed);

    bool hasPicture() const { return m_scene != nullptr; }
    const CanvasScene* scene() const { return m_scene.get(); }
    const ViewTransform& view() const { return m_view; }
    // The box that the selection's own name stands for; invalid where it has none.
    BoxId selectedBox() const { return m_selectedBox; }
    BoxId hoveredBox() const { return m_hoveredBox; }
    // The open scope around what is selected, or else the one that fills the view; invalid for the whole graph.
    BoxId currentScope() const;
    // The scope that is selected, or else the current one; never a series, which is no scope.
    BoxId chosenScope() const;
    bool isGliding() const;
    // Whether what was painted last is the picture as the view shows it, and no frame from before in its stead.
    bool isSharp() const { return m_isSharp; }
    // The place of a box in the widget.
    QRectF widgetRect(BoxId box) const { return m_view.toWidget(m_scene->rect(box)); }

    void zoomIn();
    void zoomOut();
    void showActualSize();
    // All of it, and so it stays while the program changes, until one pans or zooms.
    void fit();
    // For people who look on: what is selected is marked more boldly, and a small picture may be shown larger.
    void setForAudience(bool isOn);
    // The box in the middle, as large as it is read well; an open scope as large as the widget lets it.
    void zoomTo(BoxId box);
    // To what is selected, and to the scope around it.
    void zoomToSelection();
    void zoomToScope();
    // Goes to the box of a name, or to the closed scope that hides it. Where another picture is on its way, in that one.
    void bring(const std::string& fullName, Arriving arriving);
    // Opens a closed scope, closes an open one.
    void toggle(BoxId box);
    // Selects it in all views.
    void select(BoxId box);
    // Marks the boxes that show these nodes of a snapshot's scopes, in this picture and in all others of the same graph.
    void setFound(std::shared_ptr<const Snapshot> snapshot, std::vector<NodeId> nodes);
    // Marks the boxes that show these nodes of a snapshot's scopes for a few seconds.
    void markChanged(const std::shared_ptr<const Snapshot>& snapshot, const std::vector<NodeId>& nodes);
    const std::vector<FoundBox>& changedBoxes() const { return m_changedBoxes; }
    // The boxes that show something that was found, with how much each.
    const std::vector<FoundBox>& foundBoxes() const { return m_foundBoxes; }

    // The picture's point in the middle of the widget.
    void centerOn(QPointF point);

    // Lets what is around a node stand out, and pales the rest; stays while the picture changes. Nothing where its kind is None.
    void highlight(Highlight highlight);
    const Highlight& highlighting() const { return m_highlight; }
    std::size_t highlightedCount() const { return m_highlighted.size(); }
    const Emphasis& emphasis() const { return m_emphasis; }
    // Of the variable that is selected: who uses it.
    const VariableLinks& variableLinks() const { return m_variableLinks; }
    // The same for what is selected, or the path from what was selected before it.
    void highlightSelection(HighlightKind kind);

    // What boxes have their colours by, in this picture and all others.
    void setColourBy(ColourBy by);
    ColourBy colourBy() const { return m_colourBy; }

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void scaleChanged(double scale);
    // Another part of the picture is seen, or another size of it.
    void viewMoved();
    // There is another picture, or none.
    void pictureShown();
    void highlightChanged();
    void openRequested(const std::string& fullName);
    void closeRequested(const std::string& fullName);
    // The user wants to choose what to do with a box, or with the picture where it is invalid.
    void menuRequested(const QPoint& globalPosition, namescape::BoxId box);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Following { Fit, Free };

    ViewTransform fitted() const;
    ViewTransform viewForPicture(const std::shared_ptr<const Snapshot>& before, Arrival arrival) const;
    BoxId anchorIn(const Snapshot& before) const;
    void setView(const ViewTransform& view);
    void moveBy(QPointF distance);
    void zoomAt(QPointF fixed, double factor);
    ViewTransform viewShowing(BoxId box) const;
    void glideViewTo(const ViewTransform& view);
    void stepView(double share);
    void bringWanted();
    void findFoundBoxes();
    std::vector<FoundBox> boxesShowing(const std::shared_ptr<const Snapshot>& snapshot, const std::vector<NodeId>& nodes) const;
    void paintFound(QPainter& painter);
    void startGlide(std::shared_ptr<const Snapshot> before, const ViewTransform& from);
    void finishGlide();
    double glideShare() const;

    void readSelection();
    std::vector<BoxId> boxesOf(const std::vector<std::string>& names, bool wantsFrames) const;
    void handleChosen();
    void tellSelected();
    void reveal(BoxId box);
    void setHovered(BoxId box);
    void selectAt(QPointF position, Qt::KeyboardModifiers modifiers);
    void colourScene();
    void readHighlight();
    void liftHighlight();
    void rememberSelected();
    void walk(WalkDirection direction);
    bool handleKey(const QKeyEvent& event);
    void setPanning(bool isPanning);
    void updateCursor();
    bool showCard(const QPoint& position, const QPoint& globalPosition);

    void paintPicture(QPainter& painter, const ViewTransform& view, const QRect& exposed);
    void paintGlide(QPainter& painter);
    void paintMarks(QPainter& painter);
    void paintFocus(QPainter& painter);
    void paintMark(QPainter& painter, BoxId box, const QColor& color, double width);
    void paintEdgeMarks(QPainter& painter);
    void paintVariableLinks(QPainter& painter);
    void paintEdgeMark(QPainter& painter, EdgeId id, const QColor& color);

    Selection& m_selection;
    const Appearance& m_appearance;
    PictureText m_text;
    std::unique_ptr<CanvasScene> m_scene;
    SmallBoxes m_smallBoxes;
    FrameCache m_frame;
    ViewTransform m_view;
    Following m_following = Following::Fit;
    bool m_isDimmed = false;
    bool m_isForAudience = false;
    bool m_isSharp = false;

    Glide m_glide;
    ViewTransform m_glideFrom;
    QVariantAnimation* m_glideClock;
    QVariantAnimation* m_viewClock;  // while the view glides over one picture
    ViewTransform m_viewFrom;
    ViewTransform m_viewTo;
    QTimer* m_sharpTimer;  // paints the true picture after a quick zoom

    BoxId m_selectedBox;
    std::vector<BoxId> m_selectedBoxes;
    std::vector<BoxId> m_linkedBoxes;
    VariableLinks m_variableLinks;
    BoxId m_hoveredBox;
    std::shared_ptr<const Snapshot> m_foundIn;
    std::vector<NodeId> m_found;
    std::vector<FoundBox> m_foundBoxes;
    std::shared_ptr<const Snapshot> m_changedIn;
    std::vector<NodeId> m_changed;  // as long as they are marked
    std::vector<FoundBox> m_changedBoxes;
    QTimer* m_changedTimer;
    ColourBy m_colourBy = ColourBy::Kind;
    Highlight m_highlight;
    std::vector<OperationId> m_highlighted;  // of the graph that the picture is of
    Emphasis m_emphasis;
    std::string m_selectedName;  // of the last two nodes that were selected
    std::string m_formerName;
    std::string m_wantedName;   // to be gone to in the next picture
    std::string m_toggledName;  // the scope that was opened or closed last: it stays where it is

    bool m_isSpaceHeld = false;
    bool m_isPanning = false;
    bool m_wasDragged = false;
    QPointF m_pressedAt;
    QPointF m_lastAt;
};

}  // namespace namescape
