// What a search has found in a graph, as a list whose rows are made when they are looked at.
#pragma once

#include "pipeline/snapshot.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace namescape {

class FoundModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Type, ColumnCount };
    // Nobody reads more; what comes behind is still gone through by "next".
    static constexpr int kMaxRows = 10'000;

    using QAbstractTableModel::QAbstractTableModel;

    // Nodes of the snapshot's scopes.
    void setFound(std::shared_ptr<const Snapshot> snapshot, std::vector<NodeId> nodes);
    const std::vector<NodeId>& nodes() const { return m_nodes; }
    QString nameOf(std::size_t hit) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    // Until the row is there; false for one that is never listed.
    bool fetchUpTo(std::size_t hit);

private:
    int listed() const { return static_cast<int>(std::min<std::size_t>(m_nodes.size(), kMaxRows)); }
    void fetch(int count);

    std::shared_ptr<const Snapshot> m_snapshot;
    std::vector<NodeId> m_nodes;
    int m_fetched = 0;
};

}  // namespace namescape
