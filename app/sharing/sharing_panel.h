// The panel of shared variables: who shares what, what it counts, and what sharing saves.
#pragma once

#include "pipeline/snapshot.h"
#include "sharing/sharing_rows.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QLineEdit;
class QTreeView;

namespace namescape {

class NewestJob;
class Selection;
class SharingModel;

class SharingPanel : public QWidget {
    Q_OBJECT

public:
    explicit SharingPanel(Selection& selection, QWidget* parent = nullptr);

    // Does nothing while the panel is hidden; what comes then is shown when it is seen.
    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    SharingModel& model() { return *m_model; }
    QTreeView& view() { return *m_view; }
    QLineEdit& filterField() { return *m_filter; }
    QAction& sharedOnlyAction() { return *m_sharedOnly; }
    QString summary() const;
    // Whether what is shown is of the snapshot that was handed over last.
    bool isUpToDate() const { return !m_isOutdated && !m_isCounting && !m_isListing; }

public Q_SLOTS:
    // All rows to the clipboard, columns parted by tabs. The window's "Copy" finds it by its name.
    void copy();

Q_SIGNALS:
    // The user wants to see a line of the program, from 1.
    void lineRequested(int line);
    // The user wants to see a node of the graph.
    void goToRequested(const std::string& fullName);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Counted;

    void build();
    void connectView();
    void refresh();
    void count();
    void showRows();
    void listMeanwhile();
    void showMade(SharingRows rows);
    void showCounted(std::shared_ptr<const Counted> counted);
    SharingRowsOptions options() const;
    void putRows(SharingRows rows);
    void restoreOpenRows();
    void spanChildren(const QModelIndex& parent);
    QString pathOf(const QModelIndex& index) const;
    bool isOpenAtFirst(const SharingRow& row) const;
    void handleViewSelection();
    void activate(const QModelIndex& index);
    void showSelection();
    void showEmptyState();

    Selection& m_selection;
    SharingModel* m_model;
    QLineEdit* m_filter;
    QAction* m_sharedOnly;
    QAction* m_copy;
    QLabel* m_summary;
    QTreeView* m_view;
    QLabel* m_empty;
    NewestJob* m_job;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const Counted> m_counted;
    QHash<QString, bool> m_isOpen;  // what the user has opened or closed, by path
    bool m_isOutdated = false;
    bool m_isCounting = false;
    bool m_isListing = false;
    bool m_isPutting = false;       // what changes in the view is not the user's doing
};

}  // namespace namescape
