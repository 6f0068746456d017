// The rows of the panel as a Qt model.
#pragma once

#include "sharing/sharing_rows.h"

#include <QAbstractItemModel>

namespace namescape {

class SharingModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    // Rows that are where they were stay the same rows; else all are reset.
    void setRows(SharingRows rows);
    const SharingRows& rows() const { return m_rows; }
    const SharingRow& rowAt(const QModelIndex& index) const { return m_rows.at(rowOf(index)); }
    QModelIndex indexOf(int row, int column = 0) const { return row < 0 ? QModelIndex() : createIndex(m_rows.at(row).number, column, static_cast<quintptr>(row)); }
    // The row of a variable by its name, "foo/v:0"; invalid where none is shown.
    QModelIndex indexOfVariable(const std::string& name) const;
    // All rows with their columns parted by tabs, names indented by their depth.
    QString asText() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static int rowOf(const QModelIndex& index) { return index.isValid() ? static_cast<int>(index.internalId()) : -1; }
    void addText(QString& text, int row, int depth) const;

    SharingRows m_rows;
};

}  // namespace namescape
