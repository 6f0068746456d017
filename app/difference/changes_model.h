// The differences between two versions as a table: variables first, as checkpoints depend on their names.
#pragma once

#include "compare/graph_difference.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace namescape {

class ChangesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Before, After, Note, ColumnCount };
    // Whether a row is about a variable that checkpoints no longer fit.
    static constexpr int kBreaksRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setDifference(const GraphDifference& difference);
    // The name that a row's item has now; empty for one that is gone.
    QString nameAfter(int row) const { return m_rows[static_cast<std::size_t>(row)].after; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString what, before, after, note;
        bool breaks = false;
    };

    void addRows(const ItemDifferences& items, const QString& thing);
    void noteBreaks(const std::vector<CheckpointBreak>& breaks);

    std::vector<Row> m_rows;
};

// "1 variable renamed, 3 operations added", or that nothing is different.
QString summaryOf(const GraphDifference& difference);

}  // namespace namescape
