// Finds rectangles by place among very many.
#pragma once

#include <QRectF>

#include <cstdint>
#include <span>
#include <vector>

namespace namescape {

// Rectangles by number, in square cells. Those that would cover very many cells are kept apart and always looked at.
class SpatialGrid {
public:
    SpatialGrid() = default;
    explicit SpatialGrid(std::vector<QRectF> rects);

    // Numbers of the rectangles that meet `area`, ascending.
    std::vector<std::uint32_t> meeting(const QRectF& area) const;
    const QRectF& rect(std::uint32_t index) const { return m_rects[index]; }
    std::size_t size() const { return m_rects.size(); }

private:
    struct Cells {
        int left, top, right, bottom;  // inclusive
        std::int64_t count() const { return std::int64_t{right - left + 1} * (bottom - top + 1); }
    };

    Cells cellsOf(const QRectF& area) const;
    std::size_t cell(int column, int row) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column); }

    std::vector<QRectF> m_rects;
    QRectF m_bounds;
    double m_cellSize = 1;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::uint32_t> m_begins;  // by cell, into m_items; one more at the end
    std::vector<std::uint32_t> m_items;
    std::vector<std::uint32_t> m_large;
};

}  // namespace namescape
