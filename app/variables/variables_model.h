// The variables of a snapshot as a table.
#pragma once

#include "pipeline/snapshot.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace namescape {

class VariablesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, ShapeColumn, Type, Trainable, RequestCount, Lines, ColumnCount };
    // For a sort that puts 10 behind 9.
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    // Rows of variables that were there before stay the same rows.
    void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    QString nameOf(int row) const { return m_rows[static_cast<std::size_t>(row)].name; }
    // -1 where there is none.
    int rowOf(const QString& name) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name;
        QString shape;
        QString type;
        QString trainable;  // empty where nobody knows: a graph file may not tell
        int requestCount = 0;  // 0: not known
        QString lines;
        int firstLine = 0;
        QString toolTip;
        bool operator==(const Row&) const = default;
    };

    static Row rowFor(const Snapshot& snapshot, const VariableInfo& variable);
    QString text(const Row& row, int column) const;
    QVariant sortKey(const Row& row, int column) const;

    std::vector<Row> m_rows;
};

}  // namespace namescape
