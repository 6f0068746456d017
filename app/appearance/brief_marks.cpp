#include "appearance/brief_marks.h"

#include <QAbstractProxyModel>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

namespace namescape {

namespace {

constexpr int markedMilliseconds = 2500;  // as in the picture
constexpr int mostRows = 2'000;
constexpr double strength = 0.24;  // of the colour behind a marked row

void addNames(const QAbstractItemModel& model, const QModelIndex& parent, const std::vector<int>& columns, QSet<QString>& names) {
    const int count = std::min(model.rowCount(parent), mostRows);
    for (int row = 0; row < count && names.size() < mostRows; ++row) {
        for (const int column : columns) names.insert(model.index(row, column, parent).data().toString());
        addNames(model, model.index(row, 0, parent), columns, names);
    }
}

}  // namespace

BriefMarks::BriefMarks(QTreeView& view, std::vector<int> columns) : CellDelegate(&view), m_view(view), m_columns(std::move(columns)), m_timer(new QTimer(this)) {
    m_timer->setSingleShot(true);
    m_timer->setInterval(markedMilliseconds);
    connect(m_timer, &QTimer::timeout, this, &BriefMarks::clear);
    view.setItemDelegate(this);
}

void BriefMarks::noteRows(const QString& program) {
    QSet<QString> names;
    // A filter hides names, but they are there.
    const auto* filtered = qobject_cast<const QAbstractProxyModel*>(m_view.model());
    if (!program.isEmpty()) addNames(filtered ? *filtered->sourceModel() : *m_view.model(), {}, m_columns, names);
    names.remove(QString());
    const bool isComparable = program == m_program && !m_names.isEmpty() && names.size() < mostRows && m_names.size() < mostRows;
    QSet<QString> appeared = isComparable ? names - m_names : QSet<QString>();
    m_program = program;
    m_names = std::move(names);
    if (isComparable && appeared.isEmpty()) return;
    m_marked = std::move(appeared);
    m_marked.isEmpty() ? m_timer->stop() : m_timer->start();
    m_view.viewport()->update();
}

bool BriefMarks::isMarked(const QModelIndex& index) const {
    return !m_marked.isEmpty() &&
           std::any_of(m_columns.begin(), m_columns.end(), [&](int column) { return m_marked.contains(index.sibling(index.row(), column).data().toString()); });
}

void BriefMarks::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    CellDelegate::initStyleOption(option, index);
    if (!isMarked(index)) return;
    QColor color = option->palette.color(QPalette::Link);
    color.setAlphaF(static_cast<float>(strength));
    option->backgroundBrush = color;
}

void BriefMarks::clear() {
    m_marked.clear();
    m_view.viewport()->update();
}

}  // namespace namescape
