// The panel of variables: a table to sort and to filter.
#pragma once

#include "pipeline/snapshot.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace namescape {

class BriefMarks;
class Selection;
class VariablesModel;

class VariablesPanel : public QWidget {
    Q_OBJECT

public:
    explicit VariablesPanel(Selection& selection, QWidget* parent = nullptr);

    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    VariablesModel& model() { return *m_model; }
    QTreeView& view() { return *m_view; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void refresh();
    void handleViewSelection();
    void showSelection();
    void showEmptyState();

    Selection& m_selection;
    VariablesModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QLineEdit* m_filter;
    QTreeView* m_view;
    BriefMarks* m_marks = nullptr;
    QLabel* m_empty;
    std::shared_ptr<const Snapshot> m_snapshot;
    bool m_isOutdated = false;
    bool m_isShowingSelection = false;
    bool m_isOfFile = false;
};

}  // namespace namescape
