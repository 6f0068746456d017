// One of the two stacks as a list.
#pragma once

#include "stacks/stack_rows.h"

#include <QAbstractListModel>

#include <vector>

namespace namescape {

class StackModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    // Does nothing where they are the same.
    void setRows(std::vector<StackRow> rows);
    const std::vector<StackRow>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<StackRow> m_rows;
};

}  // namespace namescape
