#include "canvas/picture_painter.h"

#include <algorithm>

namespace namescape {

namespace {

QPointF toQPointF(Point point) {
    return {point.x, point.y};
}

double lidHeight(const QRectF& rect) {
    return std::min(7.0, rect.height() / 4);
}

QPainterPath roundedRect(const QRectF& rect, double radius) {
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

// A can, as stores of data have been drawn since there were drums.
QPainterPath can(const QRectF& rect) {
    const double lid = lidHeight(rect);
    QPainterPath path(QPointF(rect.left(), rect.top() + lid));
    path.arcTo(QRectF(rect.left(), rect.top(), rect.width(), 2 * lid), 180, -180);
    path.lineTo(rect.right(), rect.bottom() - lid);
    path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * lid, rect.width(), 2 * lid), 0, -180);
    path.closeSubpath();
    return path;
}

// Slanted, as input is in flow charts.
QPainterPath slanted(const QRectF& rect) {
    const double slant = std::min(8.0, rect.width() / 4);
    QPainterPath path(QPointF(rect.left() + slant, rect.top()));
    path.lineTo(rect.right(), rect.top());
    path.lineTo(rect.right() - slant, rect.bottom());
    path.lineTo(rect.left(), rect.bottom());
    path.closeSubpath();
    return path;
}

QPen penOf(Colour color, double width) {
    return {toQColor(color), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin};
}

}  // namespace

QPainterPath outlineOf(BoxKind kind, const QRectF& rect) {
    switch (kind) {
    case BoxKind::Variable:
    case BoxKind::SharedVariable: return can(rect);
    case BoxKind::Placeholder: return slanted(rect);
    case BoxKind::Constant: return roundedRect(rect, rect.height() / 2);
    case BoxKind::Scope:
    case BoxKind::Operation:
    case BoxKind::Control: return roundedRect(rect, kMeasures.boxRadius);
    }
    return roundedRect(rect, kMeasures.boxRadius);
}

QPainterPath linePath(std::span<const Point> points) {
    QPainterPath path;
    if (points.size() < 4) return path;
    const ArrowHead head = arrowHead(points);
    const QPointF tip = toQPointF(head.tip);
    const QPointF base = (toQPointF(head.left) + toQPointF(head.right)) / 2;
    path.moveTo(toQPointF(points[0]));
    for (std::size_t at = 1; at + 2 < points.size(); at += 3) {
        const bool isLast = at + 3 >= points.size();
        const QPointF shift = isLast ? base - tip : QPointF();
        path.cubicTo(toQPointF(points[at]), toQPointF(points[at + 1]) + shift, toQPointF(points[at + 2]) + shift);
    }
    return path;
}

QPainterPath arrowPath(std::span<const Point> points) {
    const ArrowHead head = arrowHead(points);
    QPainterPath path(toQPointF(head.tip));
    path.lineTo(toQPointF(head.left));
    path.lineTo(toQPointF(head.right));
    path.closeSubpath();
    return path;
}

PicturePainter::PicturePainter(QPainter& painter, PictureText& text, const Theme& theme, Detail detail)
    : m_painter(painter), m_text(text), m_theme(theme), m_detail(detail) {
    painter.setRenderHint(QPainter::Antialiasing, detail.isSmooth);
    painter.setRenderHint(QPainter::TextAntialiasing);
}

void PicturePainter::paintBackground(const QRectF& area) {
    m_painter.fillRect(area, toQColor(m_theme.background));
}

void PicturePainter::paintFrame(const Box& box, const QRectF& rect) {
    const FrameColours& colors = m_theme.frame(box);
    m_painter.setPen(penOf(colors.border, 1));
    m_painter.setBrush(toQColor(colors.fill));
    m_painter.drawRoundedRect(rect, kMeasures.frameRadius, kMeasures.frameRadius);
    if (!m_detail.hasText(kMeasures.title.size)) return;
    const double middle = rect.top() + kMeasures.titleHeight / 2;
    m_painter.setPen(toQColor(colors.title));
    m_text.drawFromLeft(m_painter, {rect.left() + kMeasures.boxPadding, middle}, box.label, kMeasures.title);
}

void PicturePainter::paintLeaf(const Box& box, const QRectF& rect) {
    const BoxColours& colors = m_theme.colours(box.kind);
    QPen pen = penOf(colors.border, 1.2);
    if (box.kind == BoxKind::Control) pen.setDashPattern({3, 2.5});
    m_painter.setPen(pen);
    m_painter.setBrush(toQColor(colors.fill));
    if (rect.height() * m_detail.scale < 4) {
        m_painter.drawRect(rect);
        return;
    }
    m_painter.drawPath(outlineOf(box.kind, rect));
    if (box.kind == BoxKind::Variable || box.kind == BoxKind::SharedVariable) paintVariableLid(colors, rect);
    if (box.canOpen && box.kind == BoxKind::Scope) paintOpenSign(colors, rect);
    paintLeafText(box, rect);
    if (box.kind == BoxKind::SharedVariable) paintSharing(box, rect);
}

void PicturePainter::paintLeafText(const Box& box, const QRectF& rect) {
    if (!m_detail.hasText(kMeasures.sublabel.size)) return;
    const BoxColours& colors = m_theme.colours(box.kind);
    const bool isCan = box.kind == BoxKind::Variable || box.kind == BoxKind::SharedVariable;
    const QPointF middle = rect.center() + QPointF(0, isCan ? lidHeight(rect) / 2 : 0);
    const double apart = box.sublabel.empty() ? 0 : 7.5;
    m_painter.setPen(toQColor(colors.text));
    m_text.drawCentred(m_painter, middle - QPointF(0, apart), box.label, kMeasures.label);
    if (box.sublabel.empty()) return;
    m_painter.setPen(toQColor(colors.subtext));
    m_text.drawCentred(m_painter, middle + QPointF(0, apart), box.sublabel, kMeasures.sublabel);
}

void PicturePainter::paintVariableLid(const BoxColours& colors, const QRectF& rect) {
    const double lid = lidHeight(rect);
    m_painter.setPen(penOf(colors.border, 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawArc(QRectF(rect.left(), rect.top(), rect.width(), 2 * lid), 180 * 16, 180 * 16);
}

void PicturePainter::paintOpenSign(const BoxColours& colors, const QRectF& rect) {
    // A second edge below: there is more inside.
    const QRectF below = rect.adjusted(5, 0, -5, 3);
    m_painter.setPen(penOf(colors.border, 1));
    m_painter.drawLine(below.bottomLeft() + QPointF(2, 0), below.bottomRight() - QPointF(2, 0));
}

void PicturePainter::paintSharing(const Box& box, const QRectF& rect) {
    if (!m_detail.hasText(kMeasures.edgeLabel.size)) return;
    const std::string words = "×" + std::to_string(box.requestCount);
    const double width = textWidth(words, kMeasures.edgeLabel) + 10;
    const QRectF badge(rect.right() - width + 6, rect.top() - 6, width, 15);
    const BoxColours& colors = m_theme.sharedVariable;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(toQColor(colors.border));
    m_painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
    m_painter.setPen(toQColor(m_theme.background));
    m_text.drawCentred(m_painter, badge.center(), words, kMeasures.edgeLabel);
}

void PicturePainter::paintEdge(const Edge& edge, std::span<const Point> points) {
    const bool isControl = edge.kind == EdgeKind::Control;
    const Colour color = isControl ? m_theme.controlEdge : m_theme.dataEdge;
    // Far out a thin line would vanish.
    QPen pen = penOf(color, std::max(kMeasures.edgeWidth, 0.6 / m_detail.scale));
    if (isControl) pen.setDashPattern({4, 3});
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(linePath(points));
    if (kMeasures.arrowLength * m_detail.scale < 2) return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(toQColor(color));
    m_painter.drawPath(arrowPath(points));
}

void PicturePainter::paintEdgeLabel(const Edge& edge, Point centre) {
    if (edge.label.empty() || !m_detail.hasText(kMeasures.edgeLabel.size)) return;
    m_painter.setPen(toQColor(m_theme.edgeLabel));
    m_text.drawCentred(m_painter, toQPointF(centre), edge.label, kMeasures.edgeLabel);
}

void PicturePainter::paintAll(const Diagram& diagram, const Drawing& drawing) {
    const auto rectOf = [&](std::size_t index) {
        const Rect& rect = drawing.boxes[index];
        return QRectF(rect.x, rect.y, rect.width, rect.height);
    };
    paintBackground({drawing.bounds.x, drawing.bounds.y, drawing.bounds.width, drawing.bounds.height});
    for (std::size_t index = 0; index < diagram.boxes.size(); ++index)
        if (diagram.boxes[index].isOpen) paintFrame(diagram.boxes[index], rectOf(index));
    for (std::size_t index = 0; index < diagram.edges.size(); ++index) paintEdge(diagram.edges[index], drawing.pointsOf(drawing.edges[index]));
    for (std::size_t index = 0; index < diagram.boxes.size(); ++index)
        if (!diagram.boxes[index].isOpen) paintLeaf(diagram.boxes[index], rectOf(index));
    for (std::size_t index = 0; index < diagram.edges.size(); ++index) paintEdgeLabel(diagram.edges[index], drawing.edges[index].labelCentre);
}

}  // namespace namescape
