// Many boxes with the same neighbours, set up as a grid: their edges run together to its border and on as one.
#pragma once

#include "layout/flow.h"

#include <cstddef>
#include <vector>

namespace namescape {

// Within its own rectangle. Edges come in at the middle of its beginning and go out at the middle of its end; between, they run in lanes
// beside the columns.
class Bundle {
public:
    enum class Edges { In, Out, Both };

    // `attachments`, by member: where edges enter and leave it, from its middle across.
    Bundle(std::vector<FlowSize> members, std::vector<double> attachments, Edges edges, double aspect);

    FlowSize size() const { return m_size; }
    FlowPoint corner(std::size_t member) const;
    // From the bundle's beginning to a member's, and from a member's end to the bundle's.
    std::vector<Waypoint> wayIn(std::size_t member) const;
    std::vector<Waypoint> wayOut(std::size_t member) const;

private:
    FlowSize sizeWith(std::size_t columns) const;
    double middleOfColumn(std::size_t member) const;
    double rowBegin(std::size_t row) const;

    std::vector<FlowSize> m_members;
    std::vector<double> m_attachments;
    bool m_hasIn;
    bool m_hasOut;
    FlowSize m_cell;  // the largest member
    std::size_t m_columns = 1;
    FlowSize m_size;
};

}  // namespace namescape
