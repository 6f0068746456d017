#include "find/found_model.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

constexpr int fetchedAtOnce = 200;

}  // namespace

void FoundModel::setFound(std::shared_ptr<const Snapshot> snapshot, std::vector<NodeId> nodes) {
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_nodes = std::move(nodes);
    m_fetched = std::min(listed(), fetchedAtOnce);
    endResetModel();
}

QString FoundModel::nameOf(std::size_t hit) const {
    return QString::fromUtf8(m_snapshot->scopes->fullName(m_nodes[hit]));
}

int FoundModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_fetched;
}

int FoundModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

bool FoundModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_fetched < listed();
}

void FoundModel::fetchMore(const QModelIndex& parent) {
    if (!parent.isValid()) fetch(fetchedAtOnce);
}

void FoundModel::fetch(int count) {
    const int end = std::min(listed(), m_fetched + count);
    if (end <= m_fetched) return;
    beginInsertRows({}, m_fetched, end - 1);
    m_fetched = end;
    endInsertRows();
}

bool FoundModel::fetchUpTo(std::size_t hit) {
    if (hit >= static_cast<std::size_t>(listed())) return false;
    fetch(static_cast<int>(hit) + 1 - m_fetched);
    return true;
}

QVariant FoundModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_fetched) return {};
    const NodeId node = m_nodes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: {
        if (index.column() == Name) return QString::fromUtf8(m_snapshot->scopes->fullName(node));
        const OperationId operation = m_snapshot->scopes->operation(node);
        return operation.isValid() ? QString::fromUtf8(m_snapshot->graph().operationType(operation)) : tr("scope");
    }
    case Qt::ToolTipRole: return QString::fromUtf8(m_snapshot->scopes->fullName(node));
    default: return {};
    }
}

QVariant FoundModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Name ? tr("Name") : tr("Type");
}

}  // namespace namescape
