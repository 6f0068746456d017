// The panel of scopes: every `with` block and what it came to.
#pragma once

#include "pipeline/snapshot.h"

#include <QWidget>

#include <memory>

class QLabel;
class QTreeView;

namespace namescape {

class BriefMarks;
class ScopesModel;
class Selection;

class ScopesPanel : public QWidget {
    Q_OBJECT

public:
    explicit ScopesPanel(Selection& selection, QWidget* parent = nullptr);

    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    ScopesModel& model() { return *m_model; }
    QTreeView& view() { return *m_view; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void refresh();
    void handleViewSelection();
    void showSelection();

    Selection& m_selection;
    ScopesModel* m_model;
    QTreeView* m_view;
    BriefMarks* m_marks = nullptr;
    QLabel* m_empty;
    std::shared_ptr<const Snapshot> m_snapshot;
    bool m_isOutdated = false;
    bool m_isShowingSelection = false;
};

}  // namespace namescape
