// Marks the rows of a table that an edit has given new names, for a few seconds.
#pragma once

#include "appearance/cell_delegate.h"

#include <QSet>

#include <vector>

class QTimer;
class QTreeView;

namespace namescape {

// The delegate of its view, which needs its model; belongs to the view.
class BriefMarks : public CellDelegate {
    Q_OBJECT

public:
    // `columns`: those that hold names.
    BriefMarks(QTreeView& view, std::vector<int> columns);

    // The rows are those of another version of `program`: marks those with a name that no row had before. Nothing is marked where it was another
    // program or none (empty), where there was no row before, and in tables too long to be gone through at every key.
    void noteRows(const QString& program);
    bool isMarked(const QModelIndex& index) const;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void clear();

    QTreeView& m_view;
    std::vector<int> m_columns;
    QTimer* m_timer;
    QString m_program;
    QSet<QString> m_names;
    QSet<QString> m_marked;
};

}  // namespace namescape
