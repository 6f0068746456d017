// From one picture to the next: where each box comes from, so that what stays is seen to stay.
#pragma once

#include "canvas/view_transform.h"
#include "pipeline/snapshot.h"

#include <QRectF>

#include <memory>
#include <vector>

namespace namescape {

// Matches boxes by full name. What was hidden in a closed scope comes out of it; what gets hidden is gone at once. Holds both snapshots.
class Glide {
public:
    Glide() = default;
    Glide(std::shared_ptr<const Snapshot> from, std::shared_ptr<const Snapshot> to);

    bool isEmpty() const { return m_starts.empty(); }
    // Whether anything moves or appears at all.
    bool moves() const { return m_moves; }
    // A box of the new picture, on the way: `share` 0 is the old picture, 1 the new.
    QRectF rect(BoxId box, double share) const;
    double opacity(BoxId box, double share) const { return m_isNew[box.value] ? share : 1; }

private:
    std::shared_ptr<const Snapshot> m_to;
    std::vector<QRectF> m_starts;  // by the new BoxId
    std::vector<bool> m_isNew;
    bool m_moves = false;
};

// The box of the other snapshot that shows what `box` of `from` shows; invalid where there is none.
BoxId counterpart(const Snapshot& from, BoxId box, const Snapshot& to);

}  // namespace namescape
