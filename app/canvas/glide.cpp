#include "canvas/glide.h"

#include <optional>
#include <utility>

namespace namescape {

namespace {

// The box of `to` that the named node is seen in, its own or one around it.
BoxId boxOfName(std::string_view fullName, const Snapshot& to, bool wantsFrame) {
    const std::optional<NodeId> node = to.scopes->find(fullName);
    if (!node) return to.diagram.seriesNamed(fullName);
    if (wantsFrame && to.diagram.frameOf(*node).isValid()) return to.diagram.frameOf(*node);
    return to.diagram.visibleBox(*node);
}

}  // namespace

BoxId counterpart(const Snapshot& from, BoxId box, const Snapshot& to) {
    const Box& old = from.diagram.box(box);
    return boxOfName(old.fullName, to, old.isOpen);
}

Glide::Glide(std::shared_ptr<const Snapshot> from, std::shared_ptr<const Snapshot> to) : m_to(std::move(to)) {
    const std::vector<Box>& boxes = m_to->diagram.boxes;
    m_starts.reserve(boxes.size());
    m_isNew.reserve(boxes.size());
    for (std::uint32_t index = 0; index < boxes.size(); ++index) {
        const QRectF end = toQRectF(m_to->drawing.boxes[index]);
        const BoxId before = counterpart(*m_to, BoxId{index}, *from);
        const bool isNew = !before.isValid() || from->diagram.box(before).fullName != boxes[index].fullName;
        QRectF start = before.isValid() ? toQRectF(from->drawing.rect(before)) : end;
        if (before.isValid() && isNew) start = QRectF(start.center() - QPointF(end.width(), end.height()) / 2, end.size());
        m_starts.push_back(start);
        m_isNew.push_back(isNew);
        m_moves = m_moves || isNew || start != end;
    }
}

QRectF Glide::rect(BoxId box, double share) const {
    const QRectF& start = m_starts[box.value];
    const QRectF end = toQRectF(m_to->drawing.rect(box));
    return {start.topLeft() + (end.topLeft() - start.topLeft()) * share, start.size() + (end.size() - start.size()) * share};
}

}  // namespace namescape
