#include "layout/packing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace namescape {

namespace {

// One way of packing: rows of at most `limit` across; within a row, columns of rectangles that are stacked as long as they
// don't make the row longer.
class RowPacker {
public:
    RowPacker(double gap, double limit) : m_gap(gap), m_limit(limit) {}

    Packing pack(std::span<const FlowSize> sizes) {
        for (const FlowSize& size : sizes) place(size);
        closeRow();
        return std::move(m_packing);
    }

private:
    void place(FlowSize size) {
        const bool fitsColumn = m_columnAlong > 0 && m_columnAlong + m_gap + size.along <= m_rowAlong && size.across <= m_columnAcross;
        if (!fitsColumn) openColumn(size);
        const double along = m_columnAlong > 0 ? m_columnAlong + m_gap : 0;
        m_packing.corners.push_back({m_columnBegin, m_rowBegin + along});
        m_columnAlong = along + size.along;
        m_columnAcross = std::max(m_columnAcross, size.across);
        m_rowAlong = std::max(m_rowAlong, m_columnAlong);
        m_packing.size.across = std::max(m_packing.size.across, m_columnBegin + m_columnAcross);
    }

    void openColumn(FlowSize size) {
        const double begin = m_columnAlong > 0 ? m_columnBegin + m_columnAcross + m_gap : 0;
        if (begin > 0 && begin + size.across > m_limit) closeRow();
        m_columnBegin = m_columnAlong > 0 ? begin : 0;
        m_columnAcross = m_columnAlong = 0;
    }

    void closeRow() {
        m_packing.size.along = m_rowBegin + m_rowAlong;
        m_rowBegin += m_rowAlong + m_gap;
        m_columnBegin = m_columnAcross = m_columnAlong = m_rowAlong = 0;
    }

    const double m_gap;
    const double m_limit;
    Packing m_packing;
    double m_rowBegin = 0, m_rowAlong = 0;
    double m_columnBegin = 0, m_columnAcross = 0, m_columnAlong = 0;
};

}  // namespace

double fitCost(FlowSize size, double aspect) {
    return std::max(size.across / aspect, size.along);
}

Packing pack(std::span<const FlowSize> sizes, double gap, double aspect) {
    constexpr std::array kTrials{0.6, 0.75, 0.9, 1.0, 1.1, 1.25, 1.45, 1.7, 2.1, 2.8};
    double area = 0;
    for (const FlowSize& size : sizes) area += (size.across + gap) * (size.along + gap);
    Packing best;
    double least = std::numeric_limits<double>::infinity();
    for (const double trial : kTrials) {
        Packing packing = RowPacker(gap, trial * std::sqrt(area * aspect)).pack(sizes);
        const double cost = fitCost(packing.size, aspect);
        if (cost >= least) continue;
        least = cost;
        best = std::move(packing);
    }
    return best;
}

}  // namespace namescape
