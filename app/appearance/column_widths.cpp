#include "appearance/column_widths.h"

#include <QAbstractItemModel>
#include <QEvent>
#include <QHeaderView>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <numeric>

namespace namescape {

namespace {

// Columns that follow each key would jump under the eyes, and texts take long to measure.
constexpr int kQuietMilliseconds = 200;

// Protected in QTreeView.
int contentWidth(const QTreeView& view, int column) {
    struct Opened : QTreeView {
        using QTreeView::sizeHintForColumn;
    };
    return (view.*(&Opened::sizeHintForColumn))(column);
}

}  // namespace

std::vector<int> sharedWidths(const std::vector<int>& needed, const std::vector<int>& least, int room) {
    std::vector<int> widths;
    for (std::size_t i = 0; i < needed.size(); ++i) widths.push_back(std::max(needed[i], least[i]));
    if (widths.empty()) return widths;
    const auto total = [](const std::vector<int>& all) { return std::accumulate(all.begin(), all.end(), 0); };
    int low = 0, high = *std::max_element(widths.begin(), widths.end());
    const auto cutTo = [&](int most) {
        std::vector<int> cut;
        for (std::size_t i = 0; i < widths.size(); ++i) cut.push_back(std::max(std::min(widths[i], i == 0 ? 2 * most : most), least[i]));
        return cut;
    };
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (total(cutTo(middle)) <= room) low = middle;
        else high = middle - 1;
    }
    widths = cutTo(low);
    widths.back() += std::max(0, room - total(widths));
    return widths;
}

ColumnWidths::ColumnWidths(QTreeView& view) : QObject(&view), m_view(view), m_timer(new QTimer(this)) {
    m_timer->setSingleShot(true);
    view.header()->setStretchLastSection(false);
    view.header()->setTextElideMode(Qt::ElideRight);
    view.viewport()->installEventFilter(this);
    connect(m_timer, &QTimer::timeout, this, &ColumnWidths::share);
    connect(view.model(), &QAbstractItemModel::modelReset, this, &ColumnWidths::shareLater);
    connect(view.model(), &QAbstractItemModel::rowsInserted, this, &ColumnWidths::shareLater);
    connect(view.model(), &QAbstractItemModel::rowsRemoved, this, &ColumnWidths::shareLater);
    connect(view.model(), &QAbstractItemModel::dataChanged, this, &ColumnWidths::shareLater);
    connect(view.header(), &QHeaderView::sectionResized, this, [this](int, int before, int now) {
        // Hidden or shown again: the room is to be shared anew.
        if (before == 0 || now == 0) return m_timer->start(0);
        m_isChosenByUser |= !m_isSharing;
    });
}

bool ColumnWidths::eventFilter(QObject* watched, QEvent* event) {
    // At once: a table that is drawn with the old widths first would flicker.
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) share();
    return QObject::eventFilter(watched, event);
}

void ColumnWidths::shareLater() {
    if (m_view.isVisible()) m_timer->start(m_isOfRows ? kQuietMilliseconds : 0);
}

void ColumnWidths::share() {
    if (m_isChosenByUser || !m_view.isVisible()) return;
    m_isOfRows = m_view.model()->rowCount() > 0;
    constexpr int kBeside = 8;
    std::vector<int> columns, needed, least;
    for (int column = 0; column < m_view.header()->count(); ++column) {
        if (m_view.isColumnHidden(column)) continue;
        columns.push_back(column);
        least.push_back(m_view.header()->sectionSizeHint(column));
        needed.push_back(contentWidth(m_view, column) + kBeside);
    }
    const std::vector<int> widths = sharedWidths(needed, least, m_view.viewport()->width());
    m_isSharing = true;
    for (std::size_t at = 0; at < columns.size(); ++at) m_view.header()->resizeSection(columns[at], widths[at]);
    m_isSharing = false;
}

}  // namespace namescape
