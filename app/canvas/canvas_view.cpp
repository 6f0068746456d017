// Which part of the picture the canvas shows, and how it gets there.
#include "appearance/appearance.h"
#include "canvas/canvas.h"
#include "live/selection.h"

#include <QTimer>
#include <QVariantAnimation>

#include <algorithm>
#include <cmath>
#include <utility>

namespace namescape {

namespace {

constexpr double largestFit = 1.25;
constexpr double largestFitForAudience = 2.5;
// Smaller texts can't be read: a picture too large for it starts from its top, as wide as the widget if that can be read.
constexpr double smallestFit = 0.62;
constexpr double largestPart = 0.9;
// That one zooms out to, where all of the picture is seen before.
constexpr double smallestScale = 0.02;
constexpr double margin = 24;

}  // namespace

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
    Q_EMIT viewMoved();
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

void Canvas::centerOn(QPointF point) {
    moveBy(QRectF(rect()).center() - m_view.toWidget(point));
}

void Canvas::zoomAt(QPointF fixed, double factor) {
    if (!m_scene) return;
    m_following = Following::Free;
    finishGlide();
    // Further out than all of it there is nothing to see.
    const double wanted = std::max(m_view.scale * factor, std::min({smallestScale, fitted().scale, m_view.scale}));
    setView(m_view.zoomed(wanted, fixed).keptNear(m_scene->bounds(), QSizeF(size())));
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

void Canvas::setForAudience(bool isOn) {
    m_isForAudience = isOn;
    update();
}

void Canvas::fit() {
    m_following = Following::Fit;
    if (!m_scene) return;
    glideViewTo(fitted());
}

// --- Going to a box

ViewTransform Canvas::viewShowing(BoxId id) const {
    const QRectF place = m_scene->rect(id);
    const bool isOpen = m_scene->diagram().box(id).isOpen;
    const QSizeF room(std::max(1.0, width() - 2 * margin), std::max(1.0, height() - 2 * margin));
    ViewTransform view = ViewTransform::fitting(place, room, largestFit);
    // A box alone would fill the widget: some of what is around it is to be seen too.
    if (!isOpen) view.scale = std::min(view.scale, std::clamp(m_view.scale, largestPart, largestFit));
    view.offset = QRectF(rect()).center() - place.center() * view.scale;
    return view;
}

void Canvas::zoomTo(BoxId box) {
    if (!m_scene || !box.isValid()) return;
    m_following = Following::Free;
    glideViewTo(viewShowing(box));
}

void Canvas::zoomToSelection() {
    if (!m_scene) return;
    std::vector<BoxId> boxes = m_selectedBoxes.empty() ? m_linkedBoxes : m_selectedBoxes;
    if (boxes.size() == 1) return zoomTo(boxes.front());
    QRectF all;
    for (const BoxId box : boxes) all = all.united(m_scene->rect(box));
    if (all.isEmpty()) return;
    m_following = Following::Free;
    ViewTransform view = ViewTransform::fitting(all, QSizeF(width() - 2 * margin, height() - 2 * margin), largestFit);
    view.offset = QRectF(rect()).center() - all.center() * view.scale;
    glideViewTo(view);
}

void Canvas::zoomToScope() {
    if (!m_scene) return;
    BoxId scope = currentScope();
    if (!scope.isValid()) return fit();
    zoomTo(scope);
}

// The frame around what is selected, or the innermost one that fills the view.
BoxId Canvas::currentScope() const {
    if (!m_scene) return {};
    const Diagram& diagram = m_scene->diagram();
    if (m_selectedBox.isValid()) return diagram.box(m_selectedBox).isOpen ? m_selectedBox : diagram.box(m_selectedBox).parent;
    BoxId box = m_scene->boxAt(m_view.toPicture(QRectF(rect()).center()));
    if (box.isValid() && !diagram.box(box).isOpen) box = diagram.box(box).parent;
    const QRectF seen = m_view.toPicture(QRectF(rect())).intersected(m_scene->bounds());
    while (box.isValid()) {
        const QRectF part = m_scene->rect(box).intersected(seen);
        if (part.width() * part.height() > seen.width() * seen.height() * 0.6) return box;
        box = diagram.box(box).parent;
    }
    return {};
}

BoxId Canvas::chosenScope() const {
    if (!m_scene) return {};
    const Diagram& diagram = m_scene->diagram();
    BoxId box = m_selectedBox.isValid() && diagram.box(m_selectedBox).canOpen ? m_selectedBox : currentScope();
    while (box.isValid() && diagram.box(box).memberCount > 0) box = diagram.box(box).parent;
    return box;
}

void Canvas::bring(const std::string& fullName, Arriving arriving) {
    m_wantedName = fullName;
    if (arriving == Arriving::Now) bringWanted();
}

void Canvas::bringWanted() {
    const std::string name = std::exchange(m_wantedName, {});
    if (name.empty() || !m_scene) return;
    const std::vector<BoxId> boxes = boxesOf({name}, true);
    if (!boxes.empty()) zoomTo(boxes.front());
}

void Canvas::glideViewTo(const ViewTransform& view) {
    finishGlide();
    if (!m_appearance.hasMotion() || !isVisible()) return setView(view);
    m_viewFrom = m_view;
    m_viewTo = view;
    if (m_viewFrom != m_viewTo) m_viewClock->start();
}

void Canvas::stepView(double share) {
    if (share >= 1) return setView(m_viewTo);
    // By equal factors, and the middle straight from one place to the other.
    const QPointF middle = QRectF(rect()).center();
    const QPointF from = m_viewFrom.toPicture(middle), to = m_viewTo.toPicture(middle);
    const double scale = m_viewFrom.scale * std::pow(m_viewTo.scale / m_viewFrom.scale, share);
    setView({scale, middle - (from + (to - from) * share) * scale});
    if (m_frame.isSlow()) m_sharpTimer->start();
}

ViewTransform Canvas::fitted() const {
    const QRectF picture = m_scene->bounds();
    return ViewTransform::fitting(picture, QSizeF(size()), m_isForAudience ? largestFitForAudience : largestFit);
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

void Canvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_frame.forget();
    if (!m_scene) return;
    Q_EMIT viewMoved();
    if (m_following == Following::Fit)
        setView(viewForPicture(nullptr, Arrival::Fresh));
    else
        setView(m_view.keptNear(m_scene->bounds(), QSizeF(size())));
}

}  // namespace namescape
