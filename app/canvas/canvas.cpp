#include "canvas/canvas.h"

#include "appearance/appearance.h"
#include "canvas/box_card.h"
#include "canvas/canvas_accessible.h"
#include "canvas/canvas_theme.h"
#include "live/selection.h"

#include <QAccessible>
#include <QApplication>
#include <QPaintEvent>
#include <QTimer>
#include <QToolTip>
#include <QVariantAnimation>

#include <algorithm>
#include <cmath>
#include <utility>

namespace namescape {

namespace {

constexpr int glideMilliseconds = 180;
constexpr int viewMilliseconds = 260;
constexpr int sharpDelay = 90;
// Long enough to be seen, and gone before it is in the way.
constexpr int changedDelay = 2'500;
// Boxes and edges that are painted in some milliseconds.
constexpr std::size_t itemsPerBand = 1'500;
// Above this many boxes every frame of a glide would take too long: the picture changes at once.
constexpr std::size_t maxGlidingBoxes = 400;
constexpr double margin = 24;

// Whether two snapshots look the same.
bool looksEqual(const Snapshot& left, const Snapshot& right) {
    return left.drawing == right.drawing && left.diagram == right.diagram;
}

}  // namespace

Canvas::Canvas(Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_appearance(appearance), m_glideClock(new QVariantAnimation(this)),
      m_viewClock(new QVariantAnimation(this)), m_sharpTimer(new QTimer(this)), m_changedTimer(new QTimer(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    // Before the name: setting that asks for what stands for the canvas.
    QAccessible::installFactory(makeCanvasAccessible);
    setAccessibleName(tr("Picture of the graph"));
    m_glideClock->setStartValue(0.0);
    m_glideClock->setEndValue(1.0);
    m_glideClock->setDuration(glideMilliseconds);
    m_glideClock->setEasingCurve(QEasingCurve::OutCubic);
    m_viewClock->setStartValue(0.0);
    m_viewClock->setEndValue(1.0);
    m_viewClock->setDuration(viewMilliseconds);
    m_viewClock->setEasingCurve(QEasingCurve::InOutCubic);
    connect(m_viewClock, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) { stepView(share.toDouble()); });
    m_changedTimer->setSingleShot(true);
    m_changedTimer->setInterval(changedDelay);
    connect(m_changedTimer, &QTimer::timeout, this, [this] {
        m_changed.clear();
        m_changedBoxes.clear();
        update();
    });
    m_sharpTimer->setSingleShot(true);
    m_sharpTimer->setInterval(sharpDelay);
    connect(m_glideClock, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(m_glideClock, &QVariantAnimation::finished, this, &Canvas::finishGlide);
    connect(m_sharpTimer, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&selection, &Selection::changed, this, &Canvas::readSelection);
    connect(&selection, &Selection::chosen, this, &Canvas::handleChosen);
    connect(&appearance, &Appearance::changed, this, [this] {
        m_frame.outdate();
        update();
    });
}

Canvas::~Canvas() = default;

// --- The picture

void Canvas::showPicture(std::shared_ptr<const Snapshot> snapshot, Arrival arrival) {
    const std::shared_ptr<const Snapshot> before = m_scene ? m_scene->snapshot() : nullptr;
    const bool looksSame = before && snapshot && arrival != Arrival::Fresh && looksEqual(*before, *snapshot);
    m_scene = snapshot && !snapshot->diagram.boxes.empty() ? std::make_unique<CanvasScene>(std::move(snapshot)) : nullptr;
    m_hoveredBox = {};
    colourScene();
    readSelection();
    findFoundBoxes();
    const bool isSameGraph = before && m_scene && before->scopes == m_scene->snapshot()->scopes;
    isSameGraph ? liftHighlight() : readHighlight();
    if (looksSame) {
        Q_EMIT pictureShown();
        return bringWanted();
    }
    m_frame.forget();
    const ViewTransform viewBefore = m_view;
    m_viewClock->stop();
    if (m_scene) setView(viewForPicture(before, arrival));
    bringWanted();
    m_toggledName.clear();
    if (m_scene && before && arrival != Arrival::Fresh) startGlide(before, viewBefore);
    update();
    Q_EMIT pictureShown();
}

void Canvas::setDimmed(bool isDimmed) {
    if (isDimmed == m_isDimmed) return;
    m_isDimmed = isDimmed;
    update();
}

// --- Gliding

void Canvas::startGlide(std::shared_ptr<const Snapshot> before, const ViewTransform& from) {
    m_glideClock->stop();
    m_glide = {};
    if (!m_appearance.hasMotion() || !isVisible() || !m_emphasis.isEmpty()) return;
    if (std::max(before->diagram.boxes.size(), m_scene->diagram().boxes.size()) > maxGlidingBoxes) return;
    m_glide = Glide(std::move(before), m_scene->snapshot());
    m_glideFrom = from;
    if (m_glide.moves() || from != m_view)
        m_glideClock->start();
    else
        m_glide = {};
}

void Canvas::finishGlide() {
    m_glideClock->stop();
    m_viewClock->stop();
    m_glide = {};
    update();
}

bool Canvas::isGliding() const {
    return m_glideClock->state() == QAbstractAnimation::Running && !m_glide.isEmpty();
}

double Canvas::glideShare() const {
    return isGliding() ? m_glideClock->currentValue().toDouble() : 1;
}

// --- What is selected

std::vector<BoxId> Canvas::boxesOf(const std::vector<std::string>& names, bool wantsFrames) const {
    const Snapshot& snapshot = *m_scene->snapshot();
    std::vector<BoxId> boxes;
    for (const std::string& name : names) {
        const auto node = snapshot.scopes->find(name);
        if (!node) {
            if (const BoxId series = snapshot.diagram.seriesNamed(name); series.isValid()) boxes.push_back(series);
            continue;
        }
        const BoxId frame = snapshot.diagram.frameOf(*node);
        const BoxId box = wantsFrames && frame.isValid() ? frame : snapshot.diagram.visibleBox(*node);
        if (box.isValid()) boxes.push_back(box);
    }
    std::sort(boxes.begin(), boxes.end());
    boxes.erase(std::unique(boxes.begin(), boxes.end()), boxes.end());
    return boxes;
}

void Canvas::readSelection() {
    const Selected& selected = m_selection.current();
    m_selectedBoxes.clear();
    m_linkedBoxes.clear();
    m_selectedBox = {};
    m_variableLinks = {};
    update();
    rememberSelected();
    if (!m_scene) return;
    if (const OperationId variable = selectedVariable(*m_scene->snapshot(), selected); variable.isValid()) m_variableLinks = linksOf(*m_scene->snapshot(), variable);
    std::vector<BoxId> boxes = boxesOf(selected.scopes, true);
    for (const BoxId box : boxesOf(selected.operations, false))
        if (std::find(boxes.begin(), boxes.end(), box) == boxes.end()) boxes.push_back(box);
    if (!m_selection.isOutsideText()) {
        m_linkedBoxes = std::move(boxes);
        return;
    }
    m_selectedBoxes = std::move(boxes);
    if (!m_selectedBoxes.empty()) m_selectedBox = m_selectedBoxes.front();
    setAccessibleDescription(m_selectedBox.isValid() ? spokenNameOf(*m_scene->snapshot(), m_selectedBox) : QString());
    if (m_selectedBox.isValid()) tellSelected();
}

// To screen readers.
void Canvas::tellSelected() {
    if (!QAccessible::isActive() || !hasFocus()) return;
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(this);
    QAccessibleInterface* box = canvas ? accessibleBox(*canvas, m_selectedBox) : nullptr;
    if (!box) return;
    QAccessibleEvent event(box, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void Canvas::handleChosen() {
    if (!m_scene) return;
    if (m_selectedBox.isValid())
        reveal(m_selectedBox);
    else if (!m_linkedBoxes.empty())
        reveal(m_linkedBoxes.back());
}

void Canvas::reveal(BoxId box) {
    const QRectF place = widgetRect(box);
    const QRectF room = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    // Of what is larger than the widget, the title.
    const QRectF wanted(place.topLeft(), QSizeF(std::min(place.width(), room.width()), std::min(place.height(), room.height())));
    if (room.contains(wanted) || room.isEmpty()) return;
    const double dx = std::max(0.0, room.left() - wanted.left()) + std::min(0.0, room.right() - wanted.right());
    const double dy = std::max(0.0, room.top() - wanted.top()) + std::min(0.0, room.bottom() - wanted.bottom());
    // A frame of which a part is seen needs no move.
    if (m_scene->diagram().box(box).isOpen && room.intersects(place)) return;
    const Following following = m_following;
    moveBy({dx, dy});
    m_following = following;
}

void Canvas::setHovered(BoxId box) {
    if (box == m_hoveredBox) return;
    m_hoveredBox = box;
    update();
}

void Canvas::select(BoxId box) {
    if (m_scene && box.isValid()) m_selection.selectNode(m_scene->diagram().box(box).fullName);
}

void Canvas::toggle(BoxId id) {
    if (!m_scene || !id.isValid()) return;
    const Box& box = m_scene->diagram().box(id);
    m_toggledName = std::string(box.fullName);
    if (box.isOpen)
        Q_EMIT closeRequested(m_toggledName);
    else if (box.canOpen)
        Q_EMIT openRequested(m_toggledName);
}

// --- Painting

void Canvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!m_scene) return painter.fillRect(rect(), toQColor(themeOf(m_appearance).background));
    if (isGliding()) return paintGlide(painter);
    const bool isQuick = m_frame.isValid() && m_sharpTimer->isActive();
    const auto paint = [this](QPainter& inner, const ViewTransform& view, const QRect& exposed) { paintPicture(inner, view, exposed); };
    const auto bandCount = [this] { return 1 + static_cast<int>(m_scene->countIn(m_view.toPicture(QRectF(rect()))) / itemsPerBand); };
    m_isSharp = !isQuick && m_frame.bring(size(), devicePixelRatioF(), m_view, paint, bandCount);
    if (!isQuick && !m_isSharp) QTimer::singleShot(0, this, qOverload<>(&QWidget::update));
    // A sharp frame covers all, but for a part of a pixel at broken scales.
    const bool coversAll = m_isSharp && !m_isDimmed && devicePixelRatioF() == std::round(devicePixelRatioF());
    if (!coversAll) painter.fillRect(rect(), toQColor(themeOf(m_appearance).background));
    painter.setOpacity(m_isDimmed ? 0.4 : 1);
    m_frame.draw(painter, m_view);
    painter.setOpacity(1);
    paintMarks(painter);
    if (hasFocus()) paintFocus(painter);
}

void Canvas::paintFocus(QPainter& painter) {
    painter.resetTransform();
    painter.setOpacity(1);
    painter.setPen(QPen(m_appearance.colors().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

void Canvas::paintPicture(QPainter& painter, const ViewTransform& view, const QRect& exposed) {
    const Detail detail{view.scale, true};
    const QRectF part = view.toPicture(QRectF(exposed));
    painter.fillRect(exposed, toQColor(themeOf(m_appearance).background));
    painter.setTransform(view.transform(), true);
    PicturePainter picture(painter, m_text, themeOf(m_appearance), detail);
    m_scene->paint(picture, detail, part, &m_smallBoxes);
    if (m_emphasis.isEmpty()) return;
    QColor veil = toQColor(themeOf(m_appearance).background);
    veil.setAlphaF(0.76F);
    painter.fillRect(part, veil);
    m_scene->paintEmphasized(picture, detail, part, m_emphasis);
}

void Canvas::paintGlide(QPainter& painter) {
    const double share = glideShare();
    const ViewTransform view = between(m_glideFrom, m_view, share);
    painter.fillRect(rect(), toQColor(themeOf(m_appearance).background));
    painter.setTransform(view.transform(), true);
    PicturePainter picture(painter, m_text, themeOf(m_appearance), {view.scale, true});
    m_scene->paintGliding(painter, picture, m_glide, share);
}

}  // namespace namescape
