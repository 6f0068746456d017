// What is wrong with a program, as a list.
#pragma once

#include "pipeline/snapshot.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <memory>
#include <vector>

namespace namescape {

class Appearance;

class ProblemsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Line, Message, FixColumn, ColumnCount };

    explicit ProblemsModel(const Appearance& appearance, QObject* parent = nullptr);

    void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    // The titles of what can be done about it, in the snapshot's order.
    const QStringList& fixes(int row) const { return m_rows[static_cast<std::size_t>(row)].fixes; }
    // All that is said of it, for the clipboard.
    QString fullText(int row) const;
    int errorCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    // Row n is the snapshot's diagnostic n.
    struct Row {
        Severity severity;
        QString line;
        QString message;
        QString note;
        QStringList fixes;
        bool operator==(const Row&) const = default;
    };

    const Appearance& m_appearance;
    std::vector<Row> m_rows;
};

}  // namespace namescape
