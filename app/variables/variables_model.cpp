#include "variables/variables_model.h"

#include "live/row_change.h"

#include <QStringList>

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t maxListedRequests = 12;

// The line that asked, and, inside a function, the line of the module that called it.
QString lineText(const Snapshot& snapshot, OriginId origin) {
    const std::vector<CodeOrigin>& origins = snapshot.evaluation->origins;
    const std::uint32_t line = snapshot.lineOf(origin);
    OriginId outermost = origin;
    while (outermost < origins.size() && origins[outermost].caller != 0) outermost = origins[outermost].caller;
    const QString own = QString::number(line);
    return outermost == origin ? own : VariablesModel::tr("%1 (called in %2)").arg(own).arg(snapshot.lineOf(outermost));
}

}  // namespace

VariablesModel::Row VariablesModel::rowFor(const Snapshot& snapshot, const VariableInfo& variable) {
    Row row;
    row.name = QString::fromStdString(variable.name);
    row.shape = QString::fromStdString(variable.shape.text());
    row.type = QString::fromStdString(variable.dataType.name());
    const bool isFile = snapshot.graphFile != nullptr;
    if (!isFile || !snapshot.graphFile->collections.empty()) row.trainable = variable.isTrainable ? tr("yes") : tr("no");
    row.requestCount = static_cast<int>(variable.requests.size());
    QStringList lines;
    for (std::size_t index = 0; index < std::min(variable.requests.size(), maxListedRequests); ++index)
        lines.append(lineText(snapshot, variable.requests[index].origin));
    if (variable.requests.size() > maxListedRequests) lines.append(QStringLiteral("…"));
    row.lines = lines.join(QStringLiteral(", "));
    if (!variable.requests.empty()) row.firstLine = static_cast<int>(snapshot.lineOf(variable.requests.front().origin));
    if (isFile) return row;
    row.toolTip = variable.storeKey.empty() ? tr("Made by tf.Variable: get_variable never finds it.")
                                            : tr("get_variable finds it as \"%1\".").arg(QString::fromStdString(variable.storeKey));
    return row;
}

void VariablesModel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    std::vector<Row> rows;
    if (snapshot)
        for (const VariableInfo& variable : snapshot->variables()) rows.push_back(rowFor(*snapshot, variable));
    const RowChange change = differenceOf(m_rows, rows, [](const Row& left, const Row& right) { return left.name == right.name; });
    if (change.removed > 0) {
        beginRemoveRows({}, change.first, change.first + change.removed - 1);
        m_rows.erase(m_rows.begin() + change.first, m_rows.begin() + change.first + change.removed);
        endRemoveRows();
    }
    if (change.inserted > 0) {
        beginInsertRows({}, change.first, change.first + change.inserted - 1);
        m_rows.insert(m_rows.begin() + change.first, rows.begin() + change.first, rows.begin() + change.first + change.inserted);
        endInsertRows();
    }
    for (int index = 0; index < static_cast<int>(rows.size()); ++index) {
        const auto at = static_cast<std::size_t>(index);
        if (m_rows[at] == rows[at]) continue;
        m_rows[at] = rows[at];
        Q_EMIT dataChanged(this->index(index, 0), this->index(index, ColumnCount - 1));
    }
}

int VariablesModel::rowOf(const QString& name) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.name == name; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int VariablesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VariablesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString VariablesModel::text(const Row& row, int column) const {
    switch (column) {
    case Name: return row.name;
    case ShapeColumn: return row.shape;
    case Type: return row.type;
    case Trainable: return row.trainable;
    case RequestCount: return row.requestCount > 1 ? tr("%1 times, shared").arg(row.requestCount) : row.requestCount == 1 ? tr("once") : QString();
    case Lines: return row.lines;
    default: return {};
    }
}

QVariant VariablesModel::sortKey(const Row& row, int column) const {
    switch (column) {
    case RequestCount: return row.requestCount;
    case Lines: return row.firstLine;
    default: return text(row, column);
    }
}

QVariant VariablesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return index.column() == Name ? (row.toolTip.isEmpty() ? row.name : row.name + u'\n' + row.toolTip) : QString();
    case kSortRole: return sortKey(row, index.column());
    default: return {};
    }
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Name: return tr("Variable");
    case ShapeColumn: return tr("Shape");
    case Type: return tr("Type");
    case Trainable: return tr("Trainable");
    case RequestCount: return tr("Asked for");
    case Lines: return tr("In lines");
    default: return {};
    }
}

}  // namespace namescape
