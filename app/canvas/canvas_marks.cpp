// What the canvas marks upon the picture: what is selected, linked, hovered and found.
#include "appearance/appearance.h"
#include "canvas/canvas.h"
#include "canvas/canvas_theme.h"
#include "live/selection.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace namescape {

void Canvas::setFound(std::shared_ptr<const Snapshot> snapshot, std::vector<NodeId> nodes) {
    m_foundIn = std::move(snapshot);
    m_found = std::move(nodes);
    findFoundBoxes();
    update();
}

void Canvas::markChanged(const std::shared_ptr<const Snapshot>& snapshot, const std::vector<NodeId>& nodes) {
    m_changedIn = snapshot;
    m_changed = nodes;
    m_changedTimer->start();
    findFoundBoxes();
    update();
}

std::vector<FoundBox> Canvas::boxesShowing(const std::shared_ptr<const Snapshot>& snapshot, const std::vector<NodeId>& nodes) const {
    std::vector<FoundBox> found;
    if (!m_scene || !snapshot || snapshot->scopes != m_scene->snapshot()->scopes) return found;
    const Diagram& diagram = m_scene->diagram();
    std::vector<std::uint32_t> counts(diagram.boxes.size());
    for (const NodeId node : nodes)
        if (const BoxId box = diagram.visibleBox(node); box.isValid()) ++counts[box.value];
    for (std::uint32_t index = 0; index < counts.size(); ++index)
        if (counts[index] > 0) found.push_back({BoxId{index}, counts[index]});
    return found;
}

void Canvas::findFoundBoxes() {
    m_foundBoxes = boxesShowing(m_foundIn, m_found);
    m_changedBoxes = boxesShowing(m_changedIn, m_changed);
}

// --- What stands out

void Canvas::rememberSelected() {
    const Selected& selected = m_selection.current();
    const std::string name = selected.kind == SelectionKind::Node ? selected.name : selected.operations.size() == 1 ? selected.operations.front() : std::string();
    if (name == m_selectedName) return;
    if (!m_selectedName.empty()) m_formerName = m_selectedName;
    m_selectedName = name;
    // What is around the selection goes with it; a path stays.
    if (name.empty() || m_highlight.kind == HighlightKind::None || m_highlight.kind == HighlightKind::Path) return;
    highlight({m_highlight.kind, name, {}});
}

void Canvas::highlight(Highlight highlight) {
    if (highlight == m_highlight) return;
    m_highlight = std::move(highlight);
    readHighlight();
}

void Canvas::highlightSelection(HighlightKind kind) {
    if (kind == HighlightKind::None) return highlight({});
    if (m_selectedName.empty() || (kind == HighlightKind::Path && m_formerName.empty())) return;
    highlight({kind, m_selectedName, kind == HighlightKind::Path ? m_formerName : std::string()});
}

void Canvas::readHighlight() {
    m_highlighted = m_scene ? highlighted(*m_scene->snapshot(), m_highlight) : std::vector<OperationId>();
    liftHighlight();
    Q_EMIT highlightChanged();
}

void Canvas::liftHighlight() {
    m_emphasis = m_scene ? emphasisOf(*m_scene->snapshot(), m_highlighted) : Emphasis();
    m_frame.outdate();
    update();
}

// --- Colours

void Canvas::colourScene() {
    if (!m_scene) return;
    const Snapshot& snapshot = *m_scene->snapshot();
    m_scene->setColouring(makeColouring(snapshot.diagram, snapshot.graph(), *snapshot.scopes, m_colourBy));
}

void Canvas::setColourBy(ColourBy by) {
    if (by == m_colourBy) return;
    m_colourBy = by;
    colourScene();
    m_frame.outdate();
    update();
    Q_EMIT pictureShown();
}

// --- Painting

void Canvas::paintMark(QPainter& painter, BoxId id, const QColor& color, double width) {
    const Box& box = m_scene->diagram().box(id);
    const QRectF rect = m_scene->rect(id);
    const double half = width / m_view.scale / 2;
    // Between two outlines: a pen that follows the rounded corners takes longer.
    QPainterPath ring = outlineOf(box, rect.adjusted(-half, -half, half, half));
    if (std::min(rect.width(), rect.height()) > 2 * half) ring.addPath(outlineOf(box, rect.adjusted(half, half, -half, -half)));
    painter.fillPath(ring, color);
}

void Canvas::paintEdgeMark(QPainter& painter, EdgeId id, const QColor& color) {
    const auto points = m_scene->snapshot()->drawing.pointsOf(m_scene->snapshot()->drawing.edge(id));
    QPen pen(color, std::max(2.0, 1.6 / m_view.scale), Qt::SolidLine, Qt::FlatCap);
    if (m_scene->diagram().edge(id).kind == EdgeKind::Control) pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(linePath(points));
    painter.fillPath(arrowPath(points), color);
}

void Canvas::paintEdgeMarks(QPainter& painter) {
    const QColor color = toQColor(themeOf(m_appearance).selection);
    for (const EdgeId id : m_scene->edgesOf(m_selectedBox)) {
        const Edge& edge = m_scene->diagram().edge(id);
        paintEdgeMark(painter, id, color);
        for (const BoxId end : {edge.source, edge.target})
            if (!m_scene->isWithin(end, m_selectedBox)) paintMark(painter, end, color, 1.5);
    }
}

// Lines lie over the picture: where the variable stands beside the flow, there is no way for them in it.
void Canvas::paintVariableLinks(QPainter& painter) {
    const QColor color = toQColor(themeOf(m_appearance).highlight);
    for (const EdgeId id : m_variableLinks.edges) paintEdgeMark(painter, id, color);
    QPen pen(color, 1.6 / m_view.scale, Qt::DashLine, Qt::RoundCap);
    for (const auto& [variable, user] : m_variableLinks.lines) {
        const QPointF from = m_scene->rect(variable).center(), to = m_scene->rect(user).center();
        const QPointF bend(0, (to.y() - from.y()) / 2);
        QPainterPath line(from);
        line.cubicTo(from + bend, to - bend, to);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(line);
    }
    QColor halo = color;
    halo.setAlphaF(0.25F);
    for (const BoxId user : m_variableLinks.users) {
        paintMark(painter, user, halo, 7);
        paintMark(painter, user, color, 2.4);
    }
}

void Canvas::paintMarks(QPainter& painter) {
    const Theme& colors = themeOf(m_appearance);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(m_view.transform(), true);
    painter.setOpacity(m_isDimmed ? 0.6 : 1);
    for (const FoundBox& changed : m_changedBoxes) paintMark(painter, changed.box, toQColor(colors.placeholder.border), 3);
    paintFound(painter);
    for (const BoxId box : m_linkedBoxes) paintMark(painter, box, toQColor(colors.highlight), 2.2);
    if (m_hoveredBox.isValid()) paintMark(painter, m_hoveredBox, toQColor(colors.selection).lighter(m_appearance.isDark() ? 100 : 140), 1.6);
    if (m_selectedBox.isValid()) paintEdgeMarks(painter);
    if (!m_variableLinks.isEmpty()) paintVariableLinks(painter);
    QColor halo = toQColor(colors.selection);
    halo.setAlphaF(0.25F);
    for (const BoxId box : m_selectedBoxes) {
        paintMark(painter, box, halo, m_isForAudience ? 16 : 7);
        paintMark(painter, box, toQColor(colors.selection), m_isForAudience ? 4.5 : 2.4);
    }
}

void Canvas::paintFound(QPainter& painter) {
    const Theme& colors = themeOf(m_appearance);
    const QRectF seen = m_view.toPicture(QRectF(rect()));
    QFont font;
    font.setPixelSize(11);
    font.setBold(true);
    const QFontMetricsF metrics(font);
    for (const FoundBox& found : m_foundBoxes) {
        const QRectF place = m_scene->rect(found.box);
        if (!seen.intersects(place)) continue;
        paintMark(painter, found.box, toQColor(colors.highlight), 2.2);
        // How much is hidden in a closed scope.
        if (found.count < 2 || m_scene->diagram().box(found.box).isOpen || place.height() * m_view.scale < 14) continue;
        const QString words = QLocale().toString(found.count);
        const double width = std::max(16.0, metrics.horizontalAdvance(words) + 10);
        painter.save();
        painter.resetTransform();
        const QPointF corner = m_view.toWidget(place.topRight());
        const QRectF pill(corner.x() - width / 2, corner.y() - 8, width, 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(toQColor(colors.highlight));
        painter.drawRoundedRect(pill, 8, 8);
        painter.setFont(font);
        painter.setPen(toQColor(colors.background));
        painter.drawText(pill, Qt::AlignCenter, words);
        painter.restore();
    }
}

}  // namespace namescape
