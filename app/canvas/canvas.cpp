#include "canvas/canvas.h"

#include "appearance/appearance.h"
#include "canvas/box_card.h"
#include "canvas/canvas_accessible.h"
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
constexpr int sharpDelay = 90;
// Above this many boxes every frame of a glide would take too long: the picture changes at once.
constexpr std::size_t maxGlidingBoxes = 400;
constexpr double largestFit = 1.25;
// Smaller texts can't be read: a picture too large for it starts from its top, as wide as the widget if that can be read.
constexpr double smallestFit = 0.62;
constexpr double largestPart = 0.9;
constexpr double margin = 24;

const Theme& themeOf(const Appearance& appearance) {
    return theme(appearance.isDark() ? ThemeName::Dark : ThemeName::Light);
}

// Whether two snapshots look the same.
bool looksEqual(const Snapshot& left, const Snapshot& right) {
    return left.drawing == right.drawing && left.diagram == right.diagram;
}

}  // namespace

Canvas::Canvas(Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_appearance(appearance), m_glideClock(new QVariantAnimation(this)), m_sharpTimer(new QTimer(this)) {
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
    m_sharpTimer->setSingleShot(true);
    m_sharpTimer->setInterval(sharpDelay);
    connect(m_glideClock, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(m_glideClock, &QVariantAnimation::finished, this, &Canvas::finishGlide);
    connect(m_sharpTimer, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&selection, &Selection::changed, this, &Canvas::readSelection);
    connect(&selection, &Selection::chosen, this, &Canvas::handleChosen);
    connect(&appearance, &Appearance::changed, this, [this] {
        m_frame.forget();
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
    readSelection();
    if (looksSame) return;
    m_frame.forget();
    const ViewTransform viewBefore = m_view;
    if (m_scene) setView(viewForPicture(before, arrival));
    m_toggledName.clear();
    if (m_scene && before && arrival != Arrival::Fresh) startGlide(before, viewBefore);
    update();
}

void Canvas::setDimmed(bool isDimmed) {
    if (isDimmed == m_isDimmed) return;
    m_isDimmed = isDimmed;
    update();
}

ViewTransform Canvas::fitted() const {
    const QRectF picture = m_scene->bounds();
    return ViewTransform::fitting(picture, QSizeF(size()), largestFit);
}

ViewTransform Canvas::viewForPicture(const std::shared_ptr<const Snapshot>& before, Arrival arrival) const {
    if (arrival == Arrival::Fresh || !before || m_following == Following::Fit) {
        ViewTransform view = fitted();
        if (view.scale >= smallestFit) return view;
        if (arrival != Arrival::ViewChanged || !before) {
            const QRectF picture = m_scene->bounds();
            view.scale = std::clamp((width() - 2 * margin) / picture.width(), smallestFit, largestPart);
            const double left = (width() - picture.width() * view.scale) / 2;
            const double top = (height() - picture.height() * view.scale) / 2;
            view.offset = QPointF(std::round(left), std::round(std::max(0.0, top)));
            return view;
        }
    }
    const BoxId anchor = anchorIn(*before);
    if (!anchor.isValid()) return m_view.keptNear(m_scene->bounds(), QSizeF(size()));
    const BoxId now = counterpart(*before, anchor, *m_scene->snapshot());
    const QRectF old = toQRectF(before->drawing.rect(anchor));
    const QRectF placed = m_scene->rect(now);
    const QPointF shift = QPointF(old.center().x(), old.top()) - QPointF(placed.center().x(), placed.top());
    ViewTransform view = m_view;
    view.offset += shift * view.scale;
    return view.keptNear(m_scene->bounds(), QSizeF(size()));
}

// What should seem to stay in place: the scope that was opened, what is selected, or what is in the middle.
BoxId Canvas::anchorIn(const Snapshot& before) const {
    const Snapshot& after = *m_scene->snapshot();
    BoxId nearest;
    double nearestDistance = 0;
    const QPointF middle = m_view.toPicture(QRectF(rect()).center());
    for (std::uint32_t index = 0; index < before.diagram.boxes.size(); ++index) {
        const Box& box = before.diagram.boxes[index];
        const BoxId now = counterpart(before, BoxId{index}, after);
        if (!now.isValid() || after.diagram.box(now).fullName != box.fullName) continue;
        if (box.fullName == m_toggledName || box.fullName == m_selection.current().name) return BoxId{index};
        const QPointF away = toQRectF(before.drawing.boxes[index]).center() - middle;
        const double distance = std::hypot(away.x(), away.y()) + (box.isOpen ? 1e6 : 0);
        if (nearest.isValid() && distance >= nearestDistance) continue;
        nearest = BoxId{index};
        nearestDistance = distance;
    }
    return nearest;
}

// --- The view

void Canvas::setView(const ViewTransform& view) {
    const double ratio = devicePixelRatioF();
    ViewTransform aligned = view;
    // On whole pixels, so that panning can move what is painted.
    aligned.offset = QPointF(std::round(view.offset.x() * ratio) / ratio, std::round(view.offset.y() * ratio) / ratio);
    if (aligned == m_view) return;
    const bool isOtherScale = aligned.scale != m_view.scale;
    m_view = aligned;
    if (isOtherScale) Q_EMIT scaleChanged(m_view.scale);
    update();
}

void Canvas::moveBy(QPointF distance) {
    if (!m_scene) return;
    m_following = Following::Free;
    finishGlide();
    ViewTransform view = m_view;
    view.offset += distance;
    setView(view.keptNear(m_scene->bounds(), QSizeF(size())));
}

void Canvas::zoomAt(QPointF fixed, double factor) {
    if (!m_scene) return;
    m_following = Following::Free;
    finishGlide();
    setView(m_view.zoomed(m_view.scale * factor, fixed).keptNear(m_scene->bounds(), QSizeF(size())));
}

void Canvas::zoomIn() {
    zoomAt(QRectF(rect()).center(), 1.25);
}

void Canvas::zoomOut() {
    zoomAt(QRectF(rect()).center(), 0.8);
}

void Canvas::showActualSize() {
    if (m_scene) zoomAt(m_selectedBox.isValid() ? widgetRect(m_selectedBox).center() : QRectF(rect()).center(), 1 / m_view.scale);
}

void Canvas::fit() {
    m_following = Following::Fit;
    if (!m_scene) return;
    finishGlide();
    setView(fitted());
}

void Canvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_frame.forget();
    if (!m_scene) return;
    if (m_following == Following::Fit)
        setView(viewForPicture(nullptr, Arrival::Fresh));
    else
        setView(m_view.keptNear(m_scene->bounds(), QSizeF(size())));
}

// --- Gliding

void Canvas::startGlide(std::shared_ptr<const Snapshot> before, const ViewTransform& from) {
    m_glideClock->stop();
    m_glide = {};
    if (!m_appearance.hasMotion() || !isVisible()) return;
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
    update();
    if (!m_scene) return;
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
    const auto paint = [this](QPainter& inner, const QRect& exposed) { paintPicture(inner, exposed); };
    if (!isQuick) m_frame.bring(size(), devicePixelRatioF(), m_view, paint);
    painter.fillRect(rect(), toQColor(themeOf(m_appearance).background));
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

void Canvas::paintPicture(QPainter& painter, const QRect& exposed) {
    const Detail detail{m_view.scale, true};
    painter.fillRect(exposed, toQColor(themeOf(m_appearance).background));
    painter.setTransform(m_view.transform(), true);
    PicturePainter picture(painter, m_text, themeOf(m_appearance), detail);
    m_scene->paint(picture, detail, m_view.toPicture(QRectF(exposed)));
}

void Canvas::paintGlide(QPainter& painter) {
    const double share = glideShare();
    const ViewTransform view = between(m_glideFrom, m_view, share);
    painter.fillRect(rect(), toQColor(themeOf(m_appearance).background));
    painter.setTransform(view.transform(), true);
    PicturePainter picture(painter, m_text, themeOf(m_appearance), {view.scale, true});
    m_scene->paintGliding(painter, picture, m_glide, share);
}

void Canvas::paintMark(QPainter& painter, BoxId id, const QColor& color, double width) {
    const Box& box = m_scene->diagram().box(id);
    const QRectF rect = m_scene->rect(id);
    painter.setPen(QPen(color, width / m_view.scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outlineOf(box, rect));
}

void Canvas::paintEdgeMarks(QPainter& painter) {
    const Theme& colors = themeOf(m_appearance);
    for (const EdgeId id : m_scene->edgesOf(m_selectedBox)) {
        const Edge& edge = m_scene->diagram().edge(id);
        const auto points = m_scene->snapshot()->drawing.pointsOf(m_scene->snapshot()->drawing.edge(id));
        QPen pen(toQColor(colors.selection), std::max(2.0, 1.6 / m_view.scale), Qt::SolidLine, Qt::FlatCap);
        if (edge.kind == EdgeKind::Control) pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(linePath(points));
        painter.fillPath(arrowPath(points), toQColor(colors.selection));
        for (const BoxId end : {edge.source, edge.target})
            if (!m_scene->isWithin(end, m_selectedBox)) paintMark(painter, end, toQColor(colors.selection), 1.5);
    }
}

void Canvas::paintMarks(QPainter& painter) {
    const Theme& colors = themeOf(m_appearance);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(m_view.transform(), true);
    painter.setOpacity(m_isDimmed ? 0.6 : 1);
    for (const BoxId box : m_linkedBoxes) paintMark(painter, box, toQColor(colors.highlight), 2.2);
    if (m_hoveredBox.isValid()) paintMark(painter, m_hoveredBox, toQColor(colors.selection).lighter(m_appearance.isDark() ? 100 : 140), 1.6);
    if (m_selectedBox.isValid()) paintEdgeMarks(painter);
    QColor halo = toQColor(colors.selection);
    halo.setAlphaF(0.25F);
    for (const BoxId box : m_selectedBoxes) {
        paintMark(painter, box, halo, 7);
        paintMark(painter, box, toQColor(colors.selection), 2.4);
    }
}

}  // namespace namescape
