#include "stacks/stack_model.h"

#include <utility>

namespace namescape {

void StackModel::setRows(std::vector<StackRow> rows) {
    if (rows == m_rows) return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QVariant StackModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const StackRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.value.isEmpty() ? row.label : row.label + QLatin1Char(' ') + row.value;
    case Qt::ToolTipRole: return row.toolTip;
    // A reader of the screen does not see which frame is in which.
    case Qt::AccessibleTextRole: {
        const QString level = row.kind == StackRowKind::Frame ? tr("level %1: ").arg(row.depth) : QString();
        return level + data(index, Qt::DisplayRole).toString() + (row.source.isEmpty() ? QString() : QStringLiteral(", ") + row.source) + (row.isMuted && row.line > 0 ? tr(", inherited") : QString());
    }
    default: return {};
    }
}

}  // namespace namescape
