#include "layout/bundle.h"

#include "layout/packing.h"

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

constexpr double kRowGap = 26;
constexpr double kColumnGap = 26;     // a lane runs in its middle, or two in its thirds
constexpr double kEndGap = 28;        // before the first row and behind the last: where lanes come together
constexpr double kEndGapPerAcross = 0.06;

}  // namespace

Bundle::Bundle(std::vector<FlowSize> members, std::vector<double> attachments, Edges edges, double aspect)
    : m_members(std::move(members)), m_attachments(std::move(attachments)), m_hasIn(edges != Edges::Out), m_hasOut(edges != Edges::In) {
    for (const FlowSize& member : m_members) {
        m_cell.across = std::max(m_cell.across, member.across);
        m_cell.along = std::max(m_cell.along, member.along);
    }
    for (std::size_t columns = 1; columns <= m_members.size(); ++columns) {
        if (fitCost(sizeWith(columns), aspect) < fitCost(sizeWith(m_columns), aspect)) m_columns = columns;
    }
    m_size = sizeWith(m_columns);
}

FlowSize Bundle::sizeWith(std::size_t columns) const {
    const auto rows = static_cast<double>((m_members.size() + columns - 1) / columns);
    const double across = static_cast<double>(columns) * (m_cell.across + kColumnGap);
    const double end = std::round(kEndGap + kEndGapPerAcross * across / 2);
    return {across, rows * (m_cell.along + kRowGap) - kRowGap + (m_hasIn ? end : 0) + (m_hasOut ? end : 0)};
}

double Bundle::middleOfColumn(std::size_t member) const {
    return (static_cast<double>(member % m_columns) + 0.5) * (m_cell.across + kColumnGap);
}

double Bundle::rowBegin(std::size_t row) const {
    const double end = std::round(kEndGap + kEndGapPerAcross * m_size.across / 2);
    return (m_hasIn ? end : 0) + static_cast<double>(row) * (m_cell.along + kRowGap);
}

FlowPoint Bundle::corner(std::size_t member) const {
    const FlowSize size = m_members[member];
    return {middleOfColumn(member) - size.across / 2, rowBegin(member / m_columns) + std::round((m_cell.along - size.along) / 2)};
}

std::vector<Waypoint> Bundle::wayIn(std::size_t member) const {
    const std::size_t row = member / m_columns;
    const double middle = middleOfColumn(member);
    const double lane = middle - m_cell.across / 2 - (m_hasOut ? kColumnGap / 3 : kColumnGap / 2);
    std::vector<Waypoint> way{{{m_size.across / 2, 0}}};
    if (row > 0) {
        way.push_back({{lane, rowBegin(0)}});
        way.push_back({{lane, rowBegin(row) - kRowGap}});
    }
    const double end = middle + m_attachments[member];
    way.push_back({{end, rowBegin(row)}});
    way.push_back({{end, corner(member).along}});
    return way;
}

std::vector<Waypoint> Bundle::wayOut(std::size_t member) const {
    const std::size_t row = member / m_columns, lastRow = (m_members.size() - 1) / m_columns;
    const double middle = middleOfColumn(member);
    const double lane = middle + m_cell.across / 2 + (m_hasIn ? kColumnGap / 3 : kColumnGap / 2);
    const double rowEnd = rowBegin(row) + m_cell.along;
    const double start = middle + m_attachments[member];
    std::vector<Waypoint> way{{{start, corner(member).along + m_members[member].along}}, {{start, rowEnd}}};
    if (row < lastRow) {
        way.push_back({{lane, rowEnd + kRowGap}});
        way.push_back({{lane, rowBegin(lastRow) + m_cell.along}});
    }
    way.push_back({{m_size.across / 2, m_size.along}});
    return way;
}

}  // namespace namescape
