// A model as text: a line per row, cells parted by bars, children indented below their parents.
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace namescape::test {

inline QString modelText(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0) {
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) cells.append(model.index(row, column, parent).data().toString());
        text += QString(2 * depth, u' ') + cells.join(QStringLiteral(" | ")) + u'\n';
        text += modelText(model, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

}  // namespace namescape::test
