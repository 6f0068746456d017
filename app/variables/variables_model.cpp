#include "variables/variables_model.h"

#include "live/program_phrases.h"
#include "explain/name_paths.h"
#include "live/row_change.h"
#include "live/scope_color.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

constexpr std::size_t maxListedRequests = 12;
constexpr std::size_t maxComparedRows = 5'000;

// Of a file's, its collections say it.
bool tellsTrainableOf(const Snapshot& snapshot) {
    return !snapshot.graphFile || !snapshot.graphFile->collections.empty();
}

}  // namespace

bool VariablesModel::tellsTrainable() const {
    return m_snapshot && tellsTrainableOf(*m_snapshot);
}

VariablesModel::Texts VariablesModel::textsOf(const Row& row) {
    const Snapshot& snapshot = *row.snapshot;
    const VariableInfo& variable = *row.variable;
    Texts texts;
    texts.name = QString::fromStdString(variable.name);
    texts.shape = QString::fromStdString(variable.shape.text());
    texts.type = QString::fromStdString(variable.dataType.name());
    const bool isFile = snapshot.graphFile != nullptr;
    if (tellsTrainableOf(snapshot)) texts.trainable = variable.isTrainable ? tr("yes") : tr("no");
    texts.requestCount = static_cast<int>(variable.requests.size());
    QStringList lines;
    for (std::size_t index = 0; index < std::min(variable.requests.size(), maxListedRequests); ++index)
        lines.append(lineText(snapshot, variable.requests[index].origin));
    if (variable.requests.size() > maxListedRequests) lines.append(QStringLiteral("…"));
    texts.lines = lines.join(QStringLiteral(", "));
    if (!variable.requests.empty()) texts.firstLine = static_cast<int>(snapshot.lineOf(variable.requests.front().origin));
    if (isFile) return texts;
    texts.toolTip = variable.storeKey.empty() ? tr("Made by tf.Variable: get_variable never finds it.")
                                              : tr("get_variable finds it as \"%1\".").arg(QString::fromStdString(variable.storeKey));
    return texts;
}

void VariablesModel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    // Seen otherwise, it is the same program.
    if (snapshot && m_snapshot && snapshot->evaluation == m_snapshot->evaluation) return;
    std::vector<Row> rows;
    if (snapshot)
        for (const VariableInfo& variable : snapshot->variables()) rows.push_back({snapshot.get(), &variable});
    // Rows of the former one are still compared, and asked for, while the change is under way.
    const std::shared_ptr<const Snapshot> former = std::exchange(m_snapshot, snapshot);
    const RowChange change = differenceOf(m_rows, rows, [](const Row& left, const Row& right) { return left.variable->name == right.variable->name; });
    m_rowOfName.clear();
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
    m_rowOfName.clear();
    replaceKept(rows);
}

// What rows of the same names say now. Of very many, all count as changed: to compare them would take longer than to paint some again.
void VariablesModel::replaceKept(const std::vector<Row>& rows) {
    const bool isCompared = rows.size() <= maxComparedRows;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const bool isChanged = isCompared && m_rows[at].variable != rows[at].variable && textsOf(m_rows[at]) != textsOf(rows[at]);
        m_rows[at] = rows[at];
        if (isChanged) Q_EMIT dataChanged(index(static_cast<int>(at), 0), index(static_cast<int>(at), ColumnCount - 1));
    }
    if (!isCompared) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int VariablesModel::rowOf(const QString& name) const {
    if (m_rowOfName.empty())
        for (std::size_t at = 0; at < m_rows.size(); ++at) m_rowOfName.try_emplace(m_rows[at].variable->name, static_cast<int>(at));
    const auto found = m_rowOfName.find(name.toStdString());
    return found == m_rowOfName.end() ? -1 : found->second;
}

int VariablesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VariablesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString VariablesModel::text(const Row& row, int column) const {
    const Texts texts = textsOf(row);
    switch (column) {
    case Name: return texts.name;
    case ShapeColumn: return texts.shape;
    case Type: return texts.type;
    case Trainable: return texts.trainable;
    case RequestCount: return texts.requestCount > 1 ? tr("%1 times, shared").arg(texts.requestCount) : texts.requestCount == 1 ? tr("once") : QString();
    case Lines: return texts.lines;
    default: return {};
    }
}

QVariant VariablesModel::sortKey(const Row& row, int column) const {
    switch (column) {
    case RequestCount: return static_cast<int>(row.variable->requests.size());
    case Lines: return textsOf(row).firstLine;
    default: return text(row, column);
    }
}

QVariant VariablesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: {
        if (index.column() != Name) return {};
        const Texts texts = textsOf(row);
        return texts.toolTip.isEmpty() ? texts.name : texts.name + u'\n' + texts.toolTip;
    }
    case kSortRole: return sortKey(row, index.column());
    case Qt::DecorationRole: return index.column() == Name ? QVariant(scopeMark(parentPath(row.variable->name))) : QVariant();
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
